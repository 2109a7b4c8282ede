// The element in all the places where pages put it: transformed wrappers, dialogs, grids, odd sizes, boxes
// that scroll. Its panel leads to the words, or says that it cannot.

import assert from "node:assert/strict";
import { test } from "node:test";
import { OURS, comes, openPanel, visit } from "./support.mjs";

const WORDS = "<p>“We will mend the ferry,” said Mara Lind, the mayor of Elm.</p><p>Ole Brandt said that nobody had asked him.</p>";
const LAST = "“Nobody told the harbour,”";
const FILLER = Array.from({ length: 30 }, (_, i) => `<p>Sentence ${i} of a long report on tolls, tides and a quay that nobody had mended before the winter came.</p>`).join("");
const LONG = `${WORDS}${FILLER}<p id="last">${LAST} said Ines Falk, who sells the tickets.</p><p>It rained.</p>`;
const WIDGET = '<news-light for="article" panel></news-light>';
const SCRIPT = '<script type="module" src="/element.js"></script>';
const page = (body, style = "") => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Elm</title><meta name="viewport" content="width=device-width"><style>${style}</style>${SCRIPT}</head><body>${body}</body></html>`;

const visited = visit();
const { pages } = visited;

/** A page with the element's news on record. */
async function open(html, until = "newslight-ready", options = {}) {
  pages["/page"] = html;
  const tab = await visited.browser.newPage(options);
  await tab.addInitScript(() => {
    window.news = [];
    for (const type of ["newslight-ready", "newslight-select", "newslight-error"]) {
      document.addEventListener(type, ({ detail }) => news.push({ type, code: detail.code, message: detail.error?.message }));
    }
  });
  await tab.goto(`${visited.server.address}/page`);
  if (until) await tab.waitForFunction((type) => news.some((one) => one.type === type), until);
  return tab;
}

/** Calls a function in the page with the shadow root of the element, and whatever else. */
const inPanel = (tab, call, arg) => tab.evaluate(`(${call})(document.querySelector("news-light").shadowRoot, ${JSON.stringify(arg) ?? "undefined"})`);

const FIXED = {
  "a transformed wrapper": ['<div class="wrap">', "</div>", ".wrap { transform: translateZ(0) }"],
  "a wrapper that is moved later": ['<div class="wrap">', "</div>", ".wrap { will-change: transform }"],
  "a filtered wrapper": ['<div class="wrap">', "</div>", ".wrap { filter: saturate(0.9) }"],
  "a wrapper with a perspective": ['<div class="wrap">', "</div>", ".wrap { perspective: 500px }"],
  "a container for queries": ['<div class="wrap">', "</div>", ".wrap { container-type: inline-size; contain: layout }"],
  "a wrapper that cuts off what is painted outside": ['<div class="wrap">', "</div>", ".wrap { contain: paint; width: 60% }"],
  "a blurred backdrop": ['<div class="wrap">', "</div>", ".wrap { backdrop-filter: blur(1px) }"],
  "a low layer of its own": ['<div class="wrap">', '</div><div style="position:fixed;inset:0;z-index:5;pointer-events:none"></div>', ".wrap { position: relative; z-index: 1 }"],
  "a modal dialog": ['<dialog id="d" style="width:80%">', "</dialog><script>d.showModal()</script>", ""],
};

for (const [name, [before, after, style]] of Object.entries(FIXED)) {
  test(`places: ${name}: opener and drawer stand at the edge of the window`, async () => {
    const tab = await open(page(`${before}<article>${LONG}</article>${WIDGET}${after}`, style));
    const measure = (root, part) => {
      const { right, bottom, top, width } = root.querySelector(part).getBoundingClientRect();
      return [innerWidth - right, innerHeight - bottom, top, width].map(Math.round);
    };
    const opener = await inPanel(tab, measure, ".opener");
    await openPanel(tab);
    const panel = await inPanel(tab, measure, ".panel");
    assert.ok(opener[0] >= 0 && opener[0] < 60 && opener[1] >= 0 && opener[1] < 40, `the opener is ${opener} from right and bottom`);
    // It arrives from a little below.
    assert.ok(panel[0] >= 0 && panel[0] < 20 && Math.abs(panel[1]) < 20 && Math.abs(panel[2]) < 20, `the drawer is ${panel}`);
    await tab.locator("news-light [part=close]").click();
    await openPanel(tab);
    await tab.close();
  });
}

test("places: moved about the page, the element still floats", async () => {
  const tab = await open(page(`<div id="a"><article>${WORDS}</article>${WIDGET}</div><div id="b"></div>`));
  await tab.evaluate(() => document.querySelector("#b").append(document.querySelector("news-light")));
  await openPanel(tab);
  const width = await inPanel(tab, (root) => root.querySelector(".panel").getBoundingClientRect().width);
  assert.ok(width > 200, String(width));
  await tab.close();
});

const RISEN = {
  "a dialog that is closed and opened again": ["dialog", (box) => box.showModal(), (box) => { box.close(); box.showModal(); }],
  // Elsewhere a script that no reader started may not ask for it.
  "a part of the page that comes to fill the screen": ["main", () => {}, (box) => box.requestFullscreen(), OURS],
};

for (const [name, [tag, begin, rise, where = {}]] of Object.entries(RISEN)) {
  test(`places: ${name}: opener and drawer lie above it`, where, async () => {
    const tab = await open(page(`<${tag} id="box"><article>${WORDS}</article>${WIDGET}</${tag}>`), null);
    const onBox = (act) => tab.evaluate(`(${act})(document.querySelector("#box"))`);
    const isOnTop = (part) => tab.waitForFunction((part) => {
      const { left, top } = document.querySelector("news-light").shadowRoot.querySelector(part).getBoundingClientRect();
      return document.elementFromPoint(left + 20, top + 20)?.localName === "news-light";
    }, part);
    await onBox(begin);
    await tab.waitForFunction(() => news.length);
    await isOnTop(".opener");
    await onBox(rise);
    await isOnTop(".opener");
    await openPanel(tab);
    await onBox(rise);
    await isOnTop(".panel");
    await tab.close();
  });
}

const GRIDS = {
  "a grid of two columns": "display: grid; grid-template-columns: 1fr 16rem; gap: 24px",
  "a grid without columns": "display: grid; gap: 24px",
  "a flexible row": "display: flex; gap: 40px",
  "a flexible column": "display: flex; flex-direction: column; gap: 40px",
  "columns of text": "columns: 2",
  "a grid that says how its children are shown": "display: grid; grid-template-columns: 1fr 16rem; gap: 24px",
};
const SHOWN = "main > * { display: block; margin-top: 8px }";

for (const [name, style] of Object.entries(GRIDS)) {
  for (const lang of ["en", "de"]) {
    test(`places: ${name}: the element takes no place (${lang === "en" ? "it reads" : "it fails"})`, async () => {
      const main = (widget) => page(`<main style="${style}"><article lang="${lang}">${WORDS}</article>${widget}<aside id="side">Most read</aside></main>`, name.endsWith("shown") ? SHOWN : "");
      const where = (tab) => tab.evaluate(() => {
        const { x, y, width, height } = document.querySelector("#side").getBoundingClientRect();
        return [x, y, width, height];
      });
      const bare = await open(main(""), null);
      const expected = await where(bare);
      await bare.close();
      const tab = await open(main(WIDGET), lang === "en" ? "newslight-ready" : "newslight-error");
      assert.deepEqual(await where(tab), expected);
      await tab.close();
    });
  }
}

const SIZES = ["62.5%", "10px", "50px", "100px", "4vw", "1px", "125%"];
for (const size of SIZES) {
  test(`places: with a root of ${size} the panel has the size of words that are read`, async () => {
    const tab = await open(page(`<article>${WORDS}</article>${WIDGET}`, `html { font-size: ${size} } body { font-size: 16px }`));
    await openPanel(tab);
    const sizes = await inPanel(tab, (root) => [...root.querySelectorAll(".panel *")].filter((element) => element.textContent && !element.childElementCount && element.getClientRects().length).map((element) => parseFloat(getComputedStyle(element).fontSize)));
    assert.ok(Math.min(...sizes) >= 12 && Math.max(...sizes) <= 24, `${Math.min(...sizes)} to ${Math.max(...sizes)}`);
    const width = await inPanel(tab, (root) => root.querySelector(".panel").getBoundingClientRect().width);
    assert.ok(width > 250 && width < 500, String(width));
    await tab.close();
  });
}

test("places: what the page hands down does not reach panel and card", async () => {
  const odd = "font-size: 0; line-height: 0; white-space: nowrap; word-spacing: 1em; text-indent: 3em; pointer-events: none; user-select: none; text-shadow: 0 0 3px red; word-break: break-all; text-align: right; letter-spacing: 0.4em; text-transform: uppercase; font-style: italic; cursor: wait; visibility: hidden; font-variant: small-caps; -webkit-text-stroke: 1px red; hyphens: auto; direction: rtl";
  const looks = async (style) => {
    const tab = await open(page(`<article>${WORDS}</article><div style="${style}">${WIDGET}</div>`));
    await openPanel(tab);
    const seen = await inPanel(tab, (root) => {
      const { fontSize, lineHeight, whiteSpace, wordSpacing, textIndent, pointerEvents, textShadow, wordBreak, letterSpacing, fontStyle, visibility, textTransform, direction } = getComputedStyle(root.querySelector(".row"));
      const { width, height } = root.querySelector(".row").getBoundingClientRect();
      return [fontSize, lineHeight, whiteSpace, wordSpacing, textIndent, pointerEvents, textShadow, wordBreak, letterSpacing, fontStyle, visibility, textTransform, direction, width, height];
    });
    await tab.close();
    return seen;
  };
  assert.deepEqual(await looks(odd), await looks(""));
});

test("places: the page's own keys are left alone", async () => {
  const tab = await open(page(`<article>${WORDS}</article>${WIDGET}<script>window.keys = []; document.addEventListener("keydown", ({ key }) => keys.push(key))</script>`));
  await tab.locator("news-light .opener").click();
  await tab.locator("news-light [role=tab]").first().focus();
  for (const key of ["ArrowRight", "ArrowLeft", "End", "Home"]) await tab.keyboard.press(key);
  await tab.locator("news-light button.row").first().focus();
  for (const key of ["ArrowDown", "ArrowUp", "ArrowRight", "Escape"]) await tab.keyboard.press(key);
  assert.deepEqual(await tab.evaluate("keys"), []);
  await tab.keyboard.press("j");
  assert.deepEqual(await tab.evaluate("keys"), ["j"]);
  await tab.close();
});

const BOX = "height: 500px; overflow: auto";
const SCROLLERS = {
  "the window": page(`<article>${LONG}</article>${WIDGET}`),
  "the body": page(`<article>${LONG}</article>${WIDGET}`, "html { overflow: hidden; height: 100% } body { overflow: auto; height: 100%; margin: 0 }"),
  "the root, by the body's word": page(`<article>${LONG}</article>${WIDGET}`, "body { overflow-y: scroll }"),
  "a box": page(`<div style="${BOX}"><article>${LONG}</article></div>${WIDGET}`),
  "a box in a box": page(`<div style="${BOX}"><div style="height: 900px"></div><div style="height: 300px; overflow: auto"><article>${LONG}</article></div><div style="height: 900px"></div></div>${WIDGET}`),
  "a box far down the page": page(`<div style="height: 3000px"></div><div style="${BOX}"><article>${LONG}</article></div><div style="height: 3000px"></div>${WIDGET}`).replace("<body>", '<body><script>addEventListener("load", () => scrollTo(0, 2500))</script>'),
  "a box in a shadow root, with the article in its slot": page(`<app-content><article>${LONG}</article></app-content>${WIDGET}<script>
    customElements.define("app-content", class extends HTMLElement {
      constructor() { super(); this.attachShadow({ mode: "open" }).innerHTML = '<div style="position: absolute; inset: 0; overflow: auto"><slot></slot></div>'; }
    });</script>`, "html, body { height: 100%; overflow: hidden; margin: 0 }"),
  "a row of slides": page(`<article class="slides"><section>${WORDS}</section><section>${FILLER.slice(0, 900)}</section><section><p id="last">${LAST} said Ines Falk.</p></section></article>${WIDGET}`, ".slides { display: flex; overflow-x: auto; scroll-snap-type: x mandatory; width: 600px; height: 600px } section { flex: 0 0 100%; scroll-snap-align: start }"),
  "a book of columns": page(`<article style="columns: 250px; width: 600px; height: 400px; overflow-x: auto">${LONG}</article>${WIDGET}`),
  "what runs down in lines from right to left": page(`<article style="writing-mode: vertical-rl; width: 600px; height: 500px; overflow-x: auto">${LONG}</article>${WIDGET}`),
};
SCROLLERS["a box in a closed shadow root"] = SCROLLERS["a box in a shadow root, with the article in its slot"].replace('"open"', '"closed"');

async function choose(tab, words) {
  if (await inPanel(tab, (root) => !root.querySelector(".opener").hidden)) await openPanel(tab);
  await inPanel(tab, (root, words) => [...root.querySelectorAll("button.row")].find((row) => row.textContent.includes(words)).click(), words);
}
const isSeen = () => {
  const [{ top, bottom, left, right }] = document.querySelector("#last").getClientRects();
  const hit = document.elementFromPoint(Math.min(left + 30, (left + right) / 2), (top + bottom) / 2);
  return top >= 0 && bottom < innerHeight && Boolean(hit?.closest("#last"));
};

for (const [name, html] of Object.entries(SCROLLERS)) {
  test(`places: a row leads to its words where ${name} scrolls`, async () => {
    const tab = await open(html);
    assert.equal(await tab.evaluate(isSeen), false);
    await choose(tab, LAST);
    await tab.waitForFunction(isSeen);
    await tab.close();
  });
}

test("places: a row leads to its words in a frame as tall as its page", async () => {
  pages["/story"] = page(`<article>${LONG}</article>${WIDGET}`, ":root { font-size: 30px }");
  const tab = await open('<!doctype html><html lang="en"><meta charset="utf-8"><title>Elm</title><body><div style="height: 1500px"></div><iframe src="/story" style="width: 600px; height: 9000px; border: 0"></iframe>', null);
  await tab.waitForFunction(() => frames[0]?.document.querySelector("news-light")?.annotations);
  await tab.evaluate(() => frames[0].document.querySelector("news-light").shadowRoot.querySelector(".opener").click());
  await tab.waitForFunction(() => frames[0].document.querySelector("news-light").shadowRoot.querySelector("button.row"));
  await tab.evaluate((words) => [...frames[0].document.querySelector("news-light").shadowRoot.querySelectorAll("button.row")].find((row) => row.textContent.includes(words)).click(), LAST);
  await tab.waitForFunction(() => {
    const { top, bottom } = frames[0].document.querySelector("#last").getBoundingClientRect();
    const { top: above } = document.querySelector("iframe").getBoundingClientRect();
    return above + top >= 0 && above + bottom < innerHeight;
  });
  await tab.close();
});

const LOST = {
  "folded away by a height": ["hides", (last) => { const box = last.parentElement; box.style.cssText = "max-height: 150px; overflow: hidden"; }],
  "taken out of view": ["hides", (last) => { last.style.display = "none"; }],
  "taken away": ["no longer", (last) => last.remove()],
  "replaced by other words": ["no longer", (last) => { last.textContent = "Correction."; }],
};

for (const [name, [says, change]] of Object.entries(LOST)) {
  test(`places: a row whose words are ${name} says so, and the page stays where it is`, async () => {
    const tab = await open(page(`<article>${LONG}</article>${WIDGET}`));
    await tab.evaluate(`(${change})(document.querySelector("#last"))`);
    await choose(tab, LAST);
    await tab.waitForTimeout(400);
    assert.equal(await tab.evaluate(() => Math.round(scrollY)), 0);
    assert.match(await inPanel(tab, (root) => root.querySelector(".note")?.textContent ?? "nothing is said"), new RegExp(says));
    assert.match(await inPanel(tab, (root) => root.querySelector("[role=status]").textContent), new RegExp(says));
    await tab.close();
  });
}

const SHORT = "max-height: 150px; overflow: hidden";
const TOGGLE = 'onclick="const box = document.querySelector(\'#rest\'); box.style.cssText = \'\'; box.hidden = false; this.setAttribute(\'aria-expanded\', true)"';
const SLOWLY = `onclick="setTimeout(() => { document.querySelector('#rest').style.maxHeight = '9000px' }, 100)"`;

/** What folds the end of the article away once it was read, and the button that the page has for it. */
const FOLDED = {
  "details": [`<details id="rest" open><summary>More</summary>${LONG}</details>`, () => { document.querySelector("#rest").open = false; }],
  "what a search in the page would open": [`<div id="rest">${LONG}</div>`, () => document.querySelector("#rest").setAttribute("hidden", "until-found")],
  "a height, with a button that names it": [`<button aria-controls="rest" aria-expanded="false" ${TOGGLE}>More</button><p>It rained.</p><div id="rest">${LONG}</div>`, (short) => { document.querySelector("#rest").style.cssText = short; }],
  "a height, with a button behind it": [`<div id="rest">${LONG}</div><p><button aria-expanded="false" ${TOGGLE}>More</button></p>`, (short) => { document.querySelector("#rest").style.cssText = short; }],
  "a height, with a button within": [`<div id="rest">${LONG}<button aria-expanded="false" ${TOGGLE}>More</button></div>`, (short) => { document.querySelector("#rest").style.cssText = short; }],
  "a height that grows slowly": [`<div id="rest">${LONG}</div><button aria-expanded="false" ${SLOWLY}>More</button>`, (short) => { document.querySelector("#rest").style.cssText = `${short}; transition: max-height 0.3s`; }],
  "an attribute, with a button before it": [`<button aria-expanded="false" ${TOGGLE}>More</button><div id="rest">${LONG}</div>`, () => { document.querySelector("#rest").hidden = true; }],
};

for (const [name, [html, fold]] of Object.entries(FOLDED)) {
  test(`places: a row unfolds its words, folded away by ${name}`, async () => {
    const tab = await open(page(`<article>${html}</article>${WIDGET}`));
    await tab.evaluate(`(${fold})(${JSON.stringify(SHORT)})`);
    await choose(tab, LAST);
    await tab.waitForFunction(isSeen);
    assert.equal(await inPanel(tab, (root) => root.querySelector(".note")?.textContent ?? ""), "");
    await tab.close();
  });
}

const STRANGERS = {
  "opens a menu": '<button aria-expanded="false" aria-haspopup="menu" onclick="clicks++">Share</button>',
  "opens something else": '<button aria-expanded="false" aria-controls="other" onclick="clicks++">Sections</button>',
  "leads to another page": '<a href="/elsewhere" aria-expanded="false" onclick="clicks++">Subscribe</a>',
  "is one of several": '<p><button aria-expanded="false" onclick="clicks++">One</button><button aria-expanded="false" onclick="clicks++">Two</button></p>',
  "opens nothing": '<button onclick="clicks++">Subscribe</button>',
};

for (const [name, button] of Object.entries(STRANGERS)) {
  test(`places: a button beside folded words that ${name} is left alone`, async () => {
    const tab = await open(page(`<article><div id="rest">${LONG}</div>${button}</article>${WIDGET}<script>window.clicks = 0</script>`));
    await tab.evaluate((short) => { document.querySelector("#rest").style.cssText = short; }, SHORT);
    await choose(tab, LAST);
    await tab.waitForFunction(() => document.querySelector("news-light").shadowRoot.querySelector(".note")?.textContent.includes("hides"));
    assert.equal(await tab.evaluate("clicks"), 0);
    await tab.close();
  });
}

for (const name of ["the window", "a box", "a box in a shadow root, with the article in its slot"]) {
  test(`places: a card goes where ${name} scrolls`, async () => {
    const tab = await open(SCROLLERS[name]);
    const place = await tab.evaluate(() => {
      const text = document.querySelector("article p").firstChild;
      const range = document.createRange();
      range.setStart(text, text.data.indexOf("Lind"));
      range.setEnd(text, text.data.indexOf("Lind") + 4);
      const { x, y, width, height } = range.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    });
    await tab.mouse.move(place[0] - 2, place[1]);
    await tab.mouse.move(...place);
    const card = tab.locator("news-light .card");
    await card.waitFor();
    await tab.evaluate(() => {
      for (let at = document.querySelector("article"); at; at = at.assignedSlot ?? at.parentNode ?? at.host) at.scrollBy?.(0, 200);
    });
    await card.waitFor({ state: "hidden" });
    await tab.close();
  });
}

test("places: of three stories with a panel each, every one in the window can be opened", async () => {
  const story = (name) => `<news-light panel><article style="height: 200px"><p>“It is late,” said ${name} Lind.</p></article></news-light>`;
  const tab = await open(page(["Mara", "Ines", "Ole"].map(story).join("") + `<div style="height: 4000px"></div>` + story("Paul")), null);
  await tab.waitForFunction(() => news.filter(({ type }) => type === "newslight-ready").length === 3);
  await comes(async () => {
    const places = await tab.evaluate(() => [...document.querySelectorAll("news-light")].map(({ shadowRoot }) => shadowRoot.querySelector(".opener")?.getBoundingClientRect()).filter((box) => box?.width).map(({ top, bottom }) => [top, bottom]).sort((a, b) => a[0] - b[0]));
    assert.equal(places.length, 3);
    for (let i = 1; i < places.length; i++) assert.ok(places[i][0] >= places[i - 1][1], JSON.stringify(places));
  });
  await tab.close();
});

test("places: on a small screen the legend has no bar to scroll it", async () => {
  const tab = await open(page(`<article>${WORDS}<p>On Monday the council gave Harbour Trust $3 million in Lisbon, the Danes said.</p></article>${WIDGET}`), undefined, { viewport: { width: 390, height: 800 } });
  await openPanel(tab);
  const [bar, isWide] = await inPanel(tab, (root) => {
    const legend = root.querySelector(".legend");
    return [legend.offsetHeight - legend.clientHeight, document.documentElement.scrollWidth > innerWidth];
  });
  assert.deepEqual([bar, isWide], [0, false]);
  await tab.close();
});
