/** The page «Welke aanpak past bij ons?»: takes the answers, shows what the rules say of them. Everything it shows stands in the page. */
(function (gids) {
  "use strict";

  /** The question of a step that asks which strategies are chosen. */
  const CHOSEN = "gekozen-strategieen";

  gids.modules.approach = class Approach extends gids.plans.Part {
    /** @param {HTMLElement} element */
    constructor(element) {
      super(element);
      this.rules = gids.approach.rules;
      this.fields = /** @type {HTMLFieldSetElement[]} */ (this.all("[data-question]"));
      this.choices = /** @type {HTMLInputElement[]} */ (this.all("[data-choose] input"));
      /** The answer of the step, when it asks for one. @type {HTMLTextAreaElement | null} */
      this.focus = this.find("[data-focus]");
      /** The answers of each question in the order in which they were given. @type {Map<string, string[]>} */
      this.given = new Map();
      element.addEventListener("change", (event) => this.change(/** @type {HTMLInputElement} */ (event.target)));
      element.addEventListener("click", (event) => this.click(/** @type {HTMLElement} */ (event.target)));
      window.addEventListener("hashchange", () => this.travel());
      addEventListener("afterprint", () => this.find("[data-rules]").toggleAttribute("hidden", true));
      this.begin();
      this.follow();
    }

    /** Start from the address, else from the plan, else from the barriers that were scored. */
    begin() {
      const state = gids.approach.fromHash(this.rules, location.hash);
      const data = gids.plans.data() || {};
      if (this.focus) this.focus.value = this.focusIn(data);
      this.keeping = !state && !gids.plans.isEmpty(data.approach);
      if (state) this.set(state.answers, state.chosen);
      else if (this.keeping) {
        this.set(this.answersIn(data), this.chosenIn(data));
        this.tell("Deze antwoorden komen uit Mijn plan.");
      } else {
        const heavy = gids.scores.heavy(gids.scores.rules, data.scores || []);
        const suggested = gids.approach.tidy(this.rules.questions, gids.approach.suggested(this.rules.questions, heavy));
        this.set(suggested, []);
        if (suggested.length) this.tell(`Uit Drempels in kaart namen we ${suggested.length === 1 ? "één antwoord" : `${suggested.length} antwoorden`} over. Kijk na of ze kloppen: je kan ze veranderen.`);
      }
      this.weighed = this.weigh();
      this.show();
    }

    /** What a plan holds of it. @param {any} data */
    holds(data) {
      return this.parts(this.answersIn(data), this.chosenIn(data), this.focusIn(data));
    }

    /** What is answered and chosen here. */
    get data() {
      return this.parts(this.weigh().answers, this.chosen, this.focus?.value.trim() || "");
    }

    /** The answers by their question, and in the answers of the steps what was chosen and the focus. @param {string[]} answers @param {string[]} chosen @param {string} focus @returns {any} */
    parts(answers, chosen, focus) {
      const byQuestion = this.rules.questions.map((/** @type {any} */ question) => [question.id, answers.filter((id) => question.answers.some((/** @type {any} */ answer) => answer.id === id))]);
      return {
        approach: Object.fromEntries(byQuestion.filter((/** @type {[string, string[]]} */ [, ids]) => ids.length)),
        answers: { [CHOSEN]: chosen, ...(this.focus ? { [this.focus.name]: focus } : {}) },
      };
    }

    /** Two texts for the focus both stay, and what was ticked where several may be. @param {string[]} path */
    bothStay([part, name]) {
      return part === "answers" || this.rules.questions.some((/** @type {any} */ question) => question.id === name && question.several);
    }

    /** @param {any} data */
    takeOver(data) {
      this.set(this.answersIn(data), this.chosenIn(data));
      if (this.focus) this.write(this.focus, this.focusIn(data));
      this.weighed = this.weigh();
      this.show();
      this.write();
    }

    /** @param {string} text */
    tell(text) {
      this.find("[data-from]").textContent = text;
    }

    /** @param {any} data @returns {string} */
    focusIn(data) {
      const focus = data.answers?.[this.focus?.name || ""];
      return typeof focus === "string" ? focus.trim() : "";
    }

    /** @param {any} data @returns {string[]} what was answered in the plan, as far as the rules know it */
    answersIn(data) {
      return gids.approach.tidy(this.rules.questions, Object.values(data.approach || {}).flat());
    }

    /** @param {any} data @returns {string[]} the strategies that were chosen in the plan */
    chosenIn(data) {
      const chosen = data.answers?.[CHOSEN];
      return Array.isArray(chosen) ? this.rules.strategies.filter((/** @type {string} */ id) => chosen.includes(id)) : [];
    }

    /** @param {string[]} answers @param {string[]} chosen */
    set(answers, chosen) {
      for (const question of this.rules.questions) {
        this.given.set(question.id, question.answers.map((/** @type {any} */ answer) => answer.id).filter((/** @type {string} */ id) => answers.includes(id)));
      }
      for (const box of this.choices) box.checked = chosen.includes(box.value);
      this.tick();
    }

    /** Let the boxes say what was answered. */
    tick() {
      const answers = [...this.given.values()].flat();
      for (const field of this.fields) {
        const boxes = /** @type {HTMLInputElement[]} */ ([...field.querySelectorAll("input")]);
        for (const box of boxes) box.checked = answers.includes(box.value);
        field.querySelector("[data-clear]")?.toggleAttribute("hidden", !boxes.some((box) => box.checked));
      }
    }

    weigh() {
      return gids.approach.weigh(this.rules, [...this.given.values()].flat());
    }

    get chosen() {
      return this.choices.filter((box) => box.checked).map((box) => box.value);
    }

    /** @param {HTMLInputElement} box */
    change(box) {
      const field = /** @type {HTMLElement | null} */ (box.closest("[data-question]"));
      if (field) this.answer(field, box);
      else if (this.focus === /** @type {any} */ (box)) return this.keepFocus();
      else if (!this.choices.includes(box)) return;
      this.update();
    }

    /** @param {HTMLElement} field @param {HTMLInputElement} box */
    answer(field, box) {
      const question = this.rules.questions.find((/** @type {any} */ each) => each.id === field.dataset.question);
      const limit = /** @type {HTMLElement} */ (field.querySelector("[data-limit]"));
      const others = (this.given.get(question.id) || []).filter((id) => id !== box.value);
      const settled = box.checked ? gids.approach.settle(question, [...others, box.value]) : others;
      const tooMany = question.several && question.most && settled.length > question.most;
      limit.hidden = !tooMany;
      limit.textContent = tooMany ? `Kies er hoogstens ${question.most}. Haal eerst een ander antwoord weg.` : "";
      this.given.set(question.id, tooMany ? others : settled);
      this.tick();
    }

    /** After a change: the outcome, what shifted, the address, and the plan when it keeps along. */
    update() {
      const before = this.weighed;
      this.weighed = this.weigh();
      this.show();
      this.tellShift(before, this.weighed);
      this.write();
      if (this.keeping) this.keep();
    }

    /** @param {any} before @param {any} after */
    tellShift(before, after) {
      const place = this.find("[data-shift]");
      if (after.talkFirst) {
        place.textContent = before.talkFirst ? "" : "Nu zijn er te veel vragen met “weten we niet”: de groepen maken plaats voor gesprekken om eerst te voeren.";
        return;
      }
      if (after.everything && !before.everything) {
        place.textContent = "Jullie antwoorden pleiten nu voor alle zes. Kies eerst wat het zwaarst weegt.";
        return;
      }
      const moved = gids.approach.shifts(before, after).filter(([, from]) => from);
      const group = (/** @type {string} */ id) => `“${this.rules.groups[id]}”`;
      const lines = moved.map(([id, from, to]) => `${this.titleOf(id)}, van ${group(from)} naar ${group(to)}`);
      place.textContent = lines.length ? `Verschoven: ${lines.join("; ")}.` : before.answers.join() === after.answers.join() ? "" : "Er verschuift niets.";
    }

    /** @param {string} id */
    titleOf(id) {
      return this.find(`[data-strategy="${id}"]`).dataset.title;
    }

    show() {
      const { answers, groups, unsure, talkFirst, everything, clear } = this.weighed;
      const some = answers.length > 0;
      const grouped = some && !talkFirst;
      this.find("[data-none]").hidden = some;
      this.find("[data-everything]").hidden = !everything;
      this.find("[data-talk]").hidden = !talkFirst;
      this.find("[data-unsure-count]").textContent = String(unsure.length);
      for (const item of this.all("[data-unsure]")) item.hidden = !unsure.includes(item.dataset.unsure);
      this.find("[data-unclear]").hidden = !grouped || clear || everything;
      const answered = [...this.given.values()].filter((ids) => ids.length).length;
      this.find("[data-few]").hidden = !grouped || answered * 2 >= this.rules.questions.length;
      this.find("[data-answered]").textContent = String(answered);
      this.find("[data-groups]").hidden = !grouped;
      for (const strategy of this.rules.strategies) this.place(strategy, grouped ? groups[strategy] : null, answers);
      for (const group of this.all("[data-group]")) group.querySelector("[data-empty]").hidden = group.querySelector("[data-list]").childElementCount > 0;
      const advice = this.all("[data-advice-of]");
      for (const item of advice) item.hidden = !answers.includes(item.dataset.adviceOf);
      this.find("[data-advice]").hidden = advice.every((item) => item.hidden);
      this.showChoice(grouped ? groups : {});
    }

    /** Put a strategy in its group, with the reasons that count here. @param {string} id @param {string | null} group @param {string[]} answers */
    place(id, group, answers) {
      const card = this.find(`[data-strategy="${id}"]`);
      this.find(group ? `[data-group="${group}"] [data-list]` : "[data-cards]").append(card);
      for (const weight of card.querySelectorAll("[data-weight]")) {
        const reasons = [...weight.querySelectorAll("[data-answer]")];
        for (const reason of reasons) reason.hidden = !answers.includes(reason.dataset.answer);
        weight.hidden = reasons.every((reason) => reason.hidden);
      }
      card.querySelector("[data-nothing]").hidden = [...card.querySelectorAll("[data-weight]")].some((weight) => !weight.hidden);
    }

    /** @param {Record<string, string>} groups */
    showChoice(groups) {
      const chosen = this.chosen;
      for (const note of this.all("[data-group-of]")) {
        const group = groups[note.dataset.groupOf];
        note.textContent = group ? `(${this.rules.groups[group]})` : "";
      }
      this.find("[data-all-six]").hidden = chosen.length < this.rules.strategies.length;
      this.find("[data-many]").hidden = chosen.length <= this.rules.sideBySide || chosen.length === this.rules.strategies.length;
      const beside = chosen.length > 1 && chosen.length <= this.rules.sideBySide;
      this.find("[data-beside]").hidden = !beside;
      for (const cell of this.all("[data-column]")) cell.hidden = !chosen.includes(cell.dataset.column);
      for (const cell of this.all("[data-beside-group]")) cell.textContent = this.rules.groups[groups[cell.dataset.besideGroup]] || "nog geen uitkomst";
      for (const cell of this.all("[data-beside-weight]")) this.copyReasons(cell);
      const profiles = this.all("[data-profile]");
      for (const profile of profiles) profile.hidden = !chosen.includes(profile.dataset.profile);
      this.find("[data-profiles]").hidden = !chosen.length;
      this.find("[data-two-sides]").hidden = new Set(profiles.filter((each) => !each.hidden).map((each) => each.dataset.side)).size < 2;
      for (const onward of this.all("[data-onward-of]")) onward.hidden = !chosen.includes(onward.dataset.onwardOf);
      this.find("[data-onward]").hidden = !chosen.length;
    }

    /** What counts on the card of a strategy, put in a cell beside others. @param {HTMLElement} cell */
    copyReasons(cell) {
      const reasons = this.all(`[data-strategy="${cell.dataset.column}"] [data-weight="${cell.dataset.besideWeight}"] > ul > li`).filter((each) => !each.hidden);
      const lines = reasons.map((each) => gids.element("li", {}, each.firstChild.textContent.trim()));
      cell.replaceChildren(lines.length ? gids.element("ul", {}, ...lines) : "–");
    }

    /** The state in the address. */
    get hash() {
      return gids.approach.toHash({ answers: this.weighed.answers, chosen: this.chosen });
    }

    write() {
      const hash = this.hash;
      try {
        history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
      } catch {
        location.replace(`#${hash}`); // opened from a folder, only this part of the address may change
      }
    }

    /** Somebody followed a link to a heading, or went back or forward. */
    travel() {
      if (location.hash.replace(/^#/, "") === this.hash) return;
      const state = gids.approach.fromHash(this.rules, location.hash);
      if (!state) {
        if (this.hash) this.write(); // the heading is in view: the answers go back into the address
        return;
      }
      this.set(state.answers, state.chosen);
      this.weighed = this.weigh();
      this.show();
    }

    /** @param {HTMLElement} target */
    click(target) {
      const button = target.closest?.("button");
      if (!button) return;
      if ("clear" in button.dataset) this.clear(/** @type {HTMLElement} */ (button.closest("[data-question]")));
      else if ("keep" in button.dataset) this.keep(true);
      else if ("copy" in button.dataset) this.copy();
      else if ("print" in button.dataset) window.print();
      else if ("printRules" in button.dataset) this.printRules();
      else if ("restart" in button.dataset) this.restart();
    }

    /** @param {HTMLElement} field */
    clear(field) {
      this.given.set(field.dataset.question || "", []);
      this.tick();
      this.update();
      /** @type {HTMLElement} */ (field.querySelector("input")).focus(); // the button is gone
    }

    restart() {
      this.set([], []);
      this.update();
      this.confirm("Alle antwoorden zijn gewist.");
      /** @type {HTMLElement} */ (this.fields[0].querySelector("legend")).focus();
    }

    printRules() {
      this.find("[data-rules]").hidden = false;
      window.print();
    }

    /** @param {string} text */
    confirm(text, trouble = false) {
      const place = this.find("[data-status]");
      place.textContent = text;
      place.classList.toggle("keep__status--trouble", trouble);
    }

    async copy() {
      try {
        await navigator.clipboard.writeText(location.href);
        this.confirm("De link is gekopieerd. Wie hem opent, ziet jullie antwoorden.");
      } catch {
        this.confirm("Kopiëren lukt niet in deze browser. Kopieer het adres boven in je venster.", true);
      }
    }

    /** The focus is an answer of the step: where the plan has one already, it follows at once. */
    keepFocus() {
      if (this.keeping) return this.keep();
      try {
        if (!this.focusIn(gids.plans.current()?.data || {})) return;
        const { known } = this;
        const [mine, before] = [this.data, known].map((parts) => this.parts([], [], this.focusIn(parts)));
        this.store(mine, before);
        this.known = { ...known, answers: { ...this.known.answers, [CHOSEN]: known.answers[CHOSEN] } }; // of the rest nothing was kept
      } catch (error) {
        this.confirm(gids.plans.explain(error), true);
      }
    }
  };
})(window.gids);
