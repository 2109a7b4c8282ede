// The element on pages of its users: its manners, its errors, and that the page stays as it was.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { OURS, comes, engine, launch, serve, www } from "./support.mjs";

const ARTICLE = `<article lang="en"><h1>Elm builds a bridge</h1>
<p>“The bridge will open in May,” said Ana Ruiz, the mayor of Elm. “It is late.”</p>
<p>Ruiz said that the town had waited long enough. The “bridge” is a plank.</p></article>`;

const SCRIPT = '<script type="module" src="/element.js"></script>';
const page = (body, head = SCRIPT) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Elm</title>${head}</head><body>${body}</body></html>`;

const STRICT = {
  "content-security-policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types newslight",
};

const PAGES = {
  "/for": page(`${ARTICLE}<news-light for="article" panel></news-light>`),
  "/linked": page(`<article lang="en"><p>“It is late,” said <a id="ana" href="#top">Ana Ruiz</a>, the mayor of Elm.</p></article><news-light for="article"></news-light>`),
  "/wrapped": page(`<news-light panel>${ARTICLE}</news-light>`),
  "/bare": page(`${ARTICLE}<news-light for="article"></news-light>`),
  "/strict": { headers: STRICT, body: page(`${ARTICLE}<news-light for="article" panel></news-light>`) },
  "/no-wasm": {
    headers: { "content-security-policy": "script-src 'self'; style-src 'self'" },
    body: page(`${ARTICLE}<news-light for="article" panel></news-light>`),
  },
  "/late": page(`${ARTICLE}<news-light></news-light>`, ""),
  "/shadow": page(`<my-story></my-story>`, `${SCRIPT}<script type="module">
    customElements.define("my-story", class extends HTMLElement {
      constructor() {
        super();
        this.attachShadow({ mode: "open" }).innerHTML = \`${ARTICLE}<news-light for="article" panel theme="marker"></news-light>\`;
      }
    });</script>`),
  "/painter": page(`${ARTICLE}<news-light for="article" painter="brush"></news-light>`),
  "/types": page(`${ARTICLE}<news-light for="article" types="person persons"></news-light>`),
  "/selector": page(`${ARTICLE}<news-light for="art]icle"></news-light>`),
  "/lexicon": page(`${ARTICLE}<news-light for="article" lexicon="{oops"></news-light>`),
  "/lexicon-shape": page(`${ARTICLE}<news-light for="article" lexicon='[{"name":"Elm"}]'></news-light>`),
  "/target": page(`${ARTICLE}<news-light for="#story"></news-light>`),
  "/empty": page(`${ARTICLE}<news-light></news-light>`),
  "/language": page(`<article lang="fr"><p>Bonjour.</p></article><news-light for="article"></news-light>`),
  "/two": page(`${ARTICLE}<section lang="en"><p>“It is early,” said Bo Lind, the mayor of Oak, on Monday.</p></section><news-light for="article" panel></news-light><news-light for="section" panel></news-light>`),
  "/unknown": page(`${ARTICLE}<news-light for="article" type="person" data-x="1" title="A title" class="x" colour="red"></news-light><article lang="en"><p>Another.</p></article>`),
  "/confidence": page(`${ARTICLE}<news-light for="article" panel="inline" min-confidence="1"></news-light>`),
  "/wrong-confidence": page(`${ARTICLE}<news-light for="article" min-confidence="high"></news-light>`),
  "/object": page(`${ARTICLE}<news-light for="article" lexicon="[object Object]"></news-light>`),
  "/ignore": page(`${ARTICLE}<news-light for="article" ignore="Elm, Oak"></news-light>`),
  "/german": page(`${ARTICLE}<news-light for="article" panel="inline" lang="de-AT"></news-light>`),
  "/twice": page(`${ARTICLE}<news-light for="article"></news-light><news-light for="article"></news-light>`),
};

let server;
let browser;

before(async () => {
  server = await serve(undefined, PAGES);
  browser = await launch();
});

after(async () => {
  await browser.close();
  await server.close();
});

/** Opens a page with its news, errors and messages on record; `window.news` holds the events. What is
 * blocked never arrives, as with some extensions. */
async function open(path, blocked) {
  const tab = await browser.newPage();
  if (blocked) await tab.route(blocked, (route) => route.abort());
  tab.messages = [];
  tab.on("console", (message) => message.type() === "error" && tab.messages.push(message.text()));
  // Firefox tells what a policy says of its own request for a favicon.
  tab.on("pageerror", (error) => !error.message.includes("favicon") && tab.messages.push(`uncaught: ${error.message}`));
  await tab.addInitScript(() => {
    window.news = [];
    for (const type of ["newslight-ready", "newslight-select", "newslight-error"]) {
      document.addEventListener(type, (event) => news.push({ type, code: event.detail.code, message: event.detail.error?.message }));
    }
  });
  await tab.goto(server.address + path);
  return tab;
}

const until = (tab, type) => tab.waitForFunction((type) => news.some((one) => one.type === type), type);

for (const path of ["/for", "/wrapped", "/bare", "/strict"]) {
  test(`${path}: the article is read, and not one of its nodes is changed`, async () => {
    const tab = await open(path);
    await until(tab, "newslight-ready");
    const { html, painted, direct } = await tab.evaluate(() => ({
      html: document.querySelector("article").outerHTML,
      painted: [...CSS.highlights.keys()].filter((key) => key.startsWith("newslight-")),
      direct: [...CSS.highlights.get("newslight-direct")].map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset)),
    }));
    assert.equal(html, ARTICLE);
    assert.ok(painted.includes("newslight-person"), painted.join());
    assert.ok(direct.includes("“The bridge will open in May,”"), direct.join());
    assert.deepEqual(tab.messages, []);
    await tab.close();
  });
}

test("the colours reach the highlights, and leave with the element", async () => {
  const tab = await open("/for");
  await until(tab, "newslight-ready");
  const fill = () => tab.evaluate(() => getComputedStyle(document.querySelector("article p"), "::highlight(newslight-person)").backgroundColor);
  assert.match(await fill(), /0\.22\)$/);
  await tab.evaluate(() => document.querySelector("news-light").remove());
  await comes(async () => assert.doesNotMatch(await fill(), /0\.22\)$/));
  assert.deepEqual(await tab.evaluate(() => [[...CSS.highlights.keys()], document.adoptedStyleSheets.length]), [[], 0]);
  await tab.close();
});

test("an article in a shadow root is read, with its theme", async () => {
  const tab = await open("/shadow");
  await until(tab, "newslight-ready");
  const fill = await tab.evaluate(() => getComputedStyle(document.querySelector("my-story").shadowRoot.querySelector("article")).getPropertyValue("--newslight-fill"));
  assert.equal(fill.trim(), "100%");
  await tab.close();
});

test("properties set before the element is defined are kept, and reflect", async () => {
  const tab = await open("/late");
  await tab.evaluate(() => {
    const element = document.querySelector("news-light");
    Object.assign(element, { for: "article", types: ["person"], theme: "line", panel: "inline" });
    return import("/element.js");
  });
  await until(tab, "newslight-ready");
  const result = await tab.evaluate(() => {
    const element = document.querySelector("news-light");
    const { attributes, annotations, types } = element;
    return { names: [...attributes].map(({ name, value }) => `${name}=${value}`).sort(), types, kinds: [...new Set(annotations.entities.map(({ type }) => type))], quotes: annotations.quotes.length };
  });
  assert.deepEqual(result, { names: ["for=article", "panel=inline", "theme=line", "types=person"], types: "person", kinds: ["person"], quotes: 0 });
  await tab.close();
});

test("a move is not a removal", async () => {
  const tab = await open("/for");
  await until(tab, "newslight-ready");
  const isSame = await tab.evaluate(async () => {
    const element = document.querySelector("news-light");
    const before = element.highlighting;
    document.body.prepend(element);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return element.highlighting === before && news.length === 1;
  });
  assert.equal(isSame, true);
  await tab.close();
});

test("a changed attribute has the article read anew", async () => {
  const tab = await open("/for");
  await until(tab, "newslight-ready");
  await tab.evaluate(() => (document.querySelector("news-light").types = "quote"));
  await tab.waitForFunction(() => news.filter(({ type }) => type === "newslight-ready").length === 2);
  const keys = await tab.evaluate(() => [...CSS.highlights.keys()].filter((key) => CSS.highlights.get(key).size));
  assert.ok(!keys.includes("newslight-person") && keys.includes("newslight-direct"), keys.join());
  await tab.close();
});

test("the module can be imported twice, and on a server", async () => {
  const tab = await open("/for");
  await until(tab, "newslight-ready");
  await tab.evaluate(() => import("/element.js?again"));
  assert.deepEqual(tab.messages, []);
  await tab.close();
  await import("../../www/element.js");
});

test("a card comes with the focus, and goes with Escape", async () => {
  const tab = await open("/linked");
  await until(tab, "newslight-ready");
  await tab.keyboard.press("Tab");
  const card = tab.locator("news-light").getByRole("dialog");
  await card.waitFor();
  assert.match(await card.textContent(), /Ana Ruiz/);
  assert.equal(await tab.evaluate(() => document.activeElement.id), "ana", "the focus stays on the page's own link");
  await tab.keyboard.press("Escape");
  await card.waitFor({ state: "hidden" });
  await tab.close();
});

test("the openers of two widgets do not cover each other", async () => {
  const tab = await open("/two");
  await tab.waitForFunction(() => news.filter(({ type }) => type === "newslight-ready").length === 2);
  await comes(async () => {
    const [one, two] = await tab.evaluate(() => [...document.querySelectorAll("news-light")].map((widget) => widget.shadowRoot.querySelector(".opener").getBoundingClientRect().toJSON()));
    assert.ok(one.bottom <= two.top || two.bottom <= one.top, JSON.stringify([one, two]));
  });
  await tab.evaluate(() => document.querySelector("news-light").remove());
  await tab.close();
});

test("what means nothing is warned of by name, and what is not read is said", OURS, async () => {
  const tab = await open("/none");
  const said = [];
  tab.on("console", (message) => ["warning", "info"].includes(message.type()) && said.push(message.text()));
  await tab.goto(`${server.address}/unknown`);
  await until(tab, "newslight-ready");
  assert.deepEqual(said.map((text) => text.replace(/ (JSHandle.*|undefined)$/, "").replace(/ article$/, "")), [
    "<news-light>: there is no attribute type: did you mean types?",
    "<news-light>: there is no attribute colour",
    '<news-light>: for="article" finds 2 elements, and the fullest is read',
  ]);
  await tab.close();
});

test("what is less certain waits behind a switch, and no speaker is named who is not certain", OURS, async () => {
  const tab = await open("/confidence");
  await until(tab, "newslight-ready");
  const widget = tab.locator("news-light");
  assert.deepEqual(await widget.locator(".who").allTextContents(), ["No certain speaker"]);
  assert.equal(await widget.locator(".row.indirect").count(), 0);
  const more = widget.getByRole("button", { name: /^\d+ more, less certain$/ });
  const painted = () => tab.evaluate(() => CSS.highlights.get("newslight-indirect")?.size ?? 0);
  assert.equal(await painted(), 0);
  await more.click();
  assert.ok((await widget.locator(".row.indirect").count()) > 0 && (await painted()) > 0);
  assert.ok(await more.evaluate((button) => button === button.getRootNode().activeElement));
  await more.click();
  assert.equal(await painted(), 0);
  await tab.close();
});

test("names to ignore are not taken", OURS, async () => {
  const tab = await open("/ignore");
  await until(tab, "newslight-ready");
  const names = await tab.evaluate(() => document.querySelector("news-light").annotations.entities.map(({ name }) => name));
  assert.ok(names.includes("Ana Ruiz") && !names.includes("Elm"), names.join());
  await tab.close();
});

test("the interface speaks its language, and the article stays English", OURS, async () => {
  const tab = await open("/german");
  await until(tab, "newslight-ready");
  const widget = tab.locator("news-light");
  await widget.getByRole("region", { name: "Wer sagte was" }).waitFor();
  await widget.getByRole("tab", { name: /^Zitate \d/ }).waitFor();
  await tab.evaluate(() => (document.querySelector("news-light").words = { tabs: { quote: "Stimmen" } }));
  await widget.getByRole("tab", { name: /^Stimmen \d/ }).waitFor();
  await widget.getByRole("tab", { name: /^Orte \d/ }).waitFor();
  await tab.close();
});

/** The recipe for Subresource Integrity, with a hash for every file or with one that is wrong. */
function integrityPage(wrong) {
  const hash = (file) => `sha384-${createHash("sha384").update(file === wrong ? "" : readFileSync(join(www, file))).digest("base64")}`;
  const scripts = [...readdirSync(www), ...readdirSync(join(www, "pkg")).map((file) => `pkg/${file}`)].filter((file) => file.endsWith(".js"));
  const integrity = Object.fromEntries(scripts.map((file) => [`/${file}`, hash(file)]));
  return page(`${ARTICLE}<news-light for="article"></news-light>`, `<script type="importmap">${JSON.stringify({ integrity })}</script>
    <script type="module">
      import { load, loadPainter } from "/newslight.js";
      await loadPainter(fetch("/pkg/page_bg.wasm", { integrity: "${hash("pkg/page_bg.wasm")}" }));
      await load(fetch("/pkg/newslight_bg.wasm", { integrity: "${hash("pkg/newslight_bg.wasm")}" }));
      await import("/element.js");
    </script>`);
}

for (const wrong of [undefined, "newslight.js", "pkg/reading.js", "pkg/newslight_bg.wasm", "pkg/page_bg.wasm"]) {
  test(`files are checked by their hashes: ${wrong ? `${wrong} is another, and nothing is read` : "all are right"}`, async () => {
    PAGES["/integrity"] = integrityPage(wrong);
    const tab = await open("/integrity");
    if (wrong) {
      // WebKit tells its own console alone: there some time must do.
      if (engine === "webkit") await tab.waitForTimeout(1500);
      else await comes(async () => assert.ok(tab.messages.some((text) => /integrity/i.test(text)), tab.messages.join("\n")));
      assert.equal(await tab.evaluate(() => news.some(({ type }) => type === "newslight-ready")), false);
      assert.equal(await tab.evaluate(() => document.querySelector("article").outerHTML), ARTICLE);
    } else {
      await until(tab, "newslight-ready");
      assert.deepEqual(tab.messages, []);
    }
    await tab.close();
  });
}

/** Every wrong use: one message, one event that says what to change, and an untouched article. */
const WRONG = [
  ["/painter", "attribute", /painter="brush" is unknown; it can be auto, highlight or mark/],
  ["/types", "attribute", /"persons"; it can name person, /],
  ["/selector", "attribute", /for="art\]icle" is no CSS selector/],
  ["/lexicon", "lexicon", /lexicon is no JSON/],
  ["/lexicon-shape", "lexicon", /lexicon must be a list like/],
  ["/wrong-confidence", "attribute", /min-confidence="high" must be a number from 0 to 1/],
  ["/object", "lexicon", /given as an attribute before news-light was defined/],
  ["/target", "target", /for="#story" finds no element/],
  ["/empty", "target", /there is nothing to read/],
  ["/language", "language", /declared as "fr"/],
  ["/twice", "twice", /another <news-light> already reads this article/],
  ["/no-wasm", "load", /wasm-unsafe-eval/],
  ["/bare?blocked", "load", /(page|newslight)_bg\.wasm could not be loaded/],
];

for (const [path, code, message] of WRONG) {
  test(`wrong use, ${path}: one message, one event, and the article untouched`, code === "load" ? {} : OURS, async () => {
    const tab = await open(path, path.endsWith("?blocked") ? "**/*.wasm" : undefined);
    await until(tab, "newslight-error");
    await tab.waitForTimeout(100);
    const errors = await tab.evaluate(() => news.filter(({ type }) => type === "newslight-error"));
    assert.equal(errors.length, 1);
    assert.equal(errors[0].code, code);
    assert.match(errors[0].message, message);
    const ours = tab.messages.filter((text) => text.startsWith("<news-light>"));
    assert.equal(ours.length, 1, tab.messages.join("\n"));
    assert.match(ours[0], message);
    if (path !== "/language") assert.equal(await tab.evaluate(() => document.querySelector("article").outerHTML), ARTICLE);
    await tab.close();
  });
}
