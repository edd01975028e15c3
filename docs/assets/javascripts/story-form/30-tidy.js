/**
 * From what somebody typed to a story as its file holds it: nothing empty, ids made from titles. No DOM.
 *
 * @typedef {{ name: string, label: string, help: string, shape: string, required: boolean, refers: string, choices: string[],
 *   fields: Field[], longest: number | null, text: string, default: string }} Field
 * @typedef {{ id: string, version: string, keep: Record<string, any>, sources: string[] }} Edited a published story that somebody
 *   corrects: which one and in what state, what the form leaves as it was, and the sources that it brought
 */
(function (gids) {
  "use strict";

  const story = (gids.story = gids.story || {});

  const isOwn = (/** @type {Field} */ field) => field.text === "id" && !field.refers;
  /** Whether the rows of a field can be cited: each has an id that others name. */
  const isSource = (/** @type {Field} */ field) => field.name === "own_sources";

  class Tidying {
    /** @param {any} raw @param {string} file @param {Set<string>} mine the ids of sources that the story already brought */
    constructor(raw, file, mine) {
      this.raw = raw;
      this.file = file;
      /** Where a part of the story stands in the form, when rows before it were left out. @type {Map<string, string>} */
      this.origin = new Map();
      /** The ids that are anchors on the story's page. @type {Set<string>} */
      this.anchors = new Set();
      /** Ids of own sources by the key that the form gave them. @type {Map<string, string>} */
      this.sources = new Map();
      /** Ids that parts of a published story have: addresses lead there, so they stay. @type {Set<string>} */
      this.settled = new Set(Object.values(raw).flatMap(list).map((/** @type {any} */ row) => row?.id).filter((/** @type {any} */ id) => typeof id === "string"));
      const taken = new Set(Object.keys(story.rules.known.sources).filter((id) => !mine.has(id)));
      for (const row of raw.own_sources || []) {
        const id = row.id && !taken.has(row.id) ? row.id : story.freeId(`${file} ${text(row.short) || text(row.title)}`, new Set([...taken, ...this.settled]), "bron");
        taken.add(id);
        if (row.key) this.sources.set(row.key, id);
      }
    }

    /** @param {Field[]} fields @param {any} raw @param {string} at @param {string} from */
    fields(fields, raw, at, from) {
      /** @type {Record<string, any>} */
      const found = {};
      for (const field of fields) {
        const [here, there] = [join(at, field.name), join(from, field.name)];
        const value = this.value(field, raw?.[field.name], here, there);
        if (value !== undefined) found[field.name] = value;
      }
      return found;
    }

    /** @param {Field} field @param {any} raw @param {string} at @param {string} from @returns {any} */
    value(field, raw, at, from) {
      switch (field.shape) {
        case "GROUP": {
          const group = this.fields(field.fields, raw, at, from);
          return Object.keys(group).length ? group : undefined;
        }
        case "ROWS":
          return this.rows(field, list(raw), at, from);
        case "LINES":
        case "CHOICES": {
          const lines = list(raw).map((line, index) => ({ value: text(line), index })).filter(({ value }) => value);
          lines.forEach(({ index }, place) => this.origin.set(join(at, place), join(from, index)));
          return lines.length ? lines.map(({ value }) => value) : undefined;
        }
        default: {
          const value = text(raw);
          if (field.refers === "sources" && value.startsWith("@")) return this.sources.get(value);
          return value && !(field.shape === "FLAG" && value === field.default) ? value : undefined;
        }
      }
    }

    /** @param {Field} field @param {any[]} rows @param {string} at @param {string} from */
    rows(field, rows, at, from) {
      /** @type {any[]} */
      const found = [];
      rows.forEach((raw, index) => {
        const [here, there] = [join(at, found.length), join(from, index)];
        const row = this.fields(field.fields.filter((each) => !isOwn(each)), raw, here, there);
        const filled = field.fields.some((each) => row[each.name] !== undefined && row[each.name] !== each.default && each.shape !== "FLAG");
        if (!filled) return;
        this.origin.set(here, there);
        found.push(field.fields.some(isOwn) ? { id: this.id(field, raw, row, found.length), ...row } : row);
      });
      return found.length ? found : undefined;
    }

    /** @param {Field} field @param {any} raw @param {any} row @param {number} index */
    id(field, raw, row, index) {
      const key = isSource(field) && this.sources.get(raw.key);
      if (key) return key;
      const settled = typeof raw.id === "string" && !this.anchors.has(raw.id) && raw.id;
      const id = settled || story.freeId(row.title || row.role || "", new Set([...this.anchors, ...this.settled]), `${field.name}-${index + 1}`.replace(/_/g, "-"));
      this.anchors.add(id);
      return id;
    }
  }

  const join = (/** @type {string} */ at, /** @type {string | number} */ part) => (at ? `${at}.${part}` : String(part));
  const list = (/** @type {any} */ value) => (Array.isArray(value) ? value : []);
  /** @param {any} value */
  const text = (value) => {
    if (typeof value !== "string") return "";
    // Half of a pair of code units is no character and fits in no file.
    const whole = value.replace(/\r\n?/g, "\n").replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
    return story.strip(whole);
  };

  /**
   * The name of the file: the municipality, with the project or a number when that is taken.
   * @param {any} raw
   */
  story.fileName = (raw) => {
    const taken = new Set(story.rules.taken);
    const place = story.slug(text(raw.municipality), 40) || story.slug(text(raw.title), 40) || "verhaal";
    if (!taken.has(place)) return place;
    const project = story.slug(`${place} ${text(raw.project)}`, 55);
    let name = project;
    for (let number = 2; taken.has(name); number += 1) name = `${project}-${number}`;
    return name;
  };

  /**
   * The story in the order of its fields, without what is empty, and where each row stood in the form.
   * @param {any} raw @param {Edited | null} [edited]
   */
  story.tidy = (raw, edited) => {
    const file = edited ? edited.id : story.fileName(raw);
    const tidying = new Tidying(raw, file, new Set(edited ? edited.sources : []));
    return { file, story: { ...tidying.fields(story.rules.fields, raw, "", ""), ...(edited ? edited.keep : {}) }, origin: tidying.origin };
  };
})(window.gids);
