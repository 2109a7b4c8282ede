// The manners of a guest: shared registries, edits of the page, shadow roots and frames, security
// policies, other people's frameworks, and nothing left behind.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openGuests } from "./guest.mjs";
import { comes, require, serve } from "./support.mjs";

let guests;
before(async () => { guests = await openGuests(); });
after(() => guests.close());

const QUOTE = "“We will build it,”";
const ARTICLE = `<article><p>${QUOTE} Ana Ruiz said.</p></article>`;
const words = (painted) => painted.map(([, words]) => words).join("|");

/** A test with a page of its own, which must have thrown nothing in the end. */
function guest(name, html, options, check) {
  test(`guest: ${name}`, async () => {
    const page = await guests.open(html, options ?? {});
    await check(page);
    assert.deepEqual(page.faults, []);
    await page.close();
  });
}

const paint = (page, options, selector = null) =>
  page.evaluate(([selector, options]) => guest.begin(selector, { types: ["quote"], ...options }), [selector, options]);
const end = async (page) => assert.deepEqual(await page.evaluate(() => guest.end()), []);

guest("two widgets share the names of the registry", `${ARTICLE}<section><p>“It is late,” Ben Okri said.</p></section>`, null, async (page) => {
  await paint(page, {}, "article");
  await page.evaluate(() => { window.other = guest.newslight.highlight(document.querySelector("section"), { types: ["quote"] }); });
  assert.equal(words(await page.evaluate(() => guest.painted())), `${QUOTE}|“It is late,”`);
  await page.evaluate(() => other.remove());
  assert.equal(words(await page.evaluate(() => guest.painted())), QUOTE);
  await end(page);
});

guest("the page's own highlights stay", ARTICLE, null, async (page) => {
  await page.evaluate(() => { CSS.highlights.set("search", new Highlight(new StaticRange({ startContainer: document.body, startOffset: 0, endContainer: document.body, endOffset: 1 }))); });
  await paint(page, {});
  await end(page);
  assert.deepEqual(await page.evaluate(() => [...CSS.highlights].map(([name, { size }]) => [name, size])), [["search", 1]]);
});

guest("a hundred times there and back", ARTICLE, null, async (page) => {
  for (const painter of ["highlight", "mark"]) {
    const faults = await page.evaluate(async (painter) => {
      const html = document.documentElement.outerHTML;
      const nodes = document.querySelector("p").childNodes.length;
      for (let i = 0; i < 100; i++) guest.newslight.highlight(document, { painter }).remove();
      return [html === document.documentElement.outerHTML, nodes === document.querySelector("p").childNodes.length, [...CSS.highlights.keys()].length];
    }, painter);
    assert.deepEqual(faults, [true, true, 0]);
  }
});

guest("removing twice, and using what was removed", ARTICLE, null, async (page) => {
  await paint(page, {});
  await end(page);
  assert.deepEqual(await page.evaluate(() => {
    const { highlighting } = guest;
    highlighting.remove(); highlighting.refresh(); highlighting.show(null); highlighting.choose(null);
    return [highlighting.at(20, 20), highlighting.text, highlighting.ranges.map(({ range }) => String(range)), guest.painted()];
  }), [null, "", [], []]);
});

guest("the same words written again stay painted", ARTICLE, null, async (page) => {
  await paint(page, {});
  await page.evaluate(() => { const { firstChild } = document.querySelector("p"); firstChild.data = firstChild.data; });
  await page.waitForTimeout(50);
  assert.equal(words(await page.evaluate(() => guest.painted())), QUOTE);
});

for (const painter of ["highlight", "mark"]) {
  guest(`other words written are not painted by the old ones (${painter})`, ARTICLE, null, async (page) => {
    await paint(page, { painter });
    await page.evaluate(() => { document.querySelector("p").firstChild.data = "Nobody said anything about it today at all."; });
    await page.waitForTimeout(50);
    assert.equal(words(await page.evaluate(() => guest.painted())), "");
    await page.evaluate(() => guest.highlighting.remove());
    assert.equal(await page.evaluate(() => document.querySelector("p").textContent), "Nobody said anything about it today at all.");
  });

  guest(`an observed page is read again (${painter})`, ARTICLE, null, async (page) => {
    await paint(page, { painter, observe: true });
    await page.evaluate(() => document.querySelector("article").insertAdjacentHTML("beforeend", "<p>“It is late,” Ben Okri said.</p>"));
    await page.waitForFunction(() => guest.painted().length === 2);
    await page.evaluate(() => { document.querySelector("article").innerHTML = "<p>“It is early,” Ben Okri said.</p>"; });
    await page.waitForFunction(() => guest.painted().length === 1);
    assert.equal(words(await page.evaluate(() => guest.painted())), "“It is early,”");
    await page.evaluate(() => guest.highlighting.remove());
    assert.equal(await page.evaluate(() => document.querySelector("article").innerHTML), "<p>“It is early,” Ben Okri said.</p>");
  });

  guest(`no loop with an observer of the page (${painter})`, ARTICLE, null, async (page) => {
    const times = await page.evaluate(async (painter) => {
      let heard = 0;
      new MutationObserver(() => { heard++; document.body.dataset.heard = heard; }).observe(document.body, { subtree: true, childList: true, characterData: true });
      let read = 0;
      guest.newslight.highlight(document, { painter, observe: true, onchange: () => read++ });
      await new Promise((resolve) => setTimeout(resolve, 900));
      return [heard, read];
    }, painter);
    assert.ok(times[0] <= 2 && times[1] === 0, `${times}`);
  });
}

const LATE = "<article><p>“It is late,” Ben Okri said.</p></article>";

guest("a router that puts another article in the place of the first", ARTICLE, null, async (page) => {
  await paint(page, { observe: true });
  await page.evaluate(() => {
    history.pushState(null, "", "?next");
    document.querySelector("article").remove();
  });
  await page.waitForTimeout(50);
  assert.equal(words(await page.evaluate(() => guest.painted())), "");
  await page.evaluate((html) => { document.body.insertAdjacentHTML("beforeend", html); }, LATE);
  await page.waitForFunction(() => guest.painted().length === 1);
  assert.equal(words(await page.evaluate(() => guest.painted())), "“It is late,”");
  await page.evaluate(() => guest.highlighting.remove());
  assert.deepEqual(await page.evaluate(() => [document.body.innerHTML, CSS.highlights.size, document.adoptedStyleSheets.length]), [LATE, 0, 0]);
});

guest("a router under the element", ARTICLE, null, async (page) => {
  const names = await page.evaluate(async (late) => {
    document.body.insertAdjacentHTML("beforeend", '<news-light for="article" observe></news-light>');
    const widget = document.querySelector("news-light");
    const ready = () => new Promise((resolve) => widget.addEventListener("newslight-ready", resolve, { once: true }));
    const first = ready();
    await import("/element.js");
    await first;
    const seen = [widget.annotations.quotes[0].speaker.name];
    const next = ready();
    document.querySelector("article").remove();
    await new Promise((resolve) => setTimeout(resolve, 20));
    document.body.insertAdjacentHTML("afterbegin", late);
    await next;
    seen.push(widget.annotations.quotes[0].speaker.name, CSS.highlights.size > 0);
    widget.remove();
    await new Promise((resolve) => setTimeout(resolve));
    return [...seen, CSS.highlights.size];
  }, LATE);
  assert.deepEqual(names, ["Ana Ruiz", "Ben Okri", true, 0]);
});

guest("paragraphs that come while the reader scrolls", `${ARTICLE.replace("</article>", '<p>It rained.</p><div style="height: 3000px"></div><div id="end"></div></article>')}`, null, async (page) => {
  await page.evaluate(() => {
    new IntersectionObserver(([{ isIntersecting }]) => {
      for (let i = 0; isIntersecting && i < 40; i++) document.querySelector("#end").insertAdjacentHTML("beforebegin", `<p>“It is house ${i},” Ben Okri said.</p>`);
    }).observe(document.querySelector("#end"));
  });
  await paint(page, { observe: true }, "article");
  assert.equal((await page.evaluate(() => guest.painted())).length, 1);
  for (const count of [41, 81]) {
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForTimeout(50);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForFunction((count) => guest.painted().length === count, count);
  }
});

guest("nodes that go while it reads, annotates and paints in slices", "", null, async (page) => {
  for (const painter of ["highlight", "mark"]) {
    const left = await page.evaluate(async (painter) => {
      const article = document.createElement("article");
      for (let i = 0; i < 150; i++) article.append(Object.assign(document.createElement("p"), { innerHTML: `“We will <b>build</b> house ${i},” Angela Merkel said in Berlin.` }));
      document.body.replaceChildren(article);
      let steps = 0;
      const onprogress = () => {
        steps++;
        article.children[(steps * 97) % article.childElementCount].remove();
        article.firstElementChild.firstChild?.remove();
        article.lastElementChild.replaceChildren("It rained.");
      };
      const highlighting = await guest.newslight.highlightAsync(article, { painter, onprogress });
      const isPainted = guest.painted().length > 400;
      highlighting.remove();
      return [steps > 3, isPainted, article.querySelectorAll("mark").length, CSS.highlights.size];
    }, painter);
    assert.deepEqual(left, [true, true, 0, 0], painter);
  }
});

guest("innerHTML replaced leaves no stale range", ARTICLE, null, async (page) => {
  await paint(page, { observe: true });
  await page.evaluate(() => { document.querySelector("article").innerHTML = "<p>It rained.</p>"; });
  await page.waitForFunction(() => [...CSS.highlights.keys()].length === 0);
});

guest("show paints what is asked for, and all again", `<article><p>${QUOTE} Angela Merkel said in Berlin.</p></article>`, null, async (page) => {
  await page.evaluate(() => guest.begin("article", {}));
  const kinds = async (filter) => page.evaluate(`guest.highlighting.show(${filter}); [...new Set(guest.painted().map(([kind]) => kind))].sort().join()`);
  assert.equal(await kinds('["person"]'), "person");
  assert.equal(await kinds('["quote", "place"]'), "direct,place");
  assert.equal(await kinds('(item) => item.name === "Berlin"'), "place");
  assert.equal(await kinds("[]"), "");
  assert.equal(await kinds("null"), "direct,person,place");
  await end(page);
});

guest("choose paints above, and ends", `<article><p>${QUOTE} Angela Merkel said.</p></article>`, null, async (page) => {
  for (const painter of ["highlight", "mark"]) {
    await page.evaluate((painter) => guest.begin("article", { painter }), painter);
    const chosen = () => page.evaluate(() => CSS.highlights.has("newslight-chosen") || Boolean(document.querySelector(".newslight-chosen")));
    await page.evaluate(() => guest.highlighting.choose(guest.highlighting.annotations.quotes[0]));
    assert.equal(await chosen(), true);
    await page.evaluate(() => guest.highlighting.choose(null));
    assert.equal(await chosen(), false);
    await end(page);
  }
});

for (const [place, style] of Object.entries({ "left to right": "", "right to left": "direction:rtl", "vertical": "writing-mode:vertical-rl", "not selectable": "user-select:none" })) {
  guest(`what is painted is found under the pointer: ${place}`, `<article><p style="${style}">One day <b>Angela</b> Merkel went home.</p></article>`, null, async (page) => {
    for (const painter of ["highlight", "mark"]) {
      await page.evaluate((painter) => guest.begin("article", { painter }), painter);
      const found = await page.evaluate(() => {
        const { highlighting } = guest;
        const [entity] = highlighting.annotations.entities.filter(({ type }) => type === "person");
        const hits = highlighting.rangesOf(entity).map((range) => {
          const { left, top, width, height } = range.getBoundingClientRect();
          return highlighting.at(left + width / 2, top + height / 2)?.entity?.name;
        });
        return [hits, highlighting.at(600, 500), highlighting.at(-5, -5)];
      });
      assert.deepEqual(found, [["Angela Merkel", "Angela Merkel"], null, null], painter);
      await end(page);
    }
  });
}

guest("open shadow roots are read, with what is slotted", `<article><x-card><span slot="who">Ana Ruiz</span></x-card></article>`, null, async (page) => {
  await page.evaluate(() => {
    const root = document.querySelector("x-card").attachShadow({ mode: "open" });
    root.innerHTML = "<p>“We will <b>build</b> it,” <slot name=who>nobody</slot> said.</p>";
  });
  for (const painter of ["highlight", "mark"]) {
    await paint(page, { painter, observe: true }, "article");
    assert.equal(await page.evaluate(() => guest.highlighting.text), "“We will build it,” Ana Ruiz said.");
    assert.equal(await page.evaluate(() => guest.highlighting.ranges.map(({ range }) => String(range)).join("")), QUOTE);
    assert.equal(await page.evaluate(() => {
      const { left, top } = guest.highlighting.ranges[0].range.getBoundingClientRect();
      return guest.highlighting.at(left + 4, top + 4)?.quote?.kind;
    }), "direct");
    await end(page);
  }
  await paint(page, { observe: true }, "article");
  await page.evaluate(() => { document.querySelector("x-card").shadowRoot.querySelector("b").textContent = "paint"; });
  await page.waitForFunction(() => guest.highlighting.text.includes("paint"));
});

guest("a shadow root as the root, and a closed one within", `<div id="open"></div>`, null, async (page) => {
  const text = await page.evaluate(() => {
    const root = document.querySelector("#open").attachShadow({ mode: "open" });
    root.innerHTML = "<p>“We will build it,” Ana Ruiz said.</p><div></div>";
    root.querySelector("div").attachShadow({ mode: "closed" }).innerHTML = "“No,” she said.";
    const highlighting = guest.newslight.highlight(root);
    const { text } = highlighting;
    highlighting.remove();
    return text;
  });
  assert.equal(text, `${QUOTE} Ana Ruiz said.`);
});

const FRAMES = { files: { "/frame.html": `<!doctype html><meta charset="utf-8"><p>“It is late,” Ben Okri said.</p>` } };
guest("frames of the same origin are read by option", `<article><p>One.</p><iframe src="/frame.html"></iframe><iframe sandbox src="/frame.html"></iframe></article>`, FRAMES, async (page) => {
  await paint(page, {}, "article");
  assert.equal(await page.evaluate(() => guest.highlighting.text), "One.");
  await end(page);
  await paint(page, { frames: true }, "article");
  assert.equal(await page.evaluate(() => guest.highlighting.text), "One.\n\n“It is late,” Ben Okri said.");
  const inFrame = () => page.evaluate(() => [...frames[0].CSS.highlights].map(([name, { size }]) => `${name} ${size}`).join());
  assert.equal(await inFrame(), "newslight-direct 1");
  await end(page);
  assert.equal(await inFrame(), "");
});

guest("the selection stays, and so does what is copied and found", ARTICLE, null, async (page) => {
  for (const painter of ["highlight", "mark"]) {
    await page.evaluate(() => getSelection().setBaseAndExtent(document.querySelector("p").firstChild, 4, document.querySelector("p").firstChild, 26));
    const before = await page.evaluate(() => String(getSelection()));
    await paint(page, { painter });
    assert.equal(await page.evaluate(() => String(getSelection())), before);
    await end(page);
    assert.equal(await page.evaluate(() => String(getSelection())), before, painter);
    await paint(page, { painter });
    assert.equal(await page.evaluate(() => (getSelection().removeAllRanges(), window.find("it,” Ana"))), true, painter);
    await end(page);
  }
});

guest("an aborted signal takes the highlights away", ARTICLE, null, async (page) => {
  const left = await page.evaluate(async () => {
    const controller = new AbortController();
    guest.newslight.highlight(document, { signal: controller.signal });
    const before = CSS.highlights.size;
    controller.abort();
    const refused = (() => { try { guest.newslight.highlight(document, { signal: controller.signal }); } catch (error) { return error.name; } })();
    return [before > 0, CSS.highlights.size, refused, await guest.newslight.highlightAsync(document, { signal: controller.signal }).catch((error) => error.name)];
  });
  assert.deepEqual(left, [true, 0, "AbortError", "AbortError"]);
});

guest("wrong arguments change nothing and say what is wrong", ARTICLE, null, async (page) => {
  const messages = await page.evaluate(() => [
    () => guest.newslight.highlight(document.createTextNode("")),
    () => guest.newslight.highlight(document, { skip: "p[" }),
    () => guest.newslight.highlight(document, { painter: "pen" }),
    () => guest.newslight.highlight(document, { observe: "yes" }),
    () => guest.newslight.highlight(document, { signal: {} }),
  ].map((call) => { try { call(); return "nothing"; } catch (error) { return `${error.name}: ${error.message}`; } }));
  const expected = [/root must be an Element/, /options\.skip must be a CSS selector, not "p\["/, /options\.painter must be/, /options\.observe must be true or false/, /options\.signal must be an AbortSignal/];
  for (const [index, message] of messages.entries()) assert.match(message, expected[index]);
});

const POLICY = { headers: { "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; worker-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'" } };
guest("a strict policy with trusted types", ARTICLE, POLICY, async (page) => {
  for (const painter of ["highlight", "mark"]) {
    assert.equal(words(await paint(page, { painter })), QUOTE);
    await end(page);
  }
  const long = await page.evaluate(async () => {
    document.querySelector("article").append(...Array.from({ length: 300 }, (_, i) => Object.assign(document.createElement("p"), { textContent: `“We will build number ${i},” Ana Ruiz said.` })));
    const highlighting = await guest.newslight.highlightAsync(document);
    return highlighting.annotations.quotes.length;
  });
  assert.equal(long, 301);
});

for (const [name, headers, isElsewhere] of [
  ["", {}, false],
  ["under a policy that trusts its address alone", { "content-security-policy": POLICY.headers["content-security-policy"].replace("trusted-types 'none'", "trusted-types newslight") }, false],
  ["of another origin", {}, true],
]) {
  test(`guest: the words are read in a worker ${name}`, async () => {
    const page = await guests.open(ARTICLE, { headers });
    const elsewhere = isElsewhere && (await serve());
    const messages = [];
    page.on("console", (message) => message.type() === "error" && messages.push(message.text()));
    const quotes = await page.evaluate(async (origin) => {
      const { load } = await import(`${origin}/newslight.js`);
      const newslight = await load();
      const read = async () => {
        const highlighting = await newslight.highlightAsync(document);
        highlighting.remove();
        return highlighting.annotations.quotes.length;
      };
      return [...(await Promise.all([read(), read()])), await read()];
    }, elsewhere ? elsewhere.address : "");
    assert.deepEqual([quotes, messages], [[1, 1, 1], []]);
    // An engine may say late that the worker of the page before has ended.
    await comes(() => assert.equal(page.workers().length, 1));
    await page.close();
    if (elsewhere) await elsewhere.close();
  });
}

test("guest: a policy without wasm, a wrong type and a missing file are told apart", async () => {
  const open = async (headers, files) => {
    const page = await guests.browser.newPage();
    Object.assign(guests.pages, { "/bare.html": { headers, body: "<p>x</p>" }, ...files });
    await page.goto(`${guests.server.address}/bare.html`);
    const outcome = await page.evaluate((source) => import("/newslight.js").then(({ load }) => load(source)).then(() => "loaded", (error) => error.message), Object.keys(files)[0]);
    await page.close();
    return outcome;
  };
  const { readFileSync } = await import("node:fs");
  const wasm = readFileSync(new URL("../../www/pkg/newslight_bg.wasm", import.meta.url));
  assert.match(await open({ "content-security-policy": "script-src 'self'" }, { "/a.wasm": { headers: { "content-type": "application/wasm" }, body: wasm } }), /a\.wasm could not be loaded: [^]*must allow script-src 'wasm-unsafe-eval'/);
  assert.equal(await open({}, { "/b.wasm": { headers: { "content-type": "text/plain" }, body: wasm } }), "loaded");
  assert.match(await open({}, { "/c.wasm": { status: 404 } }), /c\.wasm could not be loaded: the server answered 404/);
});

test("guest: a document of XHTML and one of SVG", async () => {
  const xhtml = `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>“We <b>will</b> build it,” Ana Ruiz said.</p></body></html>`;
  const page = await guests.open(xhtml, { type: "application/xhtml+xml; charset=utf-8" });
  for (const painter of ["highlight", "mark"]) {
    assert.equal(words(await paint(page, { painter })).replaceAll("|", ""), QUOTE);
    await end(page);
  }
  await page.close();
  const drawing = await guests.open(`<svg xmlns="http://www.w3.org/2000/svg"><text>“No,” Ana Ruiz said.</text></svg>`, { type: "image/svg+xml" });
  assert.deepEqual(await paint(drawing, {}), []);
  await end(drawing);
  await drawing.close();
});
