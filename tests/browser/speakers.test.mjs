// Who says what, where the page's own markup says it: quotes set apart with their credits, embedded posts,
// captions, bylines, turns.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openGuests } from "./guest.mjs";

let guests, page;
before(async () => {
  guests = await openGuests();
  page = await guests.open("");
});
after(() => guests.close());

const LEAD = "<p>The harbour at Merrow was closed on Monday after the storm broke its wall, the council said.</p>";
const TAIL = "<p>The council meets on Friday, and the wall will be built anew in the summer of next year.</p>";
const WORDS = "We have never seen waves like these.";

const CASES = [
  {
    name: "a blockquote with its footer",
    html: `<blockquote><p>${WORDS}</p><footer>— Lina Moreau, mayor of Merrow</footer></blockquote>`,
    says: [[`“${WORDS}”`, "Lina Moreau"]],
  },
  {
    name: "a blockquote with a footer that names a work, too",
    html: `<blockquote><p>${WORDS}</p><footer>Lina Moreau in <cite>The Long Wall</cite></footer></blockquote>`,
    says: [[`“${WORDS}”`, "Lina Moreau"]],
  },
  {
    name: "a blockquote with its cite",
    html: `<blockquote><p>${WORDS}</p><cite>Lina Moreau</cite></blockquote>`,
    says: [[`“${WORDS}”`, "Lina Moreau"]],
  },
  {
    name: "a cite behind its blockquote",
    html: `<blockquote><p>${WORDS}</p></blockquote><p><cite>Lina Moreau</cite></p>`,
    says: [[`“${WORDS}”`, "Lina Moreau"]],
  },
  {
    name: "a figure of a blockquote and its caption",
    html: `<figure><blockquote><p>${WORDS}</p></blockquote><figcaption>Lina Moreau, mayor</figcaption></figure>`,
    says: [[`“${WORDS}”`, "Lina Moreau"]],
  },
  {
    name: "a blockquote that a line behind it signs",
    html: `<blockquote><p>${WORDS}</p></blockquote><p>— Lina Moreau, mayor of Merrow</p>`,
    says: [[`“${WORDS}”`, "Lina Moreau"]],
  },
  {
    name: "a blockquote of two paragraphs with marks of its author",
    html: `<blockquote><p>“${WORDS}</p><p>“It was loud.”</p><footer>Lina Moreau</footer></blockquote>`,
    says: [[`“${WORDS} “It was loud.”`, "Lina Moreau"]],
  },
  {
    name: "a blockquote behind the words that lead to it",
    html: `<p>Lina Moreau, the mayor, said in a statement:</p><blockquote><p>${WORDS}</p></blockquote>`,
    says: [[`“${WORDS}”`, "Lina Moreau"]],
  },
  {
    name: "a blockquote with an attribution in it",
    html: `<blockquote><p>“${WORDS}” said Lina Moreau.</p></blockquote>`,
    says: [[`“${WORDS}”`, "Lina Moreau"]],
  },
  {
    name: "a phrase with the address of its source",
    html: `<p><q cite="https://example.org/a">${WORDS}</q> Lina Moreau, the mayor, said.</p>`,
    says: [[`“${WORDS}”`, "Lina Moreau"]],
  },
  {
    name: "an embedded post",
    html: `<blockquote class="twitter-tweet"><p lang="en" dir="ltr">${WORDS} <a href="https://t.co/x">pic.twitter.com/x</a></p>&mdash; Lina Moreau (@linamoreau) <a href="https://twitter.com/x">May 3, 2024</a></blockquote>`,
    says: [[`“${WORDS} pic.twitter.com/x”`, "Lina Moreau"]],
  },
  {
    name: "an embedded post between the words of another",
    html: `<p>“It was loud,” said Gil Orr, who lives there.</p><blockquote class="twitter-tweet"><p>${WORDS}</p>&mdash; Lina Moreau (@linamoreau) <a href="#">May 3, 2024</a></blockquote><p>“I heard it at night.”</p>`,
    says: [["“It was loud,”", "Gil Orr"], [`“${WORDS}”`, "Lina Moreau"], ["“I heard it at night.”", "Gil Orr"]],
  },
  {
    name: "a pull quote of words that the text has",
    html: `<p>“${WORDS} It was loud,” said Lina Moreau, the mayor.</p><p>The wall broke at night.</p><blockquote><p>${WORDS}</p></blockquote><p>Nobody was hurt, Gil Orr said.</p>`,
    says: [[`“${WORDS} It was loud,”`, "Lina Moreau"]],
  },
  {
    name: "a pull quote with its credit",
    html: `<p>“${WORDS} It was loud,” said Lina Moreau, the mayor.</p><blockquote><p>${WORDS}</p><cite>Lina Moreau</cite></blockquote>`,
    says: [[`“${WORDS} It was loud,”`, "Lina Moreau"]],
  },
  {
    name: "a pull quote before the words in the text",
    html: `<blockquote><p>${WORDS}</p></blockquote><p>“${WORDS}” Lina Moreau, the mayor, said.</p>`,
    says: [[`“${WORDS}”`, "Lina Moreau"]],
  },
  {
    name: "a caption with a credit, where a photographer speaks to nobody",
    html: `<p>Lina Moreau, the mayor, said that the wall was old.</p><figure><img alt=""><figcaption>The wall on Monday. Photograph: Ines Varga/Merrow Post</figcaption></figure><p>“${WORDS}”</p>`,
    says: [[`“${WORDS}”`, "Lina Moreau"]],
  },
  {
    name: "a byline above a quote",
    html: `<p class="byline">By Ines Varga</p><p>“${WORDS}” she said.</p>`,
    says: [[`“${WORDS}”`, "she"]],
    isOpen: true,
  },
  {
    name: "entries of a live blog",
    html: `<div class="entry"><h3>10:05 Mayor speaks</h3><p>Lina Moreau, the mayor: “${WORDS}”</p></div><div class="entry"><h3>10:20 From the quay</h3><p>Gil Orr, who lives there, says: “It was loud.”</p></div>`,
    says: [[`“${WORDS}”`, "Lina Moreau"], ["“It was loud.”", "Gil Orr"]],
  },
  {
    name: "an entry that begins with the time of its update",
    html: `<div class="block"><h2>Update</h2><p>Updated at 11.25am. “It is over,” said Lina Moreau, a councillor.</p></div>`,
    says: [["“It is over,”", "Lina Moreau"]],
  },
  {
    name: "an interview with bold questions",
    html: `<p>Lina Moreau is the mayor of Merrow.</p><p><b>When did the wall break?</b></p><p>Lina Moreau: At night. We heard it from the town hall.</p><p><b>Was anybody hurt?</b></p><p>Lina Moreau: No, nobody was hurt at all.</p>`,
    says: [["At night. We heard it from the town hall.", "Lina Moreau"], ["No, nobody was hurt at all.", "Lina Moreau"]],
  },
];

for (const { name, html, says, isOpen = false } of CASES) {
  test(`speakers: ${name}`, async () => {
    const found = await page.evaluate(async (html) => {
      document.body.innerHTML = `<article>${html}</article>`;
      const highlighting = guest.newslight.highlight(document.querySelector("article"));
      const told = ({ text, annotations: { entities, quotes } }) => {
        const words = ({ content }) => content.map(({ start, end }) => text.slice(start, end)).join(" ").replace(/\s+/g, " ");
        return quotes.filter(({ kind }) => kind === "direct").map((quote) => [words(quote), entities[quote.speaker?.entity]?.name ?? quote.speaker?.name ?? null, quote.speaker?.entity ?? null]);
      };
      const here = told(highlighting);
      highlighting.remove();
      const aside = await guest.newslight.highlightAsync(document.querySelector("article"));
      const inWorker = told(aside);
      aside.remove();
      return { here, inWorker };
    }, LEAD + html + TAIL);
    assert.deepEqual(found.here.map(([words, speaker]) => [words, speaker]), says);
    assert.deepEqual(found.inWorker, found.here, "a worker is told the same");
    if (isOpen) assert.ok(found.here.every(([, , entity]) => entity === null), "nobody is named");
  });
}
