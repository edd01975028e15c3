/** A draft as a file, and the way back. */
(function (gids) {
  "use strict";

  const { form, story } = gids;

  /** Whether a file from somewhere really says which published story it changes. @param {any} edited */
  const isEdited = (edited) =>
    edited && [edited.id, edited.version, edited.title].every((each) => typeof each === "string") && Array.isArray(edited.sources) &&
    Boolean(story.askedFor(`?verhaal=${edited.id}&versie=${edited.version}`)) && typeof edited.keep === "object"; // prettier-ignore

  story.DraftFile = class DraftFile extends story.Part {
    start() {
      this.on("keep-file", () => this.keep());
      this.part("open-file").addEventListener("change", (/** @type {Event} */ event) => this.open(/** @type {HTMLInputElement} */ (event.target)));
    }

    keep() {
      const { keeper } = this;
      const data = form.read(this.form);
      const draft = { ...keeper.draft, data, name: keeper.nameOf(data), saved: new Date().toISOString() };
      form.download(`${draft.edited?.id || story.fileName(data)}-concept.json`, `${JSON.stringify(draft, null, 1)}\n`, "application/json");
      keeper.say("Je concept staat als bestand bij je downloads. Met “Open een concept” ga je later verder.");
    }

    /** @param {HTMLInputElement} input */
    async open(input) {
      const { keeper } = this;
      const [file] = input.files || [];
      if (!file) return;
      try {
        const { data, name, edited } = form.readDraft(await file.text(), "story");
        keeper.leave();
        keeper.show({ ...keeper.drafts.create(data, name), ...(isEdited(edited) ? { edited } : {}) });
        keeper.save();
      } catch (error) {
        keeper.trouble(error instanceof form.DraftError ? error : new form.DraftError("damaged"));
      }
      input.value = "";
    }
  };
})(window.gids);
