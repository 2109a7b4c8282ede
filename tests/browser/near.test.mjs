// A paragraph with very much to paint: what is in the window is painted wherever the page stands, and on paper all.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openGuests } from "./guest.mjs";

let guests, page;
before(async () => {
  guests = await openGuests();
  page = await guests.open("");
});
after(() => guests.close());

const WORDS = Array.from({ length: 260 }, (_, at) => `“We will mend boat ${at} before the winter,” ${["Mara Lind", "Ole Brandt", "Ines Falk"][at % 3]} said in Lisbon on Monday. The quay was quiet that day. `).join("");

/** Where the paragraph is, what scrolls it, and whether a part of it is enough. */
const PLACES = {
  "on the page": [`<article><p>${WORDS}</p></article>`, "html", true],
  "in a box that scrolls": [`<div id="box" style="height: 500px; overflow: auto"><article><p>${WORDS}</p></article></div>`, "#box", true],
  "far down the page": [`<article><p>It rained.</p><div style="height: 3000px"></div><p>${WORDS}</p></article>`, "html", true],
  "in columns": [`<article style="columns: 3"><p>${WORDS}</p></article>`, "html", false],
  "in vertical lines": [`<article style="writing-mode: vertical-rl; height: 600px"><p>${WORDS}</p></article>`, "html", false],
};

/** Whether all that was found in the window is painted, and all that was chosen of it. */
const isPainted = (chosen) => {
  const painted = (name) => [...CSS.highlights].flatMap(([key, ranges]) => (key.startsWith(`newslight-${name}`) ? [...ranges] : [])).map(({ startOffset, endOffset }) => `${startOffset}-${endOffset}`);
  const isSeen = (range) => {
    const { top, bottom, left, right } = range.getBoundingClientRect();
    return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  };
  const of = (range) => `${range.startOffset}-${range.endOffset}`;
  const seen = guest.highlighting.ranges.map(({ range }) => range).filter(isSeen).map(of);
  const all = new Set(painted(""));
  const above = new Set(painted("chosen"));
  const lit = guest.highlighting.rangesOf(guest.entity).filter(isSeen).map(of);
  return seen.length > 0 && seen.every((one) => all.has(one)) && (!chosen || lit.every((one) => above.has(one)));
};
const count = () => [...CSS.highlights].reduce((sum, [, { size }]) => sum + size, 0);

for (const [name, [html, scroller, isPart]] of Object.entries(PLACES)) {
  test(`near: a very long paragraph ${name}`, async () => {
    await page.evaluate((html) => {
      document.body.innerHTML = html;
      guest.highlighting = guest.newslight.highlight(document.querySelector("article"));
      guest.entity = guest.highlighting.annotations.entities.find(({ name }) => name === "Mara Lind");
    }, html);
    for (const [share, chosen] of [[0.99, false], [0.5, false], [0.5, true], [0.9, true], [0.7, true]]) {
      await page.evaluate(([scroller, share, chosen]) => {
        const box = document.querySelector(scroller);
        box.scrollTop = share * box.scrollHeight;
        guest.highlighting.choose(chosen ? guest.entity : null);
      }, [scroller, share, chosen]);
      await page.waitForFunction(isPainted, chosen);
    }
    await page.evaluate(() => guest.highlighting.choose(null));
    const all = await page.evaluate(() => guest.highlighting.ranges.length);
    if (isPart) assert.ok((await page.evaluate(count)) < all);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await page.evaluate(count), all);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.waitForFunction(isPainted, false);
    await page.evaluate(() => guest.highlighting.remove());
    assert.equal(await page.evaluate(count), 0);
    assert.deepEqual(page.faults, []);
  });
}
