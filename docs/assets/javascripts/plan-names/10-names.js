/** Every place in a plan and everything that can stand there, in words; nothing that people see is an id. No DOM. */
(function (gids) {
  "use strict";

  const plans = (gids.plans = gids.plans || {});

  const TICKS = { "": "niet aangevinkt", gedaan: "gedaan", nvt: "niet van toepassing" };
  const EMPLOYERS = { bestuur: "een lokaal bestuur", organisatie: "een organisatie" };
  const PARTS = {
    employer: "Wie de ambassadeur in dienst neemt", place: "Gemeente of organisatie", answers: "Antwoorden", ticks: "Checklist", actions: "Acties", has: "Wat je al hebt",
    scores: "Drempels in kaart", approach: "Welke aanpak past bij ons?", balance: "Zelf aanwerven of uitbesteden", calendar: "Terugrekenen vanaf de start", unreadable: "Wat niet leesbaar is",
  }; // prettier-ignore
  const FIELDS = { what: "wat", who: "wie", when: "tegen wanneer", done: "klaar", step: "stap" };

  const own = (/** @type {any} */ holder, /** @type {any} */ name) => (holder && Object.hasOwn(holder, name) ? holder[name] : undefined);
  const entry = (/** @type {any} */ list, /** @type {string} */ key) => (Array.isArray(list) ? list : []).find((each) => each?.key === key);
  const quoted = (/** @type {string | undefined} */ text) => (text ? ` “${text}”` : "");

  /** What a place in a plan is called. @param {string[]} path @param {any} data the plan, to name a person or an action @returns {string} */
  plans.nameOf = ([part, name, field, ...rest], data) => {
    const { rules } = plans;
    const about = own(PARTS, part) || `Een onderdeel dat deze gids niet kent: ${part}`;
    if (name === undefined) return about;
    if (part === "answers") return own(rules.questions, name) ? plans.questionText(name, data.employer) : `Een vraag die de gids niet meer stelt: ${name}`;
    if (part === "ticks") return `Punt ${name}${field === "note" ? ", notitie" : ""}: ${own(rules.items, name) ? plans.itemText(name, data.employer) : "een punt dat er niet meer is"}`;
    if (part === "actions") return `Actie${quoted(entry(data.actions, name)?.what)}${field ? `: ${own(FIELDS, field) || field}` : ""}`;
    if (part === "scores") {
      const person = entry(data.scores, name)?.name || "iemand zonder naam";
      if (field !== "scores" || !rest.length) return `${about}, ${person}${field === "name" ? ": naam of functie" : ""}`;
      const barrier = own(rules.barriers, rest[0]) || `een drempel die er niet meer is (${rest[0]})`;
      return `${about}, ${person}: ${barrier}${rest[1] === "note" ? ", notitie" : ""}`;
    }
    const words = { approach: rules.approach?.[name]?.label, balance: rules.balance?.[name], calendar: rules.calendar?.[name] };
    return `${about}: ${own(words, part) || [name, field, ...rest].filter(Boolean).join(", ")}`;
  };

  /** A value in words. @param {string[]} path @param {any} value @returns {string} */
  plans.valueText = (path, value) => {
    const [part, name] = path;
    const { rules } = plans;
    const last = path[path.length - 1];
    if (part === "answers" && path.length === 2) return plans.answerText(name, value);
    if (part === "ticks" && last === "state") return own(TICKS, value) || value;
    if (part === "employer") return own(EMPLOYERS, value) || value;
    if (part === "has" && Array.isArray(value)) return value.map((id) => rules.has.find((/** @type {any} */ each) => each.id === id)?.title || id).join("\n");
    if (part === "actions" && last === "step") return own(rules.steps, value) ? `${rules.steps[value].number}. ${rules.steps[value].title}` : value;
    if (part === "scores" && last === "weight") return own(rules.weights, value) || value;
    if (part === "approach" && Array.isArray(value)) return value.map((id) => own(rules.approach?.[name]?.answers, id) || id).join("\n");
    if (part === "balance") return own(rules.truths, value) || plans.loose(value);
    return plans.loose(value);
  };

  /** Anything at all, as lines that somebody can read. @param {any} value @returns {string} */
  plans.loose = (value) => {
    if (value === true || value === false) return value ? "ja" : "nee";
    if (value === null || value === undefined) return "";
    if (typeof value !== "object") return String(value);
    const lines = Array.isArray(value) ? value.map(plans.loose) : Object.entries(value).filter(([name, each]) => name !== "key" && !plans.isEmpty(each)).map(([name, each]) => `${own(FIELDS, name) || name}: ${plans.loose(each)}`);
    return lines.join("\n");
  };

  /** Whether «allebei» makes sense: rows, several choices, free text. @param {any} conflict @returns {boolean} */
  plans.canBoth = ({ path, mine, theirs }) => {
    const [part, name] = path;
    if (part === "approach") return Boolean(plans.rules.approach?.[name]?.several) && plans.both({ path, mine, theirs }) !== undefined;
    if (Array.isArray(mine) && Array.isArray(theirs)) return true;
    return (part === "answers" && own(plans.rules.questions, name)?.kind === "lange-tekst") || path[path.length - 1] === "note";
  };
})(window.gids);
