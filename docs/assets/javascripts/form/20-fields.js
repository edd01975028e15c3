/**
 * Reading and filling in a form whose fields stand in groups and rows: `data-field` names a field, `data-shape` its shape and
 * `data-path` the start of its ids; `data-rows` holds the rows of a list. Every new row is a copy of the first, as it came.
 * A row that was filled in with an id keeps it (`data-id`), though the form does not show it.
 */
(function (gids) {
  "use strict";

  const form = (gids.form = gids.form || {});
  const NUMBERED = ["id", "for", "name", "aria-describedby", "data-path"];
  /** The first row of each list, as it came. @type {WeakMap<Element, HTMLElement>} */
  const pristine = new WeakMap();

  /** The fields that belong to an element and to no field or row inside it. @param {Element} owner @returns {HTMLElement[]} */
  form.fieldsOf = (owner) =>
    /** @type {HTMLElement[]} */ ([...owner.querySelectorAll("[data-field]")].filter((field) => field.parentElement?.closest("[data-field], [data-row], form") === owner));

  /** The rows of a list, in order. @param {Element} field @returns {HTMLElement[]} */
  form.rowsOf = (field) => /** @type {HTMLElement[]} */ ([...field.querySelectorAll("[data-row]")].filter((row) => row.parentElement?.closest("[data-field]") === field));

  /** The controls of a field that has no fields of its own. @param {Element} field @returns {any[]} */
  form.controlsOf = (field) => [...field.querySelectorAll("input, textarea, select")];

  /** What stands in the form. @param {Element} owner @returns {Record<string, any>} */
  form.read = (owner) => Object.fromEntries(form.fieldsOf(owner).map((field) => [field.dataset.field, readField(field)]));

  /** @param {HTMLElement} field @returns {any} */
  function readField(field) {
    const { shape } = field.dataset;
    const controls = form.controlsOf(field);
    if (shape === "GROUP") return form.read(field);
    if (shape === "ROWS") return form.rowsOf(field).map((row) => ({ ...known(row), ...form.read(row) }));
    if (shape === "LINES") return form.rowsOf(field).map((row) => form.controlsOf(row)[0].value);
    if (shape === "CHOICES") return controls.filter((each) => each.checked).map((each) => each.value);
    const [control] = controls;
    if (control.type === "radio" || control.type === "checkbox") return controls.find((each) => each.checked)?.value ?? "";
    return control.value;
  }

  /** What a row is called elsewhere: the key by which others choose it, and the id that it had when it was filled in. @param {HTMLElement} row */
  const known = ({ dataset }) => ({ ...(dataset.key ? { key: dataset.key } : {}), ...(dataset.id ? { id: dataset.id } : {}) });

  /** Put values in the form; rows come and go as needed. @param {Element} owner @param {Record<string, any>} values */
  form.fill = (owner, values) => {
    for (const field of form.fieldsOf(owner)) fillField(field, values?.[field.dataset.field || ""]);
  };

  /** @param {HTMLElement} field @param {any} value */
  function fillField(field, value) {
    const { shape } = field.dataset;
    if (shape === "GROUP") return form.fill(field, value || {});
    if (shape === "ROWS" || shape === "LINES") {
      const values = Array.isArray(value) && value.length ? value : [undefined];
      for (const row of form.rowsOf(field).slice(values.length)) row.remove();
      while (form.rowsOf(field).length < values.length) form.addRow(field);
      form.rowsOf(field).forEach((row, index) => fillRow(row, shape, values[index]));
      const fold = field.parentElement;
      if (fold instanceof HTMLDetailsElement) fold.open = Array.isArray(value) && value.some(isFilled);
      return form.number(field);
    }
    const text = typeof value === "string" ? value : undefined;
    for (const control of form.controlsOf(field)) {
      if (shape === "CHOICES") control.checked = Array.isArray(value) && value.includes(control.value);
      else if (control.type === "radio" || control.type === "checkbox") control.checked = text === undefined ? control.defaultChecked : control.value === text;
      else if (control.tagName === "SELECT") choose(control, text || "");
      else control.value = text ?? control.defaultValue;
    }
  }

  /** Whether anything stands in a value. @param {any} value @returns {boolean} */
  const isFilled = (value) => (value && typeof value === "object" ? Object.entries(value).some(([name, each]) => name !== "key" && name !== "id" && isFilled(each)) : Boolean(value));

  /** @param {HTMLElement} row @param {string} shape @param {any} value */
  function fillRow(row, shape, value) {
    if (shape === "LINES") {
      form.controlsOf(row)[0].value = typeof value === "string" ? value : "";
      return;
    }
    if (typeof value?.id === "string") row.dataset.id = value.id;
    else delete row.dataset.id;
    if ("keyed" in row.dataset) row.dataset.key = typeof value?.key === "string" ? value.key : row.dataset.key || newKey();
    form.fill(row, value || {});
  }

  /** A choice that this list does not have stays visible: nothing that was filled in disappears. @param {HTMLSelectElement} select @param {string} value */
  function choose(select, value) {
    select.value = value;
    if (select.value !== value && value) {
      select.append(gids.element("option", { value, "data-unknown": "" }, value));
      select.value = value;
    }
  }

  const newKey = () => `@${Math.random().toString(36).slice(2, 10)}`;

  /** The lists in a part of the page, which nobody filled in yet. @param {Element} part @returns {HTMLElement[]} */
  const prepare = (part) => {
    const lists = /** @type {HTMLElement[]} */ ([...part.querySelectorAll("[data-shape=ROWS], [data-shape=LINES]")]);
    for (const field of lists) {
      pristine.set(field, /** @type {HTMLElement} */ (form.rowsOf(field)[0].cloneNode(true)));
      field.dataset.next = "1";
      for (const row of form.rowsOf(field)) if ("keyed" in row.dataset) row.dataset.key = newKey();
      form.number(field);
    }
    return lists;
  };

  /** A new, empty row at the end of a list. @param {HTMLElement} field @returns {HTMLElement} */
  form.addRow = (field) => {
    const row = /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (pristine.get(field)).cloneNode(true));
    const number = Number(field.dataset.next);
    field.dataset.next = String(number + 1);
    const [first, own] = [`${field.dataset.path}.0`, `${field.dataset.path}.${number}`];
    for (const element of [row, ...row.querySelectorAll("*")]) {
      for (const name of NUMBERED) {
        const value = element.getAttribute(name);
        if (value) element.setAttribute(name, value.split(" ").map((token) => (token.startsWith(first) ? own + token.slice(first.length) : token)).join(" "));
      }
    }
    if ("keyed" in row.dataset) row.dataset.key = newKey();
    field.querySelector("[data-rows]")?.append(row);
    prepare(row);
    form.number(field);
    return row;
  };

  /** Rows say which one they are; the only row cannot be taken away. @param {HTMLElement} field */
  form.number = (field) => {
    const rows = form.rowsOf(field);
    rows.forEach((row, index) => {
      for (const place of row.querySelectorAll("[data-number]")) {
        if (place.closest("[data-row]") === row) place.textContent = String(index + 1);
      }
      const remove = [...row.querySelectorAll("[data-remove]")].find((each) => each.closest("[data-row]") === row);
      if (remove) /** @type {HTMLElement} */ (remove).hidden = rows.length < 2;
    });
  };

  /** The field at a place such as `context.0.title`, or the nearest one around it. @param {Element} owner @param {string} path @returns {HTMLElement | null} */
  form.find = (owner, path) => {
    /** @type {HTMLElement | null} */
    let found = null;
    let here = owner;
    for (const part of path.split(".")) {
      const next = /^\d+$/.test(part) ? form.rowsOf(here)[Number(part)] : form.fieldsOf(here).find((field) => field.dataset.field === part);
      if (!next) break;
      found = here = next;
    }
    return found;
  };

  /** Where to put the cursor for a field or row: its first control that can be seen once everything around it is open. @param {HTMLElement} place */
  form.focus = (place) => {
    const control = form.controlsOf(place)[0] || place;
    for (let around = control.closest("details"); around; around = around.parentElement?.closest("details")) around.open = true;
    control.focus();
  };

  /** Makes the buttons for rows work. */
  form.Rows = class Rows {
    /** @param {HTMLElement} element @param {() => void} changed */
    constructor(element, changed) {
      prepare(element);
      element.addEventListener("click", (event) => {
        const button = /** @type {HTMLElement} */ (event.target).closest?.("[data-add], [data-remove]");
        const field = /** @type {HTMLElement | null} */ (button?.closest("[data-field]"));
        if (!button || !field) return;
        if ("add" in /** @type {HTMLElement} */ (button).dataset) form.focus(form.addRow(field));
        else this.remove(field, /** @type {HTMLElement} */ (button.closest("[data-row]")));
        changed();
      });
    }

    /** @param {HTMLElement} field @param {HTMLElement} row */
    remove(field, row) {
      const index = form.rowsOf(field).indexOf(row);
      row.remove();
      form.number(field);
      const rows = form.rowsOf(field);
      form.focus(rows[Math.min(index, rows.length - 1)]);
    }
  };
})(window.gids);
