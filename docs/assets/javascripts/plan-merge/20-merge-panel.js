/** Two versions side by side: for each difference both are shown, and one of them, or both, is chosen. */
(function (gids) {
  "use strict";

  const { form, plans } = gids;

  plans.MergePanel = class MergePanel extends form.Part {
    /** @param {HTMLElement} element */
    constructor(element) {
      super(element);
      /** @type {((choices: string[] | null) => void) | null} */
      this.decide = null;
      const finish = (/** @type {() => string[] | null} */ choices) => () => {
        const [decide, chosen] = [this.decide, choices()];
        this.close();
        decide?.(chosen);
      };
      this.part("merge-done").addEventListener("click", finish(() => this.conflicts.map((_, index) => /** @type {any} */ (this.element.querySelector(`[name="verschil-${index}"]:checked`)).value)));
      this.part("merge-cancel").addEventListener("click", finish(() => null));
      /** @type {any[]} */
      this.conflicts = [];
    }

    /**
     * @param {string} text @param {string} mine what my version is called @param {string} theirs
     * @param {any[]} conflicts @param {any} data the plan that they are in @param {(choices: any) => void} decide called with a choice per difference, or with null
     */
    open(text, mine, theirs, conflicts, data, decide) {
      this.conflicts = conflicts;
      this.decide = decide;
      this.part("merge-text").textContent = text;
      this.part("merge-list").replaceChildren(...conflicts.map((conflict, index) => this.difference(conflict, index, mine, theirs, data)));
      this.element.hidden = false;
      /** @type {any} */ (this.part("merge-title")).focus();
    }

    /** @param {any} conflict @param {number} index @param {string} mine @param {string} theirs @param {any} data */
    difference(conflict, index, mine, theirs, data) {
      const choices = [["mine", mine, conflict.mine], ["theirs", theirs, conflict.theirs], ...(plans.canBoth(conflict) ? [["both", "Allebei", undefined]] : [])];
      const lines = choices.map(([value, name, shown]) => {
        const id = `verschil-${index}-${value}`;
        const box = gids.element("input", { class: "choice-line__box", type: "radio", id, name: `verschil-${index}`, value, ...(value === "mine" ? { checked: "" } : {}) });
        const words = shown === undefined ? "" : gids.element("span", { class: "plan-merge__value" }, plans.valueText(conflict.path, shown) || "niets");
        return gids.element("div", { class: "choice-line" }, box, gids.element("label", { for: id }, gids.element("strong", {}, name), words));
      });
      return gids.element("fieldset", { class: "plan-merge__item" }, gids.element("legend", { class: "field__label" }, plans.nameOf(conflict.path, data)), ...lines);
    }

    close() {
      this.element.hidden = true;
      this.decide = null;
    }
  };
})(window.gids);
