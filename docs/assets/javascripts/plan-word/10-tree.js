/**
 * Text with places in it, filled in: the same rules as `macros/export/word_tree.py`, which says what each sign means. No DOM.
 *
 * A number in a tree is a place in the pool: what stands there belongs to several documents.
 *
 * @typedef {any[]} Tree
 * @typedef {Record<string, any>} View
 */
(function (gids) {
  "use strict";

  const word = (gids.word = gids.word || {});

  /** What XML cannot hold: control characters, half characters, and two that are none. */
  const INVALID = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
  /** @type {Record<string, string>} */
  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

  /** A text as XML, whatever somebody typed. @param {string} text @returns {string} */
  word.xml = (text) => text.replace(INVALID, "").replace(/[&<>"]/g, (sign) => SIGNS[sign]);

  /** XML as a text. @param {string} text @returns {string} */
  word.unxml = (text) => text.replace(/&(amp|lt|gt|quot);/g, (sign) => Object.keys(SIGNS).find((each) => SIGNS[each] === sign) || sign);

  /** JSON in which nothing stands that XML cannot hold. @param {string} json @returns {string} */
  word.safeJson = (json) => json.replace(INVALID, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

  /** The tree filled in. @param {Tree} tree @param {View} view @param {{ last: number }} [counter] @returns {string} */
  word.render = (tree, view, counter = { last: 0 }) => {
    /** @type {string[]} */
    const found = [];
    fill(tree, [view], counter, found);
    return found.join("");
  };

  /** @param {Tree} tree @param {View[]} scopes the record first, then what is around it @param {{ last: number }} counter @param {string[]} found */
  function fill(tree, scopes, counter, found) {
    for (const entry of tree) {
      const node = typeof entry === "number" ? word.parts.pool[entry] : entry;
      if (typeof node === "string") {
        found.push(node);
        continue;
      }
      const [sign, key, inside, other] = node;
      if (sign === "#" || sign === "@") {
        if (sign === "#") counter.last += 1;
        found.push(String(counter.last));
      } else if (sign === "&") fill(key, scopes, counter, found);
      else {
        const value = scopes.find((scope) => Object.hasOwn(scope, key))?.[key];
        if (sign === "=" || sign === "+") found.push(value ? word.xml(String(value)) : sign === "=" ? word.parts.gap : "");
        else if (sign === "?") fill((Array.isArray(value) ? value.length : value) ? inside : other, scopes, counter, found);
        else if (value?.length) for (const record of value) fill(inside, [record, ...scopes], counter, found);
        else fill(other, scopes, counter, found);
      }
    }
  }

  /**
   * What stands in a piece of a document, as plain text: paragraphs with a line between them, the sources below.
   * @param {string} xml @param {string[]} notes @returns {string}
   */
  word.plain = (xml, notes) => {
    /** @type {string[]} */
    const cited = [];
    const pieces = xml
      .replace(/<w:footnoteReference w:id="(\d+)"\/>/g, (_, id) => `<t>[${cited.push(notes[Number(id) - 1])}]</t>`)
      .replace(/<w:tbl>.*?<\/w:tbl>/gs, (table) => table.replace(/<w:tr>.*?<\/w:tr>/gs, row))
      .replace(/<w:p>(?=<w:pPr><w:pStyle w:val="ListBullet"\/>)/g, `${CLOSE}<t>- </t>`)
      .split("</w:p>")
      .map((piece) => ({ close: piece.includes(CLOSE), line: text(piece) }))
      .filter(({ line }) => line);
    cited.forEach((note, index) => pieces.push({ close: index > 0, line: index ? `[${index + 1}] ${note}` : `Bronnen\n[1] ${note}` }));
    // Points of a list and rows of a table stand under one another, everything else apart.
    return pieces.map(({ close, line }, index) => `${index === 0 ? "" : close && (pieces[index - 1].close || line.startsWith("[")) ? "\n" : "\n\n"}${line}`).join("");
  };

  /** Stays close to the one before it. */
  const CLOSE = "<close/>";

  /** A row as one paragraph, its cells side by side. @param {string} xml */
  const row = (xml) => {
    const cells = xml.split("</w:tc>").slice(0, -1).map((cell) => cell.split("</w:p>").map(text).filter(Boolean).join(", "));
    return `${CLOSE}<t>${word.xml(cells.join(" | ").replace(/^[\s|]+$/, ""))}</t></w:p>`;
  };

  /** The characters of a piece of XML. @param {string} xml */
  const text = (xml) =>
    word.unxml([...xml.matchAll(/<(?:w:)?t(?: [^>]*)?>([^<]*)</g)].map((found) => found[1]).join("")).trimEnd();
})(window.gids);
