/**
 * The sentences of the command line, and the small habits of Python that they rest on. No DOM.
 *
 * What is said, asked and known comes from `story.rules`, which the build writes (`macros/render/forms.py`).
 */
(function (gids) {
  "use strict";

  const story = (gids.story = gids.story || {});

  /** What Python takes for white space. */
  const SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
  const SPACES = new RegExp(`${SPACE}+`, "g");
  const EDGES = new RegExp(`^${SPACE}+|${SPACE}+$`, "g");
  const LONGEST_QUOTE = 60;

  /** Without the white space around it. @param {string} text */
  story.strip = (text) => text.replace(EDGES, "");

  /** How many characters people would count. @param {string} text */
  story.count = (text) => [...text].length;

  /** The sentence of that name, filled in. @param {string} name @param {Record<string, unknown>} [values] */
  story.say = (name, values = {}) =>
    story.rules.sentences[name].replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ key) => String(values[key]));

  /** The offending value between «», shortened, on one line. @param {string} value */
  story.quote = (value) => {
    const letters = [...story.strip(value).replace(SPACES, " ")];
    return `«${letters.length <= LONGEST_QUOTE ? letters.join("") : `${letters.slice(0, LONGEST_QUOTE - 1).join("")}…`}»`;
  };

  /** What nobody can see in a line becomes a space. @param {string} text */
  story.oneLine = (text) => text.replace(/[\p{C}\p{Z}]/gu, " ");

  /** A place in a file as people read it: `strategies[2].id`. @param {(string | number)[]} location */
  story.where = (location) =>
    location.reduce(
      (/** @type {string} */ text, part) => text + (typeof part === "number" ? `[${part + 1}]` : text ? `.${part}` : part),
      ""
    );

  /**
   * An id made from words: «Sint-Niklaas: een brug!» is «sint-niklaas-een-brug».
   * @param {string} text
   */
  story.slug = (text, longest = 60) => {
    const words = text.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase().match(/[a-z0-9]+/g) || [];
    while (words.length > 1 && words.join("-").length > longest) words.pop();
    return words.join("-").slice(0, longest);
  };

  /**
   * An id made from words that is not taken yet, nor by a fixed part of a story's page.
   * @param {string} text @param {Set<string>} taken @param {string} fallback
   */
  story.freeId = (text, taken, fallback) => {
    const fixed = new Set(story.rules.reserved);
    const base = story.slug(text, 55) || fallback;
    let id = base;
    for (let number = 2; taken.has(id) || fixed.has(id); number += 1) id = `${base}-${number}`;
    return id;
  };

  /** How much two words are alike, from 0 to 1: the measure of Python's difflib. @param {string} one @param {string} other */
  function likeness(one, other) {
    const a = [...one];
    const b = [...other];
    const matched = (/** @type {number} */ aLow, /** @type {number} */ aHigh, /** @type {number} */ bLow, /** @type {number} */ bHigh) => {
      let [atA, atB, size] = [aLow, bLow, 0];
      /** @type {Map<number, number>} */
      let runs = new Map();
      for (let i = aLow; i < aHigh; i += 1) {
        const next = new Map();
        for (let j = bLow; j < bHigh; j += 1) {
          if (a[i] !== b[j]) continue;
          const run = (runs.get(j - 1) || 0) + 1;
          next.set(j, run);
          if (run > size) [atA, atB, size] = [i - run + 1, j - run + 1, run];
        }
        runs = next;
      }
      if (!size) return 0;
      return size + matched(aLow, atA, bLow, atB) + matched(atA + size, aHigh, atB + size, bHigh);
    };
    return a.length + b.length ? (2 * matched(0, a.length, 0, b.length)) / (a.length + b.length) : 1;
  }

  /**
   * «Bedoelde je …? Kies uit: …», as far as it helps.
   * @param {string} value @param {string[]} choices
   */
  story.suggestion = (value, choices, most = 12) => {
    let near = "";
    let best = 0.6;
    for (const choice of choices) {
      const score = likeness(choice, value);
      if (score > best || (score === best && choice > near)) [near, best] = [choice, score];
    }
    const parts = near ? [story.say("did_you_mean", { near })] : [];
    if (choices.length && choices.length <= (near ? most : Math.max(most, 40))) parts.push(story.say("choose_from", { choices: choices.join(", ") }));
    return parts.join(" ");
  };
})(window.gids);
