/** A plan as a file of its own, and the way back. No DOM. The form of the file is published as a JSON Schema. */
(function (gids) {
  "use strict";

  const { form } = gids;
  const plans = (gids.plans = gids.plans || {});

  const FORMAT = "gids-plan";
  /** More than any plan; what is larger is something else. */
  const LONGEST = 5_000_000;

  /** The text of the file. @param {any} draft @returns {string} */
  plans.fileText = (draft) =>
    `${JSON.stringify({ format: FORMAT, version: plans.VERSION, name: draft.name || "", saved: draft.saved || "", data: draft.data }, null, 1)}\n`;

  /** What the file holds; throws `DraftError`, and then nothing was touched. @param {string} text @returns {{ name: string, saved: string, data: any }} */
  plans.readFile = (text) => {
    let file;
    if (text.length > LONGEST) throw new form.DraftError("foreign");
    try {
      file = JSON.parse(text.replace(/^\uFEFF/, ""));
    } catch {
      throw new form.DraftError(text.includes(FORMAT) ? "damaged" : "foreign");
    }
    if (!file || typeof file !== "object" || file.format !== FORMAT) throw new form.DraftError("foreign");
    if (!Number.isInteger(file.version) || file.version < 1) throw new form.DraftError("damaged");
    if (file.version > plans.VERSION) throw new form.DraftError("newer");
    if (!file.data || typeof file.data !== "object" || Array.isArray(file.data)) throw new form.DraftError("damaged");
    const data = plans.tidy(file.data);
    const apart = (/** @type {any} */ value) => (Array.isArray(value) ? value.length : 0);
    if (apart(data.unreadable) > apart(file.data.unreadable)) throw new form.DraftError("damaged");
    return { name: typeof file.name === "string" ? file.name : "", saved: typeof file.saved === "string" ? file.saved : "", data };
  };

  /** A name for files of this plan, without the ending: «mijn-plan-voorbeeldstad». @param {any} draft @param {string} [what] @returns {string} */
  plans.fileName = (draft, what = "mijn-plan") => {
    const words = String(draft.name || draft.data?.place || "").normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase().match(/[a-z0-9]+/g) || [];
    return [what, ...words].join("-").slice(0, 60).replace(/-+$/, "");
  };
})(window.gids);
