/**
 * From sections that fit to pages, best first. No DOM.
 *
 * @typedef {{ page: number, section: number, score: number, share: number, complete: boolean }} Hit  `share` of the words
 *   that it has; `complete`: all, or the vocabulary names it.
 * @typedef {{ fits: Fits, required: boolean, covered: boolean }} Term
 */
(function (gids) {
  "use strict";

  const { upperBound } = gids.search;
  /** With fewer pages that have all the words, pages with at least half as much as the best are shown too. */
  const FEW = 3;
  /** What a word counts that need not be there, and what the other sections of a page add to its best. */
  const OPTIONAL = 0.3;
  const REST = 0.15;
  /** What the section in which most words come together adds to its page. */
  const TOGETHER = 1;

  class Ranking {
    /** @param {number[]} firsts the first section of every page @param {number} sections how many there are */
    constructor(firsts, sections) {
      this.firsts = firsts;
      this.pageOf = Uint16Array.from({ length: sections }, (_, section) => upperBound(firsts, section) - 1);
    }

    /** @param {Term[]} terms @param {Map<number, number>} named what sections gain @returns {Hit[]} */
    rank(terms, named) {
      const pages = this.firsts.length;
      const gains = new Float32Array(pages);
      const scores = new Float32Array(pages);
      const matched = new Float32Array(pages);
      const sums = new Float32Array(this.pageOf.length);
      for (const [section, gain] of named) {
        gains[this.pageOf[section]] = Math.max(gain, gains[this.pageOf[section]]);
        sums[section] = gain;
      }
      const total = terms.reduce((sum, term) => sum + this.weigh(term, gains, scores, matched, sums), 0);
      const best = this.bestSections([...terms.flatMap(({ fits }) => fits.sections), ...named.keys()], sums);
      /** @type {Hit[]} */
      const hits = [];
      for (const [page, section] of best) {
        const gain = gains[page];
        if (!matched[page] && !gain) continue;
        const share = matched[page] / total;
        const score = (scores[page] + TOGETHER * Math.max(0, sums[section] - gain)) * share ** 2 + gain;
        hits.push({ page, section, score, share, complete: gain > 0 || share > 0.999 });
      }
      hits.sort((a, b) => b.score - a.score || a.page - b.page);
      const complete = hits.filter((hit) => hit.complete);
      if (complete.length >= FEW) return complete;
      const most = Math.max(...hits.map(({ share }) => share));
      return hits.filter(({ share, complete }) => complete || share >= most / 2);
    }

    /**
     * Add what one word brings; gives its weight among the words that are asked for.
     * @param {Term} term
     * @param {Float32Array} gains @param {Float32Array} scores @param {Float32Array} matched per page
     * @param {Float32Array} sums per section
     */
    weigh({ fits, required, covered }, gains, scores, matched, sums) {
      const most = new Float32Array(gains.length);
      const all = new Float32Array(gains.length);
      for (const section of fits.sections) {
        const page = this.pageOf[section];
        most[page] = Math.max(most[page], fits.values[section]);
        all[page] += fits.values[section];
      }
      const found = most.filter((value) => value).length;
      const weight = (Math.log(1 + most.length / (1 + found)) + 0.2) * (required ? 1 : OPTIONAL);
      most.forEach((value, page) => {
        scores[page] += weight * (value + REST * Math.min(all[page] - value, value));
        if (required && (value || (covered && gains[page]))) matched[page] += weight;
      });
      for (const section of fits.sections) sums[section] += weight * fits.values[section];
      return required ? weight : 0;
    }

    /** The section with the highest sum of every page. @param {number[]} sections @param {Float32Array} sums */
    bestSections(sections, sums) {
      /** @type {Map<number, number>} */
      const best = new Map();
      for (const section of sections) {
        const page = this.pageOf[section];
        const known = best.get(page);
        const better = known === undefined || sums[section] > sums[known] || (sums[section] === sums[known] && section < known);
        if (better) best.set(page, section);
      }
      return best;
    }
  }

  Object.assign(gids.search, { Ranking });
})(window.gids);
