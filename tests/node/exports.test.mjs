// The exports to the web's formats, on annotations made by hand: they need no WebAssembly.

import assert from "node:assert/strict";
import { test } from "node:test";
import { textFragment, toJsonLd, toWebAnnotations } from "../../www/newslight.js";

/** The span of some words of a text, or of their nth occurrence. */
function spanOf(text, words, nth = 0) {
  let start = text.indexOf(words);
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  assert.notEqual(start, -1, words);
  return { start, end: start + words.length };
}

const TEXT = "👋 “It is done,” Ana Ruiz, the mayor of Elm, said. The ministry said no.\n\nOn Monday she paid $5.";

const ANNOTATIONS = {
  entities: [
    { id: 0, type: "person", name: "Ana Ruiz", role: "mayor of Elm", url: "https://example.org/ana", mentions: [{ ...spanOf(TEXT, "Ana Ruiz"), kind: "name" }, { ...spanOf(TEXT, "she"), kind: "pronoun" }] },
    { id: 1, type: "place", name: "Elm", mentions: [{ ...spanOf(TEXT, "Elm"), kind: "name" }] },
    { id: 2, type: "date", name: "Monday", mentions: [{ ...spanOf(TEXT, "Monday"), kind: "name" }] },
  ],
  quotes: [
    { kind: "direct", content: [spanOf(TEXT, "“It is done,”")], quoted: [spanOf(TEXT, "“It is done,”")], cue: spanOf(TEXT, "said"), speaker: { ...spanOf(TEXT, "Ana Ruiz"), name: "Ana Ruiz", entity: 0 }, confidence: 0.9 },
    { kind: "indirect", content: [spanOf(TEXT, "no")], quoted: [], cue: spanOf(TEXT, "said", 1), speaker: { ...spanOf(TEXT, "The ministry"), name: "The ministry", entity: null }, confidence: 0.7 },
  ],
};

test("JSON-LD has the things of the text and the words that somebody said", () => {
  assert.deepEqual(toJsonLd(ANNOTATIONS, TEXT, { url: "https://example.org/a", headline: "Done" }), {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    url: "https://example.org/a",
    headline: "Done",
    mentions: [
      { "@type": "Person", "@id": "#newslight-entity-0", name: "Ana Ruiz", jobTitle: "mayor of Elm", url: "https://example.org/ana" },
      { "@type": "Place", "@id": "#newslight-entity-1", name: "Elm" },
    ],
    hasPart: [
      { "@type": "Quotation", text: "“It is done,”", creditText: "Ana Ruiz", spokenByCharacter: { "@id": "#newslight-entity-0" } },
    ],
  });
});

test("a speaker who is no person or organization is credited by name alone", () => {
  const quotes = [{ ...ANNOTATIONS.quotes[0], speaker: { ...spanOf(TEXT, "Elm"), name: "Elm", entity: 1 } }];
  const { hasPart } = toJsonLd({ ...ANNOTATIONS, quotes }, TEXT);
  assert.deepEqual(hasPart, [{ "@type": "Quotation", text: "“It is done,”", creditText: "Elm" }]);
});

test("Web Annotations select by words with context and by code points", () => {
  const found = toWebAnnotations(ANNOTATIONS, TEXT, { source: "https://example.org/a#top" });
  assert.equal(found.length, 4 + 2);
  assert.equal(new Set(found.map(({ id }) => id)).size, found.length);
  const points = [...TEXT];
  for (const { "@context": context, id, type, target } of found) {
    assert.equal(context, "http://www.w3.org/ns/anno.jsonld");
    assert.equal(type, "Annotation");
    assert.match(id, /^https:\/\/example\.org\/a#newslight-/);
    const [words, position] = target.selector;
    assert.equal(points.slice(position.start, position.end).join(""), words.exact);
    assert.ok(TEXT.includes(words.prefix + words.exact + words.suffix));
  }
});

test("a quote in several pieces is one annotation with several targets", () => {
  const quotes = [{ ...ANNOTATIONS.quotes[0], content: [spanOf(TEXT, "“It"), spanOf(TEXT, "done,”")] }];
  const found = toWebAnnotations({ entities: [], quotes }, TEXT, { source: "https://example.org/" });
  assert.deepEqual(found[0].target.map(({ selector }) => selector[0].exact), ["“It", "done,”"]);
});

const FRAGMENTS = [
  { name: "short words stand alone", text: "He said, “Go home.” Then he left.", words: "“Go home.”", link: "#:~:text=%E2%80%9CGo%20home.%E2%80%9D" },
  { name: "dash, comma and ampersand are encoded", text: "“Well-known, you & I” said Bo.", words: "“Well-known, you & I”", link: "#:~:text=%E2%80%9CWell%2Dknown%2C%20you%20%26%20I%E2%80%9D" },
  { name: "words that come twice take their neighbours along", text: "One said, “Yes.” Two cried, “Yes.” End.", words: "“Yes.”", nth: 1, link: "#:~:text=%E2%80%9CYes.%E2%80%9D%20Two%20cried%2C-,%E2%80%9CYes.%E2%80%9D,-End." },
  { name: "the address keeps its id and loses an older directive", text: "He said, “Go home.” Then.", words: "“Go home.”", url: "https://example.org/a?b#c:~:text=d", link: "https://example.org/a?b#c:~:text=%E2%80%9CGo%20home.%E2%80%9D" },
  { name: "white space is one space", text: "He said, “Go\n home.” Then.", words: "“Go\n home.”", link: "#:~:text=%E2%80%9CGo%20home.%E2%80%9D" },
  { name: "a lone surrogate is no error", text: "He said, “Go \ud83d home.” Then.", words: "“Go \ud83d home.”", link: "#:~:text=%E2%80%9CGo%20%EF%BF%BD%20home.%E2%80%9D" },
  { name: "marks alone are no link", text: "He said, “…” Then.", words: "“…”", url: "https://example.org/", link: "https://example.org/" },
];

for (const { name, text, words, nth, url, link } of FRAGMENTS) {
  test(`text fragment: ${name}`, () => {
    assert.equal(textFragment({ content: [spanOf(text, words, nth)] }, text, { url }), link);
  });
}

test("text fragment: long words are linked by their ends", () => {
  const words = `“First ${"and then some more ".repeat(12)}at last.”`;
  const text = `She said: ${words} Enough.`;
  const link = textFragment({ content: [spanOf(text, words)] }, text);
  assert.equal(link, "#:~:text=%E2%80%9CFirst%20and%20then%20some%20more,then%20some%20more%20at%20last.%E2%80%9D");
});

test("text fragment: an interrupted quote has one directive for each piece", () => {
  const text = "“Go,” she said, “and stay.”";
  const link = textFragment({ content: [spanOf(text, "“Go,”"), spanOf(text, "“and stay.”")] }, text);
  assert.equal(link, "#:~:text=%E2%80%9CGo%2C%E2%80%9D&text=%E2%80%9Cand%20stay.%E2%80%9D");
});

test("wrong arguments are named", () => {
  assert.throws(() => toJsonLd({}, ""), { name: "TypeError", message: /annotations/ });
  assert.throws(() => toWebAnnotations(ANNOTATIONS), { name: "TypeError", message: /text/ });
  assert.throws(() => textFragment({}, ""), { name: "TypeError", message: /quote/ });
  assert.throws(() => textFragment(ANNOTATIONS.quotes[0]), { name: "TypeError", message: /text/ });
});

test("options of exports: null is as none, an address may be a URL, and what is neither is named", () => {
  const url = new URL("https://example.org/a");
  for (const [make, name] of [[toJsonLd, "url"], [toWebAnnotations, "source"]]) {
    const none = make(ANNOTATIONS, TEXT);
    assert.deepEqual(make(ANNOTATIONS, TEXT, null), none);
    assert.deepEqual(make(ANNOTATIONS, TEXT, { [name]: null }), none);
    assert.deepEqual(make(ANNOTATIONS, TEXT, { [name]: url }), make(ANNOTATIONS, TEXT, { [name]: url.href }));
    for (const wrong of [1, true, {}, []]) {
      assert.throws(() => make(ANNOTATIONS, TEXT, { [name]: wrong }), { name: "TypeError", message: new RegExp(`options.${name} must be a string`) });
    }
  }
  assert.equal(textFragment(ANNOTATIONS.quotes[0], TEXT, null), textFragment(ANNOTATIONS.quotes[0], TEXT));
});

test("annotations that are frozen, lists included, are exported", () => {
  const frozen = JSON.parse(JSON.stringify(ANNOTATIONS), (_, value) => Object.freeze(value));
  assert.deepEqual(toJsonLd(frozen, TEXT), toJsonLd(ANNOTATIONS, TEXT));
  assert.deepEqual(toWebAnnotations(frozen, TEXT), toWebAnnotations(ANNOTATIONS, TEXT));
});
