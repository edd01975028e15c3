/**
 * What every page loads: one namespace, a way to load another script, and the modules that the page asks for.
 *
 * A module is a class; `data-module="name"` on an element gives it that element. Classic scripts and no `import` or
 * `fetch`, because a page that is opened from a folder may use neither.
 */
(function () {
  "use strict";

  /** @typedef {new (element: HTMLElement) => unknown} Module */

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  /** @type {Map<string, Promise<unknown>>} */
  const loading = new Map();

  /** Only a file of this site is ever run as a script: browsers with Trusted Types refuse whatever did not come by here. */
  function own(/** @type {string} */ address) {
    const root = new URL(script.dataset.root || "./", document.baseURI).href;
    const whole = new URL(address, document.baseURI).href;
    if (!whole.startsWith(root)) throw new TypeError(`not of this site: ${address}`);
    return whole;
  }
  const same = (/** @type {string} */ text) => text;
  // @ts-ignore
  const trusted = window.trustedTypes ? window.trustedTypes.createPolicy("gids", { createScriptURL: own, createHTML: same }) : { createScriptURL: own, createHTML: same };

  /** @param {string} address @param {boolean} inTurn run it after others that were put in so */
  const insert = (address, inTurn) =>
    new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.async = !inTurn;
      element.src = trusted.createScriptURL(address);
      element.addEventListener("load", resolve);
      element.addEventListener("error", () => reject(new Error(`not loaded: ${address}`)));
      document.head.append(element);
    });

  const gids = {
    /** Addresses of the site that differ per page: `data-…` on the script element. */
    settings: script.dataset,
    /** @type {Record<string, Module>} */
    modules: {},
    search: {},

    /**
     * The address of a file of the site, from the page that asks.
     * @param {string} path
     */
    url(path) {
      return (gids.settings.root || "") + path;
    },

    /** XML as a document of its own, only to be read: nothing in it runs or is shown. @param {string} text */
    readXml: (text) => new DOMParser().parseFromString(trusted.createHTML(text), "application/xml"),

    /**
     * Load a script of the site, once. Of several, with a space between them, each runs after the one before it.
     * @param {string} paths
     * @returns {Promise<unknown>}
     */
    load(paths) {
      let done = loading.get(paths);
      if (!done) {
        const all = paths.split(" ");
        done = Promise.all(all.map((path) => insert(gids.url(path), all.length > 1)));
        done.catch(() => loading.delete(paths)); // so that a next try can succeed
        loading.set(paths, done);
      }
      return done;
    },

    /**
     * A new element; children that are empty are left out.
     * @param {string} tag @param {Record<string, string>} attributes @param {...(Node | string)} children
     */
    element(tag, attributes, ...children) {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.append(...children.filter((child) => child));
      return element;
    },

    /** When every module of the page has begun. @type {Promise<void> | undefined} */
    begun: undefined,
  };

  /** Give these elements the modules that they ask for; one that fails leaves the others alone. @param {HTMLElement[]} elements */
  function begin(elements) {
    for (const element of elements) {
      const name = element.dataset.module || "";
      try {
        new gids.modules[name](element);
      } catch (error) {
        console.error(`module ${name}:`, error);
      }
    }
  }

  /** Until the browser says that the page is drawn; at once where it says no such thing, or where nobody looks. @returns {Promise<unknown>} */
  async function drawn() {
    if (document.hidden || !window.PerformanceObserver?.supportedEntryTypes?.includes("paint")) return;
    await new Promise((done) => new PerformanceObserver(done).observe({ type: "paint", buffered: true }));
  }

  /** On a page that is read first, what its tools need comes once it is drawn; at once when the address asks for a place or holds answers. */
  async function start() {
    const elements = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-module]")]);
    const { after } = gids.settings;
    if (!after) return begin(elements);
    const waiting = elements.filter((element) => !gids.modules[element.dataset.module || ""]);
    begin(elements.filter((element) => !waiting.includes(element)));
    const tell = remember(waiting);
    if (!location.hash) await drawn();
    await Promise.allSettled(after.split(" ").map((path) => insert(gids.url(path), true)));
    begin(waiting);
    tell();
  }

  /** Hold what somebody fills in before the tools have come; gives what tells them of it. @param {HTMLElement[]} tools */
  function remember(tools) {
    /** @type {Map<HTMLInputElement, {checked: boolean, value: string}>} */
    const early = new Map();
    const hold = (/** @type {any} */ { target }) => early.set(target, { checked: target.checked, value: target.value });
    for (const tool of tools) tool.addEventListener("input", hold);
    return () => {
      for (const tool of tools) tool.removeEventListener("input", hold);
      for (const [field, said] of early) {
        if (field.type !== "file") Object.assign(field, said);
        for (const event of ["input", "change"]) field.dispatchEvent(new Event(event, { bubbles: true }));
      }
    };
  }

  // @ts-ignore
  window.gids = gids;
  // Deferred scripts run in order, all before this event: by then every module has said its name.
  gids.begun = new Promise((done) => document.addEventListener("DOMContentLoaded", () => done(start())));
})();
