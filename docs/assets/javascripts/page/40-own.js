/**
 * The page of a step takes the reader's own answers along to paper. Nothing more is loaded unless this browser keeps a plan, and
 * nothing is ever kept from here.
 */
(function (gids) {
  "use strict";

  const hasPlan = () => {
    try {
      return Object.keys(localStorage).some((key) => key.startsWith("gids:draft:plan:"));
    } catch {
      return false;
    }
  };

  gids.modules["own-print"] = class OwnPrint {
    /** @param {HTMLElement} element the place of the line about it */
    constructor(element) {
      let begun = false;
      const begin = async () => {
        if (begun || !hasPlan()) return;
        begun = true;
        try {
          for (const path of gids.settings.later.split(" ")) await gids.load(path);
        } catch {
          return void (begun = false); // the page prints as it stands
        }
        new gids.plans.Paper(element);
      };
      begin();
      for (const moment of ["storage", "pageshow"]) addEventListener(moment, begin);
    }
  };
})(window.gids);
