/**
 * The budget of an ambassador, the same for the page that works it out and for the documents of a plan. Whole cents. No DOM.
 *
 * @typedef {number | null} Known  Nothing where an answer is missing or cannot be read.
 * @typedef {{ wage: Known, share: Known, other: Known, years: Known, own: Known, grants: Known }} Given  Amounts in cents, the share in percent.
 * @typedef {{ wage: Known, wageAll: Known, other: Known, otherAll: Known, year: Known, all: Known, difference: Known }} Budget
 */
(function (gids) {
  "use strict";

  const budget = (gids.budget = gids.budget || {});

  const MOST_EURO = 100_000_000;
  budget.MOST_YEARS = 15;
  /** A share is exact to a millionth of a percent. */
  const FINE = 1_000_000;
  const MOST_SHARE = 1_000_000;

  /** What people read when a number cannot be understood. @type {Record<string, string>} */
  budget.troubles = {
    amount: "Schrijf een bedrag zo: 75000 of 75.000 of 75.000,50.",
    amountLarge: "Dit bedrag is te groot. Kijk het na.",
    share: "Schrijf het deel in procent, van 1 tot 300. Een halftijdse job is 50.",
    shareSmall: "Bedoel je procent? Schrijf 80 voor vier vijfde van een voltijdse job.",
    years: `Schrijf een heel aantal jaren, van 1 tot ${budget.MOST_YEARS}.`,
  };

  /** How the fields are read; nothing written is nothing. @type {Record<string, (text: string) => { value: number | null } | { trouble: string }>} */
  budget.read = {
    amount(text) {
      const value = gids.plans.number(text);
      if (!text.trim()) return { value: null };
      if (value === null || value < 0 || /,\d{3}/.test(text)) return { trouble: "amount" };
      return value > MOST_EURO ? { trouble: "amountLarge" } : { value: Math.round(value * 100) };
    },
    share(text) {
      const value = gids.plans.number(text);
      if (!text.trim()) return { value: null };
      if (value !== null && value > 0 && value <= 1 && text.includes(",")) return { trouble: "shareSmall" };
      return value === null || value < 1 || value > 300 ? { trouble: "share" } : { value };
    },
    years(text) {
      const value = gids.plans.number(text);
      if (!text.trim()) return { value: null };
      return Number.isInteger(value) && value >= 1 && value <= budget.MOST_YEARS ? { value } : { trouble: "years" };
    },
  };

  /** Part of a yearly amount, to the nearest cent, half a cent up. @param {number} cents @param {number} share */
  const part = (cents, share) => {
    const whole = BigInt(100 * FINE);
    return Number((2n * BigInt(cents) * BigInt(Math.round(share * FINE)) + whole) / (2n * whole));
  };

  /** What it costs in a year and in all, and who pays. Without index: the amounts are those of today. @param {Given} given @returns {Budget} */
  budget.reckon = ({ wage, share, other, years, own, grants }) => {
    const times = (/** @type {Known} */ amount) => (amount === null || years === null || !(years > 0) ? null : Math.round(amount * years));
    const pay = wage === null || share === null || wage < 0 || !(share >= 0 && share <= MOST_SHARE) ? null : part(wage, share);
    const year = pay === null && other === null ? null : (pay ?? 0) + (other ?? 0);
    const all = times(year);
    const difference = all === null || (own === null && grants === null) ? null : (own ?? 0) + (grants ?? 0) - all;
    return { wage: pay, wageAll: times(pay), other, otherAll: times(other), year, all, difference };
  };

  /** «€ 45.000,50», and «€ -45.000,50» below nothing. @param {number} cents */
  budget.euro = (cents) => {
    const whole = String(Math.floor(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, ".");
    return `€\u00a0${cents < 0 ? "-" : ""}${whole},${String(Math.abs(cents) % 100).padStart(2, "0")}`;
  };
})(window.gids);
