// Answers with the pure scripts of the tools, outside a browser: `node ask.js RULES… SCRIPTS…`. A line of JSON in,
// `{"call": …, "with": […]}`, is a line of JSON out; with `"each": [[…], …]` it is called once per entry. What is thrown comes back
// as `{"thrown": message, "trouble": …}`.
"use strict";

const fs = require("node:fs");
const readline = require("node:readline");
const vm = require("node:vm");

const context = vm.createContext({ console });
vm.runInContext("var window = globalThis; window.gids = { modules: {} };", context);
for (const file of process.argv.slice(2)) vm.runInContext(fs.readFileSync(file, "utf8"), context, { filename: file });

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const { call, with: values, each } = JSON.parse(line);
  const run = (given) => {
    try {
      const rules = (value) => (value === "RULES" ? context.gids[call.split(".")[0]].rules : value);
      return call.split(".").reduce((holder, name) => holder[name], context.gids)(...given.map(rules)) ?? null;
    } catch (error) {
      return { thrown: error.message, trouble: error.trouble, stack: error.trouble ? undefined : error.stack };
    }
  };
  console.log(JSON.stringify(each ? each.map(run) : run(values)));
});
