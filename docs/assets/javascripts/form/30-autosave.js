/** Saves what is typed: at most two seconds later, and at once on leaving a field, the tab or the page. */
(function (gids) {
  "use strict";

  const form = (gids.form = gids.form || {});
  const WAIT = 1000;
  const LONGEST = 2000;

  let asked = false;
  /** Ask the browser, once, not to clear what is kept here when it needs room. */
  form.askToKeep = () => {
    if (!asked) navigator.storage?.persist?.().catch(() => {});
    asked = true;
  };

  form.Autosave = class Autosave {
    /** @param {HTMLElement} element @param {() => void} save */
    constructor(element, save) {
      this.save = save;
      this.since = 0;
      element.addEventListener("input", () => this.touch());
      element.addEventListener("change", () => this.flush());
      element.addEventListener("focusout", () => this.flush());
      window.addEventListener("pagehide", () => this.flush());
      document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.flush());
    }

    /** Something changed: save soon. */
    touch() {
      const now = Date.now();
      this.since = this.since || now;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.flush(), Math.max(0, Math.min(WAIT, this.since + LONGEST - now)));
    }

    /** Save now, if anything changed. */
    flush() {
      if (!this.since) return;
      this.forget();
      this.save();
    }

    /** What changed is of no account any more: another draft is shown. */
    forget() {
      clearTimeout(this.timer);
      this.since = 0;
    }
  };
})(window.gids);
