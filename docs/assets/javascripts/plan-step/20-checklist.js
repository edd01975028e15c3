/** The checklist of one step: done, not applicable, a note; and what the reader already has marks what it covers. */
(function (gids) {
  "use strict";

  const { plans } = gids;

  plans.Checklist = class Checklist {
    /** @param {HTMLFormElement} element @param {(number: string, what: string) => void} toAction */
    constructor(element, toAction) {
      this.element = element;
      this.items = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-tick]")]);
      element.addEventListener("submit", (event) => event.preventDefault());
      for (const item of this.items) {
        const [done, none] = [this.part(item, "done"), this.part(item, "none")];
        done.addEventListener("change", () => done.checked && (none.checked = false));
        none.addEventListener("change", () => none.checked && (done.checked = false));
        this.part(item, "note").addEventListener("input", () => this.sign(item));
        this.part(item, "to-action").addEventListener("click", () => toAction(item.dataset.tick || "", this.part(item, "what").innerText.trim()));
      }
    }

    /** @param {HTMLElement} item @param {string} name @returns {any} */
    part(item, name) {
      return item.querySelector(`[data-${name}]`);
    }

    /** @param {any} data */
    show(data) {
      for (const item of this.items) {
        const number = item.dataset.tick || "";
        const { state = "", note = "" } = data.ticks[number] || {};
        this.part(item, "done").checked = state === "gedaan";
        this.part(item, "none").checked = state === "nvt";
        this.part(item, "note").value = note;
        if (note) this.part(item, "note").closest("details").open = true;
        const reason = plans.coveredBy(data, number);
        this.part(item, "covered").textContent = reason ? `Dit heb je al. ${reason}` : "";
        this.part(item, "covered").hidden = !reason;
        this.sign(item);
      }
    }

    /** @param {Record<string, any>} ticks @returns {Record<string, any>} */
    read(ticks) {
      const found = { ...ticks };
      for (const item of this.items) {
        const number = item.dataset.tick || "";
        const state = this.part(item, "done").checked ? "gedaan" : this.part(item, "none").checked ? "nvt" : "";
        const tick = { ...found[number], state, note: this.part(item, "note").value };
        if (plans.isEmpty(tick)) delete found[number];
        else found[number] = tick;
      }
      return found;
    }

    /** @param {HTMLElement} item */
    sign(item) {
      plans.sign(this.part(item, "notice-text"), plans.personal(this.part(item, "note").value));
    }
  };
})(window.gids);
