/**
 * Keeps the open plan while somebody fills in a page of it: saves, says so, joins what another tab wrote, gives the file.
 * The page says how to read itself and how to show a plan.
 *
 * @typedef {{ read: (data: any) => any, show: (data: any) => void }} PageParts
 */
(function (gids) {
  "use strict";

  const { form, plans } = gids;

  plans.Keeper = class Keeper extends form.Part {
    /** @param {HTMLElement} element @param {PageParts} page */
    constructor(element, page) {
      super(element);
      this.page = page;
      this.draft = plans.create();
      /** What was typed and could not be kept. */
      this.unsaved = false;
      this.changed = false;
      /** Counts the questions about differences: only the last one asked is shown. */
      this.asked = 0;
      this.autosave = new form.Autosave(element, () => this.save());
      this.on("keep-file", () => this.keepFile());
      // Fetched as soon as somebody begins, whatever is typed: no request tells that two versions differ.
      element.addEventListener("focusin", () => plans.need("merge").catch(() => undefined), { once: true });
      element.addEventListener("plan-filed", (event) => this.filed(plans.now(), /** @type {CustomEvent} */ (event).detail)); // in a Word file that carries it
      window.addEventListener("storage", (event) => this.elsewhere(event));
      window.addEventListener("pageshow", (event) => event.persisted && this.refresh());
      new plans.Leaving(element, this);
    }

    /** The plan, with what was just typed. */
    flushed() {
      this.autosave.flush();
      return this.draft;
    }

    /** Show the plan of last time, or an empty one. */
    resume() {
      try {
        const draft = plans.current();
        if (draft) this.draft = draft;
        this.sayKept();
      } catch (error) {
        const trouble = /** @type {any} */ (error)?.trouble;
        const why = trouble === "damaged" || trouble === "foreign" ? "Je plan op dit toestel is beschadigd en kan niet geopend worden. Het blijft staan. Je begint hier met een leeg plan." : trouble === "newer" ? "Je plan komt uit een nieuwere versie van de gids. Het blijft staan. Herlaad de pagina, of begin hier met een leeg plan." : plans.explain(error);
        this.say(why, true);
      }
      this.show();
    }

    /** Say when the plan was kept last. */
    sayKept() {
      const { saved } = this.draft;
      this.say(saved && `Bewaard op dit toestel: ${form.dayAndClock(saved)}.`);
    }

    /** Show the draft that is kept now. */
    show() {
      this.autosave.forget();
      this.page.show(this.draft.data);
      this.tell();
    }

    /** Open another plan. @param {any} draft */
    open(draft) {
      this.autosave.flush();
      this.unask();
      this.draft = draft;
      try {
        plans.open(draft.id);
      } catch {
        // Said when saving.
      }
      this.sayKept();
      this.show();
    }

    /** An empty plan that is not kept yet. */
    reset() {
      this.unask();
      this.draft = plans.create();
      this.unsaved = this.changed = false;
      this.show();
    }

    /** Keep what stands on the page, if it differs. */
    save() {
      const data = this.page.read(this.draft.data);
      if (plans.equal(data, this.draft.data)) return;
      this.changed = true;
      this.keep(data);
    }

    /** @param {any} data @param {Record<string, any>} [more] what else of the plan changes, such as its name */
    keep(data, more = {}) {
      const next = { ...this.draft, ...more, data };
      if (!next.name) next.name = data.place || "";
      try {
        this.draft = plans.save(next);
        this.unsaved = false;
        form.askToKeep();
        this.say(`Bewaard op dit toestel om ${form.clock(this.draft.saved)}.`);
      } catch (error) {
        if (/** @type {any} */ (error)?.trouble === "changed") this.join(next);
        else {
          this.draft = { ...next, revision: this.draft.revision };
          this.unsaved = true;
          this.say(plans.explain(error), true);
        }
      }
      this.tell();
    }

    /** Another tab kept a later version: what only one of them changed is joined, and the rest is asked. @param {any} mine */
    join(mine) {
      try {
        const theirs = plans.load(mine.id);
        const { merged, conflicts } = plans.merge(mine.data, theirs.data, this.draft.data); // both started from what this tab kept last
        if (conflicts.length) return this.ask(mine, theirs, merged, conflicts);
        this.draft = plans.save({ ...theirs, data: merged });
        this.say("Samengevoegd met wat je in een ander tabblad invulde.");
        this.page.show(this.draft.data);
      } catch (error) {
        this.beside(mine, error);
      }
    }

    /** What cannot be joined is kept beside it. @param {any} mine @param {any} error */
    beside(mine, error) {
      try {
        this.draft = plans.store().fork(mine);
        plans.open(this.draft.id);
        this.say("Je plan is in een ander tabblad veranderd. Wat hier staat, is bewaard als een tweede plan.", true);
      } catch {
        this.unsaved = true;
        this.say(plans.explain(error), true);
      }
    }

    /** Both versions stay until somebody chose. @param {any} mine @param {any} theirs @param {any} merged @param {any[]} conflicts */
    ask(mine, theirs, merged, conflicts) {
      const spare = plans.store().fork(mine);
      this.draft = spare;
      plans.open(spare.id);
      const text = "Je vulde dit plan ook in een ander tabblad in. Allebei de versies zijn bewaard. Kies per verschil wat blijft.";
      this.choose(text, "Hier", "In het andere tabblad", conflicts, merged, (choices) => {
        if (!choices) return this.say("Allebei de plannen blijven bewaard. Je vindt ze bij “Mijn plan”.");
        const settled = plans.merge(this.page.read(this.draft.data), plans.settle(merged, conflicts, choices), mine.data).merged;
        const latest = plans.load(theirs.id) || theirs;
        const [from, own] = [this.draft, this.draft.id];
        this.draft = latest;
        this.keep(latest.revision === theirs.revision ? settled : plans.merge(settled, latest.data, theirs.data).merged);
        if (this.draft.id === own || this.unsaved) return void (this.draft = from);
        plans.store().remove(own);
        this.show();
      });
      this.say("Twee versies van dit plan: kies hieronder.", true);
    }

    /**
     * Show both versions of each difference. What that takes is loaded first; without it nothing is chosen.
     * @param {string} text @param {string} mine @param {string} theirs @param {any[]} conflicts @param {any} data @param {(choices: any) => void} decide
     */
    async choose(text, mine, theirs, conflicts, data, decide) {
      const turn = (this.asked += 1);
      try {
        await plans.need("merge");
      } catch {
        return decide(null);
      }
      if (turn !== this.asked) return;
      this.panel = this.panel || new plans.MergePanel(this.part("merge"));
      this.panel.open(text, mine, theirs, conflicts, data, decide);
    }

    /** What was asked is of no account any more. */
    unask() {
      this.asked += 1;
      this.panel?.close();
    }

    /** @param {StorageEvent} event */
    elsewhere(event) {
      const key = plans.store().key(this.draft.id);
      if (event.key !== null && event.key !== key) return;
      if (event.key === key && event.newValue) return this.refresh();
      if (!this.draft.revision) return;
      // Wiped in another tab: what still stands here is a plan of its own once somebody goes on.
      this.autosave.forget();
      this.draft = plans.create();
      this.say("Dit plan is in een ander tabblad gewist. Typ je hier verder, dan wordt wat hier staat opnieuw bewaard.", true);
      this.tell();
    }

    /** Another tab, or a page in between, kept something. */
    refresh() {
      this.autosave.flush();
      try {
        const latest = plans.load(this.draft.id);
        if (!latest || latest.revision <= this.draft.revision) return;
        this.draft = latest;
        this.say(`Bijgewerkt met wat je in een ander tabblad invulde (${form.clock(latest.saved)}).`);
        this.show();
      } catch (error) {
        this.say(plans.explain(error), true);
      }
    }

    /* --- as a file --- */

    /** The whole plan in a Word file; as its data alone where Word files cannot be made now. */
    async keepFile() {
      const draft = this.flushed();
      const saved = plans.now();
      try {
        await plans.need("word");
        const { word } = gids;
        form.download(word.fileName(word.whole(), draft), await word.make(word.whole(), { ...draft, saved }, true), word.TYPE);
      } catch (error) {
        console.error("keeper:", error);
        return this.keepData("Een Word-bestand lukt nu niet. ");
      }
      this.filed(saved, draft);
    }

    /** The data of the plan alone. @param {string} [why] */
    keepData(why = "") {
      const draft = this.flushed();
      const saved = plans.now();
      form.download(`${plans.fileName(draft)}.json`, plans.fileText({ ...draft, saved }), "application/json");
      this.filed(saved, draft, why);
    }

    /** The plan stands in a file now, as it was then. @param {string} moment @param {any} made @param {string} [why] */
    filed(moment, made, why = "") {
      const same = made === this.draft;
      const filed = { filed: moment, filedRevision: same ? this.draft.revision + 1 : -1 };
      try {
        this.draft = plans.save({ ...this.draft, ...filed });
      } catch {
        this.draft = { ...this.draft, ...filed, filedRevision: same ? this.draft.revision : -1 };
      }
      this.unsaved = this.unsaved && !same; // it is in the file
      this.say(`${why}Je plan staat als bestand bij je downloads. Op “Mijn plan” open je het later weer.`);
      this.tell();
    }

    /** Whether there is work that no file has. */
    get newer() {
      return !plans.isEmpty({ ...this.draft.data, employer: "" }) && this.draft.revision !== this.draft.filedRevision;
    }

    /** Name, and when the plan was last kept as a file. */
    tell() {
      this.part("plan-name").textContent = this.draft.name || this.draft.data.place || "Nieuw plan";
      const { filed } = this.draft;
      const since = this.newer ? " Daarna veranderde er nog iets." : "";
      this.part("file-status").textContent = filed ? `Als bestand bewaard: ${form.dayAndClock(filed)}.${since}` : "Nog niet als bestand bewaard.";
      this.element.dispatchEvent(new CustomEvent("plan", { detail: this.draft }));
    }

    /** @param {string} text */
    say(text, trouble = false) {
      const status = this.part("status");
      status.textContent = text;
      status.classList.toggle("keep__status--trouble", trouble);
    }
  };
})(window.gids);
