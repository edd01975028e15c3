/** What each select offers: the choices that stand once on the page, and the sources that somebody adds in the form. */
(function (gids) {
  "use strict";

  const { form, story } = gids;

  story.Choices = class Choices extends story.Part {
    /** The choices stand once on the page; every select gets its own before rows are copied. */
    start() {
      for (const select of /** @type {NodeListOf<HTMLSelectElement>} */ (this.form.querySelectorAll("select[data-choices]"))) {
        const choices = /** @type {HTMLTemplateElement | null} */ (this.element.querySelector(`[data-choices-of="${select.dataset.choices}"]`));
        if (choices) select.append(choices.content.cloneNode(true));
      }
      this.form.addEventListener("input", () => this.offer());
    }

    /** Sources that somebody adds can be chosen wherever a source is named. */
    offer() {
      const rows = form.read(this.form).own_sources || [];
      const own = rows.filter((/** @type {any} */ row) => row.short || row.title).map((/** @type {any} */ row) => [row.key, row.short || row.title]);
      const sign = JSON.stringify(own);
      for (const select of /** @type {NodeListOf<HTMLSelectElement>} */ (this.form.querySelectorAll("select[data-choices=sources]"))) {
        if (select.dataset.offered === sign) continue;
        select.dataset.offered = sign;
        const { value } = select;
        for (const old of select.querySelectorAll("optgroup[data-own], option[data-unknown][value^='@']")) old.remove();
        if (own.length) {
          const options = own.map(([key, name]) => gids.element("option", { value: key }, name));
          select.append(gids.element("optgroup", { label: "Bronnen die je zelf toevoegde", "data-own": "" }, ...options));
        }
        select.value = value;
      }
    }
  };
})(window.gids);
