// Brings words before the reader's eyes, whatever it is that scrolls.

import { around, isCalm } from "./dom.js";

/** How far from the edges of a box words must be to count as seen in it, in pixels. */
const EDGE = 2;

/**
 * Scrolls to a range: every box around it, from the innermost, until its words stand at a share of the
 * height of each. Tells whether they can be "seen" there, are "hidden" by the page (folded away behind a
 * “read more”, say), or are "gone".
 */
export function reveal(range, share) {
  const node = range?.startContainer;
  if (!node?.isConnected || range.collapsed) return "gone";
  const elements = [...around(node)].filter(({ nodeType }) => nodeType === Node.ELEMENT_NODE);
  for (const element of elements) if (element.localName === "details") element.open = true;
  if (!range.getClientRects().length) return "hidden";
  let { top, bottom } = range.getBoundingClientRect();
  const behavior = isCalm() ? "instant" : "smooth";
  for (const element of elements) {
    const box = boxOf(element);
    if (!box) continue;
    const isInside = bottom > box.top + EDGE && top < box.bottom - EDGE;
    if (box.clips && !isInside) return "hidden";
    if (!box.scrolls) continue;
    const wanted = top - (box.top + (box.bottom - box.top) * share);
    const by = Math.max(-element.scrollTop, Math.min(wanted, element.scrollHeight - element.clientHeight - element.scrollTop));
    element.scrollBy({ top: by, behavior });
    top -= by;
    bottom -= by;
  }
  return "seen";
}

/** What an element shows of what it holds, in the window: nothing to say where it neither scrolls nor clips. */
function boxOf(element) {
  const { scrollingElement, documentElement, body } = element.ownerDocument;
  if (element === scrollingElement) return { top: 0, bottom: innerHeight, scrolls: true };
  const { overflowY } = getComputedStyle(element);
  // What the body says of overflow counts for the window, unless the root says something itself.
  const isOfWindow = element === documentElement || (element === body && getComputedStyle(documentElement).overflowY === "visible");
  if (isOfWindow || overflowY === "visible" || element.scrollHeight <= element.clientHeight + 1) return undefined;
  const { top, bottom } = element.getBoundingClientRect();
  return { top, bottom, scrolls: /auto|scroll/.test(overflowY), clips: /hidden|clip/.test(overflowY) };
}

/** Scrolls a list, and never the page around it, to a row. */
export function bringIntoView(row, list) {
  const [inner, outer] = [row, list].map((element) => element.getBoundingClientRect());
  if (inner.top < outer.top) list.scrollTop += inner.top - outer.top - 8;
  else if (inner.bottom > outer.bottom) list.scrollTop += Math.min(inner.bottom - outer.bottom + 48, inner.top - outer.top - 8);
}

/** Whether a browser overlooks what is near the window: WebKit does so in columns. */
export function isOverlooked({ isIntersecting, target, boundingClientRect: box, rootBounds: near }) {
  if (isIntersecting || !near || box.bottom < near.top || box.top > near.bottom) return false;
  const isInColumns = ({ columnCount, columnWidth }) => columnCount !== "auto" || columnWidth !== "auto";
  return [...around(target)].some((node) => node instanceof Element && isInColumns(getComputedStyle(node)));
}
