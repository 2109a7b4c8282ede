// HTML without a browser: linkedom reads it, and the article is found in that as on a page.
//
// No style sheet is applied and nothing is laid out. An element has the styles that HTML itself gives it, with
// what its own `style` says: what only a sheet hides is read, unless the names of its classes say what it is.

import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isEnglish } from "../settings.js";
import { computedStyles } from "./styles.js";

/** What stands in the head of a page, where nobody says where that ends. */
const HEAD = ["title", "meta", "link", "style", "script", "base", "noscript", "template"];

let dom;

/** Makes this thread a place where pages can be read; once. */
export async function preparePages() {
  dom ??= await linkedom();
  const { Document, Element, ShadowRoot, Text } = dom;
  Object.assign(globalThis, { Document, Element, ShadowRoot, Text, MutationObserver: Unmoved, addEventListener() {}, removeEventListener() {} });
}

/** The article of a page: its text, what was found in it, its address and its headline. */
export function read(html, newslight, lexicon) {
  const document = parsed(html);
  globalThis.getComputedStyle = computedStyles();
  const highlighting = newslight.highlight(document, { painter: "mark", show: () => false, lexicon });
  const { root, text, annotations, blocks } = highlighting;
  highlighting.remove();
  const language = (root.documentElement ?? root).closest("[lang]")?.getAttribute("lang").trim();
  if (language && !isEnglish(language)) throw new Error(`newslight reads English, and this article is declared as ${JSON.stringify(language)}`);
  const headline = blocks.find(({ role, read }) => role === "headline" && read)?.element.textContent.replace(/\s+/g, " ").trim();
  return { isRead: true, text, annotations, headline, url: addressOf(document) };
}

/** A page that nothing changes needs nobody to watch it. */
class Unmoved {
  observe() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
}

/** linkedom beside this package, or in the project where the command runs. */
async function linkedom() {
  try {
    return await import("linkedom");
  } catch {
    const here = createRequire(join(process.cwd(), "package.json"));
    try {
      return await import(pathToFileURL(here.resolve("linkedom")).href);
    } catch {
      throw new Error("to read HTML, newslight needs linkedom: npm install linkedom, or npx -p newslight -p linkedom newslight …");
    }
  }
}

/** A document with head and body, which HTML lets authors leave out, and linkedom as well. */
function parsed(html) {
  const { document } = dom.parseHTML(/<html[\s>]/i.test(html) ? html : `<html>${html}</html>`);
  const { documentElement: page } = document;
  const has = (name) => [...page.children].find(({ localName }) => localName === name);
  const head = has("head") ?? page.insertBefore(document.createElement("head"), page.firstChild);
  if (!has("body")) {
    const nodes = [...page.childNodes].filter((node) => node !== head);
    const begins = nodes.findIndex((node) => (node.nodeType === 1 ? !HEAD.includes(node.localName) : node.nodeType === 3 && node.data.trim()));
    const count = begins < 0 ? nodes.length : begins;
    head.append(...nodes.slice(0, count));
    page.appendChild(document.createElement("body")).append(...nodes.slice(count));
  }
  return withSelectors(document);
}

/** The reader asks most elements whether one and the same selector means them: who that is, is found once. */
function withSelectors(document) {
  const found = new Map();
  const selected = (selector) => found.get(selector) ?? found.set(selector, new Set(document.querySelectorAll(selector))).get(selector);
  dom.Element.prototype.matches = function matches(selector) {
    return selected(selector).has(this);
  };
  return document;
}

/** The page's address, as it gives it itself. */
function addressOf(document) {
  const link = document.querySelector("link[rel~=canonical][href]")?.getAttribute("href");
  const address = link ?? document.querySelector("meta[property='og:url'][content]")?.getAttribute("content");
  return address?.trim() || undefined;
}
