/**
 * Plans that stay on this device: which one is open, what one holds, and how a part of it is kept. No DOM.
 *
 * A plan is a draft of kind "plan" (`form.Drafts`). Everything in its `data` is optional, and what this version does not
 * know stays where it is.
 *
 * @typedef {{ key: string, what: string, who: string, when: string, done: boolean, step: string }} Action
 * @typedef {{ state: "" | "gedaan" | "nvt", note: string }} Tick
 * @typedef {string | string[] | Record<string, string>[]} Answer  Choices by the id of the option, rows by the ids of the columns.
 * @typedef {{ employer?: string, place?: string, answers?: Record<string, Answer>, ticks?: Record<string, Tick>, actions?: Action[],
 *   has?: string[], scores?: any[], approach?: Record<string, string[]>, balance?: Record<string, string>, calendar?: Record<string, string> }} PlanData
 */
(function (gids) {
  "use strict";

  const { form } = gids;
  const plans = (gids.plans = gids.plans || {});

  const KIND = "plan";
  const CURRENT = "gids:plan:current";
  /** The id that was given away before there was a plan. */
  plans.RESERVED = "gids:plan:reserved";
  /** The version of what stands in `data`. */
  plans.VERSION = 1;

  /** What people read when keeping or opening a plan fails. @type {Record<string, string>} */
  plans.troubles = {
    blocked: "Deze browser bewaart niets op dit toestel. Wat je invult, verdwijnt als je de pagina sluit. Bewaar je plan als Word-bestand.",
    full: "De opslag van deze browser is vol. Je laatste wijziging is niet bewaard. Bewaar je plan als Word-bestand.",
    changed: "Dit plan is intussen in een ander tabblad veranderd.",
    damaged: "Dit is geen leesbaar plan: het is beschadigd. Er is niets veranderd.",
    newer: "Dit plan komt uit een nieuwere versie van de gids. Herlaad de pagina en probeer opnieuw. Er is niets veranderd.",
    notLoaded: "Dat lukt nu niet: een stuk van de site is niet geladen. Herlaad de pagina en probeer opnieuw.",
    foreign: "Dit bestand is geen plan van deze gids. Er is niets veranderd.",
  };

  /** An error in the words of the plan. @param {any} error @returns {string} */
  plans.explain = (error) => plans.troubles[error?.trouble] || "Dat lukt niet. Bewaar je plan als Word-bestand voor je de pagina sluit.";

  /** A moment as ISO text, and a name that nothing else has; tests give their own. */
  plans.now = () => new Date().toISOString();
  plans.newId = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;

  /** Where plans are kept. */
  plans.store = () => new form.Drafts(() => window.localStorage, KIND, () => plans.now(), () => plans.newId());

  /** A plan in which nothing is filled in. @returns {PlanData} */
  plans.empty = () => ({ employer: "bestuur", place: "", answers: {}, ticks: {}, actions: [], has: [], scores: [], approach: {}, balance: {}, calendar: {} });

  /** A plan that is not kept yet. @param {PlanData} [data] @returns {any} */
  plans.create = (data, name = "") => ({ ...plans.store().create({ ...plans.empty(), ...data }, name), plan: plans.VERSION });

  /** What stands under a key of the browser's storage. Throws `DraftError`. @param {string} key @returns {string | null} */
  plans.noted = (key) => plans.store().with((/** @type {Storage} */ storage) => storage.getItem(key));

  /** @param {string} key @param {string} text */
  plans.note = (key, text) => plans.store().with((/** @type {Storage} */ storage) => storage.setItem(key, text));

  /** A plan as it is kept; throws `DraftError` when it cannot be read. @param {string} id @returns {any} */
  plans.load = (id) => {
    const draft = plans.store().load(id);
    if (draft && Number(draft.plan || 1) > plans.VERSION) throw new form.DraftError("newer");
    return draft && { ...draft, data: plans.tidy(draft.data) };
  };

  /**
   * The plan that is open on this device, or else the one that was saved last.
   * Throws `DraftError` when the browser keeps nothing, or when the open plan is damaged.
   * @returns {any}
   */
  plans.current = () => {
    const store = plans.store();
    const id = plans.noted(CURRENT);
    const open = id ? plans.load(id) : null;
    const latest = open ? null : store.list().find((/** @type {any} */ draft) => Number(draft.plan || 1) <= plans.VERSION);
    return open || (latest ? plans.load(latest.id) : null);
  };

  /** Remember which plan is open. @param {string} id */
  plans.open = (id) => plans.note(CURRENT, id);

  /** Keep a plan, and remember that it is the one that is open. @param {any} draft @returns {any} */
  plans.save = (draft) => {
    const store = plans.store();
    const reserved = draft.revision ? null : plans.noted(plans.RESERVED);
    const kept = store.save(reserved ? { ...draft, id: reserved } : draft);
    if (reserved) store.with((/** @type {Storage} */ storage) => storage.removeItem(plans.RESERVED));
    plans.open(kept.id);
    return kept;
  };
})(window.gids);
