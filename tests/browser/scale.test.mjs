// Pages of any size and shape: a megabyte without a long task, hundreds of rounds without a leak,
// and trees that nobody would write.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openGuests } from "./guest.mjs";
import { longestTask } from "./support.mjs";

let guests;
before(async () => { guests = await openGuests(); });
after(() => guests.close());

/** A page of about a megabyte, made inside the page. */
const MEGABYTE = () => {
  const people = ["Ana Ruiz", "Ben Okri", "Chen Wei", "Dana Levy", "Edward Stone"];
  const article = document.createElement("article");
  for (let i = 0, length = 0; length < 1_000_000; i++) {
    const paragraph = document.createElement("p");
    const words = `“We will finish house number ${i} before the winter,” ${people[i % 5]} said in Lisbon on Monday. The street was quiet that day, and few of the neighbours had come to see the old harbour wall. `;
    paragraph.append(words, Object.assign(document.createElement("b"), { textContent: `${people[(i + 2) % 5]} was there.` }));
    length += paragraph.textContent.length;
    article.append(paragraph);
  }
  document.body.replaceChildren(article);
};

test("scale: a megabyte is highlighted in slices, with progress, and can be aborted", async () => {
  const page = await guests.open("");
  await page.evaluate(MEGABYTE);
  const seen = await page.evaluate(async () => {
    const html = document.documentElement.outerHTML;
    const tasks = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => Math.round(duration))));
    observer.observe({ type: "longtask" });
    const progress = [];
    const began = performance.now();
    const highlighting = await guest.newslight.highlightAsync(document, { onprogress: (done) => progress.push(done) });
    const milliseconds = performance.now() - began;
    await new Promise((resolve) => setTimeout(resolve, 300));
    observer.disconnect();
    const undone = performance.now();
    const { quotes } = highlighting.annotations;
    highlighting.remove();
    const undo = performance.now() - undone;
    const controller = new AbortController();
    const aborted = await guest.newslight.highlightAsync(document, { signal: controller.signal, onprogress: (done) => done >= 0.4 && controller.abort() }).catch(({ name }) => name);
    return { tasks, progress, milliseconds, undo, quotes: quotes.length, aborted, left: CSS.highlights.size, same: html === document.documentElement.outerHTML };
  });
  console.log(`a megabyte: ${Math.round(seen.milliseconds)} ms in all, undone in ${seen.undo.toFixed(1)} ms, long tasks: ${seen.tasks.join(", ") || "none"} ms`);
  const longest = Math.max(0, ...seen.tasks);
  assert.ok(longest <= longestTask(), `a task of ${longest} ms, where ${longestTask()} are allowed`);
  assert.ok(seen.quotes > 3000, `${seen.quotes} quotes`);
  assert.deepEqual([seen.aborted, seen.left, seen.same, seen.progress.at(-1)], ["AbortError", 0, true, 1]);
  assert.deepEqual(seen.progress, seen.progress.toSorted((one, other) => one - other));
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
  const grown = (await heap()) - before;
  assert.ok(grown < 300_000, `the heap grew by ${grown} bytes`);
  await page.close();
});

test("scale: a thousand trees that nobody would write", async () => {
  const page = await guests.open("");
  const faults = await page.evaluate(async () => {
    let state = 20260611;
    const random = (below) => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) % below;
    const pick = (list) => list[random(list.length)];
    const NAMES = ["p", "div", "b", "i", "a", "span", "q", "blockquote", "br", "ul", "li", "table", "tr", "td", "mark", "svg", "textarea", "details", "summary", "pre", "style", "slot", "iframe", "button", "h2", "figure", "section"];
    const WORDS = ["“We will build it,” Ana Ruiz said.", " ", "\n", "", "Angela Merkel", "“", "”", "é😀\u0301", "\u00ad", "\u200b", " said Ben Okri, ", "\"no\"", "\ud83d"];
    const tree = (depth) => {
      const element = document.createElement(pick(NAMES));
      if (random(9) === 0) element.style.display = pick(["none", "block", "inline", "flex", "contents", "grid", "table-cell"]);
      for (let i = random(4); i >= 0; i--) element.append(depth > 0 && random(3) ? tree(depth - 1) : random(9) ? pick(WORDS) : document.createComment("x"));
      if (element.localName === "div" && random(4) === 0) element.attachShadow({ mode: "open" }).append(tree(1), document.createElement("slot"));
      return element;
    };
    const mutate = (root) => {
      const all = root.querySelectorAll("*");
      if (!all.length) return;
      const element = all[random(all.length)];
      const act = random(5);
      if (act === 0) element.remove();
      else if (act === 1) element.append(pick(WORDS));
      else if (act === 2 && element.firstChild?.nodeType === 3) element.firstChild.data = pick(WORDS);
      else if (act === 3) element.replaceChildren(tree(1));
      else root.append(element);
    };
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
