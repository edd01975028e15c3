// Answers queries with the site's own scripts, outside a browser: `node ask.js SITE`, a query a line on standard input, a
// line of JSON for each on standard output, with the bytes (gzip 9) of the pieces that the query loaded. `--time` adds how
// many milliseconds the slowest answer took while the query was being typed.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");
const vm = require("node:vm");
const zlib = require("node:zlib");

const SHOWN = 20;
const assets = path.join(process.argv[2], "assets");
const context = vm.createContext({ console, performance });
vm.runInContext("var window = globalThis; window.gids = { search: {}, modules: {} };", context);
const run = (file) => vm.runInContext(fs.readFileSync(file, "utf8"), context, { filename: file });
for (const part of ["query", "search"]) run(path.join(assets, fs.readdirSync(assets).find((name) => name.startsWith(`${part}-`) && name.endsWith(".js"))));

const folder = path.join(assets, "search", fs.readdirSync(path.join(assets, "search"))[0]);
const loaded = new Set();
let bytes = 0;
const get = async (name) => {
  if (!loaded.has(name)) {
    loaded.add(name);
    const file = path.join(folder, `${name}.js`);
    bytes += zlib.gzipSync(fs.readFileSync(file), { level: 9 }).length;
    run(file);
  }
  return context.gids.search.content(name);
};

/**
 * How long the slowest answer takes while somebody types a query, with all pieces loaded, and nothing read yet but what a page reads
 * when somebody turns to the field.
 */
const slowestKeystroke = async (query) => {
  const prefixes = [...query].map((_, place) => query.slice(0, place + 1));
  const search = new context.gids.search.Search(await get("core"), get);
  for (const prefix of prefixes) await search.glance(prefix);
  const again = new context.gids.search.Search(await get("core"), async (name) => context.gids.search.content(name));
  await again.prepare();
  let slowest = 0;
  for (const prefix of prefixes) {
    const start = performance.now();
    await again.glance(prefix);
    slowest = Math.max(slowest, performance.now() - start);
  }
  bytes = 0;
  return slowest;
};

(async () => {
  const search = new context.gids.search.Search(await get("core"), get);
  for await (const query of readline.createInterface({ input: process.stdin })) {
    const found = await search.find(query);
    const shown = await search.show(found, 0, SHOWN);
    const fetched = bytes;
    bytes = 0;
    const milliseconds = process.argv.includes("--time") ? await slowestKeystroke(query) : undefined;
    const nearest = found.hits.length ? [] : await search.index.nearest(query);
    const pages = found.hits.map(({ page, score, complete }) => [search.index.core.pages[page][0], Math.round(score), complete]);
    console.log(JSON.stringify({ query, pages, shown, corrected: found.corrected, nearest, bytes: fetched, milliseconds }));
  }
})();
