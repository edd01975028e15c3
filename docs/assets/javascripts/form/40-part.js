/** A part of a page with a form: finds what the page marks for it with `data-…`. */
(function (gids) {
  "use strict";

  const form = (gids.form = gids.form || {});

  form.Part = class Part {
    /** @param {HTMLElement} element @param {any} [keeper] what keeps the drafts of the page, for parts that ask it something */
    constructor(element, keeper) {
      this.element = element;
      this.keeper = keeper;
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

  /** A button at one entry of a list: `about` names the entry to who does not see where it stands. @param {string} text @param {string} about @param {() => void} act */
  form.smallButton = (text, about, act) => {
    const button = gids.element("button", { type: "button", class: "button button--small" }, text, about && gids.element("span", { class: "visually-hidden" }, ` ${about}`));
    button.addEventListener("click", act);
    return button;
  };
})(window.gids);
