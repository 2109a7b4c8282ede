// newslight beside its peers on the gold articles, in one table: accuracy, speed, bytes and memory, and
// painting a page of 1 MB. `node bench/peers.mjs GOLD.jsonl` prints it; each tool runs in a process, or
// on a page, of its own.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { score } from "./gold.mjs";
import { paintings } from "./painting.mjs";

const require = createRequire(import.meta.url);
const www = new URL("../www/", import.meta.url);

/** Each tool: `start()` gives a function from text to `{ names, quotes }`. */
const TOOLS = { "(node alone)": nothing, newslight, "  names alone": names, compromise, "wink-nlp": wink };

async function nothing() {
  return () => ({ names: [], quotes: [] });
}

async function newslight(options) {
  const { load } = await import(new URL("newslight.js", www));
  const { annotate } = await load();
  return (text) => {
    const found = annotate(text, options);
    const names = found.entities.flatMap(({ type, mentions }) =>
      mentions.filter(({ kind }) => kind === "name").map(({ start, end }) => [start, end, type]));
    const direct = found.quotes.filter(({ kind }) => kind === "direct");
    const quotes = direct.flatMap(({ content, speaker }) =>
      content.map(({ start, end }) => ({ span: [start, end], by: speaker && [speaker.start, speaker.end] })));
    return { names, quotes };
  };
}

async function names() {
  return newslight({ types: ["person", "organization", "place"] });
}

/** compromise finds no speakers: the nearest of its own people beside a “said” is taken for them. */
async function compromise() {
  const nlp = require("compromise");
  const spans = (view) => view.json({ offset: true }).map(({ offset }) => [offset.start, offset.start + offset.length]);
  return (text) => {
    const document = nlp(text);
    const trimmed = ([start, end]) => {
      const words = text.slice(start, end);
      const name = words.replace(/(['’]s)?[\s.,;:!?”"’')]*$/, "");
      return [start, start + name.length];
    };
    const people = spans(document.people()).map(trimmed);
    const names = [
      ...people.map((span) => [...span, "person"]),
      ...spans(document.places()).map((span) => [...trimmed(span), "place"]),
      ...spans(document.organizations()).map((span) => [...trimmed(span), "organization"]),
    ];
    // The offset of a quotation is that of its first word, its length that of its words with their marks.
    const quotes = spans(document.quotations()).map(([start, end]) => ({ span: [start - 1, end - 1], by: nearest(text, people, end) }));
    return { names, quotes };
  };
}

/** The person right before or right behind a “said” that follows the quote. */
function nearest(text, people, end) {
  const said = text.slice(end, end + 80).search(/\b(said|says|told|added|asked)\b/);
  if (said < 0) return null;
  const distance = ([start, stop]) => Math.min(Math.abs(start - end - said), Math.abs(stop - end - said));
  const near = people.filter((person) => distance(person) < 40).sort((a, b) => distance(a) - distance(b));
  return near[0] ?? null;
}

/** wink-nlp's model knows dates and sums, but neither people nor places nor quotes: speed alone. */
async function wink() {
  const nlp = require("wink-nlp")(require("wink-eng-lite-web-model"));
  return (text) => {
    nlp.readDoc(text).entities().out();
    return { names: [], quotes: [] };
  };
}

/** How long speed is measured, in milliseconds: the best round counts, when all is warm. */
const MEASURED = 3000;

/** What one tool needs and gives, measured in this process. */
async function measure(name, gold) {
  const articles = readFileSync(gold, "utf8").trim().split("\n").map((line) => JSON.parse(line));
  const began = performance.now();
  const annotate = await TOOLS[name]();
  const ready = performance.now() - began;
  const scores = score(articles, annotate);
  const characters = articles.reduce((sum, { text }) => sum + text.length, 0);
  let speed = 0;
  const end = performance.now() + MEASURED;
  for (let rounds = 0; rounds < 5 || performance.now() < end; rounds++) speed = Math.max(speed, round(articles, annotate, characters));
  const memory = process.resourceUsage().maxRSS / 1024;
  return { ready, scores, speed, memory, bytes: shippedBytes(name) };
}

/** Million characters a second of processor time, in one pass over the articles. */
function round(articles, annotate, characters) {
  const began = process.cpuUsage();
  for (const { text } of articles) annotate(text);
  const { user, system } = process.cpuUsage(began);
  return characters / Math.max(1, user + system);
}

/** The bytes that a page loads, as brotli sends them: every module of the package, or every one required. */
function shippedBytes(name) {
  const isOurs = TOOLS[name] === newslight || TOOLS[name] === names;
  return brotliBytes(isOurs ? packageFiles() : Object.keys(require.cache));
}

function brotliBytes(files) {
  return files.reduce((sum, file) => sum + brotliCompressSync(readFileSync(file)).length, 0);
}

function packageFiles() {
  // The style sheets are in the modules.
  const ships = (file) => /\.(js|wasm)$/.test(file);
  const folders = [www, new URL("pkg/", www)];
  return folders.flatMap((folder) => readdirSync(folder).filter(ships).map((file) => fileURLToPath(new URL(file, folder))));
}

/** Prints the table: of what a tool does not do there is a dash. */
function table(measured, painted) {
  const bare = measured["(node alone)"].memory;
  const line = (...cells) => console.log(cells.map((cell, index) => (index ? String(cell).padStart(12) : cell.padEnd(16))).join(""));
  const figure = (value, digits = 1) => (value ? value.toFixed(digits) : "-");
  const row = (name, { scores = {}, speed, ready, bytes, memory } = {}, { drawn, undo } = {}) =>
    line(name, figure(scores.names), figure(scores.direct), figure(scores.speaker), figure(speed, 2), figure(ready, 0), figure(bytes / 1000, 0), figure(memory - bare, 0), figure(drawn), figure(undo));
  line("", "names F1", "direct F1", "speaker F1", "M chars/s", "ready ms", "KB brotli", "MB memory", "paint ms", "undo ms");
  for (const [name, figures] of Object.entries(measured)) {
    if (name !== "(node alone)") row(name, figures, name === "newslight" ? painted["near the window"] : undefined);
  }
  row("mark.js", { bytes: brotliBytes([require.resolve("mark.js/dist/mark.min.js")]) }, painted["mark.js"]);
  console.log();
  const times = (one, other) => (one / other).toFixed(1);
  const { speed } = measured["  names alone"];
  console.log(`names alone: ${times(speed, measured.compromise.speed)} times as fast as compromise, ${times(speed, measured["wink-nlp"].speed)} times as fast as wink-nlp`);
  console.log();
  line("200 names, 1 MB", "read ms", "call ms", "drawn ms", "undo ms", "painted", "as before", "call ratio", "drawn ratio");
  for (const [name, { read, call, drawn, undo, count, same }] of Object.entries(painted)) {
    line(name, read.toFixed(0), call.toFixed(1), drawn.toFixed(1), undo.toFixed(1), count, same, times(painted["mark.js"].call, call), times(painted["mark.js"].drawn, drawn));
  }
}

const [gold, only] = process.argv.slice(2);
if (only) {
  console.log(JSON.stringify(await measure(only, gold)));
} else {
  const own = fileURLToPath(import.meta.url);
  const run = (name) => JSON.parse(execFileSync(process.execPath, [own, gold, name], { encoding: "utf8" }));
  table(Object.fromEntries(Object.keys(TOOLS).map((name) => [name, run(name)])), await paintings(gold));
}
