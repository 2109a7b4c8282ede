// The words of the interface: every language has every one of them, and counts as it should.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { fetchWords, words, wordsFor } from "../../www/words.js";

const languages = readdirSync(new URL("../../www/words/", import.meta.url)).map((name) => name.replace(".js", ""));

/** The paths of a table's words with what kind of value each is. */
const shape = (table, path = "") =>
  Object.entries(table).flatMap(([key, value]) => (typeof value === "object" ? shape(value, `${path}${key}.`) : [`${path}${key}: ${typeof value}${value.length && typeof value === "function" ? value.length : ""}`])).sort();

test("nine languages come along beside English", () => {
  assert.deepEqual(languages.sort(), ["de", "es", "fr", "it", "nl", "pl", "pt", "sv", "uk"]);
});

for (const language of languages) {
  test(`${language}: every word is there, and none is left in English by mistake`, async () => {
    await fetchWords(`${language}-XX`);
    assert.deepEqual(shape(words[language]), shape(words.en));
    const texts = (table) => Object.values(table).flatMap((value) => (typeof value === "object" ? texts(value) : typeof value === "string" ? [value] : []));
    assert.ok(texts(words[language]).every((text) => text.trim() === text && text !== ""));
    const long = texts(words.en).filter((text) => text.includes(" "));
    assert.deepEqual(long.filter((text) => texts(words[language]).includes(text)), []);
    for (const count of ["quotes", "mentions", "unsure"]) {
      for (const number of [1, 2, 3, 5, 11, 21, 22, 25, 100]) assert.match(words[language][count](number), new RegExp(`^${number} \\S(?!.*undefined)`));
    }
    assert.match(words[language].position(2, 7), /2.*7/);
    assert.match(words[language].mentioned("Ana", 2, 7), /Ana.*2.*7/);
    assert.match(words[language].says("Ana", "Yes"), /Ana.*Yes/);
    assert.match(words[language].by("she said"), /she said/);
    assert.equal(new Set([0.95, 0.8, 0.6, 0.3].map(words[language].sure)).size, 4);
  });
}

test("plurals follow the language", async () => {
  await fetchWords("pl");
  await fetchWords("uk");
  assert.deepEqual([1, 3, 5, 22].map(words.pl.quotes), ["1 cytat", "3 cytaty", "5 cytatów", "22 cytaty"]);
  assert.deepEqual([1, 3, 5, 21].map(words.uk.quotes), ["1 цитата", "3 цитати", "5 цитат", "21 цитата"]);
  assert.deepEqual([0, 1, 2].map(words.en.quotes), ["0 quotes", "1 quote", "2 quotes"]);
});

test("a page's own words keep the rest, in the lists as well", async () => {
  words.cy = { title: "Pwy ddywedodd beth", tabs: { quote: "Dyfyniadau" } };
  const { title, tabs, close } = wordsFor("cy", { tabs: { place: "Llefydd" } });
  assert.deepEqual([title, close, tabs], ["Pwy ddywedodd beth", "Close", { quote: "Dyfyniadau", person: "People", organization: "Organizations", place: "Llefydd" }]);
  words["nl-BE"] = undefined;
  words.nl = { title: "Wie zegt wat" };
  await fetchWords("nl-BE");
  assert.deepEqual([wordsFor("nl-BE").title, wordsFor("nl").close], ["Wie zegt wat", "Sluiten"]);
  assert.equal(wordsFor("xx").title, words.en.title);
  await fetchWords("constructor");
  delete words.cy;
});
