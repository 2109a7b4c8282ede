// What the browser tests share: a file server for this machine alone, and a headless Chromium.

import { existsSync, readFileSync } from "node:fs";
import http from "node:http";
import { createRequire } from "node:module";
import { cpus, loadavg } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

export const www = fileURLToPath(new URL("../../www/", import.meta.url));
export const require = createRequire(join(www, "package.json"));
const { chromium } = require("playwright-core");

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
  const server = http.createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    if (path === "/favicon.ico") return response.writeHead(204).end();
    const made = pages[path];
    if (made !== undefined) {
      const { status = 200, headers = {}, body = "" } = typeof made === "string" ? { body: made } : made;
      return response.writeHead(status, { "content-type": TYPES[".html"], ...headers }).end(body);
    }
    const file = join(folder, normalize(path.endsWith("/") ? `${path}index.html` : path));
    if (!file.startsWith(folder) || !existsSync(file)) return response.writeHead(404).end("not found");
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "access-control-allow-origin": "*" });
    response.end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

/** The milliseconds that the longest task may take: 50, and more where others keep the machine busy. */
export const longestTask = () => Math.round(50 * Math.max(1, loadavg()[0] / (cpus().length / 2)));

/** The Chromium of this machine: `CHROMIUM` says where, if not in one of the usual places. */
export function launch(options = {}) {
  const places = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const executablePath = places.find((place) => place && existsSync(place));
  if (!executablePath) throw new Error("no Chromium was found: install it, or say where it is with CHROMIUM=/path");
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath, args, ...options });
}
