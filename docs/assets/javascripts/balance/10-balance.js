/** «Zelf aanwerven of uitbesteden?»: what speaks for and against each way here. A balance, no sum and no verdict. */
(function (gids) {
  "use strict";

  gids.modules.balance = class Balance extends gids.plans.Part {
    /** @param {HTMLElement} element */
    constructor(element) {
      super(element);
      const data = gids.plans.data() || {};
      this.keeping = !gids.plans.isEmpty(data.balance);
      element.addEventListener("change", () => this.update());
      element.addEventListener("click", (event) => this.click(/** @type {HTMLElement} */ (event.target)));
      this.takeOver(this.holds(data));
      this.follow();
    }

    /** What a plan holds of it, by the id of the statement. @param {any} data @returns {{ balance: Record<string, string> }} */
    holds({ balance = {} }) {
      return { balance: this.byStatement((box) => balance[statementOf(box)] === box.value) };
    }

    /** What is answered here. */
    get data() {
      return { balance: this.byStatement((box) => box.checked) };
    }

    /** @param {(box: HTMLInputElement) => boolean} holds @returns {Record<string, string>} */
    byStatement(holds) {
      return Object.fromEntries(this.all("input").filter(holds).map((box) => [statementOf(box), box.value]));
    }

    /** @param {{ balance: Record<string, string> }} data */
    takeOver({ balance }) {
      for (const box of this.all("input")) box.checked = balance[statementOf(box)] === box.value;
      this.show();
    }

    /** @param {string} text */
    tell(text) {
      this.find("[data-balance-kept]").textContent = text;
    }

    update() {
      this.show();
      if (this.keeping) this.keep();
    }

    show() {
      const answers = this.data.balance;
      const counts = (/** @type {string} */ id) => answers[id] === "klopt" || answers[id] === "beetje";
      for (const item of this.all("[data-argument-of]")) {
        item.hidden = !counts(item.dataset.argumentOf);
        item.querySelector("[data-bit]").hidden = answers[item.dataset.argumentOf] !== "beetje";
      }
      for (const list of this.all("[data-arguments]")) list.hidden = ![...list.querySelectorAll("[data-argument-of]")].some((item) => !item.hidden);
      for (const note of this.all("[data-no-arguments]")) note.hidden = [...note.parentElement.querySelectorAll("[data-arguments]")].some((list) => !list.hidden);
      for (const item of this.all("[data-ask-of]")) item.hidden = answers[item.dataset.askOf] !== "weten-we-niet";
      this.find("[data-balance-ask]").hidden = this.all("[data-ask-of]").every((item) => item.hidden);
      const some = Object.keys(answers).length;
      this.find("[data-balance-outcome]").hidden = !some;
      this.find("[data-balance-status]").textContent = some ? `${some} van de ${this.all("[data-balance]").length} uitspraken gewogen.` : "Beantwoord een of meer uitspraken.";
    }

    /** @param {HTMLElement} target */
    click(target) {
      const button = target.closest?.("button");
      if (button && "keepBalance" in button.dataset) this.keep(true);
      if (button && "clearBalance" in button.dataset) {
        for (const box of this.all("input:checked")) box.checked = false;
        this.update();
      }
    }
  };

  const statementOf = (/** @type {HTMLInputElement} */ box) => box.name.slice("weeg-".length);
})(window.gids);
