/** The file in which people pass on their scores: written, and read with everything that can be wrong with it. No DOM. */
(function (gids) {
  "use strict";

  const scores = (gids.scores = gids.scores || {});

  const FORMAT = "gids-drempels";
  const VERSION = 1;
  /** A file of scores is small; what is much larger is something else. */
  const MOST = 2_000_000;

  /** What people read when a file cannot be taken in. @type {Record<string, string>} */
  scores.troubles = {
    damaged: "Dit bestand is niet leesbaar: het is beschadigd of het is iets anders. Er is niets veranderd.",
    foreign: "In dit bestand staan geen scores van Drempels in kaart. Er is niets veranderd.",
    newer: "Dit bestand komt uit een nieuwere versie van de gids. Herlaad de pagina en probeer opnieuw. Er is niets veranderd.",
    large: "Dit bestand is te groot om scores te zijn. Er is niets veranderd.",
    many: "Samen zijn dit te veel mensen voor één beeld. Er is niets veranderd.",
    empty: "In dit bestand heeft niemand iets ingevuld. Er is niets veranderd.",
  };

  class ScoreError extends Error {
    /** @param {string} trouble */
    constructor(trouble) {
      super(scores.troubles[trouble]);
      this.trouble = trouble;
    }
  }
  scores.ScoreError = ScoreError;

  /** @param {any[]} people */
  scores.write = (people) => `${JSON.stringify({ format: FORMAT, version: VERSION, people }, null, 1)}\n`;

  const isObject = (/** @type {any} */ value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);

  /**
   * The people in a file of scores, or in a plan that was saved as a file. Throws `ScoreError`.
   * @param {any} rules @param {string} text @returns {any[]}
   */
  scores.read = (rules, text) => {
    if (text.length > MOST) throw new ScoreError("large");
    let file;
    try {
      file = JSON.parse(text);
    } catch {
      throw new ScoreError("damaged");
    }
    const isPlan = isObject(file) && file.format === "gids-draft" && file.kind === "plan" && isObject(file.data);
    if (!isObject(file) || (file.format !== FORMAT && !isPlan)) throw new ScoreError("foreign");
    if (!Number.isInteger(file.version) || file.version < 1) throw new ScoreError("damaged");
    if (file.version > VERSION) throw new ScoreError("newer");
    const people = isPlan ? file.data.scores || [] : file.people;
    if (!Array.isArray(people) || !people.every((person) => isPerson(rules, person))) throw new ScoreError("damaged");
    if (people.length > rules.mostPeople) throw new ScoreError("many");
    if (!people.some((person) => scores.filled(person).length)) throw new ScoreError("empty");
    return people;
  };

  /** A person with scores that mean something; barriers that this version does not know stay. @param {any} rules @param {any} person */
  const isPerson = (rules, person) => {
    if (!isObject(person) || typeof person.key !== "string" || !person.key) return false;
    if (person.name !== undefined && typeof person.name !== "string") return false;
    if (person.scores !== undefined && !isObject(person.scores)) return false;
    return Object.values(person.scores || {}).every((score) => {
      const { weight = "", note = "" } = isObject(score) ? /** @type {any} */ (score) : { weight: 0 };
      return (weight === "" || weight === rules.unknown || Object.hasOwn(rules.weights, weight)) && typeof note === "string";
    });
  };
})(window.gids);
