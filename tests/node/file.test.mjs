// Files of annotations in Node: what they say, what comes back, and what is refused.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { load, toFile } from "../../www/newslight.js";

const www = new URL("../../www/", import.meta.url);
const require = createRequire(new URL("package.json", www));
const Ajv = require("ajv/dist/2020").default;
const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(new URL("annotations.schema.json", www), "utf8")));

const TEXT = "Ana Ruiz, the mayor of Elm, met the council on Monday. 👋\n\n“It is done,” she said. “We begin in May.”\n\nBo Lind, who chairs the council, said that the bridge would cost $5 million.";

const newslight = await load();
const annotations = newslight.annotate(TEXT);
const file = () => structuredClone(toFile(annotations, TEXT, { source: "https://example.org/a" }));
const ana = { name: "Ana Ruiz", type: "person" };

/** Corrections of every kind, with targets of the file. */
function corrections() {
  const { entities: [entity], quotes: [quote] } = file();
  const target = { selector: entity.mentions[0].selector };
  return [
    { action: "type", entity: { name: "Elm", type: "place" }, type: "organization", author: "desk", time: "2026-03-01T10:00:00Z" },
    { action: "merge", entity: { name: "Bo Lind", type: "person" }, into: ana },
    { action: "link", entity: ana, url: "https://example.org/ana" },
    { action: "ignore", name: "Monday" },
    { action: "add-name", target, entity: ana },
    { action: "remove-name", target },
    { action: "add-quote", target: quote.content, kind: "direct", speaker: ana },
    { action: "remove-quote", target: quote.content },
    { action: "speaker", target: quote.content, speaker: null },
  ];
}

test("a file keeps to its schema, with corrections of every kind", () => {
  assert.ok(annotations.quotes.length >= 2 && annotations.entities.length >= 3);
  for (const made of [file(), { ...file(), corrections: corrections() }, toFile({ entities: [], quotes: [] }, "")]) {
    assert.ok(validate(JSON.parse(JSON.stringify(made))), JSON.stringify(validate.errors));
  }
});

test("the annotations come back as they were", () => {
  const { restore } = newslight;
  assert.deepEqual(restore(file(), TEXT), { annotations, orphans: [] });
  assert.deepEqual(restore(JSON.stringify(file()), TEXT).annotations, annotations);
});

test("they come back in an edited text, where the words still are", () => {
  const edited = `A new line by the desk.\n\n${TEXT.replaceAll("“", '"').replaceAll("”", '"').replace("met the council", "saw the council").replace("It is done", "It is finished")}`;
  const { annotations: found, orphans } = newslight.restore(file(), edited);
  const words = ({ start, end }) => edited.slice(start, end);
  assert.deepEqual(found.entities.map(({ name }) => name), annotations.entities.map(({ name }) => name));
  assert.equal(found.entities[0].mentions[0].start, edited.indexOf("Ana Ruiz, the mayor"));
  assert.ok(orphans.every(({ exact }) => exact.includes("done")), JSON.stringify(orphans));
  assert.ok(found.quotes.every(({ content }) => !content.some((span) => words(span).includes("finished"))));
});

test("nothing is found in a text about something else", () => {
  const { annotations: found, orphans } = newslight.restore(file(), "The lake froze early this year, and nobody swam.");
  assert.deepEqual(found, { entities: [], quotes: [] });
  assert.ok(orphans.length > 5);
});

test("what people have put right wins, also over a new reading", () => {
  const right = [
    { action: "type", entity: { name: "Bo Lind", type: "person" }, type: "organization" },
    { action: "link", entity: ana, url: "https://example.org/ana" },
    { action: "speaker", target: file().quotes[0].content, speaker: { name: "Bo Lind", type: "organization" } },
  ];
  const again = TEXT.replace("Bo Lind, who chairs", "Mr. Bo Lind, who leads");
  for (const made of [toFile(annotations, TEXT, { corrections: right }), toFile(newslight.annotate(again), again, { corrections: right })]) {
    const { annotations: found } = newslight.restore(made, again);
    assert.equal(found.entities.find(({ name }) => name.includes("Lind")).type, "organization");
    assert.equal(found.entities[0].url, "https://example.org/ana");
    assert.match(found.quotes[0].speaker.name, /Bo Lind/);
    assert.equal(found.quotes[0].confidence, 1);
  }
});

test("corrections that cannot be placed are told, and change nothing", () => {
  const { selector } = file().quotes[0].content[0];
  const lost = { selector: [{ ...selector[0], exact: "“Never said at all,”" }, selector[1]] };
  const made = { ...file(), corrections: [{ action: "remove-quote", target: [lost] }] };
  assert.deepEqual(newslight.restore(made, TEXT), { annotations, orphans: [{ path: "corrections[0].target[0]", exact: "“Never said at all,”" }] });
});

/** Files that are refused: what is wrong, and what the error says. */
const REFUSED = {
  "no JSON": ["{", /no JSON/],
  "a number": [5, /the file must be an object/],
  "another format": [{ ...file(), format: "x" }, /format must be "newslight"/],
  "a newer version": [{ ...file(), version: 2 }, /version 2.*version 1/],
  "no version": [{ format: "newslight" }, /version/],
  "a missing list": [{ ...file(), quotes: undefined }, /quotes must be a list/],
  "a broken checksum": [{ ...file(), paragraphs: [{ start: 0, end: 5, checksum: "zz" }] }, /paragraphs\[0\]\.checksum/],
  "a place before the text": [change((made) => (made.entities[0].mentions[0].selector[1].start = -1)), /entities\[0\]\.mentions\[0\]\.selector/],
  "an unknown type": [change((made) => (made.entities[1].type = "__proto__")), /entities\[1\]\.type/],
  "a speaker of another file": [change((made) => (made.quotes[0].speaker.entity = 99)), /quotes\[0\]\.speaker\.entity/],
  "confidence as a string": [change((made) => (made.quotes[0].confidence = "1")), /confidence/],
  "an enormous list": [{ ...file(), paragraphs: Array(60_000).fill({}) }, /too long/],
  "enormous words": [change((made) => (made.entities[0].name = "a".repeat(200_000))), /entities\[0\]\.name/],
  "an unknown correction": [{ ...file(), corrections: [{ action: "eval" }] }, /corrections\[0\]\.action/],
  "an inherited action": [{ ...file(), corrections: [{ action: "toString" }] }, /corrections\[0\]\.action/],
};

function change(how) {
  const made = file();
  how(made);
  return made;
}

/** What a schema cannot say, or would take a minute to. */
const BEYOND_SCHEMA = ["a speaker of another file", "an enormous list"];

for (const [name, [made, message]] of Object.entries(REFUSED)) {
  test(`${name} is refused with one clear error`, () => {
    assert.throws(() => newslight.restore(made, TEXT), (error) => error.code === "annotations" && message.test(error.message) && error.message.length < 300);
    if (!BEYOND_SCHEMA.includes(name)) assert.ok(!validate(made));
  });
}

test("hostile words stay words, and prototype keys do nothing", () => {
  const made = JSON.parse(JSON.stringify(file()).replace('"format"', '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"format"'));
  made.entities[0].name = "<img src=x onerror=alert(1)>";
  const { annotations: found } = newslight.restore(made, TEXT);
  assert.equal(found.entities[0].name, "<img src=x onerror=alert(1)>");
  assert.equal({}.polluted, undefined);
  made.entities[0].mentions[0].selector[1].start = 2 ** 31 - 1;
  assert.equal(newslight.restore(made, TEXT).annotations.entities[0].name, made.entities[0].name);
});

test("a file of many repeated words is no trap", () => {
  const made = file();
  const selector = (start) => [{ type: "TextQuoteSelector", exact: "the the the the the the", prefix: "the ".repeat(8), suffix: " the".repeat(8) }, { type: "TextPositionSelector", start, end: start + 23 }];
  made.entities = [{ type: "person", name: "the", mentions: Array.from({ length: 20_000 }, (_, start) => ({ kind: "name", selector: selector(start) })) }];
  made.quotes = [];
  const began = performance.now();
  newslight.restore(made, "the ".repeat(30_000));
  assert.ok(performance.now() - began < 60_000);
});
