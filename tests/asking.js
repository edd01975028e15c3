// What `tests/asking.py` talks with: scripts of the site in a world without a page, and answers to what is asked of them.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");
const vm = require("node:vm");

const scripts = path.join(__dirname, "..", "docs", "assets", "javascripts");

/** A world with the namespace of the site, and what its scripts may use of a browser. */
function world(offers = {}) {
  const context = vm.createContext({ console, ...offers });
  vm.runInContext("var window = globalThis; window.gids = { modules: {} };", context);
  const run = (file) => vm.runInContext(fs.readFileSync(file, "utf8"), context, { filename: file });
  return {
    context,
    run,
    /** The scripts of a folder, in the order in which they are joined; or one of them. */
    load: (name) => (name.endsWith(".js") ? [name] : fs.readdirSync(path.join(scripts, name)).sort().map((part) => path.join(name, part))).forEach((part) => run(path.join(scripts, part))),
  };
}

/** What came of something: its value, or what was thrown. */
async function outcome(act) {
  try {
    return (await act()) ?? null;
  } catch (error) {
    const known = error.trouble !== undefined || error.line !== undefined;
    return { thrown: error.message, trouble: error.trouble, line: error.line, stack: known ? undefined : error.stack };
  }
}

/** Steps on made-up storage, each with what came of it, or the trouble. */
const inSteps = (acts, steps) =>
  steps.map(([act, ...values]) => {
    try {
      return acts[act](...values) ?? null;
    } catch (thrown) {
      return thrown.trouble || thrown.stack;
    }
  });

/**
 * A line of JSON in, `{"call": name, "with": values}`, is a line of JSON out; with `"each": [values, …]` it is called once per list.
 * Maps become objects; `given` may put something else in the place of a value.
 */
function answer(context, given = (value) => value) {
  const isMap = (value) => value && (value instanceof Map || value[Symbol.toStringTag] === "Map");
  const plain = (_, value) => (isMap(value) ? Object.fromEntries(value) : value);
  let before = Promise.resolve();
  readline.createInterface({ input: process.stdin }).on("line", (line) => {
    const { call, with: values, each } = JSON.parse(line);
    const once = (list) => outcome(() => call.split(".").reduce((holder, name) => holder[name], context.gids)(...list.map((value) => given(value, call))));
    before = before.then(async () => {
      const found = each ? await Promise.all(each.map(once)) : await once(values);
      console.log(JSON.stringify(found, plain));
    });
  });
}

module.exports = { world, answer, inSteps };
