// Answers with the pure scripts of the tools, outside a browser: `node ask.js RULES… SCRIPTS…`. See `tests/asking.js`.
"use strict";

const { answer, world } = require("../asking.js");

const { context, run } = world();
process.argv.slice(2).forEach(run);
answer(context, (value, call) => (value === "RULES" ? context.gids[call.split(".")[0]].rules : value));
