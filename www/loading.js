// Fetches the WebAssembly modules, each once: what reads and paints a page, and what annotates a text, with the model and
// the tables.

import startPage, { pause, shareAnnotating, shareAnnotator } from "./pkg/page.js";

/** What this page, worker or process has asked for, once. */
const loading = {};

export function once(what, start) {
  loading[what] ??= start().catch((error) => {
    delete loading[what];
    throw error;
  });
  return loading[what];
}

/** Loads what reads and paints a page, and lets it load what annotates. */
export function startPainter(source) {
  return once("page", async () => {
    const address = source ?? unmoved(new URL("./pkg/page_bg.wasm", import.meta.url), "pkg/page_bg.wasm");
    shareAnnotator({ compile: compileAnnotator, start: startAnnotator, startWorker });
    await begin(address, await compiled(address), startPage);
  });
}

const annotatorFile = () => unmoved(new URL("./pkg/newslight_bg.wasm", import.meta.url), "pkg/newslight_bg.wasm");

/** The module that annotates, for this thread or a worker. */
function compileAnnotator(source) {
  return once("annotator", () => compiled(source ?? annotatorFile()));
}

/** Lets this thread annotate. */
export function startAnnotator(source) {
  return once("annotating", async () => {
    const [glue, module] = await Promise.all([import("./pkg/newslight.js"), compileAnnotator(source)]);
    await begin(source ?? annotatorFile(), module, glue.default);
    shareAnnotating(glue.annotatePage);
    return glue;
  });
}

/** Fetches and compiles a module. */
async function compiled(address) {
  try {
    return await compile(await open(address));
  } catch (cause) {
    throw unloaded(address, cause);
  }
}

/** Starts a module. */
async function begin(address, module, init) {
  try {
    await pause();
    await init({ module_or_path: module });
    await pause();
  } catch (cause) {
    throw unloaded(address, cause);
  }
}

function unloaded(address, cause) {
  return new Error(`newslight: ${nameOf(address)} could not be loaded: ${reason(cause)}`, { cause });
}

/** Where Vite's optimizer puts this script, and none of our files, while a site is developed. */
const OPTIMIZED = /\/node_modules\/\.(?:\w+\/)*vite\b.*/;

/** The address of a file of ours: as a bundler gave it, or where it was before the script was moved. */
function unmoved(address, file) {
  return OPTIMIZED.test(import.meta.url) ? import.meta.url.replace(OPTIMIZED, `/node_modules/newslight/${file}`) : address;
}

/** Bundlers know a worker by this expression. */
function startWorker() {
  if (OPTIMIZED.test(import.meta.url)) return new Worker(unmoved("", "worker.js"), { type: "module" });
  return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
}

/** Bytes, modules and responses as they are given; addresses read by the means of the place. */
async function open(source) {
  if (typeof source !== "string" && !(source instanceof URL)) {
    const given = await source;
    return given instanceof globalThis.Response ? answered(given) : given;
  }
  const address = String(source);
  if (globalThis.process?.versions?.node && !/^(https?|data|blob):/.test(address)) {
    const { readFile } = await import(/* @vite-ignore */ /* webpackIgnore: true */ "node:fs/promises");
    return readFile(address.startsWith("file:") ? new URL(address) : address);
  }
  return answered(await fetch(address));
}

/** The module, while it still arrives where the server says what it is. */
async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (!(source instanceof globalThis.Response)) return WebAssembly.compile(source);
  // A browser takes the bare type alone: with parameters (`; charset=utf-8`) the bytes are read first.
  const isDeclared = source.headers.get("content-type")?.trim().toLowerCase() === "application/wasm";
  return isDeclared ? WebAssembly.compileStreaming(source) : WebAssembly.compile(await source.arrayBuffer());
}

function answered(response) {
  if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`.trim());
  return response;
}

function nameOf(source) {
  return typeof source === "string" || source instanceof URL ? String(source) : "the given source";
}

/** Why loading failed, with the remedy where a security policy is in the way. */
function reason(cause) {
  const blocked = /unsafe-eval|disallowed by embedder|call to WebAssembly/i.test(cause.message);
  return blocked ? `${cause.message} (the page's Content-Security-Policy must allow script-src 'wasm-unsafe-eval')` : cause.message;
}
