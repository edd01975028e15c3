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

  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");

  /** A day that exists, as ISO text, or "": «2027-03-01», «1/3/2027», «1-3-2027». @param {string} text @returns {string} */
  plans.day = (text) => {
    const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text || "");
    const local = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text || "");
    const [year, month, day] = (iso ? iso.slice(1) : local ? local.slice(1).reverse() : []).map(Number);
    if (!year || year < 1000) return "";
    const moment = new Date(Date.UTC(year, month - 1, day));
    return moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day ? `${year}-${two(month)}-${two(day)}` : "";
  };

  /** The sentence for a day that cannot be read, or nothing. @param {string} text @returns {string[]} */
  plans.daySign = (text) => (!text.trim() || plans.day(text) ? [] : ["Dit lezen we niet als een datum. Schrijf ze zoals 1/3/2027, dan komt ze in je agenda."]);

  /** The sentence for a number that cannot be read, or nothing. @param {string} text @param {string} kind @returns {string[]} */
  plans.numberSign = (text, kind) =>
    !text.trim() || plans.number(text) !== null ? [] : [kind === "bedrag" ? "Dit lezen we niet als een bedrag. Schrijf het zoals 45.000 of 45.000,50." : "Dit lezen we niet als een getal. Schrijf het zoals 80 of 0,8."];
})(window.gids);
