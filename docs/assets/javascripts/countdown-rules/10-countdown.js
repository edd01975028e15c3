/**
 * Counting back from the day on which the ambassador starts, or from the day of the decision. Whole days, so that no leap year and
 * no summer time makes a difference; no clock, because today is given. No DOM.
 *
 * @typedef {"start" | "beslissing"} Anchor  From which day is counted.
 * @typedef {{ anchor: Anchor, day: string, way: string, weeks: Record<string, number | null>, readable: boolean }} Given  Weeks are `null` where nothing is written.
 * @typedef {{ id: string, label: string, weeks: number, from: string, until: string, back: boolean }} Row  With `back`, the dates are the latest ones; else the earliest.
 */
(function (gids) {
  "use strict";

  const countdown = (gids.countdown = gids.countdown || {});

  const DAY = 86_400_000;

  const WEEKDAYS = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];
  const MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

  /** @param {string} text @returns {{ value: string } | { trouble: string }} a day as «2027-03-01», or "" when nothing is written */
  countdown.readDay = (text) => {
    if (!text.trim()) return { value: "" };
    const value = gids.plans.day(text);
    const [first, last] = countdown.rules.years;
    if (!value) return { trouble: /^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{5,}\s*$/.test(text) ? "year" : "day" };
    const year = Number(value.slice(0, 4));
    return year < first || year > last ? { trouble: "year" } : { value };
  };

  /** @param {string} text @returns {{ value: number | null } | { trouble: string }} */
  countdown.readWeeks = (text) => {
    const [, digits] = /^(\d{1,4})(?:\s*(?:weken|week))?$/i.exec(text.trim()) || [];
    if (!text.trim()) return { value: null };
    return digits && Number(digits) <= countdown.rules.mostWeeks ? { value: Number(digits) } : { trouble: "weeks" };
  };

  /** What a plan says about it. @param {any} data @returns {Given} */
  countdown.of = (data) => {
    const { leads, start, chosen, ways, keys } = countdown.rules;
    const [kept, answers] = [data.calendar || {}, data.answers || {}];
    const anchor = kept[keys.anchor] === "beslissing" ? "beslissing" : "start";
    const text = (/** @type {any} */ value) => (typeof value === "string" ? value : "");
    const day = countdown.readDay(text(anchor === "start" ? answers[start] : kept[keys.decided]));
    const weeks = leads.map((/** @type {any} */ lead) => [lead.id, countdown.readWeeks(text(kept[lead.id]))]);
    return {
      anchor,
      day: day.value || "",
      way: Object.hasOwn(ways, text(answers[chosen])) ? ways[answers[chosen]] : "",
      weeks: Object.fromEntries(weeks.map((/** @type {any} */ [id, found]) => [id, found.value ?? null])),
      readable: !day.trouble && weeks.every((/** @type {any} */ [, found]) => !found.trouble),
    };
  };

  const later = (/** @type {string} */ day, /** @type {number} */ days) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

  /**
   * All dates. While no way is chosen, the longest counts. Null when there is no day to count from.
   * @param {Given} given
   * @returns {{ rows: Row[], decision: string, start: string, way: string, totals: Record<string, number>, total: number, missing: string[] } | null}
   */
  countdown.reckon = ({ anchor, day, way, weeks }) => {
    if (!day) return null;
    const leads = /** @type {any[]} */ (countdown.rules.leads);
    const parting = leads.findIndex((lead) => lead.decides) + 1;
    const sum = (/** @type {any[]} */ some) => some.reduce((total, { id }) => total + (weeks[id] ?? 0), 0);
    const after = (/** @type {string} */ taken) => leads.slice(parting).filter((lead) => !lead.way || lead.way === taken);
    const totals = Object.fromEntries([...new Set(Object.values(countdown.rules.ways))].map((each) => [each, sum(after(each))]));
    const taken = way || Object.keys(totals).reduce((most, each) => (totals[each] > totals[most] ? each : most));
    const [first, then] = [leads.slice(0, parting), after(taken)];
    const decision = anchor === "start" ? later(day, -7 * sum(then)) : day;

    const chain = (/** @type {any[]} */ some, /** @type {string} */ from, /** @type {boolean} */ back) => {
      let at = from;
      return some.flatMap(({ id, label }) => {
        const [begin, end] = [at, later(at, 7 * (weeks[id] ?? 0))];
        at = end;
        return weeks[id] ? [{ id, label, weeks: weeks[id], from: begin, until: end, back }] : [];
      });
    };
    const asked = way ? [...first, ...then] : leads;
    return {
      rows: [...chain(first, later(decision, -7 * sum(first)), true), ...chain(then, decision, anchor === "start")],
      decision,
      start: later(decision, 7 * sum(then)),
      way: taken,
      totals,
      total: sum(first) + sum(then),
      missing: asked.filter(({ id }) => weeks[id] === null).map(({ label }) => label),
    };
  };

  /** «maandag 1 maart 2027». @param {string} day */
  countdown.inWords = (day) => {
    const [year, month, date] = day.split("-").map(Number);
    return `${WEEKDAYS[new Date(Date.parse(day)).getUTCDay()]} ${date} ${MONTHS[month - 1]} ${year}`;
  };

  /** «1 week», «8 weken». @param {number} weeks */
  countdown.weeksInWords = (weeks) => `${weeks} ${weeks === 1 ? "week" : "weken"}`;

  /**
   * The dates for a calendar; none while something cannot be read, because then every date could be wrong. Each has a name that follows
   * what it is about and the plan, so that a later file moves an appointment and does not double it.
   * @param {any} data @param {(name: string) => string} uid @returns {{ uid: string, day: string, title: string, text: string }[]}
   */
  countdown.moments = (data, uid) => {
    const given = countdown.of(data);
    const found = given.readable && countdown.reckon(given);
    if (!found || !found.rows.length) return [];
    const rows = found.rows.map(({ id, label, weeks, from, until, back }) => ({
      uid: uid(`terugrekenen-${id}`),
      day: from,
      title: `Begin ten ${back ? "laatste" : "vroegste"}: ${label}`,
      text: `Dit duurt ${countdown.weeksInWords(weeks)}, tot ${countdown.inWords(until)}.`,
    }));
    const back = given.anchor === "start";
    const decision = { uid: uid("terugrekenen-beslissing"), day: found.decision, title: back ? "Ten laatste beslist: de ambassadeur komt er" : "De beslissing over de ambassadeur", text: "" };
    const start = { uid: uid(back ? countdown.rules.start : "terugrekenen-start"), day: found.start, title: back ? "De verbindingsambassadeur start" : "De verbindingsambassadeur kan ten vroegste starten", text: "" };
    return [...rows, decision, start];
  };
})(window.gids);
