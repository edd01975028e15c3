/**
 * The documents on the pages of the plan: saved as Word files, copied as text. What makes them is only loaded when somebody asks.
 */
(function (gids) {
  "use strict";

  const { form, plans } = gids;
  const word = (gids.word = gids.word || {});
  word.TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  /** Everything that makes documents, once. @returns {Promise<void>} */
  word.load = () => plans.need("word");

  /** Whether a file is one for Word, by its name. @param {File} file */
  word.isFile = (file) => /\.(docx?|dotx|docm|odt|ott|rtf|pages)$/i.test(file.name) || file.type === word.TYPE;

  /**
   * The plan in a Word file, and what somebody changed in it. Throws an error whose message is for people.
   * @param {File} file
   */
  word.open = async (file) => {
    await word.load();
    return word.read(new Uint8Array(await file.arrayBuffer()));
  };

  /** Put a text on the clipboard; says whether that was allowed. @param {string} text @returns {Promise<boolean>} */
  word.copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Not everywhere allowed, such as for a page from a folder.
    }
    const before = /** @type {HTMLElement | null} */ (document.activeElement);
    const box = /** @type {HTMLTextAreaElement} */ (gids.element("textarea", { class: "visually-hidden", readonly: "", "aria-hidden": "true", tabindex: "-1" }));
    box.value = text;
    document.body.append(box);
    box.select();
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch {
      // Then the text is shown, to copy by hand.
    }
    box.remove();
    before?.focus();
    return done;
  };

  gids.modules["plan-documents"] = class PlanDocuments {
    /** @param {HTMLElement} element */
    constructor(element) {
      this.element = element;
      /** Where it is said what was done: at the document that somebody asked for. @type {HTMLElement | null} */
      this.status = null;
      this.box = /** @type {HTMLElement} */ (element.querySelector("[data-copy-box]"));
      this.plan = element.closest(".plan");
      /** @type {any} */
      this.draft = null;
      this.plan?.addEventListener("plan", (/** @type {any} */ event) => {
        this.draft = event.detail;
        this.refresh();
      });
      element.addEventListener("click", (event) => this.clicked(/** @type {HTMLElement} */ (event.target)));
      for (const mail of this.mails()) mail.addEventListener("toggle", () => this.refresh());
    }

    /** The plan as it stands now. */
    current() {
      if (this.draft) return this.draft;
      try {
        return plans.current() || plans.create();
      } catch {
        return plans.create();
      }
    }

    /** @returns {HTMLDetailsElement[]} */
    mails() {
      return [.../** @type {NodeListOf<HTMLDetailsElement>} */ (this.element.querySelectorAll("[data-mail]"))];
    }

    /** @param {string} text */
    say(text) {
      if (this.status) this.status.textContent = text;
    }

    /** @param {HTMLElement} target */
    async clicked(target) {
      const button = /** @type {HTMLElement | null} */ (target.closest("button"));
      const item = /** @type {HTMLElement | null} */ (button?.closest("[data-document]"));
      const id = item?.dataset.document;
      if (!button || !item || !id) return;
      this.say("");
      this.status = item.querySelector("[data-word-status]");
      this.box.hidden = true;
      item.append(this.box);
      try {
        await word.load();
        if ("save" in button.dataset) await this.save(id, true);
        else if ("saveBare" in button.dataset) await this.save(id, false);
        else if ("copySubject" in button.dataset) await this.copy(word.subject(id, this.current().data), "het onderwerp");
        else if (button.dataset.copy) await this.copySection(id, button.dataset.copy);
      } catch (error) {
        console.error("plan-documents:", error);
        this.say("Dat lukt niet: het document is niet gemaakt. Herlaad de pagina en probeer opnieuw.");
      }
    }

    /** @param {string} id @param {boolean} carry */
    async save(id, carry) {
      const draft = this.current();
      const name = word.fileName(id, draft);
      form.download(name, await word.make(id, { ...draft, saved: plans.now() }, carry), word.TYPE);
      this.say(`“${name}” staat bij je downloads.`);
      if (carry && word.parts.documents[id].carries) this.plan?.dispatchEvent(new CustomEvent("plan-filed", { detail: draft }));
    }

    /** @param {string} id @param {string} section */
    async copySection(id, section) {
      const { data } = this.current();
      const found = word.parts.documents[id].sections.find((/** @type {any} */ each) => each.id === section);
      const title = (data.employer === "organisatie" && found.organisation) || found.title;
      const text = word.text(id, section, data);
      if (text) await this.copy(text, `“${title}”`);
      else this.say(`In “${title}” staat nog niets om te kopiëren.`);
    }

    /** @param {string} text @param {string} what */
    async copy(text, what) {
      if (await word.copy(text)) return this.say(`Gekopieerd: ${what}. Plak de tekst waar je hem nodig hebt.`);
      const box = /** @type {HTMLTextAreaElement} */ (this.box.querySelector("textarea"));
      this.box.hidden = false;
      box.value = text;
      box.focus();
      box.select();
      this.say("Kopiëren mag hier niet. De tekst staat klaar om zelf te kopiëren.");
    }

    /** The mails that are open show what the plan says. */
    async refresh() {
      const open = this.mails().filter((mail) => mail.open);
      if (!open.length) return;
      try {
        await word.load();
      } catch {
        return; // the mail stays as it came with the page
      }
      const { data } = this.current();
      for (const mail of open) {
        const id = /** @type {HTMLElement} */ (mail.closest("[data-document]")).dataset.document;
        /** @type {HTMLElement} */ (mail.querySelector("[data-subject]")).textContent = word.subject(id, data);
        for (const text of /** @type {NodeListOf<HTMLElement>} */ (mail.querySelectorAll("[data-text]"))) text.textContent = word.text(id, text.dataset.text, data);
      }
    }
  };
})(window.gids);
