// Answers with the scripts that make the documents of a plan, outside a browser: `node word_ask.js RULES PARTS`. A line of JSON in,
// `{"call": …, "with": […]}`, is a line of JSON out. Bytes go in and out as base64. What is thrown comes back as `{"thrown": …}`.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");
const vm = require("node:vm");

const scripts = path.join(__dirname, "..", "..", "docs", "assets", "javascripts");
const context = vm.createContext({ console, TextEncoder, TextDecoder, Blob, CompressionStream, DecompressionStream, Uint8Array, DataView });
vm.runInContext("var window = globalThis; window.gids = { modules: {} };", context);
const run = (file) => vm.runInContext(fs.readFileSync(file, "utf8"), context, { filename: file });
run(path.join(scripts, "form", "10-drafts.js"));
for (const folder of ["plan-store", "budget-rules", "plan-word"]) for (const name of fs.readdirSync(path.join(scripts, folder)).sort()) run(path.join(scripts, folder, name));
run(process.argv[2]);
run(process.argv[3]);

const { plans, word } = context.gids;
const draft = (data, name = "") => ({ name, saved: "2026-11-28T10:00:00Z", data: { ...plans.empty(), ...data } });
const bytes = (text) => new Uint8Array(Buffer.from(text, "base64"));

context.gids.test = {
  files: (id, data, carry) => word.files(id, draft(data), carry),
  text: (id, section, data) => word.text(id, section, draft(data).data),
  subject: (id, data) => word.subject(id, draft(data).data),
  fileName: (id, data) => word.fileName(id, draft(data)),
  make: async (id, data, carry) => Buffer.from(await word.make(id, draft(data), carry)).toString("base64"),
  async stored(id, data) {
    const kept = context.CompressionStream;
    context.CompressionStream = undefined;
    try {
      return Buffer.from(await word.make(id, draft(data))).toString("base64");
    } finally {
      context.CompressionStream = kept;
    }
  },
  unzip: (text) => word.unzip(bytes(text), () => true),
};

readline.createInterface({ input: process.stdin }).on("line", async (line) => {
  const { call, with: values } = JSON.parse(line);
  let answer;
  try {
    answer = await call.split(".").reduce((holder, name) => holder[name], context.gids)(...values);
  } catch (error) {
    answer = { thrown: error.message, trouble: error.trouble, stack: error.trouble ? undefined : error.stack };
  }
  console.log(JSON.stringify(answer ?? null));
});
