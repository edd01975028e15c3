/** The overview of the plan: its settings, actions and files, other plans on the device, and wiping everything. */
(function (gids) {
  "use strict";

  const { form, plans } = gids;

  gids.modules["plan-overview"] = class PlanOverview {
    /** @param {HTMLElement} element */
    constructor(element) {
      this.element = element;
      this.settings = this.part("settings");
      this.actions = this.part("actions");
      for (const each of [this.settings, this.actions]) each.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
      new form.Rows(this.actions, () => this.keeper.autosave.touch());
      element.addEventListener("plan", () => this.tell());
      this.keeper = new plans.Keeper(element, { read: (/** @type {any} */ data) => this.read(data), show: (/** @type {any} */ data) => this.show(data) });
      for (const start of [this.startFiles, this.startOpening, this.startWiping, () => this.keeper.resume()]) {
        try {
          start.call(this);
        } catch (error) {
          console.error("plan-overview:", error);
        }
      }
      this.part("settings").querySelector("#plan-naam").addEventListener("change", () => this.rename());
    }

    /** @param {string} name @returns {any} */
    part(name) {
      return this.element.querySelector(`[data-${name}]`);
    }

    /** @param {string} name @param {() => void} act */
    on(name, act) {
      this.part(name).addEventListener("click", act);
    }

    /** @param {any} data */
    read(data) {
      const { employer, place, has } = form.read(this.settings);
      const unknown = data.has.filter((/** @type {string} */ id) => !plans.rules.has.some((/** @type {any} */ each) => each.id === id));
      return { ...data, employer: employer || data.employer, place, has: [...has, ...unknown], actions: this.readActions(data.actions) };
    }

    /** Actions with something in them; what this page does not show of one stays with it. @param {any[]} before */
    readActions(before) {
      const known = new Map(before.map((each) => [each.key, each]));
      return form
        .read(this.actions)
        .actions.map((/** @type {any} */ { done, ...row }) => ({ ...known.get(row.key), ...row, done: done === "ja" }))
        .filter((/** @type {any} */ { what, who, when }) => what || who || when);
    }

    /** @param {any} data */
    show(data) {
      form.fill(this.settings, { ...data, name: this.keeper.draft.name });
      form.fill(this.actions, { actions: data.actions.map((/** @type {any} */ each) => ({ ...each, done: each.done ? "ja" : "" })) });
      plans.word(this.element, data.employer);
    }

    /** What follows from the plan as it is kept now. */
    tell() {
      const { data } = this.keeper.draft;
      for (const place of /** @type {NodeListOf<HTMLElement>} */ (this.element.querySelectorAll("[data-count]"))) place.textContent = plans.progressText(data, place.dataset.count);
      plans.word(this.element, data.employer);
      this.showOthers();
      this.showWords();
    }

    /** What takes the words of the questions: everything together when that is open, and what is left over. */
    async showWords() {
      const left = plans.leftOver(this.keeper.draft.data).length > 0;
      this.part("left").hidden = !left;
      if (!left && !this.part("summary").open) return;
      try {
        await plans.need("summary");
      } catch {
        return void (this.part("summary-list").textContent = plans.troubles.notLoaded);
      }
      const { data } = this.keeper.draft;
      plans.summarise(this.part("summary-list"), data);
      plans.showLeftOver(this.part("left"), data);
    }

    rename() {
      this.keeper.autosave.flush();
      const { name } = form.read(this.settings);
      if (name !== this.keeper.draft.name) this.keeper.keep(this.read(this.keeper.draft.data), { name });
    }

    /* --- files --- */

    startFiles() {
      const say = (/** @type {string} */ text) => (this.part("files-status").textContent = text);
      this.on("keep-file-too", () => {
        this.keeper.keepData();
        say("De gegevens van je plan staan bij je downloads.");
      });
      /** What makes files is loaded when somebody asks. @param {string} name @param {() => void} make */
      const file = (name, make) => this.on(name, () => plans.need("files").then(make, () => say(plans.troubles.notLoaded)));
      file("csv", () => {
        const { draft } = this.flushed();
        if (!draft.data.actions.length) return say("Er staan nog geen acties in je lijst.");
        plans.download(`${plans.fileName(draft, "acties")}.csv`, plans.actionsCsv(draft.data), "text/csv");
        say("Je acties staan als tabel bij je downloads.");
      });
      file("ics", () => {
        const { draft } = this.flushed();
        const moments = plans.moments(draft);
        if (!moments.length) return say("Er staat nog geen datum in je plan.");
        plans.download(`${plans.fileName(draft, "agenda")}.ics`, plans.calendar(moments, plans.now()), "text/calendar");
        say(moments.length === 1 ? "1 datum staat bij je downloads. Open het bestand om ze in je agenda te zetten." : `${moments.length} data staan bij je downloads. Open het bestand om ze in je agenda te zetten.`);
      });
      this.part("summary").addEventListener("toggle", () => this.showWords());
      this.on("print-all", async () => {
        this.flushed();
        this.part("summary").open = true;
        await this.showWords();
        window.print();
      });
    }

    flushed() {
      this.keeper.autosave.flush();
      return this.keeper;
    }

    /* --- opening --- */

    startOpening() {
      this.part("open-file").addEventListener("change", (/** @type {Event} */ event) => this.openChosen(/** @type {HTMLInputElement} */ (event.target)));
      this.startDropping();
      this.on("open-apart", () => this.openApart());
      this.on("open-merge", () => this.openMerge());
      this.on("new", () => {
        this.keeper.open(plans.create());
        this.keeper.say("Een nieuw plan. Het wordt bewaard zodra je iets invult.");
        this.settings.querySelector("#plan-naam").focus();
      });
    }

    /** A file may also be dropped on the page. */
    startDropping() {
      const file = (/** @type {DragEvent} */ event) => [...(event.dataTransfer?.items || [])].some((item) => item.kind === "file");
      document.addEventListener("dragover", (event) => file(event) && event.preventDefault());
      document.addEventListener("drop", (event) => {
        if (!file(event)) return;
        event.preventDefault();
        const [dropped] = event.dataTransfer?.files || [];
        if (dropped) this.openFile(dropped);
      });
    }

    /** @param {HTMLInputElement} input */
    async openChosen(input) {
      const [file] = input.files || [];
      if (file) await this.openFile(file);
      input.value = "";
    }

    /** A plan in a file of its own, or in the Word file that carries it. @param {File} file */
    async openFile(file) {
      const status = this.part("open-status");
      status.textContent = "";
      this.part("opened").hidden = true;
      this.keeper.unask();
      try {
        this.opened = { ...(gids.word.isFile(file) ? await gids.word.open(file) : plans.readFile(await file.text())), file: file.name };
        this.flushed();
        this.chooseInWord(() => this.askWhere());
      } catch (error) {
        const word = gids.word.WordError && error instanceof gids.word.WordError;
        status.textContent = word ? /** @type {Error} */ (error).message : error instanceof form.DraftError ? plans.explain(error) : plans.troubles.damaged;
        status.scrollIntoView({ block: "nearest", behavior: "instant" });
      }
    }

    /** Where somebody changed words in Word, both versions are shown first. @param {() => void} then */
    chooseInWord(then) {
      const { data, edited } = this.opened;
      if (!edited) return then();
      const { merged, conflicts } = plans.merge(data, edited, undefined, true);
      const goOn = (/** @type {any} */ chosen) => {
        this.opened = { ...this.opened, data: chosen };
        then();
      };
      if (!conflicts.length) return goOn(merged);
      this.keeper.choose("In Word is iets aan dit plan veranderd. Kies per verschil wat blijft.", "Zoals je het bewaarde", "Zoals het nu in Word staat", conflicts, data, (/** @type {any} */ choices) => {
        if (choices) goOn(plans.settle(merged, conflicts, choices));
        else this.part("open-status").textContent = "Er is niets veranderd.";
      });
    }

    /** What the file holds, in words. */
    found() {
      const { name, saved, data, file } = this.opened;
      const when = saved && !Number.isNaN(Date.parse(saved)) ? ` van ${form.dayAndClock(saved)}` : "";
      return `In “${file}” zit ${name || data.place ? `het plan “${name || data.place}”` : "een plan zonder naam"}${when}: ${plans.contents(data)}.`;
    }

    askWhere() {
      if (plans.isEmpty({ ...this.keeper.draft.data, employer: "" })) return this.openApart();
      this.part("opened-text").textContent = `${this.found()} Hier staat al een plan open. Wat wil je?`;
      this.part("opened").hidden = false;
      this.part("open-apart").focus();
    }

    /** What was opened, and what in Word fits no answer. @param {string} text */
    sayOpened(text) {
      const lost = (this.opened.lost || []).map((/** @type {any} */ each) => `In Word stond bij “${each.label}”: “${each.text}”. Dat is geen van de antwoorden om uit te kiezen. Kies het zelf.`);
      this.part("open-status").textContent = [text, this.found(), ...lost, ...(this.opened.gone || [])].join(" ");
    }

    openApart() {
      this.part("opened").hidden = true;
      const { data, name } = this.opened;
      this.keeper.open(plans.create(undefined, name));
      this.keeper.keep(data);
      this.keeper.show();
      this.sayOpened("Het plan is geopend.");
      this.part("open-file").focus();
    }

    openMerge() {
      this.part("opened").hidden = true;
      const { merged, conflicts } = plans.merge(this.flushed().draft.data, this.opened.data);
      const done = (/** @type {any} */ data) => {
        this.keeper.changed = true;
        this.keeper.keep(data);
        this.keeper.show();
        this.sayOpened("De twee plannen zijn samengevoegd.");
        this.part("open-file").focus();
      };
      if (!conflicts.length) return done(merged);
      const mine = this.keeper.draft.data;
      this.keeper.choose("Waar je collega en jij iets anders invulden, zie je allebei. Kies per verschil wat blijft.", "Mijn plan", "Het bestand", conflicts, merged, (/** @type {any} */ choices) => {
        if (!choices) return void (this.part("open-status").textContent = "Er is niets veranderd.");
        // What was typed while choosing counts too.
        done(plans.merge(this.flushed().draft.data, plans.settle(merged, conflicts, choices), mine).merged);
      });
    }

    /** The other plans on this device, and those that cannot be read. */
    showOthers() {
      const store = plans.store();
      /** @type {HTMLElement[]} */
      let items = [];
      try {
        items = store.keys().filter((/** @type {string} */ key) => key.startsWith(store.key("")) && key !== store.key(this.keeper.draft.id)).map((/** @type {string} */ key) => this.other(key));
      } catch {
        // Said when saving.
      }
      this.part("others").hidden = !items.length;
      this.part("others-list").replaceChildren(...items);
    }

    /** @param {string} key */
    other(key) {
      const store = plans.store();
      const id = key.slice(store.key("").length);
      let draft = null;
      try {
        draft = plans.load(id);
      } catch {
        // Named as unreadable below; its text can still be taken out.
      }
      const name = draft ? `${draft.name || draft.data.place || "Zonder naam"} (${form.dayAndClock(draft.saved)})` : "Een plan dat niet leesbaar is";
      const button = (/** @type {string} */ text, /** @type {() => void} */ act) => {
        const made = gids.element("button", { type: "button", class: "button button--small" }, text, gids.element("span", { class: "visually-hidden" }, ` ${name}`));
        made.addEventListener("click", act);
        return made;
      };
      const open = draft
        ? button("Open", () => {
            this.keeper.open(plans.load(id));
            this.settings.querySelector("#plan-naam").focus();
          })
        : button("Bewaar als bestand", () => plans.download("onleesbaar-plan.json", store.with((/** @type {Storage} */ storage) => storage.getItem(key)) || "", "application/json"));
      const remove = button("Wis", () => this.askRemove(item, id, name));
      const item = gids.element("li", {}, gids.element("span", {}, name), " ", open, " ", remove);
      return item;
    }

    /** @param {HTMLElement} item @param {string} id @param {string} name */
    askRemove(item, id, name) {
      const yes = gids.element("button", { type: "button", class: "button button--small" }, "Ja, wis dit plan");
      const no = gids.element("button", { type: "button", class: "button button--small" }, "Nee");
      yes.addEventListener("click", () => {
        plans.store().remove(id);
        this.showOthers();
        this.part("open-status").textContent = `“${name}” is gewist.`;
        this.part("new").focus();
      });
      no.addEventListener("click", () => this.showOthers());
      item.replaceChildren(gids.element("span", {}, `“${name}” wissen? Dat kan je niet ongedaan maken. `), yes, " ", no);
      yes.focus();
    }

    /* --- wiping --- */

    startWiping() {
      this.on("wipe", () => this.askWipe(true));
      this.on("wipe-no", () => this.askWipe(false));
      this.on("wipe-yes", () => this.wipe());
    }

    /** @param {boolean} ask */
    askWipe(ask) {
      this.part("wipe").hidden = ask;
      this.part("wipe-sure").hidden = !ask;
      this.part(ask ? "wipe-no" : "wipe").focus();
    }

    wipe() {
      this.keeper.autosave.forget();
      try {
        plans.store().wipe();
        sessionStorage.clear();
        this.keeper.reset();
        this.keeper.say("Alles is van deze computer gewist.");
      } catch (error) {
        this.keeper.say(plans.explain(error), true);
      }
      this.askWipe(false);
    }
  };
})(window.gids);
