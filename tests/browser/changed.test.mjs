// Pages that change while they are observed: what was read of them, and what is painted, is what a new reading finds.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openGuests } from "./guest.mjs";
import { comes } from "./support.mjs";

let guests, page;
before(async () => {
  guests = await openGuests();
  page = await guests.open("");
});
after(() => guests.close());

/** So much that a word or two beside it are a small part of the page. */
const LONG = `<p>${"“We will mend the ferry before winter,” said Mara Lind, the mayor of Elm, on Monday. Ole Brandt said that nobody had asked him what he thought of it. ".repeat(6)}</p>`;
const story = (from, to) => Array.from({ length: to - from }, (_, n) => `<p>“We counted ${from + n} boats at the quay before the storm,” said Mara Lind, the mayor of Elm. Ole Brandt, who owns the pier, said on Monday that nobody had asked him about it, and that he would not pay.</p>`).join("");
const article = (rest, beside = "") => `<nav><a href="/a">News</a> <a href="/b">Sport</a></nav><article><h1>Boats of Elm are counted</h1><div id="part">${story(1, 5)}${rest}</div>${beside}</article><aside>Weather: rain.</aside>`;

/** Pages, what happens on them, and the words that are read or no longer read then. */
const CHANGED = [
  { name: "a small box that is kept from readers is filled, and later shown", html: `${LONG}<div id="box" aria-hidden="true"><p>Loading</p></div>`, changes: [() => { box.firstChild.textContent = "Ines Falk left."; }, () => box.removeAttribute("aria-hidden")], gains: "Ines Falk left." },
  { name: "a small box is shown and filled at once", html: `${LONG}<div id="box" aria-hidden="true"><p>Loading</p></div>`, changes: [() => { box.removeAttribute("aria-hidden"); box.firstChild.firstChild.data = "Ines Falk left."; }], gains: "Ines Falk left." },
  { name: "a small box is shown as it is", html: `${LONG}<div id="box" aria-hidden="true"><p>Ines Falk left.</p></div>`, changes: [() => box.setAttribute("aria-hidden", "false")], gains: "Ines Falk left." },
  { name: "a small box is kept from readers", html: `${LONG}<div id="box"><p>Ines Falk left.</p></div>`, changes: [() => box.setAttribute("aria-hidden", "true")], loses: "Ines Falk left." },
  { name: "a paragraph is changed within a small box of another kind, and put elsewhere", html: `${LONG}<div class="related-articles" id="box"><p>Ferry line asks for a new pier</p></div><section id="to"></section>`, changes: [() => { box.firstChild.firstChild.data = "Ines Falk left."; }, () => to.append(box.firstChild)], gains: "Ines Falk left." },
  { name: "words go and are back at once", html: `<p id="box">Ines Falk left.</p>`, changes: [() => { const { data } = box.firstChild; box.firstChild.data = "Tom Hale left."; box.firstChild.data = data; }], gains: "Ines Falk left." },
  { name: "words go and are back before they are read", html: `<p id="box">Ines Falk left.</p>`, changes: [() => { box.firstChild.data = "Tom Hale left."; setTimeout(() => { box.firstChild.data = "Ines Falk left."; }, 60); }], gains: "Ines Falk left." },
  { name: "words come behind a letter that is kept from screen readers", html: `<section><div aria-hidden="true" style="float:left">I</div><span id="box">42</span></section>${LONG}`, changes: [() => { box.textContent = "nes Falk left."; }], gains: "nes Falk left." },
  { name: "what screen readers are told is written beside what others see", html: `<section><div aria-hidden="true">Ines Falk left.</div><div class="sr-only" id="box">No</div></section>${LONG}`, changes: [() => { box.textContent = "Ines Falk left."; }], gains: "Ines Falk left." },
  { name: "what others see is typed until it is what screen readers are told", html: `<section><div aria-hidden="true" id="box">Ines</div><div class="sr-only">Ines Falk left.</div></section>${LONG}`, changes: [() => { box.firstChild.data = "Ines Falk"; }, () => { box.firstChild.data = "Ines Falk left."; }], gains: "Ines Falk left." },
  { name: "a tree with a shadow moves to where nobody sees it", html: `<div id="box"></div><div id="to" style="visibility:hidden;position:absolute">No</div>${LONG}`, prepare: () => { box.attachShadow({ mode: "open" }).innerHTML = "<p>Ines Falk left.</p>"; }, changes: [() => to.append(box)], loses: "Ines Falk left." },
  { name: "the rest of an article stands beside the part that is read, hidden, and is shown", html: article("", `<div id="box" hidden>${story(5, 12)}</div>`), root: "", changes: [() => { box.hidden = false; }], gains: "11 boats" },
  { name: "the rest of an article is within details beside that part, and they open", html: article("", `<details id="box"><summary>Read more</summary>${story(5, 12)}</details>`), root: "", changes: [() => { box.open = true; }], gains: "11 boats" },
  { name: "the rest of an article is written beside that part", html: article("", `<div id="box"></div><template id="more">${story(5, 12)}</template>`), root: "", changes: [() => box.append(more.content)], gains: "11 boats" },
  { name: "the comments come in below", html: article("") + `<div id="comments"></div><template id="more">${story(5, 12)}</template>`, root: "", changes: [() => comments.append(more.content)], keeps: "11 boats" },
  { name: "the rest of an article is within details that open, and nobody asked to observe", html: article(`<details id="box"><summary>Read more</summary>${story(5, 12)}</details>`), root: "", observe: false, changes: [() => { box.open = true; }], gains: "11 boats" },
  { name: "the rest of an article is hidden and is shown, and nobody asked to observe", html: article(`<div id="box" hidden>${story(5, 12)}</div>`), root: "", observe: false, changes: [() => { box.hidden = false; }], gains: "11 boats" },
  { name: "a part that shows itself once the reader comes to it is read from the first", html: `${LONG}<section id="box" style="visibility:hidden"><p>Ines Falk left.</p></section>`, changes: [() => { box.style.visibility = ""; }], gains: "Ines Falk left." },
];

for (const { name, html, root = "main", prepare = () => {}, observe = true, changes, gains, loses, keeps } of CHANGED) {
  for (const painter of ["highlight", "mark"]) {
    test(`changed: ${name}, by ${painter}`, async () => {
      await page.evaluate(([html, root]) => { document.body.innerHTML = root ? `<main>${html}</main>` : html; }, [html, root]);
      await page.evaluate(`(${prepare})()`);
      await page.evaluate(([root, options]) => {
        guest.read = (options) => guest.newslight.highlight(guest.rootOf(root), options);
        guest.watched = guest.read(options);
        guest.count = ({ painter }) => (painter === "mark" ? document.querySelectorAll("mark") : guest.painted()).length;
      }, [root, { painter, observe }]);
      for (const change of changes) {
        await page.evaluate(`(${change})()`);
        await page.waitForTimeout(400);
      }
      // Read in slices, the text comes first, then what is found in it, then the paint.
      const last = await comes(async () => {
        const { is, expected, painted } = await page.evaluate(() => {
          const fresh = guest.read({ painter: "highlight" });
          const expected = [fresh.text, fresh.annotations];
          fresh.remove();
          const { text, annotations, ranges } = guest.watched;
          return { is: [text, annotations, ranges.length], expected, painted: guest.count(guest.watched) };
        });
        assert.deepEqual(is, [...expected, painted]);
        if (gains) assert.ok(is[0].includes(gains), is[0]);
        if (loses ?? keeps) assert.ok(!is[0].includes(loses ?? keeps), is[0]);
        return painted;
      });
      await page.evaluate(() => guest.watched.remove());
      const fresh = await page.evaluate((painter) => {
        const fresh = guest.read({ painter });
        const painted = guest.count(fresh);
        fresh.remove();
        return [painted, document.querySelectorAll("mark").length, CSS.highlights.size];
      }, painter);
      assert.deepEqual(fresh, [last, 0, 0]);
      assert.deepEqual(page.faults, []);
    });
  }
}
