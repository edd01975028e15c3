/** The pieces of the index: each is a script that hands its content over under its name. No DOM. */
(function (gids) {
  "use strict";

  /** @type {Map<string, any>} */
  const contents = new Map();

  /** @param {string} name @param {any} content */
  gids.search.shard = (name, content) => {
    contents.set(name, content);
  };

  /** What a piece brought, once its script has run. @param {string} name */
  gids.search.content = (name) => contents.get(name);
})(window.gids);
