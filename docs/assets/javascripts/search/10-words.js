/**
 * Words as the search compares them: the same rules as `macros/render/wordforms.py`, which explains them. No DOM.
 *
 * @typedef {{ verbs: [string, string][], endings: [string, string, number][], irregular: Record<string, string>, stop: string }} Rules
 */
(function (gids) {
  "use strict";

  const WORD = /\d+(?:[.,:]\d+)*|[a-z0-9]+/g;
  const SOUNDS = [["ij", "ei"], ["ou", "au"], ["v", "f"], ["z", "s"], ["y", "i"]];
  const GROUPED = /^\d{1,3}(?:\.\d{3})+$/;

  /** @param {string} text */
  const fold = (text) =>
    text
      .replaceAll("\u00ad", "")
      .replaceAll("€", " euro ")
      .toLowerCase()
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "");

  /** The folded words in order. @param {string} text */
  const words = (text) =>
    (fold(text).replace(/['’]s(?![\p{L}\p{N}_])/gu, "").match(WORD) || []).map((word) =>
      GROUPED.test(word) ? word.replaceAll(".", "") : word,
    );

  /** A folded word without the doubts of Dutch spelling. @param {string} word */
  const key = (word) => SOUNDS.reduce((text, [sound, same]) => text.replaceAll(sound, same), word).replace(/([a-z])\1+/g, "$1");

  /** Takes the endings off words. */
  class Stemmer {
    /** @param {Rules} rules */
    constructor(rules) {
      /** By their last letter, in the order of the rules. @type {Map<string, Rules["endings"]>} */
      this.endings = new Map();
      for (const rule of rules.endings) {
        const last = rule[0].slice(-1);
        this.endings.set(last, [...(this.endings.get(last) || []), rule]);
      }
      this.irregular = new Map(Object.entries(rules.irregular));
      this.stop = new Set(rules.stop.split(" "));
      this.verbs = rules.verbs.map(([pattern, left]) => ({
        pattern: new RegExp(pattern),
        left: left.replaceAll("\\", "$"),
      }));
      /** @type {Map<string, string>} */
      this.known = new Map();
    }

    /** A folded word without its endings. @param {string} word @returns {string} */
    stem(word) {
      const known = this.known.get(word);
      if (known !== undefined) return known;
      let stripped = this.irregular.get(word) || word;
      if (stripped.endsWith("t")) for (const { pattern, left } of this.verbs) stripped = stripped.replace(pattern, left);
      stripped = key(stripped);
      for (let rule; (rule = this.ending(stripped)); ) stripped = stripped.slice(0, -rule[0].length) + rule[1];
      this.known.set(word, stripped);
      return stripped;
    }

    /** @param {string} word */
    ending(word) {
      return this.endings.get(word.slice(-1))?.find(([ending, , least]) => word.endsWith(ending) && word.length - ending.length >= least);
    }
  }

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

  Object.assign(gids.search, { fold, words, key, Stemmer, typos });
})(window.gids);
