/** «Reken terug vanaf je startdatum»: the reader's own lead times, every date that follows, and those dates as a file for a calendar. */
(function (gids) {
  "use strict";

  /** In the name of an appointment when there is no plan yet. */
  const NO_PLAN = "zonder-plan";

  gids.modules.countdown = class Countdown extends gids.plans.Part {
    /** @param {HTMLElement} element */
    constructor(element) {
      super(element);
      this.leads = /** @type {HTMLElement[]} */ (this.all("[data-lead]"));
      this.days = /** @type {HTMLInputElement[]} */ (this.all("[data-day]"));
      const data = gids.plans.data() || {};
      this.keeping = !gids.plans.isEmpty(data.calendar);
      this.find("[data-countdown-from]").textContent = this.origin(data);
      element.addEventListener("input", () => this.show(false));
      element.addEventListener("change", () => this.update());
      element.addEventListener("click", (event) => this.click(/** @type {HTMLElement} */ (event.target)));
      this.takeOver(data);
      this.followed = gids.plans.follow(this);
    }

    /** What a plan says of it. @param {any} data */
    holds({ calendar = {}, answers = {} }) {
      const { start, chosen } = gids.countdown.rules;
      return { calendar, answers: { [start]: answers[start] || "", [chosen]: answers[chosen] || "" } };
    }

    /** Where the first answers come from. @param {any} data */
    origin(data) {
      if (this.keeping) return "Deze antwoorden komen uit Mijn plan. Wat je verandert, gaat mee.";
      const [start, chosen] = Object.values(this.holds(data).answers);
      return start && chosen ? "De startdatum en de weg komen uit Mijn plan." : start ? "De startdatum komt uit Mijn plan." : chosen ? "De weg komt uit Mijn plan." : "";
    }

    /** @param {any} data */
    takeOver(data) {
      const { calendar, answers } = this.holds(data);
      const { keys, start, chosen } = gids.countdown.rules;
      const text = (/** @type {any} */ value) => (typeof value === "string" ? value : "");
      for (const lead of this.leads) this.box(lead).value = text(calendar[lead.dataset.lead || ""]);
      this.days[0].value = text(answers[start]);
      this.days[1].value = text(calendar[keys.decided]);
      for (const radio of this.all("[data-chosen] input")) radio.checked = radio.value === answers[chosen];
      for (const radio of this.all("[data-anchor] input")) radio.checked = (radio.value === "beslissing") === (calendar[keys.anchor] === "beslissing");
      this.show(true);
    }

    /** @param {HTMLElement} lead @returns {any} */
    box(lead) {
      return lead.querySelector("input");
    }

    get anchor() {
      return this.find("[data-anchor] input:checked").value;
    }

    /** What stands in the fields, as a plan holds it. */
    get data() {
      const { rules } = gids.countdown;
      const { keys } = rules;
      const weeks = this.leads.map((lead) => [lead.dataset.lead, this.box(lead).value.trim()]);
      const more = [[keys.decided, this.days[1].value.trim()], [keys.anchor, this.anchor === "start" ? "" : this.anchor]];
      return {
        calendar: Object.fromEntries([...weeks, ...more].filter(([, value]) => value)),
        answers: { [rules.start]: this.days[0].value.trim(), [rules.chosen]: this.find("[data-chosen] input:checked")?.value || "" },
      };
    }

    /** A sentence at a field comes when one leaves it, and goes at once. @param {HTMLInputElement} input @param {{ trouble?: string }} found @param {boolean} aloud */
    check(input, found, aloud) {
      const sentence = found.trouble ? gids.countdown.explain(found.trouble) : "";
      if (!aloud && sentence) return;
      /** @type {any} */ (input.closest(".field")).querySelector("[data-trouble]").textContent = sentence;
      if (sentence) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }

    /** @param {boolean} aloud */
    show(aloud) {
      const { of, readDay, readWeeks, reckon, today } = gids.countdown;
      for (const field of this.days) {
        /** @type {any} */ (field.parentElement).hidden = field.dataset.day !== this.anchor;
        this.check(field, readDay(field.value), aloud);
      }
      for (const lead of this.leads) this.check(this.box(lead), readWeeks(this.box(lead).value), aloud);
      const given = of(this.data);
      for (const group of this.all("[data-way]")) group.hidden = Boolean(given.way) && group.dataset.way !== given.way;
      const found = given.readable ? reckon(given) : null;
      this.ready = Boolean(found?.rows.length);
      this.find("[data-countdown-outcome]").hidden = !this.ready;
      this.find("[data-countdown-status]").textContent = this.sentence(given, found);
      this.find("[data-late]").textContent = this.ready ? this.lateness(given, found, today()) : "";
      if (this.ready) this.draw(given, found, today());
    }

    /** @param {any} given @param {any} found */
    sentence(given, found) {
      const { inWords, weeksInWords } = gids.countdown;
      if (!given.readable) return "Een datum of een aantal weken is niet leesbaar. Kijk het na.";
      if (!given.day) return given.anchor === "start" ? "Vul de startdatum en jullie weken in. Dan zie je hier wanneer je begint." : "Vul de dag van de beslissing en jullie weken in. Dan zie je hier wanneer je begint.";
      if (!this.ready) return "Vul bij minstens één onderdeel weken in. Dan zie je hier wanneer je begint.";
      const first = found.rows[0];
      const begin = first.back ? `Begin ten laatste op ${inWords(first.from)}.` : "";
      return [`Alles samen duurt ${weeksInWords(found.total)}.`, begin, given.anchor === "start" ? "" : `De ambassadeur kan ten vroegste starten op ${inWords(found.start)}.`].filter(Boolean).join(" ");
    }

    /** What it means that a day is over or near. @param {any} given @param {any} found @param {string} today */
    lateness(given, found, today) {
      const { after, inWords, sign } = gids.countdown;
      const [first] = found.rows;
      if (sign(given.day, today).kind === "past") return given.anchor === "start" ? "De startdatum is al voorbij. Kies een latere dag." : "De dag van de beslissing is al voorbij. Is er al beslist? Schrijf dan 0 bij de onderdelen ervoor.";
      if (!first.back) return "";
      const { kind } = sign(first.from, today);
      const ahead = given.anchor === "start" ? found.total : Math.round((Date.parse(found.decision) - Date.parse(first.from)) / 604_800_000);
      const possible = `Begin je vandaag, dan ${given.anchor === "start" ? "kan de ambassadeur ten vroegste starten" : "kan de beslissing ten vroegste vallen"} op ${inWords(after(today, ahead))}.`;
      if (kind === "past") return `Zo lukt het niet meer: de eerste dag is al voorbij. ${possible} Kies een latere dag, of kijk wat korter of tegelijk kan.`;
      return kind ? "De eerste dag is dichtbij. Begin nu, of kijk wat korter of tegelijk kan." : "";
    }

    /** @param {any} given @param {any} found @param {string} today */
    draw(given, found, today) {
      const back = given.anchor === "start";
      const rows = found.rows.map((/** @type {any} */ row) => this.row(row, today));
      const parting = found.rows.findIndex((/** @type {any} */ row) => this.isAfter(row.id));
      const decision = this.milestone("De beslissing", `${back ? "ten laatste " : ""}${gids.countdown.inWords(found.decision)}`, gids.countdown.signText(found.decision, today));
      rows.splice(parting < 0 ? rows.length : parting, 0, decision);
      rows.push(this.milestone("De ambassadeur start", `${back ? "" : "ten vroegste "}${gids.countdown.inWords(found.start)}`, gids.countdown.signText(found.start, today)));
      this.find("[data-rows]").replaceChildren(...rows);
      this.find("[data-ways]").textContent = given.way ? "" : this.waysSentence(found);
      this.find("[data-missing]").textContent = found.missing.length ? `Nog zonder weken, en dus niet meegeteld: ${found.missing.map(lowered).join("; ")}.` : "";
    }

    /** @param {string} id */
    isAfter(id) {
      return Boolean(this.leads.find((lead) => lead.dataset.lead === id)?.closest("[data-after]"));
    }

    /** @param {any} found */
    waysSentence({ way, totals }) {
      const name = (/** @type {string} */ each) => this.find(`[data-way=${each}]`).dataset.wayName;
      const [other] = Object.keys(totals).filter((each) => each !== way);
      if (!totals[way]) return "";
      if (totals[way] === totals[other]) return "Jullie kozen nog geen weg. Na de beslissing duren ze allebei even lang.";
      const { weeksInWords } = gids.countdown;
      return `Jullie kozen nog geen weg. We rekenen met de langste, ${name(way)}: ${weeksInWords(totals[way])} na de beslissing. Voor ${name(other)} ${totals[other] ? `vulden jullie ${weeksInWords(totals[other])} in` : "vulden jullie nog niets in"}.`;
    }

    /** @param {any} row @param {string} today */
    row({ label, weeks, from, until, back }, today) {
      const { inWords, signText, weeksInWords } = gids.countdown;
      const sign = back ? signText(from, today) : "";
      return gids.element(
        "tr",
        {},
        gids.element("th", { scope: "row" }, label),
        gids.element("td", {}, weeksInWords(weeks)),
        gids.element("td", {}, gids.element("span", { class: "stacking__label" }, "Begin: "), `ten ${back ? "laatste" : "vroegste"} ${inWords(from)}`, this.mark(sign)),
        gids.element("td", {}, gids.element("span", { class: "stacking__label" }, "Klaar: "), inWords(until))
      );
    }

    /** A day on which something is so. @param {string} label @param {string} words @param {string} sign */
    milestone(label, words, sign) {
      return gids.element("tr", { class: "countdown__milestone" }, gids.element("th", { scope: "row", colspan: "2" }, label), gids.element("td", { colspan: "2" }, words, this.mark(sign)));
    }

    /** @param {string} sign @returns {any} */
    mark(sign) {
      return sign && gids.element("span", { class: "countdown__sign" }, sign);
    }

    update() {
      this.show(true);
      if (this.keeping) this.keep();
    }

    /** @param {HTMLElement} target */
    click(target) {
      const button = target.closest?.("button");
      if (button && "keepCountdown" in button.dataset) this.keep(true);
      if (button && "ics" in button.dataset) this.file();
      if (button && "clearCountdown" in button.dataset) {
        for (const lead of this.leads) this.box(lead).value = "";
        this.update();
        this.box(this.leads[0]).focus();
      }
    }

    /** @param {string} text */
    tell(text) {
      this.find("[data-countdown-kept]").textContent = text;
    }

    /** The plan in the names of appointments. */
    get planId() {
      try {
        return gids.plans.current()?.id || NO_PLAN;
      } catch {
        return NO_PLAN; // no plan that can be read
      }
    }

    file() {
      const moments = gids.countdown.moments(this.data, gids.plans.uid(this.planId));
      if (!moments.length) return this.tell("Er is nog geen datum. Vul eerst een dag en weken in.");
      gids.form.download("terugrekenen-agenda.ics", gids.plans.calendar(moments, gids.plans.now()), "text/calendar");
      this.tell(`${moments.length} data staan bij je downloads. Open het bestand om ze in je agenda te zetten.`);
    }

    /** The weeks into their own part of the plan, the start and the way into the answers of the step that asks for them. */
    store() {
      const { calendar, answers } = this.data;
      const known = gids.plans.current()?.data || {};
      const others = Object.entries(known.calendar || {}).filter(([name]) => !this.knows(name));
      const changed = Object.entries(answers).filter(([name, value]) => value || known.answers?.[name]);
      gids.plans.put("calendar", { ...Object.fromEntries(others), ...calendar });
      gids.plans.put("answers", { ...known.answers, ...Object.fromEntries(changed) });
    }

    /** Whether this page has a field for a part; what it does not know stays in the plan. @param {string} name */
    knows(name) {
      return Object.values(gids.countdown.rules.keys).includes(name) || this.leads.some((lead) => lead.dataset.lead === name);
    }
  };

  const lowered = (/** @type {string} */ label) => label[0].toLowerCase() + label.slice(1);

  /** Today where the reader is, as «2027-01-04». */
  gids.countdown.today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };
})(window.gids);
