/** The action list as a table for Excel: semicolons and a byte order mark, as Excel here expects. No DOM. */
(function (gids) {
  "use strict";

  const plans = (gids.plans = gids.plans || {});

  /** A cell that Excel takes for text and never for a formula. @param {string} text */
  const cell = (text) => {
    const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[";\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  };

  /** @param {any} data @returns {string} */
  plans.actionsCsv = (data) => {
    const rows = (data.actions || []).map((/** @type {any} */ each) => {
      const step = plans.rules.steps[each.step];
      return [each.what || "", each.who || "", each.when || "", each.done ? "ja" : "nee", step ? `${step.number}. ${step.title}` : ""];
    });
    return `\uFEFF${[["Wat", "Wie", "Tegen wanneer", "Klaar", "Stap"], ...rows].map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
  };
})(window.gids);
