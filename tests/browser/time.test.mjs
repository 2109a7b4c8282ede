// Pages that change while the reader reads: live blogs, late articles, routers, translations.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "./support.mjs";

const SCRIPT = '<script type="module" src="/element.js"></script>';
const page = (body, attributes = 'lang="en"') => `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>Elm</title>${SCRIPT}</head><body>${body}</body></html>`;
const WORDS = "<p>“We will mend the ferry,” said Mara Lind, the mayor of Elm.</p><p>Ole Brandt said that nobody had asked him.</p>";
const block = (n) => `<section><p>“We counted ${n} boats at the quay,” said Mara Lind.</p></section>`;
const BLOG = `<article><p id="clock">Updated 1 second ago.</p>${Array.from({ length: 30 }, (_, n) => block(n + 10)).join("")}</article>`;
const LIVE = page(`${BLOG}<news-light for="article" panel="inline" observe></news-light>`);

const visited = visit();
const { pages } = visited;

async function open(html, until = "newslight-ready") {
  pages["/page"] = html;
  const tab = await visited.browser.newPage();
  await tab.addInitScript(() => {
    window.news = [];
    for (const type of ["newslight-ready", "newslight-select", "newslight-error"]) {
      document.addEventListener(type, ({ detail, target }) => news.push({ type, code: detail.code, id: target.id }));
    }
    window.painted = () => [...CSS.highlights].flatMap(([name, ranges]) => (name.startsWith("newslight-") ? [...ranges] : [])).filter(({ startContainer }) => startContainer.isConnected).map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset));
    window.root = () => document.querySelector("news-light").shadowRoot;
  });
  await tab.goto(`${visited.server.address}/page`);
  if (until) await tab.waitForFunction((type) => news.some((one) => one.type === type), until);
  return tab;
}

/** What the reader has in hand: the chosen row, the row with the focus, where the list stands, the card. */
const state = () => {
  const focused = root().activeElement;
  const pressed = root().querySelector(".row[aria-pressed=true]");
  return { focus: focused?.textContent ?? "", pressed: pressed?.textContent ?? "", scroll: root().querySelector(".list").scrollTop, chosen: CSS.highlights.has("newslight-chosen") };
};

const CHANGES = {
  "a clock that ticks": () => { document.querySelector("#clock").textContent = `Updated ${++window.ticks} seconds ago.`; },
  "a block on top": () => document.querySelector("#clock").insertAdjacentHTML("afterend", `<section><p>“Block ${++window.ticks} is new,” said Ines Falk.</p></section>`),
  "a block at the end": () => document.querySelector("article").insertAdjacentHTML("beforeend", `<section><p>“Block ${++window.ticks} is new,” said Ines Falk.</p></section>`),
  "another block corrected": () => { document.querySelector("section:last-of-type p").textContent = `“We counted ${++window.ticks} gulls,” said Mara Lind.`; },
};

for (const [name, change] of Object.entries(CHANGES)) {
  test(`time: ${name}: what was chosen, the focus and the list stay`, async () => {
    const tab = await open(LIVE);
    await tab.evaluate(() => {
      window.ticks = 100;
      const list = root().querySelector(".list");
      list.style.maxHeight = "200px";
      const row = [...root().querySelectorAll("button.row")].find(({ textContent }) => textContent.includes("counted 20 boats"));
      row.click();
      row.focus();
    });
    await tab.waitForTimeout(300);
    const before = await tab.evaluate(state);
    assert.match(before.pressed, /counted 20 boats/);
    const reads = await tab.evaluate(() => document.querySelector("news-light").highlighting.text);
    await tab.evaluate(change);
    await tab.waitForFunction((reads) => document.querySelector("news-light").highlighting.text !== reads, reads);
    await tab.waitForTimeout(300);
    const after = await tab.evaluate(state);
    assert.deepEqual([after.focus, after.pressed, after.chosen], [before.focus, before.pressed, true]);
    if (!name.includes("top")) assert.ok(Math.abs(after.scroll - before.scroll) < 3, `${before.scroll}, then ${after.scroll}`);
    await tab.close();
  });
}

test("time: a chosen block that is taken away is chosen no longer", async () => {
  const tab = await open(LIVE);
  await tab.evaluate(() => document.querySelector("news-light").select({ quote: 3 }));
  await tab.evaluate(() => document.querySelectorAll("section")[3].remove());
  await tab.waitForFunction(() => !CSS.highlights.has("newslight-chosen"));
  await tab.close();
});

test("time: an open card stays while the page ticks", async () => {
  const tab = await open(page(`${BLOG}<news-light for="article" observe></news-light>`));
  const place = await tab.evaluate(() => {
    const [range] = document.querySelector("news-light").highlighting.rangesOf(document.querySelector("news-light").annotations.quotes[2]);
    const { x, y, width, height } = range.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  });
  await tab.mouse.move(place[0] - 2, place[1]);
  await tab.mouse.move(...place);
  const card = tab.locator("news-light .card");
  await card.waitFor();
  await tab.evaluate(() => { document.querySelector("#clock").textContent = "Updated 9 seconds ago."; });
  await tab.waitForFunction(() => document.querySelector("news-light").highlighting.text.includes("9 seconds"));
  await tab.waitForTimeout(200);
  assert.equal(await card.isVisible(), true);
  await tab.close();
});

for (const [name, attribute, milliseconds] of [["soon", "", 800], ["after long", "observe", 5500]]) {
  test(`time: an article that comes ${name} is read`, async () => {
    const tab = await open(page(`<main></main><news-light for="article" panel ${attribute}></news-light>`), null);
    await tab.evaluate(([words, milliseconds]) => void setTimeout(() => { document.querySelector("main").innerHTML = `<article>${words}</article>`; }, milliseconds), [WORDS, milliseconds]);
    await tab.waitForFunction(() => news.length > 0);
    assert.deepEqual(await tab.evaluate(() => news.map(({ type }) => type)), ["newslight-ready"]);
    assert.ok(await tab.evaluate(() => painted().length > 0));
    await tab.close();
  });
}

test("time: the next story of an endless page is read by its own element, with the same template", async () => {
  const story = (name, id) => `<article><p>“It is late,” said ${name} Lind.</p></article><news-light id="${id}" for="article" panel></news-light>`;
  const tab = await open(page(story("Mara", "one")));
  await tab.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), story("Ines", "two"));
  await tab.waitForFunction(() => news.some(({ id }) => id === "two"));
  assert.deepEqual(await tab.evaluate(() => news.map(({ type, id }) => `${type} ${id}`)), ["newslight-ready one", "newslight-ready two"]);
  const names = await tab.evaluate(() => [...document.querySelectorAll("news-light")].map(({ annotations }) => annotations.quotes[0].speaker.name));
  assert.deepEqual(names, ["Mara Lind", "Ines Lind"]);
  await tab.close();
});

test("time: an endless page that takes its first story away", async () => {
  const story = (name) => `<article><p>“It is late,” said ${name} Lind.</p></article>`;
  const told = (id) => `<news-light id="${id}" for="article" panel observe></news-light>`;
  const tab = await open(page(story("Mara") + told("one") + story("Ines") + told("two")));
  await tab.waitForFunction(() => news.length === 2);
  await tab.evaluate(() => document.querySelector("#one").previousElementSibling.remove());
  await tab.evaluate((html) => setTimeout(() => document.body.insertAdjacentHTML("beforeend", html), 100), story("Ole"));
  await tab.waitForFunction(() => document.querySelector("#one").annotations?.quotes[0].speaker.name === "Ole Lind");
  assert.deepEqual(await tab.evaluate(() => news.filter(({ type }) => type === "newslight-error")), []);
  await tab.close();
});

/** What translators do to a page, and how they take it back. */
const TRANSLATORS = {
  "that says so by a class": [
    () => { document.documentElement.className = "translated-ltr"; document.documentElement.lang = "de"; },
    () => { document.documentElement.className = ""; document.documentElement.lang = "en"; },
  ],
  "that changes the language": [
    () => { document.documentElement.lang = "pl"; },
    () => { document.documentElement.lang = "en"; },
  ],
};

for (const [name, [begin, end]] of Object.entries(TRANSLATORS)) {
  for (const observe of ["observe", ""]) {
    test(`time: a translation ${name} is left alone, and what comes back is read ${observe && "(observed)"}`, async () => {
      const tab = await open(page(`<article>${WORDS}</article><news-light for="article" panel ${observe}></news-light>`));
      const first = await tab.evaluate("painted().sort()");
      await tab.evaluate(() => { window.html = document.querySelector("article").innerHTML; });
      await tab.evaluate(begin);
      await tab.evaluate(() => { document.querySelector("article").innerHTML = "<p><font><font>„Wir bauen die Fähre“, sagte Mara Lind, Bürgermeisterin von Elm.</font></font></p>"; });
      await tab.waitForTimeout(900);
      assert.deepEqual(await tab.evaluate("painted()"), []);
      assert.equal(await tab.evaluate(() => news.filter(({ type }) => type === "newslight-error").length), 0);
      await tab.evaluate(end);
      await tab.evaluate(() => { document.querySelector("article").innerHTML = html; });
      await tab.waitForFunction((count) => painted().length === count, first.length);
      assert.deepEqual(await tab.evaluate("painted().sort()"), first);
      await tab.close();
    });
  }
}

test("time: a router that writes the next story into the same article", async () => {
  const tab = await open(page(`<article>${WORDS}</article><news-light for="article" panel="inline" observe></news-light>`));
  await tab.evaluate(() => {
    history.pushState(null, "", "?next");
    const [one, two] = document.querySelectorAll("p");
    one.firstChild.data = "“The harbour closes,” said Ines Falk, a pilot.";
    two.remove();
  });
  await tab.waitForFunction(() => document.querySelector("news-light").annotations.quotes[0]?.speaker?.name === "Ines Falk");
  await tab.waitForFunction(() => root().querySelector(".list").textContent.includes("Ines Falk"));
  assert.doesNotMatch(await tab.evaluate(() => root().querySelector(".list").textContent), /Mara Lind/);
  await tab.close();
});

test("time: a router that keeps the element in a page with another article", async () => {
  const tab = await open(page(`<article>${WORDS}</article><div id="kept"><news-light for="article" panel="inline"></news-light></div>`));
  await tab.evaluate(() => {
    const next = document.createElement("body");
    next.innerHTML = "<article><p>“The harbour closes,” said Ines Falk, a pilot.</p></article>";
    next.append(document.querySelector("#kept"));
    document.body.replaceWith(next);
  });
  await tab.waitForFunction(() => document.querySelector("news-light").annotations?.quotes[0]?.speaker?.name === "Ines Falk");
  assert.ok((await tab.evaluate("painted()")).includes("Ines Falk"));
  await tab.close();
});

for (const [name, hide, show] of [
  ["by a class", 'class="closed"', () => document.querySelector("section").classList.remove("closed")],
  ["by a style sheet", 'class="closed"', () => document.querySelector("style").remove()],
  ["by an attribute", "hidden", () => document.querySelector("section").removeAttribute("hidden")],
]) {
  test(`time: a part that is shown later ${name} is read by refresh()`, async () => {
    const tab = await open(page(`<style>.closed { display: none }</style><article>${WORDS}<section ${hide}><p>“We cannot pay,” said Ines Falk.</p></section></article><news-light for="article"></news-light>`));
    const isRead = () => tab.evaluate(() => document.querySelector("news-light").highlighting.text.includes("Ines Falk"));
    assert.equal(await isRead(), false);
    await tab.evaluate(`(${show})(); document.querySelector("news-light").highlighting.refresh()`);
    await tab.waitForFunction(() => document.querySelector("news-light").highlighting.text.includes("Ines Falk"));
    await tab.waitForFunction(() => painted().includes("Ines Falk"));
    await tab.close();
  });
}
