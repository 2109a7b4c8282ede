// The editor's mode: an article corrected by keys alone, kept, and painted again from what was kept.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, require, serve, www } from "./support.mjs";

const ARTICLE = readFileSync(join(www, "articles/library.html"), "utf8");
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const page = (inside) => `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A story</title>
  <style>:root { color-scheme: light dark } body { max-width: 40rem; margin: auto; font: 1rem/1.5 Georgia, serif }</style><main><article>${ARTICLE}</article></main>
  <script>window.changes = []; window.news = []; window.saved = [];
    for (const type of ["newslight-ready", "newslight-error"]) addEventListener(type, ({ detail }) => news.push(detail.error?.message ?? "ready"));
    addEventListener("newslight-change", ({ detail }) => changes.push(detail));</script>
  <script type="module" src="/element.js"></script>${inside}`;

let browser;
let server;
const pages = {};

before(async () => {
  browser = await launch();
  server = await serve(undefined, pages);
  pages["/edit"] = page('<news-light id="widget" for="article" edit></news-light><script type="module">widget.save = (file) => saved.push(file);</script>');
  pages["/read"] = page('<news-light id="widget" for="article"></news-light>');
});

after(async () => {
  await browser?.close();
  await server?.close();
});

async function open(path, context = {}) {
  const tab = await browser.newPage(context);
  tab.faults = [];
  tab.loaded = [];
  tab.on("pageerror", ({ message }) => tab.faults.push(message));
  tab.on("response", (response) => tab.loaded.push(new URL(response.url()).pathname));
  await tab.goto(`${server.address}${path}`);
  await tab.waitForFunction(() => window.news.length > 0, undefined, { timeout: 30_000 });
  assert.deepEqual(await tab.evaluate(() => news), ["ready"]);
  return tab;
}

/** What the editor's dialog says and holds. */
const inside = (tab, act, argument) => tab.evaluate(([body, argument]) => new Function("root", "editor", "argument", `return (${body})(root, editor, argument)`)(widget.shadowRoot, widget.shadowRoot.querySelector(".editor"), argument), [String(act), argument]);
const status = (tab) => inside(tab, (root, editor) => editor.querySelector(".status").textContent);
const focusIn = (tab, selector) => inside(tab, (root, editor, selector) => (selector ? editor.querySelector(selector) : editor).focus(), selector);

test("who only reads loads no editor", async () => {
  const tab = await open("/read");
  assert.ok(!tab.loaded.some((path) => path.includes("editor")));
  await tab.close();
});

test("an article is corrected by keys alone, and painted again from what was kept", async () => {
  const tab = await open("/edit");
  await focusIn(tab);
  // What is unsure comes first, or else the first quote: somebody else said it.
  const words = await inside(tab, (root, editor) => editor.querySelector("blockquote").textContent);
  await tab.keyboard.press("s");
  assert.equal(await inside(tab, (root) => root.activeElement.className), "speaker");
  const names = await inside(tab, (root, editor) => [...editor.querySelector("select.speaker").options].map(({ text }) => text));
  const [before] = await inside(tab, (root) => [root.activeElement.value]);
  await tab.keyboard.press("End");
  await tab.keyboard.press("ArrowUp");
  assert.notEqual(await inside(tab, (root) => root.activeElement.value), before, names.join());
  assert.match(await status(tab), /said it/);
  // No quote at all.
  await tab.keyboard.press("Escape");
  await tab.keyboard.press("n");
  await tab.keyboard.press("x");
  assert.match(await status(tab), /No quote/);
  // A name that was missed.
  await tab.keyboard.press("a");
  await tab.keyboard.type("town");
  for (let presses = 0; presses < 3; presses++) await tab.keyboard.press("Tab");
  await tab.keyboard.press("Enter");
  assert.match(await status(tab), /Name added/);
  // Taken back, and done again.
  await focusIn(tab);
  await tab.keyboard.press("Control+z");
  assert.match(await status(tab), /Undone/);
  assert.equal(await tab.evaluate(() => widget.annotations.entities.some(({ name }) => name === "town")), false);
  await tab.keyboard.press("Control+Shift+z");
  assert.equal(await tab.evaluate(() => widget.annotations.entities.some(({ name }) => name === "town")), true);
  await tab.keyboard.press("Control+s");
  await tab.waitForFunction(() => saved.length === 1);
  const { file, annotations, count } = await tab.evaluate(() => ({ file: saved[0], annotations: widget.annotations, count: changes.length }));
  assert.ok(count >= 5, `${count} changes`);
  assert.deepEqual(file.corrections.map(({ action }) => action), ["speaker", "remove-quote", "add-name"]);
  const quote = annotations.quotes.find(({ content }) => content[0].start >= 0 && file.corrections[0].target[0].selector[1].start === content[0].start);
  assert.ok(quote?.speaker, words);
  assert.deepEqual(tab.faults, []);
  await tab.close();
  pages["/story.json"] = { headers: { "content-type": "application/json" }, body: JSON.stringify(file) };
  pages["/again"] = page('<news-light id="widget" for="article" annotations="/story.json"></news-light>');
  const again = await open("/again");
  assert.deepEqual(await again.evaluate(() => widget.annotations), annotations);
  assert.ok(!again.loaded.some((path) => /worker|editor/.test(path)));
  await again.close();
});

test("the type of a name, two that are one, a link, and words that name nothing", async () => {
  const tab = await open("/edit");
  const [first, second] = await tab.evaluate(() => widget.annotations.entities.filter(({ type }) => type === "person").map(({ id, name }) => ({ id, name })));
  const choose = (id) => inside(tab, (root, editor, key) => { const list = editor.querySelector('select[aria-label="What to correct"]'); list.value = key; list.dispatchEvent(new Event("change")); }, `e${id}`);
  const set = (selector, value) => inside(tab, (root, editor, { selector, value }) => { const field = editor.querySelector(selector); field.value = value; field.dispatchEvent(new Event("change")); }, { selector, value });
  const entity = (name) => tab.evaluate((name) => widget.annotations.entities.find((one) => one.name === name), name);
  await choose(first.id);
  await set("select.type", "work");
  assert.equal((await entity(first.name)).type, "work");
  await set("input.link", "https://example.org/x");
  assert.equal((await entity(first.name)).url, "https://example.org/x");
  const id = (await entity(second.name)).id;
  await set("select.same", String(id));
  await inside(tab, (root, editor) => editor.querySelector("button.join").click());
  assert.equal(await entity(first.name), undefined);
  assert.equal((await entity(second.name)).url, "https://example.org/x");
  for (let times = 0; times < 3; times++) await inside(tab, (root, editor) => editor.querySelector('[aria-keyshortcuts="Control+Z"]').click());
  assert.equal((await entity(first.name)).type, "person");
  assert.equal((await entity(first.name)).url, undefined);
  await tab.close();
});

test("words that are selected in the article are added", async () => {
  const tab = await open("/edit");
  await tab.evaluate(() => {
    const [range] = widget.highlighting.rangesOf({ start: widget.highlighting.text.indexOf("the town"), end: widget.highlighting.text.indexOf("the town") + 8 });
    document.getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  });
  await tab.waitForFunction(() => widget.shadowRoot.querySelector(".editor input.add").value === "the town");
  await inside(tab, (root, editor) => [...editor.querySelectorAll("button")].find(({ textContent }) => textContent === "Add").click());
  assert.ok(await tab.evaluate(() => widget.annotations.entities.some(({ name, mentions }) => name === "the town" && mentions[0].start === widget.highlighting.text.indexOf("the town"))));
  await tab.close();
});

for (const width of [390, 1280]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing at ${width}, ${colorScheme}, and nothing sticks out`, async () => {
      const tab = await open("/edit", { viewport: { width, height: 800 }, colorScheme });
      await tab.evaluate(AXE);
      const violations = await tab.evaluate(() => axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)));
      assert.deepEqual(violations, []);
      const box = await inside(tab, (root, editor) => { const { left, right, bottom } = editor.getBoundingClientRect(); return { left, right, bottom, scroll: editor.scrollWidth - editor.clientWidth }; });
      assert.ok(box.left >= 0 && box.right <= width && box.bottom <= 800 && box.scroll <= 0, JSON.stringify(box));
      if (process.env.SHOTS) await tab.screenshot({ path: `${process.env.SHOTS}/editor-${width}-${colorScheme}.png` });
      await tab.close();
    });
  }
}
