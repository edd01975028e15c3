/** The results on the search page: how many, the pages with the sentence that fits, and a way on when there are none. */
(function (gids) {
  "use strict";

  /** How many are shown at once. */
  const PORTION = 20;
  /** About as many as a screen holds: they need not wait for the texts of the rest. */
  const FIRST = 6;

  class Results {
    /** @param {HTMLElement} element @param {string} query */
    constructor(element, query) {
      const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (element.querySelector(`.results__${name}`));
      this.query = query;
      this.status = part("status");
      this.hint = part("hint");
      this.list = part("list");
      this.more = part("more");
      this.overview = /** @type {HTMLElement} */ (document.getElementById("overzicht"));
      const input = /** @type {HTMLInputElement} */ (document.getElementById("zoek"));
      input.value = query;
      part("button").addEventListener("click", () => this.showMore());
    }

    async show() {
      this.search = await gids.search.open();
      this.found = await this.search.find(this.query);
      const total = this.found.hits.length;
      await this.append(FIRST);
      const count = total === 1 ? "1 pagina" : `${total} pagina’s`;
      this.status.textContent = total ? `${count} voor ‘${this.query}’` : `Niets gevonden voor ‘${this.query}’`;
      document.title = `${this.query}: ${total ? count : "niets gevonden"} – ${document.title}`;
      this.list.hidden = !total;
      this.overview.hidden = total > 0;
      await this.explain();
      await painted();
      await this.append(PORTION).catch(() => {}); // what is here stays, and «Toon meer» tries again; who leaves the page stops it too
      this.offerMore();
    }

    async explain() {
      const found = /** @type {Found} */ (this.found);
      const lines = [];
      if (found.corrected) lines.push(["Bedoelde je ", this.link(found.corrected), "?"]);
      if (!found.hits.length) {
        const near = await this.search.index.nearest(this.query);
        if (near.length) lines.push(["Bedoelde je ", ...near.flatMap((word, place) => [place ? " of " : "", this.link(word)]), "?"]);
        lines.push(["Probeer een ander woord, of kies uit ", gids.element("a", { href: "#overzicht" }, "alle pagina’s"), "."]);
      } else if (!found.hits[0].complete) {
        lines.push(["Geen enkele pagina heeft al je woorden. Deze komen het dichtst in de buurt."]);
      }
      this.hint.replaceChildren(...lines.map((line) => gids.element("p", {}, ...line)));
      this.hint.hidden = !lines.length;
    }

    /** A new search. @param {string} text */
    link(text) {
      return gids.element("a", { href: `?q=${encodeURIComponent(text)}` }, text);
    }

    /** Show further results, until there are so many. @param {number} most */
    async append(most) {
      const from = this.list.children.length;
      const shown = await this.search.show(this.found, from, most);
      this.list.append(...shown.map(item));
    }

    offerMore() {
      this.more.hidden = this.list.children.length >= /** @type {Found} */ (this.found).hits.length;
    }

    async showMore() {
      const from = this.list.children.length;
      await this.append(from + PORTION);
      this.offerMore();
      this.list.children[from].querySelector("a")?.focus();
      this.status.textContent = `${this.list.children.length} van ${this.found.hits.length} pagina’s voor ‘${this.query}’`;
    }
  }

  /** Until the browser has drawn what there is: the rest should not make it wait. @returns {Promise<void>} */
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

  /** @param {Shown} shown */
  const item = ({ address, title, within, heading, sentence }) =>
    gids.element(
      "li",
      { class: "results__item" },
      within && gids.element("p", { class: "results__within" }, within),
      gids.element(
        "a",
        { class: "results__link", href: gids.url(address) || "./" },
        title,
        heading && " ",
        heading && gids.element("span", { class: "results__heading" }, heading),
      ),
      sentence.length ? gids.element("p", { class: "results__sentence" }, ...sentence.map(({ text, marked }) => (marked ? gids.element("mark", {}, text) : text))) : "",
    );

  Object.assign(gids.search, { Results });
})(window.gids);
