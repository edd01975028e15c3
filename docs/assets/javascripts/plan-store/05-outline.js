/** What a page knows of the questions: their ids with the page, their words once somebody needs them. No DOM. */
(function (gids) {
  "use strict";

  const plans = (gids.plans = gids.plans || {});

  /** The rules without their words: every id stands for itself. @param {any} outline */
  plans.know = ({ later, ...outline }) => {
    const ids = (/** @type {string[] | undefined} */ names) => names && Object.fromEntries(names.map((id) => [id, id]));
    const of = (/** @type {(step: any) => [string, any][]} */ parts) => Object.fromEntries(Object.entries(outline.steps).flatMap(([step, each]) => parts(each).map(([id, more]) => [id, { ...more, step }])));
    const questions = of((step) => Object.entries(step.questions).map(([id, { options, columns }]) => [id, { label: id, options: ids(options), columns: ids(columns) }]));
    plans.later = later;
    plans.rules = { ...outline, questions, items: of((step) => step.items.map((/** @type {string} */ number) => [number, { text: number }])) };
  };

  /** Load what a page only needs now and then, with the words of the questions. @param {string} use */
  plans.need = async (use) => {
    for (const path of plans.later[use]) await gids.load(path);
  };
})(window.gids);
