/** Mistakes: a sentence at each field, and a summary on top that leads to them. */
(function (gids) {
  "use strict";

  const form = (gids.form = gids.form || {});

  /** What a control already refers to besides its sentences stays. @param {HTMLElement} field @param {boolean} wrong */
  const mark = (field, wrong) => {
    for (const control of form.controlsOf(field)) {
      if (wrong) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    }
  };

  const placeOf = (/** @type {HTMLElement} */ field, /** @type {string} */ name) =>
    /** @type {HTMLElement | undefined} */ ([...field.querySelectorAll(`[data-${name}]`)].find((each) => each.closest("[data-field], [data-row]") === field));

  /** In the lists a sentence follows a name; alone at its field it begins with a capital. @param {string} text */
  const alone = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  /** Show or clear the sentences at a field. @param {HTMLElement} field @param {string[]} errors @param {string[]} notices */
  form.tell = (field, errors, notices) => {
    for (const [name, texts] of Object.entries({ error: errors, notice: notices })) {
      const place = placeOf(field, name);
      if (!place) continue;
      place.replaceChildren(...texts.map((text) => gids.element("span", { class: "field__sentence" }, alone(text))));
      place.hidden = !texts.length;
    }
    if (!["GROUP", "ROWS"].includes(field.dataset.shape || "") && !("row" in field.dataset)) mark(field, errors.length > 0);
    field.classList.toggle("field--wrong", errors.length > 0);
  };

  /**
   * The summary on top: every mistake a link to its field. It takes the cursor.
   * @param {HTMLElement} box @param {string} title @param {{ label: string, message: string, field: HTMLElement | null }[]} mistakes
   */
  form.summarise = (box, title, mistakes) => {
    const list = gids.element("ul", { class: "mistakes__list" });
    for (const { label, message, field } of mistakes) {
      const text = label ? `${label}: ${message}` : message;
      const control = field && form.controlsOf(field)[0];
      const link = control ? gids.element("a", { href: `#${control.id}` }, text) : gids.element("span", {}, text);
      if (field) {
        link.addEventListener("click", (/** @type {Event} */ event) => {
          event.preventDefault();
          form.focus(field);
        });
      }
      list.append(gids.element("li", {}, link));
    }
    const heading = gids.element("h2", { class: "mistakes__title", id: "fouten-titel" }, title);
    box.replaceChildren(heading, list);
    box.setAttribute("aria-labelledby", heading.id);
    box.hidden = false;
    box.scrollIntoView({ behavior: "instant" }); // a long form is no distance to glide over
    box.focus({ preventScroll: true });
  };

  /** @param {HTMLElement} box */
  form.clearSummary = (box) => {
    box.replaceChildren();
    box.removeAttribute("aria-labelledby");
    box.hidden = true;
  };
})(window.gids);
