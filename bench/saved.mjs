// What a reader's phone has to do for an article whose annotations were saved, and for the same article by the model: bytes,
// requests, and the page's main thread with its processor slowed, each time in a browser that has seen nothing of it. The
// threads that compile and the worker that annotates are not slowed: so the model's way is shown too short.

import { readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { launch, serve, tasks, www } from "../tests/browser/support.mjs";

/** How many times slower a phone's processor is, roughly. */
const PHONE = 6;

/** How often each way is gone; the least counts: what else the machine does can only add to it. */
const RUNS = 5;

/** A phone's network: what Lighthouse takes for one. In bytes a second, and milliseconds. */
const NETWORK = { offline: false, downloadThroughput: 200_000, uploadThroughput: 93_750, latency: 150 };

const SHIPPED = join(www, "../dist/newslight/");
const article = readFileSync(join(www, "articles/mill.html"), "utf8");
const page = (widget) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A news page</title>
<style>body { font: 18px/1.6 serif; max-inline-size: 38rem; margin: auto }</style><article>${article}</article>${widget}`;
const element = (attributes) => page(`<script type="module" src="element.js"></script><news-light for="article" panel ${attributes}></news-light>`);

/** The ways, by the names of their pages. */
const WAYS = { "/model": "by the model", "/file": "from a file", "/none": "without newslight" };

const pages = { "/model": element(""), "/file": element('annotations="/story.json"'), "/none": page("") };
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" };
for (const name of readdirSync(SHIPPED, { recursive: true })) if (extname(name) in TYPES) compress(`/${name}`, readFileSync(join(SHIPPED, name)));
const server = await serve(SHIPPED, pages);
const browser = await launch();
await save();
const runs = Object.fromEntries(Object.keys(WAYS).map((path) => [path, []]));
for (let run = 0; run < RUNS; run++) {
  for (const path in WAYS) runs[path].push({ ...(await measure(path)), far: await measure(path, NETWORK) });
}
await browser.close();
await server.close();

/** Lets the model annotate the article, and serves what it finds. */
async function save() {
  const tab = await browser.newPage();
  await tab.goto(`${server.address}/model`);
  await tab.waitForFunction(() => document.querySelector("news-light").annotations);
  const file = await tab.evaluate(() => document.querySelector("news-light").highlighting.toFile());
  compress("/story.json", JSON.stringify(file));
  await tab.close();
}

/** Serves a file as brotli sends it. */
function compress(path, content) {
  pages[path] = { headers: { "content-type": TYPES[extname(path)], "content-encoding": "br" }, body: brotliCompressSync(content) };
}

async function measure(path, network) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const tab = await context.newPage();
  const devtools = await context.newCDPSession(tab);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: PHONE });
  await devtools.send("Network.enable");
  if (network) await devtools.send("Network.emulateNetworkConditions", network);
  const loaded = [];
  tab.on("response", (response) => loaded.push(new URL(response.url()).pathname));
  await tab.addInitScript(() => {
    addEventListener("load", () => {
      window.loaded = performance.now();
      performance.mark("begin");
    });
    addEventListener(location.pathname === "/none" ? "load" : "newslight-ready", () => {
      window.ready = performance.now();
      setTimeout(() => {
        performance.mark("end");
        console.log("end");
      }, 1000);
    });
  });
  // A page that is asked whether it is ready would have to answer, in tasks that are not ours.
  const taken = await tasks(browser, tab, async () => {
    const ended = tab.waitForEvent("console", (message) => message.text() === "end");
    await tab.goto(server.address + path);
    await ended;
  });
  const ready = await tab.evaluate(() => window.ready - window.loaded);
  await context.close();
  const files = loaded.filter((name) => name !== path && name !== "/favicon.ico");
  const bytes = files.reduce((sum, name) => sum + pages[name].body.length, 0);
  return { bytes, requests: files.length, ready, main: taken.reduce((sum, task) => sum + task, 0), task: Math.max(...taken) };
}

const row = (name, text) => console.log(name.padEnd(44) + Object.keys(WAYS).map((path) => text(path).padStart(18)).join(""));
const least = (of, digits = 0) => (path) => Math.min(...runs[path].map(of)).toFixed(digits);
console.log(`in Chromium, an article of ${article.replace(/<[^>]+>/g, "").length} characters, slowed ${PHONE} times, the least of ${RUNS}`);
row("", (path) => WAYS[path]);
row("KB, as brotli sends them", least(({ bytes }) => bytes / 1000, 1));
row("requests", least(({ requests }) => requests));
row("ms from the load event until it is ready", least(({ ready }) => ready));
row("the same by a phone's network", least(({ far }) => far.ready));
row("ms of the main thread", least(({ main }) => main));
row("ms of its longest task", least(({ task }) => task));
row("the same by a phone's network", least(({ far }) => far.task));
