/**
 * The vocabulary: everyday phrases, the words that the guide uses for them, and the places with the answer. No DOM.
 *
 * @typedef {[string[], string[], number[]]} Wording  phrases, words, sections
 * @typedef {{ word: string, stem: string, stop: boolean, others: string[] }} Token  A word that was typed, with synonyms.
 * @typedef {{ places: Map<number, number>, covered: Set<Token> }} Named  What sections gain; the tokens that this settles.
 */
(function (gids) {
  "use strict";

  const { key } = gids.search;
  /** What a place gains, when the phrase is all that was typed. */
  const GAIN = 260;
  /** How much a word without meaning of its own counts as part of a phrase. */
  const STOP = 0.2;

  /** @param {Token[]} tokens */
  const weigh = (tokens) => tokens.reduce((sum, token) => sum + (token.stop ? STOP : 1), 0);

  class Vocabulary {
    /** @param {Wording[]} wordings @param {(text: string) => Token[]} tokenize */
    constructor(wordings, tokenize) {
      this.wordings = wordings;
      /**
       * Phrases by their first stem; with and without the words that have no meaning of their own.
       * @type {Map<string, { wording: number, stems: string[], bare: boolean }[]>}
       */
      this.phrases = new Map();
      wordings.forEach(([phrases], wording) => {
        for (const phrase of phrases) {
          const tokens = tokenize(phrase);
          this.add(wording, tokens, false);
          const bare = tokens.filter((token) => !token.stop);
          if (bare.length > 1 && bare.length < tokens.length) this.add(wording, bare, true);
        }
      });
    }

    /** @param {number} wording @param {Token[]} tokens @param {boolean} bare */
    add(wording, tokens, bare) {
      const stems = tokens.map((token) => token.stem);
      const known = this.phrases.get(stems[0]);
      if (known) known.push({ wording, stems, bare });
      else this.phrases.set(stems[0], [{ wording, stems, bare }]);
    }

    /** What the vocabulary says about these words; synonyms are noted with the tokens. @param {Token[]} tokens @returns {Named} */
    named(tokens) {
      /** @type {Named} */
      const named = { places: new Map(), covered: new Set() };
      for (const [wording, run] of this.runs(tokens)) {
        const [, synonyms, sections] = this.wordings[wording];
        const share = weigh(run) / weigh(tokens);
        sections.forEach((section, rank) => {
          const gain = GAIN * share ** 2 * 0.9 ** rank;
          named.places.set(section, Math.max(gain, named.places.get(section) || 0));
        });
        for (const token of run) {
          token.others.push(...synonyms);
          named.covered.add(token);
        }
      }
      return named;
    }

    /** The wordings that are among the tokens, each with the tokens of its weightiest phrase. @param {Token[]} tokens */
    runs(tokens) {
      /** @type {Map<number, Token[]>} */
      const found = new Map();
      const bareTokens = tokens.filter((token) => !token.stop);
      for (const token of tokens) {
        for (const { wording, stems, bare } of this.phrases.get(token.stem) || []) {
          const run = runFrom(token, bare ? bareTokens : tokens, stems);
          if (run && weigh(run) > weigh(found.get(wording) || [])) found.set(wording, run);
        }
      }
      return found;
    }
  }

  /**
   * The tokens from one on, if these are their stems. Of more than one the last may still be being typed.
   * @param {Token} first @param {Token[]} tokens @param {string[]} stems
   */
  const runFrom = (first, tokens, stems) => {
    const start = tokens.indexOf(first);
    const run = tokens.slice(start, start + stems.length);
    const fits = run.length === stems.length && run.every(({ stem }, place) => stem === stems[place]);
    return fits || isBegun(run, stems, tokens) ? run : undefined;
  };

  /** @param {Token[]} run @param {string[]} stems @param {Token[]} tokens */
  const isBegun = (run, stems, tokens) => {
    const last = run.at(-1);
    if (run.length < 2 || run.length < stems.length || last !== tokens.at(-1) || !last || last.word.length < 3) return false;
    return run.slice(0, -1).every(({ stem }, place) => stem === stems[place]) && stems[run.length - 1].startsWith(key(last.word));
  };

  Object.assign(gids.search, { Vocabulary });
})(window.gids);
