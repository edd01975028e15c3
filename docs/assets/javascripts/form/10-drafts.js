/**
 * Drafts that stay on this device: named, versioned, never overwritten in silence. No DOM; the storage is given.
 *
 * A draft is stored as `{format, version, kind, id, name, revision, saved, data}` under `gids:draft:<kind>:<id>`. Each save
 * raises the revision; a save that does not know the latest revision is refused, and the caller keeps both versions.
 *
 * @typedef {{ format: string, version: number, kind: string, id: string, name: string, revision: number, saved: string, data: any }} Draft
 * @typedef {"blocked" | "full" | "changed" | "damaged" | "newer" | "foreign"} Trouble
 */
(function (gids) {
  "use strict";

  const form = (gids.form = gids.form || {});

  const PREFIX = "gids:";
  const FORMAT = "gids-draft";
  const VERSION = 1;

  /** What people read when keeping a draft fails. @type {Record<Trouble, string>} */
  form.troubles = {
    blocked: "Deze browser bewaart niets op dit toestel. Bewaar je tekst als bestand voor je de pagina sluit.",
    full: "De opslag van deze browser is vol. Je laatste wijziging is niet bewaard. Bewaar je tekst als bestand.",
    changed: "Deze tekst is intussen in een ander tabblad veranderd.",
    damaged: "Dit is geen leesbaar concept: het is beschadigd. Er is niets veranderd.",
    newer: "Dit concept komt uit een nieuwere versie van de gids. Herlaad de pagina en probeer opnieuw. Er is niets veranderd.",
    foreign: "Dit bestand is geen concept van dit formulier. Er is niets veranderd.",
  };

  class DraftError extends Error {
    /** @param {Trouble} trouble */
    constructor(trouble) {
      super(form.troubles[trouble]);
      this.trouble = trouble;
    }
  }
  form.DraftError = DraftError;

  /**
   * A draft from its text; throws `DraftError`.
   * @param {string} text @param {string} kind @returns {Draft}
   */
  form.readDraft = (text, kind) => {
    let draft;
    try {
      draft = JSON.parse(text);
    } catch {
      throw new DraftError("damaged");
    }
    if (!draft || typeof draft !== "object" || draft.format !== FORMAT || draft.kind !== kind) throw new DraftError("foreign");
    if (!Number.isInteger(draft.version) || draft.version < 1) throw new DraftError("damaged");
    if (draft.version > VERSION) throw new DraftError("newer");
    const whole = typeof draft.id === "string" && Number.isInteger(draft.revision) && draft.data && typeof draft.data === "object";
    if (!whole || Array.isArray(draft.data)) throw new DraftError("damaged");
    return { ...draft, name: String(draft.name || ""), saved: String(draft.saved || "") };
  };

  /** All drafts of one kind. */
  form.Drafts = class Drafts {
    /**
     * @param {() => Storage} storage gives the storage; may throw where the browser forbids it
     * @param {string} kind @param {() => string} now @param {() => string} newId
     */
    constructor(storage, kind, now, newId) {
      this.kind = kind;
      this.storage = storage;
      this.now = now;
      this.newId = newId;
    }

    /** @param {string} id */
    key(id) {
      return `${PREFIX}draft:${this.kind}:${id}`;
    }

    /** The storage, or a `DraftError` that says why there is none. @template T @param {(storage: Storage) => T} use @returns {T} */
    with(use) {
      try {
        return use(this.storage());
      } catch (error) {
        if (error instanceof DraftError) throw error;
        const full = /** @type {any} */ (error)?.name === "QuotaExceededError" || /** @type {any} */ (error)?.name === "NS_ERROR_DOM_QUOTA_REACHED";
        throw new DraftError(full ? "full" : "blocked");
      }
    }

    /** The names of everything that this site keeps here. @returns {string[]} */
    keys() {
      return this.with((storage) => Array.from({ length: storage.length }, (_, index) => storage.key(index) || "").filter((key) => key.startsWith(PREFIX)));
    }

    /** Every readable draft, the latest first; what cannot be read is left where it is. @returns {Draft[]} */
    list() {
      const found = [];
      for (const key of this.keys()) {
        if (!key.startsWith(this.key(""))) continue;
        try {
          found.push(form.readDraft(this.with((storage) => storage.getItem(key)) || "", this.kind));
        } catch {
          this.damaged = true;
        }
      }
      return found.sort((one, other) => (one.saved < other.saved ? 1 : -1));
    }

    /** @param {string} id @returns {Draft | null} */
    load(id) {
      const text = this.with((storage) => storage.getItem(this.key(id)));
      return text === null ? null : form.readDraft(text, this.kind);
    }

    /** A draft that is not kept yet. @param {any} data @returns {Draft} */
    create(data, name = "") {
      return { format: FORMAT, version: VERSION, kind: this.kind, id: this.newId(), name, revision: 0, saved: "", data };
    }

    /** Keep a draft; gives it with its new revision. Throws when another tab kept a later one. @param {Draft} draft @returns {Draft} */
    save(draft) {
      return this.with((storage) => {
        const text = storage.getItem(this.key(draft.id));
        if (text !== null && draft.revision !== this.revisionOf(text)) throw new DraftError("changed");
        const next = { ...draft, revision: draft.revision + 1, saved: this.now() };
        storage.setItem(this.key(draft.id), JSON.stringify(next));
        return next;
      });
    }

    /** @param {string} text */
    revisionOf(text) {
      try {
        return form.readDraft(text, this.kind).revision;
      } catch {
        return -1; // what cannot be read is never overwritten
      }
    }

    /** The same words as a draft of their own, beside the one that another tab changed. @param {Draft} draft @returns {Draft} */
    fork(draft) {
      return this.save({ ...draft, id: this.newId(), name: draft.name ? `${draft.name} (tweede versie)` : "Tweede versie", revision: 0 });
    }

    /** @param {string} id */
    remove(id) {
      this.with((storage) => storage.removeItem(this.key(id)));
    }

    /** Take away everything that this site keeps on this device, of every kind; gives how much that was. */
    wipe() {
      const keys = this.keys();
      for (const key of keys) this.with((storage) => storage.removeItem(key));
      return keys.length;
    }
  };
})(window.gids);
