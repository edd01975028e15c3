/** Wiping everything that this site keeps on the device, asked twice. */
(function (gids) {
  "use strict";

  const { form, story } = gids;

  story.Wiping = class Wiping extends story.Part {
    /** @param {HTMLElement} element @param {any} keeper @param {() => void} wiped what else goes from the page */
    constructor(element, keeper, wiped) {
      super(element);
      this.keeper = keeper;
      this.wiped = wiped;
    }

    start() {
      this.on("wipe", () => this.ask(true));
      this.on("wipe-no", () => this.ask(false));
      this.on("wipe-yes", () => this.wipe());
    }

    /** @param {boolean} ask */
    ask(ask) {
      this.part("wipe").hidden = ask;
      this.part("wipe-sure").hidden = !ask;
      this.part(ask ? "wipe-no" : "wipe").focus();
    }

    wipe() {
      const { keeper } = this;
      try {
        keeper.autosave.forget();
        keeper.drafts.wipe();
        keeper.leave();
        keeper.draft = keeper.drafts.create({});
        form.fill(this.form, {});
        keeper.fresh();
        this.wiped();
        keeper.say("Alles is van deze computer gewist.");
      } catch (error) {
        keeper.trouble(error);
      }
      keeper.listed();
      this.ask(false);
    }
  };
})(window.gids);
