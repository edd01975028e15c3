/**
 * Two versions of a plan into one: what only one of them has is taken over, what differs is shown and chosen. No DOM.
 *
 * Parts with names are compared name by name, lists of entries with a `key` entry by entry. A text, a list of words and the rows
 * of a table are compared as a whole. With the version that both started from, a change of one side alone is no difference.
 *
 * @typedef {{ path: string[], mine: any, theirs: any }} Conflict
 */
(function (gids) {
  "use strict";

  const plans = (gids.plans = gids.plans || {});

  const isObject = (/** @type {any} */ value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);
  const NOTHING = Symbol("nothing");

  /** Whether nothing is filled in there. @param {any} value @returns {boolean} */
  plans.isEmpty = (value) =>
    value === undefined || value === null || value === "" || value === false || value === NOTHING || (typeof value === "object" && Object.values(value).every(plans.isEmpty));

  /** Whether an answer is rows of a table, with at least one. @param {any} value */
  plans.isRows = (value) => Array.isArray(value) && value.length > 0 && value.every(isObject);

  /** @param {any} one @param {any} other @returns {boolean} */
  const equal = (one, other) => {
    if (one === other) return true;
    if (typeof one !== "object" || typeof other !== "object" || !one || !other || Array.isArray(one) !== Array.isArray(other)) return false;
    const names = Object.keys(one);
    return names.length === Object.keys(other).length && names.every((name) => Object.hasOwn(other, name) && equal(one[name], other[name]));
  };
  plans.equal = equal;

  /** The entries of a list by their key, or null where entries have none. @param {any} value @returns {Map<string, any> | null} */
  const byKey = (value) => {
    if (!Array.isArray(value) || !value.length || !value.every((entry) => isObject(entry) && typeof entry.key === "string")) return null;
    const found = new Map(value.map((entry) => [entry.key, entry]));
    return found.size === value.length ? found : null;
  };

  const own = (/** @type {any} */ value, /** @type {string} */ name) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : NOTHING);

  /**
   * What of both stands in the merged version; a real difference goes to `conflicts`, with mine for the time being.
   * @param {any} mine @param {any} theirs @param {any} base @param {{ three: boolean, emptied: boolean }} how @param {string[]} path @param {Conflict[]} conflicts @returns {any}
   */
  function join(mine, theirs, base, how, path, conflicts) {
    if (equal(mine, theirs)) return mine;
    if (how.three && equal(mine, base)) return theirs;
    if (how.three && equal(theirs, base)) return mine;
    if (isObject(mine) && isObject(theirs)) {
      const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
      const parts = names.map((name) => [name, join(own(mine, name), own(theirs, name), own(base, name), how, [...path, name], conflicts)]);
      return Object.fromEntries(parts.filter(([, value]) => value !== NOTHING));
    }
    const [mineByKey, theirsByKey] = [byKey(mine), byKey(theirs)];
    if (mineByKey && theirsByKey) {
      const baseByKey = byKey(base) || new Map();
      const keys = [...new Set([...mineByKey.keys(), ...theirsByKey.keys()])];
      const of = (/** @type {Map<string, any>} */ map, /** @type {string} */ key) => (map.has(key) ? map.get(key) : NOTHING);
      return keys.map((key) => join(of(mineByKey, key), of(theirsByKey, key), of(baseByKey, key), how, [...path, key], conflicts)).filter((entry) => entry !== NOTHING);
    }
    if (plans.isEmpty(theirs) && !(how.emptied && theirs !== NOTHING && !plans.isEmpty(mine))) return mine === NOTHING ? theirs : mine;
    if (plans.isEmpty(mine)) return theirs;
    conflicts.push({ path, mine: mine, theirs: theirs });
    return mine;
  }

  /**
   * Join two versions of the data of a plan. `base` is the version that both started from, where that is known; with `emptied`
   * taking something out is a difference too.
   * @param {any} mine @param {any} theirs @param {any} [base] @param {boolean} [emptied] @returns {{ merged: any, conflicts: Conflict[] }}
   */
  plans.merge = (mine, theirs, base, emptied = false) => {
    /** @type {Conflict[]} */
    const conflicts = [];
    return { merged: join(mine, theirs, base ?? {}, { three: base !== undefined, emptied }, [], conflicts), conflicts };
  };

  /** What «allebei» makes of two lists or two texts; undefined where that means nothing. @param {Conflict} conflict @returns {any} */
  plans.both = ({ mine, theirs, path }) => {
    if (Array.isArray(mine) && Array.isArray(theirs)) return [...mine, ...theirs.filter((entry) => !mine.some((other) => equal(other, entry)))];
    const loose = path[0] === "answers" || path[path.length - 1] === "note";
    return loose && typeof mine === "string" && typeof theirs === "string" ? `${mine}\n${theirs}` : undefined;
  };

  /**
   * The merged version with a choice made for each difference.
   * @param {any} merged @param {Conflict[]} conflicts @param {("mine" | "theirs" | "both")[]} choices @returns {any}
   */
  plans.settle = (merged, conflicts, choices) =>
    conflicts.reduce((found, conflict, index) => {
      const choice = choices[index];
      const value = choice === "both" ? plans.both(conflict) ?? conflict.mine : choice === "theirs" ? conflict.theirs : conflict.mine;
      return put(found, conflict.path, value);
    }, merged);

  /** A copy with another value at one place. @param {any} holder @param {string[]} path @param {any} value @returns {any} */
  function put(holder, [name, ...rest], value) {
    if (name === undefined) return value;
    if (Array.isArray(holder)) return holder.map((entry) => (entry.key === name ? put(entry, rest, value) : entry));
    return Object.fromEntries([...Object.entries(holder), [name, put(holder[name], rest, value)]]);
  }
})(window.gids);
