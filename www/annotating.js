// Annotates the text of a page: here, or in a worker where it is long.

import { annotatePage } from "./pkg/newslight.js";

/** Texts up to this length, in code units, are annotated sooner here than a worker would start. */
const SHORT = 10_000;

let module;

/** Keeps the compiled module for workers. */
export function shareModule(compiled) {
  module = compiled;
}

/** The annotations of a text and the marks that paint them. */
export function annotate(text, options) {
  return annotatePage(text, options);
}

/** The same without keeping the page from its reader: in a worker, where the page lets us have one. */
export async function annotateAside(text, options) {
  if (text.length <= SHORT || !globalThis.Worker) return annotate(text, options);
  try {
    return await askWorker(text, options);
  } catch {
    // A security policy or another origin forbids the worker: it takes longer here, but it works.
    return annotate(text, options);
  }
}

function askWorker(text, options) {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  const quotes = [];
  const answer = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (data.quotes) quotes.push(...data.quotes);
      else resolve([{ entities: data.entities, quotes }, data.marks]);
    };
    worker.onerror = reject;
    worker.onmessageerror = reject;
    worker.postMessage({ module, text, options });
  });
  return answer.finally(() => worker.terminate());
}
