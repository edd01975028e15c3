/**
 * Printing: a button where a page offers it, and folded parts that open for paper in browsers whose styles cannot do that. Those
 * are marked, so that styles know what the reader had opened.
 */
(function (gids) {
  "use strict";

  gids.modules.print = class PrintButton {
    /** @param {HTMLElement} element holds the button; the styles show it only where scripts run */
    constructor(element) {
      element.querySelector("button")?.addEventListener("click", () => window.print());
    }
  };

  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details")].filter((details) => !details.open);
    for (const details of opened) {
      details.open = true;
      details.dataset.unfolded = "";
    }
  });
  addEventListener("afterprint", () => {
    for (const details of opened) {
      details.open = false;
      delete details.dataset.unfolded;
    }
  });
})(window.gids);
