// A page full of hostile names and attributes: nothing of it becomes markup, style or script, and
// newslight leaves no global, asks for nothing but its own files and stores nothing.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { OURS, launch, serve } from "./support.mjs";

/** Sets a flag where it runs. */
const RUNS = "window.wasRun=true";

/** Words that would do something if they were ever taken for markup, a style or a script. */
const HOSTILE = [
  `<img src=x onerror=${RUNS}>`,
  `"><script>${RUNS}</script>`,
  `'><svg onload=${RUNS}>`,
  `\${${RUNS}}`,
  `javascript:${RUNS}`,
  `</style><style>body{display:none}</style>`,
  `url(https://example.org/leak)`,
  "__proto__",
  "constructor",
];

const escaped = (words) => words.replace(/[&<>"]/g, (c) => `&#${c.codePointAt(0)};`);
const article = HOSTILE.map((words) => {
  const name = escaped(words);
  return `<p title="${name}">“The ${name} bridge is late,” said Ana ${name} Ruiz, the ${name} mayor of Elm, to the ${name} Herald. Ms. ${name} said that ${name} was “${name}”.</p>`;
}).join("\n");

const lexicon = escaped(JSON.stringify([
  { name: "Ana", type: "person", url: `javascript:${RUNS}`, aliases: ["Ruiz"] },
  { name: "Elm", type: "place", url: `"><script>${RUNS}</script>` },
  { name: "Herald", type: "organization", url: "https://example.org/herald", id: `<b>${RUNS}</b>` },
]));
const page = (element) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><body><article>${article}</article>${element}</body></html>`;

let server;
let browser;
before(async () => {
  server = await serve(undefined, { "/page": page(""), "/element": page(`<news-light for="article" panel lexicon="${lexicon}"></news-light>`) });
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.close();
});

/** Opens a page in a context of its own, with everything on record that it asks for. */
async function open(path) {
  const context = await browser.newContext();
  const opened = await context.newPage();
  opened.asked = [];
  opened.errors = [];
  context.on("request", (request) => opened.asked.push(request.url()));
  opened.on("pageerror", (error) => opened.errors.push(error.message));
  await opened.goto(`${server.address}${path}`);
  return opened;
}

/** What the page's code and the reader's browser hold after newslight has done its work. */
const state = () => {
  // Engines make their own globals when they are first asked for: a fresh window has them all. Playwright has its own, too.
  const frame = document.body.appendChild(document.createElement("iframe"));
  const globals = Object.getOwnPropertyNames(window).filter((name) => !(name in frame.contentWindow) && !/^(\d+$|__pw)/.test(name));
  frame.remove();
  return {
    wasRun: "wasRun" in window,
    elements: document.querySelectorAll("article *").length,
    polluted: [{}.polluted, [].polluted, (() => {}).polluted].some((value) => value !== undefined),
    stored: [localStorage.length, sessionStorage.length, document.cookie.length],
    globals: globals.sort(),
  };
};

for (const painter of ["highlight", "mark"]) {
  test(`hostile words stay words, with the painter ${painter}`, async () => {
    const page = await open("/page");
    const before = await page.evaluate(state);
    const { painted, same } = await page.evaluate(async (painter) => {
      const { load } = await import("/newslight.js");
      const newslight = await load();
      const root = document.querySelector("article");
      const html = root.innerHTML;
      const text = root.textContent;
      const highlighting = newslight.highlight(root, { painter });
      const painted = highlighting.annotations.quotes.length && root.textContent === text;
      const foreign = root.querySelectorAll("script, style, img, svg, a").length;
      highlighting.remove();
      return { painted: painted && foreign === 0, same: root.innerHTML === html };
    }, painter);
    assert.ok(painted, "the words are painted, and nothing but words");
    assert.ok(same, "the page is as it was");
    const after = await page.evaluate(state);
    assert.deepEqual(after, before);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}

test("the element shows hostile names as words and follows no script address", async () => {
  const page = await open("/element");
  await page.addScriptTag({ type: "module", url: "/element.js" });
  await page.waitForFunction(() => document.querySelector("news-light").highlighting ?? document.querySelector("news-light").annotations);
  await page.waitForTimeout(300);
  const found = await page.evaluate(() => {
    const element = document.querySelector("news-light");
    // A closed root is opened by nobody; then only what ran can be told.
    const root = element.shadowRoot ?? element;
    const handlers = (node) => [...node.attributes].filter(({ name }) => /^on/i.test(name)).length;
    return {
      wasRun: "wasRun" in window,
      scripts: root.querySelectorAll("script, iframe, object, embed, img").length,
      handlers: [...root.querySelectorAll("*")].reduce((sum, node) => sum + handlers(node), 0),
      text: root.textContent.length,
    };
  });
  assert.equal(found.wasRun, false);
  assert.equal(found.scripts, 0);
  assert.equal(found.handlers, 0);
  assert.ok(found.text > 0, "the panel shows something");
  const addresses = [];
  await page.locator("news-light .opener").click();
  for (const tab of ["#tab-person", "#tab-organization", "#tab-place"]) {
    await page.locator(`news-light ${tab}`).click();
    for (const row of await page.locator("news-light button.row").all()) {
      await row.click();
      addresses.push(...await page.locator("news-light [href]").evaluateAll((links) => links.map((link) => link.href)));
    }
  }
  assert.ok(addresses.includes("https://example.org/herald"), `a sound address is offered, not only ${addresses}`);
  for (const address of addresses) assert.match(address, /^https?:/);
  assert.equal(await page.evaluate(() => "wasRun" in window), false);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("only its own files are asked for, and nothing is stored", async () => {
  for (const path of ["/page", "/element"]) {
    const page = await open(path);
    await page.evaluate(async () => {
      const { load } = await import("/newslight.js");
      await import("/element.js");
      (await load()).highlight(document.querySelector("article")).remove();
    });
    await page.waitForTimeout(500);
    const strangers = page.asked.filter((address) => !address.startsWith(`${server.address}/`) && !/^(data|blob):/.test(address));
    assert.deepEqual(strangers, []);
    const { stored, wasRun } = await page.evaluate(state);
    assert.deepEqual(stored, [0, 0, 0]);
    assert.equal(wasRun, false);
    assert.deepEqual(await page.context().cookies(), []);
    assert.deepEqual(await page.evaluate(async () => [(await indexedDB.databases()).length, (await caches.keys()).length]), [0, 0]);
    await page.context().close();
  }
});

test("options with a prototype's names change no prototype", OURS, async () => {
  const page = await open("/page");
  const { polluted, answers } = await page.evaluate(async () => {
    const { load } = await import("/newslight.js");
    const newslight = await load();
    const hostile = [
      JSON.parse('{"__proto__": {"polluted": true}}'),
      JSON.parse('{"constructor": {"prototype": {"polluted": true}}}'),
      { lexicon: [JSON.parse('{"name": "__proto__", "type": "person", "__proto__": {"polluted": true}}')] },
      { lexicon: [{ name: "constructor", type: "place", aliases: ["__proto__", "toString"], id: "__proto__" }] },
      { types: ["__proto__"] },
      { types: ["constructor"] },
      Object.create(null),
      Object.create({ types: ["person"] }),
    ];
    const answers = hostile.map((options) => {
      try {
        newslight.annotate("Ana Ruiz met __proto__ and constructor in Elm.", options);
        return "answers";
      } catch (error) {
        return error.constructor.name;
      }
    });
    return { polluted: [{}.polluted, [].polluted].some((value) => value !== undefined), answers };
  });
  assert.equal(polluted, false);
  for (const answer of answers) assert.match(answer, /^(answers|TypeError)$/);
  assert.deepEqual(answers.slice(4, 6), ["TypeError", "TypeError"]);
  await page.context().close();
});
