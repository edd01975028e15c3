/** The pieces of the index: each is a script that hands its content over under its name. No DOM. */
(function (gids) {
  "use strict";

  /** Kept when this script comes a second time, after the one that follows it did not. @type {Map<string, any>} */
  const contents = (gids.search.contents = gids.search.contents || new Map());

  /** @param {string} name @param {any} content */
  gids.search.shard = (name, content) => {
    contents.set(name, content);
    if (name === "core") gids.search.early(content);
  };

  /** What a piece brought, once its script has run. @param {string} name */
  gids.search.content = (name) => contents.get(name);
})(window.gids);
