/**
 * The search field of every page, and the results on the search page. Until somebody turns to the field nothing is loaded;
 * then the search itself takes over. The form works without it: it leads to the search page. That page is there to search: it brings
 * the search and the core of its index along, so that neither waits for the other.
 */
(function (gids) {
  "use strict";

  /** Load the search and its index; gives what the search part of the script offers. */
  const ready = async () => {
    if (!gids.search.words || !gids.search.open) await gids.load(gids.settings.search);
    return gids.search;
  };

  gids.modules["search-form"] = class SearchForm {
    /** @param {HTMLElement} form */
    constructor(form) {
      const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
      const begin = () => ready().then((search) => new search.Suggestions(form, input), () => {});
      input.addEventListener("focus", begin, { once: true });
      if (document.activeElement === input) begin();
    }
  };

  gids.modules.results = class SearchResults {
    /** @param {HTMLElement} element */
    constructor(element) {
      const query = new URLSearchParams(location.search).get("q");
      if (!query || !query.trim()) return void ready().then((search) => search.open()).catch(() => {}); // whoever comes here will search
      const status = /** @type {HTMLElement} */ (element.querySelector("[role=status]"));
      ready()
        .then((search) => new search.Results(element, query.trim()).show())
        .catch((error) => {
          console.error(error);
          status.textContent = "De zoekfunctie laadt niet. Hieronder staan alle pagina’s.";
        });
    }
  };
})(window.gids);
