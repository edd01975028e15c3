/**
 * The words of the guide, for what was typed and is nowhere: a typing error, or the inside of a word. No DOM.
 *
 * @typedef {(name: string) => Promise<any>} Get  Gives the content of a piece of the index.
 * @typedef {{ word: string, folded: string, letters: string, bag: number }} Entry
 * @typedef {{ word: string, folded: string, stem: string, distance: number }} Near
 */
(function (gids) {
  "use strict";

  const { key, typos, words } = gids.search;
  /** From how many letters on one, two and three typing errors are allowed. */
  const TYPOS = [5, 9, 13];
  /** The least of a part of a compound, and what may stand between two. */
  const LEAST_PART = 4;
  /** «loon» is «lon» as a key. */
  const LEAST_HEAD = 3;
  /** The least of a last part that says enough by itself. */
  const LEAST_ALONE = 6;
  const LINKS = ["", "s", "en", "e", "er", "n"];
  /** Fewer letters stand in the middle of too many words («genk» in «tegenkanting»). */
  const LEAST_ANYWHERE = 5;
  /** By how many letters an ending may differ besides. */
  const ENDING = 3;

  /** Undo the front coding: a capital tells how many letters a word shares with the one before. @param {string} text */
  const readLexicon = (text) => {
    const found = [];
    let last = "";
    for (const [, shared, rest] of text.matchAll(/([A-Z])([^A-Z]*)/g)) {
      last = last.slice(0, shared.charCodeAt(0) - 65) + rest;
      found.push(last);
    }
    return found;
  };

  /** Which letters a word has, as bits. @param {string} letters */
  const bagOf = (letters) => [...letters].reduce((bag, letter) => bag | (1 << (letter.charCodeAt(0) & 31)), 0);

  /** In how many letters two bags differ. @param {number} a @param {number} b */
  const differing = (a, b) => {
    let count = 0;
    for (let bits = a ^ b; bits; bits &= bits - 1) count++;
    return count;
  };

  class Lexicon {
    /** @param {string} letters that words begin with @param {Get} get @param {{ stem: (word: string) => string }} stemmer */
    constructor(letters, get, stemmer) {
      this.letters = letters;
      this.get = get;
      this.stemmer = stemmer;
      /** @type {Map<string, Entry[]>} */
      this.entries = new Map();
    }

    /** The words that begin with this letter, or all. @param {string} [letter] @returns {Promise<Entry[]>} */
    async all(letter) {
      const wanted = [...this.letters].filter((known) => !letter || known === letter);
      return (await Promise.all(wanted.map((known) => this.read(known)))).flat();
    }

    /** @param {string} letter */
    async read(letter) {
      const known = this.entries.get(letter);
      if (known) return known;
      const entries = readLexicon(await this.get(`lexicon-${letter}`)).map((word) => {
        const [folded] = words(word);
        const letters = key(folded);
        return { word, folded, letters, bag: bagOf(letters) };
      });
      this.entries.set(letter, entries);
      return entries;
    }

    /**
     * The words fewest typing errors away. Who mistypes a word nearly always has its first letter right.
     * @param {string} word folded @param {boolean} anywhere also look among words with another first letter
     */
    async near(word, anywhere) {
      const most = TYPOS.filter((least) => word.length >= least).length;
      if (!most) return [];
      const near = this.nearest(await this.all(key(word)[0]), word, most);
      return near.length || !anywhere ? near : this.nearest(await this.all(), word, most);
    }

    /** The words that look like this one: three letters in four are right, and so is the first. @param {string} word folded */
    async like(word) {
      return this.nearest(await this.all(key(word)[0]), word, Math.floor(word.length / 4));
    }

    /** The stems of words that have these letters inside; few letters only count where they end a word. @param {string} letters a key */
    async around(letters) {
      const has = /** @param {string} its */ (its) =>
        letters.length < LEAST_ANYWHERE ? its.length > letters.length && its.endsWith(letters) : its.indexOf(letters) > 0;
      const entries = (await this.all()).filter((entry) => has(entry.letters));
      return entries.map((entry) => this.stemmer.stem(entry.folded));
    }

    /**
     * The stems of the two words that a compound is made of («voorbeeld» and «bestek»), both words of the guide or of the
     * vocabulary, the last as long as possible. If only the last is one and it is long, it says what the compound is about:
     * «superdiversiteit» is a «diversiteit».
     * @param {string} letters a key @param {(stem: string) => boolean} isWord
     */
    async parts(letters, isWord) {
      const known = new Set((await this.all()).map((entry) => this.stemmer.stem(entry.folded)));
      /** @type {string[]} */
      let alone = [];
      for (let split = LEAST_HEAD; split <= letters.length - LEAST_PART; split++) {
        const tail = this.stemmer.stem(letters.slice(split));
        if (!known.has(tail) && !isWord(tail)) continue;
        if (!alone.length && split >= LEAST_PART && letters.length - split >= LEAST_ALONE) alone = [tail];
        const head = LINKS.filter((link) => letters.slice(0, split).endsWith(link))
          .map((link) => this.stemmer.stem(letters.slice(0, split - link.length)))
          .find((stem) => stem.length >= LEAST_HEAD && (known.has(stem) || isWord(stem)));
        if (head) return [head, tail];
      }
      return alone;
    }

    /** @param {Entry[]} entries @param {string} word @param {number} most @returns {Near[]} */
    nearest(entries, word, most) {
      const letters = key(word);
      const bag = bagOf(letters);
      const stem = this.stemmer.stem(word);
      let least = most;
      let near = /** @type {Near[]} */ ([]);
      for (const entry of entries) {
        if (Math.abs(entry.letters.length - letters.length) > least + ENDING) continue;
        if (differing(entry.bag, bag) > 2 * least + ENDING) continue;
        const its = this.stemmer.stem(entry.folded);
        const distance = Math.max(1, Math.min(typos(letters, entry.letters, least), typos(stem, its, least)));
        if (distance > least) continue;
        if (distance < least) near = [];
        least = distance;
        near.push({ word: entry.word, folded: entry.folded, stem: its, distance });
      }
      return near;
    }
  }

  Object.assign(gids.search, { Lexicon, readLexicon });
})(window.gids);
