// What a plain embed loads, by file, as brotli sends it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";

const www = new URL("../../www/", import.meta.url);

/** The modules that a module imports, directly or not: a page fetches exactly these. */
function graph(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  const source = readFileSync(new URL(name, www), "utf8");
  for (const [, path] of source.matchAll(/(?:from|import\()\s*"(\.[^"]+\.js)"/g)) {
    graph(new URL(path, new URL(name, www)).href.replace(www.href, ""), found);
  }
  return found;
}

const size = (name) => brotliCompressSync(readFileSync(new URL(name, www))).length;
const sum = (names) => names.reduce((total, name) => total + size(name), 0);

const all = [...graph("element.js"), "worker.js", "pkg/newslight_bg.wasm"].sort();

test("the element with its panel and card is at most 20 KB", () => {
  const core = graph("newslight.js");
  const shared = ["dom.js", "looks.js", "fragment.js", "rules.js", "pkg/styles.js"];
  const own = [...graph("element.js")].filter((name) => !core.has(name) || shared.includes(name));
  for (const name of all) console.log(`${String(size(name)).padStart(8)}  ${name}`);
  console.log(`${String(sum(own)).padStart(8)}  element, panel and card`);
  assert.ok(own.includes("panel.js") && own.includes("card.js"), own.join());
  assert.ok(sum(own) <= 20 * 1024, `${sum(own)} bytes`);
});

/** How far the README may be behind, as a share: the model's file changes with every training. */
const BEHIND = 0.05;

test("the README's table of what a page loads is true", () => {
  const readme = readFileSync(new URL("../README.md", www), "utf8");
  const rows = [...readme.matchAll(/^\| `([^`]+)` \|[^|]*\| ([\d,]+) \|$/gm)].map(([, name, bytes]) => [name, Number(bytes.replaceAll(",", ""))]);
  assert.deepEqual(rows.map(([name]) => name).sort(), all);
  for (const [name, bytes] of rows) {
    assert.ok(Math.abs(size(name) - bytes) <= Math.max(50, BEHIND * bytes), `${name} has ${size(name)} bytes, not ${bytes}`);
  }
});
