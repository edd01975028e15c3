/** The other drafts on this device: to open, or to wipe. */
(function (gids) {
  "use strict";

  const { form, story } = gids;

  story.OtherDrafts = class OtherDrafts extends story.Part {
    show() {
      const { drafts, draft: shown } = this.keeper;
      let others = [];
      try {
        others = drafts.list().filter((/** @type {any} */ draft) => draft.id !== shown.id);
      } catch {
        // Said when saving.
      }
      this.part("others").hidden = !others.length;
      this.part("others-list").replaceChildren(...others.map((/** @type {any} */ draft) => this.item(draft)));
    }

    /** @param {any} draft */
    item(draft) {
      const name = `${draft.name || "Zonder titel"} (${form.dayAndClock(draft.saved)})`;
      const [open, remove] = [form.smallButton("Open", name, () => this.open(draft.id)), form.smallButton("Wis", name, () => this.remove(draft))];
      return gids.element("li", {}, gids.element("span", {}, name), " ", open, " ", remove);
    }

    /** @param {string} id */
    open(id) {
      const { keeper } = this;
      keeper.leave();
      keeper.show(keeper.drafts.load(id) || keeper.draft);
      this.show();
      form.focus(this.form);
    }

    /** @param {any} draft */
    remove(draft) {
      this.keeper.drafts.remove(draft.id);
      this.show();
      this.keeper.say(`“${draft.name}” is gewist.`);
      this.part("keep-file").focus();
    }
  };
})(window.gids);
