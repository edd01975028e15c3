/**
 * A tool on a page that shows and keeps one part of the plan, and follows what another window keeps of it. The tools add:
 * `holds`, what a plan says of their part, as far as the page can show it; `data`, what the page says of it, in the same form;
 * `takeOver`, which shows what a plan says; `tell`, which says what another window did.
 */
(function (gids) {
  "use strict";

  const plans = (gids.plans = gids.plans || {});

  const KEYS = /^gids:(draft:plan:|plan:current$)/;

  plans.Part = class Part {
    /** @param {HTMLElement} element */
    constructor(element) {
      this.element = element;
      /** Whether every change goes on into the plan. */
      this.keeping = false;
      /** Whether it keeps without being asked. */
      this.always = false;
      /** What the plan said when this page last showed or kept it: what another window changed is measured against this. @type {any} */
      this.known = {};
      /** What the plan said when this page last looked. @type {any} */
      this.seen = {};
    }

    /** @param {string} selector @returns {any[]} */
    all(selector) {
      return [...this.element.querySelectorAll(selector)];
    }

    /** @param {string} selector @returns {any} */
    find(selector) {
      return this.element.querySelector(selector);
    }

    /** Show a text in a field; where the same stands already, what somebody is typing is left alone. @param {any} field @param {string} text */
    write(field, text) {
      if (field.value.trim() !== text) field.value = text;
    }

    /** Follow the plan, from what it says now. */
    follow() {
      this.known = this.seen = this.holds(plans.data() || {});
      window.addEventListener("storage", (event) => (event.key === null || KEYS.test(event.key)) && this.look());
      window.addEventListener("pageshow", (event) => event.persisted && this.look());
    }

    /** Another window may have changed the plan. */
    look() {
      const data = plans.data();
      const held = this.holds(data || {});
      if (plans.equal(held, this.seen)) return;
      this.seen = held;
      if (!data) return this.wiped(held);
      if (!this.keeping) return this.tell("Dit plan is in een ander venster gewijzigd. Laad deze pagina opnieuw om dat te zien.");
      const joined = plans.blend(this.data, held, this.known, (/** @type {string[]} */ path) => this.bothStay(path));
      this.known = held;
      this.takeOver(joined);
      if (!plans.equal(this.data, held)) this.keep(); // something here was not kept yet
      this.tell("Bijgewerkt met wat in een ander venster in het plan kwam.");
    }

    /** There is no plan any more. @param {any} nothing */
    wiped(nothing) {
      this.known = nothing;
      if (this.always) {
        this.takeOver(nothing);
        return this.tell("Het plan is in een ander venster gewist. Wat je hier invult, begint een nieuw plan.");
      }
      const kept = this.keeping;
      this.keeping = false;
      this.tell(kept ? "Het plan is in een ander venster gewist. Wat hier staat, wordt pas weer bewaard als je het vraagt." : "Dit plan is in een ander venster gewist.");
    }

    /** Whether of two texts or lists at the same place both stay, when here and in another window something else was filled in. @param {string[]} path */
    bothStay(path) {
      return false;
    }

    /** Store it in the plan, which is followed from then on. @param {boolean} [aloud] say so */
    keep(aloud = false) {
      try {
        this.store(this.data, this.known);
        this.keeping = true;
        if (!plans.equal(this.data, this.seen)) this.takeOver(this.seen); // with what another window kept meanwhile
        if (aloud) this.confirm("Bewaard in Mijn plan. Wat je nu nog verandert, gaat mee.");
      } catch (error) {
        this.confirm(plans.explain(error), true);
      }
    }

    /** @param {any} parts @param {any} known what these parts were like when this page last showed or kept them */
    store(parts, known) {
      const { data } = plans.put(parts, known, (path) => this.bothStay(path));
      this.known = this.seen = this.holds(data);
    }

    /** Say what came of a request; for some tools elsewhere than where `tell` says what another window did. @param {string} text @param {boolean} [trouble] */
    confirm(text, trouble) {
      this.tell(text);
    }
  };
})(window.gids);
