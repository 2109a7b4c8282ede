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

const SAYS = "“The pier will open in May,” said Lina Moreau, the mayor of Merrow, on Tuesday.";
const LINES = Array.from({ length: 5 }, (_, number) => `Line ${number}: the council met on Monday, and after a long evening, with many speakers, it voted for the pier, which will cost nine million euros. `);
const BODY = [SAYS, ...LINES].map((line) => `<p>${line}</p>`).join("");
const HEAD = "<header><a href=/>The Merrow Post</a><nav><a href=/n>News</a></nav></header>";
const OTHERS = `<ul>${["Harbour master Tom Hale resigns over the ferry", "Ferry line asks for a new pier in the spring", "Ana Ruiz to run for mayor of Port Lune"].map((line) => `<li><a href="/x">${line}</a></li>`).join("")}</ul>`;
const WHOLE = [SAYS, ...LINES].map((line) => line.trim()).join("\n\n");

const told = (text) => `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", articleBody: text })}</script>`;

/** Whole pages: the text is the article and no more. `head` is what is read before it, `tail` behind it. */
const PAGES = [
  { name: "a page within one form", html: `<form id="mainForm">${HEAD}<article>${BODY}</article>${OTHERS}</form>` },
  { name: "a page behind a consent dialog", html: `<div aria-hidden="true">${HEAD}<main><article>${BODY}</article></main></div><div role="dialog" aria-modal="true">We value your privacy. We and our partners store cookies on your device, to measure what you read.</div>` },
  { name: "an inert page behind a dialog", html: `<div inert>${HEAD}<main>${BODY}</main></div><div role="dialog">We value your privacy.</div>` },
  { name: "an article whose topics are called like advertisements", html: `${HEAD}<main><article class="post category-sponsored tag-newsletters hentry"><div class="entry-content">${BODY}</div></article></main>` },
  { name: "a wrapper that is called like an advertisement", html: `<div class="ad-wrapper"><div class="promo">${HEAD}<article>${BODY}</article></div></div>` },
  { name: "a wrapper that is a list of tabs by its role", html: `<div role="tablist">${HEAD}<div>${BODY}</div></div>` },
  { name: "paragraphs by line breaks in one block", html: `${HEAD}<div id="side">${OTHERS}</div><div>${[SAYS, ...LINES].join("<br><br>")}</div>` },
  { name: "paragraphs in blocks that are no paragraphs", html: `${HEAD}<div>${[SAYS, ...LINES].map((line) => `<div>${line}</div>`).join("")}</div><p>Follow us for the news of the day.</p>` },
  { name: "a table of the old web", html: `<table><tr><td>${["News", "Sport", "Harbour master Tom Hale resigns"].map((line) => `<a href="x">${line}</a>`).join("<br>")}</td><td><font>${[SAYS, ...LINES].join("<br><br>")}</font></td></tr></table>` },
  { name: "a text in two containers with an advertisement between", html: `${HEAD}<main><div class="text"><p>${SAYS}</p><p>${LINES[0]}</p></div><div class="ad">Buy shoes</div><div class="text">${LINES.slice(1).map((line) => `<p>${line}</p>`).join("")}</div></main><aside>${OTHERS}</aside>` },
  { name: "comments that are longer than the article", html: `<main><div class="story">${BODY}</div><div class="comments">${LINES.map((line) => `<p>I read that ${line}</p>`).join("").repeat(3)}</div></main>` },
  { name: "teasers that are articles", html: `${HEAD}<article>${BODY}</article>${`<article><h2><a href=/x>Harbour master Tom Hale resigns over the ferry</a></h2><p>He left on Monday.</p></article>`.repeat(4)}` },
  { name: "a headline that is not what the window's title says", title: "Nine years for a pier | The Merrow Post", html: `${HEAD}<article><h1>The town that waited</h1>${BODY}</article>`, head: "The town that waited" },
  { name: "a headline as the second of two titles", title: "Merrow plans a pier", html: `<meta property="og:title" content="Nine years for a pier">${HEAD}<div><h1>Merrow plans a pier</h1><ul><li><a href=/s>Share</a></ul></div><article>${BODY}</article>`, head: "Merrow plans a pier" },
  { name: "a headline that a button to share the page has as well", title: "Merrow plans a pier", html: `${HEAD}<div class="share-drawer"><h4>Merrow plans a pier</h4></div><article><h2>Merrow plans a pier</h2>${BODY}</article>`, head: "Merrow plans a pier" },
  { name: "a promotion without a name, where the page gives its text to machines", html: `${told(WHOLE)}${HEAD}<article>${BODY}<p>Our reporters stay awake so that you know first thing in the morning what the town has done.</p></article>` },
  { name: "the beginning of the text for machines alone", html: `${told(SAYS)}${HEAD}<article>${BODY}</article>` },
  { name: "another text for machines", html: `${told("It rained in Port Lune, and it rained in Oslo.")}${HEAD}<article>${BODY}</article>` },
  { name: "a live blog for machines, which grows", html: `<script type="application/ld+json">{"@type": "LiveBlogPosting", "articleBody": ${JSON.stringify(SAYS + LINES.slice(0, 4).join(" "))}}</script>${HEAD}<article>${BODY}</article>` },
  { name: "data for machines that are broken", html: `<script type="application/ld+json">{"articleBody": "It rained \\", "articleBody" : 7, "articleBody": "\\u12"}</script>${HEAD}<article>${BODY}</article>` },
  { name: "rows that are called players", html: `${HEAD}<article>${BODY}<table class="players"><tr class="player"><td>Lina Moreau</td><td>31</td></tr><tr class="player"><td>Tom Hale</td><td>7</td></tr></table></article>`, tail: "Lina Moreau\n\n31\n\nTom Hale\n\n7" },
  { name: "a table of standings amid the text", html: `${HEAD}<article>${BODY}<table><thead><tr><th>Town</th><th>Points</th></tr></thead><tbody><tr><td>Merrow</td><td>31</td></tr><tr><td>Elm</td><td>7</td></tr></tbody></table></article>`, tail: "Town\n\nPoints\n\nMerrow\n\n31\n\nElm\n\n7" },
  { name: "a table beside the text", html: `${HEAD}<article>${BODY}</article><aside><table><tr><td>Merrow</td><td>31</td></tr><tr><td>Elm</td><td>7</td></tr></table></aside>` },
  { name: "a video over its title and its caption", html: `${HEAD}<article>${BODY}<div class="caption"><h4><a href="/v">The ferry comes in for the last time</a></h4><p>The ferry came in for the last time on Monday, and half of the town was there to see it.</p></div></article>`, tail: "The ferry comes in for the last time\n\nThe ferry came in for the last time on Monday, and half of the town was there to see it." },
  { name: "the headline and the standfirst outside of the text", title: "Merrow plans a pier", html: `${HEAD}<div class="top"><h1>Merrow plans a pier</h1><p class="standfirst">The town has waited for nine years</p></div><div class="text">${BODY}</div>`, head: "Merrow plans a pier\n\nThe town has waited for nine years" },
];

for (const { name, html, title = "The Merrow Post", head, tail } of PAGES) {
  test(`article: ${name}`, async () => {
    const text = await page.evaluate(([html, title]) => {
      document.title = title;
      document.body.innerHTML = html;
      const highlighting = guest.newslight.highlight(document);
      const { text } = highlighting;
      highlighting.remove();
      return text;
    }, [html, title]);
    assert.equal(text, [head, WHOLE, tail].filter(Boolean).join("\n\n"));
  });
}

test("article: on a page whose fields bear the names of properties", async () => {
  const text = await page.evaluate((html) => {
    document.body.innerHTML = html;
    const highlighting = guest.newslight.highlight(document);
    const { text } = highlighting;
    highlighting.remove();
    return text;
  }, `<form class="search"><input name="id"><input name="className"></form><form name="title"></form><article>${BODY}</article>`);
  assert.equal(text, WHOLE);
});

test("article: within a component", async () => {
  const text = await page.evaluate(([head, body]) => {
    document.body.innerHTML = `${head}<story-page></story-page>`;
    document.querySelector("story-page").attachShadow({ mode: "open" }).innerHTML = `<article>${body}</article>`;
    const [whole, host] = [document, document.querySelector("story-page")].map((root) => {
      const highlighting = guest.newslight.highlight(root);
      const { text } = highlighting;
      highlighting.remove();
      return text;
    });
    return [whole, host];
  }, [HEAD, BODY]);
  assert.deepEqual(text, [WHOLE, WHOLE]);
});

test("article: what was read, and why the rest was not", async () => {
  const blocks = await page.evaluate(([body, others]) => {
    document.title = "Merrow plans a pier";
    document.body.innerHTML = `<h1>Merrow plans a pier</h1><article>${body}<div class="newsletter">Sign up for our mail</div>${others}</article><footer>The Merrow Post</footer>`;
    const highlighting = guest.newslight.highlight(document);
    const blocks = highlighting.blocks.map(({ element, role, read, why }) => [element.localName, role, read, why]);
    highlighting.remove();
    return [blocks, highlighting.blocks];
  }, [BODY, OTHERS]);
  const body = Array(6).fill(["p", "body", true, undefined]);
  assert.deepEqual(blocks, [[
    ["h1", "headline", true, undefined], ...body, ["div", "body", false, "promotion"],
    ...Array(3).fill(["li", "item", false, "related"]), ["footer", "body", false, "footer"],
  ], []]);
});

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
