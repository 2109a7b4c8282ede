// Newslight for browsers, Web Workers and Node: loads the WebAssembly module, checks arguments and
// hands them over. Importing this file does nothing by itself.

import init, { annotate } from "./pkg/newslight.js";

const TYPES = ["person", "organization", "place", "group", "event", "work", "date", "money", "quote"];

/** The one instance of this page, worker or process, once `load` was called. */
let loading;

/** Loads the module once; later calls share it. A failed load can be tried again. */
export function load(source) {
  loading ??= start(source).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function start(source) {
  const address = source ?? new URL("./pkg/newslight_bg.wasm", import.meta.url);
  try {
    await init({ module_or_path: await open(address) });
  } catch (cause) {
    throw new Error(`newslight: ${nameOf(address)} could not be loaded: ${reason(cause)}`, { cause });
  }
  return Object.freeze({
    annotate(text, options) {
      if (typeof text !== "string") throw wrong("annotate", "text", "a string", text);
      return annotate(text, checked("annotate", options));
    },
  });
}

/** What `init` takes: bytes and modules as they are, addresses read by the means of the place. */
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

function checked(method, options) {
  if (options === undefined || options === null) return undefined;
  if (typeof options !== "object") throw wrong(method, "options", "an object", options);
  const { types } = options;
  if (types !== undefined) {
    const known = Array.isArray(types) && types.every((type) => TYPES.includes(type));
    if (!known) throw wrong(method, "options.types", `an array of ${TYPES.join(", ")}`, types);
  }
  return options;
}

function wrong(method, argument, must, value) {
  const given = value === null ? "null" : Array.isArray(value) ? `[${value}]` : typeof value;
  return new TypeError(`newslight.${method}: ${argument} must be ${must}, not ${given}`);
}

export { toJsonLd, toWebAnnotations } from "./exports.js";
export { textFragment } from "./fragment.js";
