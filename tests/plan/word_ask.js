// Answers with the scripts that make the documents of a plan, outside a browser: `node word_ask.js RULES PARTS`. Bytes go in and out
// as base64. See `tests/asking.js`.
"use strict";

const { answer, world } = require("../asking.js");

const { context, run, load } = world({ TextEncoder, TextDecoder, Blob, CompressionStream, DecompressionStream, Uint8Array, DataView });
["form/10-drafts.js", "plan-store", "budget-rules", "plan-word"].forEach(load);
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

answer(context);
