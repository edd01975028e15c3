/**
 * Keeps the drafts of the form on this device: the one that is shown, what another tab changed, and what is said of it.
 * The page says how to read itself, how to show a draft, and what it shows when the drafts on this device change.
 *
 * @typedef {{ read: () => any, show: (draft: any) => void, listed: () => void }} PageParts
 */
(function (gids) {
  "use strict";

  const { form, story } = gids;
  const CURRENT = "gids:current:story";

  story.Keeper = class Keeper extends story.Part {
    /** @param {HTMLElement} element @param {PageParts} page */
    constructor(element, page) {
      super(element);
      this.page = page;
      this.drafts = new form.Drafts(() => window.localStorage, "story", () => new Date().toISOString(), () => Math.random().toString(36).slice(2, 10));
      this.draft = this.drafts.create({});
    }

    start() {
      this.status = this.part("status");
      this.autosave = new form.Autosave(this.form, () => this.save());
      this.fresh();
      this.on("new", () => this.begin());
      this.on("go-on", () => this.goOn());
      this.on("take-other", () => this.takeOther());
      window.addEventListener("storage", (event) => this.elsewhere(event));
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
      this.listed();
    }

    /** An empty form, with today's date. */
    fresh() {
      form.fill(this.form, { written: form.today() });
    }

    /** @param {any} draft */
    show(draft) {
      this.autosave.forget();
      this.draft = draft;
      this.page.show(draft);
      this.part("conflict").hidden = true;
      this.remember();
      this.say(draft.saved ? `Bewaard op dit toestel: ${form.dayAndClock(draft.saved)}.` : "");
    }

    /** An empty story in the place of the one that is shown. */
    begin() {
      this.leave();
      this.show(this.drafts.create({}));
      this.fresh();
      this.listed();
      form.focus(this.form);
    }

    /** Everything that is kept here goes, and an empty form stays. */
    wipe() {
      try {
        this.autosave.forget();
        this.drafts.wipe();
        this.leave();
        this.draft = this.drafts.create({});
        this.page.show(this.draft);
        this.fresh();
        this.say("Alles is van deze computer gewist.");
      } catch (error) {
        this.trouble(error);
      }
      this.listed();
    }

    /** Another story comes, which is not the one that the address names. */
    leave() {
      this.autosave.flush();
      try {
        history.replaceState(null, "", location.pathname);
      } catch {
        // A browser may not change the address of a page that was opened from a folder.
      }
    }

    /** The drafts on this device may be others now. */
    listed() {
      this.page.listed();
    }

    remember() {
      try {
        this.drafts.with((/** @type {Storage} */ storage) => storage.setItem(CURRENT, this.draft.id));
      } catch {
        // Said when saving.
      }
    }

    /** What a draft is called in lists. @param {any} data @returns {string} */
    nameOf(data) {
      return data.title || data.municipality || "Zonder titel";
    }

    save() {
      const data = this.page.read();
      try {
        this.draft = this.drafts.save({ ...this.draft, data, name: this.nameOf(data) });
        this.remember();
        form.askToKeep();
        this.say(`Bewaard op dit toestel om ${form.clock(this.draft.saved)}.`);
      } catch (error) {
        if (/** @type {any} */ (error).trouble === "changed") this.keepBoth(data);
        else this.trouble(error);
      }
      this.listed();
    }

    /** Another tab kept a later version: both stay, and the reader chooses. @param {any} data */
    keepBoth(data) {
      const other = this.draft.id;
      try {
        this.draft = this.drafts.fork({ ...this.draft, data, name: this.nameOf(data) });
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
      if (event.key !== this.drafts.key(this.draft.id) || !event.newValue) return this.listed();
      this.conflict(this.draft.id, "Dit verhaal is net in een ander tabblad veranderd. Met welke versie ga je hier verder?");
      this.listed();
    }

    goOn() {
      if (this.other === this.draft.id) this.keepBoth(this.page.read());
      this.part("conflict").hidden = true;
      this.listed();
      form.focus(this.form);
    }

    takeOther() {
      try {
        const draft = this.drafts.load(this.other || "");
        if (draft) this.show(draft);
        this.listed();
        form.focus(this.form);
      } catch (error) {
        this.trouble(error);
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
  };
})(window.gids);
