// The module in Node: loading, annotating, and what wrong arguments get.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { load } from "../../www/newslight.js";

const WASM = new URL("../../www/pkg/newslight_bg.wasm", import.meta.url);
const newslight = await load();

/** What a first load of these sources, one after the other, comes to: in a thread that has loaded nothing yet. */
async function firstLoads(...sources) {
  const code = `
    const { parentPort, workerData } = require("node:worker_threads");
    import(workerData.module).then(async ({ load }) => {
      const outcomes = [];
      for (const { bytes, status, value } of workerData.sources) {
        const source = status ? Promise.resolve(new Response(bytes, { status, headers: { "content-type": "text/plain" } })) : value;
        outcomes.push(await load(source).then(({ annotate }) => typeof annotate("").entities, (error) => error.message));
      }
      parentPort.postMessage(outcomes);
    });`;
  const module = new URL("../../www/newslight.js", import.meta.url).href;
  const worker = new Worker(code, { eval: true, workerData: { module, sources } });
  const [outcomes] = await once(worker, "message");
  return outcomes;
}

/** Every span that annotations hold. */
function spansOf({ entities, quotes }) {
  const ofQuote = ({ content, quoted, cue, speaker }) => [...content, ...quoted, cue, speaker].filter(Boolean);
  return [...entities.flatMap((entity) => entity.mentions), ...quotes.flatMap(ofQuote)];
}

test("a second load shares the first", async () => {
  assert.equal(await load(), newslight);
});

test("names are found, with offsets in UTF-16 code units", () => {
  const text = "😀 é The mayor is Ana Ruiz.";
  const { entities } = newslight.annotate(text);
  const words = entities.flatMap(({ mentions }) => mentions.map(({ start, end }) => text.slice(start, end)));
  assert.ok(words.includes("Ana Ruiz"), words.join(", "));
});

test("a quote has the shape that the types declare", () => {
  const { entities, quotes } = newslight.annotate("“We will build it,” Ana Ruiz said on Monday.");
  assert.deepEqual(entities.map(({ id }) => id), [...entities.keys()]);
  assert.equal(quotes.length, 1);
  assert.deepEqual(Object.keys(quotes[0]).sort(), ["confidence", "content", "cue", "kind", "quoted", "speaker"]);
  assert.deepEqual(quotes[0].content, [{ start: 0, end: 19 }]);
  assert.equal(quotes[0].speaker.name, "Ana Ruiz");
});

test("any string gives spans within it", () => {
  const strings = ["", " ", "\u0000", "\ud800", "Ana \udc00 Ruiz “said \ud83d", "“".repeat(3000), "a\r\n\u2028b", "é".normalize("NFD").repeat(99), "Ana Ruiz said. ".repeat(2000)];
  for (const text of strings) {
    for (const { start, end } of spansOf(newslight.annotate(text))) {
      assert.ok(0 <= start && start < end && end <= text.length, JSON.stringify({ text: text.slice(0, 40), start, end }));
    }
  }
});

test("only the types that are asked for are kept", () => {
  const text = "“We will build it in Lisbon,” Ana Ruiz said.";
  const { entities, quotes } = newslight.annotate(text, { types: ["place"] });
  assert.deepEqual(new Set(entities.map(({ type }) => type)).size <= 1, true);
  assert.ok(entities.every(({ type }) => type === "place"));
  assert.deepEqual(quotes, []);
  assert.equal(newslight.annotate(text, { types: ["quote"] }).quotes.length, 1);
});

test("a publisher's own names are known, with their addresses", () => {
  const lexicon = [{ name: "Zorbl Quix", type: "organization", aliases: ["ZQX"], url: "https://example.org/zq", id: "Q1" }];
  const { entities } = newslight.annotate("On Monday ZQX met the press.", { lexicon });
  assert.deepEqual(entities.filter(({ url }) => url).map(({ type, url }) => [type, url]), [["organization", "https://example.org/zq"]]);
});

const WRONG = [
  ["a name of no known type", () => newslight.annotate("", { lexicon: [{ name: "Ana", type: "dog" }] }), /options\.lexicon must be an array of \{ name, type \}/],
  ["a name without a letter", () => newslight.annotate("", { lexicon: [{ name: "…", type: "person" }] }), /options\.lexicon must be/],
  ["a number for the text", () => newslight.annotate(7), /text must be a string, not number/],
  ["nothing for the text", () => newslight.annotate(), /text must be a string, not undefined/],
  ["a string for the options", () => newslight.annotate("", "person"), /options must be an object, not "person"/],
  ["a string for the types", () => newslight.annotate("", { types: "person" }), /options\.types must be an array of "person"/],
  ["an unknown type", () => newslight.annotate("", { types: ["dog"] }), /options\.types .* not \["dog"\]/],
  ["no root", () => newslight.highlight(null), /root must be an Element, a ShadowRoot or a Document, not null/],
  ["a selector for the root", () => newslight.highlight("article"), /root must be .* not "article"/],
];
for (const [name, call, message] of WRONG) {
  test(`${name} throws a TypeError that says what it must be`, () => {
    assert.throws(call, (error) => error instanceof TypeError && message.test(error.message));
  });
}

test("null and undefined options are as none", () => {
  for (const options of [null, undefined, {}, { types: undefined, skip: null }]) {
    assert.deepEqual(newslight.annotate("Ana Ruiz", options), newslight.annotate("Ana Ruiz"));
  }
});

test("bytes, modules, responses, paths and addresses load", async () => {
  const bytes = await readFile(WASM);
  const sources = [bytes, bytes.buffer, await WebAssembly.compile(bytes), fileURLToPath(WASM), WASM.href].map((value) => ({ value }));
  for (const source of [...sources, { bytes, status: 200 }]) {
    assert.deepEqual(await firstLoads(source), ["object"]);
  }
});

test("a failed load says what could not be loaded and why, and can be tried again", async () => {
  const outcomes = await firstLoads({ value: "/nowhere/newslight.wasm" }, { status: 404 }, { value: new Uint8Array(3) }, { value: 7 }, {});
  assert.match(outcomes[0], /^newslight: \/nowhere\/newslight\.wasm could not be loaded: ENOENT/);
  assert.match(outcomes[1], /^newslight: the given source could not be loaded: the server answered 404/);
  assert.match(outcomes[2], /^newslight: the given source could not be loaded: /);
  assert.match(outcomes[3], /^newslight: the given source could not be loaded: /);
  assert.equal(outcomes[4], "object");
});

test("names that a publisher wants ignored are never taken", () => {
  const names = (options) => newslight.annotate("Ana Ruiz met the council in Leeds. “It is done,” Ruiz said.", options).entities.map(({ name }) => name);
  assert.ok(names().includes("Leeds"));
  assert.deepEqual(names({ ignore: ["Leeds"] }), names().filter((name) => name !== "Leeds"));
});

test("an unknown option is warned of once, with what was meant", (context) => {
  const warn = context.mock.method(console, "warn", () => {});
  for (let time = 0; time < 2; time++) newslight.annotate("Leeds", { type: ["person"], colour: "red", painter: "mark" });
  assert.deepEqual(warn.mock.calls.map(({ arguments: [message] }) => message), ["newslight.annotate: there is no option type: did you mean types?", "newslight.annotate: there is no option colour"]);
});
