/** Opening a plan from a file: beside the plan that is open, or joined with it. */
(function (gids) {
  "use strict";

  const { form, plans } = gids;

  plans.Opening = class Opening extends form.Part {
    /** @param {HTMLElement} element @param {any} keeper */
    constructor(element, keeper) {
      super(element, keeper);
      this.on("open-apart", () => this.openApart());
      this.on("open-merge", () => this.openMerge());
    }

    /** A plan in a file of its own, or in the Word file that carries it. @param {File} file */
    async open(file) {
      const status = this.part("open-status");
      status.textContent = "";
      this.part("opened").hidden = true;
      this.keeper.unask();
      try {
        this.opened = { ...(gids.word.isFile(file) ? await gids.word.open(file) : plans.readFile(await file.text())), file: file.name };
        this.keeper.flushed();
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
      this.shown(data, "Het plan is geopend.");
    }

    /** Keep and show what came of the file. @param {any} data @param {string} text */
    shown(data, text) {
      this.keeper.keep(data);
      this.keeper.show();
      this.sayOpened(text);
      this.part("open-file").focus();
    }

    openMerge() {
      this.part("opened").hidden = true;
      const { merged, conflicts } = plans.merge(this.keeper.flushed().data, this.opened.data);
      const done = (/** @type {any} */ data) => {
        this.keeper.changed = true;
        this.shown(data, "De twee plannen zijn samengevoegd.");
      };
      if (!conflicts.length) return done(merged);
      const mine = this.keeper.draft.data;
      this.keeper.choose("Waar je collega en jij iets anders invulden, zie je allebei. Kies per verschil wat blijft.", "Mijn plan", "Het bestand", conflicts, merged, (/** @type {any} */ choices) => {
        if (!choices) return void (this.part("open-status").textContent = "Er is niets veranderd.");
        // What was typed while choosing counts too.
        done(plans.merge(this.keeper.flushed().data, plans.settle(merged, conflicts, choices), mine).merged);
      });
    }
  };
})(window.gids);
