// Whole pages, the project's own articles and the saved pages of ../shared where those stand: both
// painters and the element leave every one as it was, and nothing on it moves.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { visit, www } from "./support.mjs";

const SAVED = fileURLToPath(new URL("../../../shared/data/pages/", import.meta.url));

const own = readdirSync(join(www, "articles")).map((name) => ({ name, html: framed(readFileSync(join(www, "articles", name), "utf8")) }));
const saved = existsSync(SAVED)
  ? readdirSync(SAVED).filter((name) => name.endsWith(".html")).map((name) => ({ name, html: withoutScripts(readFileSync(join(SAVED, name), "utf8")) }))
  : [];


const visited = visit();
const { pages: answers } = visited;

/** An article as a news site frames it: with a head, a list of other stories, a float and a foot. */
function framed(article) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>
    <style>body { font: 18px/1.5 serif; margin: 0 } main { display: grid; grid-template-columns: 1fr 16rem } p:nth-child(odd) { color: #333 } figure { float: right; inline-size: 12rem; block-size: 9rem; background: #ccc } p::first-line { font-weight: bold }</style>
    <header><nav><a href="#">News</a> <a href="#">Sport</a></nav></header>
    <main><article><figure></figure>${article}</article><aside><ul><li>Ana Ruiz</li></ul></aside></main><footer>Ana Ruiz</footer></html>`;
}

function withoutScripts(html) {
  return html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, "");
}

for (const { name, html } of [...own, ...saved]) {
  test(`pages: ${name} stays as it was, and nothing on it moves`, async () => {
    answers["/page.html"] = html;
    const context = await visited.browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.route("**/*", (route) => (route.request().url().startsWith(visited.server.address) ? route.continue() : route.abort()));
    await page.goto(`${visited.server.address}/page.html`, { waitUntil: "domcontentloaded" });
    for (const painter of ["highlight", "mark"]) {
      const { foundBy, entities, quotes, took, ...seen } = await page.evaluate(look, painter);
      console.log(`${name.padEnd(22)} ${painter.padEnd(10)} article by ${foundBy.padEnd(8)} ${String(entities).padStart(4)} entities ${String(quotes).padStart(3)} quotes ${took.toFixed(0).padStart(5)} ms`);
      assert.deepEqual(seen, { shift: 0, isSameText: true, isSamePage: true, isUntouched: true, left: 0 }, painter);
    }
    assert.equal(await page.evaluate(embed), 0, "the element moves nothing");
    await context.close();
  });
}

test("pages: saved pages of real news sites", { skip: saved.length ? false : `no saved pages in ${SAVED}` }, () => {
  assert.ok(saved.length >= 10);
});

/** Runs in the page: highlights it, and tells what a reader or a script could notice. */
async function look(painter) {
  const { load } = await import("/newslight.js");
  const newslight = await load();
  const drawn = async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  };
  await drawn();
  let shift = 0;
  const shifts = new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (shift += value)));
  shifts.observe({ type: "layout-shift" });
  let changes = 0;
  const observer = new MutationObserver((records) => (changes += records.length));
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  const [html, text] = [document.documentElement.outerHTML, document.body.innerText];
  const began = performance.now();
  const highlighting = newslight.highlight(document, { painter });
  const took = performance.now() - began;
  await drawn();
  changes += observer.takeRecords().length;
  observer.disconnect();
  const isSameText = document.body.innerText === text;
  const { foundBy, annotations } = highlighting;
  highlighting.remove();
  await drawn();
  shifts.disconnect();
  return {
    foundBy, entities: annotations.entities.length, quotes: annotations.quotes.length, took, shift, isSameText,
    isSamePage: document.documentElement.outerHTML === html, isUntouched: painter === "mark" || changes === 0, left: CSS.highlights.size,
  };
}

/** Runs in the page: puts the element on it, opens its panel, and tells how much of the page moved. */
async function embed() {
  let shift = 0;
  new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (shift += value))).observe({ type: "layout-shift" });
  document.querySelector("article, main, body").id ||= "read-this";
  const widget = document.createElement("news-light");
  widget.setAttribute("for", `#${CSS.escape(document.querySelector("article, main, body").id)}`);
  widget.setAttribute("panel", "drawer");
  const done = new Promise((resolve) => ["newslight-ready", "newslight-error"].forEach((type) => widget.addEventListener(type, resolve)));
  document.body.append(widget);
  await import("/element.js");
  await done;
  widget.shadowRoot.querySelector(".opener")?.click();
  // The panel is fetched, and then stands in place of its opener.
  for (let frame = 0; frame < 600 && widget.shadowRoot.querySelector(".opener:not([hidden])"); frame++) await new Promise(requestAnimationFrame);
  for (let frame = 0; frame < 5; frame++) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  widget.remove();
  for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return shift;
}
