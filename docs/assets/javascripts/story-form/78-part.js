/** A part of the form for a story. */
(function (gids) {
  "use strict";

  const { form } = gids;
  const story = (gids.story = gids.story || {});

  story.Part = class Part extends form.Part {
    /** @param {HTMLElement} element @param {any} [keeper] */
    constructor(element, keeper) {
      super(element, keeper);
      this.form = /** @type {HTMLFormElement} */ (element.querySelector("form"));
    }
  };
})(window.gids);
