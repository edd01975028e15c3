/**
 * Words as the search compares them: the same rules as `macros/render/wordforms.py`, which explains them. No DOM.
 *
 * @typedef {{ verbs: [string, string][], verb_endings: string[], endings: [string, string, number][], irregular: Record<string, string>,
 *   stop: string }} Rules
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
      this.verbEndings = rules.verb_endings;
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
      if (this.verbEndings.some((ending) => stripped.endsWith(ending))) {
        for (const { pattern, left } of this.verbs) stripped = stripped.replace(pattern, left);
      }
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

  Object.assign(gids.search, { fold, words, key, Stemmer });
})(window.gids);
