/** Correcting a story that is on the site: opened by the address of the form, and told apart from a new one. */
(function (gids) {
  "use strict";

  const { form, story } = gids;

  story.Correction = class Correction extends story.Part {
    /** Open what the address asks for, or else what was shown last. */
    start() {
      this.on("start-over", () => this.open(this.keeper.draft.edited, true));
      const asked = story.askedFor(location.search);
      if (asked) this.open(asked);
      else this.keeper.resume();
    }

    /**
     * Open a published story to correct it; what somebody began earlier goes on, unless they start over.
     * @param {{ id: string, version: string }} asked
     */
    async open(asked, again = false) {
      const { keeper } = this;
      try {
        keeper.autosave.flush();
        const begun = keeper.drafts.list().find((/** @type {any} */ draft) => draft.edited?.id === asked.id);
        if (begun && !again) {
          keeper.show(begun);
          const changed = begun.edited.version !== asked.version;
          keeper.say(changed ? "Je was dit verhaal al aan het aanpassen. Intussen veranderde het ook op de site." : "Je gaat verder met je aanpassing van eerder.");
        } else {
          const { data, edited } = await story.open(story.askedFor(location.search) || asked);
          keeper.show({ ...keeper.drafts.create({ ...data, checked: form.today() }, data.title), edited });
          keeper.say("Dit staat nu op de site. “Nagekeken op” staat al op vandaag.");
        }
      } catch (error) {
        if (error instanceof form.DraftError) keeper.trouble(error);
        else keeper.say("Dat verhaal is intussen veranderd of weg. Ga naar zijn pagina op de site en kies daar opnieuw “Pas dit verhaal aan of trek het in”.", true);
      }
      keeper.listed();
    }

    /** Whose story this is: one of your own, or one that is on the site. */
    show() {
      const { edited } = this.keeper.draft;
      this.part("edited").hidden = !edited;
      for (const place of this.element.querySelectorAll("[data-edited-title]")) place.textContent = edited ? edited.title : "";
      for (const place of this.element.querySelectorAll("[data-edited-file]")) place.textContent = edited ? `data/stories/${edited.id}.yml` : "";
      for (const place of /** @type {NodeListOf<HTMLElement>} */ (this.element.querySelectorAll("[data-when-new]"))) place.hidden = Boolean(edited);
      for (const place of /** @type {NodeListOf<HTMLElement>} */ (this.element.querySelectorAll("[data-when-edited]"))) place.hidden = !edited;
      const next = this.part("propose-next");
      if (next) next.hidden = true;
    }
  };
})(window.gids);
