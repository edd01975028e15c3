/**
 * A reader's own ticks and answers on the printed page of a step, and the one line on screen that says so. What comes along
 * stands in the page only for paper: on screen nothing moves.
 */
(function (gids) {
  "use strict";

  const { plans } = gids;

  const day = (/** @type {string} */ moment) =>
    Number.isNaN(Date.parse(moment)) ? "" : `, laatst gewijzigd op ${new Date(moment).toLocaleDateString("nl-BE", { day: "numeric", month: "long", year: "numeric" })}`;

  plans.Paper = class Paper {
    /** @param {HTMLElement} element the place of the line */
    constructor(element) {
      this.element = element;
      this.step = element.dataset.step || "";
      /** What stands in the page for paper. @type {Element[]} */
      this.added = [];
      /** The plan that the reader chose for, and what. */
      this.plan = "";
      this.also = { answers: true, notes: false };
      this.refresh();
      // Also at the last moment: another tab may have changed, opened or wiped a plan.
      for (const moment of ["storage", "pageshow", "beforeprint"]) addEventListener(moment, () => this.refresh());
    }

    /** The open plan, or nothing: the page then prints as if there were none. */
    current() {
      try {
        return plans.current();
      } catch {
        return null;
      }
    }

    refresh() {
      const draft = this.current();
      const own = draft && plans.own(draft.data, this.step);
      const text = own && plans.hasOwn(own) ? JSON.stringify([draft.id, draft.name, draft.data.place, draft.saved, own]) : "";
      if (text === this.shown) return;
      this.shown = text;
      if (!text || draft.id !== this.plan) {
        this.plan = text && draft.id;
        this.also = { answers: true, notes: false };
        this.element.replaceChildren();
      }
      this.own = own;
      this.name = draft && (draft.name || draft.data.place);
      this.when = draft && day(draft.saved);
      if (text) this.tell();
      this.put();
    }

    /** «plan “Gent”». */
    get named() {
      return this.name ? `plan “${this.name}”` : "plan";
    }

    /* --- on screen --- */

    /** The line, with the choice behind it; a choice that was made stays. */
    tell() {
      const open = this.element.contains(document.activeElement);
      this.line = gids.element("span", {});
      const choices = [];
      if (this.own.answers.length || this.own.marked) choices.push(this.choice("answers", "Mijn kruisjes en antwoorden bij deze stap"));
      if (this.own.noted) choices.push(this.choice("notes", "Mijn notities bij de checklist"));
      const details = gids.element(
        "details",
        { class: "own__details" },
        gids.element("summary", { class: "own__summary" }, this.line),
        gids.element("p", {}, `In deze browser staat je ${this.named}${this.when}. Druk je af voor anderen? Kies wat zij mogen lezen. Je keuze geldt tot je deze pagina verlaat.`),
        ...choices,
        gids.element("p", {}, gids.element("a", { href: this.element.dataset.plan }, "Kijk na wat er in je plan staat"))
      );
      details.open = open;
      this.element.replaceChildren(details);
      this.say();
    }

    say() {
      const name = plans.ownWords(this.own, this.also) && this.name ? gids.element("span", { class: "own__name" }, `\u00a0uit ${this.named}`) : "";
      this.line.replaceChildren(plans.ownLine(this.own, this.also), name);
    }

    /** @param {"answers" | "notes"} part @param {string} label */
    choice(part, label) {
      const id = `eigen-${part}`;
      const box = gids.element("input", { type: "checkbox", id, class: "own__box", autocomplete: "off" });
      box.checked = this.also[part];
      box.addEventListener("change", () => {
        this.also[part] = box.checked;
        this.say();
        this.put();
      });
      return gids.element("p", { class: "own__choice" }, box, gids.element("label", { for: id }, label));
    }

    /* --- on paper --- */

    /** Put into the page what comes along, and take away what no longer does. */
    put() {
      for (const each of this.added) each.remove();
      this.added = [];
      const ticks = this.shown ? this.own.ticks : {};
      for (const item of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-item]"))) this.tick(item, ticks[item.dataset.item || ""]);
      const words = this.shown && plans.ownWords(this.own, this.also);
      if (!words) return;
      this.add(this.element, "after", gids.element("p", { class: "on-paper own-stamp" }, `Met de ${words} uit ${this.name ? this.named : "het plan van wie dit afdrukt"}${this.when}.`));
      if (this.also.answers && this.own.answers.length) this.add(document.querySelector("[data-own-answers]"), "after", this.section());
    }

    /** @param {Element | null} place @param {"after" | "append"} how @param {Element} added */
    add(place, how, added) {
      place?.[how](added);
      this.added.push(added);
    }

    /** @param {HTMLElement} item the words of a point of the checklist @param {any} [tick] */
    tick(item, tick) {
      const mark = this.also.answers && tick ? tick.mark : "";
      const line = /** @type {HTMLElement} */ (item.parentElement);
      if (mark) line.dataset.own = mark;
      else delete line.dataset.own;
      const note = this.also.notes && tick?.note ? `Notitie: ${tick.note}` : "";
      for (const text of [mark && tick.words, note]) if (text) this.add(item, "append", gids.element("span", { class: "on-paper own-note" }, text));
    }

    section() {
      const title = `Jouw antwoorden bij stap ${plans.rules.steps[this.step].number}`;
      const answers = this.own.answers.map((/** @type {any} */ answer) => gids.element("section", { class: "own-answer" }, gids.element("h3", {}, answer.label), this.body(answer)));
      const from = `Uit ${this.name ? this.named : "je plan op dit toestel"}${this.when}. ${this.own.count}.`;
      return gids.element("section", { class: "on-paper own-answers" }, gids.element("h2", {}, title), gids.element("p", {}, from), ...answers);
    }

    /** @param {any} answer */
    body({ text, list, columns, rows }) {
      if (list) return gids.element("ul", {}, ...list.map((each) => gids.element("li", {}, each)));
      if (!rows) return gids.element("p", {}, text);
      const line = (/** @type {string} */ tag, /** @type {string[]} */ cells, /** @type {Record<string, string>} */ more = {}) => gids.element("tr", {}, ...cells.map((each) => gids.element(tag, more, each)));
      return gids.element("table", {}, gids.element("thead", {}, line("th", columns, { scope: "col" })), gids.element("tbody", {}, ...rows.map((row) => line("td", row))));
    }
  };
})(window.gids);
