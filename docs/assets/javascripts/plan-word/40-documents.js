/** The documents of a plan: as the parts of a Word file, and as plain text to copy. No DOM. */
(function (gids) {
  "use strict";

  const { plans } = gids;
  const word = (gids.word = gids.word || {});

  /** What each answer looked like in the file, as a number: so that a change in Word is seen. @param {any} data @returns {Record<string, number>} */
  word.shown = (data) => {
    const answers = data.answers || {};
    const found = Object.entries(plans.rules.questions).map(([id, question]) => {
      const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
      return [id, word.sum(question.kind === "tabel" ? word.answerRows(question, answer) : word.answerLines(question, answer))];
    });
    return Object.fromEntries(found);
  };

  /** A number for what stands there; spaces do not count. @param {any} lines @returns {number} */
  word.sum = (lines) => word.crc(new TextEncoder().encode(JSON.stringify(word.bare(lines))));

  /** Lines without what no word processor keeps: double spaces, empty lines, characters that XML cannot hold. @param {any} lines @returns {any} */
  word.bare = (lines) =>
    lines
      .map((/** @type {any} */ line) => (Array.isArray(line) ? word.bare(line) : word.clean(line).replace(/\s+/g, " ").trim()))
      .filter((/** @type {any} */ line) => line !== "");

  /** A text without what XML cannot hold. @param {string} text @returns {string} */
  word.clean = (text) => word.unxml(word.xml(text));

  /**
   * The parts of the Word file of one document. Only the document that carries the plan holds its data, and only when asked.
   * @param {string} id @param {any} draft @param {boolean} [carry] @returns {Record<string, string>}
   */
  word.files = (id, draft, carry = false) => {
    const { documents, shared, carrying, order } = word.parts;
    const document = documents[id];
    const view = word.view(draft.data);
    const carries = Boolean(carry && document.carries);
    if (carries) {
      view["plan.gegevens"] = word.safeJson(plans.fileText(draft));
      view["plan.getoond"] = JSON.stringify(word.shown(draft.data));
    }
    const whole = [document.head, ...document.sections.map((/** @type {any} */ section) => section.tree), [document.foot]].flat();
    /** @type {Record<string, any>} */
    const parts = { ...shared, ...document.own, "word/document.xml": whole, ...(carries ? carrying : {}) };
    const filled = (/** @type {any} */ part) => (typeof part === "string" ? part : word.render(part, view));
    return Object.fromEntries(order.filter((/** @type {string} */ name) => name in parts).map((/** @type {string} */ name) => [name, filled(parts[name])]));
  };

  /** The document that carries the plan. @returns {string} */
  word.whole = () => Object.keys(word.parts.documents).find((id) => word.parts.documents[id].carries) || "";

  /** The Word file. @param {string} id @param {any} draft @param {boolean} [carry] @returns {Promise<Uint8Array>} */
  word.make = (id, draft, carry) => word.zip(word.files(id, draft, carry));

  /** One section, or a whole mail, as plain text without its heading. @param {string} id @param {string} section @param {any} data @returns {string} */
  word.text = (id, section, data) => {
    const document = word.parts.documents[id];
    const { tree } = document.sections.find((/** @type {any} */ each) => each.id === section);
    return word.plain(word.render(tree, word.view(data)), document.notes).split("\n").slice(1).join("\n").trim();
  };

  /** The subject of a mail. @param {string} id @param {any} data @returns {string} */
  word.subject = (id, data) => word.unxml(word.render(word.parts.documents[id].subject, word.view(data)));

  /** What the file is called: «collegenota-voorbeeldstad.docx». @param {string} id @param {any} draft @returns {string} */
  word.fileName = (id, draft) => {
    const { file, fileOrganisation } = word.parts.documents[id];
    const own = (draft.data?.employer === "organisatie" && fileOrganisation) || file;
    return `${plans.fileName(draft, own.replace(/\.docx$/, ""))}.docx`;
  };
})(window.gids);
