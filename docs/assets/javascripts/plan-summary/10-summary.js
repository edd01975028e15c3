/** Everything in a plan to read and to print, and what has no question any more. */
(function (gids) {
  "use strict";

  const { plans } = gids;
  const TICKS = { gedaan: "gedaan", nvt: "niet van toepassing", "": "" };

  const lines = (/** @type {string} */ text) => gids.element("dd", { class: "plan-summary__text" }, text);

  /** @param {HTMLElement} place @param {any} data */
  plans.summarise = (place, data) => {
    place.replaceChildren(...Object.keys(plans.rules.steps).map((step) => stepOf(step, data)), ...countedBack(data));
  };

  /** The dates that were counted back from the start, where there are any. @param {any} data @returns {HTMLElement[]} */
  function countedBack(data) {
    const moments = gids.countdown.moments(data, String);
    if (!moments.length) return [];
    const items = moments.map((/** @type {any} */ { day, title }) => gids.element("div", {}, gids.element("dt", {}, title), lines(gids.countdown.inWords(day))));
    return [gids.element("section", {}, gids.element("h3", {}, "Terugrekenen vanaf de start"), gids.element("dl", { class: "plan-summary__list" }, ...items))];
  }

  /** @param {string} step @param {any} data */
  function stepOf(step, data) {
    const { number, title } = plans.rules.steps[step];
    const section = gids.element("section", {}, gids.element("h3", {}, `Stap ${number}: ${title}`));
    const answers = Object.entries(plans.rules.questions).filter(([id, question]) => question.step === step && !plans.isEmpty(data.answers[id]));
    const ticks = Object.entries(plans.rules.items).filter(([item, each]) => each.step === step && (!plans.isEmpty(data.ticks[item]) || plans.coveredBy(data, item)));
    if (!answers.length && !ticks.length) section.append(gids.element("p", {}, "Nog niets ingevuld."));
    const list = gids.element("dl", { class: "plan-summary__list" });
    for (const [id] of answers) list.append(gids.element("div", {}, gids.element("dt", {}, plans.questionText(id, data.employer)), lines(plans.answerText(id, data.answers[id]))));
    for (const [item] of ticks) {
      const { state = "", note = "" } = data.ticks[item] || {};
      const words = [/** @type {any} */ (TICKS)[state] || (plans.coveredBy(data, item) ? "heb je al" : ""), note].filter(Boolean).join(": ");
      list.append(gids.element("div", {}, gids.element("dt", {}, `${item} ${plans.itemText(item, data.employer)}`), lines(words)));
    }
    if (list.childElementCount) section.append(list);
    return section;
  }

  /** @param {HTMLElement} section @param {any} data */
  plans.showLeftOver = (section, data) => {
    const found = plans.leftOver(data);
    section.hidden = !found.length;
    /** @type {HTMLElement} */ (section.querySelector("[data-left-list]")).replaceChildren(
      ...found.map((/** @type {{ name: string, text: string }} */ { name, text }) => gids.element("div", {}, gids.element("dt", {}, name), lines(text)))
    );
  };
})(window.gids);
