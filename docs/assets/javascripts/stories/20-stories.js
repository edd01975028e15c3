/**
 * The filters above the list of stories. The choices stand in the address, so that they can be kept and sent on.
 */
(function (gids) {
  "use strict";

  gids.modules.stories = class Stories {
    /** @param {HTMLFormElement} form */
    constructor(form) {
      const element = /** @type {HTMLElement} */ (form.parentElement);
      this.form = form;
      this.selects = [...this.form.querySelectorAll("select")];
      this.groups = [...element.querySelectorAll("[data-group]")];
      this.items = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-group] > ul > li")]);
      this.stories = this.items.map((item) =>
        Object.fromEntries(this.selects.map(({ name }) => [name, (item.dataset[name] || "").split(" ").filter(Boolean)]))
      );
      this.status = /** @type {HTMLElement} */ (this.form.querySelector("[data-status]"));
      this.none = /** @type {HTMLElement} */ (this.form.querySelector("[data-none]"));
      this.clear = /** @type {HTMLButtonElement} */ (this.form.querySelector("[type=reset]"));
      this.form.addEventListener("change", () => this.choose());
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("reset", (event) => {
        event.preventDefault(); // «reset» would bring back what the page began with, not «maakt niet uit»
        for (const select of this.selects) select.value = "";
        this.choose();
        this.selects[0].focus(); // the button that had the focus is gone
      });
      window.addEventListener("popstate", () => this.read());
      this.read();
    }

    /** Take the choices from the address; one that no list offers is left out. */
    read() {
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

    show() {
      const chosen = Object.fromEntries(this.selects.map(({ name, value }) => [name, value]));
      const fitting = gids.facets.fitting(this.stories, chosen);
      this.items.forEach((item, index) => (item.hidden = !fitting[index]));
      for (const group of this.groups) {
        /** @type {HTMLElement} */ (group).hidden = !group.querySelector("li:not([hidden])");
      }
      for (const select of this.selects) this.count(select, gids.facets.counts(this.stories, chosen, select.name));
      const found = fitting.filter(Boolean).length;
      const filtered = Object.values(chosen).some(Boolean);
      this.status.textContent = filtered
        ? `${found} van de ${fitting.length} verhalen.`
        : `Alle ${fitting.length} verhalen.`;
      this.clear.hidden = !filtered;
      this.none.hidden = found > 0;
    }

    /**
     * @param {HTMLSelectElement} select
     * @param {Map<string, number>} counts
     */
    count(select, counts) {
      for (const option of select.options) {
        if (!option.value) continue;
        const count = counts.get(option.value) || 0;
        option.textContent = `${option.dataset.label} (${count})`;
        option.disabled = count === 0 && !option.selected;
      }
    }
  };
})(window.gids);
