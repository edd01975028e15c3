/**
 * The way back: the plan that a Word file carries, and what somebody changed in its words. Reads XML with the browser's own reader.
 *
 * Where an answer begins is told by a bookmark («v_focus»), where the next heading begins by another («k_…»): bookmarks stay when
 * another program saves the file, the tags of content controls do not.
 *
 * @typedef {{ label: string, text: string }} Lost
 */
(function (gids) {
  "use strict";

  const { plans } = gids;
  const word = (gids.word = gids.word || {});

  const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const BODY = "word/document.xml";

  /** @param {string} text @returns {Document} */
  function parse(text) {
    const found = gids.readXml(text);
    if (found.getElementsByTagName("parsererror").length) throw new word.WordError("damaged");
    return found;
  }

  const all = (/** @type {Element | Document} */ holder, /** @type {string} */ name) => [...holder.getElementsByTagNameNS(W, name)];
  const attribute = (/** @type {Element} */ element, /** @type {string} */ name) => element.getAttributeNS(W, name) || "";

  /** The words of a paragraph, as somebody sees them. @param {Element} paragraph @returns {string[]} */
  function words(paragraph) {
    let found = "";
    for (const element of paragraph.getElementsByTagNameNS(W, "*")) {
      if (element.localName === "t" && !element.closest("del")) found += element.textContent;
      else if (element.localName === "br" || element.localName === "cr") found += "\n";
      else if (element.localName === "tab" && element.parentElement?.localName === "r") found += " ";
    }
    return found.split("\n");
  }

  /** The rows of a table under its head, each cell as lines. @param {Element} table @returns {string[][][]} */
  const rowsOf = (table) =>
    all(table, "tr")
      .slice(1)
      .map((row) => all(row, "tc").map((cell) => all(cell, "p").flatMap(words)));

  /** For each of those rows the number that its bookmark names, or 0: «r_3». @param {Element} table @returns {number[]} */
  const numbersOf = (table) =>
    all(table, "tr")
      .slice(1)
      .map((row) => Number(all(row, "bookmarkStart").map((mark) => /^r_(\d+)$/.exec(attribute(mark, "name"))?.[1]).find(Boolean) || 0));

  /**
   * What stands in the file for each bookmark that begins an answer: lines, or rows.
   * @param {Document} body @returns {Map<string, { lines?: string[], rows?: string[][][], numbers?: number[] }>}
   */
  function places(body) {
    /** @type {Map<string, any>} */
    const found = new Map();
    /** @type {string[] | null} */
    let lines = null;
    const marks = (/** @type {Element} */ element) => [...all(element, "bookmarkStart"), ...before(element)].map((mark) => attribute(mark, "name"));
    const visit = (/** @type {Element} */ holder) => {
      for (const element of holder.children) {
        if (element.namespaceURI !== W) continue;
        if (element.localName === "tbl") {
          lines = null;
          for (const name of marks(element)) if (/^[vcd]_/.test(name)) found.set(name, { rows: rowsOf(element), numbers: numbersOf(element) });
        } else if (element.localName === "p") {
          const names = marks(element);
          const answer = names.find((name) => name.startsWith("v_"));
          if (names.some((name) => name.startsWith("k_")) || outline(element)) lines = null;
          if (answer) found.set(answer, { lines: (lines = []) });
          if (lines) lines.push(...words(element));
        } else if (["sdt", "sdtContent", "body", "ins"].includes(element.localName)) visit(element);
      }
    };
    visit(body.documentElement);
    return found;
  }

  /** Bookmarks that some programs put between paragraphs: they belong to the next one. @param {Element} element @returns {Element[]} */
  function before(element) {
    const found = [];
    for (let other = element.previousElementSibling; other && ["bookmarkStart", "bookmarkEnd"].includes(other.localName); other = other.previousElementSibling) {
      if (other.localName === "bookmarkStart") found.push(other);
    }
    return found;
  }

  /** Whether a paragraph is one of our headings. @param {Element} paragraph */
  const outline = (paragraph) => all(paragraph, "pStyle").some((style) => /^(Heading|Kop)\s?\d$/.test(attribute(style, "val")));

  /** An answer in words as the plan keeps it; undefined where it fits no answer to choose. @param {any} question @param {string[]} lines @returns {any} */
  word.answerOf = (question, lines) => {
    const idOf = (/** @type {string} */ label) => Object.keys(question.options).find((id) => word.bare([question.options[id]])[0].toLowerCase() === label.toLowerCase());
    if (question.kind === "meerkeuze") {
      const ids = lines.map(idOf);
      return ids.every(Boolean) ? ids : undefined;
    }
    if (!lines.length) return "";
    if (question.kind === "keuze" || question.kind === "woordschaal") return lines.length === 1 ? idOf(lines[0]) : undefined;
    if (question.kind === "datum") return word.dayOf(lines.join(" "));
    if (question.kind === "bedrag") return lines.join(" ").replace(/^€\s*/, "").replace(/,00$/, "");
    return lines.join("\n");
  };

  /** «1 maart 2027» or «2027-03-01» as a date of the plan. @param {string} text @returns {string | undefined} */
  word.dayOf = (text) => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
    const found = /^(\d{1,2})\s+([a-z]+)\s+(\d{4})$/i.exec(text);
    const month = found ? word.MONTHS.indexOf(found[2].toLowerCase()) + 1 : 0;
    if (!found || !month || Number(found[1]) < 1 || Number(found[1]) > 31) return undefined;
    return `${found[3]}-${String(month).padStart(2, "0")}-${found[1].padStart(2, "0")}`;
  };

  /** Without the words that say that something is missing. @param {any[]} lines @returns {any[]} */
  const filled = (lines) => word.bare(lines).filter((/** @type {any} */ line) => line !== word.parts.gap);

  /**
   * The data as somebody changed it in Word, and what could not be taken over.
   * @param {any} data @param {Record<string, number>} shown @param {Map<string, any>} places @returns {{ edited: any, lost: Lost[], gone: string[] }}
   */
  word.edits = (data, shown, places) => {
    /** @type {Record<string, any>} */
    const answers = { ...data.answers };
    /** @type {Lost[]} */
    const lost = [];
    for (const [id, question] of Object.entries(plans.rules.questions)) {
      const place = places.get(`v_${id.replace(/-/g, "_")}`);
      if (!place || !Object.hasOwn(shown, id)) continue;
      if (question.kind === "tabel") {
        if (!place.rows) continue;
        const ids = Object.keys(question.columns);
        const rows = place.rows.map((/** @type {string[][]} */ row) => ids.map((_, index) => filled(row[index] || []))).filter((/** @type {string[][]} */ row) => row.some((cell) => cell.length));
        if (word.sum(rows) === shown[id]) continue;
        answers[id] = rows.map((/** @type {string[][]} */ row) => Object.fromEntries(row.map((cell, index) => [ids[index], cell.join("\n")])));
      } else {
        if (!place.lines) continue;
        const lines = filled(place.lines);
        if (word.sum(lines) === shown[id]) continue;
        const answer = word.answerOf(question, lines);
        if (answer === undefined) lost.push({ label: plans.questionText(id, data.employer), text: lines.join(" ") });
        else answers[id] = answer;
      }
    }
    const { actions, gone } = readActions(data, places.get("d_acties"));
    return { edited: { ...data, answers, ticks: ticks(data, places), actions }, lost, gone };
  };

  const DONE = /[\u2611\u2612\u2713\u2714\u25a0]|^x$/i;
  const isDone = (/** @type {string[]} */ cell) => DONE.test(cell.join("").trim());

  /**
   * The actions as they stand in Word: changed rows, new rows at the end. One that was taken out there stays, and that is said.
   * @param {any} data @param {{ rows: string[][][], numbers: number[] } | undefined} table
   */
  function readActions(data, table) {
    if (!table?.rows) return { actions: data.actions, gone: [] };
    const actions = [...data.actions];
    const seen = new Set();
    table.rows.forEach(([what = [], who = [], when = [], box = []], index) => {
      const texts = [what, who, when].map((cell) => filled(cell).join(" "));
      const place = table.numbers[index] - 1;
      const before = seen.has(place) ? undefined : data.actions[place]; // a row that was copied is a new one
      const done = isDone(box);
      if (!before) {
        if (texts.some(Boolean)) actions.push({ key: plans.newId(), what: texts[0], who: texts[1], when: word.dayOf(texts[2]) ?? texts[2], done, step: "" });
        return;
      }
      seen.add(place);
      const shown = word.actionCells(before);
      const same = (/** @type {number} */ cell) => word.bare([shown[cell]]).join("") === texts[cell];
      const text = (/** @type {string} */ name, /** @type {number} */ cell) => (same(cell) ? before[name] : name === "when" ? word.dayOf(texts[cell]) ?? texts[cell] : texts[cell]);
      if (same(0) && same(1) && same(2) && done === Boolean(before.done)) return;
      actions[place] = { ...before, what: text("what", 0), who: text("who", 1), when: text("when", 2), done };
    });
    const gone = data.actions.filter((/** @type {any} */ each, /** @type {number} */ index) => !seen.has(index) && word.actionCells(each).some(Boolean)).map((/** @type {any} */ each) => `De actie “${each.what || each.who || each.when}” staat niet meer in Word. Ze blijft in je plan: haal ze daar weg als ze weg mag.`);
    return { actions, gone };
  }

  /** Boxes that were ticked, and remarks that were written, in the checklists. @param {any} data @param {Map<string, any>} places */
  function ticks(data, places) {
    const found = { ...data.ticks };
    for (const [name, { rows }] of places) {
      if (!name.startsWith("c_") || !rows) continue;
      for (const [box = [], [number = ""] = [], , note = []] of rows) {
        if (!Object.hasOwn(plans.rules.items, number.trim())) continue;
        const key = number.trim();
        const before = { state: "", note: "", ...found[key] };
        const state = isDone(box) ? "gedaan" : before.state === "gedaan" ? "" : before.state;
        const written = word.bare(note).join("\n");
        const same = written === word.bare(word.lines(before.note)).join(" ") || word.bare(note).join(" ") === word.bare(word.lines(before.note)).join(" ");
        if (state !== before.state || !same) found[key] = { ...before, state, note: same ? before.note : written };
      }
    }
    return found;
  }

  /**
   * The plan in a Word file: the text of its own file, and what was changed in Word. Throws `WordError`, and then nothing was touched.
   * @param {Uint8Array} bytes @returns {Promise<{ name: string, saved: string, data: any, edited: any, lost: Lost[], gone: string[] }>}
   */
  word.read = async (bytes) => {
    const parts = await word.unzip(bytes, (/** @type {string} */ name) => name === BODY || name === "content.xml" || name === "docProps/core.xml" || /^customXml\/item\d*\.xml$/.test(name));
    if ("content.xml" in parts) throw new word.WordError("odt");
    if (!(BODY in parts)) throw new word.WordError("no-word");
    const body = parse(parts[BODY]);
    const carrier = Object.entries(parts)
      .filter(([name]) => name.startsWith("customXml/"))
      .map(([, text]) => gids.readXml(text).documentElement)
      .find((root) => root.namespaceURI === word.parts.namespace);
    const of = (/** @type {string} */ name) => carrier?.getElementsByTagNameNS(word.parts.namespace, name)[0]?.textContent || "";
    if (!carrier || !of("gegevens")) throw new word.WordError(missing(body, parts["docProps/core.xml"] || ""));
    const file = plans.readFile(of("gegevens"));
    return { ...file, ...word.edits(file.data, sums(of("getoond")), places(body)) };
  };

  /** @param {string} text @returns {Record<string, number>} */
  function sums(text) {
    try {
      const found = JSON.parse(text);
      return found && typeof found === "object" ? found : {};
    } catch {
      return {};
    }
  }

  /** Why there is no plan in it. @param {Document} body @param {string} properties */
  function missing(body, properties) {
    if (all(body, "bookmarkStart").some((mark) => /^v_/.test(attribute(mark, "name")))) return "stripped";
    const title = /<dc:title>([^<]*)</.exec(properties)?.[1] || "";
    return Object.values(word.parts.documents).some((each) => [each.title, each.titleOrganisation].includes(title) && !each.carries) ? "single" : "foreign";
  }
})(window.gids);
