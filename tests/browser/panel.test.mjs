// The panel and the card on the demo: by pointer, by keyboard, by touch and by screen reader.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { NAME, QUOTE, begin, chosen, end, open, openCard, placeOf, read } from "./demo.mjs";
import { comes } from "./support.mjs";

before(begin);
after(end);

/** Sets `remember`, and waits until the article was read with it. */
const remember = (tab) => tab.evaluate(() => new Promise((resolve) => {
  const widget = document.getElementById("widget");
  widget.addEventListener("newslight-ready", () => resolve(), { once: true });
  widget.remember = true;
}));

test("choosing a speaker lights their quotes, and leads to their mentions and back", async () => {
  const tab = await open();
  const row = tab.widget.locator(".speaker .row.name").nth(1);
  const count = Number.parseInt(await row.locator(".count").textContent(), 10);
  await row.click();
  const { said, lit } = await tab.evaluate(() => {
    const { annotations, highlighting } = document.getElementById("widget");
    const name = document.getElementById("widget").shadowRoot.querySelector(".row.name[aria-pressed=true] .who").firstChild.data;
    const own = annotations.quotes.filter(({ speaker, kind, confidence }) => kind !== "scare" && confidence >= 0.7 && speaker?.name === name);
    return { said: own.flatMap((quote) => highlighting.rangesOf(quote)).map(String).join(""), lit: [...CSS.highlights.get("newslight-chosen")].map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset)).join("") };
  });
  assert.ok(said.length > 20);
  assert.equal(lit, said);
  await tab.widget.getByRole("button", { name: "Next", exact: true }).click();
  assert.match(await tab.widget.locator(".speaker .extra").textContent(), new RegExp(`2 of ${count}`));
  await tab.widget.getByRole("button", { name: /^\d+ mentions?$/ }).click();
  assert.equal(await tab.widget.getByRole("tab", { selected: true }).textContent().then((text) => text.split(" ")[0]), "People");
  await tab.widget.getByRole("button", { name: `${count} quotes` }).click();
  assert.equal(await row.getAttribute("aria-pressed"), "true");
  await tab.context().close();
});

test("a click on a quote of the page opens its row, and the page stays where it is", async () => {
  const tab = await open({ reducedMotion: "reduce" });
  await tab.widget.getByRole("tab", { name: /^Places/ }).click();
  await openCard(tab);
  const scrolled = await tab.evaluate(() => scrollY);
  const row = tab.widget.locator(".row.quote[aria-pressed=true]");
  await row.waitFor();
  const [inner, outer] = [await row.boundingBox(), await tab.widget.locator(".list").boundingBox()];
  assert.ok(inner.y >= outer.y - 1 && inner.y < outer.y + outer.height, JSON.stringify([inner, outer]));
  assert.equal(await tab.evaluate(() => scrollY), scrolled);
  assert.ok(await tab.widget.getByRole("dialog").isVisible(), "the card stays");
  await tab.mouse.click(5, 300);
  await tab.context().close();
});

test("a card leads to all that somebody said, into a closed drawer too", async () => {
  const tab = await open({ width: 390, reducedMotion: "reduce" });
  await openCard(tab);
  await tab.widget.getByRole("dialog").getByRole("button", { name: /^\d+ quotes?$/ }).click();
  const panel = tab.widget.getByRole("region", { name: "Who said what" });
  await panel.waitFor();
  const row = panel.locator(".speaker .row.name[aria-pressed=true]");
  await row.waitFor();
  assert.ok(await row.evaluate((row) => row === row.getRootNode().activeElement), "the row has the focus");
  await tab.context().close();
});

test("the pointer on a row lights its passage, and leaves what is chosen", async () => {
  const tab = await open({ reducedMotion: "reduce" });
  const rows = tab.widget.locator(".row.quote");
  await rows.nth(1).click();
  const first = await chosen(tab);
  await rows.nth(2).hover();
  await tab.mouse.move(...Object.values(await rows.nth(2).boundingBox()).slice(0, 2).map((place) => place + 9), { steps: 3 });
  await comes(async () => assert.notDeepEqual(await chosen(tab), first));
  await tab.mouse.move(5, 5, { steps: 3 });
  await comes(async () => assert.deepEqual(await chosen(tab), first));
  await tab.context().close();
});

test("quotes are searched, filtered by speaker, and copied with their source", async () => {
  const tab = await open({ permissions: ["clipboard-read", "clipboard-write"] });
  const rows = tab.widget.locator(".row.quote");
  const all = await rows.count();
  const search = tab.widget.getByRole("searchbox", { name: "Search the quotes" });
  await search.fill("notebook");
  assert.equal(await rows.count(), 1);
  assert.equal(await tab.widget.getByRole("status").textContent(), "1 quote");
  await search.fill("");
  const speaker = tab.widget.getByRole("combobox", { name: "All speakers" });
  await speaker.selectOption({ label: "Daniel Okoro" });
  assert.deepEqual(await tab.widget.locator(".speaker .who").allTextContents().then((names) => names.map((name) => name.slice(0, 12))), ["Daniel Okoro"]);
  const few = await rows.count();
  await tab.widget.getByRole("button", { name: "Options" }).click();
  const copied = async (label) => {
    const button = tab.widget.getByRole("group", { name: "Copy all" }).getByRole("button", { name: label });
    await button.click();
    await button.waitFor({ state: "hidden" });
    await button.waitFor();
    return tab.evaluate(() => navigator.clipboard.readText());
  };
  const text = await copied("Text");
  assert.equal(text.match(/ — Daniel Okoro/g).length, few);
  assert.match(text, /\n\nSarvia and Tolmark.*\nhttp:\/\/127.*\?article=strait$/);
  assert.match(await copied("Markdown"), /^> .*\n>\n> — Daniel Okoro[\s\S]*\n\n\[Sarvia and .*\]\(http/);
  assert.ok(JSON.parse(await copied("JSON-LD")).hasPart.every(({ creditText }) => creditText === "Daniel Okoro"));
  // What is chosen on the page is never hidden by a filter.
  await openCard(tab);
  await tab.widget.locator(".row.quote[aria-pressed=true]").waitFor();
  assert.equal(await rows.count(), all);
  await tab.context().close();
});

test("a quote is shared where the browser can, with the link to it", async () => {
  const tab = await open();
  await tab.evaluate(() => Object.defineProperty(navigator, "share", { configurable: true, value: async (given) => { window.given = given; } }));
  await tab.widget.locator(".row.quote").first().click();
  await tab.widget.getByRole("button", { name: "Share", exact: true }).click();
  const { text, url } = await tab.evaluate(() => given);
  assert.match(text, /\S — \S/);
  assert.match(url, /^http:.*#.*:~:text=/);
  await tab.evaluate(() => Object.defineProperty(navigator, "share", { configurable: true, value: undefined }));
  await tab.widget.locator(".row.quote").nth(1).click();
  await tab.widget.getByRole("button", { name: "Copy quote" }).waitFor();
  assert.equal(await tab.widget.getByRole("button", { name: "Share", exact: true }).count(), 0);
  await tab.context().close();
});

test("an open drawer is remembered, and a closed one as well", async () => {
  const tab = await open({ width: 390 });
  const panel = tab.widget.getByRole("region", { name: "Who said what" });
  await remember(tab);
  for (const [button, isOpen] of [[/^Who said what/, true], ["Close", false]]) {
    await tab.widget.getByRole("button", { name: button }).click();
    await tab.reload();
    await read(tab);
    await remember(tab);
    await comes(async () => assert.equal(await panel.isVisible(), isOpen));
  }
  await tab.context().close();
});

test("one switch for all highlights, and a legend that keeps the choice and the focus", async () => {
  const tab = await open();
  const painted = () => tab.evaluate(() => [...CSS.highlights].filter(([name, { size }]) => size && /^newslight-(?!chosen)/.test(name)).map(([name]) => name.slice(10)).sort());
  const calm = await painted();
  assert.ok(calm.includes("person") && calm.includes("direct") && !calm.includes("date") && !calm.includes("group"), calm.join());
  await tab.widget.locator(".row.quote").first().click();
  const first = await chosen(tab);
  const dates = tab.widget.getByRole("button", { name: "Dates" });
  await dates.click();
  assert.deepEqual([(await painted()).includes("date"), await chosen(tab)], [true, first]);
  assert.ok(await dates.evaluate((button) => button === button.getRootNode().activeElement));
  const all = tab.widget.getByRole("switch", { name: "Highlights" });
  await all.click();
  assert.deepEqual([await painted(), await chosen(tab), await all.getAttribute("aria-checked")], [[], first, "false"]);
  await all.click();
  assert.ok((await painted()).includes("date"));
  await tab.context().close();
});

test("a quote in pieces is one in the panel, within one pair of marks", async () => {
  const tab = await open();
  for (const text of await tab.widget.locator(".row.quote.direct .words").allTextContents()) {
    assert.match(text, /^“[^“”]*”$/);
  }
  await tab.context().close();
});

for (const width of [390, 1280]) {
  test(`at ${width} pixels a card never lies on the words that it is about`, async () => {
    const tab = await open({ width, reducedMotion: "reduce" });
    const spoken = await tab.evaluate(() => document.getElementById("widget").annotations.quotes.flatMap(({ kind }, index) => (kind === "direct" || kind === "mixed" ? [index] : [])));
    const card = tab.widget.getByRole("dialog");
    for (const index of spoken) {
      await tab.keyboard.press("Escape");
      const { x, y } = await placeOf(tab, `annotations.quotes[${index}]`);
      await tab.mouse.click(x, y);
      await card.waitFor();
      const covered = await tab.evaluate((index) => {
        const { annotations, highlighting, shadowRoot } = document.getElementById("widget");
        const card = shadowRoot.querySelector(".card").getBoundingClientRect();
        return highlighting.rangesOf(annotations.quotes[index]).flatMap((range) => [...range.getClientRects()]).filter((rect) => rect.bottom > card.top + 1 && rect.top < card.bottom - 1 && rect.right > card.left && rect.left < card.right).length;
      }, index);
      assert.equal(covered, 0, `quote ${index}`);
    }
    await tab.context().close();
  });
}

test("choosing a name lights its mentions, and its steppers go round", async () => {
  const tab = await open();
  await tab.widget.getByRole("tab", { name: /^People/ }).click();
  const row = tab.widget.locator(".row.name").first();
  const name = await row.locator(".who").evaluate((who) => who.firstChild.data);
  const count = Number.parseInt(await row.locator(".count").textContent(), 10);
  await row.click();
  assert.equal(await row.getAttribute("aria-pressed"), "true");
  assert.ok((await chosen(tab)).length >= count);
  await tab.widget.getByRole("button", { name: "Previous", exact: true }).click();
  assert.equal(await tab.widget.getByRole("status").textContent(), `${name}, mention ${count} of ${count}`);
  await tab.widget.getByRole("button", { name: "Next", exact: true }).click();
  assert.equal(await tab.widget.getByRole("status").textContent(), `${name}, mention 1 of ${count}`);
  const calm = await tab.evaluate(() => getComputedStyle(document.querySelector("article p")).getPropertyValue("--newslight-fill"));
  assert.equal(calm.trim(), "7%");
  await row.click();
  assert.deepEqual(await chosen(tab), []);
  await tab.context().close();
});

test("the whole panel works by keyboard alone", async () => {
  const tab = await open();
  const focus = () => tab.evaluate(() => {
    const inside = document.activeElement.shadowRoot?.activeElement;
    return (inside ?? document.activeElement).textContent.trim();
  });
  const press = async (...keys) => {
    for (const key of keys) await tab.keyboard.press(key);
  };
  await tab.widget.getByRole("tab", { name: /^Quotes/ }).focus();
  await press("ArrowRight");
  assert.match(await focus(), /^People/);
  await press("Home");
  assert.match(await focus(), /^Quotes/);
  await press("Tab", "Tab", "Tab", "Enter");
  const first = await chosen(tab);
  assert.ok(first.length >= 1);
  await press("ArrowDown", "ArrowDown", " ");
  const second = await chosen(tab);
  assert.ok(second.length >= 1);
  assert.notDeepEqual(second, first);
  assert.notEqual(await tab.widget.getByRole("status").textContent(), "");
  await press("Escape");
  assert.deepEqual(await chosen(tab), []);
  await press("End");
  const last = await focus();
  await press("Home");
  assert.notEqual(await focus(), last);
  await tab.context().close();
});

test("a mention that is out of sight is scrolled to, at once where less motion is wanted", async () => {
  const tab = await open({ reducedMotion: "reduce" });
  await tab.widget.locator(".row.quote").last().click();
  await tab.waitForFunction(() => {
    const { annotations, highlighting } = document.getElementById("widget");
    const spoken = annotations.quotes.filter(({ kind }) => kind !== "scare");
    const { top } = highlighting.rangesOf(spoken.at(-1))[0].getBoundingClientRect();
    return top > 0 && top < innerHeight;
  });
  await tab.context().close();
});

test("the legend switches kinds on and off", async () => {
  const tab = await open();
  const size = () => tab.evaluate(() => CSS.highlights.get("newslight-person")?.size ?? 0);
  const people = tab.widget.getByRole("group", { name: "Show in the article" }).getByRole("button", { name: "People" });
  assert.ok((await size()) > 0);
  await people.click();
  assert.equal(await size(), 0);
  assert.equal(await people.getAttribute("aria-pressed"), "false");
  await people.click();
  assert.ok((await size()) > 0);
  await tab.context().close();
});

test("nothing is stored, unless the publisher asks for it", async () => {
  const tab = await open();
  const people = tab.widget.getByRole("group", { name: "Show in the article" }).getByRole("button", { name: "People" });
  await people.click();
  assert.equal(await tab.evaluate(() => localStorage.length + document.cookie.length), 0);
  await remember(tab);
  await people.click();
  await tab.widget.getByRole("button", { name: "Options" }).click();
  await tab.widget.getByRole("button", { name: "Lines" }).click();
  await tab.widget.getByRole("tab", { name: /^Places/ }).click();
  await tab.widget.getByRole("switch", { name: "Highlights" }).click();
  await tab.reload();
  await read(tab);
  await remember(tab);
  assert.equal(await people.getAttribute("aria-pressed"), "false");
  assert.equal(await tab.widget.getByRole("switch", { name: "Highlights" }).getAttribute("aria-checked"), "false");
  assert.match(await tab.widget.getByRole("tab", { selected: true }).textContent(), /^Places/);
  assert.equal(await tab.evaluate(() => getComputedStyle(document.querySelector("article")).getPropertyValue("--newslight-line")), "underline");
  await tab.context().close();
});

test("a card comes on hover and goes when the pointer leaves", async () => {
  const tab = await open();
  const { x, y } = await placeOf(tab, NAME);
  await tab.waitForTimeout(300);
  await tab.mouse.move(x, y);
  const card = tab.widget.getByRole("dialog");
  await card.waitFor();
  assert.match(await card.textContent(), /person.*mention/);
  await tab.mouse.move(5, 5);
  await card.waitFor({ state: "hidden" });
  await tab.context().close();
});

test("a card comes on a tap, tells how the speaker is known, and copies", async () => {
  const tab = await open({ width: 390, hasTouch: true, permissions: ["clipboard-read", "clipboard-write"] });
  const { x, y } = await placeOf(tab, QUOTE);
  await tab.waitForTimeout(300);
  await tab.touchscreen.tap(x, y);
  const card = tab.widget.getByRole("dialog");
  await card.waitFor();
  assert.match(await card.textContent(), /We know it by the words “.+”/);
  const box = await card.boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 390 && box.y >= 0, JSON.stringify(box));
  await card.getByRole("button", { name: "Copy quote" }).click();
  await card.getByRole("button", { name: "Copied" }).waitFor();
  assert.match(await tab.evaluate(() => navigator.clipboard.readText()), /^“.+” — \p{Lu}/u);
  await card.getByRole("button", { name: "Copy link" }).click();
  assert.match(await tab.evaluate(() => navigator.clipboard.readText()), /^http.*\?article=strait#:~:text=/);
  await tab.keyboard.press("Escape");
  await card.waitFor({ state: "hidden" });
  await tab.context().close();
});

test("the sheet of a small screen opens, gives the focus back, and leaves the article in sight", async () => {
  const tab = await open({ width: 390, reducedMotion: "reduce" });
  const opener = tab.widget.getByRole("button", { name: /^Who said what/ });
  await opener.click();
  const panel = tab.widget.getByRole("region", { name: "Who said what" });
  const box = await panel.boundingBox();
  assert.ok(box.height <= 844 * 0.6 && Math.round(box.y + box.height) === 844, JSON.stringify(box));
  await panel.locator(".row.quote").nth(2).click();
  const top = await tab.evaluate(() => {
    const { annotations, highlighting } = document.getElementById("widget");
    const order = [...document.getElementById("widget").shadowRoot.querySelectorAll(".row.quote")];
    const pressed = order.find((row) => row.getAttribute("aria-pressed") === "true").textContent;
    const quote = annotations.quotes.find(({ content }) => pressed.startsWith(highlighting.text.slice(content[0].start, content[0].end).slice(0, 20)));
    return highlighting.rangesOf(quote)[0].getBoundingClientRect().top;
  });
  assert.ok(top > 0 && top < box.y, `${top} is behind the sheet at ${box.y}`);
  await tab.keyboard.press("Escape");
  await tab.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
  assert.equal(await tab.evaluate(() => document.activeElement.shadowRoot?.activeElement?.className), "opener");
  await tab.context().close();
});
