// Painting 200 names on a page of 1 MB, beside mark.js, in headless Chromium. newslight is given them
// as the publisher's own names; it also reads and annotates all the rest, which stands apart. The time
// of painting is that of the main thread until the window is drawn, layout and all; the call alone
// takes less. Highlights are painted near the window, wrapped words everywhere.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { launch, serve, tasks } from "../tests/browser/support.mjs";

const TYPES = { PERSON: "person", ORG: "organization", PLACE: "place" };

const require = createRequire(import.meta.url);
const articles = readFileSync(process.argv[2], "utf8").trim().split("\n").map((line) => JSON.parse(line));
const known = new Map(articles.flatMap(({ text, entities }) => entities.flatMap(([start, end, type]) => (type in TYPES ? [[text.slice(start, end), TYPES[type]]] : []))));
const names = [...known].slice(0, 200).map(([name, type]) => ({ name, type }));
const article = articles.map(({ text }) => text.split("\n").map((line) => `<p>${line}</p>`).join("")).join("");
const body = article.repeat(Math.ceil(1e6 / article.length));

const server = await serve(undefined, {
  "/page.html": `<!doctype html><meta charset="utf-8"><title>Page</title><main>${body}</main>`,
  "/mark.js": { headers: { "content-type": "text/javascript" }, body: readFileSync(require.resolve("mark.js/dist/mark.min.js"), "utf8") },
});
const browser = await launch();
const line = (name, ...cells) => console.log(name.padEnd(28) + cells.map((cell) => String(cell).padStart(12)).join(""));
line(`${names.length} names on 1 MB, Chromium`, "read ms", "call ms", "paint ms", "undo ms", "marks", "as before");
for (const painter of ["highlight", "mark", "mark.js"]) {
  const page = await browser.newPage();
  await page.goto(`${server.address}/page.html`);
  if (painter === "mark.js") await page.addScriptTag({ url: "/mark.js" });
  const read = await page.evaluate(prepare, { painter, names });
  const drawn = await tasks(browser, page, () => page.evaluate(paint));
  const { took, undo, count, same } = await page.evaluate(undoAll);
  const sum = drawn.reduce((total, task) => total + task, 0);
  line(painter === "mark.js" ? painter : `newslight, ${painter}`, read.toFixed(1), took.toFixed(1), sum.toFixed(1), undo.toFixed(1), count, same);
  await page.close();
}
await browser.close();
await server.close();

/** Runs in the page: newslight reads and annotates it; mark.js has nothing to prepare but its pattern. */
async function prepare({ painter, names }) {
  const main = document.querySelector("main");
  const bench = (window.bench = { html: main.innerHTML });
  const began = performance.now();
  if (painter === "mark.js") {
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
    Object.assign(bench, { begin: () => highlighting.show((item) => wanted.has(item.name)), end: () => highlighting.remove() });
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

/** Runs in the page: what was drawn, and whether it goes without a trace. */
function undoAll() {
  const { end, html, took } = window.bench;
  const marks = document.querySelectorAll("mark").length;
  const ranges = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
  const began = performance.now();
  end();
  const undo = performance.now() - began;
  return { took, undo, count: marks + ranges, same: document.querySelector("main").innerHTML === html };
}
