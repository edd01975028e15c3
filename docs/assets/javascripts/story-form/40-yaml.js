/**
 * Writes a story as the YAML that the guide reads: every text between double quotes or as a block, so that nothing in it can
 * be taken for anything else. Knows the line of every value. No DOM.
 */
(function (gids) {
  "use strict";

  const story = (gids.story = gids.story || {});

  /** What cannot stand in a file as it is. */
  const HIDDEN = /[\x00-\x1f"\\\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\uffff\ue000-\uf8ff]/gu;
  const SHORT = /** @type {Record<string, string>} */ ({ '"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r" });

  const escaped = (/** @type {string} */ letter) => {
    if (SHORT[letter]) return SHORT[letter];
    const code = (letter.codePointAt(0) || 0).toString(16);
    return code.length > 2 ? `\\u${code.padStart(4, "0")}` : `\\x${code.padStart(2, "0")}`;
  };
  const quoted = (/** @type {string} */ text) => `"${text.replace(HIDDEN, escaped)}"`;

  /** Whether a text survives as a block: no hidden characters, no spaces or empty lines at its edges. @param {string} text */
  const isBlock = (text) => text.search(HIDDEN_IN_BLOCK) < 0 && /^[^\s]/.test(text) && /[^\s]$/.test(text);
  const HIDDEN_IN_BLOCK = /[\x00-\x09\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\uffff\ue000-\uf8ff]/u;

  class Writer {
    constructor() {
      /** @type {string[]} */
      this.rows = [];
      /** The line of each value by its place, as `context.0.title`. @type {Map<string, number>} */
      this.lines = new Map([["", 1]]);
      /** The line on which each text begins. @type {Map<string, number>} */
      this.textLines = new Map();
    }

    /** @param {string} prefix @param {string} value @param {string} at @param {any} field @param {number} indent */
    scalar(prefix, value, at, field, indent) {
      const line = this.rows.length + 1;
      if (field.shape === "PROSE" && isBlock(value)) {
        this.rows.push(`${prefix} |-`, ...value.split("\n").map((row) => (row ? " ".repeat(indent) + row : "")));
        this.textLines.set(at, line + 1);
        return;
      }
      const bare = (field.shape === "NUMBER" && /^(?:0|[1-9]\d{0,11})$/.test(value)) || (field.shape === "FLAG" && /^(?:true|false)$/.test(value));
      this.rows.push(`${prefix} ${bare ? value : quoted(value)}`);
      this.textLines.set(at, line);
    }

    /** @param {any[]} fields @param {Record<string, any>} values @param {string} at @param {number} indent @param {string} first */
    mapping(fields, values, at, indent, first) {
      let front = first;
      for (const field of fields) {
        if (values[field.name] === undefined) continue;
        const here = at ? `${at}.${field.name}` : field.name;
        this.lines.set(here, this.rows.length + 1);
        this.value(`${front}${field.name}:`, field, values[field.name], here, indent);
        front = " ".repeat(indent);
      }
    }

    /** @param {string} prefix @param {any} field @param {any} value @param {string} at @param {number} indent */
    value(prefix, field, value, at, indent) {
      if (typeof value === "string") {
        this.scalar(prefix, value, at, field, indent + 2);
        return;
      }
      this.rows.push(prefix);
      const front = " ".repeat(indent + 2);
      if (!Array.isArray(value)) {
        this.mapping(field.fields, value, at, indent + 2, front);
        return;
      }
      value.forEach((entry, index) => {
        const here = `${at}.${index}`;
        this.lines.set(here, this.rows.length + 1);
        if (typeof entry === "string") this.scalar(`${front}-`, entry, here, { shape: "LINE" }, 0);
        else this.mapping(field.fields, entry, here, indent + 4, `${front}- `);
      });
    }

    /** The line of a value, or of the nearest thing around it. @param {(string | number)[]} location */
    line(location) {
      for (let length = location.length; length > 0; length -= 1) {
        const line = this.lines.get(location.slice(0, length).join("."));
        if (line) return line;
      }
      return 1;
    }
  }

  /** @param {Record<string, any>} values */
  story.write = (values) => {
    const writer = new Writer();
    writer.mapping([...story.rules.fields, ...story.rules.keeping], values, "", 0, "");
    return { text: writer.rows.length ? `${writer.rows.join("\n")}\n` : "", writer };
  };
})(window.gids);
