/**
 * The vocabulary: everyday phrases, the words that the guide uses for them, and the places with the answer. No DOM.
 *
 * @typedef {[string[], string[], number[]]} Wording  phrases, words, sections. A phrase is written in stems: «~hoe begin ~ik», where «~»
 *   marks a word without meaning of its own.
 * @typedef {{ word: string, stem: string, stop: boolean, others: string[] }} Token  A word that was typed, with synonyms.
 * @typedef {{ wording: number, stems: string[], bare: boolean, loose: boolean }} Phrase  `bare`: without the words that have
 *   no meaning of their own; `loose`: of several words with meaning, which may stand apart and in any order.
 * @typedef {{ places: Map<number, number>, covered: Set<Token> }} Named  What sections gain; the tokens that this settles.
 */
(function (gids) {
  "use strict";

  const { key, typos } = gids.search;
  /** What a place gains, when the phrase is all that was typed. */
  const GAIN = 260;
  /** How fast that falls with what else was typed. */
  const POWER = 1.5;
  /** How much a word without meaning of its own counts as part of a phrase. */
  const STOP = 0.2;
  const STOP_MARK = "~";

  /** @param {Token[]} tokens */
  const weigh = (tokens) => tokens.reduce((sum, token) => sum + (token.stop ? STOP : 1), 0);

  class Vocabulary {
    /** @param {Wording[]} wordings */
    constructor(wordings) {
      this.wordings = wordings;
      /**
       * Phrases by their first stem; with and without the words that have no meaning of their own.
       * @type {Map<string, Phrase[]>}
       */
      this.phrases = new Map();
      wordings.forEach(([phrases], wording) => {
        for (const phrase of phrases) {
          const stems = phrase.split(" ");
          const bare = stems.filter((stem) => stem[0] !== STOP_MARK);
          const less = bare.length < stems.length;
          const whole = less ? stems.map((stem) => (stem[0] === STOP_MARK ? stem.slice(1) : stem)) : stems;
          this.add(wording, whole, false, bare.length > 1 && !less);
          if (bare.length > 1 && less) this.add(wording, bare, true, true);
        }
      });
    }

    /** @param {number} wording @param {string[]} stems @param {boolean} bare @param {boolean} loose */
    add(wording, stems, bare, loose) {
      const known = this.phrases.get(stems[0]);
      if (known) known.push({ wording, stems, bare, loose });
      else this.phrases.set(stems[0], [{ wording, stems, bare, loose }]);
    }

    /** Whether a phrase is this word alone. @param {string} stem */
    isWord(stem) {
      return (this.phrases.get(stem) || []).some(({ stems }) => stems.length === 1);
    }

    /** The only words of phrases that are nearest to this one, by typing errors. @param {string} stem @param {number} most */
    near(stem, most) {
      let least = most;
      /** @type {string[]} */
      let near = [];
      for (const first of this.phrases.keys()) {
        if (first[0] !== stem[0] || !this.isWord(first)) continue;
        const distance = typos(stem, first, least);
        if (distance > least) continue;
        near = distance < least ? [first] : [...near, first];
        least = distance;
      }
      return near;
    }

    /** What the vocabulary says about these words; synonyms are noted with the tokens. @param {Token[]} tokens @returns {Named} */
    named(tokens) {
      /** @type {Named} */
      const named = { places: new Map(), covered: new Set() };
      for (const [wording, run] of this.runs(tokens)) {
        const [, synonyms, sections] = this.wordings[wording];
        const share = weigh(run) / weigh(tokens);
        sections.forEach((section, rank) => {
          const gain = GAIN * share ** POWER * 0.9 ** rank;
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
        for (const { wording, stems, bare, loose } of this.phrases.get(token.stem) || []) {
          const run = runFrom(token, bare ? bareTokens : tokens, stems) || (loose ? gathered(bareTokens, stems) : undefined);
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

  /** The tokens with these stems, wherever they stand, if there is one for each. @param {Token[]} tokens @param {string[]} stems */
  const gathered = (tokens, stems) => {
    const run = tokens.filter(({ stem }) => stems.includes(stem));
    return stems.every((stem) => run.some((token) => token.stem === stem)) ? run : undefined;
  };

  /** @param {Token[]} run @param {string[]} stems @param {Token[]} tokens */
  const isBegun = (run, stems, tokens) => {
    const last = run.at(-1);
    if (run.length < 2 || run.length < stems.length || last !== tokens.at(-1) || !last || last.word.length < 3) return false;
    return run.slice(0, -1).every(({ stem }, place) => stem === stems[place]) && stems[run.length - 1].startsWith(key(last.word));
  };

  Object.assign(gids.search, { Vocabulary });
})(window.gids);
