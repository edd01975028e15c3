/**
 * What somebody typed, as the index knows it: which words, and in which pieces to look. No DOM. The page with results asks for these
 * pieces before the search itself is there.
 *
 * @typedef {{ parts: Token[], whole: Token }} Pair  Two words that were typed, and the compound that they may be.
 */
(function (gids) {
  "use strict";

  const { Stemmer, key, words } = gids.search;

  /** A beginning of fewer letters, or that fits more pieces, says too little. */
  const LEAST_BEGINNING = 3;
  const MOST_PIECES = 6;

  /**
   * How many of a sorted list are not after `value`.
   * @template T @param {T[]} sorted @param {T} value
   */
  const upperBound = (sorted, value) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /** Words with meaning must be there, the rest need not; unless nothing else was typed. @param {Token[]} tokens */
  const weighed = (tokens) => {
    const bare = tokens.filter((token) => !token.stop);
    return bare.length ? { required: bare, optional: tokens.filter((token) => token.stop) } : { required: tokens, optional: [] };
  };

  class Query {
    /** @param {Core} core */
    constructor(core) {
      this.terms = core.terms;
      this.stemmer = new Stemmer(core.rules);
    }

    /** @param {string} text @returns {Token[]} */
    tokens(text) {
      return this.tokensOf(words(text));
    }

    /** @param {string[]} folded @returns {Token[]} */
    tokensOf(folded) {
      return folded.map((word) => ({
        word,
        stem: this.stemmer.stem(word),
        stop: this.stemmer.stop.has(word),
        others: [],
      }));
    }

    /** What two words would be together, of words with meaning that follow each other. @param {Token[]} tokens @returns {Pair[]} */
    pairs(tokens) {
      const pairs = tokens.slice(1).map((token, place) => [tokens[place], token]);
      return pairs
        .filter((parts) => parts.every(({ word, stop }) => !stop && word.length >= LEAST_BEGINNING && !/\d/.test(word)))
        .map((parts) => ({ parts, whole: this.tokensOf([parts.map(({ word }) => word).join("")])[0] }));
    }

    /** The pieces that a search for this begins with. @param {string} text */
    pieces(text) {
      const tokens = this.tokens(text);
      const { required, optional } = weighed(tokens);
      return [...this.piecesFor(required, optional), ...this.pairs(tokens).map(({ whole }) => this.pieceOf(whole.stem))];
    }

    /** @param {Token[]} required @param {Token[]} optional */
    piecesFor(required, optional) {
      const stop = optional.length || required.some((token) => token.stop) ? ["stop"] : [];
      const wider = required.map(({ word }) => this.piecesOf(key(word))).filter((names) => names.length <= MOST_PIECES);
      return [...stop, ...required.map(({ stem }) => this.pieceOf(stem)), ...wider.flat()];
    }

    /** The piece that a stem is in. @param {string} stem */
    pieceOf(stem) {
      return `terms-${Math.max(0, upperBound(this.terms, stem) - 1)}`;
    }

    /** The pieces with stems that begin so. @param {string} beginning */
    piecesOf(beginning) {
      const from = Math.max(0, upperBound(this.terms, beginning) - 1);
      const to = Math.max(from + 1, upperBound(this.terms, `${beginning}~`));
      return Array.from({ length: to - from }, (_, place) => `terms-${from + place}`);
    }
  }

  Object.assign(gids.search, { LEAST_BEGINNING, MOST_PIECES, Query, upperBound, weighed });
})(window.gids);
