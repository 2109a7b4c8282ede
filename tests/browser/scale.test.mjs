// Pages of any size and shape: a megabyte in slices, hundreds of rounds without a leak, and trees that
// nobody would write.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openGuests } from "./guest.mjs";
import { MEGABYTE } from "./megabyte.mjs";
import { RGB_123 } from "./support.mjs";

let guests;
before(async () => { guests = await openGuests(); });
after(() => guests.close());

test("scale: a megabyte is highlighted in slices, with progress, and can be aborted", async () => {
  const page = await guests.open("");
  await page.evaluate(MEGABYTE);
  const seen = await page.evaluate(async () => {
    const html = document.documentElement.outerHTML;
    const progress = [];
    const highlighting = await guest.newslight.highlightAsync(document, { onprogress: (done) => progress.push(done) });
    const { quotes } = highlighting.annotations;
    highlighting.remove();
    const controller = new AbortController();
    const aborted = await guest.newslight.highlightAsync(document, { signal: controller.signal, onprogress: (done) => done >= 0.4 && controller.abort() }).catch(({ name }) => name);
    return { progress, quotes: quotes.length, aborted, left: CSS.highlights.size, same: html === document.documentElement.outerHTML };
  });
  assert.ok(seen.quotes > 3000, `${seen.quotes} quotes`);
  assert.deepEqual([seen.aborted, seen.left, seen.same, seen.progress.at(-1)], ["AbortError", 0, true, 1]);
  assert.deepEqual(seen.progress, seen.progress.toSorted((one, other) => one - other));
  await page.close();
});

/** How the first words within an article look to a highlight, and the selectors that say so. */
const LOOKS = () => {
  const look = (selector) => getComputedStyle(document.querySelector(selector), "::highlight(newslight-person)").backgroundColor;
  const selectors = document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ selectorText }) => selectorText ?? ""));
  return { look: look("b"), told: selectors.find((selector) => selector.endsWith("::highlight(newslight-person)")) };
};

for (const [name, prepare, told] of [
  ["what is within inherits", () => {}, "article::highlight(newslight-person)"],
  ["its element's name is a frequent one", () => { for (let i = 0; i < 9; i++) document.querySelector("p").append(document.createElement("article")); }, "::highlight(newslight-person)"],
  ["nothing inherits highlights", () => {
    const { getComputedStyle: asked } = globalThis;
    globalThis.getComputedStyle = (element, pseudo) => (pseudo && element.localName !== "article" ? asked(element) : asked(element, pseudo));
    globalThis.restore = () => (globalThis.getComputedStyle = asked);
  }, "::highlight(newslight-person)"],
]) {
  test(`scale: a megabyte looks like any article where ${name}`, async () => {
    const page = await guests.open("");
    await page.evaluate(MEGABYTE);
    await page.evaluate(() => {
      const made = new CSSStyleSheet();
      made.replaceSync("article { --newslight-person: rgb(1, 2, 3); --newslight-fill: 100% }");
      document.adoptedStyleSheets = [made];
    });
    await page.evaluate(prepare);
    await page.evaluate(() => {
      globalThis.highlighting = guest.newslight.highlight(document);
      globalThis.restore?.();
    });
    const seen = await page.evaluate(LOOKS);
    assert.equal(seen.told, told);
    assert.match(seen.look, RGB_123);
    await page.evaluate(() => highlighting.remove());
    assert.equal((await page.evaluate(LOOKS)).told, undefined);
    await page.close();
  });
}

test("scale: a megabyte that a router put in the place of another has looks of its own", async () => {
  const page = await guests.open("");
  await page.evaluate(MEGABYTE);
  await page.evaluate(async () => {
    const [old] = document.body.children;
    const changed = new Promise((onchange) => guest.newslight.highlight(document, { observe: true, onchange }));
    const main = document.createElement("main");
    main.append(...old.cloneNode(true).childNodes);
    old.replaceWith(main);
    await changed;
  });
  const { look, told } = await page.evaluate(LOOKS);
  assert.equal(told, "main::highlight(newslight-person)");
  assert.notEqual(look, "rgba(0, 0, 0, 0)");
  await page.close();
});

test("scale: of a megabyte what is near the window is painted, and all of it on paper", async () => {
  const page = await guests.open("");
  await page.evaluate(MEGABYTE);
  const seen = await page.evaluate(async () => {
    const drawn = async () => {
      for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
      const holds = (element) => ranges.filter(({ startContainer }) => element.contains(startContainer)).length;
      const { firstElementChild: first, lastElementChild: last } = document.querySelector("article");
      return { all: ranges.length, first: holds(first), last: holds(last) };
    };
    const highlighting = guest.newslight.highlight(document);
    const atTop = await drawn();
    scrollTo(0, document.body.scrollHeight);
    const atBottom = await drawn();
    dispatchEvent(new Event("beforeprint"));
    const onPaper = await drawn();
    dispatchEvent(new Event("afterprint"));
    const after = await drawn();
    const { length } = highlighting.ranges;
    highlighting.remove();
    return { atTop, atBottom, onPaper, after, length, left: CSS.highlights.size };
  });
  assert.ok(seen.atTop.first > 0 && seen.atTop.last === 0 && seen.atTop.all < 1000, JSON.stringify(seen.atTop));
  assert.ok(seen.atBottom.first === 0 && seen.atBottom.last > 0, JSON.stringify(seen.atBottom));
  assert.equal(seen.onPaper.all, seen.length);
  assert.deepEqual(seen.after, seen.atBottom);
  assert.equal(seen.left, 0);
  await page.close();
});

test("scale: the panel of a megabyte makes its rows bit by bit, and has the one that is chosen", async () => {
  const page = await guests.open("");
  await page.evaluate(MEGABYTE);
  const seen = await page.evaluate(async () => {
    const widget = document.createElement("news-light");
    widget.setAttribute("for", "article");
    widget.setAttribute("panel", "inline");
    const ready = new Promise((resolve) => widget.addEventListener("newslight-ready", resolve));
    document.body.append(widget);
    await import("/element.js");
    await ready;
    const rows = () => widget.shadowRoot.querySelectorAll(".row.quote").length;
    const quotes = widget.annotations.quotes.filter(({ kind }) => kind !== "scare").length;
    widget.shadowRoot.querySelector("#tab-person").click();
    widget.shadowRoot.querySelector("#tab-quote").click();
    const [atOnce, last] = [rows(), widget.annotations.quotes.findLastIndex(({ kind }) => kind !== "scare")];
    widget.select({ quote: last });
    const chosen = widget.shadowRoot.querySelectorAll("[aria-pressed=true].row").length;
    while (rows() < quotes) await new Promise((resolve) => setTimeout(resolve, 10));
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { atOnce, chosen, all: rows() === quotes };
  });
  assert.ok(seen.atOnce <= 101, `${seen.atOnce} rows`);
  assert.deepEqual([seen.chosen, seen.all], [1, true]);
  await page.close();
});

test("scale: two hundred rounds leave the heap and the registry as they were", async () => {
  const page = await guests.open("<article><p>“We will build it,” Angela Merkel said in Berlin.</p></article>".repeat(30));
  const devtools = await page.context().newCDPSession(page);
  const heap = async () => {
    await devtools.send("HeapProfiler.collectGarbage");
    return (await devtools.send("Runtime.getHeapUsage")).usedSize;
  };
  const rounds = (count) => page.evaluate((count) => {
    for (let i = 0; i < count; i++) guest.newslight.highlight(document.body, { painter: i % 2 ? "mark" : "highlight", observe: true }).remove();
    return CSS.highlights.size;
  }, count);
  await rounds(20);
  const before = await heap();
  assert.equal(await rounds(200), 0);
  let grown = Infinity;
  // What a frame, a timer or an observer holds for a moment is no leak: what never goes is one.
  for (let wait = 0; wait < 20 && grown >= 300_000; wait++) {
    if (wait) await page.waitForTimeout(500);
    grown = (await heap()) - before;
  }
  assert.ok(grown < 300_000, `the heap grew by ${grown} bytes`);
  await page.close();
});

/** Puts into the page what makes trees at random, and changes them: the same ones from the same seed. */
const WILD = () => {
  const NAMES = ["p", "div", "b", "i", "a", "span", "q", "blockquote", "br", "ul", "li", "table", "tr", "td", "mark", "svg", "textarea", "details", "summary", "pre", "style", "slot", "iframe", "button", "h2", "figure", "section", "aside", "sup", "del", "ins"];
  const WORDS = ["“We will build it,” Ana Ruiz said.", " ", "\n", "", "Angela Merkel", "“", "”", "é😀\u0301", "\u00ad", "\u200b", " said Ben Okri, ", "\"no\"", "\ud83d", "A", "2"];
  const CLASSES = ["sr-only", "ad", "comments", "related-articles", "pullquote"];
  const isOurs = (element) => /^newslight-/.test(element.className);
  window.wild = (seed) => {
    let state = seed;
    // The low bits of such a generator repeat soon.
    const random = (below) => Math.floor(((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32) * below);
    const pick = (list) => list[random(list.length)];
    const tree = (depth) => {
      const element = document.createElement(pick(NAMES));
      const look = random(12);
      if (look === 0) element.style.display = pick(["none", "block", "inline", "flex", "contents", "grid", "table-cell"]);
      else if (look === 1) element.setAttribute("aria-hidden", "true");
      else if (look === 2) element.className = pick(CLASSES);
      else if (look === 3) element.style.float = "left";
      for (let i = random(4); i >= 0; i--) element.append(depth > 0 && random(3) ? tree(depth - 1) : random(9) ? pick(WORDS) : document.createComment("x"));
      if (element.localName === "div" && random(4) === 0) element.attachShadow({ mode: "open" }).append(tree(1), document.createElement("slot"));
      return element;
    };
    /** A tree to begin with: what scripts put into a line break nobody sees. */
    const root = () => {
      const made = tree(4);
      return made.localName === "br" ? root() : made;
    };
    /** Changes something, and tells what. */
    const mutate = (root) => {
      const all = [...root.querySelectorAll("*")].filter((element) => !isOurs(element));
      if (!all.length) return "";
      const number = random(all.length);
      const element = all[number];
      const act = pick(["remove", "append", "write", "fill", "move", "aria-hidden", "hidden", "open"]);
      const words = pick(WORDS);
      const made = tree(1);
      const told = `${act} ${number} (${element.localName}) ${JSON.stringify(words)} ${made.outerHTML}`;
      if (act === "remove") element.remove();
      else if (act === "append") element.append(words);
      else if (act === "write" && element.firstChild?.nodeType === 3) element.firstChild.data = words;
      else if (act === "fill") element.replaceChildren(made);
      else if (act === "move") root.append(element);
      else if (act === "aria-hidden") element.setAttribute(act, element.ariaHidden === "true" ? "false" : "true");
      else element.toggleAttribute(act);
      return told;
    };
    return { random, pick, tree, root, mutate };
  };
};

test("scale: a thousand trees that nobody would write", async () => {
  const page = await guests.open("");
  await page.evaluate(WILD);
  const faults = await page.evaluate(async () => {
    const { pick, tree, mutate } = wild(20260611);
    const faults = [];
    for (let i = 0; i < 1000; i++) {
      const root = tree(4);
      document.body.replaceChildren(root);
      const painter = pick(["highlight", "mark"]);
      try {
        const [html, text] = [document.body.innerHTML, document.body.textContent];
        const highlighting = guest.newslight.highlight(root, { painter, observe: i % 3 === 0 });
        if (document.body.textContent !== text) faults.push(`${i} ${painter}: the text changed: ${html}`);
        if (i % 2) {
          for (let j = 0; j < 5; j++) mutate(root);
          if (i % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
          if (i % 7 === 0) highlighting.refresh();
        }
        highlighting.remove();
        if (i % 2 === 0 && document.body.innerHTML !== html) faults.push(`${i} ${painter}: not as it was: ${html}`);
        if (document.querySelector("mark[class^=newslight-]")) faults.push(`${i} ${painter}: a mark was left: ${html}`);
      } catch (error) {
        faults.push(`${i} ${painter}: ${error.stack}`);
      }
    }
    if (CSS.highlights.size) faults.push(`left in the registry: ${[...CSS.highlights.keys()]}`);
    return faults.slice(0, 3);
  });
  assert.deepEqual(faults, []);
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("scale: of an observed page only what changed is read again", async () => {
  const page = await guests.open("");
  const seen = await page.evaluate(async () => {
    const article = document.createElement("article");
    for (let i = 0; i < 500; i++) article.append(Object.assign(document.createElement("p"), { innerHTML: `“We will <b>build</b> house ${i},” <i>Ana Ruiz</i> said.` }));
    document.body.replaceChildren(article);
    let asked = 0;
    const { getComputedStyle } = globalThis;
    globalThis.getComputedStyle = (...given) => (asked++, getComputedStyle(...given));
    const changed = async (change) => {
      asked = 0;
      const { length } = highlighting.text;
      const done = new Promise((resolve) => (heard = resolve));
      change();
      await done;
      return { asked, grown: highlighting.text.length - length };
    };
    let heard;
    const highlighting = guest.newslight.highlight(article, { observe: true, onchange: () => heard() });
    const first = asked;
    const edited = await changed(() => (article.children[250].lastChild.data += " It rained."));
    const added = await changed(() => article.append(Object.assign(document.createElement("p"), { textContent: "It is late." })));
    const { text } = highlighting;
    highlighting.refresh();
    return { first, edited, added, all: asked, isSame: text === highlighting.text };
  });
  assert.ok(seen.first > 1500, JSON.stringify(seen));
  assert.ok(seen.edited.asked < 20 && seen.added.asked < 20, JSON.stringify(seen));
  assert.deepEqual([seen.edited.grown, seen.added.grown, seen.isSame], [" It rained.".length, "\n\nIt is late.".length, true]);
  assert.ok(seen.all > 1500, "asked to, it reads everything");
  await page.close();
});

for (const painters of [["highlight"], ["mark"], ["mark", "highlight"]]) {
  test(`scale: what is read of a changed page is what a new reading finds, by ${painters.join(" and ")}`, async () => {
    const page = await guests.open("");
    await page.evaluate(WILD);
    const faults = await page.evaluate(async (painters) => {
      const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
      const trees = Array.from({ length: 80 / painters.length }, (_, seed) => {
        const { random, root: grow, mutate } = wild(seed + 20260611);
        const [grown, root] = [grow(), document.createElement("section")];
        root.append(grown);
        // Beside much text a small box may be passed over.
        if (random(3) === 0) root.append(Object.assign(document.createElement("p"), { textContent: `“We will mend it,” said Mara Lind of Elm. ${"It was late. ".repeat(99)}` }));
        return { seed, random, mutate, root, changes: [] };
      });
      document.body.replaceChildren(...trees.map(({ root }) => root));
      for (const tree of trees) tree.watched = painters.map((painter) => guest.newslight.highlight(tree.root, { painter, observe: true }));
      for (let round = 0; round < 3; round++) {
        for (const { random, mutate, root, changes } of trees) for (let i = random(3); i >= 0; i--) changes.push(mutate(root));
        await pause(400);
        // Now and then something is taken out, changed outside and put back.
        for (const { random, mutate, root, changes } of trees) {
          const parts = root.querySelectorAll("div, p, section");
          const part = parts[random(parts.length)];
          if (!part) continue;
          const [parent, next] = [part.parentNode, part.nextSibling];
          part.remove();
          changes.push(`outside: ${mutate(part)}`);
          parent.insertBefore(part, next);
        }
        await pause(400);
      }
      // A page that was long to read is left alone the longer, and on a busy machine all are.
      const faults = () => trees.flatMap(({ seed, root, watched, changes }) => {
        const fresh = guest.newslight.highlight(root, { painter: "highlight" });
        const expected = fresh.text;
        fresh.remove();
        const texts = watched.map(({ text }) => text);
        return texts.every((text) => text === expected) ? [] : [`tree ${seed}: ${JSON.stringify(texts)} is read, not ${JSON.stringify(expected)} of ${root.outerHTML} after ${changes.join("; ")}`];
      });
      for (let wait = 0; wait < 20 && faults().length; wait++) await pause(3000);
      const left = faults().slice(0, 3);
      // What is taken away leaves the page's own elements and words, and nothing else.
      for (const { seed, root, watched, changes } of trees) {
        const elements = () => [...root.querySelectorAll("*")];
        const own = elements().filter((element) => !/^newslight-/.test(element.className));
        const { textContent } = root;
        for (const highlighting of watched) highlighting.remove();
        const now = elements();
        const isSame = root.textContent === textContent && now.length === own.length && now.every((element, at) => element === own[at]);
        if (!isSame) left.push(`tree ${seed}: left is ${root.outerHTML} after ${changes.join("; ")}`);
      }
      return left.slice(0, 3);
    }, painters);
    assert.deepEqual(faults, []);
    assert.deepEqual(page.faults, []);
    await page.close();
  });
}
