/** What is still wrong or missing: at the fields that somebody has been in, and all of it when somebody asks. */
(function (gids) {
  "use strict";

  const { form, story } = gids;

  story.Checks = class Checks extends story.Part {
    /** @param {HTMLElement} element @param {() => any} edited which published story is corrected, if any */
    constructor(element, edited) {
      super(element);
      this.edited = edited;
      /** Fields that somebody has been in: only there a mistake is told while typing. @type {Set<Element>} */
      this.visited = new Set();
    }

    start() {
      this.form.addEventListener("focusout", (event) => {
        const field = /** @type {HTMLElement} */ (event.target).closest("[data-field]");
        // A move inside the same field, between radio buttons, is no leaving.
        if (!field || field.contains(/** @type {Node | null} */ (event.relatedTarget))) return;
        this.visited.add(field);
        this.tell();
      });
      this.form.addEventListener("change", () => this.tell());
      this.form.addEventListener("input", () => {
        clearTimeout(this.soon);
        this.soon = setTimeout(() => this.tell(), 500);
      });
      this.on("check", () => this.all());
    }

    /** Another story is shown. */
    forget() {
      this.visited.clear();
      form.clearSummary(this.part("mistakes"));
    }

    /** The mistakes by the field in the form that they belong to. */
    found() {
      const answer = story.check(form.read(this.form), this.edited());
      const placed = answer.problems.map((/** @type {any} */ problem) => {
        const place = this.placeOf(problem.location, answer.origin);
        return { ...problem, place, field: place && form.find(this.form, place) };
      });
      return { ...answer, placed };
    }

    /** Where in the form a place in the file is: empty rows before it were left out. @param {(string | number)[]} location @param {Map<string, string>} origin */
    placeOf(location, origin) {
      for (let length = location.length; length > 0; length -= 1) {
        const start = origin.get(location.slice(0, length).join("."));
        if (start) return [start, ...location.slice(length)].join(".");
      }
      return location.join(".");
    }

    /** Sentences at the fields: those that somebody left, or all. What is still empty is only told when somebody asks. */
    tell(all = false) {
      const { placed } = this.found();
      for (const place of /** @type {NodeListOf<HTMLElement>} */ (this.form.querySelectorAll("[data-field], [data-row]"))) {
        const shown = placed.filter((/** @type {any} */ problem) => problem.field === place);
        const visited = all || this.everything || this.visited.has(place);
        const told = shown.filter((/** @type {any} */ problem) => all || this.everything || !problem.missing);
        const texts = (/** @type {boolean} */ notice) => told.filter((/** @type {any} */ problem) => problem.notice === notice).map((/** @type {any} */ problem) => problem.message);
        form.tell(place, visited ? texts(false) : [], texts(true));
      }
    }

    /** @returns {boolean} whether the story is complete */
    all() {
      this.everything = true;
      this.tell(true);
      const { placed } = this.found();
      const box = this.part("mistakes");
      const order = [...this.form.querySelectorAll("[data-field], [data-row]")];
      const mistakes = placed.filter((/** @type {any} */ problem) => !problem.notice);
      mistakes.sort((/** @type {any} */ one, /** @type {any} */ other) => order.indexOf(one.field) - order.indexOf(other.field));
      if (!mistakes.length) {
        form.clearSummary(box);
        this.part("checked").textContent = "Er ontbreekt niets. Je kan het verhaal insturen.";
        return true;
      }
      this.part("checked").textContent = "";
      const entries = mistakes.map((/** @type {any} */ { place, message, field }) => ({ label: this.labelOf(place), message, field }));
      form.summarise(box, mistakes.length === 1 ? "Er is nog 1 ding te doen" : `Er zijn nog ${mistakes.length} dingen te doen`, entries);
      return false;
    }

    /** A place in words: «Context 2, Kopje». @param {string} place */
    labelOf(place) {
      let fields = story.rules.fields;
      /** @type {string[]} */
      const words = [];
      for (const part of place.split(".")) {
        if (/^\d+$/.test(part)) {
          words[words.length - 1] += ` ${Number(part) + 1}`;
          continue;
        }
        const field = fields.find((/** @type {any} */ each) => each.name === part);
        if (!field) break;
        words.push(field.label);
        fields = field.fields;
      }
      return words.join(", ");
    }
  };
})(window.gids);
