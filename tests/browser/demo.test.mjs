// The demo as its readers meet it: on screens of three sizes, light, dark and in forced colours, with
// articles of its own and of theirs. Its panel is tried in `panel.test.mjs`.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { begin, end, open, openCard, server } from "./demo.mjs";
import { require, www } from "./support.mjs";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

let browser;
before(async () => (browser = await begin()));
after(end);

for (const width of [390, 768, 1280]) {
  test(`at ${width} pixels nothing overflows and nothing goes wrong`, async () => {
    const tab = await open({ width });
    const [scroll, client] = await tab.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(scroll <= client, `${scroll} > ${client}`);
    assert.deepEqual(tab.messages, []);
    await tab.context().close();
  });
}

for (const [name, options] of Object.entries({
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "forced colours": { forcedColors: "active" },
})) {
  for (const width of [390, 1280]) {
    test(`axe finds nothing at ${width} pixels, ${name}: page, panel and card`, async () => {
      const tab = await open({ ...options, width, bypassCSP: true });
      await tab.evaluate(AXE);
      const check = async (state) => {
        const found = await tab.evaluate(async () => {
          const { violations } = await axe.run(document, { resultTypes: ["violations"] });
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
        });
        assert.deepEqual(found, [], state);
      };
      await check("page");
      if (options.forcedColors) {
        assert.equal(await tab.evaluate(() => CSS.highlights.get("newslight-person")?.size ?? 0), 0, "at rest the text is as the reader wants it");
        if (width === 390) await tab.widget.getByRole("button", { name: /^Who said what/ }).click();
        await tab.widget.getByRole("switch", { name: "Highlights" }).waitFor();
        const fills = (selector) => tab.widget.locator(selector).evaluateAll((buttons) => [...new Set(buttons.map((button) => getComputedStyle(button).backgroundColor))]);
        assert.deepEqual(await fills(".kind:disabled"), await fills(".kind[aria-checked=false]"), "the grey words of what is switched off stand on no fill");
        await tab.widget.getByRole("switch", { name: "Highlights" }).click();
        await check("switched on");
        if (width === 390) await tab.widget.getByRole("button", { name: "Close" }).click();
      }
      if (width === 390) await tab.widget.getByRole("button", { name: /^Who said what/ }).click();
      await tab.widget.getByRole("tab", { name: /^People/ }).click();
      await tab.widget.locator(".row.name").first().click();
      await check("panel");
      if (width === 390) await tab.widget.getByRole("button", { name: "Close" }).click();
      await openCard(tab);
      await tab.locator("#data summary").click();
      await check("card");
      await tab.context().close();
    });
  }
}

test("an article of one's own can be pasted as text or as HTML", async () => {
  const tab = await open();
  const paste = async (text) => {
    await tab.locator("#paste").fill(text);
    await tab.getByRole("button", { name: "Read it" }).click();
    await tab.waitForFunction((text) => document.getElementById("widget").highlighting?.text.includes(text), "Mara Lind");
  };
  await paste("A heading\n\n“We are ready,” said Mara Lind. The rest is silence.");
  assert.deepEqual(await tab.evaluate(() => [...document.querySelectorAll("article > *")].map(({ localName }) => localName)), ["h1", "p"]);
  await paste('<article><h2>Two</h2><p onclick="boom()">“Never,” said <b>Mara Lind</b>.<script>boom()</script></p><img src=x onerror="boom()"></article>');
  assert.equal(await tab.evaluate(() => document.querySelector("article").innerHTML), "<h2>Two</h2><p>“Never,” said <b>Mara Lind</b>.</p>");
  // The page's own policy reports the handlers that it kept from running, and there is nothing else.
  assert.deepEqual(tab.messages.filter((text) => !/inline event handler/.test(text)), []);
  await tab.context().close();
});

test("of a whole page that is pasted the article is read, and why the rest is not", async () => {
  const tab = await open();
  const line = "The council met on Monday, and after a long evening, with many speakers, it voted for the pier.";
  await tab.locator("#paste").fill(`<title>Merrow plans a pier</title><nav><a href=/>Home</a></nav><h1>Merrow plans a pier</h1><div class="text"><p>“We are ready,” said Mara Lind, the mayor of Merrow, on Tuesday.</p>${`<p>${line}</p>`.repeat(3)}<div class="newsletter">Sign up for our mail</div></div><footer>The Merrow Post</footer>`);
  await tab.getByRole("button", { name: "Read it" }).click();
  await tab.waitForFunction(() => document.getElementById("widget").highlighting?.text.includes("Mara Lind"));
  assert.deepEqual(await tab.evaluate(() => [...document.querySelectorAll("article > *")].slice(0, 2).map(({ localName }) => localName)), ["h1", "p"]);
  await tab.locator("#data summary").click();
  await tab.getByRole("button", { name: "What was read" }).click();
  await tab.waitForFunction(() => document.getElementById("json").textContent.includes("menu"));
  const blocks = JSON.parse(await tab.locator("#json").textContent());
  assert.deepEqual(blocks.map(({ role, read, why }) => why ?? (read && role)), ["menu", "headline", "body", "body", "body", "body", "promotion", "footer"]);
  await tab.context().close();
});

test("what a developer gets is shown in three formats", async () => {
  const tab = await open();
  await tab.locator("#data summary").click();
  const json = async () => {
    await tab.waitForFunction(() => document.getElementById("json").textContent);
    return JSON.parse(await tab.locator("#json").textContent());
  };
  assert.ok((await json()).quotes.length > 0);
  await tab.getByRole("button", { name: "JSON-LD" }).click();
  assert.equal((await json())["@type"], "NewsArticle");
  await tab.getByRole("button", { name: "Web Annotations" }).click();
  assert.equal((await json())[0].type, "Annotation");
  await tab.context().close();
});

test("both painters and all themes work, and leave the article as it was", async () => {
  const tab = await open();
  const html = () => tab.evaluate(() => document.querySelector("article").innerHTML);
  const plain = await html();
  assert.doesNotMatch(plain, /<mark/);
  for (const [name, value, expected] of [["painter", "mark", /<mark/], ["theme", "line", /<mark/], ["theme", "marker", /<mark/], ["painter", "highlight", /^(?!.*<mark)/s]]) {
    await tab.evaluate(([name, value]) => new Promise((resolve) => {
      const widget = document.getElementById("widget");
      widget.addEventListener("newslight-ready", resolve, { once: true });
      widget[name] = value;
    }), [name, value]);
    assert.match(await html(), expected);
  }
  assert.equal(await html(), plain);
  assert.deepEqual(tab.messages, []);
  await tab.context().close();
});

test("without JavaScript the article is there, with links to the others", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const tab = await context.newPage();
  await tab.goto(`${server.address}/`);
  const plain = (html) => html.replace(/\s+/g, " ").trim();
  const inner = await tab.locator("article").innerHTML();
  assert.equal(plain(inner), plain(readFileSync(join(www, "articles/strait.html"), "utf8")), "index.html holds the first article as articles/strait.html has it");
  await tab.getByRole("link", { name: "Sport" }).click();
  assert.ok((await tab.locator("h1").textContent()).length > 10);
  await context.close();
});

test("a saved page can be opened and dropped, whatever it is written in", async () => {
  const tab = await open();
  const teaser = "<article><h2>Other news</h2><p>Short.</p></article>";
  const page = `<!doctype html><html><head><meta charset="windows-1252"><title>Elm</title></head><body>${teaser}<main><article><h1>Elm</h1><p>\x93We are ready,\x94 said Mara Lind. The rest is silence, and the rest of the rest.</p></article></main>${teaser}</body></html>`;
  const read = () => tab.waitForFunction(() => document.getElementById("widget").highlighting?.text.includes("Mara Lind"));
  await tab.locator("#file").setInputFiles({ name: "elm.html", mimeType: "text/html", buffer: Buffer.from(page, "latin1") });
  await read();
  assert.match(await tab.evaluate(() => document.querySelector("article").innerText), /^Elm\s+“We are ready,” said/);
  await tab.getByRole("link", { name: "Sport" }).click();
  await tab.waitForFunction(() => !document.querySelector("article").textContent.includes("Mara"));
  await tab.evaluate((bytes) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([Uint8Array.from(bytes)], "elm.html", { type: "text/html" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, [...Buffer.from(page, "latin1")]);
  await read();
  await tab.context().close();
});

test("a link to a pasted article carries it, or the page says that it cannot", async () => {
  const tab = await open();
  await tab.locator("#paste").fill("A heading\n\n“We are ready,” said Mara Lind. The rest is silence.");
  await tab.getByRole("button", { name: "Read it" }).click();
  await tab.waitForFunction(() => location.hash.startsWith("#own=") && document.getElementById("widget").highlighting?.text.includes("Mara"));
  const address = await tab.evaluate(() => location.href);
  const other = await tab.context().newPage();
  await other.goto(`${address}:~:text=ready`);
  await other.waitForFunction(() => document.querySelector("article h1")?.textContent === "A heading" && document.getElementById("widget").highlighting?.text.includes("Mara"));
  const long = Array.from({ length: 6000 }, (_, index) => (index * 7919 % 104729).toString(36)).join(" ");
  await tab.locator("#paste").fill(`“We are ready,” said Ana Ruiz. ${long}`);
  await tab.getByRole("button", { name: "Read it" }).click();
  await tab.getByText("too long for a link").waitFor();
  assert.equal(await tab.evaluate(() => location.hash), "");
  await tab.context().close();
});

test("what this is, the box and the looks are above the fold", async () => {
  for (const width of [390, 768, 1280]) {
    const tab = await open({ width });
    for (const selector of [".what", ".key", "#paste", "#own [type=submit]", "article h1"]) {
      const { y, height } = await tab.locator(selector).boundingBox();
      assert.ok(y + height <= (width < 500 ? 844 : 900), `${selector} at ${width}`);
    }
    await tab.context().close();
  }
});
