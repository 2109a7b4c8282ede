// A finger on the article: what the browser makes of real touches, not of events that a script has written.

import assert from "node:assert/strict";
import { test } from "node:test";
import { comes, visit } from "./support.mjs";

const WORDS = '<p>“We will mend the ferry,” said <b>Mara Lind</b>, the mayor of Elm. Her deputy is <a href="#there">Ole Brandt</a>.</p>';
const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Elm</title><meta name="viewport" content="width=device-width">
  <style>body { font: 20px/1.6 serif } i { display: block; height: 3000px }</style><script type="module" src="/element.js"></script></head>
  <body><div style="height: 400px"></div><article>${WORDS}<p id="plain">It rained.</p></article><i></i><news-light for="article" panel></news-light></body></html>`;

const visited = visit({ "/page": HTML });

/** A page on a phone; `finger` sends what a screen would. */
async function open() {
  const context = await visited.browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const tab = await context.newPage();
  await tab.goto(`${visited.server.address}/page`);
  await tab.waitForFunction(() => document.querySelector("news-light").highlighting?.annotations.entities.length);
  tab.card = tab.locator("news-light .card");
  const devtools = await context.newCDPSession(tab);
  tab.finger = (type, ...points) => devtools.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  tab.placeOf = (selector) => tab.evaluate((selector) => {
    const { left, top, width, height } = document.querySelector(selector).getClientRects()[0];
    return [left + width / 2, top + height / 2];
  }, selector);
  return tab;
}

const name = (tab) => tab.card.locator(".name").textContent();

test("touch: a tap on a name opens its card, one on plain words closes it", async () => {
  const tab = await open();
  await tab.touchscreen.tap(...(await tab.placeOf("b")));
  await tab.card.waitFor();
  assert.equal(await name(tab), "Mara Lind");
  await tab.touchscreen.tap(...(await tab.placeOf("#plain")));
  await tab.card.waitFor({ state: "hidden" });
  await tab.context().close();
});

test("touch: a tap on the card itself keeps it, and its buttons work", async () => {
  const tab = await open();
  await tab.touchscreen.tap(...(await tab.placeOf("b")));
  await tab.card.waitFor();
  await tab.card.locator(".name").tap();
  await tab.waitForTimeout(600);
  assert.equal(await tab.card.isVisible(), true);
  await tab.card.getByRole("button", { name: /^1 quote$/ }).tap();
  await tab.locator("news-light .row.name[aria-pressed=true]").waitFor();
  await tab.context().close();
});

test("touch: a tap on a link follows it", async () => {
  const tab = await open();
  await tab.touchscreen.tap(...(await tab.placeOf("a")));
  await tab.waitForFunction(() => location.hash === "#there");
  await tab.context().close();
});

test("touch: a finger that scrolls opens nothing, and closes what is open", async () => {
  const tab = await open();
  const [x, y] = await tab.placeOf("b");
  const swipe = async () => {
    await tab.finger("touchStart", [x, y]);
    for (let by = 20; by <= 200; by += 20) {
      await tab.finger("touchMove", [x, y - by]);
      await tab.waitForTimeout(20);
    }
    await tab.finger("touchEnd");
    assert.ok(await tab.evaluate(() => scrollY > 50));
  };
  await tab.touchscreen.tap(x, y);
  await tab.card.waitFor();
  // On a busy machine a browser may take no notice of the first.
  await comes(swipe);
  await tab.card.waitFor({ state: "hidden" });
  // What the finger set going may scroll on after that.
  await comes(async () => {
    await tab.evaluate(() => scrollTo(0, 0));
    await tab.waitForTimeout(200);
    assert.equal(await tab.evaluate(() => scrollY), 0);
  });
  await comes(swipe);
  await tab.waitForTimeout(400);
  assert.equal(await tab.card.isVisible(), false);
  await tab.context().close();
});

test("touch: two fingers open nothing", async () => {
  const tab = await open();
  const [x, y] = await tab.placeOf("b");
  await tab.finger("touchStart", [x, y], [x + 60, y + 60]);
  for (let by = 10; by <= 60; by += 10) await tab.finger("touchMove", [x - by, y], [x + 60 + by, y + 60]);
  await tab.finger("touchEnd");
  await tab.waitForTimeout(400);
  assert.equal(await tab.card.isVisible(), false);
  await tab.context().close();
});
