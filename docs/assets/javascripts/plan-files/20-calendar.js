/**
 * The dates of a plan as a calendar file (RFC 5545): whole days, lines folded at 75 bytes, and for each date a name that stays
 * the same, so that taking the file in again changes an appointment and does not double it. No DOM.
 *
 * @typedef {{ uid: string, day: string, title: string, text?: string }} Moment
 */
(function (gids) {
  "use strict";

  const plans = (gids.plans = gids.plans || {});

  const DAY = /^\d{4}-\d{2}-\d{2}$/;

  const escape = (/** @type {string} */ text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n").replace(/[\x00-\x08\x0b-\x1f\x7f]/g, "");

  /** A line in pieces of at most 75 bytes, never inside a letter. @param {string} line */
  const fold = (line) => {
    const bytes = (/** @type {string} */ letter) => new TextEncoder().encode(letter).length;
    let [folded, room] = ["", 75];
    for (const letter of line) {
      if (bytes(letter) > room) [folded, room] = [`${folded}\r\n `, 74];
      folded += letter;
      room -= bytes(letter);
    }
    return folded;
  };

  /**
   * A calendar file. `stamp` is the moment of making it.
   * @param {Moment[]} moments @param {string} stamp @returns {string}
   */
  plans.calendar = (moments, stamp) => {
    const compact = (/** @type {string} */ day) => day.replace(/-/g, "");
    const after = (/** @type {string} */ day) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    const events = moments.filter(({ day }) => DAY.test(day)).flatMap(({ uid, day, title, text }) => [
      "BEGIN:VEVENT", `UID:${escape(uid)}`, `DTSTAMP:${stamp.slice(0, 19).replace(/[-:]/g, "")}Z`,
      `DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(after(day))}`, `SUMMARY:${escape(title)}`,
      ...(text ? [`DESCRIPTION:${escape(text)}`] : []), "TRANSP:TRANSPARENT", "END:VEVENT",
    ]); // prettier-ignore
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//verbindingsambassadeur//mijn plan//NL", "CALSCALE:GREGORIAN", ...events, "END:VCALENDAR"];
    return `${lines.map(fold).join("\r\n")}\r\n`;
  };

  /** What a date of a plan is called in calendars, for good. @param {string} plan the id of the plan @returns {(name: string) => string} */
  plans.uid = (plan) => (name) => `${name}.${plan}@mijn-plan.invalid`;

  /**
   * Names for the rows of a table: by the words in each, so that a row keeps its name when others come or go before it, and when its
   * date changes. Rows with the same words are told apart by a number.
   * @param {string[]} columns @param {any[]} rows @returns {string[]}
   */
  plans.rowNames = (columns, rows) => {
    /** @type {Map<string, number>} */
    const seen = new Map();
    return rows.map((row) => {
      const words = columns.filter((column) => column !== "datum").map((column) => (row[column] || "").trim()).join("\n");
      const name = [...words].reduce((sum, letter) => (Math.imul(sum, 31) + (letter.codePointAt(0) || 0)) >>> 0, 7).toString(36);
      seen.set(name, (seen.get(name) || 0) + 1);
      return seen.get(name) === 1 ? name : `${name}-${seen.get(name)}`;
    });
  };

  /**
   * Everything in a plan that has a day: actions that are still to do, questions that ask for a date, rows with a date, and what is
   * counted back from the start.
   * @param {any} draft @returns {Moment[]}
   */
  plans.moments = ({ id, data }) => {
    const uid = plans.uid(id);
    const actions = (data.actions || []).filter((/** @type {any} */ each) => !each.done).map((/** @type {any} */ each) => ({ uid: uid(`actie-${each.key}`), day: plans.day(each.when), title: each.what || "Actie uit je plan", text: each.who ? `Wie: ${each.who}` : "" }));
    const answers = Object.entries(data.answers || {}).flatMap(([name, value]) => {
      const question = plans.rules.questions[name];
      if (question?.kind === "datum") return [{ uid: uid(name), day: plans.day(String(value)), title: plans.questionText(name, data.employer) }];
      if (!question?.columns?.datum || !Array.isArray(value)) return [];
      const names = plans.rowNames(Object.keys(question.columns), value);
      return value.map((row, index) => ({ uid: uid(`${name}-${names[index]}`), day: plans.day(row.datum), title: plans.questionText(name, data.employer), text: plans.answerText(name, [row]) }));
    });
    const counted = gids.countdown?.moments(data, uid) || [];
    const named = new Set(counted.map((/** @type {Moment} */ moment) => moment.uid));
    return [...actions, ...answers.filter((moment) => !named.has(moment.uid)), ...counted].filter(({ day }) => day);
  };
})(window.gids);
