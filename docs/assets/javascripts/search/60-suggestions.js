/**
 * Suggestions while typing in a search field: an editable combobox with a list, as the ARIA Authoring Practices describe it.
 * Focus stays in the field; the arrow keys point at a suggestion, Enter follows it, or sends the form when none is pointed
 * at; Escape closes the list.
 */
(function (gids) {
  "use strict";

  const MOST = 6;
  const LEAST_LETTERS = 2;
  /** How long somebody must pause before the number of suggestions is announced. */
  const PAUSE = 700;

  class Suggestions {
    /** @param {HTMLFormElement} form @param {HTMLInputElement} input */
    constructor(form, input) {
      this.form = form;
      this.input = input;
      this.asked = 0;
      this.active = -1;
      this.list = gids.element("ul", { id: `${input.id}_lijst`, class: "suggestions", role: "listbox", "aria-label": "Suggesties" });
      this.list.hidden = true;
      this.status = gids.element("p", { class: "visually-hidden", role: "status" });
      form.append(this.list, this.status);
      for (const [name, value] of Object.entries({
        role: "combobox",
        "aria-autocomplete": "list",
        "aria-controls": this.list.id,
        "aria-expanded": "false",
      })) {
        input.setAttribute(name, value);
      }
      input.addEventListener("input", () => this.suggest());
      input.addEventListener("keydown", (event) => this.press(event));
      input.addEventListener("blur", () => this.close());
      this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // focus stays in the field
      this.list.addEventListener("click", (event) => {
        const option = /** @type {Element} */ (event.target).closest("[role=option]");
        if (option) this.follow(/** @type {HTMLElement} */ (option));
      });
      if (input.value) this.suggest();
    }

    get options() {
      return /** @type {HTMLElement[]} */ ([...this.list.children]);
    }

    /** Ask for what is in the field now; an answer that comes after a newer question is dropped. */
    async suggest() {
      const text = this.input.value.trim();
      const turn = ++this.asked;
      if (text.length < LEAST_LETTERS) return this.close();
      try {
        const search = await gids.search.open();
        const found = await search.glance(text);
        const shown = await search.show(found, 0, MOST);
        if (turn !== this.asked || document.activeElement !== this.input) return;
        this.render(shown, found.hits.length, text);
      } catch (error) {
        console.error(error); // the form still works
      }
    }

    /** @param {Shown[]} shown @param {number} total @param {string} text */
    render(shown, total, text) {
      if (!shown.length) {
        this.close();
        return this.announce("Geen suggesties.");
      }
      const options = shown.map(({ address, title, heading, within }) =>
        this.option({ "data-address": address }, title, heading || within),
      );
      if (total > shown.length) options.push(this.option({ class: "suggestions__item suggestions__all" }, `Alle ${total} pagina’s voor ‘${text}’`, ""));
      this.list.replaceChildren(...options);
      options.forEach((option, place) => (option.id = `${this.list.id}_${place}`));
      this.point(-1);
      this.list.hidden = false;
      this.input.setAttribute("aria-expanded", "true");
      this.announce(`${shown.length === 1 ? "1 suggestie" : `${shown.length} suggesties`}. Kies met de pijltjes.`);
    }

    /** @param {Record<string, string>} attributes @param {string} title @param {string} below */
    option(attributes, title, below) {
      return gids.element(
        "li",
        { class: "suggestions__item", role: "option", "aria-selected": "false", ...attributes },
        gids.element("span", { class: "suggestions__title" }, title),
        ...(below ? [" ", gids.element("span", { class: "suggestions__where" }, below)] : []),
      );
    }

    /** @param {string} text */
    announce(text) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => (this.status.textContent = text), PAUSE);
    }

    /** Point at an option; -1 is none. @param {number} place */
    point(place) {
      this.options[this.active]?.setAttribute("aria-selected", "false");
      this.active = place;
      const option = this.options[place];
      if (option) {
        option.setAttribute("aria-selected", "true");
        option.scrollIntoView({ block: "nearest" });
        this.input.setAttribute("aria-activedescendant", option.id);
      } else {
        this.input.removeAttribute("aria-activedescendant");
      }
    }

    /** @param {KeyboardEvent} event */
    press(event) {
      const open = !this.list.hidden;
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (!open) this.suggest();
        else if (event.altKey) this.close();
        else this.step(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter" && open && this.active >= 0) {
        event.preventDefault();
        this.follow(this.options[this.active]);
      } else if (event.key === "Escape" && open) {
        event.preventDefault(); // keep what was typed; a second Escape clears the field
        this.close();
      } else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) {
        this.point(-1); // back to editing
      }
    }

    /** From the field through the options and back to the field. @param {number} by */
    step(by) {
      const stops = this.options.length + 1;
      this.point(((this.active + 1 + by + stops) % stops) - 1);
    }

    /** @param {HTMLElement} option */
    follow(option) {
      const { address } = option.dataset;
      this.close();
      if (address === undefined) this.form.requestSubmit();
      else location.href = gids.url(address) || "./";
    }

    close() {
      this.asked++;
      clearTimeout(this.timer);
      this.status.textContent = "";
      this.point(-1);
      this.list.hidden = true;
      this.input.setAttribute("aria-expanded", "false");
    }
  }

  Object.assign(gids.search, { Suggestions });
})(window.gids);
