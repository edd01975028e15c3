/**
 * What is shown of a page that was found: its title, the heading, and the sentence with the words in it. No DOM.
 *
 * @typedef {{ text: string, marked: boolean }} Run
 * @typedef {{ address: string, title: string, within: string, heading: string, sentence: Run[] }} Shown
 */
(function (gids) {
  "use strict";

  const { key, words } = gids.search;
  const WORD = /[\p{L}\p{M}\p{N}\u00ad]+(?:[.,:]\p{N}+)*/gu;
  /** Longer sentences are cut around the words. */
  const LONGEST = 220;
  /** Shorter ones are shown with their neighbours. */
  const ENOUGH = 90;
  const SENTENCE_END = /[.!?:…][»”’)]?$/;
  /** With fewer letters before it a word is no part of a longer one: «tijd» in «altijd». */
  const LEAST_HEAD = 3;
  /** Shorter ones say little: «Zie ook: bestek.» */
  const REMARK = 30;

  class Presenter {
    /**
     * @param {Core} core
     * @param {Get} get
     * @param {{ stem: (word: string) => string, stop: Set<string> }} stemmer
     */
    constructor(core, get, stemmer) {
      this.core = core;
      this.get = get;
      this.stemmer = stemmer;
      this.titles = new Map(core.pages.map(([address, title]) => [address, title]));
    }

    /** @param {Hit[]} hits @param {Marks} marks @returns {Promise<Shown[]>} */
    show(hits, marks) {
      return Promise.all(hits.map((hit) => this.one(hit, marks)));
    }

    /** @param {Hit} hit @param {Marks} marks @returns {Promise<Shown>} */
    async one(hit, marks) {
      const [page, title] = this.core.pages[hit.page];
      const [anchor, heading, text] = await this.section(hit.section);
      const sentences = text.split("\n");
      return {
        address: this.address(page) + (anchor ? `#${anchor}` : ""),
        title,
        within: page.includes("/") ? this.titles.get(page.slice(0, page.lastIndexOf("/"))) || "" : "",
        heading: heading === title ? "" : heading,
        sentence: shorten(this.runs(around(sentences, this.best(sentences, `${title} ${heading}`, marks)), marks)),
      };
    }

    /** The anchor, heading and text of a section. @param {number} section @returns {Promise<[string, string, string]>} */
    async section(section) {
      const { texts } = this.core;
      let piece = texts.length - 1;
      while (texts[piece] > section) piece--;
      return (await this.get(`texts-${piece}`))[section - texts[piece]];
    }

    /** @param {string} page */
    address(page) {
      if (this.core.directories) return page && `${page}/`;
      return `${page || "index"}.html`;
    }

    /**
     * Which sentence adds most to the heading above it: words that the heading lacks count double, and so do those that were typed,
     * against parts of longer ones. The first if none adds anything: it is what the rest is about.
     * @param {string[]} sentences @param {string} heading @param {Marks} marks
     */
    best(sentences, heading, marks) {
      const above = this.markedStems(heading, marks);
      let best = 0;
      let most = 0;
      sentences.forEach((sentence, place) => {
        let value = 0;
        let added = false;
        for (const stem of this.markedStems(sentence, marks)) {
          value += (marks.stems.has(stem) ? 2 : 1) * (above.has(stem) ? 1 : 2);
          added = added || !above.has(stem);
        }
        if (place && (!added || (sentence.length < REMARK && most))) return;
        if (value > most) [best, most] = [place, value];
      });
      return best;
    }

    /** @param {string} text @param {Marks} marks */
    markedStems(text, marks) {
      const marked = this.runs(text, marks).filter((run) => run.marked);
      return new Set(marked.map((run) => this.stemmer.stem(words(run.text)[0] || "")));
    }

    /** A text in runs, marked or not. @param {string} text @param {Marks} marks @returns {Run[]} */
    runs(text, marks) {
      const runs = [];
      let end = 0;
      for (const match of text.matchAll(WORD)) {
        if (!this.isMarked(match[0], marks)) continue;
        if (match.index > end) runs.push({ text: text.slice(end, match.index), marked: false });
        end = match.index + match[0].length;
        runs.push({ text: match[0], marked: true });
      }
      if (end < text.length) runs.push({ text: text.slice(end), marked: false });
      return runs;
    }

    /** @param {string} word @param {Marks} marks */
    isMarked(word, { stems, beginnings, parts }) {
      const folded = words(word)[0];
      if (!folded || this.stemmer.stop.has(folded)) return false;
      const letters = key(folded);
      return (
        stems.has(this.stemmer.stem(folded)) ||
        [...beginnings].some((beginning) => letters.startsWith(beginning)) ||
        [...parts].some((part) => letters.indexOf(part) >= LEAST_HEAD)
      );
    }
  }

  /**
   * A sentence with those behind it, and else before it, until there is enough to read. What is no sentence, as an item of a list,
   * is set apart.
   * @param {string[]} sentences @param {number} best
   */
  const around = (sentences, best) => {
    let text = sentences[best];
    const fits = (/** @type {string} */ more) => more && text.length < ENOUGH && text.length + more.length + 3 <= LONGEST;
    for (let next = best + 1; fits(sentences[next]); next++) text = joined(text, sentences[next]);
    for (let before = best - 1; fits(sentences[before]); before--) text = joined(sentences[before], text);
    return text;
  };

  /** @param {string} one @param {string} other */
  const joined = (one, other) => one + (SENTENCE_END.test(one) ? " " : " · ") + other;

  /** Cut a long sentence so that its first marked words stay in sight. @param {Run[]} runs @returns {Run[]} */
  const shorten = (runs) => {
    const whole = runs.map((run) => run.text).join("");
    if (whole.length <= LONGEST) return runs;
    const lead = runs[0].marked ? 0 : runs[0].text.length;
    let from = Math.max(0, Math.min(lead - 60, whole.length - LONGEST));
    if (from > 0) from = whole.indexOf(" ", from) + 1;
    let to = Math.min(whole.length, from + LONGEST);
    if (to < whole.length) to = whole.lastIndexOf(" ", to);
    const cut = [];
    let place = 0;
    for (const { text, marked } of runs) {
      const piece = text.slice(Math.max(0, from - place), Math.max(0, to - place));
      if (piece) cut.push({ text: piece, marked });
      place += text.length;
    }
    if (from > 0) cut.unshift({ text: "… ", marked: false });
    if (to < whole.length) cut.push({ text: " …", marked: false });
    return cut;
  };

  Object.assign(gids.search, { Presenter, shorten });
})(window.gids);
