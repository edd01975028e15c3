// Answers with the form's own scripts, outside a browser: `node ask.js RULES`. See `tests/asking.js`.
"use strict";

const { answer, inSteps, world } = require("../asking.js");
const { Storage } = require("../storage.js");

const { context, run, load } = world({ TextEncoder, URLSearchParams });
run(process.argv[2]);
const parts = ["10-text", "20-richtext", "30-tidy", "40-yaml", "50-check", "60-send", "65-edits"];
["form/10-drafts.js", ...parts.map((part) => `story-form/${part}.js`)].forEach(load);

// Steps on drafts, each with what came of it: `["save", id, revision, title]` gives the revision, or the trouble.
context.gids.test = {
  drafts(steps, error) {
    const storage = new Storage(error);
    let moment = 0;
    let id = 0;
    const drafts = new context.gids.form.Drafts(() => storage, "story", () => String((moment += 1)), () => `new-${(id += 1)}`);
    const acts = {
      save: (name, revision, title) => drafts.save({ ...drafts.create({ title }, title), id: name, revision }).revision,
      fork: (name, revision, title) => drafts.fork({ ...drafts.create({ title }, title), id: name, revision }).id,
      list: () => drafts.list().map((draft) => draft.data.title),
      put: (key, text) => storage.setItem(key, text),
      get: (key) => storage.getItem(key),
      wipe: () => drafts.wipe(),
      keys: () => [...storage.items.keys()],
    };
    return inSteps(acts, steps);
  },
};

answer(context);
