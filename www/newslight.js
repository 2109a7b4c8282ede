// Newslight for browsers, Web Workers and Node: loads the WebAssembly modules, checks arguments and
// hands them over. Importing this file does nothing by itself.

import { once, startAnnotator, startPainter } from "./loading.js";
import { Highlighting, pause, restoreFile } from "./pkg/page.js";
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
  renew: { holds: (value) => typeof value === "boolean", must: "true or false" },
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
export async function loadPainter(source) {
  await startPainter(source);
  return painter;
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

const painter = Object.freeze({ highlight, highlightAsync, restore });

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

export { textFragment, toFile, toJsonLd, toWebAnnotations } from "./pkg/interface.js";
