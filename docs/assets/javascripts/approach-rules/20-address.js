/** Answers in the part of the address behind the «#»: it can be shared, and no server ever sees it. No DOM. */
(function (gids) {
  "use strict";

  const approach = (gids.approach = gids.approach || {});

  const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

  /** @param {{ answers: string[], chosen: string[] }} state @returns {string} without the «#»; empty when there is nothing to keep */
  approach.toHash = ({ answers, chosen }) => {
    const parts = [];
    if (answers.length) parts.push(`antwoorden=${answers.join("+")}`);
    if (chosen.length) parts.push(`keuze=${chosen.join("+")}`);
    return parts.join("&");
  };

  /**
   * The state in an address; null when it holds none of ours, as with a link to a heading.
   * @param {any} rules @param {string} hash with or without the «#» @returns {{ answers: string[], chosen: string[] } | null}
   */
  approach.fromHash = (rules, hash) => {
    const given = hash.replace(/^#/, "");
    if (!/^(antwoorden|keuze)=/.test(given)) return null;
    const list = (/** @type {string} */ name) => {
      const part = given.split("&").find((each) => each.startsWith(`${name}=`)) || "";
      return part.slice(name.length + 1).split(/\+|%2B/i).filter((id) => SLUG.test(id));
    };
    return {
      answers: approach.tidy(rules.questions, list("antwoorden")),
      chosen: rules.strategies.filter((/** @type {string} */ id) => list("keuze").includes(id)),
    };
  };
})(window.gids);
