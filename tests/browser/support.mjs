// What the browser tests share: a file server for this machine alone, and a browser.

import { existsSync, readFileSync } from "node:fs";
import http from "node:http";
import { extname, join, normalize } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { hooks } from "./engines/webkit-page.mjs";

export { require } from "./engines/require.mjs";
export const www = fileURLToPath(new URL("../../www/", import.meta.url));

const TYPES = {
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/**
 * Serves a folder on 127.0.0.1. `pages` are answers made up by the test, by path: a string of HTML,
 * or `{ status, headers, body }`.
 */
export async function serve(folder = www, pages = {}) {
  // On a busy machine a browser may take a connection up again just when it is closed: so none is.
  const server = http.createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    if (path === "/favicon.ico") return response.writeHead(204).end();
    if (path === HOOK) return response.writeHead(200, { "content-type": TYPES[".js"], "cache-control": "no-store" }).end(hooks.script);
    if ([...hooks.blocked].some((ending) => path.endsWith(ending))) return request.socket.destroy();
    const made = pages[path];
    if (made !== undefined) {
      const { status = 200, headers = {}, body = "" } = typeof made === "string" ? { body: made } : made;
      const all = { "content-type": TYPES[".html"], ...headers };
      return response.writeHead(status, all).end(all["content-type"] === TYPES[".html"] ? hooked(body) : body);
    }
    const file = join(folder, normalize(path.endsWith("/") ? `${path}index.html` : path));
    if (!file.startsWith(folder) || !existsSync(file)) return response.writeHead(404).end("not found");
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "access-control-allow-origin": "*" });
    response.end(extname(file) === ".html" ? hooked(readFileSync(file, "utf8")) : readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

/** Where an engine that cannot run a script before those of the page gets it from. */
const HOOK = "/engine.js";

/** A page with that script in front. */
const hooked = (html) => (engine === "webkit" ? html.replace(/^\s*<!doctype[^>]*>|^/i, `$&<script src="${HOOK}"></script>`) : html);

/** The milliseconds that a task may take: longer ones a reader feels. */
export const LONGEST = 50;

/** The colour `rgb(1, 2, 3)`, as a browser may write it. */
export const RGB_123 = /rgb\(1, 2, 3\)|color\(srgb 0\.0039\d* 0\.0078\d* 0\.0117\d*\)/;

/**
 * Runs `act`, and tells the processor time of every task of the page's main thread between the marks
 * "begin" and "end" that it sets there, in milliseconds. Unlike time by the clock it hardly grows
 * where others keep the machine busy.
 */
export async function tasks(browser, page, act) {
  await browser.startTracing(page, { categories: ["devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing"] });
  await act();
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const mark = (name) => traceEvents.find((event) => event.name === name && event.cat === "blink.user_timing");
  const [begin, end] = [mark("begin"), mark("end")];
  const times = traceEvents.flatMap(({ name, pid, tid, ts, dur, tdur }) =>
    name === "RunTask" && pid === begin.pid && tid === begin.tid && tdur && ts + dur > begin.ts && ts < end.ts ? [tdur / 1000] : []);
  if (times.length === 0) throw new Error("the trace tells of no task");
  return times;
}

/** The engine that the tests run in: `ENGINE` names another than Chromium. */
export const engine = process.env.ENGINE ?? "chromium";

/** How long a slow and busy machine may need for what takes a moment, in milliseconds. */
const PATIENCE = 30_000;

/** Waits until a check holds: what it says in the end is what is wrong. */
export async function comes(check) {
  for (const end = Date.now() + PATIENCE; ; await new Promise((resolve) => setTimeout(resolve, 40))) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

let shared;

const start = async (options) => (await import(`./engines/${engine}.mjs`)).launch(options);

/** From now on all files of this process share a browser, which takes seconds to start; what is returned closes it. */
export async function share() {
  shared = await start();
  return () => shared.close();
}

/** A browser of that engine: with options, or where none is shared, one of its own. */
export async function launch(options) {
  if (!shared || options) return start(options);
  const opened = [];
  const keep = async (opening) => (opened.push(await opening), opened.at(-1));
  return {
    newContext: (options) => keep(shared.newContext(options)),
    newPage: (options) => keep(shared.newPage(options)),
    close: async () => {
      for (const one of opened) await one.close();
    },
  };
}

/**
 * For tests of what only our own code decides (the words of a message, a choice among options): what Chromium shows
 * holds everywhere, and the other engines leave them out.
 */
export const OURS = { skip: engine !== "chromium" && "our own code alone decides it: tried in Chromium" };

/** Opens the panel of the element, which is fetched for that. */
export async function openPanel(tab) {
  await tab.evaluate(() => document.querySelector("news-light").shadowRoot.querySelector(".opener").click());
  await tab.locator("news-light .panel").waitFor();
}

/** A server of `pages` and a browser for all tests of a file: set once they begin. */
export function visit(pages = {}) {
  const visited = { pages };
  before(async () => Object.assign(visited, { server: await serve(undefined, pages), browser: await launch() }));
  after(async () => {
    await visited.browser?.close();
    await visited.server?.close();
  });
  return visited;
}
