// Newslight for browsers, Web Workers and Node: loads the WebAssembly modules, checks arguments and
// hands them over. Importing this file does nothing by itself.
//
// There are two modules: what reads and paints a page, and what annotates a text, with the model and the tables.

import startPage, { Highlighting, pause, restoreFile, shareAnnotating, shareAnnotator } from "./pkg/page.js";
import { PAINTERS, TYPES, isKnownName, isNames, isSelector, nearest } from "./rules.js";

/** What every option must be. Those of the page mean nothing to `annotate`, and pass. */
const RULES = {
  types: {
    holds: (value) => Array.isArray(value) && value.every((type) => TYPES.includes(type)),
    must: `an array of ${TYPES.map((type) => `"${type}"`).join(", ")}`,
  },
  lexicon: {
    holds: (value) => Array.isArray(value) && value.every(isKnownName),
    must: "an array of { name, type } with aliases, url and id if need be; a name holds a letter or a digit, a type is one of an entity",
  },
  ignore: { holds: isNames, must: "an array of names" },
  minConfidence: { holds: (value) => value >= 0 && value <= 1, must: "a number from 0 to 1" },
  show: { holds: (value) => typeof value === "function" || RULES.types.holds(value), must: "an array of types or a function" },
  annotations: { holds: (value) => typeof value === "object" || typeof value === "string", must: "what toFile() returns, or its JSON" },
  corrections: { holds: Array.isArray, must: "an array of corrections" },
  painter: { holds: (value) => PAINTERS.includes(value), must: '"auto", "highlight" or "mark"' },
  skip: { holds: isSelector, must: "a CSS selector" },
  observe: { holds: (value) => typeof value === "boolean", must: "true or false" },
  frames: { holds: (value) => typeof value === "boolean", must: "true or false" },
  signal: { holds: (value) => typeof value.throwIfAborted === "function", must: "an AbortSignal" },
  onchange: { holds: (value) => typeof value === "function", must: "a function" },
  onerror: { holds: (value) => typeof value === "function", must: "a function" },
  onprogress: { holds: (value) => typeof value === "function", must: "a function" },
};

/** What this page, worker or process has asked for, once. */
const loading = {};

function once(what, start) {
  loading[what] ??= start().catch((error) => {
    delete loading[what];
    throw error;
  });
  return loading[what];
}

/** Loads both modules once; later calls share them. A failed load can be tried again. */
export function load(source) {
  return once("whole", async () => {
    const painting = loadPainter();
    // Where neither can be had, what is told is why the given one cannot.
    painting.catch(() => {});
    const { annotate } = await startAnnotator(source);
    const painter = await painting;
    return Object.freeze({
      annotate(text, options) {
        if (typeof text !== "string") throw wrong("annotate", "text", "a string", text);
        return annotate(text, checkOptions("annotate", options));
      },
      ...painter,
    });
  });
}

/** Loads what reads and paints a page: all that files of annotations need. Where there is none, `highlightAsync` has the
 * page annotated in a worker. */
export function loadPainter(source) {
  return once("page", async () => {
    const address = source ?? unmoved(new URL("./pkg/page_bg.wasm", import.meta.url), "pkg/page_bg.wasm");
    shareAnnotator({ compile: compileAnnotator, start: startAnnotator, startWorker });
    await begin(address, await compiled(address), startPage);
    return Object.freeze({ highlight, highlightAsync, restore });
  });
}

const annotatorFile = () => unmoved(new URL("./pkg/newslight_bg.wasm", import.meta.url), "pkg/newslight_bg.wasm");

/** The module that annotates, for this thread or a worker. */
function compileAnnotator(source) {
  return once("annotator", () => compiled(source ?? annotatorFile()));
}

/** Lets this thread annotate. */
function startAnnotator(source) {
  return once("annotating", async () => {
    const [glue, module] = await Promise.all([import("./pkg/newslight.js"), compileAnnotator(source)]);
    await begin(source ?? annotatorFile(), module, glue.default);
    shareAnnotating(glue.annotatePage);
    return glue;
  });
}

function highlighting(method, root, options) {
  const kinds = [1, 9, 11]; // element, document, shadow root
  if (!kinds.includes(root?.nodeType)) throw wrong(method, "root", "an Element, a ShadowRoot or a Document", root);
  const checked = checkOptions(method, options);
  checked.signal?.throwIfAborted();
  return new Highlighting(root, checked);
}

function highlight(root, options) {
  return highlighting("highlight", root, options).paintNow();
}

async function highlightAsync(root, options) {
  await pause();
  return highlighting("highlightAsync", root, options).paintInSlices();
}

function restore(file, text) {
  if (typeof text !== "string") throw wrong("restore", "text", "a string", text);
  return restoreFile(file, text);
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

/** The options without what is undefined or null, or a TypeError that names the one that is wrong. */
function checkOptions(method, options) {
  if (options === undefined || options === null) return {};
  if (typeof options !== "object") throw wrong(method, "options", "an object", options);
  const given = Object.entries(options).filter(([, value]) => value !== undefined && value !== null);
  for (const [name, value] of given) {
    const rule = Object.hasOwn(RULES, name) && RULES[name];
    if (!rule) warnOnce(method, name);
    else if (!rule.holds(value)) throw wrong(method, `options.${name}`, rule.must, value);
  }
  return Object.fromEntries(given);
}

/** The options that were warned of: each once. */
const warned = new Set();

function warnOnce(method, name) {
  if (warned.has(name)) return;
  warned.add(name);
  const meant = nearest(name, Object.keys(RULES));
  console.warn(`newslight.${method}: there is no option ${name}${meant ? `: did you mean ${meant}?` : ""}`);
}

function wrong(method, argument, must, value) {
  return new TypeError(`newslight.${method}: ${argument} must be ${must}, not ${describe(value)}`);
}

function describe(value) {
  if (value === null) return "null";
  if (typeof value === "string" || Array.isArray(value)) return JSON.stringify(value).slice(0, 80);
  return typeof value;
}

export { textFragment, toFile, toJsonLd, toWebAnnotations } from "./pkg/page.js";
