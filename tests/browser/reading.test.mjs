// Markup of every sort: what is read and painted to the letter, with both painters, and that nothing
// stays behind. `says` is all that is painted as a quote, one piece after the other.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openGuests } from "./guest.mjs";
import { engine } from "./support.mjs";

let guests, page;
before(async () => {
  guests = await openGuests();
  page = await guests.open("");
});
after(() => guests.close());

const SAID = "Ana Ruiz said.";
const REST = "It rained.";
const CASES = [
  { name: "words split by inline elements", html: `<p>“We <b>will</b> bu<i>il</i>d it,” ${SAID}</p>`, says: "“We will build it,”" },
  { name: "words split by a link", html: `<p>“We will <a href="#">build</a> it,” ${SAID}</p>`, says: "“We will build it,”" },
  { name: "words split by a comment node", html: `<p>“We wi<!-- x -->ll build it,” ${SAID}</p>`, says: "“We will build it,”" },
  { name: "split and empty text nodes", html: `<p>“We will build it,” ${SAID}</p>`, before: () => { const text = document.querySelector("p").firstChild; text.splitText(5).splitText(0).splitText(3); text.after("", ""); }, says: "“We will build it,”" },
  { name: "a line break between words", html: `<p>${SAID.slice(0, -1)}:<br>“We will build it.”<br>Then she left.</p>`, text: "Ana Ruiz said:\n“We will build it.”\nThen she left.", says: "“We will build it.”" },
  { name: "block edges do not join words", html: `<div>One<div>Two</div>Three<ul><li>Four<li>Five</ul></div>`, text: "One\n\nTwo\n\nThree\n\nFour\n\nFive", says: "" },
  { name: "spans that are laid out as blocks", html: `<p><span style="display:block">One</span><span style="display:block">Two</span></p>`, text: "One\n\nTwo", says: "" },
  { name: "a quote over paragraphs with repeated openers", html: `<p>“We will build it,” ${SAID} “It is late.</p><p>“It is not too late.”</p>`, says: "“We will build it,”“It is late.“It is not too late.”" },
  { name: "soft hyphens and possible breaks", html: `<p>“We will re&shy;con<wbr>struct it,” ${SAID}</p>`, text: `“We will reconstruct it,” ${SAID}`, says: "“We will re\u00adconstruct it,”" },
  { name: "no-break and thin spaces", html: `<p>“We&nbsp;will&thinsp;build it,” ${SAID}</p>`, text: `“We will build it,” ${SAID}`, says: "“We will build it,”" },
  { name: "entities", html: `<p>&ldquo;We &amp; you &lt;will&gt; build it,&rdquo; ${SAID}</p>`, says: "“We & you <will> build it,”" },
  { name: "emoji before a match", html: `<p>It rained 🚧👷🏽‍♀️. “We will build it 🏗️,” ${SAID}</p>`, says: "“We will build it 🏗️,”" },
  { name: "combining accents", html: `<p>It rained on Jose\u0301. “We will cafe\u0301 it,” ${SAID}</p>`, says: "“We will cafe\u0301 it,”" },
  { name: "straight marks", html: `<p>"We will build it," ${SAID}</p>`, says: '"We will build it,"' },
  { name: "guillemets", html: `<p>«We will build it», ${SAID}</p>`, says: "«We will build it»" },
  { name: "right to left", html: `<p dir="rtl">“We will build it,” ${SAID}</p>`, says: "“We will build it,”" },
  { name: "vertical writing", html: `<p style="writing-mode: vertical-rl">“We will build it,” ${SAID}</p>`, says: "“We will build it,”" },
  { name: "scripts, styles and templates", html: `<p>“We will<script>"no"</script><style>p{}</style><template>“t”</template><noscript>“n”</noscript> build it,” ${SAID}</p>`, says: "“We will build it,”" },
  { name: "form controls", html: `<p>${REST}</p><textarea>“We will not,” Ana Ruiz said.</textarea><select><option>“No,” Ana Ruiz said.</select><button>“No,” Ana Ruiz said.</button><form>“No,” Ana Ruiz said.</form>`, text: REST, says: "" },
  { name: "a page that is one form, as ASP.NET makes them", html: `<form id="aspnetForm"><p>“We will build it,” ${SAID}</p><input value="No"></form>`, says: "“We will build it,”" },
  { name: "editable areas", html: `<p>${REST}</p><div contenteditable>“We will not,” Ana Ruiz said.</div><div contenteditable="false">“We will build it,” ${SAID}</div>`, says: "“We will build it,”" },
  { name: "code", html: `<p>${REST}</p><pre>“We will not,” Ana Ruiz said.</pre><code>“No,” Ana Ruiz said.</code><kbd>“No,” Ana Ruiz said.</kbd>`, text: REST, says: "" },
  { name: "MathML and SVG", html: `<p>${REST}</p><svg><text>“No,” Ana Ruiz said.</text></svg><math><mtext>“No,” Ana Ruiz said.</mtext></math>`, text: REST, says: "" },
  { name: "tables", html: `<table><tr><td>One<td>Two<tr><td>“We will build it,” ${SAID}</table>`, text: `One\n\nTwo\n\n“We will build it,” ${SAID}`, says: "“We will build it,”" },
  { name: "what is not displayed", html: `<p>${REST}</p><p style="display:none">“No,” Ana Ruiz said.</p><p hidden>“No,” Ana Ruiz said.</p><p style="content-visibility:hidden">“No,” Ana Ruiz said.</p>`, text: REST, says: "" },
  { name: "what is not visible, within a line or out of the flow", html: `<p>“We will <span style="visibility:hidden">not</span> build it,” ${SAID}</p><div style="visibility:hidden;position:absolute"><p>“No,” Ana Ruiz said.</p></div>`, text: `“We will build it,” ${SAID}`, says: "“We will build it,”" },
  { name: "paragraphs that keep their room until the reader comes to them", html: `<p>${REST}</p><section style="visibility:hidden"><p>“We will <b>build</b> it,” ${SAID}</p></section>`, text: `${REST}\n\n“We will build it,” ${SAID}`, says: "“We will build it,”" },
  { name: "what only screen readers get", html: `<p>${REST} <span style="position:absolute;clip:rect(0 0 0 0)">“No,” Ana Ruiz said.</span><span style="position:absolute;clip-path:inset(50%)">“No,” Ana Ruiz said.</span></p>`, text: REST, says: "" },
  { name: "closed and open details", html: `<details><summary>Sum</summary>“No,” Ana Ruiz said.</details><details open><summary>More</summary>“We will build it,” ${SAID}</details>`, says: "“We will build it,”" },
  { name: "aria-hidden", html: `<p>${REST} <span aria-hidden="true">“No,” Ana Ruiz said.</span></p>`, text: REST, says: "" },
  { name: "captions are paragraphs", html: `<p>One.</p><figure><img alt="no"><figcaption>“We will build it,” ${SAID}</figcaption></figure><p>Two.</p>`, text: `One.\n\n“We will build it,” ${SAID}\n\nTwo.`, says: "“We will build it,”" },
  { name: "links that share the page, by where they lead", html: `<p>${REST}</p><ul><li><a href="https://www.facebook.com/sharer.php?u=x">Facebook</a><li><a href="http://twitter.com/intent/tweet?text=x">Twitter</a><li><a href="mailto:?subject=x">Ana Ruiz</a></ul><p>She is <a href="https://twitter.com/ana">on Twitter</a>.</p>`, text: `${REST}\n\nShe is on Twitter.`, says: "" },
  { name: "links that share the page, by their class", html: `<p>${REST}</p><ul class="sharetools-menu"><li><a href="#">Tweet</a></ul><div class="share">Share</div><p class="shared">One.</p>`, text: `${REST}\n\nOne.`, says: "" },
  { name: "what search engines are told to pass by", html: `<p>${REST}</p><div class="label nocontent robots-nocontent">“No,” Ana Ruiz said.</div>`, text: REST, says: "" },
  { name: "words for screen readers alone, by their class", html: `<p>${REST} <a class="visually-hidden" href="#">Continue</a><span class="sr-only">“No,” Ana Ruiz said.</span></p>`, text: REST, says: "" },
  { name: "navigation, asides and footers", html: `<nav>“No,” Ana Ruiz said.</nav><p>${REST}</p><aside>“No,” Ana Ruiz said.</aside><footer>“No,” Ana Ruiz said.</footer><div role="navigation">“No,” Ana Ruiz said.</div>`, text: REST, says: "" },
  { name: "advertisements, comments and pull quotes", html: `<p>${REST}</p><div class="ad">“No,” Ana Ruiz said.</div><div id="comments">“No,” Ana Ruiz said.</div><div class="story-pullquote">“No”</div>`, text: REST, says: "" },
  { name: "advertisements, promotions and what asks something of the reader, by their class", html: `<p>${REST}</p><div class="ad-container wide">“No,” Ana Ruiz said.</div><div class="donation-promo">“No,” Ana Ruiz said.</div><div class="pane-signup">“No,” Ana Ruiz said.</div><a class="feedback-link" href="#"><p>“No,” Ana Ruiz said.</p></a><p class="adapted">One.</p>`, text: `${REST}\n\nOne.`, says: "" },
  { name: "other stories, by their class", html: `<p>${REST}</p><div class="most-read-wrapper"><h2>Most read</h2></div><div class="group more-on-this-story">“No,” Ana Ruiz said.</div><div class="sidebar">“No,” Ana Ruiz said.</div>`, text: REST, says: "" },
  { name: "lists of nothing but headlines", html: `<p>${REST}</p><ul><li><a href="/1">Harbour wall may cost twice as much</a> 3 May</li><li><a href="/2">“We will not,” said Ana Ruiz on Monday</a></li><li><a href="/3">Ferry line asks for a new pier in Lisbon</a></li></ul>`, text: REST, says: "" },
  { name: "lists of names and of sentences with links", html: `<p>${REST}</p><ul><li><a href="/1">Ana Ruiz</a></li><li><a href="/2">Ben Okri</a></li><li><a href="/3">Chen Wei</a></li></ul><ul><li>One <a href="/4">may cost twice as much as thought</a> in the spring of the year</li><li>Two</li><li>Three</li></ul>`, text: `${REST}\n\nAna Ruiz\n\nBen Okri\n\nChen Wei\n\nOne may cost twice as much as thought in the spring of the year\n\nTwo\n\nThree`, says: "" },
  { name: "what skip names, within the root alone", html: `<div class="note">“We will build it,” ${SAID}</div><p class="note">“No,” Ana Ruiz said.</p>`, root: ".note", options: { skip: ".note" }, says: "“We will build it,”" },
  { name: "skip takes the element and all below", html: `<p>“We will build it,” ${SAID}</p><div class="note"><p>“No,” Ana Ruiz said.</p></div>`, options: { skip: ".note" }, says: "“We will build it,”" },
  { name: "an element that quotes by itself", html: `<p><q>We will build it</q>, ${SAID}</p>`, text: `“We will build it”, ${SAID}`, says: "We will build it" },
  { name: "a quoting element with marks of its own", html: `<p><q style="quotes:none">“We will build it,”</q> ${SAID}</p>`, text: `“We will build it,” ${SAID}`, says: "“We will build it,”" },
  { name: "a quoted block without marks", html: `<p>${SAID.slice(0, -1)}:</p><blockquote><p>We will build it.</p><p>It is not too late.</p></blockquote>`, text: "Ana Ruiz said:\n\n“We will build it.\n\n“It is not too late.”", says: "We will build it.It is not too late." },
  { name: "preformatted line breaks", html: `<p style="white-space:pre-line">${REST}\n“We will build it,”   ${SAID}</p>`, text: `${REST}\n“We will build it,” ${SAID}`, says: "“We will build it,”" },
  { name: "a first letter of its own", html: `<style>p::first-letter{font-size:3em;float:left}</style><p>“We will build it,” ${SAID}</p>`, says: { highlight: engine === "webkit" ? "" : "“We will build it,”", mark: "“We will build it,”" } },
  { name: "marks of the page itself", html: `<p>“We <mark class="host">will</mark> build it,” ${SAID}</p>`, says: "“We will build it,”" },
  { name: "ruby without its readings", html: `<p>“We will <ruby>build<rp>(</rp><rt>bild</rt><rp>)</rp></ruby> it,” ${SAID}</p>`, text: `“We will build it,” ${SAID}`, says: "“We will build it,”" },
  { name: "display: contents", html: `<div style="display:contents"><p>“We <span style="display:contents">will</span> build it,” ${SAID}</p></div>`, says: "“We will build it,”" },
  { name: "content-visibility: auto, far below", html: `<div style="height:9000px"></div><section style="content-visibility:auto"><p>“We will build it,” ${SAID}</p></section>`, says: "“We will build it,”" },
  { name: "user-select: none", html: `<p style="user-select:none">“We will build it,” ${SAID}</p>`, says: "“We will build it,”" },
  { name: "text right in a flex box", html: `<div style="display:flex">“We will build it,” ${SAID}</div>`, says: { highlight: "“We will build it,”", mark: "" } },
  { name: "a drop cap that floats", html: `<style>.cap{float:left;font-size:3em}</style><p><span class="cap">L</span>ina Moreau left.</p><p><span class="cap">“W</span>e will build it,” ${SAID}</p>`, text: `Lina Moreau left.\n\n“We will build it,” ${SAID}`, says: "“We will build it,”" },
  { name: "a drop cap that is kept from screen readers, told again or not", html: `<p><span aria-hidden="true" style="float:left">L</span>ina Moreau left.</p><p><span aria-hidden="true"><b>T</b>he</span><span class="sr-only">The</span> mayor left.</p>`, text: "Lina Moreau left.\n\nThe mayor left.", says: "" },
  { name: "things side by side with room between them alone", html: `<style>.by span{margin-right:8px}.pill{display:inline-block}</style><p class="by"><span>By</span><span>Lina Moreau</span><span>in Oslo</span></p><p><a class="pill" href="#">Lina Moreau</a><a class="pill" href="#">Tom Hale</a></p>`, text: "By\nLina Moreau\nin Oslo\n\nLina Moreau\nTom Hale", says: "" },
  { name: "letters that are moved one by one are one word", html: `<style>i{display:inline-block}</style><p><i>M</i><i>o</i><i>r</i><i>e</i><i>a</i><i>u</i> left.</p>`, text: "Moreau left.", says: "" },
  { name: "a time beside an author", html: `<div><time>9.05am GMT</time><b>Lina Moreau</b><p>The vote is over.</p></div>`, text: "9.05am GMT\nLina Moreau\n\nThe vote is over.", says: "" },
  { name: "marks of notes, and no powers or ordinals", html: `<p>Moreau<sup>1</sup> left the yard<sup><a href="#n">2</a></sup>.<sup>[3]</sup> Hale<sup>†</sup> owns 40 m<sup>2</sup> on the 1<sup>st</sup> floor<a href="#n4">[4]</a>.</p>`, text: "Moreau left the yard. Hale owns 40 m2 on the 1st floor.", says: "" },
  { name: "what was deleted beside what took its place", html: `<p>She paid <del>nine</del><ins>seven</ins> euros. He <del>left</del>.</p>`, text: "She paid seven euros. He left.", says: "" },
  { name: "tips that are shown on demand", html: `<style>.a{position:absolute;opacity:0}.b{position:absolute;left:-9999px}</style><p>“We will <span>build<span class="a">to build: to make</span></span> it<span class="b">a wall</span><span role="tooltip">a wall</span>,” ${SAID}</p>`, text: `“We will build it,” ${SAID}`, says: "“We will build it,”" },
  { name: "a paragraph that fades in", html: `<p style="opacity:0">“We will build it,” ${SAID}</p>`, says: "“We will build it,”" },
  { name: "a button in the middle of a sentence, and one behind it", html: `<p>The <button>harbour trust</button> will pay. <button>Listen</button></p>`, text: "The harbour trust will pay.", says: "" },
  { name: "words for screen readers that are shown after all", html: `<p>One <span class="sr-only md:not-sr-only">two</span> <span class="visually-hidden">three</span></p>`, text: "One two", says: "" },
  { name: "a note in the margin", html: `<p>“We will build <span style="float:right;width:8em">A wall of 1911.</span>it,” ${SAID}</p>`, text: `“We will build it,” ${SAID}`, says: "“We will build it,”" },
  { name: "small letters that are shown as capitals", html: `<p style="text-transform:capitalize">lina moreau’s yard in oslo</p>`, text: "Lina Moreau’s Yard In Oslo", says: "" },
  { name: "marks of direction, and joiners between letters", html: `<p>Lina\u200e Mor\u200ceau \u2066Tom Hale\u2069</p>`, text: "Lina Moreau Tom Hale", says: "" },
  { name: "paragraphs by two line breaks", html: `<div>${REST}<br><br>“We will build it,” ${SAID}<br>Then she left.</div>`, text: `${REST}\n\n“We will build it,” ${SAID}\nThen she left.`, says: "“We will build it,”" },
  ...["survey-findings", "correlated-figures", "promontory", "feedback-loop", "sponsor-row", "category-promo tag-newsletter", "shareholders", "commentary", "adaptive", "newsletter-post"].map((name) => ({ name: `a class that has a word of ours by accident: ${name}`, html: `<p>${REST}</p><div class="${name}"><p>“We will build it,” ${SAID}</p></div>`, says: "“We will build it,”" })),
  ...[`div class="ad-slot"`, `div class="adsense"`, `div class="promoBox"`, `div class="newsletter-signup-form"`, `div class="related-articles"`, `div class="most_read"`, `section class="readMore"`, `div class="fb-comments"`, `ol class="commentlist"`, `div id="respond"`, `div class="comment-body"`, `section aria-label="Comments"`, `div id="disqus_thread"`, `div class="social-share"`, `div class="cookie-banner"`, `div class="video-player"`, `aside`, `footer`, `div role="complementary"`, `amp-ad`].map((tag) => ({ name: `what is no article: ${tag}`, html: `<p>${REST}</p><${tag}><p>“No,” Ana Ruiz said.</p></${tag.split(" ")[0]}>`, text: REST, says: "" })),
  { name: "a box that leads to another story", html: `<p>${REST}</p><div class="rich-link"><h3>Three years ago</h3><a href="/x">‘They lied to us’: Tom Hale on the night the ferry sank</a></div><p>“We will build it,” ${SAID}</p>`, text: `${REST}\n\n“We will build it,” ${SAID}`, says: "“We will build it,”" },
  { name: "lines that lead to other stories", html: `<p>${REST}</p><p>Read more: <a href="/x">Ferry line asks for a new pier</a></p><p><strong>Related articles</strong></p><p><a href="/y">“No,” Ana Ruiz said of the wall on Monday</a></p>`, text: REST, says: "" },
  { name: "who is quoted, in the foot of the quote", html: `<blockquote><p>We will build it.</p><footer>Ana Ruiz</footer></blockquote>`, text: "“We will build it.”\n\nAna Ruiz", says: "We will build it." },
  { name: "an empty page", html: "", text: "", says: "" },
  { name: "nothing but space", html: " <p> </p>\n", text: "", says: "" },
];

for (const { name, html, before: prepare, root, options, text, says } of CASES) {
  test(`reading: ${name}`, async () => {
    await page.evaluate((html) => { guest.highlighting?.remove(); document.body.innerHTML = html; }, html);
    if (prepare) await page.evaluate(`(${prepare})()`);
    for (const painter of ["highlight", "mark"]) {
      const painted = await page.evaluate(([root, options]) => guest.begin(root, options), [root ?? "body", { ...options, painter, types: ["quote"] }]);
      const expected = typeof says === "string" ? says : says[painter];
      assert.equal(painted.map(([, words]) => words).join(""), expected, painter);
      if (text !== undefined) assert.equal(await page.evaluate(() => guest.highlighting.text), text);
      assert.deepEqual(await page.evaluate(() => guest.end()), [], painter);
    }
    assert.deepEqual(page.faults, []);
  });
}

// What a line leaves out is told by what stands beside it, and that is the same with our marks around it.
const BESIDE = {
  "a button behind a name": "<p>The pier was closed by Angela Merkel <button>Listen</button></p>",
  "a button far behind a name": "<p>Angela Merkel<i>.</i><i>.</i><button>Listen</button></p>",
  "a button between two names": "<p>The pier was closed by Angela Merkel <button>and</button> Anthony Blinken.</p>",
  "a button in a sentence that a name ends": "<p>She met Angela Merkel, who owns the <button>pier</button> Anthony Blinken.</p>",
  "a button behind a quote": `<p>Angela Merkel said: “We will build it.”<button>Listen</button> Then she left.</p>`,
  "a label behind a name": "<p>Angela Merkel <label>Follow</label></p>",
  "a note in the margin behind a name": `<p>She met Angela Merkel <span style="float:right;width:8em">A wall of 1911.</span>in Berlin.</p>`,
  "the mark of a note behind a name": "<p>She met Angela Merkel<sup>2</sup> in Berlin<sup>3</sup>.</p>",
  "a first letter of a name": `<p><span style="float:left">A</span>ngela Merkel left.</p>`,
};
for (const [name, html] of Object.entries(BESIDE)) {
  test(`reading: what our marks stand around reads as before: ${name}`, async () => {
    await page.evaluate((html) => { document.body.innerHTML = html; }, html);
    const seen = await page.evaluate(() => {
      const read = (painter) => guest.newslight.highlight(document.body, { painter });
      const marked = read("mark");
      const fresh = read("highlight");
      const texts = [marked.text, fresh.text, document.querySelectorAll("mark").length];
      fresh.remove();
      marked.remove();
      return texts;
    });
    assert.equal(seen[1], seen[0]);
    assert.ok(seen[2] > 0, "something is marked");
  });
}

test("reading: names within quotes, and quotes within names' paragraphs", async () => {
  await page.evaluate(() => { document.body.innerHTML = "<p>“We met Angela Merkel in Berlin,” Anthony Blinken said.</p>"; });
  for (const painter of ["highlight", "mark"]) {
    const painted = await page.evaluate((painter) => guest.begin("p", { painter }), painter);
    const of = (wanted) => painted.filter(([kind]) => kind === wanted).map(([, words]) => words).join("|");
    assert.equal(of("direct"), "“We met Angela Merkel in Berlin,”");
    assert.equal(of("person"), "Angela Merkel|Anthony Blinken");
    assert.equal(of("place"), "Berlin");
    assert.deepEqual(await page.evaluate(() => guest.end()), []);
  }
});
