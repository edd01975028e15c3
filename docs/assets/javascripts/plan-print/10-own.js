/**
 * What of a plan comes along when the page of a step is printed. No DOM.
 *
 * Notes at the checklist come along only when somebody asks: they are often meant for nobody else.
 *
 * @typedef {{ mark: "" | "gedaan" | "nvt", words: string, note: string }} OwnTick
 * @typedef {{ label: string, text?: string, list?: string[], columns?: string[], rows?: string[][] }} OwnAnswer
 * @typedef {{ ticks: Record<string, OwnTick>, answers: OwnAnswer[], count: string, marked: boolean, noted: boolean }} Own
 */
(function (gids) {
  "use strict";

  const plans = (gids.plans = gids.plans || {});

  const WORDS = { gedaan: "Gedaan.", nvt: "Niet van toepassing." };

  /** @param {any} data @param {string} step @returns {Own} */
  plans.own = (data, step) => {
    const numbers = Object.keys(plans.rules.items).filter((number) => plans.rules.items[number].step === step);
    const ticks = Object.fromEntries(numbers.map((number) => [number, tickOf(data, number)]));
    const questions = Object.entries(plans.rules.questions).filter(([id, question]) => question.step === step && filled(data.answers[id]));
    return {
      ticks,
      answers: questions.map(([id, question]) => ({ label: question.label, ...answerOf(question, id, data.answers[id]) })),
      count: plans.progressText(data, step),
      marked: numbers.some((number) => ticks[number].mark),
      noted: numbers.some((number) => ticks[number].note),
    };
  };

  /** Whether there is more than blanks. @param {any} value @returns {boolean} */
  const filled = (value) => (typeof value === "string" ? value.trim() !== "" : Object.values(value || {}).some(filled));

  /** @param {any} data @param {string} number @returns {OwnTick} */
  function tickOf(data, number) {
    const { state, note = "" } = data.ticks[number] || {};
    const reason = state ? "" : plans.coveredBy(data, number);
    const mark = reason ? "gedaan" : state === "gedaan" || state === "nvt" ? state : "";
    return { mark, words: reason ? `Dit heb je al. ${reason}` : mark && WORDS[mark], note: note.trim() };
  }

  /** An answer in the form that it was given in, whatever its question asks now. @param {any} question @param {string} id @param {any} value */
  function answerOf(question, id, value) {
    if (plans.isRows(value)) return tableOf(question.columns || {}, value.filter(filled));
    if (Array.isArray(value)) return { list: value.filter(filled).map((each) => plans.answerText(id, [each])) };
    return { text: plans.answerText(id, value).trim() };
  }

  /** Also the columns that the question no longer has. @param {Record<string, string>} known @param {Record<string, string>[]} rows */
  function tableOf(known, rows) {
    const gone = rows.flatMap((row) => Object.keys(row).filter((column) => row[column] && !Object.hasOwn(known, column)));
    const columns = [...new Set([...Object.keys(known), ...gone])];
    return { columns: columns.map((column) => (Object.hasOwn(known, column) ? known[column] : column)), rows: rows.map((row) => columns.map((column) => (Object.hasOwn(row, column) ? row[column].trim() : ""))) };
  }

  /** What the print takes along, in a few words; `also` says what the reader chose. @param {Own} own @param {{ answers: boolean, notes: boolean }} also */
  plans.ownWords = (own, also) => [also.answers && mainOf(own), also.notes && own.noted && "notities"].filter(Boolean).join(" en ");

  /** @param {Own} own */
  const mainOf = (own) => (own.answers.length ? (own.marked ? "kruisjes en antwoorden" : "antwoorden") : own.marked ? "kruisjes" : "");

  /** The line on screen. @param {Own} own @param {{ answers: boolean, notes: boolean }} also */
  plans.ownLine = (own, also) => {
    const words = plans.ownWords(own, also).replace("kruisjes en antwoorden", "antwoorden"); // short: one line on a phone
    return words ? `Afdruk met je ${words}` : `Afdruk zonder je ${own.answers.length ? "antwoorden" : mainOf(own) || "notities"}`;
  };

  /** Whether there is anything to take along. @param {Own} own */
  plans.hasOwn = (own) => Boolean(own.answers.length || own.marked || own.noted);
})(window.gids);
