/** The overview of the plan: its settings, actions and files. Each part is started by itself, so that one that fails leaves the others working. */
(function (gids) {
  "use strict";

  const { form, plans } = gids;

  gids.modules["plan-overview"] = class PlanOverview extends form.Part {
    /** @param {HTMLElement} element */
    constructor(element) {
      super(element);
      this.settings = this.part("settings");
      this.actions = this.part("actions");
      for (const each of [this.settings, this.actions]) each.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
      new form.Rows(this.actions, () => this.keeper.autosave.touch());
      element.addEventListener("plan", () => this.tell());
      this.keeper = new plans.Keeper(element, { read: (/** @type {any} */ data) => this.read(data), show: (/** @type {any} */ data) => this.show(data) });
      this.others = new plans.OtherPlans(element, this.keeper);
      const parts = [this, this.others, new plans.Offered(element, this.keeper), new form.Wiping(element, () => this.wipe()), { start: () => this.keeper.resume() }];
      for (const part of parts) {
        try {
          part.start();
        } catch (error) {
          console.error("plan-overview:", error);
        }
      }
      this.part("settings").querySelector("#plan-naam").addEventListener("change", () => this.rename());
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
      this.others.show();
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

    /** The files to take along, and everything together. */
    start() {
      const say = (/** @type {string} */ text) => (this.part("files-status").textContent = text);
      this.on("keep-file-too", () => {
        this.keeper.keepData();
        say("De gegevens van je plan staan bij je downloads.");
      });
      /** What makes files is loaded when somebody asks. @param {string} name @param {() => void} make */
      const file = (name, make) => this.on(name, () => plans.need("files").then(make, () => say(plans.troubles.notLoaded)));
      file("csv", () => {
        const draft = this.keeper.flushed();
        if (!draft.data.actions.length) return say("Er staan nog geen acties in je lijst.");
        form.download(`${plans.fileName(draft, "acties")}.csv`, plans.actionsCsv(draft.data), "text/csv");
        say("Je acties staan als tabel bij je downloads.");
      });
      file("ics", () => {
        const draft = this.keeper.flushed();
        const moments = plans.moments(draft);
        if (!moments.length) return say("Er staat nog geen datum in je plan.");
        form.download(`${plans.fileName(draft, "agenda")}.ics`, plans.calendar(moments, plans.now()), "text/calendar");
        say(`${moments.length === 1 ? "1 datum staat" : `${moments.length} data staan`} bij je downloads. Open het bestand om ze in je agenda te zetten.`);
      });
      this.part("summary").addEventListener("toggle", () => this.showWords());
      this.on("print-all", async () => {
        this.keeper.flushed();
        this.part("summary").open = true;
        await this.showWords();
        window.print();
      });
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
    }
  };
})(window.gids);
