// One thread: reads, annotates and writes what it is given, one after the other.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { load } from "../newslight.js";
import { decoded } from "./encoding.js";
import { answered, written } from "./formats.js";
import { preparePages, read } from "./page.js";

const { format, lexicon, kind } = workerData;
const newslight = await load();

/** The jobs that wait: they are done in order. */
let last = Promise.resolve();
parentPort.on("message", (job) => {
  last = last.then(async () => parentPort.postMessage(await answer(job)));
});

async function answer(job) {
  try {
    return job.line === undefined ? await annotateFile(job) : await annotateLine(job);
  } catch (error) {
    return failed(error);
  }
}

/** What is wrong; where the module itself failed nobody knows in what state it is, and this thread ends. */
function failed(error, id) {
  if (error.code === "internal" || error instanceof WebAssembly.RuntimeError || error instanceof RangeError) throw new Error("newslight came upon something that it cannot read", { cause: error });
  return { error: error.message, id };
}

async function annotateFile({ path, bytes, kind, to }) {
  const given = decoded(bytes ?? await readFile(path), kind);
  const article = await annotated(given, kind);
  const words = written(format, { ...article, path, name: path && { file: path } });
  if (!to) return { words, ...counted(article) };
  await mkdir(dirname(to), { recursive: true });
  await writeFile(to, words);
  return { words: "", ...counted(article) };
}

async function annotateLine({ line }) {
  const { id, text, html, url } = taken(line);
  try {
    if (typeof (html ?? text) !== "string") throw new Error("a line must have a text or html");
    const asked = html === undefined ? kind ?? "text" : "html";
    const article = await annotated(html ?? text, asked);
    if (typeof url === "string") article.url = url;
    return { words: answered(format, id, article), ...counted(article) };
  } catch (error) {
    return failed(error, id);
  }
}

function taken(line) {
  let object;
  try {
    object = JSON.parse(line);
  } catch (error) {
    throw new Error(`this is no JSON: ${error.message}`);
  }
  if (object === null || typeof object !== "object") throw new Error("a line must be an object with a text or html");
  return object;
}

async function annotated(given, kind) {
  if (kind === "html") {
    await preparePages();
    return read(given, newslight, lexicon);
  }
  return { text: given, annotations: newslight.annotate(given, { lexicon }) };
}

const counted = ({ annotations: { entities, quotes } }) => ({ names: entities.length, quotes: quotes.length });
