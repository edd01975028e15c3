/** Gives somebody a file that was made on the page. */
(function (gids) {
  "use strict";

  const form = (gids.form = gids.form || {});

  /** @param {string} name @param {string | Uint8Array} content @param {string} type */
  form.download = (name, content, type) => {
    const address = URL.createObjectURL(new Blob([/** @type {any} */ (content)], { type }));
    const link = gids.element("a", { href: address, download: name, hidden: "" });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
})(window.gids);
