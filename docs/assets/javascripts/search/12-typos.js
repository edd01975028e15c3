/** How many typing errors lie between two words. No DOM. */
(function (gids) {
  "use strict";

  /**
   * Typing errors between two words: letters too many, missing, wrong, or two changed places (Damerau-Levenshtein, each
   * pair once). More than `most` is reported as `most + 1`.
   * @param {string} a @param {string} b @param {number} most
   */
  const typos = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = /** @type {number[]} */ ([]);
    let last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row++) {
      const current = [row];
      let least = row;
      for (let column = 1; column <= b.length; column++) {
        const same = a[row - 1] === b[column - 1] ? 0 : 1;
        let best = Math.min(last[column] + 1, current[column - 1] + 1, last[column - 1] + same);
        if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
          best = Math.min(best, before[column - 2] + 1);
        }
        current.push(best);
        least = Math.min(least, best);
      }
      if (least > most) return most + 1;
      before = last;
      last = current;
    }
    return last[b.length];
  };

  Object.assign(gids.search, { typos });
})(window.gids);
