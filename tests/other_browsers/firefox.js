// Opens pages in Firefox and says what it saw: `node firefox.js FIREFOX ADDRESS`, and on standard input a list of steps, each
// {open, width} or {type: [selector, text]} or {ask: expression} or {hear: true}, which waits until something is complained of; a list of
// answers on standard output.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const puppeteer = require(path.join(__dirname, "..", "node", "node_modules", "puppeteer-core"));

const [executablePath, base] = process.argv.slice(2);
const steps = JSON.parse(fs.readFileSync(0, "utf8"));
const HEIGHT = 900;
/** The exit code that says: Firefox itself does not run here. */
const NO_WINDOW = 3;

(async () => {
  let browser;
  try {
    browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true, protocolTimeout: 120_000 });
  } catch (error) {
    console.error(String(error));
    process.exit(NO_WINDOW);
  }
  const page = await browser.newPage();
  const troubles = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  // Whoever leaves with work that is in no file yet is asked once.
  page.on("dialog", (dialog) => dialog.accept());
  const answers = [];
  for (const { open, width, type, ask, hear } of steps) {
    if (open !== undefined) {
      await page.setViewport({ width: width || 1280, height: HEIGHT });
      await page.goto(new URL(open, base).href, { waitUntil: "load", timeout: 60_000 });
      await page.evaluate("window.gids?.begun"); // whoever leaves before the tools have come stops their scripts
    }
    if (type) await page.type(...type);
    while (hear && !troubles.length) await new Promise((done) => setTimeout(done, 20));
    answers.push(ask ? await page.evaluate(ask) : null);
  }
  await browser.close();
  console.log(JSON.stringify({ answers, troubles }));
})();
