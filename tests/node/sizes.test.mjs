// What a plain embed loads, by file, as brotli sends it.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";

const www = new URL("../../dist/newslight/", import.meta.url);
const sources = new URL("../../www/", import.meta.url);

/** The modules that a module imports, directly or not: a page fetches exactly these, and of the
 * languages in `words/` the one that it asks for. */
function graph(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  const source = readFileSync(new URL(name, www), "utf8");
  for (const [, path] of source.matchAll(/(?:from|import\()\s*"(\.(?!\/words\/)[^"]+\.js)"/g)) {
    graph(new URL(path, new URL(name, www)).href.replace(www.href, ""), found);
  }
  return found;
}

const read = (name) => readFileSync(new URL(name, www));
const compressed = (bytes) => brotliCompressSync(bytes).length;
const size = (name) => compressed(read(name));
const sum = (names) => names.reduce((total, name) => total + size(name), 0);

/** The editor is for the newsroom: no reader loads it. */
const all = [...graph("element.js"), "worker.js", "pkg/newslight_bg.wasm", "pkg/page_bg.wasm"].filter((name) => !name.startsWith("editor")).sort();

/** What a page fetches once its reader asks for it. */
const ASKED = "pkg/interface.js";

test("the element with its panel and card is at most 25 KB", async () => {
  const core = graph("newslight.js");
  const own = [...graph("element.js")].filter((name) => name === ASKED || (!core.has(name) && all.includes(name)));
  assert.ok(own.includes("pkg/reading.js") && own.includes(ASKED), own.join());
  const shared = ["core/dom.js", "core/looks.js", "rules.js"].map((name) => compressed(readFileSync(new URL(name, sources))));
  const { highlightStyles, openerStyles } = await import(new URL("pkg/page.js", www));
  const styles = [highlightStyles, openerStyles];
  assert.ok(styles.every((sheet) => sheet.includes("{")));
  const bytes = sum(own) + shared.reduce((total, bytes) => total + bytes) + compressed(styles.join("\n"));
  for (const name of all) console.log(`${String(size(name)).padStart(8)}  ${name}`);
  console.log(`${String(bytes).padStart(8)}  element, panel and card`);
  assert.ok(bytes <= 25 * 1024, `${bytes} bytes`);
});

test("a language is at most 1.2 KB", () => {
  const languages = readdirSync(new URL("words/", www)).filter((name) => name.endsWith(".js"));
  for (const name of languages) assert.ok(size(`words/${name}`) <= 1.2 * 1024, `${name}: ${size(`words/${name}`)}`);
});

/** How far the README may be behind, as a share: the model's file changes with every training. */
const BEHIND = 0.05;

test("the README's table of what a page loads is true", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const rows = [...readme.matchAll(/^\| `([^`]+)` \|[^|]*\| ([\d,]+) \|$/gm)].map(([, name, bytes]) => [name, Number(bytes.replaceAll(",", ""))]);
  assert.deepEqual(rows.map(([name]) => name).sort(), all);
  for (const [name, bytes] of rows) {
    assert.ok(Math.abs(size(name) - bytes) <= Math.max(50, BEHIND * bytes), `${name} has ${size(name)} bytes, not ${bytes}`);
  }
});
