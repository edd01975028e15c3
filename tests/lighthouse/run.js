// Ask Lighthouse about pages, one after the other in one Chromium, and write what it says, a line of JSON for each run.
// Called as: node run.js JSON, with {chromium, arguments, most, enough, pages: [{name, url}]}.
import * as chromeLauncher from "chrome-launcher";
import lighthouse from "lighthouse";

const {chromium, arguments: flags, most, enough, pages} = JSON.parse(process.argv[2]);
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

const chrome = await chromeLauncher.launch({chromePath: chromium, chromeFlags: ["--headless=new", ...flags], logLevel: "silent"});
try {
  for (const page of pages) {
    // No score is higher than 100: when that came out often enough, the middle one of all runs is 100 too.
    for (let run = 1, perfect = 0; run <= most && perfect < enough; run += 1) {
      const outcome = await ask(page);
      perfect += outcome.scores.performance === 100 ? 1 : 0;
      process.stdout.write(`${JSON.stringify(outcome)}\n`);
    }
  }
} finally {
  chrome.kill();
}

/** What Lighthouse says of a page, as a phone on a slow 4G network (its own default, simulated). */
async function ask({name, url}) {
  const {lhr} = await lighthouse(url, {
    port: chrome.port,
    output: "json",
    logLevel: "silent",
    onlyCategories: CATEGORIES,
    disableFullPageScreenshot: true,
    ignoreStatusCode: true,
  });
  if (lhr.runtimeError) {
    throw new Error(`${name}: ${lhr.runtimeError.message}`);
  }
  const weighed = CATEGORIES.flatMap((category) => lhr.categories[category].auditRefs.filter((audit) => audit.weight > 0));
  return {
    name,
    scores: Object.fromEntries(CATEGORIES.map((id) => [id, Math.round(lhr.categories[id].score * 100)])),
    largest: lhr.audits["largest-contentful-paint"].numericValue,
    shift: lhr.audits["cumulative-layout-shift"].numericValue,
    blocked: lhr.audits["total-blocking-time"].numericValue,
    lost: [...new Set(weighed.map((audit) => audit.id).filter((id) => (lhr.audits[id].score ?? 1) < 0.9))],
    version: lhr.lighthouseVersion,
  };
}
