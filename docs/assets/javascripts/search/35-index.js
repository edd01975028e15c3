/**
 * From what somebody typed to pages. Loads the pieces of the index that the words need. No DOM.
 *
 * A word counts where it stands (the impact, settled when the index was written) times how well it fits what was typed:
 * the word itself, another form, a synonym, a longer word that begins so, a part of a word, a typing error.
 *
 * @typedef {{ directories: boolean, pages: [string, string, number][], sections: number, texts: number[], terms: string[],
 *   lexicon: string, step: number, rules: Rules }} Core
 *   Of each page the address, the title and its first section; the first section of each piece of texts, the first stem of
 *   each piece of terms.
 * @typedef {{ stems: Set<string>, beginnings: Set<string>, parts: Set<string> }} Marks  What to mark in the text.
 * @typedef {{ hits: Hit[], marks: Marks, corrected: string }} Found  `corrected` is what was typed
 *   without its typing errors, if there were any.
 */
(function (gids) {
  "use strict";

  const { Fits, LEAST_BEGINNING, Lexicon, MOST_PIECES, Query, Ranking, Terms, Vocabulary, key, weighed, words } = gids.search;

  /** How well a word fits what was typed. */
  const FIT = { exact: 1, stem: 0.9, synonym: 0.55, beginning: 0.6, part: 0.5, typo: 0.55, inside: 0.4, meant: 0.7 };
  /** A word without meaning of its own weighs a quarter in the index. If nothing else was typed it is meant after all. */
  const STOP_ALONE = 4;
  /** A beginning that fits more words says too little. */
  const MOST_WORDS = 60;
  /** Fewer letters are inside too many words. */
  const LEAST_INSIDE = 4;
  /** From how many letters on a word may be one of the vocabulary with one, or two, typing errors. */
  const LEAST_MEANT = 5;
  const LONG_MEANT = 9;

  /** «geïnterviewde» is of «interview». */
  const PARTICIPLE = /^ge(.{4,}?)[dt]e?$/;

  /** @param {string} stem @returns {Token} */
  const asToken = (stem) => ({ word: stem, stem, stop: false, others: [] });

  /** What was typed without its typing errors. @param {Token[]} tokens @param {Map<string, string>} corrections */
  const corrected = (tokens, corrections) => tokens.map(({ word }) => corrections.get(word) || word).join(" ");

  /** Add what the vocabulary says of other words than were typed. @param {Named} named @param {Named} more @param {number} share */
  const addNamed = (named, more, share) => {
    for (const [section, gain] of more.places) named.places.set(section, Math.max(named.places.get(section) || 0, gain * share));
  };

  class Index {
    /** @param {Core} core @param {Get} get */
    constructor(core, get) {
      this.core = core;
      this.get = get;
      this.query = new Query(core);
      this.stemmer = this.query.stemmer;
      this.lexicon = new Lexicon(core.lexicon, get, this.stemmer);
      this.ranking = new Ranking(core.pages.map(([, , first]) => first), core.sections);
      /** @type {Map<string, Terms>} */
      this.pieces = new Map();
    }

    /**
     * Pages that fit, best first. Not thorough is for while somebody types: a word that is not finished yet is nowhere, and
     * no reason to look everywhere.
     * @param {string} text @param {boolean} thorough
     * @returns {Promise<Found>}
     */
    async find(text, thorough) {
      const tokens = this.query.tokens(text);
      const { required, optional } = weighed(tokens);
      const pairs = this.query.pairs(tokens);
      const [named] = await Promise.all([
        this.loadFor(tokens, required, optional),
        this.load(pairs.map(({ whole }) => this.query.pieceOf(whole.stem))),
      ]);
      const vocabulary = await this.vocabulary();
      const compounds = pairs.filter(({ whole }) => vocabulary.isWord(whole.stem) || this.forms(whole.stem).some(({ form }) => form !== "~"));
      for (const compound of compounds) await this.addCompound(named, tokens, compound);
      /** @type {Marks} */
      const marks = { stems: new Set(), beginnings: new Set(), parts: new Set() };
      /** @type {Map<string, string>} */
      const corrections = new Map();
      const terms = [];
      for (const token of required) {
        const covered = named.covered.has(token);
        const fits = this.fits(token, marks);
        for (const { parts, whole } of compounds) if (parts.includes(token)) this.addToken(fits, whole, 1, marks);
        if (!fits.sections.length && !covered) {
          const meant = thorough ? await this.meant(token) : [];
          if (meant.length) await this.addMeant(fits, meant, named, marks);
          else await this.addNear(fits, token.word, thorough, marks, corrections);
        }
        terms.push({ fits, required: true, covered });
      }
      if (corrections.size) addNamed(named, (await this.vocabulary()).named(this.query.tokens(corrected(tokens, corrections))), FIT.meant);
      for (const token of optional) terms.push({ fits: this.exactly(token), required: false, covered: false });
      return {
        hits: this.ranking.rank(terms, named.places),
        marks,
        corrected: corrections.size ? corrected(tokens, corrections) : "",
      };
    }

    /** Words that look most like what was typed, for when nothing was found. @param {string} text @returns {Promise<string[]>} */
    async nearest(text) {
      const [longest] = words(text).sort((a, b) => b.length - a.length);
      if (!longest || longest.length < LEAST_INSIDE) return [];
      return (await this.lexicon.like(longest)).slice(0, 3).map(({ word }) => word);
    }

    // --- pieces ---

    /** Begun once its piece is here: it is not small, and words need not wait for it. @returns {Promise<Vocabulary>} */
    async vocabulary() {
      if (this.known) return this.known;
      const wordings = await this.get("phrases");
      return (this.known = this.known || new Vocabulary(wordings));
    }

    /**
     * Load the pieces of these words and of those that the vocabulary adds; gives what it says.
     * @param {Token[]} tokens @param {Token[]} required @param {Token[]} optional
     */
    async loadFor(tokens, required, optional) {
      const [named] = await Promise.all([this.named(tokens, required), this.load(this.query.piecesFor(required, optional))]);
      return named;
    }

    /** @param {Token[]} tokens @param {Token[]} required */
    async named(tokens, required) {
      const named = (await this.vocabulary()).named(tokens);
      const added = required.flatMap(({ others }) => others.flatMap(words));
      await this.load(added.map((word) => this.query.pieceOf(this.stemmer.stem(word))));
      return named;
    }

    /** @param {Iterable<string>} names */
    async load(names) {
      await Promise.all(
        [...new Set(names)].map(async (name) => {
          if (!this.pieces.has(name)) this.pieces.set(name, new Terms(await this.get(name)));
        }),
      );
    }

    /** The forms of a stem, from the pieces that are here. @param {string} stem */
    forms(stem) {
      return ["stop", this.query.pieceOf(stem)].flatMap((name) => this.pieces.get(name)?.forms(stem) || []);
    }

    // --- compounds that were typed as two words: «jeugd dienst» ---

    /** What the vocabulary says if the two are one. @param {Named} named @param {Token[]} tokens @param {Pair} compound */
    async addCompound(named, tokens, { parts, whole }) {
      const together = tokens.flatMap((token) => (token === parts[0] ? [whole] : token === parts[1] ? [] : [token]));
      const more = await this.named(together, [whole]);
      addNamed(named, more, 1);
      if (more.covered.has(whole)) for (const part of parts) named.covered.add(part);
    }

    // --- fits ---

    noFits() {
      return new Fits(this.core.sections, this.core.step);
    }

    /** Where a word stands, in any form it can be recognised in. @param {Token} token @param {Marks} marks */
    fits(token, marks) {
      const fits = this.noFits();
      this.addToken(fits, token, token.stop ? STOP_ALONE : 1, marks);
      this.addBeginnings(fits, token.stem, key(token.word), marks);
      return fits;
    }

    /** A word and what the vocabulary says for it. @param {Fits} fits @param {Token} token @param {number} share @param {Marks} marks */
    addToken(fits, { word, stem, others }, share, marks) {
      this.addStem(fits, word, stem, share, marks);
      for (const other of new Set(others)) this.addSynonym(fits, words(other), marks);
    }

    /** @param {Token} token */
    exactly({ word, stem }) {
      const fits = this.noFits();
      for (const { form, places } of this.forms(stem)) if (form === word) fits.add(places, FIT.exact);
      return fits;
    }

    /**
     * @param {Fits} fits @param {string} word @param {string} stem @param {number} share of the full fit
     * @param {Marks} [marks]
     */
    addStem(fits, word, stem, share, marks) {
      for (const { form, places } of this.forms(stem)) {
        (form === "~" ? marks?.parts : marks?.stems)?.add(stem);
        fits.add(places, share * (form === word ? FIT.exact : form === "~" ? FIT.part : FIT.stem));
      }
    }

    /** One of several words fits where all stand. @param {Fits} fits @param {string[]} synonym @param {Marks} marks */
    addSynonym(fits, synonym, marks) {
      const [first, ...others] = synonym.map((word) => {
        const each = this.noFits();
        this.addStem(each, word, this.stemmer.stem(word), FIT.synonym, marks);
        return each;
      });
      for (const section of first.sections) {
        fits.raise(section, Math.min(first.values[section], ...others.map(({ values }) => values[section])));
      }
    }

    /** @param {Fits} fits @param {string} itself its own stem @param {string} letters @param {Marks} marks */
    addBeginnings(fits, itself, letters, marks) {
      const pieces = this.query.piecesOf(letters);
      if (letters.length < LEAST_BEGINNING || pieces.length > MOST_PIECES) return;
      const stems = pieces.flatMap((name) => this.pieces.get(name)?.beginning(letters) || []);
      // A stem may be shorter than what was typed of the word: «betalin» begins «betaling», whose stem is «betal».
      for (let length = LEAST_BEGINNING; length < letters.length; length++) stems.push(letters.slice(0, length));
      const shortest = stems.filter((stem) => stem !== itself).sort((a, b) => a.length - b.length);
      for (const stem of shortest.slice(0, MOST_WORDS)) {
        for (const { form, places } of this.forms(stem)) {
          const whole = form === "~" ? stem : key(form);
          if (!whole.startsWith(letters)) continue;
          marks.beginnings.add(letters);
          if (form === "~") marks.parts.add(stem);
          fits.add(places, (form === "~" ? FIT.part : FIT.beginning) * (0.5 + (0.5 * letters.length) / whole.length));
        }
      }
    }

    /**
     * For a word that is nowhere: a word of the vocabulary with a typing error, or the two that a compound is made of. A word of
     * the guide with one typing error is nearer; more errors may be another compound («subsidieaanvraag» is no «subsidiebedrag»).
     * @param {Token} token @returns {Promise<Token[]>}
     */
    async meant({ word, stem }) {
      if (/\d/.test(word)) return [];
      const [nearest] = await this.lexicon.near(word, false);
      if (nearest?.distance === 1) return [];
      if (nearest) {
        const parts = await this.parts(word);
        return parts.length > 1 ? parts : [];
      }
      const participle = PARTICIPLE.exec(word);
      if (participle) {
        const own = this.stemmer.stem(participle[1]);
        await this.load([this.query.pieceOf(own)]);
        if (this.forms(own).length) return [{ ...asToken(own), word: participle[1] }];
      }
      const near = word.length >= LEAST_MEANT ? (await this.vocabulary()).near(stem, word.length >= LONG_MEANT ? 2 : 1) : [];
      return near.length ? near.slice(0, 1).map(asToken) : this.parts(word);
    }

    /** The words of a compound. @param {string} word @returns {Promise<Token[]>} */
    async parts(word) {
      const vocabulary = await this.vocabulary();
      return (await this.lexicon.parts(key(word), (part) => vocabulary.isWord(part))).map(asToken);
    }

    /** Where these stand, and what the vocabulary says of them. @param {Fits} fits @param {Token[]} meant @param {Named} named @param {Marks} marks */
    async addMeant(fits, meant, named, marks) {
      addNamed(named, await this.loadFor(meant, meant, []), FIT.inside);
      for (const token of meant) this.addToken(fits, { ...token, word: "" }, FIT.inside, marks);
    }

    /**
     * For a word that is nowhere: where the words stand that it may be a typing error of, or else the inside of.
     * @param {Fits} fits @param {string} word @param {boolean} thorough @param {Marks} marks
     * @param {Map<string, string>} corrections
     */
    async addNear(fits, word, thorough, marks, corrections) {
      const letters = key(word);
      if (letters.length < LEAST_INSIDE || /\d/.test(letters)) return;
      let near = await this.lexicon.near(word, false);
      const around = thorough && !near.length ? await this.lexicon.around(letters) : [];
      if (thorough && !near.length && !around.length) near = await this.lexicon.near(word, true);
      await this.load([...around, ...near.map(({ stem }) => stem)].map((stem) => this.query.pieceOf(stem)));
      for (const stem of around) this.addStem(fits, "", stem, FIT.inside);
      if (around.length) marks.parts.add(letters);
      for (const { folded, stem, distance } of near) this.addStem(fits, folded, stem, FIT.typo / distance, marks);
      if (near.length) corrections.set(word, near[0].word);
    }
  }

  Object.assign(gids.search, { Index });
})(window.gids);
