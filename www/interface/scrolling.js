// Brings words before the reader's eyes, whatever it is that scrolls.

import { around, isCalm } from "../pkg/page.js";

/** How far from the edges of a box words must be to count as seen in it, in pixels. */
const EDGE = 2;

/** How long a page may take to unfold what it has folded away, in milliseconds. */
const UNFOLDING = 1000;

/** Scrolls to a range as it is now; where the page has folded it away, once that is unfolded. Tells what came of it. */
export async function leadTo(rangeOf, share) {
  let where = reveal(rangeOf(), share);
  if (where !== "hidden" || !unfold(rangeOf())) return where;
  for (const end = performance.now() + UNFOLDING; where === "hidden" && performance.now() < end; where = reveal(rangeOf(), share)) {
    await new Promise(requestAnimationFrame);
  }
  return where;
}

/**
 * Scrolls to a range: every box around it, from the innermost, until its words stand at a share of the
 * height of each, and in its middle where they are cut off sideways. Tells whether they can be "seen"
 * there, are "hidden" by the page (folded away behind a “read more”, say), or are "gone".
 */
function reveal(range, share) {
  const node = range?.startContainer;
  if (!node?.isConnected || range.collapsed) return "gone";
  const elements = [...around(node)].filter(({ nodeType }) => nodeType === Node.ELEMENT_NODE);
  elements.forEach(disclose);
  if (!range.getClientRects().length) return "hidden";
  let { top, bottom } = range.getBoundingClientRect();
  let { left, right } = range.getClientRects()[0];
  const behavior = isCalm() ? "instant" : "smooth";
  for (const element of elements) {
    const box = boxOf(element);
    if (!box) continue;
    const isInside = bottom > box.top + EDGE && top < box.bottom - EDGE;
    const isBeside = right < box.left + EDGE || left > box.right - EDGE;
    if ((box.clips && !isInside) || (box.clipsSideways && isBeside)) return "hidden";
    const wanted = top - (box.top + (box.bottom - box.top) * share);
    const down = box.scrolls ? Math.max(-element.scrollTop, Math.min(wanted, element.scrollHeight - element.clientHeight - element.scrollTop)) : 0;
    // To the middle: from there a row of slides comes to rest at the one that holds them.
    const isCut = left < box.left || right > box.right;
    const aside = box.scrollsSideways && isCut ? (left + right - box.left - box.right) / 2 : 0;
    if (down || aside) element.scrollBy({ top: down, left: aside, behavior });
    [top, bottom, left, right] = [top - down, bottom - down, left - aside, right - aside];
  }
  // What scrolls in a closed shadow root, or around a frame as tall as its page, the browser alone knows.
  const isTallFrame = parent !== window && document.scrollingElement.scrollHeight <= innerHeight;
  if (isTallFrame || bottom < 0 || top > innerHeight) elements[0].scrollIntoView({ block: "center", behavior });
  return "seen";
}

/** Opens an element as a browser's own search of the page does. */
function disclose(element) {
  if (element.localName === "details") element.open = true;
  if (element.getAttribute("hidden") !== "until-found") return;
  element.dispatchEvent(new Event("beforematch", { bubbles: true }));
  element.removeAttribute("hidden");
}

/** Opens what the page has folded away around a range, by its own buttons; tells whether there was one. */
function unfold(range) {
  const elements = [...around(range.startContainer)].filter(({ nodeType }) => nodeType === Node.ELEMENT_NODE);
  const controls = elements.filter((element) => folds(element, range)).map(controlOf).filter(Boolean);
  for (const control of controls) control.click();
  return controls.length > 0;
}

/** Whether an element hides a range in it: all that it holds, or a part that no reader can scroll to. */
function folds(element, range) {
  const { display, overflowY } = getComputedStyle(element);
  if (display === "none") return true;
  if (!/hidden|clip/.test(overflowY)) return false;
  const [inner, outer] = [range, element].map((one) => one.getBoundingClientRect());
  return inner.top > outer.bottom - EDGE || inner.bottom < outer.top + EDGE;
}

/** The button that says that it opens an element: by the element's id, or else beside it or in it. */
function controlOf(element) {
  const closed = "[aria-expanded=false]:not([aria-haspopup])";
  const named = element.id && element.getRootNode().querySelector(`[aria-controls~="${CSS.escape(element.id)}"]:not([aria-expanded=true])`);
  if (named) return named;
  const isNameless = (control) => !control.hasAttribute("aria-controls") && !control.matches("a[href]:not([href^='#'])");
  for (const near of [element, element.nextElementSibling, element.previousElementSibling]) {
    const controls = near ? [near, ...near.querySelectorAll(closed)].filter((one) => one.matches(closed)) : [];
    if (controls.length === 1 && isNameless(controls[0])) return controls[0];
  }
  return undefined;
}

/** What an element shows of what it holds, in the window: nothing to say where it neither scrolls nor clips. */
function boxOf(element) {
  const { scrollingElement, documentElement, body } = element.ownerDocument;
  if (element === scrollingElement) return { top: 0, bottom: innerHeight, left: 0, right: innerWidth, scrolls: true, scrollsSideways: true };
  const { overflowX, overflowY } = getComputedStyle(element);
  // What the body says of overflow counts for the window, unless the root says something itself.
  const isOfWindow = element === documentElement || (element === body && getComputedStyle(documentElement).overflowY === "visible");
  if (isOfWindow) return undefined;
  const isTall = element.scrollHeight > element.clientHeight + 1;
  const isWide = element.scrollWidth > element.clientWidth + 1;
  const [scrolls, clips] = [/auto|scroll/, /hidden|clip/];
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return {
    top, bottom, left, right,
    scrolls: isTall && scrolls.test(overflowY), clips: isTall && clips.test(overflowY),
    scrollsSideways: isWide && scrolls.test(overflowX), clipsSideways: isWide && clips.test(overflowX),
  };
}

/** Scrolls a list, and never the page around it, to a row. */
export function bringIntoView(row, list) {
  const [inner, outer] = [row, list].map((element) => element.getBoundingClientRect());
  if (inner.top < outer.top) list.scrollTop += inner.top - outer.top - 8;
  else if (inner.bottom > outer.bottom) list.scrollTop += Math.min(inner.bottom - outer.bottom + 48, inner.top - outer.top - 8);
}
