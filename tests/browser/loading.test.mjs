// How the files come to the page: types and addresses that servers make up, the disk, XHTML, two copies.

import assert from "node:assert/strict";
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, serve, www } from "./support.mjs";

const WORDS = "<p>“We will mend the ferry,” said Mara Lind, the mayor of Elm.</p>";
const NEXT = "<p>“The quay is closed,” said Ole Brandt, a pilot.</p>";
const SCRIPT = '<script type="module" src="/element.js"></script>';
const WIDGET = '<news-light for="article" panel=""></news-light>';
const page = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Elm</title></head><body>${body}</body></html>`;

const pages = {};
let server;
let browser;
before(async () => {
  server = await serve(undefined, pages);
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.close();
});

/** Opens a page at an address of its own, with what it says of itself. */
async function open(body, { path = "/page.html", headers = {}, address = server.address } = {}) {
  pages[path] = { headers, body };
  const tab = await browser.newPage();
  tab.messages = [];
  tab.on("console", (message) => message.type() === "error" && tab.messages.push(message.text()));
  tab.on("pageerror", (error) => tab.messages.push(error.message));
  await tab.goto(`${address}${path}`);
  return tab;
}

/** The speakers of every widget of the page, once each has read or failed. */
async function speakers(tab) {
  await tab.waitForFunction(() => [...document.querySelectorAll("news-light")].every(({ annotations, error }) => annotations || error));
  return tab.evaluate(() => [...document.querySelectorAll("news-light")].map(({ annotations }) => annotations.quotes.map(({ speaker }) => speaker.name).join()));
}

const wasm = () => readFileSync(join(www, "pkg/newslight_bg.wasm"));
const TYPES = ["application/wasm; charset=utf-8", "application/wasm;charset=UTF-8", "Application/WASM", "application/octet-stream", "text/html; charset=utf-8", "application/wasm-module", ""];

for (const type of TYPES) {
  test(`loading: a module that is served as ${type || "nothing"}`, async () => {
    pages["/given.wasm"] = { headers: { "content-type": type }, body: wasm() };
    const tab = await open(page(WORDS));
    const found = await tab.evaluate(async () => {
      const { load } = await import("/newslight.js");
      const { annotate } = await load("/given.wasm");
      return annotate("“It is done,” Ana Ruiz said.").quotes[0].speaker.name;
    });
    assert.deepEqual([found, tab.messages], ["Ana Ruiz", []]);
    await tab.close();
  });
}

test("loading: a server that knows no .wasm answers with its page, and one sentence says so", async () => {
  pages["/page.wasm"] = { headers: { "content-type": "text/html" }, body: "<!doctype html><title>Not found</title>" };
  const tab = await open(page(WORDS));
  const message = await tab.evaluate(() => import("/newslight.js").then(({ load }) => load("/page.wasm")).then(() => "loaded", (error) => error.message));
  assert.match(message, /^newslight: \/page\.wasm could not be loaded: /);
  await tab.close();
});

for (const attribute of ['panel=""', 'panel="drawer"', 'panel="true"']) {
  test(`loading: ${attribute}, as frameworks write a word alone, is a drawer`, async () => {
    const tab = await open(page(`<article>${WORDS}</article><news-light for="article" ${attribute}></news-light>${SCRIPT}`));
    assert.deepEqual(await speakers(tab), ["Mara Lind"]);
    assert.equal(await tab.evaluate(() => Boolean(document.querySelector("news-light").shadowRoot.querySelector("[part~=opener]"))), true);
    assert.deepEqual(tab.messages, []);
    await tab.close();
  });
}

test("loading: from the disk the page stays as it is, and the recipes say what is needed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "newslight-"));
  try {
    const html = page(`<article>${WORDS}</article>${WIDGET}<script type="module" src="${pathToFileURL(join(www, "element.js")).href}"></script>`);
    writeFileSync(join(folder, "page.html"), html);
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(join(folder, "page.html")).href);
    await tab.waitForTimeout(500);
    assert.equal(await tab.evaluate(() => document.querySelector("article").innerHTML), WORDS);
    await tab.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  assert.match(readFileSync(join(www, "RECIPES.md"), "utf8"), /`file:\/\/`: serve the folder/);
});

const XHTML = { headers: { "content-type": "application/xhtml+xml; charset=utf-8" }, path: "/page.xhtml" };
const xhtml = (body, attributes = 'lang="en"') => `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" ${attributes}><head><title>Elm</title></head><body>${body}</body></html>`;

test("loading: in XHTML by a classic script, as the recipe has it", async () => {
  const [, call] = /there a classic script does: `([^`]+)`/.exec(readFileSync(join(www, "RECIPES.md"), "utf8"));
  const tab = await open(xhtml(`<article>${WORDS}</article>${WIDGET}<script>${call.replace("/newslight/", "/")}</script>`), XHTML);
  assert.deepEqual(await speakers(tab), ["Mara Lind"]);
  assert.deepEqual(tab.messages, []);
  await tab.close();
});

test("loading: XHTML that declares another language in its own way is left alone", async () => {
  for (const [attributes, outcome] of [['xml:lang="de"', "language"], ['xml:lang="en-GB"', "ready"], ['xml:lang="de" lang="en"', "ready"]]) {
    const news = '<script>window.news = []; for (const type of ["ready", "error"]) document.addEventListener(`newslight-${type}`, ({ detail }) => news.push(detail.code ?? type));</script>';
    const tab = await open(xhtml(`${news}<article>${WORDS}</article>${WIDGET}<script>import("/element.js")</script>`, attributes), XHTML);
    await tab.waitForFunction(() => news.length);
    assert.deepEqual(await tab.evaluate(() => news), [outcome], attributes);
    await tab.close();
  }
});

/** A second copy of the package, as a plug-in and a theme may bring one each. */
async function twoCopies(act) {
  const other = await serve();
  try {
    await act(other.address);
  } finally {
    await other.close();
  }
}

test("loading: the lines of the CDNs, as README has them", () => twoCopies(async (other) => {
  const lines = readFileSync(join(www, "../README.md"), "utf8").match(/^<script type="module" src="https:.*$/gm);
  assert.equal(lines.length, 2);
  for (const line of lines) {
    const tab = await open(page(`<article>${WORDS}</article>${WIDGET}${line.replace(/https:.*newslight(?=\/element)/, other)}`));
    assert.deepEqual(await speakers(tab), ["Mara Lind"]);
    assert.deepEqual(await tab.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.startsWith(location.origin) && !name.endsWith("/favicon.ico"))), []);
    assert.deepEqual(tab.messages, []);
    await tab.close();
  }
}));

test("loading: the element twice, from two places: one defines it, each article is read once, and nothing is said", () => twoCopies(async (other) => {
  const tab = await open(page(`<article>${WORDS}</article>${WIDGET}<script type="module" src="${other}/element.js"></script>${SCRIPT}`));
  assert.deepEqual(await speakers(tab), ["Mara Lind"]);
  assert.equal(await tab.evaluate(() => CSS.highlights.get("newslight-direct").size), 1);
  assert.deepEqual(tab.messages, []);
  await tab.close();
}));

for (const painter of ["highlight", "mark"]) {
  test(`loading: the module in two copies, each with a story of its own (${painter})`, () => twoCopies(async (other) => {
    const tab = await open(page(`<article>${WORDS}</article><section>${NEXT}</section>`));
    const counts = await tab.evaluate(async ([other, painter]) => {
      const html = document.body.innerHTML;
      const [one, two] = await Promise.all(["", other].map(async (origin) => (await import(`${origin}/newslight.js`)).load()));
      const painted = () => document.querySelectorAll("mark.newslight-direct").length + (CSS.highlights.get("newslight-direct")?.size ?? 0);
      const first = one.highlight(document.querySelector("article"), { painter });
      const second = two.highlight(document.querySelector("section"), { painter });
      const counts = [painted()];
      first.remove();
      counts.push(painted());
      second.remove();
      return [...counts, painted(), document.adoptedStyleSheets.length, document.body.innerHTML === html];
    }, [other, painter]);
    assert.deepEqual(counts, [2, 1, 0, 0, true]);
    assert.deepEqual(tab.messages, []);
    await tab.close();
  }));
}

test("loading: an older version defined the element, and the newer one keeps away", async () => {
  const older = '<script>customElements.define("news-light", class extends HTMLElement {})</script>';
  const tab = await open(page(`${older}<article>${WORDS}</article>${WIDGET}`));
  await tab.evaluate(() => import("/element.js"));
  assert.deepEqual(tab.messages, []);
  assert.equal(await tab.evaluate(() => document.querySelector("article").innerHTML), WORDS);
  await tab.close();
});
