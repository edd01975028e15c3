/** Two versions side by side: for each difference both are shown, and one of them, or both, is chosen. */
(function (gids) {
  "use strict";

  const { plans } = gids;

  /** What a place in a plan is called. @param {string[]} path @returns {string} */
  plans.nameOf = (path) => {
    const [part, name, field] = path;
    const { questions, items } = plans.rules;
    if (part === "employer") return "Wie de ambassadeur in dienst neemt";
    if (part === "place") return "Gemeente of organisatie";
    if (part === "answers") return questions[name]?.label || name;
    if (part === "ticks") return `Punt ${name}${field === "note" ? ", notitie" : ""}: ${items[name]?.text || ""}`;
    if (part === "actions") return `Actie, ${{ what: "wat", who: "wie", when: "tegen wanneer", done: "klaar" }[field] || field}`;
    if (part === "has") return "Wat je al hebt";
    return path.join(", ");
  };

  const TICKS = { gedaan: "gedaan", nvt: "niet van toepassing" };
  const EMPLOYERS = { bestuur: "een lokaal bestuur", organisatie: "een organisatie" };

  /** A value in words. @param {string[]} path @param {any} value @returns {string} */
  plans.valueText = (path, value) => {
    if (path[0] === "answers" && path.length === 2) return plans.answerText(path[1], value);
    if (path[0] === "ticks" && path[2] === "state") return /** @type {any} */ (TICKS)[value] || value;
    if (path[0] === "employer") return /** @type {any} */ (EMPLOYERS)[value] || value;
    if (path[0] === "has" && Array.isArray(value)) return value.map((id) => plans.rules.has.find((/** @type {any} */ each) => each.id === id)?.title || id).join("\n");
    return typeof value === "string" ? value : value === true ? "ja" : value === false ? "nee" : JSON.stringify(value);
  };

  /** Whether «allebei» makes sense: rows, several choices, free text. @param {any} conflict */
  const canBoth = (conflict) => {
    const kind = conflict.path[0] === "answers" ? plans.rules.questions[conflict.path[1]]?.kind : "";
    if (Array.isArray(conflict.mine) && Array.isArray(conflict.theirs)) return true;
    return kind === "lange-tekst" || conflict.path.at(-1) === "note";
  };

  plans.MergePanel = class MergePanel {
    /** @param {HTMLElement} element */
    constructor(element) {
      this.element = element;
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

    /** @param {string} name @returns {any} */
    part(name) {
      return this.element.querySelector(`[data-${name}]`);
    }

    /**
     * @param {string} text @param {string} mine what my version is called @param {string} theirs
     * @param {any[]} conflicts @param {(choices: any) => void} decide called with a choice per difference, or with null
     */
    open(text, mine, theirs, conflicts, decide) {
      this.conflicts = conflicts;
      this.decide = decide;
      this.part("merge-text").textContent = text;
      this.part("merge-list").replaceChildren(...conflicts.map((conflict, index) => this.difference(conflict, index, mine, theirs)));
      this.element.hidden = false;
      /** @type {any} */ (this.part("merge-title")).focus();
    }

    /** @param {any} conflict @param {number} index @param {string} mine @param {string} theirs */
    difference(conflict, index, mine, theirs) {
      const choices = [["mine", mine, conflict.mine], ["theirs", theirs, conflict.theirs], ...(canBoth(conflict) ? [["both", "Allebei", undefined]] : [])];
      const lines = choices.map(([value, name, shown]) => {
        const id = `verschil-${index}-${value}`;
        const box = gids.element("input", { class: "choice-line__box", type: "radio", id, name: `verschil-${index}`, value, ...(value === "mine" ? { checked: "" } : {}) });
        const words = shown === undefined ? "" : gids.element("span", { class: "plan-merge__value" }, plans.valueText(conflict.path, shown));
        return gids.element("div", { class: "choice-line" }, box, gids.element("label", { for: id }, gids.element("strong", {}, name), words));
      });
      return gids.element("fieldset", { class: "plan-merge__item" }, gids.element("legend", { class: "field__label" }, plans.nameOf(conflict.path)), ...lines);
    }

    close() {
      this.element.hidden = true;
      this.decide = null;
    }
  };
})(window.gids);
