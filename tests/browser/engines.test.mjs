// What engines paint differently: the looks of every kind, what the reader chooses, shadow roots, zoom, and
// many ranges after a print.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openGuests } from "./guest.mjs";
import { comes, engine } from "./support.mjs";

let guests;
before(async () => { guests = await openGuests(); });
after(() => guests.close());

const KINDS = {
  person: ["solid", "none"], organization: ["dashed", "none"], place: ["dotted", "none"], group: ["solid", "none"], event: ["dashed", "none"],
  work: ["double", "none"], date: ["dotted", "none"], money: ["dashed", "none"], direct: ["solid", "underline"], mixed: ["dashed", "underline"],
};

/** The colours of the pixels in a rectangle of the window, as numbers. */
async function pixels(page, { x, y, width, height }) {
  const image = (await page.screenshot()).toString("base64");
  return page.evaluate(async ({ image, box }) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${image}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    canvas.drawImage(bitmap, 0, 0);
    const { data } = canvas.getImageData(...box.map(Math.round));
    return Array.from({ length: data.length / 4 }, (_, i) => (data[4 * i] << 16) | (data[4 * i + 1] << 8) | data[4 * i + 2]);
  }, { image, box: [x, y, width, height] });
}

const boxOf = (page, selector) => page.evaluate((selector) => {
  const [host, inner] = selector.split(" >>> ");
  const element = inner ? document.querySelector(host).shadowRoot.querySelector(inner) : document.querySelector(host);
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}, selector);

const colours = async (page, selector) => new Set(await pixels(page, await boxOf(page, selector)));

for (const theme of ["soft", "line"]) {
  test(`engines: every kind has its line (${theme})`, async () => {
    const page = await guests.open(`<div data-newslight-theme="${theme}"><p>Words.</p></div><link rel="stylesheet" href="/newslight.css">`);
    await page.waitForFunction(() => document.styleSheets.length > 0);
    for (const [kind, [style, line]] of Object.entries(KINDS)) {
      const seen = await page.evaluate((kind) => {
        const mark = document.querySelector("p").appendChild(Object.assign(document.createElement("mark"), { className: `newslight-${kind}` }));
        const { textDecorationLine, textDecorationStyle, textDecorationThickness } = getComputedStyle(mark);
        return [textDecorationStyle, textDecorationLine, textDecorationThickness !== "auto"];
      }, kind);
      const isQuote = line !== "none";
      assert.deepEqual(seen, [style, isQuote || theme === "line" ? "underline" : "none", true], kind);
    }
    // A report has a fill alone: a dotted line looks like a spell-checker's, and any line doubles a link's.
    const report = await page.evaluate(() => {
      document.querySelector("p").innerHTML = '<mark class="newslight-indirect">words</mark>';
      return getComputedStyle(document.querySelector("mark")).textDecorationLine;
    });
    assert.equal(report, "none");
    await page.close();
  });
}

for (const [kind, words] of Object.entries({ direct: "<b>“It is late,”</b> Mara Lind said.", mixed: "Mara Lind said that <b>the ferry was “late as ever”</b>.", indirect: "Mara Lind said that <b>the ferry was late</b>." })) {
  test(`engines: a quote is seen to be one (${kind})`, async () => {
    const page = await guests.open(`<style>b { color: black }</style><article><p>${words}</p></article>`);
    const plain = await colours(page, "b");
    await page.evaluate(() => guest.begin("article", { types: ["quote"] }));
    assert.ok((await page.evaluate(() => guest.painted().map(([kind]) => kind))).includes(kind));
    await comes(async () => assert.ok([...(await colours(page, "b"))].some((colour) => !plain.has(colour)), "nothing new is painted"));
    await page.close();
  });
}

const SHADOWED = "“▉▉▉▉ will open in May,” said Mara Lind, who leads the council of Elm.";

test("engines: words in a shadow root are painted, and the card finds them", async () => {
  const page = await guests.open("<article><x-story></x-story></article>");
  await page.evaluate((words) => {
    document.querySelector("x-story").attachShadow({ mode: "open" }).innerHTML = `<p>${words}</p>`;
  }, SHADOWED);
  const plain = await colours(page, "x-story >>> p");
  await page.evaluate(() => guest.begin("article", {}));
  await comes(async () => {
    const painted = await colours(page, "x-story >>> p");
    assert.ok(painted.size > plain.size + 1, `${plain.size} colours without, ${painted.size} with`);
  });
  const found = await page.evaluate(() => {
    const { highlighting } = guest;
    const person = highlighting.annotations.entities.find(({ name }) => name === "Mara Lind");
    const { left, top, width, height } = highlighting.rangesOf(person)[0].getBoundingClientRect();
    return [0.1, 0.5, 0.9].map((share) => highlighting.at(left + width * share, top + height / 2)?.entity?.name);
  });
  assert.deepEqual(found, ["Mara Lind", "Mara Lind", "Mara Lind"]);
  await page.evaluate(() => guest.highlighting.remove());
  await comes(async () => assert.deepEqual(await colours(page, "x-story >>> p"), plain));
  await page.close();
});

test("engines: what is not chosen steps back over the whole page", async () => {
  const filler = "<p>The ferry was late again, and nobody on the quay had an answer.</p>".repeat(6);
  const page = await guests.open(`<article><p>Mara Lind came to Lisbon.</p>${filler}<p id="far">The mayor of <b>Lisbon</b> spoke with <i>Ole Brandt</i>.</p></article><news-light for="article" panel></news-light>`);
  await page.evaluate(() => {
    window.ready = new Promise((resolve) => document.addEventListener("newslight-ready", resolve));
    return import("/element.js").then(() => ready).then(() => undefined);
  });
  const mostOf = async () => {
    const counts = new Map();
    for (const colour of await pixels(page, await boxOf(page, "#far b"))) counts.set(colour, (counts.get(colour) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1])[0][0];
  };
  await comes(async () => assert.notEqual(await mostOf(), 0xffffff, "nothing is painted"));
  const before = await mostOf();
  await page.evaluate(() => {
    const widget = document.querySelector("news-light");
    const chosen = new Promise((resolve) => widget.addEventListener("newslight-select", () => resolve(), { once: true }));
    widget.select({ entity: widget.annotations.entities.find(({ name }) => name === "Mara Lind").id, mention: 0 });
    return chosen;
  });
  await comes(async () => assert.notEqual(await mostOf(), before));
  assert.ok((await colours(page, "#far b")).size > 5, "the words are gone");
  await page.evaluate(() => document.querySelector("news-light").select(null));
  await comes(async () => assert.equal(await mostOf(), before));
  await page.close();
});

for (const zoom of [0.5, 1, 2]) {
  test(`engines: a card comes on a page that is zoomed ${zoom} times, beside its words`, async () => {
    const page = await guests.open(`<style>html { zoom: ${zoom} }</style><article><p>The ferry was late. <b>Mara Lind</b> said so.</p></article><news-light for="article"></news-light>`);
    await page.evaluate(() => {
      window.ready = new Promise((resolve) => document.addEventListener("newslight-ready", resolve));
      return import("/element.js").then(() => ready).then(() => undefined);
    });
    // Where the words are in the window: rectangles leave the zoom out in some engines.
    const place = await page.evaluate((zoom) => {
      const b = document.querySelector("b");
      const { x, y, width, height } = b.getBoundingClientRect();
      const scale = "currentCSSZoom" in b ? 1 : zoom;
      return { x: (x + width / 2) * scale, y: (y + height / 2) * scale, bottom: (y + height) * scale };
    }, zoom);
    await page.mouse.move(place.x - 3, place.y);
    await page.mouse.move(place.x, place.y);
    const card = page.locator("news-light .card");
    await card.waitFor();
    assert.match(await card.textContent(), /Mara Lind/);
    const top = await page.evaluate((zoom) => {
      const element = document.querySelector("news-light").shadowRoot.querySelector(".card");
      return element.getBoundingClientRect().top * ("currentCSSZoom" in element ? 1 : zoom);
    }, zoom);
    assert.ok(Math.abs(top - place.bottom) < 30, `the words end at ${place.bottom}, the card begins at ${top}`);
    await page.close();
  });
}

test("engines: forced colours show names, and what is chosen", { skip: engine === "webkit" && "WebKitGTK knows no forced colours" }, async () => {
  const page = await guests.open("<article><p>The ferry of <b>Mara Lind</b> was late.</p></article>", { context: { forcedColors: "active" } });
  const plain = await colours(page, "b");
  await page.evaluate(() => guest.begin("article", { types: ["person"] }));
  await comes(async () => assert.notDeepEqual(await colours(page, "b"), plain));
  await page.evaluate(() => guest.highlighting.choose(guest.highlighting.annotations.entities[0]));
  await comes(async () => assert.notDeepEqual(await colours(page, "b"), plain));
  await page.close();
});

test("engines: after a print the ranges of the whole page are not taken off one by one", async () => {
  const page = await guests.open("<article></article>");
  // In Firefox and WebKit the time to take off one range grows with the number of all: 9,000 took 12 seconds and more.
  const { painted, left, alone } = await page.evaluate(() => {
    const paragraph = (i) => `<p>“We will build house ${i},” Mara Lind said in Lisbon. “It is late, and Ole Brandt knows it.”</p>`;
    document.querySelector("article").innerHTML = Array.from({ length: 1000 }, (_, i) => paragraph(i)).join("");
    guest.highlighting = guest.newslight.highlight(document.querySelector("article"));
    const sizes = () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
    let alone = 0;
    const { delete: takeOff } = Highlight.prototype;
    Highlight.prototype.delete = function (range) {
      alone++;
      return takeOff.call(this, range);
    };
    dispatchEvent(new Event("beforeprint"));
    const painted = sizes();
    return new Promise((resolve) => {
      setTimeout(() => {
        dispatchEvent(new Event("afterprint"));
        // The observer of the window takes off what is far from it.
        const wait = () => (sizes() < painted / 2 ? resolve({ painted, left: sizes(), alone }) : setTimeout(wait, 20));
        wait();
      }, 300);
    });
  });
  assert.ok(painted > 3000, `${painted} were painted for the print`);
  assert.ok(alone < painted / 20, `${alone} of ${painted} ranges were taken off one by one, ${left} are left`);
  await page.close();
});

test("engines: looks that a script of the page throws away come back", async () => {
  const page = await guests.open("<article><p>Mara Lind came.</p></article>");
  await page.evaluate(() => guest.begin("article", {}));
  const sheets = () => page.evaluate(() => document.adoptedStyleSheets.length);
  const before = await sheets();
  await page.evaluate(() => {
    window.own = new CSSStyleSheet();
    document.adoptedStyleSheets = [own];
  });
  await comes(async () => assert.equal(await sheets(), before + 1));
  assert.ok(await page.evaluate(() => document.adoptedStyleSheets[0] === own));
  const painted = (await page.evaluate(() => guest.painted())).length;
  await comes(async () => {
    await page.evaluate(() => CSS.highlights.clear());
    await page.waitForTimeout(1500);
    assert.equal((await page.evaluate(() => guest.painted())).length, painted);
  });
  await page.evaluate(() => guest.highlighting.remove());
  assert.equal(await sheets(), 1);
  assert.equal(await page.evaluate(() => CSS.highlights.size), 0);
  await page.close();
});

test("engines: in a frame the words look as on the page", async () => {
  const page = await guests.open(`<article><iframe src="/frame.html"></iframe></article>`, { files: { "/frame.html": "<!doctype html><p>▉▉ Mara Lind came to Lisbon with Ole Brandt.</p>" } });
  await page.waitForFunction(() => frames[0].document.querySelector("p"));
  const looks = () => page.evaluate(() => frames[0].document.adoptedStyleSheets.length);
  await page.evaluate(() => guest.begin("article", { frames: true }));
  assert.ok((await looks()) > 0);
  assert.deepEqual(await page.evaluate(() => guest.end()), []);
  assert.equal(await looks(), 0);
  await page.close();
});

test("engines: the samples of the legend have the lines of quotes", async () => {
  const page = await guests.open("<article><p>“We will mend the ferry,” said Mara Lind, who “never” slept.</p></article><news-light for=article panel=inline></news-light>");
  await page.evaluate(() => import("/element.js"));
  await page.waitForFunction(() => document.querySelector("news-light").shadowRoot?.querySelector(".sample.direct"));
  const line = await page.evaluate(() => {
    const { textDecorationLine, textDecorationStyle } = getComputedStyle(document.querySelector("news-light").shadowRoot.querySelector(".sample.direct"));
    return [textDecorationLine, textDecorationStyle];
  });
  assert.deepEqual(line, ["underline", "solid"]);
  await page.close();
});

test("engines: a tap opens a card, and a finger that moves does not", async () => {
  const page = await guests.open("<article><p>“We will mend the ferry,” said Mara Lind, who never slept.</p></article><news-light for=article></news-light>");
  await page.evaluate(() => import("/element.js"));
  await page.waitForFunction(() => document.querySelector("news-light").highlighting?.annotations.entities.length);
  const isOpen = () => page.evaluate(() => { const card = document.querySelector("news-light").shadowRoot.querySelector(".card"); return Boolean(card && !card.hidden); });
  const touch = (types) => page.evaluate((types) => {
    const { highlighting } = document.querySelector("news-light");
    const [range] = highlighting.rangesOf(highlighting.annotations.entities.find(({ name }) => name === "Mara Lind").mentions[0]);
    const { left, top, width, height } = range.getBoundingClientRect();
    const place = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, composed: true };
    for (const type of types) {
      const make = type === "click" ? MouseEvent : PointerEvent;
      document.querySelector("p").dispatchEvent(new make(type, { ...place, pointerType: "touch" }));
    }
  }, types);
  await touch(["pointerdown", "pointermove", "pointermove"]);
  await page.waitForTimeout(500);
  assert.equal(await isOpen(), false);
  await touch(["pointerdown", "pointerup", "click"]);
  await comes(async () => assert.equal(await isOpen(), true));
  await touch(["pointerdown"]);
  assert.equal(await isOpen(), false);
  await page.close();
});

test("engines: words behind a styled first letter are painted in their place, or not at all", async () => {
  const words = "<p>The mill opens on Monday, said <b>Mara Lind</b>.</p><p>It is late, said Tomas Hale.</p>";
  for (const style of ["float: left; font-size: 3em", "color: red"]) {
    const page = await guests.open(`<style>p:first-of-type::first-letter { ${style} }</style><article>${words}</article>`);
    const painted = await page.evaluate(() => guest.begin("article", { types: ["person", "date"] }));
    const behind = engine === "webkit" ? [] : [["date", "Monday"]];
    assert.deepEqual(painted, [...behind, ["person", "Mara Lind"], ["person", "Tomas Hale"]], style);
    assert.deepEqual(await page.evaluate(() => guest.end()), []);
    await page.close();
  }
});
