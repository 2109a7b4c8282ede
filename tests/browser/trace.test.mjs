// What the widget costs a news page on a slow phone: nothing that the reader sees or feels.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, longestTask, serve, www } from "./support.mjs";

/** How much slower than this machine the reader's processor is. */
const SLOWDOWN = 4;

const article = readFileSync(join(www, "articles/strait.html"), "utf8");
const page = (widget) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A news page</title>
<style>body { font: 18px/1.6 serif; max-inline-size: 38rem; margin: auto }</style><article>${article}</article>${widget}`;

let server;
let browser;

before(async () => {
  server = await serve(undefined, {
    "/with": page('<script type="module" src="element.js"></script><news-light for="article" panel></news-light>'),
    "/without": page(""),
  });
  browser = await launch();
});

after(async () => {
  await browser.close();
  await server.close();
});

async function measure(path) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const tab = await context.newPage();
  const devtools = await context.newCDPSession(tab);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  await tab.addInitScript(() => {
    const seen = (window.seen = { shift: 0, paint: undefined, tasks: [] });
    const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    watch("layout-shift", (entry) => (seen.shift += entry.value));
    watch("largest-contentful-paint", (entry) => (seen.paint = { text: entry.element?.textContent.trim(), size: entry.size, at: entry.startTime }));
    watch("longtask", (entry) => seen.tasks.push({ at: entry.startTime, took: entry.duration }));
    document.addEventListener("newslight-ready", () => (seen.ready = performance.now()));
  });
  await tab.goto(server.address + path);
  if (path === "/with") await tab.waitForFunction(() => window.seen.ready, null, { timeout: 30_000 });
  await tab.waitForTimeout(1000);
  const seen = await tab.evaluate(() => ({ ...window.seen, loaded: performance.getEntriesByType("navigation")[0].loadEventEnd }));
  await context.close();
  return seen;
}

test("the widget moves nothing, paints nothing larger, and starts after the page", async () => {
  const without = await measure("/without");
  const widget = await measure("/with");
  assert.equal(widget.shift, without.shift);
  assert.equal(widget.paint.text, without.paint.text);
  assert.equal(widget.paint.size, without.paint.size);
  assert.ok(widget.paint.at < widget.ready, "the largest paint comes before the widget is ready");
  const longest = Math.max(0, ...widget.tasks.filter(({ at }) => at > widget.loaded).map(({ took }) => took));
  console.log(`longest task after the load event, ${SLOWDOWN} times slowed: ${longest} ms; ready at ${Math.round(widget.ready)} ms`);
  assert.ok(longest <= longestTask(), `a task of ${longest} ms, where ${longestTask()} are allowed`);
});
