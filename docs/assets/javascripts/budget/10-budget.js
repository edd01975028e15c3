/** «Budget en looptijd»: the reader's own amounts, a table per year, and what is missing. Kept in the plan only when asked. */
(function (gids) {
  "use strict";

  const NEEDED = ["wage", "share", "years"];

  gids.modules.budget = class Budget extends gids.plans.Part {
    /** @param {HTMLElement} element */
    constructor(element) {
      super(element);
      this.inputs = /** @type {HTMLInputElement[]} */ ([...element.querySelectorAll("[data-part]")]);
      this.radios = /** @type {HTMLInputElement[]} */ ([...element.querySelectorAll("[data-length] input")]);
      this.length = this.find("[data-length]").dataset.length;
      this.columns = [...element.querySelectorAll(".budget__table thead .number")].map((head) => head.textContent);
      const data = gids.plans.data() || {};
      const held = this.holds(data);
      this.keeping = !gids.plans.isEmpty(held);
      if (this.keeping) this.find("[data-budget-from]").textContent = "Deze antwoorden komen uit Mijn plan. Wat je verandert, gaat mee.";
      element.addEventListener("input", () => this.show(false));
      element.addEventListener("change", () => this.update());
      element.addEventListener("click", (event) => this.click(/** @type {HTMLElement} */ (event.target)));
      this.takeOver(held);
      this.follow();
    }

    /** What a plan answers of it, under the names that the questions of the steps have. @param {any} data @returns {{ answers: Record<string, string> }} */
    holds({ answers = {} }) {
      const text = (/** @type {any} */ value) => (typeof value === "string" ? value.trim() : "");
      const chosen = this.radios.find((radio) => radio.value === answers[this.length])?.value || "";
      return { answers: { ...this.byName((name) => text(answers[name])), [this.length]: chosen } };
    }

    /** What is filled in here. */
    get data() {
      return { answers: { ...this.byName((_, input) => input.value.trim()), [this.length]: this.chosen || "" } };
    }

    /** @param {(name: string, input: HTMLInputElement) => string} says @returns {Record<string, string>} */
    byName(says) {
      return Object.fromEntries(this.inputs.map((input) => [input.dataset.answer || "", input]).map(([name, input]) => [name, says(name, input)]));
    }

    /** @param {{ answers: Record<string, string> }} data */
    takeOver({ answers }) {
      for (const input of this.inputs) this.write(input, answers[input.dataset.answer || ""]);
      for (const radio of this.radios) radio.checked = radio.value === answers[this.length];
      this.show(true);
    }

    /** @param {string} text */
    tell(text) {
      this.find("[data-budget-kept]").textContent = text;
    }

    /** What stands in the fields; `null` when something cannot be read. A sentence at a field comes when one leaves it, and goes at once. @param {boolean} aloud */
    values(aloud) {
      let readable = true;
      const values = this.inputs.map((input) => {
        const found = gids.budget.read[input.dataset.read || "amount"](input.value);
        const sentence = found.trouble ? gids.budget.troubles[found.trouble] : "";
        if (sentence) readable = false;
        if (aloud || !sentence) {
          /** @type {any} */ (input.parentElement).querySelector("[data-trouble]").textContent = sentence;
          if (sentence) input.setAttribute("aria-invalid", "true");
          else input.removeAttribute("aria-invalid");
        }
        return [input.dataset.part, found.value ?? null];
      });
      return { values: Object.fromEntries(values), readable };
    }

    get chosen() {
      return this.radios.find((radio) => radio.checked)?.value;
    }

    /** @param {boolean} aloud */
    show(aloud) {
      const { values, readable } = this.values(aloud);
      const { leastShare, leastYears, openEnded, shortLength } = this.element.dataset;
      const few = values.share !== null && values.share < Number(leastShare);
      const short = this.chosen === shortLength || (this.chosen !== openEnded && values.years !== null && values.years < Number(leastYears));
      this.find("[data-advice-on=hours]")?.toggleAttribute("hidden", !few);
      this.find("[data-advice-on=years]")?.toggleAttribute("hidden", !short);
      const ready = readable && NEEDED.every((name) => values[name] !== null);
      this.find("[data-budget-outcome]").hidden = !ready;
      this.find("[data-budget-status]").textContent = this.sentence(values, readable, ready);
      if (ready) this.draw(values);
    }

    /** @param {any} values @param {boolean} readable @param {boolean} ready */
    sentence(values, readable, ready) {
      if (!readable) return "Een getal is niet leesbaar. Kijk het na.";
      if (!ready) return "Vul minstens de loonkost, het deel en het aantal jaren in. Dan zie je hier wat het kost.";
      return `Samen kost het ${gids.budget.euro(gids.budget.reckon(values).all)}${values.other === null ? ", zonder andere kosten" : ""}.`;
    }

    /** @param {any} values */
    draw(values) {
      const { euro, reckon } = gids.budget;
      const found = reckon(values);
      const cell = (/** @type {number | null} */ amount, /** @type {number} */ place) =>
        gids.element("td", { class: "number" }, gids.element("span", { class: "stacking__label" }, `${this.columns[place]}: `), euro(amount ?? 0));
      const row = (/** @type {string} */ label, /** @type {(number | null)[]} */ amounts) => gids.element("tr", {}, gids.element("th", { scope: "row" }, label), ...amounts.map(cell));
      const years = Array.from({ length: values.years }, (_, index) => row(`Jaar ${index + 1}`, [found.wage, found.other, found.year]));
      this.find("[data-years]").replaceChildren(...years);
      this.find("[data-total]").replaceChildren(row("Samen", [found.wageAll, found.otherAll, found.all]));
      const { difference } = found;
      const rest = difference === null ? "" : difference < 0 ? `Er komt ${euro(-difference)} tekort.` : difference > 0 ? `Er blijft ${euro(difference)} over.` : "Dat is precies genoeg.";
      const means = difference === null ? "Vul in wat jullie zelf betalen en wat van subsidies komt. Dan zie je of het genoeg is." : `Eigen middelen en subsidies samen: ${euro((values.own ?? 0) + (values.grants ?? 0))}. ${rest}`;
      this.find("[data-difference]").textContent = means;
    }

    update() {
      this.show(true);
      if (this.keeping) this.keep();
    }

    /** @param {HTMLElement} target */
    click(target) {
      const button = target.closest?.("button");
      if (button && "keepBudget" in button.dataset) this.keep(true);
      if (button && "clearBudget" in button.dataset) {
        for (const input of this.inputs) input.value = "";
        for (const radio of this.radios) radio.checked = false;
        this.update();
        this.inputs[0].focus();
      }
    }
  };
})(window.gids);
