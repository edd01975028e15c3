/**
 * The answers on the page of one step: into the form and out of it. What the form cannot show, such as a choice that the question
 * no longer has, goes back into the plan as it came.
 */
(function (gids) {
  "use strict";

  const { form, plans } = gids;

  plans.Answers = class Answers {
    /** @param {HTMLFormElement} element @param {() => void} changed */
    constructor(element, changed) {
      this.element = element;
      /** What a row has besides its columns. @type {WeakMap<Element, Record<string, string>>} */
      this.extras = new WeakMap();
      /** Fields that show something else than they hold. @type {Map<string, any>} */
      this.hidden = new Map();
      element.addEventListener("submit", (event) => event.preventDefault());
      element.addEventListener("change", (event) => this.hidden.delete(/** @type {HTMLElement} */ (event.target).closest("[data-shape=CHOICE]")?.getAttribute("data-field") || ""));
      new form.Rows(element, changed);
    }

    /** @param {Record<string, any>} answers */
    show(answers) {
      form.fill(this.element, answers);
      this.hidden.clear();
      for (const field of form.fieldsOf(this.element)) {
        const { field: name, shape } = field.dataset;
        const value = answers[name];
        if (shape === "ROWS" && plans.isRows(value)) form.rowsOf(field).forEach((/** @type {Element} */ row, /** @type {number} */ index) => this.extras.set(row, without(value[index], plans.rules.questions[name].columns)));
        else if (shape === "CHOICE" && value && !has(field, value)) this.hidden.set(name, value);
        else if (shape === "CHOICES" && Array.isArray(value) && !plans.isRows(value)) this.hidden.set(name, value.filter((each) => !has(field, each)));
        else if (value !== undefined && (typeof value !== "string" || shape === "ROWS" || shape === "CHOICES")) this.hidden.set(name, value); // of another kind, from before the question changed
        this.sign(field);
      }
    }

    /** The answers of this page within all answers. @param {Record<string, any>} answers @returns {Record<string, any>} */
    read(answers) {
      const found = { ...answers };
      const raw = form.read(this.element);
      for (const field of form.fieldsOf(this.element)) {
        const name = field.dataset.field;
        const value = this.valueOf(field, raw[name]);
        if (plans.isEmpty(value)) delete found[name];
        else found[name] = value;
      }
      return found;
    }

    /** @param {HTMLElement} field @param {any} value what the form gives @returns {any} */
    valueOf(field, value) {
      const { field: name, shape } = field.dataset;
      const kept = this.hidden.get(name || "");
      if (shape === "CHOICES") return plans.isRows(kept) || typeof kept === "string" ? (value.length ? value : kept) : [...value, ...(kept || [])];
      if (shape === "ROWS") {
        const rows = form.rowsOf(field).map((/** @type {Element} */ row, /** @type {number} */ index) => filled({ ...this.extras.get(row), ...value[index] }));
        return rows.some((/** @type {any} */ row) => !plans.isEmpty(row)) || kept === undefined ? rows.filter((/** @type {any} */ row) => !plans.isEmpty(row)) : kept;
      }
      return plans.isEmpty(value) && kept !== undefined ? kept : value;
    }

    /** Signs at what was typed in a field: never an obstacle. @param {HTMLElement} field */
    sign(field) {
      const place = /** @type {HTMLElement | null} */ (field.querySelector("[data-notice-text]"));
      if (!place) return;
      const texts = form.controlsOf(field).filter((/** @type {any} */ each) => each.type !== "radio" && each.type !== "checkbox");
      const found = texts.flatMap((/** @type {any} */ each) => ("numberKind" in each.dataset ? plans.numberSign(each.value, each.dataset.numberKind) : "day" in each.dataset ? plans.daySign(each.value) : plans.personal(each.value)));
      plans.sign(place, found);
    }
  };

  /** Show or clear the sentences at a place. @param {HTMLElement} place @param {string[]} sentences */
  plans.sign = (place, sentences) => {
    place.replaceChildren(...[...new Set(sentences)].map((text) => gids.element("span", { class: "field__sentence" }, text)));
    place.hidden = !sentences.length;
  };

  const has = (/** @type {HTMLElement} */ field, /** @type {string} */ value) => form.controlsOf(field).some((/** @type {any} */ each) => each.value === value);

  /** The cells of columns that a table does not have. @param {any} row @param {Record<string, string>} columns */
  const without = (row, columns) => Object.fromEntries(Object.entries(row || {}).filter(([name]) => !Object.hasOwn(columns, name)));

  /** Only the cells with something in them. @param {Record<string, string>} row */
  const filled = (row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell));
})(window.gids);
