/** «Reken terug vanaf je startdatum»: the reader's own lead times, every date that follows, and those dates as a file for a calendar. */
(function (gids) {
  "use strict";

  /** In the name of an appointment when nothing can be kept. */
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
      this.takeOver(this.holds(data));
      this.follow();
    }

    /** What a plan says of it: the weeks in their own part, the start and the way in the answers of the step that asks for them. @param {any} data */
    holds({ calendar = {}, answers = {} }) {
      const { keys, start, chosen } = gids.countdown.rules;
      const text = (/** @type {any} */ value) => (typeof value === "string" ? value.trim() : "");
      const names = this.leads.map((lead) => lead.dataset.lead || "");
      const [way] = this.all("[data-chosen] input").filter((radio) => radio.value === answers[chosen]);
      const anchor = calendar[keys.anchor] === "beslissing" ? "beslissing" : "start";
      return this.parts(names.map((name) => text(calendar[name])), text(calendar[keys.decided]), anchor, text(answers[start]), way);
    }

    /** What stands in the fields, as a plan holds it. */
    get data() {
      const [start, decided] = this.days.map((field) => field.value.trim());
      return this.parts(this.leads.map((lead) => this.box(lead).value.trim()), decided, this.anchor, start, this.find("[data-chosen] input:checked"));
    }

    /** @param {string[]} weeks @param {string} decided @param {string} anchor @param {string} start @param {HTMLInputElement | undefined} way */
    parts(weeks, decided, anchor, start, way) {
      const { rules } = gids.countdown;
      const { keys } = rules;
      const leads = this.leads.map((lead, place) => [lead.dataset.lead, weeks[place]]);
      const more = [[keys.decided, decided], [keys.anchor, anchor === "start" ? "" : anchor]];
      return {
        calendar: Object.fromEntries([...leads, ...more].filter(([, value]) => value)),
        answers: { [rules.start]: start, [rules.chosen]: way?.value || "" },
      };
    }

    /** Where the first answers come from. @param {any} data */
    origin(data) {
      if (this.keeping) return "Deze antwoorden komen uit Mijn plan. Wat je verandert, gaat mee.";
      const [start, chosen] = Object.values(this.holds(data).answers);
      return start && chosen ? "De startdatum en de weg komen uit Mijn plan." : start ? "De startdatum komt uit Mijn plan." : chosen ? "De weg komt uit Mijn plan." : "";
    }

    /** @param {any} data */
    takeOver({ calendar, answers }) {
      const { keys, start, chosen } = gids.countdown.rules;
      for (const lead of this.leads) this.write(this.box(lead), calendar[lead.dataset.lead || ""] || "");
      this.write(this.days[0], answers[start]);
      this.write(this.days[1], calendar[keys.decided] || "");
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
      const { of, readDay, readWeeks, reckon } = gids.countdown;
      const today = gids.form.today();
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
      this.find("[data-late]").textContent = this.ready ? this.lateness(given, found, today) : "";
      if (this.ready) this.draw(given, found, today);
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

    /** The plan in the names of appointments, also of one that is begun later. */
    get planId() {
      try {
        return gids.plans.id();
      } catch {
        return NO_PLAN;
      }
    }

    file() {
      const moments = gids.countdown.moments(this.data, gids.plans.uid(this.planId));
      if (!moments.length) return this.tell("Er is nog geen datum. Vul eerst een dag en weken in.");
      gids.form.download("terugrekenen-agenda.ics", gids.plans.calendar(moments, gids.plans.now()), "text/calendar");
      this.tell(`${moments.length} data staan bij je downloads. Open het bestand om ze in je agenda te zetten.`);
    }
  };

  const lowered = (/** @type {string} */ label) => label[0].toLowerCase() + label.slice(1);
})(window.gids);
