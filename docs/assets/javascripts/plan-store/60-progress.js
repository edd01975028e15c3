/** How far a plan is, in counts and without marks; which answers have no question any more. No DOM. */
(function (gids) {
  "use strict";

  const plans = (gids.plans = gids.plans || {});

  /** Why a point of the checklist is covered by what the reader already has, or "". @param {any} data @param {string} number @returns {string} */
  plans.coveredBy = (data, number) =>
    (data.has || []).map((/** @type {string} */ id) => plans.rules.has.find((/** @type {any} */ each) => each.id === id)?.covers[number] || "").find(Boolean) || "";

  /** @param {any} data @param {string} step @returns {{ done: number, of: number, none: number, answered: number, questions: number }} */
  plans.progress = (data, step) => {
    const items = Object.keys(plans.rules.items).filter((number) => plans.rules.items[number].step === step);
    const questions = Object.keys(plans.rules.questions).filter((id) => plans.rules.questions[id].step === step);
    const state = (/** @type {string} */ number) => data.ticks?.[number]?.state || (plans.coveredBy(data, number) ? "gedaan" : "");
    const none = items.filter((number) => state(number) === "nvt").length;
    return {
      done: items.filter((number) => state(number) === "gedaan").length,
      of: items.length - none,
      none,
      answered: questions.filter((id) => !plans.isEmpty(data.answers?.[id])).length,
      questions: questions.length,
    };
  };

  /** A point of the checklist in the words for who hires. @param {string} number @param {string} employer @returns {string} */
  plans.itemText = (number, employer) => {
    const item = plans.rules.items[number];
    return (employer === "organisatie" && item.organisation) || item.text;
  };

  /** A question in the words for who hires. @param {string} id @param {string} [employer] @returns {string} */
  plans.questionText = (id, employer) => {
    const question = plans.rules.questions[id];
    return (employer === "organisatie" && question.organisation) || question.label;
  };

  /** The counts in words: «3 van 7 punten gedaan, 5 van 14 vragen ingevuld». @param {any} data @param {string} step @returns {string} */
  plans.progressText = (data, step) => {
    const { done, of, none, answered, questions } = plans.progress(data, step);
    const apart = none ? ` (${none} niet van toepassing)` : "";
    return `${done} van ${of} punten gedaan${apart}, ${answered} van ${questions} vragen ingevuld`;
  };

  /** What a plan holds, in words: «12 antwoorden, 3 punten van de checklists en 1 actie». @param {any} data @returns {string} */
  plans.contents = (data) => {
    const filled = (/** @type {any} */ holder) => Object.values(holder || {}).filter((each) => !plans.isEmpty(each)).length;
    /** @type {[number, string, string][]} */
    const counts = [[filled(data.answers), "antwoord", "antwoorden"], [filled(data.ticks), "punt van de checklists", "punten van de checklists"], [filled(data.actions), "actie", "acties"], [filled(data.scores), "persoon die drempels scoorde", "personen die drempels scoorden"]];
    const found = counts.filter(([count]) => count).map(([count, one, more]) => `${count} ${count === 1 ? one : more}`);
    return found.length ? found.join(", ").replace(/, ([^,]*)$/, " en $1") : "nog geen antwoorden";
  };

  /** An answer in words, one line per row. @param {string} id @param {any} value @returns {string} */
  plans.answerText = (id, value) => {
    const question = plans.rules.questions[id] || {};
    const word = (/** @type {string} */ choice) => question.options?.[choice] ?? choice;
    if (typeof value === "string") return question.options ? word(value) : value;
    if (!Array.isArray(value)) return "";
    return value
      .map((each) => (typeof each === "string" ? word(each) : Object.entries(each).filter(([, cell]) => cell).map(([column, cell]) => `${question.columns?.[column] ?? column}: ${cell}`).join(" · ")))
      .join("\n");
  };

  /** Answers and ticks whose question or point is gone: shown apart, never dropped. @param {any} data @returns {{ name: string, text: string }[]} */
  plans.leftOver = (data) => [
    ...Object.entries(data.answers || {}).filter(([id]) => !Object.hasOwn(plans.rules.questions, id)).map(([id, value]) => ({ name: id, text: plans.answerText(id, value) })),
    ...Object.entries(data.answers || {}).flatMap(([id, value]) => goneParts(id, value, data.employer)),
    ...Object.entries(data.ticks || {}).filter(([number]) => !Object.hasOwn(plans.rules.items, number)).map(([number, tick]) => ({ name: `Punt ${number}`, text: [tick.state, tick.note].filter(Boolean).join(": ") })),
    ...(Array.isArray(data.unreadable) ? data.unreadable : []).map((/** @type {any} */ each) => ({ name: String(each?.place), text: JSON.stringify(each?.value) })),
  ];

  /** Choices and columns that a question no longer has. @param {string} id @param {any} value @param {string} employer @returns {{ name: string, text: string }[]} */
  function goneParts(id, value, employer) {
    const question = Object.hasOwn(plans.rules.questions, id) ? plans.rules.questions[id] : null;
    if (!question) return [];
    const gone = (/** @type {any} */ known, /** @type {string} */ name) => !Object.hasOwn(known || {}, name);
    const found = (Array.isArray(value) ? value : [value]).flatMap((each) => {
      if (typeof each === "string") return question.options && each && gone(question.options, each) ? [each] : [];
      return Object.entries(each).flatMap(([column, cell]) => (cell && gone(question.columns, column) ? [`${column}: ${cell}`] : []));
    });
    return found.length ? [{ name: plans.questionText(id, employer), text: found.join("\n") }] : [];
  }
})(window.gids);
