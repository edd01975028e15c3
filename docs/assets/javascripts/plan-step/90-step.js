/** The page of one step of the plan. */
(function (gids) {
  "use strict";

  const { plans } = gids;

  gids.modules["plan-step"] = class PlanStep {
    /** @param {HTMLElement} element */
    constructor(element) {
      this.element = element;
      this.step = element.dataset.step || "";
      const touched = () => this.keeper.autosave.touch();
      this.answers = new plans.Answers(/** @type {any} */ (element.querySelector("[data-answers]")), touched);
      this.checklist = new plans.Checklist(/** @type {any} */ (element.querySelector("[data-checklist]")), (/** @type {string} */ number, /** @type {string} */ what) => this.addAction(number, what));
      element.addEventListener("input", (event) => this.sign(event));
      element.addEventListener("plan", () => this.count());
      this.keeper = new plans.Keeper(element, { read: (/** @type {any} */ data) => this.read(data), show: (/** @type {any} */ data) => this.show(data) });
      this.keeper.resume();
    }

    /** @param {any} data */
    read(data) {
      return { ...data, answers: this.answers.read(data.answers), ticks: this.checklist.read(data.ticks) };
    }

    /** @param {any} data */
    show(data) {
      plans.word(this.element, data.employer);
      this.answers.show(data.answers);
      this.checklist.show(data);
    }

    count() {
      const place = /** @type {HTMLElement} */ (this.element.querySelector("[data-count]"));
      place.textContent = `${plans.progressText(this.keeper.draft.data, this.step)}.`;
    }

    /** @param {Event} event */
    sign(event) {
      const field = /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (event.target).closest("[data-answers] > [data-field]"));
      if (field) this.answers.sign(field);
    }

    /** @param {string} number @param {string} what */
    addAction(number, what) {
      const { data } = this.keeper.flushed();
      if (data.actions.some((/** @type {any} */ each) => each.what === what)) return this.keeper.say(`Punt ${number} staat al in je actielijst.`);
      this.keeper.changed = true;
      this.keeper.keep({ ...data, actions: [...data.actions, { key: plans.newId(), what, who: "", when: "", done: false, step: this.step }] });
      if (!this.keeper.unsaved) this.keeper.say(`Punt ${number} staat in je actielijst, op de pagina “Mijn plan”.`);
    }
  };
})(window.gids);
