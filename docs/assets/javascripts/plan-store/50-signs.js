/** Gentle signs beside a field: likely personal data, and what does not read as a number. Nothing is ever refused. No DOM. */
(function (gids) {
  "use strict";

  const plans = (gids.plans = gids.plans || {});

  /** What looks like personal data in a text, as sentences. @param {string} text @returns {string[]} */
  plans.personal = (text) =>
    plans.rules.personal.flatMap((/** @type {[string, string]} */ [pattern, label]) => {
      const found = new RegExp(pattern, "u").exec(text);
      return found ? [`«${found[0].trim()}» lijkt op ${label}. Hoort dat in je plan?`] : [];
    });

  /**
   * A number as people here write it, or null: «80», «0,8», «1.234,50», «€ 45 000».
   * @param {string} text @returns {number | null}
   */
  plans.number = (text) => {
    const bare = text.replace(/[\s€%\u00a0\u202f]/g, "").replace(/(euro|eur)$/i, "");
    if (!/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(bare)) return null;
    return Number(bare.replace(/\./g, "").replace(",", "."));
  };

  /** The sentence for a number that cannot be read, or nothing. @param {string} text @param {string} kind @returns {string[]} */
  plans.numberSign = (text, kind) =>
    !text.trim() || plans.number(text) !== null ? [] : [kind === "bedrag" ? "Dit lezen we niet als een bedrag. Schrijf het zoals 45.000 of 45.000,50." : "Dit lezen we niet als een getal. Schrijf het zoals 80 of 0,8."];
})(window.gids);
