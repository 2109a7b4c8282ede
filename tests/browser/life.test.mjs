// What happens to a page while it is highlighted: it is left and come back to, written anew, printed,
// zoomed, shown in the reader's own colours, and the element comes and goes.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openGuests } from "./guest.mjs";
import { launch, serve } from "./support.mjs";

let guests;
before(async () => { guests = await openGuests(); });
after(() => guests.close());

const QUOTE = "“We will build it,”";
const ARTICLE = `<article><p>${QUOTE} Angela Merkel said.</p></article>`;
const QUOTES = { types: ["quote"] };
const begin = (page, options, selector = "article") => page.evaluate(([selector, options]) => guest.begin(selector, options), [selector, options]);
const painted = (page) => page.evaluate(() => guest.painted().map(([, words]) => words).join("|"));
const end = async (page) => assert.deepEqual(await page.evaluate(() => guest.end()), []);

for (const painter of ["highlight", "mark"]) {
  test(`life: a page that comes back from the back-forward cache lives on (${painter})`, async () => {
    const browser = await launch({ ignoreDefaultArgs: ["--disable-back-forward-cache"] });
    const server = await serve(undefined, { "/one": `<!doctype html><meta charset="utf-8">${ARTICLE}`, "/two": "<!doctype html>" });
    const page = await browser.newPage();
    await page.goto(`${server.address}/one`);
    await page.evaluate(async (painter) => {
      const { load } = await import("/newslight.js");
      const newslight = await load();
      window.html = document.documentElement.outerHTML;
      window.highlighting = newslight.highlight(document, { painter, observe: true });
      addEventListener("pageshow", ({ persisted }) => { window.persisted = persisted; });
    }, painter);
    await page.goto(`${server.address}/two`);
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => window.persisted === true);
    assert.equal(await page.evaluate(() => {
      const [range] = highlighting.rangesOf(highlighting.annotations.quotes[0]);
      const { left, top } = range.getBoundingClientRect();
      return highlighting.at(left + 4, top + 4)?.quote.speaker.name;
    }), "Angela Merkel");
    await page.evaluate(() => document.querySelector("article").insertAdjacentHTML("beforeend", "<p>“It is late,” Ben Okri said.</p>"));
    await page.waitForFunction(() => highlighting.annotations.quotes.length === 2);
    const left = await page.evaluate(() => {
      highlighting.remove();
      document.querySelector("article").lastChild.remove();
      return [document.documentElement.outerHTML === html, CSS.highlights.size];
    });
    assert.deepEqual(left, [true, 0]);
    await browser.close();
    await server.close();
  });

  test(`life: a page made by document.write, and written anew under the highlights (${painter})`, async () => {
    const page = await guests.open("<p>Wait.</p>");
    const write = (html) => page.evaluate((html) => {
      document.open();
      document.write(html);
      document.close();
    }, html);
    await write(`<!doctype html><title>Written</title>${ARTICLE}`);
    await begin(page, { ...QUOTES, painter }, null);
    assert.equal(await painted(page), QUOTE);
    await end(page);
    await begin(page, { ...QUOTES, painter, observe: true }, null);
    const again = "<article><p>“It is late,” Ben Okri said.</p></article>";
    await write(`<!doctype html><title>Again</title>${again}`);
    await page.waitForFunction(() => guest.painted().length === 1);
    assert.equal(await painted(page), "“It is late,”");
    await page.evaluate(() => guest.highlighting.remove());
    assert.deepEqual(await page.evaluate(() => [document.body.innerHTML, CSS.highlights.size]), [again, 0]);
    assert.deepEqual(page.faults, []);
    await page.close();
  });

  test(`life: printing changes nothing, and paper gets lines without fills (${painter})`, async () => {
    const page = await guests.open(ARTICLE);
    await begin(page, { painter });
    const fill = () => page.evaluate((painter) => {
      const style = painter === "mark"
        ? getComputedStyle(document.querySelector("mark.newslight-person"))
        : getComputedStyle(document.querySelector("p"), "::highlight(newslight-person)");
      return Number(/(?:,|\/) ?([\d.]+)\)$/.exec(style.backgroundColor)?.[1] ?? 1);
    }, painter);
    assert.ok((await fill()) > 0.2, "the screen has a fill");
    assert.ok((await page.pdf()).length > 1000);
    await page.emulateMedia({ media: "print" });
    assert.equal(await fill(), 0);
    await page.emulateMedia({ media: "screen" });
    assert.ok((await fill()) > 0.2, "the screen has it again");
    await end(page);
    await page.close();
  });

  test(`life: what is painted is found under the pointer at any zoom (${painter})`, async () => {
    const page = await guests.open(ARTICLE);
    const devtools = await page.context().newCDPSession(page);
    await begin(page, { ...QUOTES, painter });
    const found = () => page.evaluate(() => {
      const { highlighting } = guest;
      const [range] = highlighting.rangesOf(highlighting.annotations.quotes[0]);
      const { left, right, top, height } = range.getBoundingClientRect();
      const at = (x) => highlighting.at(x, top + height / 2)?.quote?.kind ?? null;
      return [at(left + 3), at(right - 3), at(left - 3)];
    });
    for (const zoom of [0.5, 1, 1.75, 4]) {
      await page.evaluate((zoom) => { document.documentElement.style.zoom = zoom; }, zoom);
      assert.deepEqual(await found(), ["direct", "direct", null], `the page zoomed ${zoom} times`);
    }
    await page.evaluate(() => document.documentElement.removeAttribute("style"));
    await devtools.send("Emulation.setPageScaleFactor", { pageScaleFactor: 2.5 });
    assert.deepEqual(await found(), ["direct", "direct", null], "pinched");
    await page.evaluate(() => guest.highlighting.remove());
    await page.close();
  });

  test(`life: in forced colours the words stand out in the reader's own (${painter})`, async () => {
    const page = await guests.open("<article><p>███ Angela Merkel ███</p></article>", { context: { forcedColors: "active" } });
    const picture = async () => (await page.screenshot()).toString("base64");
    const plain = await picture();
    await begin(page, { painter });
    const seen = await picture();
    assert.notEqual(seen, plain);
    // The words are painted with a contrast that lets them be read: of the pixels of the name, the
    // darkest and the lightest.
    const contrast = await page.evaluate(async (image) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${image}`)).blob());
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      canvas.drawImage(bitmap, 0, 0);
      const [range] = guest.highlighting.rangesOf(guest.highlighting.annotations.entities[0]);
      const { left, top, width, height } = range.getBoundingClientRect();
      const { data } = canvas.getImageData(Math.ceil(left), Math.ceil(top), Math.floor(width), Math.floor(height));
      const channel = (value) => (value <= 10.31 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
      const lights = Array.from({ length: data.length / 4 }, (_, i) => 0.2126 * channel(data[4 * i]) + 0.7152 * channel(data[4 * i + 1]) + 0.0722 * channel(data[4 * i + 2]));
      return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
    }, seen);
    assert.ok(contrast >= 4.5, String(contrast));
    await end(page);
    assert.equal(await picture(), plain);
    await page.close();
  });
}

test("life: fifty times the element comes and goes, and heap, registry and sheets are as before", async () => {
  const page = await guests.open(ARTICLE.repeat(5).replaceAll("<article>", "<section>").replaceAll("</article>", "</section>"));
  const devtools = await page.context().newCDPSession(page);
  await page.evaluate(() => import("/element.js"));
  const rounds = (count) => page.evaluate(async (count) => {
    const html = document.documentElement.outerHTML;
    for (let i = 0; i < count; i++) {
      const element = document.createElement("news-light");
      Object.assign(element, { for: "body > section", panel: i % 2 ? "inline" : "drawer", painter: i % 3 ? "highlight" : "mark", observe: true });
      const ready = new Promise((resolve, reject) => {
        element.addEventListener("newslight-ready", resolve);
        element.addEventListener("newslight-error", ({ detail }) => reject(detail.error));
      });
      document.body.append(element);
      await ready;
      element.remove();
      await new Promise((resolve) => setTimeout(resolve));
    }
    return [document.documentElement.outerHTML === html, CSS.highlights.size, document.adoptedStyleSheets.length];
  }, count);
  const counts = async () => {
    await devtools.send("HeapProfiler.collectGarbage");
    const { usedSize } = await devtools.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners } = await devtools.send("Memory.getDOMCounters");
    return { usedSize, nodes, jsEventListeners };
  };
  /** Each count is far below what fifty elements would leave. */
  const LIMITS = { usedSize: 300_000, nodes: 50, jsEventListeners: 20 };
  await rounds(10);
  const before = await counts();
  assert.deepEqual(await rounds(50), [true, 0, 0]);
  // What a frame, a timer or an observer holds for a moment is no leak: what never goes is one.
  let grown = Object.keys(LIMITS);
  for (let wait = 0; wait < 20 && grown.length; wait++) {
    if (wait) await page.waitForTimeout(500);
    const after = await counts();
    grown = grown.filter((key) => after[key] - before[key] >= LIMITS[key]);
    if (grown.length) console.log(`# after ${wait / 2} s: ${grown.map((key) => `${key} +${after[key] - before[key]}`)}`);
  }
  assert.deepEqual(grown, [], "what was left");
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("life: a browser that knows no highlights gets marks, and looks that it can read", async () => {
  const page = await guests.open(ARTICLE);
  const seen = await page.evaluate(() => {
    delete CSS.highlights;
    Object.defineProperty(CSS, "highlights", { value: undefined, configurable: true });
    const highlighting = guest.newslight.highlight(document.body);
    const { painter, annotations } = highlighting;
    const rules = document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join(" ");
    const fill = () => getComputedStyle(document.querySelector("mark.newslight-person")).backgroundColor;
    const plain = fill();
    highlighting.choose(annotations.entities.find(({ type }) => type === "person"));
    const chosen = fill();
    highlighting.remove();
    return { painter, plain, chosen, speaks: rules.includes("::highlight"), left: document.adoptedStyleSheets.length };
  });
  assert.deepEqual([seen.painter, seen.chosen, seen.speaks, seen.left], ["mark", "rgb(255, 212, 92)", false, 0]);
  assert.notEqual(seen.plain, seen.chosen);
  await page.close();
});

test("life: in forced colours the chosen stands alone, and then all the rest is back", async () => {
  const page = await guests.open("<article><p>“We will build it,” Angela Merkel said in Berlin.</p></article>", { context: { forcedColors: "active" } });
  const kinds = await page.evaluate(async () => {
    const widget = document.createElement("news-light");
    widget.setAttribute("for", "article");
    const ready = new Promise((resolve) => widget.addEventListener("newslight-ready", resolve));
    document.body.append(widget);
    await import("/element.js");
    await ready;
    const painted = () => [...CSS.highlights].filter(([, { size }]) => size > 0).map(([name]) => name.slice(10)).sort().join();
    const { id } = widget.annotations.entities.find(({ type }) => type === "person");
    const seen = [painted()];
    for (const selection of [{ entity: id, mention: 0 }, null]) {
      const chosen = selection && new Promise((resolve) => widget.addEventListener("newslight-select", resolve, { once: true }));
      widget.select(selection);
      await chosen;
      seen.push(painted());
    }
    widget.select({ quote: 0 });
    widget.remove();
    await new Promise((resolve) => setTimeout(resolve));
    return [...seen, painted(), document.adoptedStyleSheets.length];
  });
  assert.deepEqual(kinds, ["direct,person,place", "chosen", "direct,person,place", "", 0]);
  await page.close();
});
