/** A tool on a page that shows and keeps one part of the plan. The tools add what they hold, show and store. */
(function (gids) {
  "use strict";

  gids.plans.Part = class Part {
    /** @param {HTMLElement} element */
    constructor(element) {
      this.element = element;
      /** Whether every change goes on into the plan. */
      this.keeping = false;
      /** Whether it keeps without being asked. */
      this.always = false;
    }

    /** @param {string} selector @returns {any[]} */
    all(selector) {
      return [...this.element.querySelectorAll(selector)];
    }

    /** @param {string} selector @returns {any} */
    find(selector) {
      return this.element.querySelector(selector);
    }

    /** Store it in the plan, which is followed from then on. @param {boolean} [aloud] say so */
    keep(aloud = false) {
      try {
        this.store();
        this.keeping = true;
        this.followed();
        if (aloud) this.confirm("Bewaard in Mijn plan. Wat je nu nog verandert, gaat mee.");
      } catch (error) {
        this.confirm(gids.plans.explain(error), true);
      }
    }

    /** Say what came of a request; for some tools elsewhere than where `tell` says what another window did. @param {string} text @param {boolean} [trouble] */
    confirm(text, trouble) {
      this.tell(text);
    }
  };
})(window.gids);
