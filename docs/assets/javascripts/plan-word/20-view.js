/**
 * A plan as the documents show it: every answer in words, the rows of every table, and the budget worked out. No DOM.
 *
 * @typedef {{ kind: string, label: string, options?: Record<string, string>, columns?: Record<string, string> }} Question
 */
(function (gids) {
  "use strict";

  const { plans } = gids;
  const word = (gids.word = gids.word || {});

  const MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
  const WEIGHTS = { veel: "veel", beetje: "beetje", niet: "niet", "weten-we-niet": "onbekend" };

  const own = (/** @type {any} */ holder, /** @type {string} */ name) => (holder && Object.hasOwn(holder, name) ? holder[name] : undefined);
  const textOf = (/** @type {any} */ value) => (typeof value === "string" ? value : "");

  /** The lines of a text that have something in them. @param {any} text @returns {string[]} */
  word.lines = (text) =>
    textOf(text)
      .split(/\r\n|[\r\n\u2028\u2029\u000b\u000c]/)
      .map((line) => line.replace(/\t/g, " ").trim())
      .filter(Boolean);

  /** «1 maart 2027», or the text as it came. @param {string} text */
  word.day = (text) => {
    const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    const month = found && MONTHS[Number(found[2]) - 1];
    return found && month ? `${Number(found[3])} ${month} ${found[1]}` : text;
  };
  word.MONTHS = MONTHS;

  /** An amount in cents, or null where there is none that can be read. @param {any} text @returns {number | null} */
  word.cents = (text) => {
    const amount = textOf(text).trim() ? plans.number(text) : null;
    return amount === null || !Number.isFinite(amount) || Math.abs(amount) > 1e11 ? null : Math.round(amount * 100);
  };

  /** «€ 45.000,50», and «€ -45.000,50» below nothing. @param {number} cents @returns {string} */
  word.euro = (cents) => gids.budget.euro(cents);

  /** An answer as lines of words. @param {Question} question @param {any} answer @returns {string[]} */
  word.answerLines = (question, answer) => {
    const label = (/** @type {any} */ id) => own(question.options, id) ?? textOf(id);
    if (question.kind === "meerkeuze") return Array.isArray(answer) ? answer.map(label).filter(Boolean) : [];
    if (question.kind === "keuze" || question.kind === "woordschaal") return word.lines(label(answer));
    if (question.kind === "datum") return word.lines(word.day(textOf(answer)));
    if (question.kind === "bedrag") {
      const cents = word.cents(answer);
      return cents === null ? word.lines(answer) : [word.euro(cents)];
    }
    return word.lines(answer);
  };

  /** The rows of a table in which something stands, each cell as lines. @param {Question} question @param {any} answer @returns {string[][][]} */
  word.answerRows = (question, answer) =>
    (Array.isArray(answer) ? answer : [])
      .map((row) => Object.keys(question.columns || {}).map((id) => word.lines(own(row, id))))
      .filter((row) => row.some((cell) => cell.length));

  const records = (/** @type {string[]} */ lines) => lines.map((r, index) => ({ r, eerste: index === 0 }));

  /** What it costs and who pays: in cents, and nothing where an answer is missing. @param {Record<string, any>} answers @returns {Record<string, number | null>} */
  word.budget = (answers) => {
    const { share, wage, other, years, own: means, grants, estimate } = word.parts.budget;
    const cents = (/** @type {string} */ id) => word.cents(own(answers, id));
    const number = (/** @type {string} */ id) => (textOf(own(answers, id)).trim() ? plans.number(own(answers, id)) : null);
    const [mine, given] = [cents(means), cents(grants)];
    const found = gids.budget.reckon({ wage: cents(wage), share: number(share), other: cents(other), years: number(years), own: mine, grants: given });
    return {
      "loon.jaar": found.wage, "loon.totaal": found.wageAll, "andere.jaar": found.other, "andere.totaal": found.otherAll, "samen.jaar": found.year, "samen.totaal": found.all,
      eigen: mine, subsidies: given, verschil: found.difference, raming: cents(estimate),
    };
  };

  /** How often each barrier got each weight. @param {any} scores @param {string} side */
  const scored = (scores, side) =>
    Object.entries(word.parts.barriers).flatMap(([id, [naam, of]]) => {
      /** @type {Record<string, number>} */
      const counts = {};
      for (const person of Array.isArray(scores) ? scores : []) {
        const weight = own(WEIGHTS, textOf(own(own(person, "scores"), id)?.weight));
        if (weight) counts[weight] = (counts[weight] || 0) + 1;
      }
      return of === side && Object.keys(counts).length ? [{ naam, ...Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])) }] : [];
    });

  /** Answers to questions that are no longer asked, so that nothing somebody wrote disappears. @param {Record<string, any>} answers */
  const elsewhere = (answers) =>
    Object.entries(answers)
      .filter(([id]) => !own(plans.rules.questions, id))
      .map(([naam, answer]) => ({ naam, regels: records(leftover(answer)) }))
      .filter(({ regels }) => regels.length);

  const leftover = (/** @type {any} */ answer) =>
    Array.isArray(answer) ? answer.flatMap((each) => word.lines(typeof each === "string" ? each : Object.values(each || {}).map(textOf).filter(Boolean).join(" | "))) : word.lines(answer);

  /** What, who and when of an action, as its row shows them. @param {any} action @returns {string[]} */
  word.actionCells = (action) => [word.lines(action?.what).join(" "), word.lines(action?.who).join(" "), word.day(word.lines(action?.when).join(" "))];

  /** Everything that a document may show of a plan. @param {any} data @returns {Record<string, any>} */
  word.view = (data) => {
    const answers = data.answers || {};
    const place = word.lines(data.place).join(" ");
    /** @type {Record<string, any>} */
    const view = { bestuur: data.employer !== "organisatie", plaats: place, "i.plaats": place };
    for (const [id, question] of Object.entries(/** @type {Record<string, Question>} */ (plans.rules.questions))) {
      if (question.kind === "tabel") {
        const ids = Object.keys(question.columns || {});
        view[`t.${id}`] = word.answerRows(question, own(answers, id)).map((/** @type {string[][]} */ row) => Object.fromEntries(row.map((cell, index) => [`c.${ids[index]}`, records(cell)])));
      } else {
        const lines = word.answerLines(question, own(answers, id));
        view[`a.${id}`] = records(lines);
        view[`i.${id}`] = lines.join(question.kind === "meerkeuze" ? ", " : " ");
      }
    }
    for (const [number, tick] of Object.entries(data.ticks || {})) {
      view[`k.${number}.gedaan`] = own(tick, "state") === "gedaan";
      view[`k.${number}.nvt`] = own(tick, "state") === "nvt";
      view[`k.${number}.nota`] = word.lines(own(tick, "note")).join(" ");
    }
    view.acties = (Array.isArray(data.actions) ? data.actions : [])
      .map((/** @type {any} */ each, /** @type {number} */ index) => {
        const [wat, wie, wanneer] = word.actionCells(each);
        return { rij: String(index + 1), wat, wie, wanneer, klaar: Boolean(each?.done) };
      })
      .filter((/** @type {any} */ each) => each.wat || each.wie || each.wanneer);
    for (const side of ["vraag", "aanbod"]) view[`d.${side}`] = scored(data.scores, side);
    for (const [name, cents] of Object.entries(word.budget(answers))) view[`b.${name}`] = cents === null ? "" : word.euro(cents);
    view["b.jaren"] = word.lines(own(answers, word.parts.budget.years)).join(" ");
    view.elders = elsewhere(answers);
    return view;
  };
})(window.gids);
