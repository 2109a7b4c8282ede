// Whoever adds a type of entity, or an option, is led to all that must know of it: in the core by the compiler, from
// there on by these tests.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as rules from "../../www/rules.js";
import { words } from "../../www/words.js";

const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");

const [, all] = read("src/annotations.rs").match(/const ALL: .*? = \[([^\]]*)\]/);
const types = [...all.matchAll(/Self::(\w+)/g)].map(([, name]) => name.toLowerCase());

test("the scripts, the schema and the declarations know the types of the core, in its order", () => {
  assert.ok(types.length >= 8);
  assert.deepEqual(rules.NAMES, types);
  const [, saved] = read("www/core/file.js").match(/export const NAMES = (\[.*?\]);/);
  assert.deepEqual(JSON.parse(saved), types);
  assert.deepEqual(JSON.parse(read("www/annotations.schema.json")).$defs.type.enum, types);
  const [, declared] = read("www/newslight.d.ts").match(/export type EntityType =([^;]*);/);
  assert.deepEqual([...declared.matchAll(/"(\w+)"/g)].map(([, name]) => name), types);
});

test("every type has words and a colour", () => {
  const styles = read("www/newslight.css");
  for (const type of types) {
    assert.ok(words.en.types[type] && words.en.kinds[type], type);
    for (const style of [`--newslight-${type}: `, `::highlight(newslight-${type}),`, `mark.newslight-${type} {`]) assert.ok(styles.includes(style), style);
    assert.ok(read("www/interface/panel.css").includes(`.${type} { --kind: `), type);
  }
});

test("every option is declared, and no other", () => {
  const [, checked] = read("www/newslight.js").match(/const RULES = \{\n([^]*?)\n\};/);
  const options = [...checked.matchAll(/^ {2}(\w+): /gm)].map(([, name]) => name);
  assert.ok(options.length > 10);
  const declared = [...read("www/newslight.d.ts").matchAll(/export interface (?:Annotate|Highlight|AsyncHighlight)Options[^{]*\{\n([^]*?)\n\}/g)].map(([, body]) => body).join("\n");
  const names = [...declared.matchAll(/^ {2}(\w+)\?: /gm)].map(([, name]) => name);
  assert.deepEqual(options.sort(), names.sort());
});
