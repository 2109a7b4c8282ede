// Under which headings the panel shows who speaks.

import assert from "node:assert/strict";
import { test } from "node:test";
import { speakersOf } from "../../www/interface/speakers.js";

const quoteBy = (name, entity = null) => ({ kind: "direct", content: [], speaker: { start: 0, end: 1, name, entity } });
const headings = (quotes, entities = [], isSure = () => true) => [...speakersOf({ entities, quotes }, isSure).values()].map(({ name }) => name);

test("a pronoun heads no group", () => {
  for (const pronoun of ["He", "she", "They", "who", "which", "it", "those"]) assert.deepEqual(headings([quoteBy(pronoun)]), [""], pronoun);
});

test("a description heads one with a capital, and a name as it is", () => {
  assert.deepEqual(headings([quoteBy("the doctor"), quoteBy("The doctor"), quoteBy("she", 0)], [{ id: 0, name: "Ana Ruiz" }]), ["The doctor", "Ana Ruiz"]);
});

test("who is not sure heads none", () => {
  assert.deepEqual(headings([quoteBy("Ana Ruiz", 0)], [{ id: 0, name: "Ana Ruiz" }], () => false), [""]);
});
