/**
 * The list of headings, where it opens over the page: it closes once somebody chose one, for that stands behind it.
 */
(function (gids) {
  "use strict";

  gids.modules.toc = class ListOfHeadings {
    /** @param {HTMLElement} element the list */
    constructor(element) {
      element.addEventListener("click", (event) => {
        // Before the browser goes there: it gives the focus back to the button first, and then follows the link.
        if (/** @type {Element} */ (event.target).closest("a")) element.hidePopover?.();
      });
    }
  };
})(window.gids);
