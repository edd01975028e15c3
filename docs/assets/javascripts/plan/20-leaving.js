/** One calm reminder when somebody leaves with work that no file has; always when nothing could be kept. */
(function (gids) {
  "use strict";

  const { form, plans } = gids;
  const REMINDED = "gids:plan:reminded";

  plans.Leaving = class Leaving extends form.Part {
    /** @param {HTMLElement} element @param {any} keeper */
    constructor(element, keeper) {
      super(element, keeper);
      /** Whether the reader follows a link within the site: the plan is kept there too. */
      this.within = false;
      document.addEventListener("click", (event) => this.follow(event));
      const close = () => this.part("leave").close();
      this.on("leave-keep", () => keeper.keepFile().then(close));
      this.on("leave-stay", close);
      this.on("leave-go", () => location.assign(this.href));
      window.addEventListener("beforeunload", (event) => {
        keeper.autosave.flush();
        if (keeper.unsaved || (!this.within && this.remind())) event.preventDefault();
      });
    }

    /** A link to elsewhere waits for an answer; one that opens beside the page does not leave it. @param {MouseEvent} event */
    follow(event) {
      const link = /** @type {HTMLElement} */ (event.target).closest?.("a[href]");
      if (!(link instanceof HTMLAnchorElement) || link.target) return;
      this.within = link.origin === location.origin;
      if (this.within) return void setTimeout(() => (this.within = false), 1000);
      const plain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && /^https?:$/.test(link.protocol);
      if (!plain || !this.remind()) return;
      event.preventDefault();
      this.href = link.href;
      this.part("leave").showModal();
    }

    /** Whether to remind now: there is new work that no file has, and nobody was reminded yet. */
    remind() {
      this.keeper.autosave.flush();
      if (!this.keeper.changed || !this.keeper.newer) return false;
      try {
        const done = sessionStorage.getItem(REMINDED);
        sessionStorage.setItem(REMINDED, "ja");
        return !done;
      } catch {
        return false;
      }
    }
  };
})(window.gids);
