// Browsers that lack something, pages that take it away, and the module's own failures: newslight works with
// what there is, or says one sentence with a code that stays, and the article is as it was.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { comes, openPanel, visit, www } from "./support.mjs";

const ARTICLE = `<article><p>“We will mend the ferry,” said <a href="#x">Mara Lind</a>, the mayor of Elm.</p><p>Ole Brandt said that nobody had asked him.</p></article>`;
const WIDGET = `<news-light for="article" panel lexicon='[{"name":"Mara Lind","type":"person","url":"/mara"}]'></news-light>`;
const page = (head = "", widget = WIDGET) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Elm</title>${head}<script type="module" src="/element.js"></script></head><body>${ARTICLE}${widget}</body></html>`;

const visited = visit();
const { pages } = visited;

async function open(html, files = {}) {
  Object.assign(pages, { "/page": html }, files);
  const tab = await visited.browser.newPage();
  await tab.addInitScript(() => {
    window.news = [];
    for (const type of ["newslight-ready", "newslight-error"]) document.addEventListener(type, ({ detail }) => news.push({ type, code: detail.code, message: detail.error?.message }));
  });
  await tab.goto(`${visited.server.address}/page`);
  await tab.waitForFunction(() => news.length > 0);
  await tab.waitForTimeout(100);
  for (const file of Object.keys(files)) delete pages[file];
  return tab;
}

const script = (body) => `<script>${body}</script>`;
const js = (body) => ({ headers: { "content-type": "text/javascript" }, body });

/** What is taken from the browser, and how names are painted then. */
const LACKING = {
  "no popover": [script("delete HTMLElement.prototype.showPopover; delete HTMLElement.prototype.hidePopover; delete HTMLElement.prototype.popover"), "highlight"],
  "no URL.canParse": [script("delete URL.canParse"), "highlight"],
  "no String.toWellFormed": [script("delete String.prototype.toWellFormed"), "highlight"],
  "no scheduler": [script("delete window.scheduler"), "highlight"],
  "no idle callbacks": [script("delete window.requestIdleCallback"), "highlight"],
  "no highlights": [script("Object.defineProperty(CSS, 'highlights', { value: undefined })"), "mark"],
  "a Highlight of the page's own": [script("var Highlight = function (text) { this.text = text }"), "mark"],
  "a Highlight of the page's own, as a class": [script("class Highlight {} window.Highlight = Highlight"), "mark"],
  "a Highlight that is a string": [script("window.Highlight = 'yellow'"), "mark"],
  "no worker": [script("delete window.Worker"), "highlight"],
};

for (const [name, [head, painter]] of Object.entries(LACKING)) {
  test(`old: ${name}: the article is read, panel and card work, and nothing is left`, async () => {
    const tab = await open(page(head));
    assert.deepEqual(await tab.evaluate(() => news.map(({ type }) => type)), ["newslight-ready"]);
    assert.equal(await tab.evaluate(() => document.querySelector("news-light").highlighting.painter), painter);
    await tab.locator("news-light .opener").click();
    await tab.locator("news-light button.row").first().click();
    assert.equal(await tab.evaluate(() => document.querySelector("news-light").shadowRoot.querySelector(".panel").getBoundingClientRect().width > 200), true);
    await tab.evaluate(() => document.querySelector("article a").focus());
    const card = tab.locator("news-light .card");
    await card.waitFor();
    assert.match(await card.textContent(), /Mara Lind/);
    await tab.evaluate(() => document.querySelector("news-light").remove());
    await comes(async () => assert.equal(await tab.evaluate(() => document.querySelector("article").outerHTML), ARTICLE));
    await tab.close();
  });
}

test("old: without light-dark() panel and card have a colour of their own", async () => {
  const file = readFileSync(join(www, "pkg/page.js"), "utf8").replaceAll("light-dark(", "no-such-function(");
  const tab = await open(page(), { "/pkg/page.js": js(file) });
  await openPanel(tab);
  const colours = await tab.evaluate(() => {
    const { shadowRoot } = document.querySelector("news-light");
    return [".panel", ".card", ".opener"].map((part) => getComputedStyle(shadowRoot.querySelector(part)).backgroundColor);
  });
  for (const colour of colours) assert.equal(colour, "rgb(255, 255, 255)");
  await tab.close();
});

test("old: a browser without constructed sheets gets one sentence", async () => {
  const tab = await open(page(script("delete Document.prototype.adoptedStyleSheets; delete CSSStyleSheet.prototype.replaceSync")));
  const [{ type, code, message }] = await tab.evaluate("news");
  assert.deepEqual([type, code], ["newslight-error", "browser"]);
  assert.match(message, /too old.*Safari 16\.4/);
  assert.equal(await tab.evaluate(() => document.querySelector("article").outerHTML), ARTICLE);
  await tab.close();
});

/** Where the module fails: a part of its glue, and what is put in its place. */
const trap = "throw new WebAssembly.RuntimeError('unreachable')";
const FAULTS = {
  "while it reads": [/(\bread\(\w+\)\{)(?=return \w+\.page_read\()/, `$1 ${trap};`],
  "while it annotates": [/(export function annotatePage\([^)]*\)\s*\{)/, `$1 ${trap};`],
  "while it paints": [/(\bpaint\(\w+\)\{)(?=return \w+\.page_paint\()/, `$1 if ((globalThis.paints = (globalThis.paints ?? 0) + 1) > 0) ${trap};`],
  "after it has painted, and while it removes": [/(\bpaint\(\w+\)\{)return (\w+\.page_paint\([^)]*\))/, `$1 this.remove = () => { ${trap} }; $2; ${trap}; return $2`],
};

for (const painter of ["highlight", "mark"]) {
  for (const [name, [find, put]] of Object.entries(FAULTS)) {
    test(`old: the module fails ${name} (${painter}): an error with a code, and the article as it was`, async () => {
      const module = name === "while it annotates" ? "newslight.js" : "page.js";
      const file = readFileSync(join(www, "pkg", module), "utf8");
      const broken = file.replace(find, put);
      assert.notEqual(broken, file, "the glue has changed");
      const tab = await open(page("", `<news-light for="article" panel painter="${painter}"></news-light>`), { [`/pkg/${module}`]: js(broken) });
      const news = await tab.evaluate("news");
      assert.deepEqual(news.map(({ type, code }) => [type, code]), [["newslight-error", "internal"]]);
      assert.match(news[0].message, /left the article as it was/);
      assert.equal(await tab.evaluate(() => document.querySelector("article").outerHTML), ARTICLE);
      assert.deepEqual(await tab.evaluate(() => [[...CSS.highlights.keys()], document.adoptedStyleSheets.length, document.querySelector("news-light").shadowRoot.childElementCount]), [[], 0, 1]);
      await tab.close();
    });
  }
}
