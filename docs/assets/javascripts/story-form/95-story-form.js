/**
 * The form for a practice story: keeps drafts, checks while somebody types, previews the page, and sends.
 * Each part is started by itself, so that one that fails leaves the others working.
 */
(function (gids) {
  "use strict";

  const { form, story } = gids;

  gids.modules["story-form"] = class StoryForm extends story.Part {
    /** @param {HTMLElement} element */
    constructor(element) {
      super(element);
      this.choices = new story.Choices(element);
      this.keeper = new story.Keeper(element, { read: () => form.read(this.form), show: (/** @type {any} */ draft) => this.show(draft), listed: () => this.others.show() });
      this.others = new story.OtherDrafts(element, this.keeper);
      this.correction = new story.Correction(element, this.keeper);
      this.checks = new story.Checks(element, () => this.keeper.draft.edited);
      const parts = [this.choices, this, this.keeper, new story.DraftFile(element, this.keeper), new form.Wiping(element, () => this.wipe()), this.correction, this.checks, new story.Sender(element, this.checks)];
      for (const part of parts) {
        try {
          part.start();
        } catch (error) {
          console.error("story-form:", error);
        }
      }
    }

    start() {
      new form.Rows(this.form, () => this.changed());
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.on("show-preview", () => this.preview());
    }

    /** Rows came or went. */
    changed() {
      this.keeper.autosave?.touch();
      this.choices.offer();
    }

    /** @param {any} draft */
    show(draft) {
      form.fill(this.form, draft.data);
      this.choices.offer();
      form.fill(this.form, draft.data); // choices of own sources exist only now
      this.checks.forget();
      this.correction.show();
    }

    wipe() {
      this.keeper.wipe();
      this.part("preview").hidden = true;
      this.part("preview-page").replaceChildren();
    }

    preview() {
      const { values } = this.checks.found();
      this.part("preview-page").replaceChildren(...new story.Preview(values).nodes());
      this.part("preview").hidden = false;
      this.part("preview-title").focus();
    }
  };
})(window.gids);
