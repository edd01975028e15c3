/**
 * The search as the widgets use it: ask, and get what to show.
 *
 */
(function (gids) {
  "use strict";

  class Search {
    /** @param {Core} core @param {Get} get */
    constructor(core, get) {
      this.index = new gids.search.Index(core, get);
      this.presenter = new gids.search.Presenter(core, get, this.index.stemmer);
    }

    /** Read what every search needs, so that no letter typed waits for it. @returns {Promise<unknown>} */
    prepare() {
      return this.index.vocabulary();
    }

    /** Everything that fits. @param {string} text @returns {Promise<Found>} */
    find(text) {
      return this.index.find(text, true);
    }

    /** What fits, quickly, for while somebody types. @param {string} text @returns {Promise<Found>} */
    glance(text) {
      return this.index.find(text, false);
    }

    /** What to show of the pages found, from one to another. @param {Found} found @param {number} from @param {number} to */
    show(found, from, to) {
      return this.presenter.show(found.hits.slice(from, to), found.marks);
    }
  }

  /** When nothing else is to be done; Safari cannot say when that is. @param {() => void} work */
  const whenIdle = (work) => void (window.requestIdleCallback ? requestIdleCallback(work) : setTimeout(work));

  /** @type {Promise<Search> | undefined} */
  let opened;

  /** The search of this site: its index begins to load when it is first asked for. @returns {Promise<Search>} */
  const open = () => {
    const get = async (/** @type {string} */ name) => {
      if (gids.search.content(name) === undefined) await gids.load(`${gids.search.folder()}${name}.js`);
      return gids.search.content(name);
    };
    const phrases = get("phrases"); // beside it; a search asks again
    opened = opened || get("core").then((core) => new Search(core, get));
    opened.catch(() => (opened = undefined)); // a next try may succeed
    Promise.all([opened, phrases]).then(([search]) => whenIdle(() => search.prepare()), () => {});
    return opened;
  };

  Object.assign(gids.search, { Search, open });
})(window.gids);
