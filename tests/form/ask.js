// Answers with the form's own scripts, outside a browser: `node ask.js RULES`. A line of JSON in, `{"call": …, "with": […]}`,
// is a line of JSON out. What is thrown comes back as `{"thrown": message, "line": …}`.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");
const vm = require("node:vm");
const { Storage } = require("./storage.js");

const scripts = path.join(__dirname, "..", "..", "docs", "assets", "javascripts");
const context = vm.createContext({ console, TextEncoder, URLSearchParams });
vm.runInContext("var window = globalThis; window.gids = { modules: {} };", context);
const run = (file) => vm.runInContext(fs.readFileSync(file, "utf8"), context, { filename: file });
run(process.argv[2]);
for (const name of ["form/10-drafts.js", "story-form/10-text.js", "story-form/20-richtext.js", "story-form/30-tidy.js", "story-form/40-yaml.js", "story-form/50-check.js", "story-form/60-send.js", "story-form/65-edits.js"]) {
  const file = path.join(scripts, name);
  if (fs.existsSync(file)) run(file);
}

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
    return steps.map(([act, ...values]) => {
      try {
        return acts[act](...values) ?? null;
      } catch (thrown) {
        return thrown.trouble || thrown.stack;
      }
    });
  },
};

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const { call, with: values } = JSON.parse(line);
  let answer;
  try {
    answer = call.split(".").reduce((holder, name) => holder[name], context.gids)(...values);
  } catch (error) {
    answer = { thrown: error.message, line: error.line, stack: error.line === undefined ? error.stack : undefined };
  }
  console.log(JSON.stringify(answer ?? null, (_, value) => (value instanceof Map || (value && value[Symbol.toStringTag] === "Map") ? Object.fromEntries(value) : value)));
});
