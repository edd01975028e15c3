/** The page «Drempels in kaart»: people score one after the other; what they say together is shown below. */
(function (gids) {
  "use strict";

  gids.modules.scores = class Scores extends gids.plans.Part {
    /** @param {HTMLElement} element */
    constructor(element) {
      super(element);
      this.keeping = this.always = true;
      this.rules = gids.scores.rules;
      this.fields = /** @type {HTMLElement[]} */ (this.all("[data-barrier]"));
      this.people = this.kept();
      this.current = this.people[0].key;
      element.addEventListener("input", (event) => this.input(/** @type {any} */ (event.target)));
      element.addEventListener("change", (event) => this.change(/** @type {any} */ (event.target)));
      this.autosave = new gids.form.Autosave(element, () => this.keep()); // after these: what changed is known by the time it saves
      element.addEventListener("click", (event) => this.click(/** @type {HTMLElement} */ (event.target)));
      this.find("[data-new-name]").addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
        if (event.key === "Enter") this.addPerson();
      });
      this.showPeople();
      this.fill();
      this.show();
      this.follow();
    }

    /** What a plan holds of it: the people. @param {any} data @returns {{ scores: any[] }} */
    holds(data) {
      return { scores: data?.scores || [] };
    }

    /** The people here, without who only stands ready to begin. */
    get data() {
      return { scores: this.people.filter(saysSomething) };
    }

    /** Two notes of one person at one barrier both stay. @param {string[]} path */
    bothStay(path) {
      return path[path.length - 1] === "note";
    }

    /** @param {{ scores: any[] }} data */
    takeOver({ scores }) {
      this.autosave.forget();
      this.people = this.somebody(scores);
      if (!this.mine) this.current = this.people[0].key;
      this.fill();
      this.show();
    }

    /** @param {string} text */
    tell(text) {
      this.say(text);
    }

    /** The people in the open plan. */
    kept() {
      try {
        return this.somebody(this.holds(gids.plans.current()?.data).scores);
      } catch (error) {
        this.say(gids.plans.explain(error), true);
        return this.somebody([]);
      }
    }

    /** Somebody to begin with when there is nobody. @param {any[]} people */
    somebody(people) {
      return people.length ? people : [this.person("")];
    }

    /** @param {string} name */
    person(name) {
      return { key: gids.plans.newId(), name, scores: {} };
    }

    get mine() {
      return this.people.find((/** @type {any} */ person) => person.key === this.current);
    }

    /** @param {any} person */
    nameOf(person) {
      return person.name || (this.people.length > 1 ? `Persoon ${this.people.indexOf(person) + 1}` : "Ik");
    }

    /** @param {string} text */
    say(text, trouble = false) {
      const place = this.find("[data-status]");
      place.textContent = text;
      place.classList.toggle("keep__status--trouble", trouble);
    }

    /** @param {any} parts @param {any} known */
    store(parts, known) {
      super.store(parts, known);
      gids.form.askToKeep();
      if (this.find("[data-status]").classList.contains("keep__status--trouble")) this.say(""); // it went wrong before
    }

    /** @param {string} text @param {boolean} [trouble] */
    confirm(text, trouble) {
      this.say(trouble ? `${text} Of bewaar hieronder de scores als bestand.` : text, trouble);
    }

    // --- filling in ---

    /** Show what the current person answered. */
    fill() {
      const { scores = {} } = this.mine;
      for (const field of this.fields) {
        const score = scores[field.dataset.barrier || ""] || {};
        for (const box of field.querySelectorAll("input")) box.checked = box.value === score.weight;
        const note = /** @type {HTMLTextAreaElement} */ (field.querySelector("textarea"));
        note.value = score.note || "";
        const fold = /** @type {HTMLDetailsElement} */ (field.querySelector("details"));
        fold.open = Boolean(note.value) || fold.contains(document.activeElement);
      }
      this.find("[data-who-title]").textContent = this.people.length > 1 || this.mine.name ? `Scoor de drempels: ${this.nameOf(this.mine)}` : "Scoor de drempels";
    }

    /** @param {any} control */
    input(control) {
      if (control.localName === "textarea") this.set(control, { note: control.value });
    }

    /** @param {any} control */
    change(control) {
      if (control.name === "wie") this.choose(control.value);
      else if (control.type === "radio") this.set(control, { weight: control.value });
      else if (control.type === "file") this.open(control);
    }

    /** @param {HTMLElement} control @param {any} part */
    set(control, part) {
      const field = /** @type {HTMLElement | null} */ (control.closest("[data-barrier]"));
      if (!field) return;
      const id = field.dataset.barrier || "";
      const scores = { ...this.mine.scores, [id]: { weight: "", note: "", ...this.mine.scores?.[id], ...part } };
      this.people = this.people.map((/** @type {any} */ person) => (person === this.mine ? { ...person, scores } : person));
      this.autosave.touch();
      this.show();
    }

    // --- people ---

    showPeople() {
      const rows = this.people.map((/** @type {any} */ person, /** @type {number} */ place) => {
        const id = `wie-${place}`;
        const box = gids.element("input", { type: "radio", class: "choice-line__box", name: "wie", id, value: person.key });
        box.checked = person.key === this.current;
        const count = gids.scores.filled(person).length;
        const label = gids.element("label", { for: id }, `${this.nameOf(person)} (${count} van de ${this.rules.barriers.length})`);
        const remove = gids.element("button", { type: "button", class: "button button--small", "data-remove": person.key }, "Haal weg", gids.element("span", { class: "visually-hidden" }, ` ${this.nameOf(person)}`));
        return gids.element("div", { class: "choice-line people__one" }, box, label, this.people.length > 1 ? remove : "");
      });
      this.find("[data-people-list]").replaceChildren(...rows);
    }

    /** @param {string} key */
    choose(key) {
      this.current = key;
      this.fill();
      this.say(`${this.nameOf(this.mine)} vult nu in.`);
    }

    addPerson() {
      const box = this.find("[data-new-name]");
      const name = box.value.trim();
      if (!name) {
        this.say("Geef eerst een naam of functie op.", true);
        box.focus();
        return;
      }
      if (this.people.length >= this.rules.mostPeople) return this.say(gids.scores.troubles.many, true);
      const [only] = this.people;
      const unused = this.people.length === 1 && !only.name;
      // Who was there without a name gets this one when nothing was filled in yet.
      if (unused && !gids.scores.filled(only).length) this.people = [{ ...only, name }];
      else this.people = [...this.people, this.person(name)];
      this.current = this.people[this.people.length - 1].key;
      box.value = "";
      this.keep();
      this.showPeople();
      this.fill();
      this.say(`${name} vult nu in.`);
      /** @type {HTMLElement} */ (this.fields[0].querySelector("input")).focus();
    }

    /** @param {string} key */
    askToRemove(key) {
      this.removing = key;
      const person = this.people.find((/** @type {any} */ each) => each.key === key);
      this.find("[data-remove-text]").textContent = `Dit haalt ${this.nameOf(person)} weg, met alle scores en notities. Dat kan je niet ongedaan maken.`;
      this.find("[data-remove-sure]").hidden = false;
      this.find("[data-remove-no]").focus();
    }

    /** @param {boolean} sure */
    remove(sure) {
      this.find("[data-remove-sure]").hidden = true;
      if (sure) {
        this.people = this.people.filter((/** @type {any} */ person) => person.key !== this.removing);
        if (!this.mine) this.current = this.people[0].key;
        this.keep();
        this.fill();
        this.show();
        this.say("Weggehaald.");
      }
      this.find("[name=wie]:checked").focus();
    }

    // --- files ---

    /** @param {HTMLInputElement} input */
    async open(input) {
      const before = this.people.length;
      try {
        let people = this.data.scores;
        for (const file of input.files || []) people = gids.scores.merge(people, gids.scores.read(this.rules, await file.text()));
        if (people.length > this.rules.mostPeople) throw new gids.scores.ScoreError("many");
        this.people = people;
        if (!this.mine) this.current = people[0].key;
        this.keep();
        this.fill();
        this.show();
        const added = Math.max(0, people.length - before);
        this.say(`Geopend. ${this.people.length === 1 ? "Er is nu één persoon" : `Er zijn nu ${this.people.length} mensen`}${added ? "" : ": wie al in de lijst stond, is samengevoegd"}.`);
      } catch (error) {
        this.say(/** @type {any} */ (error).trouble ? /** @type {Error} */ (error).message : gids.scores.troubles.damaged, true);
      }
      input.value = "";
    }

    /** @param {any[]} people @param {string} name */
    save(people, name) {
      gids.form.download(name, gids.scores.write(people), "application/json");
      this.say(`Bewaard als “${name}”.`);
    }

    /** @param {HTMLElement} target */
    click(target) {
      const button = target.closest?.("button");
      if (!button) return;
      const { dataset } = button;
      if ("addPerson" in dataset) this.addPerson();
      else if ("remove" in dataset) this.askToRemove(dataset.remove || "");
      else if ("removeNo" in dataset) this.remove(false);
      else if ("removeYes" in dataset) this.remove(true);
      else if ("saveOne" in dataset) this.save([this.mine], `drempels-${slug(this.nameOf(this.mine))}.json`);
      else if ("saveAll" in dataset) this.save(this.people, "drempels-in-kaart.json");
      else if ("print" in dataset) window.print();
    }

    // --- together ---

    show() {
      this.showPeople();
      const { ranking, heavy } = gids.scores;
      const filled = this.people.filter((/** @type {any} */ person) => gids.scores.filled(person).length);
      this.find("[data-nobody]").hidden = filled.length > 0;
      this.find("[data-together]").hidden = !filled.length;
      if (!filled.length) return;
      for (const side of ["vraag", "aanbod"]) this.find(`[data-bars=${side}]`).replaceChildren(...ranking(this.rules, filled, side).filter((/** @type {any} */ entry) => entry.known || entry.unsure).map((/** @type {any} */ entry) => this.bar(entry)));
      const heavies = heavy(this.rules, filled);
      this.showDifferences(filled);
      this.showAsk(filled);
      this.find("[data-table]").replaceChildren(...ranking(this.rules, filled).map((/** @type {any} */ entry) => this.row(entry, filled)));
      this.find("[data-bs]").replaceChildren(...gids.scores.byB(this.rules, filled).filter((/** @type {any} */ b) => b.mean !== null).map((/** @type {any} */ b) => this.barOfB(b)));
      for (const help of this.all("[data-help]")) help.hidden = !heavies.includes(help.dataset.help);
      this.find("[data-none-heavy]").hidden = heavies.length > 0;
      const people = filled.length === 1 ? "Eén persoon vulde in" : `${filled.length} mensen vulden in`;
      const weigh = heavies.length === 0 ? "geen enkele drempel weegt zwaar" : heavies.length === 1 ? "één drempel weegt zwaar" : `${heavies.length} drempels wegen zwaar`;
      this.find("[data-summary]").textContent = `${people}: ${weigh}.`;
    }

    /** A bar with its name before it and its numbers after it, in words. @param {any} entry */
    bar(entry) {
      const name = gids.element("span", { class: "bars__name" }, entry.barrier.title, entry.heavy ? gids.element("strong", { class: "bars__heavy" }, "weegt zwaar") : "");
      return gids.element("div", { class: "bars__row" }, name, this.picture(entry.barrier.side, entry), gids.element("span", { class: "bars__counts" }, inWords(entry)));
    }

    /** @param {any} b */
    barOfB(b) {
      const count = b.barriers.length === 1 ? "één drempel" : `${b.barriers.length} drempels`;
      const heavy = b.heavy.length ? `, ${b.heavy.length} ${b.heavy.length === 1 ? "weegt" : "wegen"} zwaar` : "";
      return gids.element("div", { class: "bars__row" }, gids.element("span", { class: "bars__name" }, b.title), this.picture("b", b), gids.element("span", { class: "bars__counts" }, `${count}${heavy}`));
    }

    /** The mean as a length, and how far the scores lie apart as a line. The words beside it say the same. @param {string} kind @param {any} entry */
    picture(kind, entry) {
      const most = Math.max(.../** @type {number[]} */ (Object.values(this.rules.weights)));
      const [width, height] = [200, 20];
      const svg = draw("svg", { class: `bars__svg bars__svg--${kind}`, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", focusable: "false" });
      svg.append(draw("rect", { class: "bars__frame", x: 0.5, y: 2.5, width: width - 1, height: 15 }));
      if (entry.mean !== null) {
        const length = Math.max(2, (entry.mean / most) * (width - 1));
        svg.append(draw("rect", { class: "bars__bar", x: 0.5, y: 2.5, width: length, height: 15 }));
        // Cool bars are hatched as well: the two sides differ without colour too.
        if (kind === "aanbod") for (let x = 8; x < length; x += 8) svg.append(draw("line", { class: "bars__hatch", x1: x, y1: 3, x2: x, y2: 17 }));
      }
      if (entry.spread) {
        const values = Object.entries(this.rules.weights).filter(([weight]) => entry.counts[weight]).map(([, value]) => (Number(value) / most) * (width - 4) + 2);
        const [from, to] = [Math.min(...values), Math.max(...values)];
        const lines = [[from, 10, to, 10], [from, 5, from, 15], [to, 5, to, 15]];
        for (const name of ["bars__spread bars__spread--under", "bars__spread"]) {
          for (const [x1, y1, x2, y2] of lines) svg.append(draw("line", { class: name, x1, y1, x2, y2 }));
        }
      }
      return svg;
    }

    /** @param {any[]} people */
    showDifferences(people) {
      const found = gids.scores.differences(this.rules, people);
      const items = found.map((/** @type {any} */ entry) => {
        const said = Object.keys(this.rules.weights)
          .map((weight) => [weight, people.filter((person) => gids.scores.weightOf(this.rules, person, entry.barrier.id) === weight)])
          .filter(([, who]) => who.length)
          .map(([weight, who]) => `${this.rules.words[weight]}: ${/** @type {any[]} */ (who).map((person) => this.nameOf(person)).join(", ")}`);
        return gids.element("li", {}, gids.element("strong", {}, entry.barrier.title), entry.spread > 1 ? " (ver uit elkaar)" : "", `. ${capital(said.join(" · "))}.`);
      });
      this.find("[data-differences]").replaceChildren(...items);
      this.find("[data-same]").hidden = items.length > 0;
    }

    /** What somebody does not know, with the note that says whom to ask. @param {any[]} people */
    showAsk(people) {
      const { unknown, barriers } = this.rules;
      const items = barriers.flatMap((/** @type {any} */ barrier) => {
        const unsure = people.filter((person) => gids.scores.weightOf(this.rules, person, barrier.id) === unknown);
        if (!unsure.length) return [];
        const notes = unsure.map((person) => person.scores[barrier.id].note).filter(Boolean);
        return [gids.element("li", {}, gids.element("strong", {}, barrier.title), ` (${unsure.map((person) => this.nameOf(person)).join(", ")}). `, notes.length ? notes.join(" · ") : "Aan wie vraag je het? Noteer het bij deze drempel.")];
      });
      this.find("[data-ask-list]").replaceChildren(...items);
      this.find("[data-ask]").hidden = !items.length;
    }

    /** @param {any} entry @param {any[]} people */
    row(entry, people) {
      const cell = (/** @type {any} */ content) => gids.element("td", {}, content);
      const side = entry.barrier.side === "vraag" ? "Kinderen en gezinnen" : "Aanbieders";
      const notes = people.map((person) => [this.nameOf(person), person.scores?.[entry.barrier.id]?.note]).filter(([, note]) => note);
      const counts = ["veel", "beetje", "niet", this.rules.unknown].map((weight) => cell(String(entry.counts[weight])));
      return gids.element("tr", {}, gids.element("th", { scope: "row" }, entry.barrier.title), cell(side), ...counts, cell(notes.map(([who, note]) => `${who}: ${note}`).join(" · ")));
    }
  };

  /** Whether an entry holds more than its key. @param {any} person */
  const saysSomething = ({ key, ...person }) => !gids.plans.isEmpty(person);

  const capital = (/** @type {string} */ text) => text[0].toUpperCase() + text.slice(1);

  /** @param {any} entry */
  const inWords = ({ counts, known, unsure }) => {
    const parts = ["veel", "beetje", "niet"].filter((weight) => counts[weight]).map((weight) => `${counts[weight]} × ${gids.scores.rules.words[weight]}`);
    return [...parts, ...(unsure ? [`${unsure} × ${gids.scores.rules.words[gids.scores.rules.unknown]}`] : [])].join(", ") || (known ? "" : "–");
  };

  const SVG = "http://www.w3.org/2000/svg";
  /** @param {string} tag @param {Record<string, any>} attributes */
  const draw = (tag, attributes) => {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    return element;
  };

  /** A name as part of the name of a file. @param {string} name */
  const slug = (name) => name.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "ik";
})(window.gids);
