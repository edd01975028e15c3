// Answers with the plan's own scripts, outside a browser: `node ask.js RULES OUTLINE`. See `tests/asking.js`.
"use strict";

const { answer, inSteps, world } = require("../asking.js");
const { Storage } = require("../storage.js");

const { context, run, load } = world({ TextEncoder });
["form/10-drafts.js", "plan-store", "plan-follow/05-keeping.js", "plan-names", "plan-files", "plan-print"].forEach(load);
run(process.argv[2]);

const { plans } = context.gids;
let moment = 0;
let id = 0;
plans.now = () => `2026-11-28T10:00:${String((moment += 1)).padStart(2, "0")}Z`;
plans.newId = () => `new-${(id += 1)}`;

context.gids.test = {
  version: () => plans.VERSION,

  /** Two versions as one, where both stay in fields with this name. */
  blend: (mine, theirs, base, name) => plans.blend(mine, theirs, base, (path) => path[path.length - 1] === name),

  /** A function of the plan, on the page that knows only the outline. */
  inOutline(name, ...values) {
    const whole = plans.rules;
    run(process.argv[3]);
    const found = name === "rules" ? plans.rules : plans[name](...values);
    plans.rules = whole;
    return found;
  },

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
    return inSteps(acts, steps);
  },
};

answer(context);
