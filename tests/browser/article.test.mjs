// Where the article of a page is: by the page's own markup where that can be believed, else by how
// densely its paragraphs stand.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openGuests } from "./guest.mjs";

let guests, page;
before(async () => {
  guests = await openGuests();
  page = await guests.open("");
});
after(() => guests.close());

const LONG = "The council met on Monday, and after a long evening, with many speakers, it voted for the harbour wall. ";
const STORY = `<p>${LONG.repeat(2)}</p>`.repeat(5);
const TEASER = "<p>The council met on Monday, and it voted at last.</p>";
const MENU = `<div><p><a href="#">News</a> <a href="#">Sport</a></p></div>`;

const CASES = [
  { name: "by schema.org's articleBody", html: `${MENU}<article><h1>Title</h1><div itemprop="articleBody" id="it">${STORY}</div></article>`, by: "schema" },
  { name: "as an article", html: `${MENU}<article id="it">${STORY}</article><article>${TEASER}</article>`, by: "article" },
  { name: "as the fullest of several articles", html: `<article>${TEASER}</article><div role="article" id="it">${STORY}</div><article>${TEASER}</article>`, by: "article" },
  { name: "as main", html: `${MENU}<main id="it">${STORY}</main><footer>${TEASER}</footer>`, by: "main" },
  { name: "by density, without any name", html: `${MENU}<div><div id="it">${STORY}</div><div class="sidebar">${TEASER.repeat(3)}</div></div>`, by: "density" },
  { name: "by density, where a teaser calls itself the article", html: `<article>${TEASER}</article><div id="it">${STORY}</div>`, by: "density" },
  { name: "by density, cut into sections", html: `<div id="it"><section>${STORY}</section><section>${STORY}</section><section>${STORY}</section></div><div>${MENU}</div>`, by: "density" },
  { name: "within the one form of a page of ASP.NET", html: `<form id="aspnetForm">${MENU}<div id="it">${STORY}</div></form>`, by: "density" },
  { name: "not among the comments", html: `<div id="it">${STORY}</div><div id="comments"><div>${STORY.repeat(3)}</div></div>`, by: "density" },
  { name: "nowhere: the body is read", html: "<p>It rained.</p>", by: "given" },
];

for (const { name, html, by } of CASES) {
  test(`article: ${name}`, async () => {
    const found = await page.evaluate((html) => {
      document.body.innerHTML = html;
      const highlighting = guest.newslight.highlight(document);
      const { foundBy, root, text } = highlighting;
      highlighting.remove();
      return { by: foundBy, isIt: root === (document.getElementById("it") ?? document.body), isRead: text.length > 0 };
    }, html);
    assert.deepEqual(found, { by, isIt: true, isRead: true });
  });
}

test("article: who gives an element gets that", async () => {
  const found = await page.evaluate((html) => {
    document.body.innerHTML = html;
    const highlighting = guest.newslight.highlight(document.querySelector("aside"));
    const { foundBy, text } = highlighting;
    highlighting.remove();
    return { foundBy, text };
  }, `<article>${STORY}</article><aside><p>It rained.</p></aside>`);
  assert.deepEqual(found, { foundBy: "given", text: "It rained." });
});
