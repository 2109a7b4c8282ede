// Time and memory of the package in Node, for texts from 1 KB to 50 MB and for texts made to hurt.
// Memory is the peak of the whole process: each text has one of its own.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [gold, only] = process.argv.slice(2);
const news = () => readFileSync(gold, "utf8").trim().split("\n").map((line) => JSON.parse(line).text).join("\n\n");
const repeated = (size) => { const text = news(); return text.repeat(Math.ceil(size / text.length)).slice(0, size); };

const TEXTS = {
  "1 KB of news": () => repeated(1e3),
  "10 KB of news": () => repeated(1e4),
  "100 KB of news": () => repeated(1e5),
  "1 MB of news": () => repeated(1e6),
  "10 MB of news": () => repeated(1e7),
  "50 MB of news": () => repeated(5e7),
  "a million quotation marks": () => "“".repeat(1e6),
  "one token of 10 MB": () => "a".repeat(1e7),
  "100,000 names": () => Array.from({ length: 1e5 }, (_, i) => `Mr Ka${i.toString(26).replace(/\d/g, (digit) => "qrstuvwxyz"[digit])} said no. `).join(""),
  "marks 100,000 deep": () => "“‘".repeat(5e4) + "’”".repeat(5e4),
};

if (only) {
  const { load } = await import(new URL("../www/newslight.js", import.meta.url));
  const { annotate } = await load();
  annotate("Ann Lee said “no”.");
  const text = TEXTS[only]();
  const began = performance.now();
  const { entities, quotes } = annotate(text);
  const ms = performance.now() - began;
  console.log(JSON.stringify({ ms, length: text.length, memory: process.resourceUsage().maxRSS / 1024, found: entities.length + quotes.length }));
} else {
  const own = fileURLToPath(import.meta.url);
  console.log(`${"in Node".padEnd(28)} ${"ms".padStart(10)} ${"M chars/s".padStart(10)} ${"peak MB".padStart(10)} ${"found".padStart(9)}`);
  for (const name of Object.keys(TEXTS)) {
    const { ms, length, memory, found } = JSON.parse(execFileSync(process.execPath, ["--max-old-space-size=4096", own, gold, name], { encoding: "utf8" }));
    console.log(`${name.padEnd(28)} ${ms.toFixed(1).padStart(10)} ${(length / ms / 1000).toFixed(2).padStart(10)} ${memory.toFixed(0).padStart(10)} ${String(found).padStart(9)}`);
  }
}
