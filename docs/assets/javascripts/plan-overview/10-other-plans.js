/** The plans on this device besides the one that is open: to open, to wipe, and to begin one more. */
(function (gids) {
  "use strict";

  const { form, plans } = gids;

  plans.OtherPlans = class OtherPlans extends form.Part {
    start() {
      this.on("new", () => {
        this.open(plans.create());
        this.keeper.say("Een nieuw plan. Het wordt bewaard zodra je iets invult.");
      });
    }

    /** @param {any} draft */
    open(draft) {
      this.keeper.open(draft);
      /** @type {HTMLElement} */ (this.element.querySelector("#plan-naam")).focus();
    }

    /** The other plans on this device, and those that cannot be read. */
    show() {
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
      const id = key.slice(plans.store().key("").length);
      let draft = null;
      try {
        draft = plans.load(id);
      } catch {
        // Named as unreadable below; its text can still be taken out.
      }
      const name = draft ? `${draft.name || draft.data.place || "Zonder naam"} (${form.dayAndClock(draft.saved)})` : "Een plan dat niet leesbaar is";
      const open = draft
        ? form.smallButton("Open", name, () => this.open(plans.load(id)))
        : form.smallButton("Bewaar als bestand", name, () => form.download("onleesbaar-plan.json", plans.noted(key) || "", "application/json"));
      const remove = form.smallButton("Wis", name, () => this.askRemove(item, id, name));
      const item = gids.element("li", {}, gids.element("span", {}, name), " ", open, " ", remove);
      return item;
    }

    /** @param {HTMLElement} item @param {string} id @param {string} name */
    askRemove(item, id, name) {
      const yes = form.smallButton("Ja, wis dit plan", "", () => {
        plans.store().remove(id);
        this.show();
        this.part("open-status").textContent = `“${name}” is gewist.`;
        this.part("new").focus();
      });
      const no = form.smallButton("Nee", "", () => this.show());
      item.replaceChildren(gids.element("span", {}, `“${name}” wissen? Dat kan je niet ongedaan maken. `), yes, " ", no);
      yes.focus();
    }
  };
})(window.gids);
