// Links to quotes: Chromium really finds the words that the link means, and scrolls to them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { textFragment } from "../../www/newslight.js";
import { launch, serve } from "./support.mjs";

const FILLER = "The meeting went on, and nobody left before the end of it, for the rain had come early.";
const LONG = `“We waited ${"and waited, and wrote letters that nobody read, ".repeat(5)}until the roof fell in.”`;

const PARAGRAPHS = [
  "“Enough,” said the first.",
  ...Array(30).fill(FILLER),
  "“Enough,” said the second, & left with a well-known smile.",
  ...Array(30).fill(FILLER),
  '"Half-done, half-paid & late," the builder said, "as ever."',
  ...Array(30).fill(FILLER),
  `She said: ${LONG} It was late.`,
  ...Array(30).fill(FILLER),
];
const TEXT = PARAGRAPHS.join("\n\n");

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Links</title><style>p { margin: 0 0 1em }</style>
<body>${PARAGRAPHS.map((text, index) => `<p id="p${index}">${text.replaceAll("&", "&amp;")}</p>`).join("")}`;

let server;
let browser;

before(async () => {
  server = await serve(undefined, { "/article": PAGE });
  browser = await launch();
});

after(async () => {
  await browser.close();
  await server.close();
});

const CASES = [
  ["words that stand earlier as well", ["“Enough,”"], 31, 1],
  ["straight marks, dashes, an ampersand, and a cue in between", ['"Half-done, half-paid & late,"', '"as ever."'], 62, 0],
  ["long words", [LONG], 93, 0],
];

for (const [name, pieces, paragraph, nth] of CASES) {
  test(`a link to ${name}`, async () => {
    const content = pieces.map((piece) => {
      let start = TEXT.indexOf(piece);
      for (let i = 0; i < nth; i++) start = TEXT.indexOf(piece, start + 1);
      return { start, end: start + piece.length };
    });
    const url = textFragment({ content }, TEXT, { url: `${server.address}/article` });
    const tab = await browser.newPage();
    await tab.goto(url);
    await tab.waitForFunction(() => scrollY > 0, null, { timeout: 5000 }).catch(() => assert.fail(`${url} does not scroll`));
    await tab.waitForTimeout(200);
    const seen = await tab.evaluate((id) => {
      const { top, bottom } = document.getElementById(id).getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    }, `p${paragraph}`);
    assert.ok(seen, url);
    await tab.close();
  });
}
