// What a reader waits for, in headless Chromium from this machine's disk: load, compile and the first
// article, each time in a browser that has seen nothing of it; then the same article warm, a megabyte
// of news, and the memory of the module afterwards. And the first article with the page's thread slowed,
// as on a phone: compiling and the worker of `<news-light>` have threads of their own, which are not.

import { readFileSync } from "node:fs";
import { launch, serve } from "../tests/browser/support.mjs";

/** How many browsers are asked; the middle one counts, and the best one shows the way. */
const BROWSERS = 7;

/** How many times slower a phone's processor is, roughly. */
const PHONE = 6;

/** How long each rests before it is asked, in milliseconds: one that has just been started is busy with itself. */
const REST = 1000;

const articles = readFileSync(process.argv[2], "utf8").trim().split("\n").map((line) => JSON.parse(line).text);
const text = articles.join("\n\n").slice(0, 5000);
const server = await serve(undefined, { "/page.html": "<!doctype html><meta charset=\"utf-8\"><title>Page</title>" });

const runs = [];
for (let run = 0; run < BROWSERS; run++) {
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(`${server.address}/page.html`);
  await new Promise((resolve) => setTimeout(resolve, REST));
  const cold = await page.evaluate(first, text);
  const warm = await page.evaluate(again, { text, news: run === 0 ? articles.join("\n\n") : "" });
  await page.close();
  runs.push({ ...cold, ...warm, phone: await onPhone(browser) });
  await browser.close();
}
await server.close();

/** The first article, with the page's thread slowed. */
async function onPhone(browser) {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: PHONE });
  await page.goto(`${server.address}/page.html`);
  const { load, first: annotated } = await page.evaluate(first, text);
  await page.close();
  return { load, first: annotated };
}

const middle = (of) => runs.map(of).sort((a, b) => a - b)[BROWSERS >> 1];
const best = (of) => Math.min(...runs.map(of));
const row = (name, of, unit = "ms") => console.log(`${name.padEnd(44)} ${middle(of).toFixed(1).padStart(8)} ${unit}, at best ${best(of).toFixed(1)}`);
console.log(`in Chromium, an article of ${text.length} characters`);
row("load and compile", ({ load }) => load);
row("load, compile and the first article", ({ load, first }) => load + first);
row(`the same, slowed ${PHONE} times`, ({ phone }) => phone.load + phone.first);
row("    of that, annotating", ({ phone }) => phone.first);
row("the article warm", ({ warm }) => warm);
row("the same, names alone", ({ names }) => names);
console.log(`${"a megabyte of news".padEnd(44)} ${(runs[0].length / runs[0].megabyte / 1000).toFixed(2).padStart(8)} M chars/s, in ${(runs[0].memory / 2 ** 20).toFixed(0)} MB of wasm memory`);

/** Runs in the page: everything for the first time. */
async function first(text) {
  const began = performance.now();
  const { load } = await import("/newslight.js");
  const newslight = await load();
  const loaded = performance.now();
  newslight.annotate(text);
  const annotated = performance.now();
  return { load: loaded - began, first: annotated - loaded };
}

/** Runs in the page: the article again and again, and then a megabyte. */
async function again({ text, news }) {
  const { load } = await import("/newslight.js");
  const newslight = await load();
  const timeOf = (text, options) => {
    const began = performance.now();
    newslight.annotate(text, options);
    return performance.now() - began;
  };
  const least = (options) => Math.min(...Array.from({ length: 40 }, () => timeOf(text, options)));
  const warm = least();
  const names = least({ types: ["person", "organization", "place"] });
  const megabyte = news && news.repeat(Math.ceil(1e6 / news.length)).slice(0, 1e6);
  const took = megabyte ? timeOf(megabyte) : 0;
  const sizes = await Promise.all(["newslight", "page"].map(async (name) => (await (await import(`/pkg/${name}.js`)).default()).memory.buffer.byteLength));
  return { warm, names, megabyte: took, length: megabyte.length, memory: sizes[0] + sizes[1] };
}
