/**
 * The page with results: what was asked stands in its address, and which pieces hold its words in the core of the index. So these, and
 * the phrases, are asked for while the search itself is still on its way.
 */
(function (gids) {
  "use strict";

  /** Where the pieces are. */
  gids.search.folder = () => gids.settings.searchCore.slice(0, gids.settings.searchCore.lastIndexOf("/") + 1);

  /** @param {Core} core */
  gids.search.early = (core) => {
    if (!window.document?.querySelector("[data-module=results]")) return;
    const asked = new URLSearchParams(location.search).get("q") || "";
    if (!asked.trim()) return; // what is in sight waits for nothing then
    for (const name of [...new gids.search.Query(core).pieces(asked), "phrases"]) {
      gids.load(`${gids.search.folder()}${name}.js`).catch(() => {}); // the search asks again
    }
  };
})(window.gids);
