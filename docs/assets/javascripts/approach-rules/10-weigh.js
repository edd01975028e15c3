/**
 * «Welke aanpak past bij ons?»: which strategies fit, from the answers alone. No DOM; the same rules as `macros/guide/approach.py`,
 * and a test compares the two.
 *
 * @typedef {"ervoor" | "eerst-regelen" | "ertegen"} Weight
 * @typedef {{ id: string, unknown: boolean, barriers: string[], sameAs: string | null, notWith: string[], effects: Record<string, Weight> }} Answer
 * @typedef {{ id: string, several: boolean, most: number | null, answers: Answer[] }} Question
 * @typedef {{ enough: number, tooUnsure: number, sideBySide: number, groups: Record<string, string>, strategies: string[], questions: Question[] }} Rules
 * @typedef {"past-goed" | "regel-eerst" | "nu-minder"} Group
 * @typedef {{ answers: string[], groups: Record<string, Group>, unsure: string[], talkFirst: boolean, everything: boolean, clear: boolean }} Weighed
 */
(function (gids) {
  "use strict";

  const approach = (gids.approach = gids.approach || {});

  /**
   * The answers that can stand together: known ones, no more than allowed, none beside one it excludes.
   * @param {Question[]} questions @param {string[]} chosen @returns {string[]}
   */
  approach.tidy = (questions, chosen) => {
    const wanted = new Set(chosen);
    /** @type {string[]} */
    const kept = [];
    for (const question of questions) {
      let here = question.answers.filter((answer) => wanted.has(answer.id));
      if (here.some((answer) => !answer.unknown)) here = here.filter((answer) => !answer.unknown);
      const most = question.several ? question.most || here.length : 1;
      for (const answer of here) {
        const taken = here.filter((other) => kept.includes(other.id));
        const excluded = taken.some((other) => other.notWith.includes(answer.id) || answer.notWith.includes(other.id));
        if (taken.length < most && !excluded) kept.push(answer.id);
      }
    }
    return kept;
  };

  /** @param {Rules} rules @param {string} strategy @param {[Question, Answer][]} picked @returns {Group} */
  const groupOf = (rules, strategy, picked) => {
    /** @type {Record<string, Weight>} */
    const weights = {};
    for (const [, answer] of picked) if (answer.effects[strategy]) weights[answer.id] = answer.effects[strategy];
    const pleading = new Set();
    for (const [question, answer] of picked) {
      if (weights[answer.id] === "ervoor" && weights[answer.sameAs || ""] !== "ervoor") pleading.add(question.id);
    }
    if (!pleading.size) return "nu-minder";
    const hindered = Object.values(weights).some((weight) => weight !== "ervoor");
    return pleading.size >= rules.enough && !hindered ? "past-goed" : "regel-eerst";
  };

  /** In which group each strategy is; none when there are talks to hold first. @param {Rules} rules @param {string[]} chosen @returns {Weighed} */
  approach.weigh = (rules, chosen) => {
    const answers = approach.tidy(rules.questions, chosen);
    const picked = /** @type {[Question, Answer][]} */ (
      rules.questions.flatMap((question) => question.answers.filter((answer) => answers.includes(answer.id)).map((answer) => [question, answer]))
    );
    const unsure = picked.filter(([, answer]) => answer.unknown).map(([, answer]) => answer.id);
    const talkFirst = unsure.length >= rules.tooUnsure;
    /** @type {Record<string, Group>} */
    const groups = {};
    if (!talkFirst) for (const strategy of rules.strategies) groups[strategy] = groupOf(rules, strategy, picked);
    const everything = !talkFirst && rules.strategies.every((id) => groups[id] === "past-goed");
    if (everything) for (const id of rules.strategies) groups[id] = "regel-eerst"; // there is a choice to make first
    return { answers, groups, unsure, talkFirst, everything, clear: Object.values(groups).includes("past-goed") };
  };

  /**
   * What choosing an answer does to the others of its question: the ones it excludes go, the last one chosen stays.
   * @param {Question} question @param {string[]} chosen ids of this question, the latest last @returns {string[]}
   */
  approach.settle = (question, chosen) => {
    const byId = new Map(question.answers.map((answer) => [answer.id, answer]));
    const latest = byId.get(chosen[chosen.length - 1]);
    if (!latest) return [];
    if (!question.several || latest.unknown) return [latest.id];
    return chosen.filter((id) => {
      const answer = byId.get(id);
      return answer && !answer.unknown && (answer === latest || (!answer.notWith.includes(latest.id) && !latest.notWith.includes(id)));
    });
  };

  /** What moved between two outcomes, by strategy. @param {Weighed} before @param {Weighed} after @returns {[string, Group | undefined, Group | undefined][]} */
  approach.shifts = (before, after) => {
    const strategies = Object.keys({ ...before.groups, ...after.groups });
    return strategies.filter((id) => before.groups[id] !== after.groups[id]).map((id) => [id, before.groups[id], after.groups[id]]);
  };

  /**
   * The answers that heavy barriers suggest, the heaviest first: where a question allows few, those of the heaviest barriers.
   * @param {Question[]} questions @param {string[]} barriers ids of heavy barriers, the heaviest first @returns {string[]}
   */
  approach.suggested = (questions, barriers) => {
    /** @type {string[]} */
    const found = [];
    for (const question of questions) {
      const most = question.several ? question.most || question.answers.length : 1;
      /** @type {string[]} */
      const here = [];
      for (const barrier of barriers) {
        for (const answer of question.answers) {
          if (answer.barriers.includes(barrier) && !here.includes(answer.id) && here.length < most) here.push(answer.id);
        }
      }
      found.push(...here);
    }
    return found;
  };
})(window.gids);
