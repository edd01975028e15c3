/** The ways to send a story: as a file, with a mail, as a proposal in the repository. */
(function (gids) {
  "use strict";

  const { form, story } = gids;

  story.Sender = class Sender extends story.Part {
    /** @param {HTMLElement} element @param {any} checks which also know the file */
    constructor(element, checks) {
      super(element);
      this.checks = checks;
    }

    start() {
      const file = () => {
        const { file, text, values } = this.checks.found();
        return { file, text, title: values.title || "" };
      };
      const whenComplete = (/** @type {() => void} */ act) => () => this.checks.all() && act();
      this.on("download", whenComplete(() => {
        const { file: name, text } = file();
        form.download(name, text, "application/yaml");
        this.part("sent").textContent = `Het bestand ${name} staat bij je downloads.`;
      })); // prettier-ignore
      this.on("mail", whenComplete(() => {
        const { file: name, title } = file();
        const text = story.mailText(title, name, Boolean(this.checks.edited()));
        location.href = story.mailAddress(this.part("mail").dataset.mail, text);
        this.part("sent").textContent = `Voeg het bestand ${name} toe aan de mail: dat gaat niet vanzelf.`;
      })); // prettier-ignore
      this.on("copy-mail", () => {
        const { file: name, title } = file();
        const { subject, body } = story.mailText(title, name, Boolean(this.checks.edited()));
        this.copy(`${subject}\n\n${body}`, "De tekst van de mail is gekopieerd.");
      });
      this.on("propose", whenComplete(() => this.propose(file())));
      for (const name of ["copy-file", "copy-edited"]) {
        this.on(name, whenComplete(() => this.copy(file().text, "Het verhaal is gekopieerd. Plak het in het grote vak op de andere pagina.")));
      }
    }

    /** @param {{ file: string, text: string }} story_ */
    propose({ file, text }) {
      const { repository } = this.part("propose").dataset;
      const edited = this.checks.edited();
      const { address, complete } = story.newFileAddress(repository, file, text);
      this.part("too-long").hidden = complete || Boolean(edited);
      this.part("propose-link").href = address;
      this.part("edit-link").href = story.editFileAddress(repository, file);
      this.part("propose-file").textContent = `data/stories/${file}`;
      this.part("propose-next").hidden = false;
      this.part(edited ? "copy-edited" : "propose-link").focus();
    }

    /** @param {string} text @param {string} done */
    async copy(text, done) {
      const say = (/** @type {string} */ sentence) => (this.part("sent").textContent = sentence);
      try {
        await navigator.clipboard.writeText(text);
        say(done);
      } catch {
        const box = this.part("by-hand");
        box.hidden = false;
        const area = box.querySelector("textarea");
        area.value = text;
        area.select();
        area.focus();
        say("Kopiëren lukt niet vanzelf. De tekst staat geselecteerd: kopieer ze met Ctrl+C.");
      }
    }
  };
})(window.gids);
