// Answers with the plan's own scripts, outside a browser: `node ask.js RULES`. A line of JSON in, `{"call": …, "with": […]}`,
// is a line of JSON out. What is thrown comes back as `{"thrown": message, "trouble": …}`.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");
const vm = require("node:vm");
const { Storage } = require("../form/storage.js");

const scripts = path.join(__dirname, "..", "..", "docs", "assets", "javascripts");
const context = vm.createContext({ console, TextEncoder });
vm.runInContext("var window = globalThis; window.gids = { modules: {} };", context);
const run = (file) => vm.runInContext(fs.readFileSync(file, "utf8"), context, { filename: file });
run(path.join(scripts, "form", "10-drafts.js"));
for (const folder of ["plan-store", "plan-files", "plan-print"]) {
  for (const name of fs.readdirSync(path.join(scripts, folder)).sort()) run(path.join(scripts, folder, name));
}
run(process.argv[2]);

const { plans } = context.gids;
let moment = 0;
let id = 0;
plans.now = () => `2026-11-28T10:00:${String((moment += 1)).padStart(2, "0")}Z`;
plans.newId = () => `new-${(id += 1)}`;

context.gids.test = {
  version: () => plans.VERSION,

  /** Steps on the plans of one made-up browser, each with what came of it, or the trouble. */
  plans(steps, error) {
    const storage = new Storage(error);
    context.localStorage = storage;
    const acts = {
      call: (name, ...values) => plans[name](...values),
      put: (key, text) => storage.setItem(key, text),
      get: (key) => storage.getItem(key),
      keys: () => [...storage.items.keys()].sort(),
      wipe: () => plans.store().wipe(),
      list: () => plans.store().list().map((draft) => draft.name),
      create: (data, name) => plans.save(plans.create(data, name)).id,
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
    answer = { thrown: error.message, trouble: error.trouble, stack: error.trouble ? undefined : error.stack };
  }
  console.log(JSON.stringify(answer ?? null));
});
