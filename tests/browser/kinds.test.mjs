// Kinds of pages that people reported to readers of pages: what is read, the names in it and who says what are those of
// a plain page with the same words. `says` holds the quotes with their speakers, `names` the persons.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openGuests } from "./guest.mjs";

let guests, page;
before(async () => {
  guests = await openGuests();
  page = await guests.open("");
});
after(() => guests.close());

const LATE = [`"It is late, and it will not wait,"`, "Lina Moreau"];
const WIRE = `MERROW (Coast Wire) - The mayor, Lina
Moreau, said on Monday that the pier
would open in May. "It is late, and it
will not wait," she told the harbour's
clerks. Tom
Hale did not reply.

The vote is on Friday.`;
const WRAPPED = { names: ["Lina Moreau", "Tom Hale"], says: [["that the pier would open in May", "Lina Moreau"], LATE] };

const post = (time, author, words) => `<div class="block">${time}<b class="author">${author}</b><h2>Update</h2><p>${words}</p></div>`;
const BLOG = [
  ["9.05am GMT", "Ana Ruiz", "Lina Moreau, the mayor, has come. “I am sure,” she said."],
  ["9.14am GMT", "Ana Ruiz", "Tom Hale of the harbour is next. “We cannot pay,” he said."],
  ["10.02am GMT", "Ben Okri", "Nine voted for it. “It is over,” said Rosa Field, a clerk."],
];
const blog = (time) => BLOG.map(([when, ...rest]) => post(time(when), ...rest)).join("");
const BLOGGED = {
  names: ["Ana Ruiz", "Ben Okri", "Lina Moreau", "Rosa Field", "Tom Hale"],
  says: [["“I am sure,”", "Lina Moreau"], ["“We cannot pay,”", "Tom Hale"], ["“It is over,”", "Rosa Field"]],
};

const TOLD = "“We will open the pier,” said Lina Moreau, the mayor of Merrow.";
const PLAIN = { names: ["Lina Moreau"], says: [["“We will open the pier,”", "Lina Moreau"]] };
const glossary = (word, style = "") => `<style>${style}</style><p>“We will open the pier,” said Lina Moreau, who leads the ${word} of Merrow.</p>`;
const BODY = "Tom Hale founded it in 1952.";

const CASES = [
  { name: "wire copy with lines broken to a width (pre-wrap)", html: `<div style="white-space: pre-wrap">${WIRE}</div>`, ...WRAPPED },
  { name: "the same where white space is kept line by line (pre-line)", html: `<div style="white-space: pre-line">${WIRE}</div>`, ...WRAPPED },
  { name: "the same with a name set bold", html: `<div style="white-space: pre-wrap">${WIRE.replace("Lina\nMoreau", "<b>Lina\nMoreau</b>")}</div>`, ...WRAPPED },
  { name: "the same with line breaks for the lines", html: `<div>${WIRE.replaceAll("\n", "<br>")}</div>`, ...WRAPPED },
  { name: "a text out of a PDF, with hyphens where its lines end", html: `<div style="white-space: pre-wrap">The harbour master, Lina Mor-\neau, announced on Monday that the coun-\ncil would meet. “We have waited long en-\nough,” she told the clerks of the town.</div>`, names: ["Lina Moreau"], says: [["that the coun-cil would meet", "Lina Moreau"], ["“We have waited long en-ough,”", "Lina Moreau"]] },
  { name: "verses, whose lines are meant", html: `<div style="white-space: pre-wrap">The rain came down on Lina Moreau\nTom Hale stood by\nAna Ruiz did not</div>`, names: ["Ana Ruiz", "Lina Moreau", "Tom Hale"], says: [] },
  { name: "a live blog whose times stand in front of authors", html: blog((when) => `<time>${when}</time>`), ...BLOGGED },
  { name: "a live blog whose times are parted by a margin alone", html: `<style>.t { margin-right: 8px }</style>${blog((when) => `<span class="t"><time>${when}</time></span>`)}`, ...BLOGGED },
  { name: "a live blog in a list, with times of two numbers", html: `<ol>${BLOG.map(([, author, words], at) => `<li><a href="#${at}"><time>1${at}:20</time></a><span style="margin-left: 4px">${author}</span><p>${words}</p></li>`).join("")}</ol>`, ...BLOGGED },
  { name: "a page of AMP, whose body appears later", html: `<style>body { animation: start 8s steps(1, end) 0s 1 normal both } @keyframes start { from { visibility: hidden } to { visibility: visible } }</style><amp-sidebar><p>Ana Ruiz on the ferry</p></amp-sidebar><article><h1>It rained</h1><amp-img src="x.jpg" width="30" height="20"></amp-img><p>${TOLD}</p><amp-ad width="30" height="20"><div placeholder>Tom Hale buys shoes</div></amp-ad><amp-accordion><section><h4>More</h4><p>“It is late,” said Rosa Field.</p></section></amp-accordion></article>`, root: "article", names: ["Lina Moreau", "Rosa Field"], says: [["“We will open the pier,”", "Lina Moreau"], ["“It is late,”", "Rosa Field"]] },
  { name: "a page that fades in", html: `<style>main { opacity: 0 }</style><main><p>${TOLD}</p></main>`, ...PLAIN },
  { name: "a page that is shown by its own script", html: `<div style="visibility: hidden"><p>${TOLD}</p></div>`, root: "div", ...PLAIN },
  { name: "a tip that is transparent", html: glossary(`<span>Harbour Trust<span class="tip">${BODY}</span></span>`, ".tip { position: absolute; opacity: 0 }"), ...PLAIN },
  { name: "a tip that is off the screen", html: glossary(`<span>Harbour Trust<span class="tip">${BODY}</span></span>`, ".tip { position: absolute; left: -9999px }"), ...PLAIN },
  { name: "a tip that is not visible", html: glossary(`<span>Harbour Trust<span class="tip">${BODY}</span></span>`, ".tip { visibility: hidden }"), ...PLAIN },
  { name: "a tip that has no height", html: glossary(`<span>Harbour Trust<span class="tip">${BODY}</span></span>`, ".tip { position: absolute; clip-path: inset(50%) }"), ...PLAIN },
  { name: "a tip that is a popover", html: glossary(`<button popovertarget="tip">Harbour Trust</button><span id="tip" popover>${BODY}</span>`), ...PLAIN },
  { name: "a card of links at a name, on a page without its style sheet", html: `<p>“We will open the pier,” said <span class="hover"><a href="/m">Lina Moreau</a><span class="card"><span><img alt=""><a href="/m">Lina Maria Moreau</a><a href="/1">Tom Hale resigns</a><a href="/2">Ana Ruiz to run</a></span></span></span>, the mayor of Merrow.</p>`, ...PLAIN },
  { name: "a definition in a button", html: glossary("<button type=button aria-expanded=false>Harbour Trust</button>"), ...PLAIN },
  { name: "marks of notes in names and quotes", html: `<p>Tom Hale<sup>1</sup> said the wall would hold.</p><p>“The wall<sup><a href="#2">2</a></sup> is old,” said Lina Moreau<a href="#3">[3]</a>, the mayor.</p>`, names: ["Lina Moreau", "Tom Hale"], says: [["the wall would hold", "Tom Hale"], ["“The wall is old,”", "Lina Moreau"]] },
  { name: "a drop cap at the beginning of a name", html: `<style>.cap { float: left; font-size: 3em }</style><p><span class="cap">L</span>ina Moreau said that the pier would open.</p>`, names: ["Lina Moreau"], says: [["that the pier would open", "Lina Moreau"]] },
  { name: "a drop cap at the beginning of a quote", html: `<style>.cap { float: left; font-size: 3em }</style><p><span class="cap">“W</span>e will open the pier,” said Lina Moreau.</p>`, ...PLAIN },
  { name: "a first letter that floats", html: `<style>p::first-letter { float: left; font-size: 3em }</style><p>Lina Moreau said that the pier would open.</p>`, names: ["Lina Moreau"], says: [["that the pier would open", "Lina Moreau"]] },
  { name: "names in small letters that are shown with capitals", html: `<h2 style="text-transform: capitalize">lina moreau and tom hale in lisbon</h2><p>It rained.</p>`, names: ["Lina Moreau", "Tom Hale"], says: [] },
  { name: "marks of direction and joiners in names", html: `<p>\u2067“We will open the pier,”\u2069 said Li\u200cna\u200e Mor\u00adeau, the mayor of Merrow.</p><p>Lina Moreau left.</p>`, names: ["Lina Moreau"], says: [["“We will open the pier,”", "Lina Moreau"]] },
  { name: "a tag list without room between its tags", html: `<p>${TOLD}</p><p><a href=/1 style="display: inline-block">Tom Hale</a><a href=/2 style="display: inline-block">Ana Ruiz</a></p>`, names: ["Ana Ruiz", "Lina Moreau", "Tom Hale"], says: PLAIN.says },
  { name: "what was deleted beside what took its place", html: `<p>“We will open the pier,” said <del>Tom Hale</del> <ins>Lina Moreau</ins>, the mayor of Merrow.</p>`, ...PLAIN },
  { name: "a note in the margin", html: `<p>“We will open the pier,” said <span style="float: right; width: 9em">Tom Hale built it.</span>Lina Moreau, the mayor of Merrow.</p>`, ...PLAIN },
  { name: "words for screen readers, and words that are shown after all", html: `<p>“We will open <span class="sr-only">Tom Hale</span>the <span class="sr-only not-sr-only">pier</span>,” said Lina Moreau.</p>`, ...PLAIN },
  { name: "a box with another story in the middle", html: `<p>${TOLD}</p><div class="box"><h3>From the archive</h3><a href="/x">‘They lied to us’: Tom Hale on the night the ferry sank</a></div><p>“It is late,” she added.</p>`, names: ["Lina Moreau"], says: [...PLAIN.says, ["“It is late,”", "Lina Moreau"]] },
  ...["#respond", "ol.commentlist", "div.comment-body", "div.fb-comments", "div#coral_thread", "div.comment-section", "section[Comments]", "section[3 comments]", "div#disqus_thread", "div.hyvor-talk", "ul.replies"].map((place) => {
    const [, tag, kind, called] = place.match(/^(\w*)([#.[])(.*?)\]?$/);
    const attribute = { "#": "id", ".": "class", "[": "aria-label" }[kind];
    return { name: `readers' comments below the text: ${place}`, html: `<article><p>${TOLD}</p><${tag || "div"} ${attribute}="${called}"><h3>2 thoughts on “Merrow plans a pier”</h3><p>Tom Hale says: “Nonsense,” said nobody ever.</p></${tag || "div"}></article>`, root: "article", ...PLAIN };
  }),
];

for (const { name, html, root, text, names, says } of CASES) {
  test(`kinds: ${name}`, async () => {
    const found = await page.evaluate(([html, root]) => {
      document.body.innerHTML = root ? html : `<section>${html}</section>`;
      const highlighting = guest.newslight.highlight(document.querySelector(root ?? "section"));
      const { text, annotations: { entities, quotes } } = highlighting;
      const words = ({ start, end }) => text.slice(start, end).replace(/\s+/g, " ");
      const persons = entities.filter(({ type }) => type === "person").map(({ name }) => name.replace(/\s+/g, " "));
      const said = quotes.filter(({ kind }) => kind !== "scare").map((quote) => [quote.content.map(words).join(" … "), quote.speaker && (entities[quote.speaker.entity] ?? quote.speaker).name]);
      highlighting.remove();
      return { text, persons: persons.sort(), said };
    }, [html, root]);
    if (text !== undefined) assert.equal(found.text, text);
    assert.deepEqual(found.said.map(([words, who]) => [words.replace(/- /g, "-"), who]), says, found.text);
    assert.deepEqual(found.persons, names, found.text);
    assert.deepEqual(page.faults, []);
  });
}
