/**
 * Which stories fit a number of choices, and which further choices still lead somewhere. Knows no page.
 */
(function (gids) {
  "use strict";

  /** @typedef {Record<string, string[]>} Story the values that a story has of every facet */
  /** @typedef {Record<string, string>} Chosen the value chosen of a facet; '' where it does not matter */

  /**
   * @param {Story} story
   * @param {Chosen} chosen
   * @param {string} [except] a facet that is left out of account
   */
  const fits = (story, chosen, except) =>
    Object.entries(chosen).every(([name, value]) => !value || name === except || (story[name] || []).includes(value));

  gids.facets = {
    /**
     * Whether each story fits all choices.
     * @param {Story[]} stories
     * @param {Chosen} chosen
     */
    fitting(stories, chosen) {
      return stories.map((story) => fits(story, chosen));
    },

    /**
     * How many stories each value of a facet would leave, the other choices staying as they are.
     * @param {Story[]} stories
     * @param {Chosen} chosen
     * @param {string} facet
     * @returns {Map<string, number>}
     */
    counts(stories, chosen, facet) {
      const found = new Map();
      for (const story of stories) {
        if (!fits(story, chosen, facet)) continue;
        for (const value of story[facet] || []) found.set(value, (found.get(value) || 0) + 1);
      }
      return found;
    },
  };
})((window.gids = window.gids || {}));
