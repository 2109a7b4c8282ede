// Annotates the text of a page: in a worker, or here.

/** How long the worker is kept for the next text, in milliseconds: to start one takes a while. */
const PATIENCE = 10_000;

/** What annotates: `compile` gives its module, `start` lets it be used in this thread, and `startWorker` starts a worker
 * where a bundler put its file. */
let annotator;

/** What annotates here, once that was started. */
let annotatePage;

/** The worker of this page, if there is one; never again one where the page forbids it. */
let worker;
let isForbidden = false;
let address;
let leaving;

/** What the worker was asked and has not answered: the quotes that came so far, and the promise. */
const questions = new Map();
let asked = 0;

/** Keeps what annotates, for when a text is to be annotated. */
export function shareAnnotator(given) {
  annotator = given;
}

/** Lets what annotates here be used at once. */
export function shareAnnotating(annotate) {
  annotatePage = annotate;
}

/** Whether a text can be annotated here at once. */
export const isAnnotatingHere = () => Boolean(annotatePage);

/** The annotations of what a page was read into and the marks that paint them; and of what was kept of a file, which wins
 * where the text has not changed. */
export function annotateHere({ text, setApart }, options, kept) {
  if (!annotatePage) throw new TypeError("newslight.highlight: what annotates is not loaded: call load(), or give annotations");
  return annotatePage(text, setApart, options, kept);
}

/** The same without keeping the page from its reader: in a worker, where the page lets us have one. */
export async function annotateAside({ text, setApart }, options, kept) {
  const page = { text, setApart };
  const module = await annotator.compile();
  try {
    if (!isForbidden && globalThis.Worker) return await ask(module, page, options, kept);
  } catch {
    // A security policy or another origin forbids the worker: it takes longer here, but it works.
  }
  await annotator.start();
  return annotateHere(page, options, kept);
}

/** Lets what annotates come while the page is being read. */
export function prepareAside() {
  annotator.compile().catch(() => {});
  try {
    if (isForbidden || !globalThis.Worker) return;
    worker ??= start();
    leaveSoon();
  } catch {
    // It is annotated here.
  }
}

function ask(module, page, options, kept) {
  clearTimeout(leaving);
  worker ??= start();
  const id = asked++;
  const answer = new Promise((resolve, reject) => questions.set(id, { quotes: [], resolve, reject }));
  worker.postMessage({ id, module, ...page, options, kept });
  return answer.finally(() => {
    questions.delete(id);
    leaveSoon();
  });
}

/** Lets the worker go, unless it is asked again soon. */
function leaveSoon() {
  clearTimeout(leaving);
  if (questions.size === 0) leaving = setTimeout(stop, PATIENCE);
}

function start() {
  try {
    const started = make();
    started.onmessage = ({ data }) => take(data);
    started.onerror = started.onmessageerror = fail;
    return started;
  } catch (error) {
    isForbidden = true;
    throw error;
  }
}

/** The files lie as they were shipped, unless a bundler put them where it likes. */
const SHIPPED = /^https?:.*\/(?=pkg\/page\.js$)/;

function make() {
  return SHIPPED.test(import.meta.url) ? new Worker((address ??= ownAddress()), { type: "module" }) : annotator.startWorker();
}

/** The address of the worker's file: by way of a blob where that is of another
 * origin, and as a trusted one where there are such. */
function ownAddress() {
  const file = new URL("worker.js", SHIPPED.exec(import.meta.url)[0]).href;
  const source = () => new Blob([`import ${JSON.stringify(file)};`], { type: "text/javascript" });
  const url = new URL(file).origin === location.origin ? file : URL.createObjectURL(source());
  return globalThis.trustedTypes?.createPolicy("newslight", { createScriptURL: () => url }).createScriptURL("") ?? url;
}

function take({ id, quotes, entities, marks, fault }) {
  const question = questions.get(id);
  if (!question) return;
  if (fault) question.reject(new Error(fault));
  else if (marks) question.resolve([{ entities, quotes: question.quotes }, marks]);
  else question.quotes.push(...quotes);
}

function fail(event) {
  event.preventDefault?.();
  isForbidden = true;
  stop();
  for (const { reject } of questions.values()) reject(event);
}

function stop() {
  clearTimeout(leaving);
  worker?.terminate();
  worker = undefined;
}
