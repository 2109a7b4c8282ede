// Turns what somebody pastes into the elements of an article. Markup is parsed into a document of
// its own, which runs nothing, and only plain elements of prose are made anew from it.

const KEPT = new Set("P H1 H2 H3 H4 H5 H6 UL OL LI BLOCKQUOTE Q CITE EM STRONG B I SUB SUP A BR DIV SPAN FIGURE FIGCAPTION TIME TABLE TBODY THEAD TR TD TH DL DT DD HR".split(" "));
const DROPPED = new Set("SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT SVG MATH NAV FORM BUTTON INPUT SELECT TEXTAREA HEAD".split(" "));

/** The classes of our own articles. */
const CLASSES = new Set(["standfirst", "byline"]);

/** A page with Trusted Types lets only a named policy parse markup. */
const policy = globalThis.trustedTypes?.createPolicy("newslight-demo", { createHTML: (markup) => markup }) ?? {
  createHTML: (markup) => markup,
};

/** The page that some markup is: nothing in it runs. */
export const pageOf = (markup) => new DOMParser().parseFromString(policy.createHTML(markup), "text/html");

/** The article of some markup: the `<article>` or `<main>` with the most in its paragraphs, or else all of it. */
export function fromMarkup(markup) {
  const parsed = pageOf(markup);
  const prose = (element) => [...element.querySelectorAll("p")].reduce((sum, { textContent }) => sum + textContent.trim().length, 0);
  const ranked = [...parsed.querySelectorAll("article, main")].map((element) => [prose(element), element]).sort(([a], [b]) => b - a);
  // A main part around the article has hardly more to read, and more of what is none.
  const [, source] = ranked.findLast(([length]) => length >= 0.9 * (ranked[0]?.[0] ?? 0)) ?? [0, parsed.body];
  return [...source.childNodes].flatMap(copy);
}

/** The article of a page that was read: its headline, wherever that stands, and what is around its words. */
export function fromReading({ root, blocks }) {
  const headline = blocks.find(({ role, read }) => role === "headline" && read)?.element;
  const outside = headline && !root.contains(headline) ? [headline] : [];
  return [...outside, ...root.childNodes].flatMap(copy);
}

function copy(node) {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.data)];
  if (node.nodeType !== Node.ELEMENT_NODE || DROPPED.has(node.nodeName.toUpperCase())) return [];
  const children = [...node.childNodes].flatMap(copy);
  if (!KEPT.has(node.nodeName)) return children;
  const element = document.createElement(node.nodeName);
  if (CLASSES.has(node.className)) element.className = node.className;
  if (node.nodeName === "A" && /^https?:/.test(node.href)) element.href = node.href;
  element.append(...children);
  return [element];
}

/** The paragraphs of plain text; a short line without a full stop is a heading. */
export function fromText(text) {
  const lines = text.split(/\n+/).map((line) => line.trim()).filter(Boolean);
  return lines.map((line, index) => {
    const isHeading = line.length < 90 && !/[.!?:,;…][”"’']?$/.test(line);
    const element = document.createElement(!isHeading ? "p" : index === 0 ? "h1" : "h2");
    element.textContent = line;
    return element;
  });
}
