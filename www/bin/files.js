// Files and folders: one result each, in order.

import { opendir, stat } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { FORMATS } from "./formats.js";
import { inOrder, send } from "./order.js";
import { Pool } from "./pool.js";
import { Progress } from "./progress.js";

const PAGE = /\.(html?|xhtml)$/i;
const TEXT = /\.(txt|text|md)$/i;

/** What of a folder is read: pages, texts, or both. */
const isRead = (name, kind) => (kind !== "text" && PAGE.test(name)) || (kind !== "html" && TEXT.test(name));

/** Whether all files were annotated. Those that could not be are named, and the others go on. */
export async function annotateFiles({ paths, kind, format, lexicon, jobs, out }) {
  const pool = new Pool(jobs, { format, lexicon });
  const progress = new Progress();
  if (progress.isDrawn) progress.expect(count(found(paths, kind)));
  const taken = new Map();
  const work = async (file) => {
    if (file.error) return file;
    const to = out && target(file, out, format);
    if (to && taken.has(to)) return { path: file.path, error: `its result would overwrite that of ${taken.get(to)}` };
    if (to) taken.set(to, file.path);
    const job = { path: file.path, bytes: file.bytes, to, kind: kind ?? (PAGE.test(file.path ?? "") ? "html" : "text") };
    return { path: file.path, ...(await pool.run(job)) };
  };
  const write = async ({ path, error, words, names, quotes }) => {
    if (error) progress.fail(path ?? "standard input", error);
    else if (words) await send(process.stdout, words);
    progress.step({ names, quotes });
  };
  await inOrder(found(paths, kind), work, write, pool.width);
  await pool.close();
  progress.end();
  return progress.failed === 0;
}

async function count(files) {
  let number = 0;
  for await (const _ of files) number++;
  return number;
}

/** The file for a result: as the file is called below what was asked for, with another ending. */
function target({ path, below }, out, format) {
  return resolve(out, below.replace(/\.\w+$/, "") + FORMATS[format].ending);
}

/** The files that are asked for, folders in the order of their names. */
async function* found(paths, kind) {
  for (const path of paths) {
    if (path === "-") yield { bytes: await input() };
    else yield* within(path, kind);
  }
}

async function input() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* within(path, kind) {
  try {
    if (!(await stat(path)).isDirectory()) return yield { path, below: basename(path) };
    let isEmpty = true;
    for await (const file of below(path, path, kind)) {
      isEmpty = false;
      yield file;
    }
    if (isEmpty) yield { path, error: "there is no page and no text in this folder" };
  } catch (error) {
    yield { path, error: reason(error) };
  }
  return undefined;
}

/** What a folder and those in it hold; links to folders are not followed, and what is hidden is not read. */
async function* below(folder, top, kind) {
  const entries = [];
  try {
    for await (const entry of await opendir(folder)) if (!entry.name.startsWith(".") && entry.name !== "node_modules") entries.push(entry);
  } catch (error) {
    return yield { path: folder, error: reason(error) };
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* below(path, top, kind);
    else if (isRead(entry.name, kind)) yield { path, below: relative(top, path) };
  }
  return undefined;
}

const REASONS = { ENOENT: "there is no such file", EACCES: "it may not be read" };
const reason = ({ code, message }) => REASONS[code] ?? message;
