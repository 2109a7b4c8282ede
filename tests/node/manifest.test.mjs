// What editors read about the element is made of its manifest, and stays so: `UPDATE=1 node --test
// tests/node/manifest.test.mjs` writes it anew.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { NewsLightElement } from "../../www/element.js";

const www = new URL("../../www/", import.meta.url);
const read = (name) => readFileSync(new URL(name, www), "utf8");
const { name, version } = JSON.parse(read("package.json"));
const [{ declarations: [element] }] = JSON.parse(read("custom-elements.json")).modules;

/** The values of a type that is a choice of words. */
const choices = ({ text }) => (/^"/.test(text) ? text.split(" | ").map((value) => value.replaceAll('"', "")) : []);

const made = {
  "vscode.html-data.json": {
    version: 1.1,
    tags: [{
      name: element.tagName,
      description: element.description,
      attributes: element.attributes.map(({ name, description, type }) => ({
        name,
        description,
        ...(type.text === "boolean" && { valueSet: "v" }),
        ...(choices(type).length && { values: choices(type).map((name) => ({ name })) }),
      })),
    }],
  },
  "web-types.json": {
    $schema: "https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json",
    name,
    version,
    "description-markup": "markdown",
    contributions: {
      html: {
        elements: [{
          name: element.tagName,
          description: element.description,
          attributes: element.attributes.map(({ name, description, type, default: value }) => ({ name, description, ...(value && { default: value }), value: { type: type.text } })),
          js: {
            properties: element.members.filter(({ kind }) => kind === "field").map(({ name, description, type }) => ({ name, description, type: type.text })),
            events: element.events.map(({ name, description }) => ({ name, description })),
          },
          slots: element.slots.map(({ description }) => ({ name: "default", description })),
          css: { parts: element.cssParts, properties: element.cssProperties },
        }],
      },
    },
  },
};

for (const [file, content] of Object.entries(made)) {
  test(`${file} says what the manifest says`, () => {
    if (process.env.UPDATE) writeFileSync(new URL(file, www), `${JSON.stringify(content, null, 2)}\n`);
    assert.deepEqual(JSON.parse(read(file)), JSON.parse(JSON.stringify(content)));
  });
}

test("the manifest knows every attribute, with a property and words that are the same in the types", () => {
  assert.deepEqual(element.attributes.map(({ name }) => name).sort(), [...NewsLightElement.observedAttributes].sort());
  const types = read("element.d.ts");
  for (const { name, fieldName } of element.attributes) {
    assert.match(types, new RegExp(`@attr ${name} - `));
    if (fieldName !== "lang") assert.ok(element.members.some((member) => member.name === fieldName), fieldName);
  }
});

test("every custom property of the style sheets is in the manifest", () => {
  const used = new Set([...`${["newslight", "interface/opener", "interface/panel"].map((name) => read(`${name}.css`))}`.matchAll(/--newslight-[\w-]+/g)].map(([name]) => name));
  assert.deepEqual(element.cssProperties.map(({ name }) => name).sort(), [...used].sort());
});

test("every part is in the manifest", () => {
  const used = new Set([...["reading/reading", "editor", ...["panel", "card", "copying", "legend"].map((name) => `interface/${name}`)].map((name) => read(`${name}.js`)).join().matchAll(/part: "(\w+)"/g)].map(([, name]) => name));
  assert.deepEqual(element.cssParts.map(({ name }) => name).sort(), [...used].sort());
});
