// Links to quotes on the page that they stand on. A browser looks for the words of a link in all that
// the page shows, which is not what was read: marks that we set ourselves are not there, and words that
// nobody reads aloud are.

import { textFragment } from "./fragment.js";

/** What parts the text that a browser searches for a link's words. */
const BLOCK = /^(block|flow-root|list-item|flex|grid|table|inline-)/;

/** Whether this page has an address that leads to it again. */
export const isLinkable = () => /^(https?|file):$/.test(location.protocol);

/** The address of a quote that was read on this page, or null where the page has none. */
export function linkTo(quote, highlighting) {
  if (!isLinkable()) return null;
  const { text, places } = shownText(document.body);
  const content = quote.content.flatMap((span) => {
    const ranges = highlighting.rangesOf(span).filter(({ startContainer, endContainer }) => places.has(startContainer) && places.has(endContainer));
    if (ranges.length === 0) return [];
    const { endContainer, endOffset } = ranges.at(-1);
    return { start: places.get(ranges[0].startContainer) + ranges[0].startOffset, end: places.get(endContainer) + endOffset };
  });
  return textFragment({ content }, text, { url: location.href });
}

/** The text that an element shows, with the place of every text node in it. */
function shownText(root) {
  let text = "";
  const places = new Map();
  const visit = (node, isVisible) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!isVisible) return;
      places.set(node, text.length);
      text += node.data.replaceAll("\n", " ");
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    if (node.localName === "br") text += "\n";
    const { display, visibility } = getComputedStyle(node);
    if (display === "none") return;
    const edge = BLOCK.test(display) ? "\n\n" : "";
    text += edge;
    const slotted = node.assignedNodes?.() ?? [];
    for (const child of slotted.length ? slotted : (node.shadowRoot ?? node).childNodes) visit(child, visibility === "visible");
    text += edge;
  };
  visit(root, true);
  return { text, places };
}
