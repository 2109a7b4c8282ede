// node examples/train_article/outlines.mjs FOLDER: the outlines of saved pages, one a line, for `train_article`. FOLDER holds
// html/ID.html.gz and gold.json, { ID: { articleBody } }. What a block is, and which words are seen, is decided as in `src/page/read.rs`.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { launch, serve } from "../../tests/browser/support.mjs";

const folder = process.argv[2];
const gold = JSON.parse(readFileSync(join(folder, "gold.json"), "utf8"));
const SCRIPTS = /<script\b(?![^>]*application\/ld\+json)[^>]*>[\s\S]*?<\/script\s*>/gi;
const META = /<meta[^>]+http-equiv=["']?(refresh|content-security-policy)[^>]*>/gi;

const answers = {};
const server = await serve(folder, answers);
const browser = await launch();
for (const [id, { articleBody }] of Object.entries(gold)) {
  const html = gunzipSync(readFileSync(join(folder, "html", `${id}.html.gz`))).toString("utf8");
  answers["/page.html"] = html.replace(SCRIPTS, "").replace(META, "");
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.route("**/*", (route) => (route.request().url() === `${server.address}/page.html` ? route.continue() : route.abort()));
  await page.goto(`${server.address}/page.html`, { waitUntil: "domcontentloaded" });
  console.log(JSON.stringify({ id, articleBody, ...(await page.evaluate(outline)) }));
  await context.close();
}
await browser.close();
await server.close();

/** Runs in the page: its elements with what they are called, and its paragraphs. */
function outline() {
  const NEVER = new Set("script style noscript template head title textarea input select option datalist progress meter output code pre kbd samp math svg canvas audio video picture object embed map rt rp iframe frame".split(" "));
  const containers = [];
  const paragraphs = [];
  let open = null;
  let lines = 0;
  const close = () => { open = null; lines = 0; };
  const words = (data, container, isLinked) => {
    if (/\S/.test(data)) {
      if (lines > 1) close();
      lines = 0;
    }
    if (!open) {
      if (!/\S/.test(data)) return;
      paragraphs.push((open = { container, text: "", linked: "" }));
    }
    open.text += data;
    if (isLinked) open.linked += data;
    if (/\S/.test(data)) open.container = shared(open.container, container);
  };
  /** The innermost element around both. */
  const shared = (one, other) => {
    while (one !== other) {
      if (one > other) one = containers[one].parent;
      else other = containers[other].parent;
    }
    return one;
  };
  const enter = (node, container, isLinked) => {
    if (node.nodeType === Node.TEXT_NODE) return words(node.data, container, isLinked);
    if (node.nodeType !== Node.ELEMENT_NODE || NEVER.has(node.localName)) return undefined;
    if (node.localName === "br") {
      lines++;
      return words(" ", container, false);
    }
    if (node.localName === "hr") return close();
    const { display, visibility } = getComputedStyle(node);
    if (display === "none" || visibility !== "visible") return undefined;
    const isBlock = display !== "contents" && !display.startsWith("inline") && display !== "ruby";
    const names = Object.fromEntries(["role", "class", "id", "itemprop", "aria-label", "href"].map((name) => [name, node.getAttribute(name) ?? ""]));
    containers.push({ parent: container, tag: node.localName, isBlock, isHidden: node.getAttribute("aria-hidden") === "true", ...names });
    const own = containers.length - 1;
    if (isBlock) close();
    for (const child of node.childNodes) enter(child, own, isLinked || node.localName === "a");
    if (isBlock) close();
    return undefined;
  };
  enter(document.body, -1, false);
  const told = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      JSON.parse(script.textContent, (key, value) => { if (key === "articleBody") told.push(value); return value; });
    } catch {}
  }
  const of = (selector) => [...document.querySelectorAll(selector)].map((element) => element.innerText ?? element.textContent ?? "").filter(Boolean);
  const meta = [...document.querySelectorAll('meta[property="og:title"],meta[property="og:description"],meta[name=description]')].map((element) => element.content ?? "");
  const forgiven = [...of("h1, h1 + p, h1 + h2, figcaption, [class*=caption i], [class*=standfirst i], [class*=subtitle i], [class*=dek i]"), ...meta].flatMap((text) => text.split(/\n+/));
  const title = document.title.toLowerCase();
  const ogTitle = document.querySelector('meta[property="og:title"]')?.content ?? "";
  const headline = of("h1").find((text) => text.length > 15 && title.includes(text.trim().toLowerCase().slice(0, 20))) ?? "";
  return { title: document.title, ogTitle, headline, told, forgiven, containers, paragraphs: paragraphs.map((paragraph) => ({ ...paragraph, linked: paragraph.linked.trim() })) };
}
