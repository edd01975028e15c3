/** The words for who hires: «college» and «schepen» for a local government, other words for an organisation. */
(function (gids) {
  "use strict";

  /** @param {HTMLElement} element @param {string} employer */
  gids.plans.word = (element, employer) => {
    const shown = employer === "organisatie" ? "organisatie" : "bestuur";
    for (const words of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-employer]"))) words.hidden = words.dataset.employer !== shown;
  };
})(window.gids);
