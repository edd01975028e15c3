/** Published stories, opened to correct them: each is a small script of its own, loaded when the address asks for it. No DOM. */
(function (gids) {
  "use strict";

  const story = (gids.story = gids.story || {});

  /** What the scripts of stories put here, by the id of the story. @type {Record<string, { keep: Record<string, any>, values: Record<string, any> }>} */
  story.edits = {};

  /**
   * The published story that an address asks to correct.
   * @param {string} search
   */
  story.askedFor = (search) => {
    const given = new URLSearchParams(search);
    const [id, version] = [given.get("verhaal") || "", given.get("versie") || ""];
    return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) && /^[0-9a-f]{12}$/.test(version) ? { id, version } : null;
  };

  /**
   * What the form shows of a published story, and what it must remember of it.
   * @param {{ id: string, version: string }} asked
   */
  story.open = async ({ id, version }) => {
    await gids.load(`assets/verhalen/pas-aan/${id}-${version}.js`);
    const { keep, values } = story.edits[id];
    const sources = (values.own_sources || []).map((/** @type {any} */ source) => source.id);
    return { data: values, edited: { id, version, title: values.title, keep, sources } };
  };
})(window.gids);
