// Painting 200 names on a page of 1 MB, beside mark.js, in headless Chromium: time to paint, time to
// undo, and what is left of the page. newslight paints all that it found, quotes too; the time of
// finding it stands apart.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { launch, serve } from "../tests/browser/support.mjs";

const require = createRequire(import.meta.url);
const articles = readFileSync(process.argv[2], "utf8").trim().split("\n").map((line) => JSON.parse(line));
const names = [...new Set(articles.flatMap(({ text, entities }) => entities.map(([start, end]) => text.slice(start, end))))].slice(0, 200);
const article = articles.map(({ text }) => text.split("\n").map((line) => `<p>${line}</p>`).join("")).join("");
const body = article.repeat(Math.ceil(1e6 / article.length));

const server = await serve(undefined, {
  "/page.html": `<!doctype html><meta charset="utf-8"><title>Page</title><main>${body}</main>`,
  "/mark.js": { headers: { "content-type": "text/javascript" }, body: readFileSync(require.resolve("mark.js/dist/mark.min.js"), "utf8") },
});
const browser = await launch();
console.log(`${"1 MB page, Chromium".padEnd(28)} ${"read ms".padStart(10)} ${"paint ms".padStart(10)} ${"undo ms".padStart(10)}  page as before`);
for (const painter of ["highlight", "mark", "mark.js"]) {
  const page = await browser.newPage();
  await page.goto(`${server.address}/page.html`);
  if (painter === "mark.js") await page.addScriptTag({ url: "/mark.js" });
  const { read, paint, undo, same } = await page.evaluate(measure, { painter, names });
  console.log(`${(painter === "mark.js" ? painter : `newslight, ${painter}`).padEnd(28)} ${read.toFixed(1).padStart(10)} ${paint.toFixed(1).padStart(10)} ${undo.toFixed(1).padStart(10)}  ${same}`);
  await page.close();
}
await browser.close();
await server.close();

/** Runs in the page. newslight reads and annotates it before; mark.js is given the names and finds them. */
async function measure({ painter, names }) {
  const main = document.querySelector("main");
  const html = main.innerHTML;
  let begin;
  const started = performance.now();
  if (painter === "mark.js") {
    const { Mark } = window;
    const mark = new Mark(main);
    const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).sort((a, b) => b.length - a.length);
    const pattern = new RegExp(escaped.join("|"), "g");
    begin = () => {
      mark.markRegExp(pattern);
      return () => mark.unmark();
    };
  } else {
    const { load } = await import("/newslight.js");
    const newslight = await load();
    const highlighting = newslight.highlight(main, { painter });
    highlighting.show([]);
    begin = () => {
      highlighting.show(null);
      return () => highlighting.remove();
    };
  }
  const began = performance.now();
  const end = begin();
  const painted = performance.now();
  main.getBoundingClientRect();
  const ending = performance.now();
  end();
  const undo = performance.now() - ending;
  return { read: began - started, paint: painted - began, undo, same: main.innerHTML === html };
}
