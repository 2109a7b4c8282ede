// Links to quotes: Chromium really finds the words that the link means, and scrolls to them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { textFragment } from "../../www/newslight.js";
import { OURS, engine, visit } from "./support.mjs";

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

const pages = { "/article": PAGE };


const visited = visit(pages);

/** Waits until the browser has scrolled to where the link leads. */
const isSeen = (page, selector, url) => page.waitForFunction((selector) => {
  const { top, bottom } = document.querySelector(selector).getBoundingClientRect();
  return scrollY > 0 && bottom > 0 && top < innerHeight;
}, selector).catch(() => assert.fail(`${url} does not lead to ${selector}`));

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
    const url = textFragment({ content }, TEXT, { url: `${visited.server.address}/article` });
    const tab = await visited.browser.newPage();
    await tab.goto(url);
    await isSeen(tab, `#p${paragraph}`, url);
    await tab.close();
  });
}

const TAIL = " said Mara Lind, who leads the council.</p>";
const hidden = (style) => `<p id="it">“The ferry is <span style="${style}">(an old word)</span>older than the quay,”${TAIL}`;

/** Quotes whose words on the page are not those that were read, each in a paragraph of its own. */
const SHOWN = {
  "a word for screen readers alone": hidden("position: absolute; clip: rect(0 0 0 0); width: 1px; height: 1px; overflow: hidden"),
  "a word clipped away": hidden("position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden"),
  "a word that is not shown": hidden("display: none"),
  "a symbol that is hidden from screen readers": `<p id="it">“The ferry is <i aria-hidden="true">★ </i>older than the quay,”${TAIL}`,
  "a note in the middle": `<p id="it">“The ferry<sup class="footnote"><a href="#n">2</a></sup> is older than the quay,”${TAIL}`,
  "marks that the browser makes": `<p id="it"><q>The ferry is older than the quay</q>,${TAIL}`,
  "a block quote": `<p>Mara Lind, who leads the council, said:</p><blockquote id="it"><p>The ferry is older than the quay, and it will not be mended this year.</p></blockquote>`,
  "a block quote of two paragraphs": `<p>Mara Lind, who leads the council, said:</p><blockquote id="it"><p>The ferry is older than the quay.</p><p>It will not be mended this year.</p></blockquote>`,
  "words in bold and a link": `<p id="it">“The <b>ferry</b> is <a href="#x">older</a> than the quay,”${TAIL}`,
  "a button of the page's": `<p id="it">“The ferry <button>Share</button>is older than the quay,”${TAIL}`,
};

// Chromium alone finds words on both sides of a button.
if (engine !== "chromium") delete SHOWN["a button of the page's"];

for (const [name, html] of Object.entries(SHOWN)) {
  for (const painter of ["highlight", "mark"]) {
    // The reader's page has no marks: what they change is the link, which our own code makes.
    test(`a copied link finds its words: ${name} (${painter})`, painter === "mark" ? OURS : {}, async () => {
      const filler = `<p>${FILLER}</p>`.repeat(40);
      const path = `/shown-${painter}`;
      const body = `<article>${filler}${html}${filler}</article>`;
      pages[path] = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Elm</title><body>${body}`;
      const tab = await visited.browser.newPage();
      await tab.goto(visited.server.address + path);
      const url = await tab.evaluate(async (painter) => {
        const widget = Object.assign(document.createElement("news-light"), { for: "article", panel: "inline", painter });
        const ready = new Promise((resolve) => widget.addEventListener("newslight-ready", resolve));
        document.body.append(widget);
        await import("/element.js");
        await ready;
        const quote = widget.annotations.quotes.findIndex((quote) => /ferry/.test(widget.highlighting.text.slice(quote.content[0].start, quote.content.at(-1).end)));
        widget.select({ quote });
        const copied = new Promise((resolve) => Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => resolve(text) } }));
        const button = [...widget.shadowRoot.querySelectorAll(".extra button")].find(({ textContent }) => textContent === "Copy link");
        button.click();
        return copied;
      }, painter);
      assert.match(url, /:~:text=/);
      await tab.close();
      const reader = await visited.browser.newPage();
      await reader.goto(url);
      await isSeen(reader, "#it", url);
      await reader.close();
    });
  }
}

test("where the page has no address of its own there is no link to copy", async () => {
  const inner = `<article><p>“The ferry is older than the quay,”${TAIL}</article><news-light for="article" panel="inline"></news-light><script type="module" src="${visited.server.address}/element.js"></script>`;
  pages["/outer"] = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Elm</title><body><iframe srcdoc="${inner.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}" style="width: 900px; height: 600px"></iframe>`;
  const tab = await visited.browser.newPage();
  await tab.goto(`${visited.server.address}/outer`);
  await tab.waitForFunction(() => frames[0]?.document.querySelector("news-light")?.annotations);
  const buttons = await tab.evaluate(() => {
    const widget = frames[0].document.querySelector("news-light");
    widget.select({ quote: 0 });
    return [...widget.shadowRoot.querySelectorAll(".extra button")].map(({ textContent }) => textContent);
  });
  assert.ok(buttons.includes("Copy quote") && !buttons.includes("Copy link"), buttons.join());
  await tab.close();
});
