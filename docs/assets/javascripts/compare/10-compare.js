/**
 * Two stories side by side. Each brings its side in a small script of its own, loaded when it is chosen.
 */
(function (gids) {
  "use strict";

  /** @typedef {{title: string, rows: [string, string[]][]}} Side */

  /** @type {Record<string, Side>} */
  gids.comparisons = {};

  /**
   * @param {string} tag
   * @param {Record<string, string>} attributes
   * @param {...(Node | string)} children
   */
  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  /** @param {string[]} lines */
  const cell = (lines) =>
    make("td", {}, lines.length === 1 ? lines[0] : make("ul", {}, ...lines.map((line) => make("li", {}, line))));

  gids.modules.compare = class Compare {
    /** @param {HTMLElement} element */
    constructor(element) {
      this.selects = [...element.querySelectorAll("select")];
      this.status = /** @type {HTMLElement} */ (element.querySelector("[data-status]"));
      this.table = /** @type {HTMLElement} */ (element.querySelector("[data-table]"));
      const form = /** @type {HTMLFormElement} */ (element.querySelector("form"));
      form.addEventListener("change", () => this.choose());
      form.addEventListener("submit", (event) => event.preventDefault());
      const given = new URLSearchParams(location.search);
      for (const select of this.selects) {
        const value = given.get(select.name) || "";
        select.value = [...select.options].some((option) => option.value === value) ? value : "";
      }
      this.show();
    }

    choose() {
      const query = new URLSearchParams(this.selects.filter(({ value }) => value).map(({ name, value }) => [name, value]));
      try {
        history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
      } catch {
        // A browser may not change the address of a page that was opened from a folder.
      }
      this.show();
    }

    /** A story is not put beside itself: what one list has chosen, the other cannot choose. */
    exclude() {
      for (const select of this.selects) {
        const other = this.selects.find((each) => each !== select);
        for (const option of select.options) option.disabled = option.value !== "" && option.value === other?.value;
      }
    }

    async show() {
      this.exclude();
      const options = this.selects.map((select) => select.selectedOptions[0]);
      const ids = options.map((option) => option.value);
      const missing = ids.filter((id) => !id).length;
      if (missing || ids[0] === ids[1]) {
        this.table.hidden = true;
        this.status.textContent = missing === 1 ? "Kies nog een tweede verhaal." : "";
        return;
      }
      this.asked = ids.join(" ");
      try {
        await Promise.all(options.map((option) => gids.load(option.dataset.script)));
      } catch (error) {
        console.error(error);
        this.status.textContent = "Een van de verhalen laadt niet. Probeer het opnieuw.";
        return;
      }
      if (this.asked !== ids.join(" ")) return; // somebody chose again in the meantime
      this.table.replaceChildren(this.draw(options));
      this.table.hidden = false;
      this.status.textContent = `${options[0].text} staat naast ${options[1].text}.`;
    }

    /** @param {HTMLOptionElement[]} options */
    draw(options) {
      const sides = options.map((option) => gids.comparisons[option.value]);
      const heads = options.map((option, index) =>
        make("th", { scope: "col" }, make("a", { href: option.dataset.page || "" }, sides[index].title))
      );
      const rows = sides[0].rows.map(([label, lines], index) =>
        make("tr", {}, make("th", { scope: "row" }, label), cell(lines), cell(sides[1].rows[index][1]))
      );
      const corner = make("td", { class: "compare__corner" });
      return make("table", { class: "compare__table" }, make("thead", {}, make("tr", {}, corner, ...heads)), make("tbody", {}, ...rows));
    }
  };
})(window.gids);
