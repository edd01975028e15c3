/** Where a story can go: the addresses that the ways to send it need. No DOM. */
(function (gids) {
  "use strict";

  const story = (gids.story = gids.story || {});
  /** Hosts of repositories, and some mail programs, refuse longer addresses. */
  const LONGEST = { page: 7500, mail: 1800 };

  /**
   * The repository host's page for a new file, filled in; without the text when that is too long for an address.
   * @param {string} repository @param {string} file @param {string} text
   */
  story.newFileAddress = (repository, file, text) => {
    const bare = `${repository}/new/main/data/stories?filename=${encodeURIComponent(file)}`;
    const whole = `${bare}&value=${encodeURIComponent(text)}`;
    return whole.length <= LONGEST.page ? { address: whole, complete: true } : { address: bare, complete: false };
  };

  /**
   * The repository host's page on which a file is changed. It cannot be filled in: the text is pasted there.
   * @param {string} repository @param {string} file
   */
  story.editFileAddress = (repository, file) => `${repository}/edit/main/data/stories/${encodeURIComponent(file)}`;

  /** @param {string} title @param {string} file @param {boolean} [edited] */
  story.mailText = (title, file, edited) => ({
    subject: `${edited ? "Praktijkverhaal aangepast" : "Praktijkverhaal"}: ${title || file}`,
    body: [
      "Dag",
      "",
      edited ? `In bijlage vind je een nieuwe versie van een praktijkverhaal in de gids (${file}).` : `In bijlage vind je een praktijkverhaal voor de gids (${file}).`,
      "Ik ga ermee akkoord dat het online komt onder de licentie CC BY 4.0.",
      "Wie in het verhaal een mening geeft, weet dat en vindt dat goed.",
      "",
      "Met vriendelijke groet",
    ].join("\n"),
  });

  /** @param {string} email @param {{ subject: string, body: string }} text */
  story.mailAddress = (email, { subject, body }) => {
    const to = `mailto:${encodeURIComponent(email).replaceAll("%40", "@")}`;
    const short = `${to}?subject=${encodeURIComponent([...subject].slice(0, 120).join(""))}`;
    const whole = `${short}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
    return whole.length <= LONGEST.mail ? whole : short;
  };
})(window.gids);
