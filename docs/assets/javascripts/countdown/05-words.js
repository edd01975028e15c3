/** What the page says of days and weeks: what cannot be read, what is over or near. Today is given. No DOM. */
(function (gids) {
  "use strict";

  const countdown = (gids.countdown = gids.countdown || {});

  const DAY = 86_400_000;

  /** What people read when something cannot be understood. @param {string} trouble @returns {string} */
  countdown.explain = (trouble) => {
    const { years, mostWeeks } = countdown.rules;
    if (trouble === "day") return "Dit lezen we niet als een datum. Schrijf dag, maand en jaar, zoals 1/3/2027.";
    if (trouble === "year") return `Kijk het jaar na. We rekenen van ${years[0]} tot ${years[1]}.`;
    return `Schrijf een heel aantal weken, van 0 tot ${mostWeeks}.`;
  };

  /** Whether a day is over or near, and by how many days. @param {string} day @param {string} today @returns {{ kind: "past" | "near" | "", days: number }} */
  countdown.sign = (day, today) => {
    const days = Math.round((Date.parse(day) - Date.parse(today)) / DAY);
    return { kind: days < 0 ? "past" : days <= countdown.rules.near ? "near" : "", days };
  };

  /** The sign in words; nothing when there is time. @param {string} day @param {string} today @returns {string} */
  countdown.signText = (day, today) => {
    const { kind, days } = countdown.sign(day, today);
    if (kind === "past") return days === -1 ? "Al voorbij: gisteren" : `Al voorbij: ${-days} dagen geleden`;
    return kind && (days ? (days === 1 ? "Al morgen" : `Al over ${days} dagen`) : "Vandaag");
  };

  /** When all could be ready by who begins on a day. @param {string} day @param {number} weeks @returns {string} */
  countdown.after = (day, weeks) => new Date(Date.parse(day) + 7 * weeks * DAY).toISOString().slice(0, 10);
})(window.gids);
