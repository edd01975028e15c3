/**
 * What a plan may hold: the known parts in their own shape, everything else as it came. No DOM.
 *
 * A part of the wrong shape is set apart under `unreadable`, so that the page keeps working and nothing is thrown away.
 */
(function (gids) {
  "use strict";

  const plans = (gids.plans = gids.plans || {});

  const isObject = (/** @type {any} */ value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);
  const isText = (/** @type {any} */ value) => typeof value === "string";
  const texts = (/** @type {any} */ value) => Array.isArray(value) && value.every(isText);
  const rows = (/** @type {any} */ value) => Array.isArray(value) && value.every((row) => isObject(row) && Object.values(row).every(isText));
  const keyed = (/** @type {any} */ value) => isObject(value) && isText(value.key) && value.key !== "";
  const allText = (/** @type {any} */ value, /** @type {string[]} */ names) => names.every((name) => value[name] === undefined || isText(value[name]));

  const isScored = (/** @type {any} */ value) => isObject(value) && allText(value, ["weight", "note"]);

  /** What each part must look like: itself, and each of its entries. @type {Record<string, [(value: any) => boolean, ((entry: any) => boolean)?]>} */
  const SHAPES = {
    employer: [isText],
    place: [isText],
    answers: [isObject, (value) => isText(value) || texts(value) || rows(value)],
    ticks: [isObject, (value) => isObject(value) && allText(value, ["state", "note"])],
    actions: [Array.isArray, (value) => keyed(value) && allText(value, ["what", "who", "when", "step"])],
    has: [Array.isArray, isText],
    scores: [Array.isArray, (value) => keyed(value) && allText(value, ["name"]) && (value.scores === undefined || (isObject(value.scores) && Object.values(value.scores).every(isScored)))],
    approach: [isObject, texts],
    balance: [isObject, isText],
    calendar: [isObject, isText],
  };

  /**
   * The data of a plan in its own shape. Rows with the key of an earlier row get one of their own.
   * @param {any} data @returns {any}
   */
  plans.tidy = (data) => {
    /** @type {[string, any][]} */
    const apart = [];
    const tidied = Object.entries(data).map(([part, value]) => {
      const [fits, fitsEntry] = Object.hasOwn(SHAPES, part) ? SHAPES[part] : [];
      if (!fits) return [part, value];
      if (!fits(value)) {
        apart.push([part, value]);
        return [part, /** @type {any} */ (plans.empty())[part]];
      }
      return [part, fitsEntry ? sift(part, value, fitsEntry, apart) : value];
    });
    const found = { ...plans.empty(), ...Object.fromEntries(tidied) };
    return apart.length ? { ...found, unreadable: [...(Array.isArray(data.unreadable) ? data.unreadable : []), ...apart.map(([place, value]) => ({ place, value }))] } : found;
  };

  /** The entries that fit; the others go apart. @param {string} part @param {any} value @param {(entry: any) => boolean} fits @param {[string, any][]} apart */
  function sift(part, value, fits, apart) {
    const keep = (/** @type {string | number} */ name, /** @type {any} */ entry) => fits(entry) || (apart.push([`${part}.${name}`, entry]), false);
    if (!Array.isArray(value)) return Object.fromEntries(Object.entries(value).filter(([name, entry]) => keep(name, entry)));
    const seen = new Set();
    return value
      .filter((entry, index) => keep(index, entry))
      .map((entry) => {
        if (!isObject(entry)) return entry;
        const key = seen.has(entry.key) ? plans.newId() : entry.key;
        seen.add(key);
        return { ...entry, key };
      });
  }
})(window.gids);
