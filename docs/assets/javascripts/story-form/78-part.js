/** A part of the form for a story: finds what the page marks for it with `data-…`. */
(function (gids) {
  "use strict";

  const story = (gids.story = gids.story || {});

  story.Part = class Part {
    /** @param {HTMLElement} element */
    constructor(element) {
      this.element = element;
      this.form = /** @type {HTMLFormElement} */ (element.querySelector("form"));
    }

    /** @param {string} name @returns {any} */
    part(name) {
      return this.element.querySelector(`[data-${name}]`);
    }

    /** @param {string} name @param {() => void} act */
    on(name, act) {
      this.part(name)?.addEventListener("click", act);
    }
  };
})(window.gids);
