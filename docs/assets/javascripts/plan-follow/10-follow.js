/**
 * Follows a plan that is open in another window too: what is kept there is shown here, as long as this page keeps along.
 *
 * @typedef {{ keeping: boolean, always?: boolean, holds: (data: any) => any, takeOver: (data: any) => void, tell: (text: string) => void }} Follower
 *   `always` says that it keeps without being asked; `holds` is what the plan says of this part; `takeOver` shows it.
 */
(function (gids) {
  "use strict";

  const plans = (gids.plans = gids.plans || {});

  const KEYS = /^gids:(draft:plan:|plan:current$)/;

  /** What the open plan holds; nothing when there is none or when it cannot be read. @returns {any} */
  plans.data = () => {
    try {
      return plans.current()?.data;
    } catch {
      return undefined;
    }
  };

  /** Who calls this is told of every change elsewhere. Call what comes back after keeping something here. @param {Follower} part @returns {() => void} */
  plans.follow = (part) => {
    const now = () => JSON.stringify(part.holds(plans.data() || {}));
    let seen = now();
    const look = () => {
      const latest = now();
      if (latest === seen) return;
      seen = latest;
      const data = plans.data();
      if (!part.keeping) return part.tell("Dit plan is in een ander venster gewijzigd. Laad deze pagina opnieuw om dat te zien.");
      if (!data && !part.always) {
        part.keeping = false;
        return part.tell("Het plan is in een ander venster gewist. Wat hier staat, wordt pas weer bewaard als je het vraagt.");
      }
      takeOver(part, data || {});
      part.tell(data ? "Bijgewerkt met wat in een ander venster in het plan kwam." : "Het plan is in een ander venster gewist. Wat je hier invult, begint een nieuw plan.");
    };
    window.addEventListener("storage", (event) => (event.key === null || KEYS.test(event.key)) && look());
    window.addEventListener("pageshow", (event) => event.persisted && look());
    return () => void (seen = now());
  };

  /** The field in which somebody is typing stays as it is. @param {Follower} part @param {any} data */
  function takeOver(part, data) {
    const field = /** @type {any} */ (document.activeElement);
    const typed = field?.matches("input[type=text], textarea") ? field.value : null;
    part.takeOver(data);
    if (typed === null || field.value === typed) return;
    field.value = typed;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
})(window.gids);
