import * as chromeLauncher from "chrome-launcher";
import lighthouse from "lighthouse";
import fs from "fs";
import {Simulator} from "@paulirish/trace_engine/models/trace/lantern/simulation/Simulator.js";
const {chromium, arguments: flags, runs, pages, out} = JSON.parse(process.argv[2]);
const chrome = await chromeLauncher.launch({chromePath: chromium, chromeFlags: ["--headless=new", ...flags], logLevel: "silent"});
for (const page of pages) for (let i=0;i<runs;i++){
  const {lhr} = await lighthouse(page.url, {port: chrome.port, output:"json", logLevel:"silent", onlyCategories:["performance"], disableFullPageScreenshot:true, ignoreStatusCode:true});
  fs.writeFileSync(`${out}/${page.name}-${i}.json`, JSON.stringify(lhr));
  let text="";
  for (const [k,m] of Simulator.allNodeTimings) { if(!/(Largest|First)Contentful/.test(k)) continue; text+=`## ${k}\n`;
    for (const [n,t] of [...m].sort((a,b)=>a[1].startTime-b[1].startTime)) text+=`${Math.round(t.startTime)}-${Math.round(t.endTime)} ${n.type==="network"?n.request.url.replace(/^.*?:\d+\//,"/")+" "+n.request.priority+" "+n.request.transferSize:"cpu "+n.id+" "+Math.round(n.duration/1000)}\n`; }
  fs.writeFileSync(`${out}/${page.name}-${i}.txt`, text);
}
chrome.kill();
