/**
 * The terms of the index: a line per stem («stem⇥form places⇥form places»), read only as far as a search needs. No DOM.
 *
 * @typedef {{ sections: number[], impacts: number[] }} Places
 * @typedef {{ form: string, places: Places }} Form  A form «~» stands for words that the stem is the end of.
 * @typedef {{ values: Float32Array, sections: number[], add: (places: Places, fit: number) => void,
 *   raise: (section: number, value: number) => void }} Fits
 * @typedef {{ forms: (stem: string) => Form[], beginning: (beginning: string) => string[] }} Terms
 */
(function (gids) {
  "use strict";

  const { upperBound } = gids.search;

  /** Read «2A1B»: steps from section to section in base 36 (none is one) and impacts as letters, A is 0. @param {string} text */
  const readPlaces = (text) => {
    /** @type {Places} */
    const places = { sections: [], impacts: [] };
    let section = -1;
    let step = 0;
    for (let place = 0; place < text.length; place++) {
      const code = text.charCodeAt(place);
      if (code >= 97) {
        step = step * 36 + code - 87; // a–z
      } else if (code < 65) {
        step = step * 36 + code - 48; // 0–9
      } else {
        section += step || 1;
        places.sections.push(section);
        places.impacts.push(code - 65);
        step = 0;
      }
    }
    return places;
  };

  /** One piece of the terms. */
  class Terms {
    /** @param {string} text */
    constructor(text) {
      this.lines = text.split("\n");
      this.stems = this.lines.map((line) => line.slice(0, line.indexOf("\t")));
      /** @type {Map<string, Form[]>} */
      this.read = new Map();
    }

    /** The forms of a stem. @param {string} stem @returns {Form[]} */
    forms(stem) {
      const known = this.read.get(stem);
      if (known) return known;
      const place = upperBound(this.stems, stem) - 1;
      const [found, ...forms] = (this.lines[place] || "").split("\t");
      const read = found === stem ? forms.map((form) => readForm(form, stem)) : [];
      this.read.set(stem, read);
      return read;
    }

    /** The stems that begin so. @param {string} beginning */
    beginning(beginning) {
      const from = upperBound(this.stems, beginning);
      const to = upperBound(this.stems, `${beginning}~`); // after every letter
      const longer = this.stems.slice(from, to);
      return this.stems[from - 1] === beginning ? [beginning, ...longer] : longer;
    }
  }

  /** @param {string} text @param {string} stem @returns {Form} */
  const readForm = (text, stem) => {
    const space = text.indexOf(" ");
    return { form: text.slice(0, space) || stem, places: readPlaces(text.slice(space + 1)) };
  };

  /** How well every section fits one word of the query: the best of all the ways in which it does. */
  class Fits {
    /** @param {number} sections how many there are @param {number} step how much more every next impact is, A being 1 */
    constructor(sections, step) {
      this.step = step;
      this.values = new Float32Array(sections);
      /** The sections that fit at all. @type {number[]} */
      this.sections = [];
    }

    /** @param {Places} places @param {number} fit */
    add({ sections, impacts }, fit) {
      for (let place = 0; place < sections.length; place++) {
        this.raise(sections[place], this.step ** impacts[place] * fit);
      }
    }

    /** @param {number} section @param {number} value */
    raise(section, value) {
      if (value <= this.values[section]) return;
      if (!this.values[section]) this.sections.push(section);
      this.values[section] = value;
    }
  }

  Object.assign(gids.search, { Fits, Terms, readPlaces });
})(window.gids);
