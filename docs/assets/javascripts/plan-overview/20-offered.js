/** A file with a plan, chosen or dropped on the page: what opens it is loaded when there is one. */
(function (gids) {
  "use strict";

  const { form, plans } = gids;

  plans.Offered = class Offered extends form.Part {
    start() {
      const input = this.part("open-file");
      input.addEventListener("change", async () => {
        const [file] = input.files || [];
        if (file) await this.open(file);
        input.value = "";
      });
      const holdsFile = (/** @type {DragEvent} */ event) => [...(event.dataTransfer?.items || [])].some((item) => item.kind === "file");
      document.addEventListener("dragover", (event) => holdsFile(event) && event.preventDefault());
      document.addEventListener("drop", (event) => {
        if (!holdsFile(event)) return;
        event.preventDefault();
        const [file] = event.dataTransfer?.files || [];
        if (file) this.open(file);
      });
    }

    /** @param {File} file */
    async open(file) {
      try {
        await plans.need("open");
      } catch {
        return void (this.part("open-status").textContent = plans.troubles.notLoaded);
      }
      this.opening = this.opening || new plans.Opening(this.element, this.keeper);
      await this.opening.open(file);
    }
  };
})(window.gids);
