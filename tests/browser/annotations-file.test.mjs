// A page that is painted from a file of annotations: that it looks the same as by the model, and what becomes of files
// that cannot be used.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { launch, serve, www } from "./support.mjs";

const ARTICLE = readFileSync(join(www, "articles/mill.html"), "utf8");
const SHIPPED = join(www, "../dist/newslight/");

const page = (inside, article = ARTICLE) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A story</title><article>${article}</article>
  <script>window.news = []; for (const type of ["newslight-ready", "newslight-error"]) addEventListener(type, ({ detail }) => news.push({ type, code: detail.code, message: detail.error?.message }));</script>
  <script type="module" src="/element.js"></script>${inside}`;

let browser;
let server;
let file;
const pages = {};

before(async () => {
  browser = await launch();
  server = await serve(SHIPPED, pages);
  pages["/model"] = page('<news-light id="widget" for="article"></news-light>');
  const tab = await open("/model");
  file = await tab.evaluate(() => widget.highlighting.toFile({ source: "https://example.org/story" }));
  pages["/story.json"] = { headers: { "content-type": "application/json" }, body: JSON.stringify(file) };
  pages["/file"] = page('<news-light id="widget" for="article" annotations="/story.json"></news-light>');
  await tab.close();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens a page and waits for its news. */
async function open(path) {
  const tab = await browser.newPage();
  tab.loaded = [];
  tab.on("response", (response) => tab.loaded.push(new URL(response.url()).pathname));
  await tab.goto(`${server.address}${path}`);
  await tab.waitForFunction(() => window.news.length > 0, undefined, { timeout: 30_000 });
  return tab;
}

/** Everything that is painted: its kind, its words and where they are. */
const painted = (tab) => tab.evaluate(() => widget.highlighting.ranges.map(({ kind, range }) => {
  const before = document.createRange();
  before.setStart(document.querySelector("article"), 0);
  before.setEnd(range.startContainer, range.startOffset);
  return `${kind} ${before.toString().length} ${range}`;
}));

test("a file paints what the model paints, and starts no worker", async () => {
  const [model, saved] = [await open("/model"), await open("/file")];
  const ranges = await painted(model);
  assert.ok(ranges.length > 20, ranges.join("\n"));
  assert.deepEqual(await painted(saved), ranges);
  assert.deepEqual(await saved.evaluate(() => widget.annotations), await model.evaluate(() => widget.annotations));
  assert.deepEqual(await saved.evaluate(() => widget.highlighting.orphans), []);
  assert.ok(model.loaded.includes("/worker.js"));
  assert.ok(!saved.loaded.some((path) => /worker|editor/.test(path)), saved.loaded.join());
  await model.close();
  await saved.close();
});

/** What a page that is painted from a file may load, as brotli sends it. */
const BUDGET = 102_000;

test("a file loads what paints, and nothing that annotates", async () => {
  const tab = await open("/file");
  const files = tab.loaded.filter((path) => path !== "/file" && path !== "/story.json");
  assert.ok(files.includes("/pkg/page_bg.wasm"), files.join());
  assert.deepEqual(files.filter((path) => /worker|newslight_bg|pkg\/newslight|editor/.test(path)), []);
  assert.equal(new Set(files).size, files.length, "each once");
  const bytes = files.reduce((sum, path) => sum + brotliCompressSync(readFileSync(join(SHIPPED, path))).length, 0);
  console.log(`painted from a file: ${files.length} requests, ${bytes} bytes`);
  assert.ok(bytes <= BUDGET, `${bytes} bytes`);
  await tab.close();
});

test("what paints annotates in the worker, or not at all", async () => {
  const tab = await open("/file");
  const [message, count] = await tab.evaluate(async () => {
    const { loadPainter } = await import("/newslight.js");
    const painter = await loadPainter();
    const root = document.querySelector("article");
    const refused = (() => {
      try {
        return painter.highlight(root);
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    })();
    const highlighting = await painter.highlightAsync(root);
    return [refused, highlighting.annotations.quotes.length];
  });
  assert.match(message, /^TypeError: newslight.highlight: what annotates is not loaded/);
  assert.ok(count > 0 && tab.loaded.includes("/worker.js"), `${count} quotes, ${tab.loaded}`);
  await tab.close();
});

test("a file within the element paints as well, and the page keeps its nodes", async () => {
  const script = `<script type="application/json">${JSON.stringify(file).replaceAll("<", "\\u003c")}</script>`;
  pages["/inline"] = page(`<news-light id="widget" for="article">${script}</news-light>`);
  const tab = await open("/inline");
  const html = ARTICLE.replace(/\s+/g, " ").trim();
  assert.ok((await painted(tab)).length > 20);
  assert.equal((await tab.evaluate(() => document.querySelector("article").innerHTML)).replace(/\s+/g, " ").trim(), html);
  assert.ok(!tab.loaded.some((path) => path.includes("worker")));
  await tab.close();
});

test("an edited page is painted where the words still are, and the rest is told", async () => {
  const paragraphs = ARTICLE.split("\n").filter((line) => line.startsWith("<p"));
  const edited = ARTICLE.replace(paragraphs[2], "<p>Something else stands here now.</p>").replaceAll("“", "&quot;").replaceAll("”", "&quot;").replaceAll("’", "'");
  pages["/edited"] = page('<news-light id="widget" for="article" annotations="story.json"></news-light>', edited);
  const tab = await open("/edited");
  const [before, now] = [await open("/model"), tab];
  const [all, some] = [await painted(before), await painted(now)];
  const orphans = await now.evaluate(() => widget.highlighting.orphans.map(({ exact }) => exact));
  assert.ok(orphans.length > 0 && some.length < all.length && some.length > all.length / 2, `${some.length} of ${all.length}, ${orphans}`);
  const plain = (line) => line.replace(/ \d+/, "").replace(/[“”]/g, '"').replaceAll("’", "'");
  const known = new Set(all.map(plain));
  assert.deepEqual(some.map(plain).filter((line) => !known.has(line)), []);
  await tab.close();
  await before.close();
});

/** The article as the desk has edited it: two paragraphs are other ones. */
const EDITED = (() => {
  const paragraphs = ARTICLE.split("\n").filter((line) => line.startsWith("<p>"));
  return ARTICLE
    .replace(paragraphs[2], '<p>"We will sell nothing," said Priya Raman. "Not one sack," said Ines Falk, a driver from Elm.</p>')
    .replace(paragraphs.at(-1), "<p>The gates were shut when Tom Hallacher came back.</p>");
})();

const isModel = (path) => /worker|newslight_bg|pkg\/newslight/.test(path);

/** What is painted, without its place: a paragraph that is longer or shorter moves all behind it. */
const words = async (tab) => (await painted(tab)).map((line) => line.replace(/ \d+/, ""));

test("renewed: where nothing has changed no model is fetched", async () => {
  pages["/same"] = page('<news-light id="widget" for="article" annotations="/story.json" renew></news-light>');
  const [saved, renewed] = [await open("/file"), await open("/same")];
  assert.deepEqual(await painted(renewed), await painted(saved));
  assert.deepEqual(renewed.loaded.filter(isModel), []);
  await saved.close();
  await renewed.close();
});

test("renewed: paragraphs that have changed are annotated, those alone, and what people put right outlives it", async () => {
  const raman = { name: "Priya Raman", type: "person" };
  const corrections = [
    { action: "link", entity: raman, url: "/topics/raman" },
    { action: "ignore", name: "Kessing" },
    { action: "type", entity: { name: "Ines Falk", type: "person" }, type: "organization" },
  ];
  // What was saved says Goodfare to be a place: another reading would not.
  const entities = file.entities.map((entity) => (entity.name === "Goodfare" ? { ...entity, type: "place" } : entity));
  assert.notDeepEqual(entities, file.entities);
  pages["/right.json"] = { headers: { "content-type": "application/json" }, body: JSON.stringify({ ...file, entities, corrections }) };
  for (const renew of ["", "renew"]) pages[`/edited${renew}`] = page(`<news-light id="widget" for="article" annotations="/right.json" ${renew}></news-light>`, EDITED);
  const [kept, renewed] = [await open("/edited"), await open("/editedrenew")];
  assert.deepEqual(kept.loaded.filter(isModel), []);
  assert.ok(renewed.loaded.filter(isModel).length > 0, renewed.loaded.join());
  const [before, after] = [await words(kept), await words(renewed)];
  assert.ok(before.every((line) => after.includes(line)), before.filter((line) => !after.includes(line)).join("\n"));
  assert.ok(!after.some((line) => /^\w+ Kessing$/.test(line)) && after.includes("place Goodfare"), after.join("\n"));
  const [quotes, told] = await renewed.evaluate(() => {
    const { text, corrections } = widget.highlighting;
    const { entities, quotes } = widget.annotations;
    const fresh = quotes.filter(({ content: [{ start, end }] }) => /sell nothing|one sack/.test(text.slice(start, end)));
    return [fresh.map(({ speaker }) => [speaker.name, entities[speaker.entity].type, entities[speaker.entity].url]), corrections.length];
  });
  assert.deepEqual(quotes, [["Priya Raman", "person", "/topics/raman"], ["Ines Falk", "organization", undefined]]);
  assert.equal(told, corrections.length);
  const again = await renewed.evaluate(() => widget.highlighting.toFile());
  assert.deepEqual(again.corrections, corrections);
  await kept.close();
  await renewed.close();
});

test("renewed: where the model cannot be had the file is painted as it is", async () => {
  const tab = await open("/edited");
  const before = await painted(tab);
  await tab.route(/newslight_bg/, (route) => route.abort());
  const [after, warned] = await tab.evaluate(async () => {
    const warned = [];
    console.warn = (message) => warned.push(message);
    widget.setAttribute("renew", "");
    await new Promise((resolve) => addEventListener("newslight-ready", resolve, { once: true }));
    return [widget.highlighting.ranges.length, warned];
  });
  assert.equal(after, before.length);
  assert.match(warned.join(), /not annotated: .*newslight_bg\.wasm could not be loaded/);
  await tab.close();
});

/** Files that cannot be used: what stands there, and what the error says. */
const REFUSED = {
  missing: [undefined, /missing\.json could not be loaded: the server answered 404/],
  broken: ["{", /no JSON/],
  newer: [() => JSON.stringify({ ...file, version: 9 }), /version 9/],
  markup: ["<img src=x onerror=alert(1)>", /no JSON/],
  enormous: [() => JSON.stringify({ ...file, paragraphs: Array(60_000).fill(0) }), /too long/],
};

for (const [name, [body, message]] of Object.entries(REFUSED)) {
  test(`a file that is ${name}: one clear error, and the page as it was`, async () => {
    if (body) pages[`/${name}.json`] = { headers: { "content-type": "application/json" }, body: typeof body === "string" ? body : body() };
    pages[`/${name}`] = page(`<news-light id="widget" for="article" annotations="${name}.json"></news-light>`);
    const tab = await open(`/${name}`);
    const news = await tab.evaluate(() => window.news);
    assert.equal(news.length, 1);
    assert.equal(news[0].code, "annotations");
    assert.match(news[0].message, message);
    assert.deepEqual(await tab.evaluate(() => [...(CSS.highlights?.keys() ?? [])]), []);
    assert.ok(!tab.loaded.some((path) => path.includes("worker")));
    await tab.close();
  });
}
