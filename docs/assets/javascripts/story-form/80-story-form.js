/**
 * The form for a practice story: keeps drafts, checks while somebody types, previews the page, and sends.
 * Each part is started by itself, so that one that fails leaves the others working.
 */
(function (gids) {
  "use strict";

  const { form } = gids;
  const story = (gids.story = gids.story || {});
  const CURRENT = "gids:current:story";

  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };

  const clock = (/** @type {string} */ moment) => new Date(moment).toLocaleTimeString("nl-BE", { hour: "2-digit", minute: "2-digit" });
  const dayAndClock = (/** @type {string} */ moment) =>
    moment ? `${new Date(moment).toLocaleDateString("nl-BE", { day: "numeric", month: "long" })}, ${clock(moment)}` : "";

  /** Whether a file from somewhere really says which published story it changes. @param {any} edited */
  const isEdited = (edited) =>
    edited && [edited.id, edited.version, edited.title].every((each) => typeof each === "string") && Array.isArray(edited.sources) &&
    Boolean(story.askedFor(`?verhaal=${edited.id}&versie=${edited.version}`)) && typeof edited.keep === "object"; // prettier-ignore

  gids.modules["story-form"] = class StoryForm {
    /** @param {HTMLElement} element */
    constructor(element) {
      this.element = element;
      this.form = /** @type {HTMLFormElement} */ (element.querySelector("form"));
      this.drafts = new form.Drafts(() => window.localStorage, "story", () => new Date().toISOString(), () => Math.random().toString(36).slice(2, 10));
      this.draft = this.drafts.create({});
      /** Fields that somebody has been in: only there a mistake is told while typing. @type {Set<Element>} */
      this.visited = new Set();
      for (const start of [this.startRows, this.startDrafts, this.startChecks, this.startPreview, this.startSending]) {
        try {
          start.call(this);
        } catch (error) {
          console.error("story-form:", error);
        }
      }
    }

    /** @param {string} name @returns {any} */
    part(name) {
      return this.element.querySelector(`[data-${name}]`);
    }

    /** @param {string} name @param {() => void} act */
    on(name, act) {
      this.part(name)?.addEventListener("click", act);
    }

    raw() {
      return form.read(this.form);
    }

    /** The choices stand once on the page; every select gets its own before rows are copied. */
    startRows() {
      for (const select of /** @type {NodeListOf<HTMLSelectElement>} */ (this.form.querySelectorAll("select[data-choices]"))) {
        const choices = /** @type {HTMLTemplateElement | null} */ (this.element.querySelector(`[data-choices-of="${select.dataset.choices}"]`));
        if (choices) select.append(choices.content.cloneNode(true));
      }
      new form.Rows(this.form, () => this.changed());
      this.form.addEventListener("submit", (event) => event.preventDefault());
    }

    changed() {
      this.autosave?.touch();
      this.offerOwnSources();
    }

    /** Sources that somebody adds can be chosen wherever a source is named. */
    offerOwnSources() {
      const rows = this.raw().own_sources || [];
      const own = rows.filter((/** @type {any} */ row) => row.short || row.title).map((/** @type {any} */ row) => [row.key, row.short || row.title]);
      const sign = JSON.stringify(own);
      for (const select of /** @type {NodeListOf<HTMLSelectElement>} */ (this.form.querySelectorAll("select[data-choices=sources]"))) {
        if (select.dataset.offered === sign) continue;
        select.dataset.offered = sign;
        const { value } = select;
        for (const old of select.querySelectorAll("optgroup[data-own], option[data-unknown][value^='@']")) old.remove();
        if (own.length) {
          const options = own.map(([key, name]) => gids.element("option", { value: key }, name));
          select.append(gids.element("optgroup", { label: "Bronnen die je zelf toevoegde", "data-own": "" }, ...options));
        }
        select.value = value;
      }
    }

    /* --- drafts --- */

    startDrafts() {
      this.status = this.part("status");
      this.autosave = new form.Autosave(this.form, () => this.save());
      this.form.addEventListener("input", () => this.offerOwnSources());
      this.fresh();
      this.on("new", () => this.begin());
      this.on("keep-file", () => this.keepFile());
      this.part("open-file").addEventListener("change", (/** @type {Event} */ event) => this.openFile(/** @type {HTMLInputElement} */ (event.target)));
      this.on("wipe", () => this.askWipe(true));
      this.on("wipe-no", () => this.askWipe(false));
      this.on("wipe-yes", () => this.wipe());
      this.on("go-on", () => this.goOn());
      this.on("take-other", () => this.takeOther());
      window.addEventListener("storage", (event) => this.elsewhere(event));
      this.on("start-over", () => this.edit(this.draft.edited, true));
      const asked = story.askedFor(location.search);
      if (asked) this.edit(asked);
      else this.resume();
      this.showDrafts();
    }

    /**
     * Open a published story to correct it; what somebody began earlier goes on, unless they start over.
     * @param {{ id: string, version: string }} asked
     */
    async edit(asked, again = false) {
      try {
        this.autosave.flush();
        const begun = this.drafts.list().find((/** @type {any} */ draft) => draft.edited?.id === asked.id);
        if (begun && !again) {
          this.show(begun);
          const changed = begun.edited.version !== asked.version;
          this.say(changed ? "Je was dit verhaal al aan het aanpassen. Intussen veranderde het ook op de site." : "Je gaat verder met je aanpassing van eerder.");
        } else {
          const { data, edited } = await story.open(story.askedFor(location.search) || asked);
          this.show({ ...this.drafts.create({ ...data, checked: today() }, data.title), edited });
          this.say("Dit staat nu op de site. «Nagekeken op» staat al op vandaag.");
        }
      } catch (error) {
        if (error instanceof form.DraftError) this.trouble(error);
        else this.say("Dat verhaal is intussen veranderd of weg. Ga naar zijn pagina op de site en kies daar opnieuw «Pas dit verhaal aan of trek het in».", true);
      }
      this.showDrafts();
    }

    /** Whose story this is: one of your own, or one that is on the site. */
    showEdited() {
      const { edited } = this.draft;
      this.part("edited").hidden = !edited;
      for (const place of this.element.querySelectorAll("[data-edited-title]")) place.textContent = edited ? edited.title : "";
      for (const place of this.element.querySelectorAll("[data-edited-file]")) place.textContent = edited ? `data/stories/${edited.id}.yml` : "";
      for (const place of /** @type {NodeListOf<HTMLElement>} */ (this.element.querySelectorAll("[data-when-new]"))) place.hidden = Boolean(edited);
      for (const place of /** @type {NodeListOf<HTMLElement>} */ (this.element.querySelectorAll("[data-when-edited]"))) place.hidden = !edited;
      const next = this.part("propose-next");
      if (next) next.hidden = true;
    }

    /** Show the draft of last time. */
    resume() {
      try {
        const [latest] = this.drafts.list();
        const id = this.drafts.with((/** @type {Storage} */ storage) => storage.getItem(CURRENT));
        const draft = (id && this.drafts.load(id)) || latest;
        if (draft) this.show(draft);
        if (this.drafts.damaged) this.say("Een eerder concept op dit toestel is beschadigd en kan niet geopend worden. De andere staan er nog.");
      } catch (error) {
        this.trouble(error);
      }
    }

    /** An empty form, with today's date. */
    fresh() {
      form.fill(this.form, { written: today() });
    }

    /** @param {any} draft */
    show(draft) {
      this.autosave.forget();
      this.draft = draft;
      form.fill(this.form, draft.data);
      this.offerOwnSources();
      form.fill(this.form, draft.data); // choices of own sources exist only now
      this.visited.clear();
      form.clearSummary(this.part("mistakes"));
      this.part("conflict").hidden = true;
      this.showEdited();
      this.remember();
      this.say(draft.saved ? `Bewaard op dit toestel: ${dayAndClock(draft.saved)}.` : "");
    }

    remember() {
      try {
        this.drafts.with((/** @type {Storage} */ storage) => storage.setItem(CURRENT, this.draft.id));
      } catch {
        // Said when saving.
      }
    }

    save() {
      const data = this.raw();
      try {
        this.draft = this.drafts.save({ ...this.draft, data, name: data.title || data.municipality || "Zonder titel" });
        this.remember();
        form.askToKeep();
        this.say(`Bewaard op dit toestel om ${clock(this.draft.saved)}.`);
      } catch (error) {
        if (/** @type {any} */ (error).trouble === "changed") this.keepBoth(data);
        else this.trouble(error);
      }
      this.showDrafts();
    }

    /** Another tab kept a later version: both stay, and the reader chooses. @param {any} data */
    keepBoth(data) {
      const other = this.draft.id;
      try {
        this.draft = this.drafts.fork({ ...this.draft, data, name: data.title || data.municipality || "Zonder titel" });
        this.remember();
      } catch (error) {
        this.trouble(error);
      }
      this.conflict(other, "Je vulde dit verhaal ook in een ander tabblad in. Allebei de versies zijn bewaard. Met welke ga je hier verder?");
    }

    /** @param {string} other @param {string} text */
    conflict(other, text) {
      this.other = other;
      this.part("conflict-text").textContent = text;
      this.part("conflict").hidden = false;
    }

    /** @param {StorageEvent} event */
    elsewhere(event) {
      if (event.key === null) return;
      if (event.key !== this.drafts.key(this.draft.id) || !event.newValue) return this.showDrafts();
      this.conflict(this.draft.id, "Dit verhaal is net in een ander tabblad veranderd. Met welke versie ga je hier verder?");
      this.showDrafts();
    }

    goOn() {
      if (this.other === this.draft.id) this.keepBoth(this.raw());
      this.part("conflict").hidden = true;
      this.showDrafts();
      form.focus(this.form);
    }

    takeOther() {
      try {
        const draft = this.drafts.load(this.other || "");
        if (draft) this.show(draft);
        this.showDrafts();
        form.focus(this.form);
      } catch (error) {
        this.trouble(error);
      }
    }

    begin() {
      this.autosave.flush();
      this.leaveAddress();
      this.draft = this.drafts.create({});
      this.show(this.draft);
      this.fresh();
      this.showDrafts();
      form.focus(this.form);
    }

    /** A new story is not the one that the address names. */
    leaveAddress() {
      try {
        history.replaceState(null, "", location.pathname);
      } catch {
        // A browser may not change the address of a page that was opened from a folder.
      }
    }

    /** @param {any} error */
    trouble(error) {
      this.say(error instanceof form.DraftError ? error.message : "Bewaren lukt niet. Bewaar je tekst als bestand.", true);
    }

    /** @param {string} text */
    say(text, trouble = false) {
      this.status.textContent = text;
      this.status.classList.toggle("keep__status--trouble", trouble);
    }

    /** The other drafts on this device. */
    showDrafts() {
      const box = this.part("others");
      let others = [];
      try {
        others = this.drafts.list().filter((/** @type {any} */ draft) => draft.id !== this.draft.id);
      } catch {
        // Said when saving.
      }
      box.hidden = !others.length;
      const items = others.map((/** @type {any} */ draft) => {
        const name = `${draft.name || "Zonder titel"} (${dayAndClock(draft.saved)})`;
        const open = gids.element("button", { type: "button", class: "button button--small" }, "Open", gids.element("span", { class: "visually-hidden" }, ` ${name}`));
        const remove = gids.element("button", { type: "button", class: "button button--small" }, "Wis", gids.element("span", { class: "visually-hidden" }, ` ${name}`));
        open.addEventListener("click", () => {
          this.autosave.flush();
          this.leaveAddress();
          this.show(this.drafts.load(draft.id) || this.draft);
          this.showDrafts();
          form.focus(this.form);
        });
        remove.addEventListener("click", () => {
          this.drafts.remove(draft.id);
          this.showDrafts();
          this.say(`«${draft.name}» is gewist.`);
          this.part("keep-file").focus();
        });
        return gids.element("li", {}, gids.element("span", {}, name), " ", open, " ", remove);
      });
      this.part("others-list").replaceChildren(...items);
    }

    keepFile() {
      const data = this.raw();
      const draft = { ...this.draft, data, name: data.title || data.municipality || "Zonder titel", saved: new Date().toISOString() };
      form.download(`${this.draft.edited?.id || story.fileName(data)}-concept.json`, `${JSON.stringify(draft, null, 1)}\n`, "application/json");
      this.say("Je concept staat als bestand bij je downloads. Met «Open een bestand» ga je later verder.");
    }

    /** @param {HTMLInputElement} input */
    async openFile(input) {
      const [file] = input.files || [];
      if (!file) return;
      try {
        const { data, name, edited } = form.readDraft(await file.text(), "story");
        this.autosave.flush();
        this.leaveAddress();
        this.draft = { ...this.drafts.create(data, name), ...(isEdited(edited) ? { edited } : {}) };
        this.show(this.draft);
        this.save();
      } catch (error) {
        this.trouble(error instanceof form.DraftError ? error : new form.DraftError("damaged"));
      }
      input.value = "";
    }

    /** @param {boolean} ask */
    askWipe(ask) {
      this.part("wipe").hidden = ask;
      this.part("wipe-sure").hidden = !ask;
      this.part(ask ? "wipe-no" : "wipe").focus();
    }

    wipe() {
      try {
        this.autosave.forget();
        this.drafts.wipe();
        this.draft = this.drafts.create({});
        this.leaveAddress();
        this.showEdited();
        form.fill(this.form, {});
        this.fresh();
        this.part("preview").hidden = true;
        this.part("preview-page").replaceChildren();
        form.clearSummary(this.part("mistakes"));
        this.say("Alles is van deze computer gewist.");
      } catch (error) {
        this.trouble(error);
      }
      this.showDrafts();
      this.askWipe(false);
    }

    /* --- checks --- */

    startChecks() {
      this.form.addEventListener("focusout", (event) => {
        const field = /** @type {HTMLElement} */ (event.target).closest("[data-field]");
        // A move inside the same field, between radio buttons, is no leaving.
        if (!field || field.contains(/** @type {Node | null} */ (event.relatedTarget))) return;
        this.visited.add(field);
        this.tell();
      });
      this.form.addEventListener("change", () => this.tell());
      this.form.addEventListener("input", () => {
        clearTimeout(this.soon);
        this.soon = setTimeout(() => this.tell(), 500);
      });
      this.on("check", () => this.checkAll());
    }

    /** The mistakes by the field in the form that they belong to. */
    found() {
      const answer = story.check(this.raw(), this.draft.edited);
      const placed = answer.problems.map((/** @type {any} */ problem) => {
        const place = this.placeOf(problem.location, answer.origin);
        return { ...problem, place, field: place && form.find(this.form, place) };
      });
      return { ...answer, placed };
    }

    /** Where in the form a place in the file is: empty rows before it were left out. @param {(string | number)[]} location @param {Map<string, string>} origin */
    placeOf(location, origin) {
      for (let length = location.length; length > 0; length -= 1) {
        const start = origin.get(location.slice(0, length).join("."));
        if (start) return [start, ...location.slice(length)].join(".");
      }
      return location.join(".");
    }

    /** Sentences at the fields: those that somebody left, or all. What is still empty is only told when somebody asks. */
    tell(all = false) {
      const { placed } = this.found();
      for (const place of /** @type {NodeListOf<HTMLElement>} */ (this.form.querySelectorAll("[data-field], [data-row]"))) {
        const shown = placed.filter((/** @type {any} */ problem) => problem.field === place);
        const visited = all || this.everything || this.visited.has(place);
        const told = shown.filter((/** @type {any} */ problem) => all || this.everything || !problem.missing);
        const texts = (/** @type {boolean} */ notice) => told.filter((/** @type {any} */ problem) => problem.notice === notice).map((/** @type {any} */ problem) => problem.message);
        form.tell(place, visited ? texts(false) : [], texts(true));
      }
    }

    /** @returns {boolean} whether the story is complete */
    checkAll() {
      this.everything = true;
      this.tell(true);
      const { placed } = this.found();
      const box = this.part("mistakes");
      const order = [...this.form.querySelectorAll("[data-field], [data-row]")];
      const mistakes = placed.filter((/** @type {any} */ problem) => !problem.notice);
      mistakes.sort((/** @type {any} */ one, /** @type {any} */ other) => order.indexOf(one.field) - order.indexOf(other.field));
      if (!mistakes.length) {
        form.clearSummary(box);
        this.part("checked").textContent = "Er ontbreekt niets. Je kan het verhaal insturen.";
        return true;
      }
      this.part("checked").textContent = "";
      const entries = mistakes.map((/** @type {any} */ { place, message, field }) => ({ label: this.labelOf(place), message, field }));
      form.summarise(box, mistakes.length === 1 ? "Er is nog 1 ding te doen" : `Er zijn nog ${mistakes.length} dingen te doen`, entries);
      return false;
    }

    /** A place in words: «Context 2, Kopje». @param {string} place */
    labelOf(place) {
      let fields = story.rules.fields;
      /** @type {string[]} */
      const words = [];
      for (const part of place.split(".")) {
        if (/^\d+$/.test(part)) {
          words[words.length - 1] += ` ${Number(part) + 1}`;
          continue;
        }
        const field = fields.find((/** @type {any} */ each) => each.name === part);
        if (!field) break;
        words.push(field.label);
        fields = field.fields;
      }
      return words.join(", ");
    }

    /* --- preview --- */

    startPreview() {
      this.on("show-preview", () => {
        const { values } = this.found();
        this.part("preview-page").replaceChildren(...new story.Preview(values).nodes());
        this.part("preview").hidden = false;
        this.part("preview-title").focus();
      });
    }

    /* --- sending --- */

    startSending() {
      const file = () => {
        const { file, text, values } = this.found();
        return { file, text, title: values.title || "" };
      };
      const whenComplete = (/** @type {() => void} */ act) => () => this.checkAll() && act();
      this.on("download", whenComplete(() => {
        const { file: name, text } = file();
        form.download(name, text, "application/yaml");
        this.part("sent").textContent = `Het bestand ${name} staat bij je downloads.`;
      })); // prettier-ignore
      this.on("mail", whenComplete(() => {
        const { file: name, title } = file();
        const text = story.mailText(title, name, Boolean(this.draft.edited));
        location.href = story.mailAddress(this.part("mail").dataset.mail, text);
        this.part("sent").textContent = `Voeg het bestand ${name} toe aan de mail: dat gaat niet vanzelf.`;
      })); // prettier-ignore
      this.on("copy-mail", () => {
        const { file: name, title } = file();
        const { subject, body } = story.mailText(title, name, Boolean(this.draft.edited));
        this.copy(`${subject}\n\n${body}`, "De tekst van de mail is gekopieerd.");
      });
      this.on("propose", whenComplete(() => this.propose(file())));
      for (const name of ["copy-file", "copy-edited"]) {
        this.on(name, whenComplete(() => this.copy(file().text, "Het verhaal is gekopieerd. Plak het in het grote vak op de andere pagina.")));
      }
    }

    /** @param {{ file: string, text: string }} story_ */
    propose({ file, text }) {
      const { repository } = this.part("propose").dataset;
      const { edited } = this.draft;
      const { address, complete } = story.newFileAddress(repository, file, text);
      this.part("too-long").hidden = complete || Boolean(edited);
      this.part("propose-link").href = address;
      this.part("edit-link").href = story.editFileAddress(repository, file);
      this.part("propose-file").textContent = `data/stories/${file}`;
      this.part("propose-next").hidden = false;
      this.part(edited ? "copy-edited" : "propose-link").focus();
    }

    /** @param {string} text @param {string} done */
    async copy(text, done) {
      const say = (/** @type {string} */ sentence) => (this.part("sent").textContent = sentence);
      try {
        await navigator.clipboard.writeText(text);
        say(done);
      } catch {
        const box = this.part("by-hand");
        box.hidden = false;
        const area = box.querySelector("textarea");
        area.value = text;
        area.select();
        area.focus();
        say("Kopiëren lukt niet vanzelf. De tekst staat geselecteerd: kopieer ze met Ctrl+C.");
      }
    }
  };
})(window.gids);
