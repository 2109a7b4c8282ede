// The looks of the highlights: every one of them leaves the text readable.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { RGB_123, launch, serve } from "./support.mjs";

const KINDS = ["person", "organization", "place", "group", "event", "work", "date", "money", "direct", "mixed", "indirect", "scare", "chosen"];

/** Body text, and the quietest text that is still readable without any highlight, by background. */
const PAGES = [
  { name: "a white page", background: "#ffffff", text: "#222222" },
  { name: "a black page that never declares its scheme", background: "#000000", text: "#dddddd" },
  { name: "the demo, light", background: "#fffefb", text: "#1d1c1a" },
  { name: "the demo's byline, light", background: "#fffefb", text: "#5b5751" },
  { name: "the demo, dark", background: "#15171b", text: "#e9e7e2" },
  { name: "the demo's byline, dark", background: "#15171b", text: "#b6b2aa" },
];

/** The height of a row and the place of a letter and of a space in it, in pixels. */
const ROW = 40;
const LETTER = 12;
const SPACE = 90;

let server;
let browser;
let tab;

before(async () => {
  const rows = KINDS.map((kind) => `<p id="${kind}">███     </p>`).join("");
  const style = `<style>body, p { margin: 0 } p { font: 24px/${ROW}px monospace; white-space: pre; inline-size: 400px }</style>`;
  server = await serve(undefined, {
    "/": `<!doctype html><html lang="en"><meta charset="utf-8"><title>Looks</title><link rel="stylesheet" href="newslight.css">${style}<body>${rows}`,
  });
  browser = await launch();
  tab = await browser.newPage({ viewport: { width: 400, height: KINDS.length * ROW } });
  await tab.goto(server.address);
  await tab.evaluate((kinds) => {
    const ranges = kinds.map((kind) => {
      const range = new Range();
      range.selectNodeContents(document.getElementById(kind).firstChild);
      return range;
    });
    // A name may stand within a quote: then both fills lie under it.
    const highlights = { direct: new Highlight(...ranges) };
    kinds.forEach((kind, index) => {
      highlights[kind] ??= new Highlight();
      highlights[kind].add(ranges[index]);
      highlights[kind].priority = kind === "direct" ? 0 : kind === "chosen" ? 2 : 1;
      CSS.highlights.set(`newslight-${kind}`, highlights[kind]);
    });
  }, KINDS);
});

after(async () => {
  await browser.close();
  await server.close();
});

/** The contrast of the text on each highlight, by WCAG's formula, from the pixels that are painted. */
async function contrasts(theme, page) {
  await tab.evaluate(({ theme, page }) => {
    document.body.dataset.newslightTheme = theme;
    document.body.style.background = page.background;
    document.body.style.color = page.text;
  }, { theme, page });
  const image = (await tab.screenshot()).toString("base64");
  return tab.evaluate(async ({ image, kinds, row, places }) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${image}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    canvas.drawImage(bitmap, 0, 0);
    const luminance = (x, y) => {
      const [r, g, b] = [...canvas.getImageData(x, y, 1, 1).data].map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    return kinds.map((kind, index) => {
      const [dark, light] = places.map((x) => luminance(x, (index + 0.5) * row)).sort((a, b) => a - b);
      return [kind, (light + 0.05) / (dark + 0.05)];
    });
  }, { image, kinds: KINDS, row: ROW, places: [LETTER, SPACE] });
}

for (const page of PAGES) {
  for (const theme of ["soft", "line", "marker", "calm"]) {
    test(`${page.name}, ${theme}: the text on every highlight has a contrast of 4.5`, async () => {
      for (const [kind, contrast] of await contrasts(theme, page)) {
        assert.ok(contrast >= 4.5, `${kind}: ${contrast.toFixed(2)}`);
      }
    });
  }
}

test("the page's own rules win over every property", async () => {
  const fill = await tab.evaluate(() => {
    const made = new CSSStyleSheet();
    made.replaceSync("p { --newslight-person: rgb(1, 2, 3); --newslight-fill: 100% }");
    document.adoptedStyleSheets = [made];
    document.body.dataset.newslightTheme = "soft";
    return getComputedStyle(document.querySelector("p"), "::highlight(newslight-person)").backgroundColor;
  });
  assert.match(fill, RGB_123);
});
