/** Wiping everything that this site keeps on the device: asked once more, and then done by the page. */
(function (gids) {
  "use strict";

  const { form } = gids;

  form.Wiping = class Wiping extends form.Part {
    /** @param {HTMLElement} element @param {() => void} wipe */
    constructor(element, wipe) {
      super(element);
      this.wipe = wipe;
    }

    start() {
      this.on("wipe", () => this.ask(true));
      this.on("wipe-no", () => this.ask(false));
      this.on("wipe-yes", () => {
        this.wipe();
        this.ask(false);
      });
    }

    /** @param {boolean} ask */
    ask(ask) {
      this.part("wipe").hidden = ask;
      this.part("wipe-sure").hidden = !ask;
      this.part(ask ? "wipe-no" : "wipe").focus();
    }
  };
})(window.gids);
