// Painting 200 names on a page of 1 MB, beside mark.js, in headless Chromium. newslight is given them
// as the publisher's own names; that it also reads and annotates all the rest stands apart. mark.js looks
// for them by one pattern while it paints. `call` is the time until the call returns, `drawn` the
// processor time of the page's main thread until the window shows it, layout and all.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { launch, serve, tasks } from "../tests/browser/support.mjs";

const TYPES = { PERSON: "person", ORG: "organization", PLACE: "place" };

/** The painters: highlights near the window, as they are, and on the whole page, as before a print. */
const PAINTERS = {
  "near the window": { painter: "highlight" },
  "the whole page": { painter: "highlight", everywhere: true },
  "mark elements": { painter: "mark" },
  "mark.js": {},
};

/** How often each paints, on a fresh page; the least times count. */
const ROUNDS = 3;

const require = createRequire(import.meta.url);

/** What every painter needs, by name: milliseconds to read, of the call, until drawn and to undo. */
export async function paintings(gold) {
  const articles = readFileSync(gold, "utf8").trim().split("\n").map((line) => JSON.parse(line));
  const known = new Map(articles.flatMap(({ text, entities }) => entities.flatMap(([start, end, type]) => (type in TYPES ? [[text.slice(start, end), TYPES[type]]] : []))));
  const names = [...known].slice(0, 200).map(([name, type]) => ({ name, type }));
  const article = articles.map(({ text }) => text.split("\n").map((line) => `<p>${line}</p>`).join("")).join("");
  const body = article.repeat(Math.ceil(1e6 / article.length));
  const server = await serve(undefined, {
    "/page.html": `<!doctype html><meta charset="utf-8"><title>Page</title><main>${body}</main>`,
    "/mark.js": { headers: { "content-type": "text/javascript" }, body: readFileSync(require.resolve("mark.js/dist/mark.min.js"), "utf8") },
  });
  const browser = await launch();
  const results = {};
  for (const [name, how] of Object.entries(PAINTERS)) {
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await paintOnce(browser, `${server.address}/page.html`, { ...how, names }));
    const least = (of) => Math.min(...rounds.map(of));
    const { count, same } = rounds[0];
    results[name] = { read: least(({ read }) => read), call: least(({ took }) => took), drawn: least(({ drawn }) => drawn), undo: least(({ undo }) => undo), count, same };
  }
  await browser.close();
  await server.close();
  return results;
}

async function paintOnce(browser, address, given) {
  const page = await browser.newPage();
  await page.goto(address);
  if (!given.painter) await page.addScriptTag({ url: "/mark.js" });
  const read = await page.evaluate(prepare, given);
  const drawn = await tasks(browser, page, () => page.evaluate(paint));
  const undone = await page.evaluate(undo);
  await page.close();
  return { read, drawn: drawn.reduce((total, task) => total + task, 0), ...undone };
}

/** Runs in the page: newslight reads and annotates it; mark.js has nothing to prepare but its pattern. */
async function prepare({ painter, everywhere, names }) {
  const main = document.querySelector("main");
  const bench = (window.bench = { html: main.innerHTML });
  // Nobody then tells what is far from the window, and what was painted for the print stays.
  if (everywhere) window.IntersectionObserver.prototype.observe = () => {};
  const began = performance.now();
  if (!painter) {
    const mark = new window.Mark(main);
    const escaped = names.map(({ name }) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).sort((a, b) => b.length - a.length);
    const pattern = new RegExp(escaped.join("|"), "g");
    Object.assign(bench, { begin: () => mark.markRegExp(pattern), end: () => mark.unmark() });
  } else {
    const { load } = await import("/newslight.js");
    const newslight = await load();
    const highlighting = newslight.highlight(main, { painter, lexicon: names });
    highlighting.show([]);
    const wanted = new Set(names.map(({ name }) => name));
    const begin = () => {
      highlighting.show((item) => wanted.has(item.name));
      if (everywhere) dispatchEvent(new Event("beforeprint"));
    };
    Object.assign(bench, { begin, end: () => highlighting.remove() });
  }
  return performance.now() - began;
}

/** Runs in the page: paints, and waits until the browser has drawn it. */
async function paint() {
  const frames = async (count) => {
    for (let frame = 0; frame < count; frame++) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  };
  await frames(3);
  performance.mark("begin");
  const began = performance.now();
  window.bench.begin();
  window.bench.took = performance.now() - began;
  await frames(4);
  performance.mark("end");
}

/** Runs in the page: what was painted, and whether it goes without a trace. */
function undo() {
  const { end, html, took } = window.bench;
  const marks = document.querySelectorAll("mark").length;
  const ranges = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
  const began = performance.now();
  end();
  const undo = performance.now() - began;
  return { took, undo, count: marks + ranges, same: document.querySelector("main").innerHTML === html };
}
