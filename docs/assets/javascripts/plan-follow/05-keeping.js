/** What the tools need of the plan that is open: what it holds, what it is called by, and how a part of it is kept. No DOM. */
(function (gids) {
  "use strict";

  const plans = (gids.plans = gids.plans || {});

  /** What the open plan holds; nothing when there is none or when it cannot be read. @returns {any} */
  plans.data = () => {
    try {
      return plans.current()?.data;
    } catch {
      return undefined;
    }
  };

  /**
   * The id of the open plan, or else the one that the next plan gets: what is named after it, such as an appointment, is called the
   * same once there is a plan. Throws `DraftError`.
   * @returns {string}
   */
  plans.id = () => {
    const known = plans.current()?.id || plans.noted(plans.RESERVED);
    if (known) return known;
    plans.note(plans.RESERVED, plans.newId());
    return plans.noted(plans.RESERVED);
  };

  /**
   * Two versions as one without a question: where both changed the same, mine counts, or both stay.
   * @param {any} mine @param {any} theirs @param {any} base @param {(path: string[]) => boolean} [bothStay] @returns {any}
   */
  plans.blend = (mine, theirs, base, bothStay = () => false) => {
    const { merged, conflicts } = plans.merge(mine, theirs, base);
    return plans.settle(merged, conflicts, conflicts.map((/** @type {Conflict} */ { path }) => (bothStay(path) ? "both" : "mine")));
  };

  /**
   * Keep some parts of the open plan; there is a new plan when none is open. What another window kept in them since they were as in
   * `known` stays. Throws `DraftError`.
   * @param {PlanData} parts @param {PlanData} [known] without it nothing else stays in these parts @param {(path: string[]) => boolean} [bothStay] @returns {any}
   */
  plans.put = (parts, known, bothStay) => {
    const draft = plans.current() || plans.create();
    const theirs = Object.fromEntries(Object.keys(parts).map((part) => [part, draft.data[part]]));
    return plans.save({ ...draft, data: { ...draft.data, ...plans.blend(parts, theirs, known || theirs, bothStay) } });
  };
})(window.gids);
