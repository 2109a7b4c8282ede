// What <news-light> reads where a selector fits a card, a frame, a component, several elements or nothing yet, and
// what it says where it cannot read.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "./support.mjs";

const ONE = "“It is late,” said Lina Moreau, the mayor of Merrow.";
const TWO = "“We cannot pay,” said Tom Hale.";
const ARTICLE = `<article><p>${ONE}</p></article>`;
const widget = (attributes = 'for="article"') => `<news-light ${attributes}></news-light>`;

const visited = visit();
const { pages: answers } = visited;

/** Opens a page with a widget; what came of it. `act` runs in the page once the module is there. */
async function open(body, { lang = "en", act } = {}) {
  answers["/page.html"] = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>A page</title><body>${body}
    <script>window.news = []; for (const type of ["newslight-ready", "newslight-error"]) addEventListener(type, ({ detail, target }) => news.push(detail.code ?? target.highlighting.text));</script>
    <script type="module" src="/element.js"></script>`;
  const page = await visited.browser.newPage();
  await page.goto(`${visited.server.address}/page.html`);
  if (act) await page.evaluate(act);
  const widgets = await page.evaluate(() => document.querySelectorAll("news-light").length);
  await page.waitForFunction((widgets) => news.length >= widgets, widgets);
  const { news, said } = await page.evaluate(() => ({ news, said: CSS.highlights.size }));
  await page.close();
  return { news, said };
}

for (const lang of ["en", "en-GB", "en_US", "EN-us", "eng", "English", " en "]) {
  test(`target: lang="${lang}" is English`, async () => assert.deepEqual((await open(ARTICLE + widget(), { lang })).news, [ONE]));
}
for (const lang of ["de", "fr-FR", "enm", "es_EN"]) {
  test(`target: lang="${lang}" is not`, async () => assert.deepEqual(await open(ARTICLE + widget(), { lang }), { news: ["language"], said: 0 }));
}

const TEASER = "<article><a href=/x>Tom Hale resigns as harbour master</a></article>";
const CASES = [
  ["the fullest of several stories", `${TEASER}${ARTICLE}${TEASER}${widget()}`, [ONE]],
  ["all parts of one article", `<div class="body"><p>${ONE}</p></div><p>Between</p><div class="body"><p>${TWO}</p></div>${widget('for=".body"')}`, [`${ONE}\n\n${TWO}`]],
  ["a frame", `<iframe srcdoc="<article>${ONE}</article>"></iframe>${widget('for="iframe"')}`, ["target"]],
  ["a component with an open shadow root", `<story-card><template shadowrootmode="open">${ARTICLE}</template></story-card>${widget('for="story-card"')}`, [ONE]],
  ["nothing", `<p>${ONE}</p>${widget()}`, ["target"]],
  ["an article without a text", `<article><nav><a href=/>Home</a></nav><img alt=""></article>${widget()}`, ["empty"]],
  ["one article twice", `${ARTICLE}${widget()}${widget()}`, [ONE, "twice"]],
  ["two stories, each by an element of its own", `${ARTICLE}<article><p>${TWO}</p></article>${widget()}${widget()}`, [ONE, TWO]],
];
for (const [name, body, news] of CASES) {
  test(`target: ${name}`, async () => assert.deepEqual((await open(body)).news.sort(), [...news].sort()));
}

for (const [name, attributes] of [["a moment later", 'for="article"'], ["much later, observed", 'for="article" observe']]) {
  test(`target: an article that comes ${name}`, async () => {
    const late = name.startsWith("much") ? 4000 : 700;
    const act = `setTimeout(() => document.body.insertAdjacentHTML("afterbegin", ${JSON.stringify(ARTICLE)}), ${late})`;
    assert.deepEqual((await open(widget(attributes), { act })).news, [ONE]);
  });
}
