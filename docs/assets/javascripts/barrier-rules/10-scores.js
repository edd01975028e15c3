/**
 * «Drempels in kaart»: what several people say of each barrier, put together. No DOM.
 *
 * @typedef {{ weight?: string, note?: string }} Score
 * @typedef {{ key: string, name?: string, scores?: Record<string, Score> }} Person
 * @typedef {{ id: string, side: string, title: string, bs: string[] }} Barrier
 * @typedef {{ weights: Record<string, number>, unknown: string, heavy: number, mostPeople: number, longestNote: number, barriers: Barrier[], bs: { id: string, title: string }[] }} Rules
 * @typedef {{ barrier: Barrier, counts: Record<string, number>, known: number, unsure: number, mean: number | null, spread: number, heavy: boolean }} Summed
 */
(function (gids) {
  "use strict";

  const scores = (gids.scores = gids.scores || {});

  /** @param {any} value @returns {Record<string, any>} */
  const object = (value) => (value && typeof value === "object" && !Array.isArray(value) ? value : {});

  /** What one person says of one barrier; something unknown counts as not filled in. @param {Rules} rules @param {Person} person @param {string} id */
  const weightOf = (rules, person, id) => {
    const weight = object(object(person.scores)[id]).weight;
    return typeof weight === "string" && (Object.hasOwn(rules.weights, weight) || weight === rules.unknown) ? weight : "";
  };
  scores.weightOf = weightOf;

  /** What everybody together says of one barrier. @param {Rules} rules @param {Barrier} barrier @param {Person[]} people @returns {Summed} */
  scores.sum = (rules, barrier, people) => {
    /** @type {Record<string, number>} */
    const counts = Object.fromEntries([...Object.keys(rules.weights), rules.unknown].map((weight) => [weight, 0]));
    for (const person of people) {
      const weight = weightOf(rules, person, barrier.id);
      if (weight) counts[weight] += 1;
    }
    const values = Object.entries(rules.weights).flatMap(([weight, value]) => Array(counts[weight]).fill(value));
    const total = values.reduce((sum, value) => sum + value, 0);
    const mean = values.length ? total / values.length : null;
    const spread = values.length ? Math.max(...values) - Math.min(...values) : 0;
    return { barrier, counts, known: values.length, unsure: counts[rules.unknown], mean, spread, heavy: mean !== null && mean >= rules.heavy };
  };

  /** All barriers, or those of one side, the largest first; what nobody could weigh comes last. @param {Rules} rules @param {Person[]} people @param {string} [side] @returns {Summed[]} */
  scores.ranking = (rules, people, side) =>
    rules.barriers
      .filter((barrier) => !side || barrier.side === side)
      .map((barrier) => scores.sum(rules, barrier, people))
      .map((/** @type {Summed} */ entry, /** @type {number} */ place) => ({ entry, place }))
      .sort((one, other) => (other.entry.mean ?? -1) - (one.entry.mean ?? -1) || other.entry.known - one.entry.known || one.place - other.place)
      .map(({ entry }) => entry);

  /** The ids of the barriers that weigh heavily, the heaviest first. @param {Rules} rules @param {Person[]} people @returns {string[]} */
  scores.heavy = (rules, people) => scores.ranking(rules, people).filter((/** @type {Summed} */ entry) => entry.heavy).map((/** @type {Summed} */ entry) => entry.barrier.id);

  /** Where people differ, the widest first. @param {Rules} rules @param {Person[]} people @returns {Summed[]} */
  scores.differences = (rules, people) => {
    const found = scores.ranking(rules, people).filter((/** @type {Summed} */ entry) => entry.spread > 0);
    return found.sort((/** @type {Summed} */ one, /** @type {Summed} */ other) => other.spread - one.spread);
  };

  /** The same answers by the 7 B's: the mean of the barriers that touch each. @param {Rules} rules @param {Person[]} people */
  scores.byB = (rules, people) => {
    const summed = scores.ranking(rules, people);
    return rules.bs
      .map((b) => {
        const own = summed.filter((/** @type {Summed} */ entry) => entry.barrier.bs.includes(b.id) && entry.mean !== null);
        const mean = own.length ? own.reduce((/** @type {number} */ sum, /** @type {Summed} */ entry) => sum + (entry.mean || 0), 0) / own.length : null;
        return { ...b, mean, barriers: own.map((/** @type {Summed} */ entry) => entry.barrier.id), heavy: own.filter((/** @type {Summed} */ entry) => entry.heavy).map((/** @type {Summed} */ entry) => entry.barrier.id) };
      })
      .sort((one, other) => (other.mean ?? -1) - (one.mean ?? -1));
  };

  /** The entries of a person that hold something. @param {Person} person @returns {[string, Score][]} */
  const filled = (person) => Object.entries(object(person.scores)).filter(([, score]) => object(score).weight || object(score).note);
  scores.filled = filled;

  const same = (/** @type {any} */ one, /** @type {any} */ other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
  /** Keys in one order, so that two values can be compared. @param {any} value @returns {any} */
  const sorted = (value) => {
    if (Array.isArray(value)) return value.map(sorted);
    if (!value || typeof value !== "object") return value;
    return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
  };

  /**
   * Two lists of people as one. Nothing is lost: who stands in both is one person when the answers can stand together, and
   * two when they contradict each other. Putting the same list in twice changes nothing.
   * @param {Person[]} mine @param {Person[]} theirs @returns {Person[]}
   */
  scores.merge = (mine, theirs) => {
    const merged = mine.map((person) => ({ ...person }));
    for (const person of theirs) {
      const copies = merged.filter((each) => each.key === person.key || each.key.startsWith(`${person.key}~`));
      copies.sort((one, other) => Number(other.key === person.key) - Number(one.key === person.key));
      const fitting = copies.find((each) => agree(each, person));
      if (fitting) {
        const name = fitting.name || person.name;
        const both = { ...object(person.scores), ...object(fitting.scores), ...union(fitting, person) };
        Object.assign(fitting, { ...person, ...fitting }, name === undefined ? {} : { name }, person.scores || fitting.scores ? { scores: both } : {});
      } else merged.push({ ...person, key: freeKey(person.key, merged) });
    }
    return merged;
  };

  /** Whether two entries can be of one person: no field says two things. @param {Person} one @param {Person} other */
  const agree = (one, other) => {
    if (one.name && other.name && one.name !== other.name) return false;
    const rest = (/** @type {any} */ { key, name, scores: _, ...more }) => more;
    const [mine, theirs] = [rest(one), rest(other)];
    if (Object.keys(mine).some((name) => Object.hasOwn(theirs, name) && !same(mine[name], theirs[name]))) return false;
    const [left, right] = [object(one.scores), object(other.scores)];
    return Object.keys(left).every((id) => !Object.hasOwn(right, id) || together(object(left[id]), object(right[id])));
  };

  const together = (/** @type {any} */ one, /** @type {any} */ other) =>
    Object.keys(one).every((name) => !Object.hasOwn(other, name) || one[name] === "" || other[name] === "" || same(one[name], other[name]));

  /** What both say of the same barriers. @param {Person} one @param {Person} other */
  const union = (one, other) => {
    const [left, right] = [object(one.scores), object(other.scores)];
    const shared = Object.keys(left).filter((id) => Object.hasOwn(right, id));
    return Object.fromEntries(
      shared.map((id) => {
        const [mine, theirs] = [object(left[id]), object(right[id])];
        const kept = Object.entries(mine).filter(([, value]) => value !== "");
        return [id, { ...mine, ...theirs, ...Object.fromEntries(kept) }];
      })
    );
  };

  /** A key that nobody has, made from one that somebody has. @param {string} key @param {Person[]} people */
  const freeKey = (key, people) => {
    const taken = new Set(people.map((person) => person.key));
    if (!taken.has(key)) return key;
    let number = 2;
    while (taken.has(`${key}~${number}`)) number += 1;
    return `${key}~${number}`;
  };
})(window.gids);
