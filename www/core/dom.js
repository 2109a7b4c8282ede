// A few lines that make elements without markup, as a page under Trusted Types wants it.

/** What may change the words that a page shows, for a MutationObserver. */
export const CHANGES = {
  subtree: true,
  childList: true,
  characterData: true,
  characterDataOldValue: true,
  attributeFilter: ["aria-hidden", "hidden", "open"],
};

/**
 * `h("button.part", { type: "button", onclick }, "Text")`: an element with a class, its properties
 * or (with a dash or where there is no such property) attributes, and its children.
 */
export function h(name, properties = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key in element && !key.includes("-")) element[key] = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Whether following an address leads to a page, and runs no script. */
export function leadsToPage(address) {
  try {
    return Boolean(address) && /^https?:$/.test(new URL(address, document.baseURI).protocol);
  } catch {
    return false;
  }
}

/** A style sheet that any number of roots of a window can share. */
export function sheet(css, view = globalThis) {
  const made = new view.CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/** How often a root is looked after whose sheets others may have thrown away, in milliseconds. */
const CARE = 1000;

/** The roots that adopted sheets of ours, each sheet with how many need it: several widgets share the common one. */
const adopted = new Map();
let caring;

/** Adopts a sheet into a root. Never touches what others put there. */
export function adopt(root, made) {
  const counts = adopted.get(root) ?? adopted.set(root, new Map()).get(root);
  counts.set(made, (counts.get(made) ?? 0) + 1);
  keep(root, counts);
  caring ??= setInterval(care, CARE);
}

/** The highlights of ours that stood in the page's registry. */
const registered = new Map();

/** Takes note of them. */
export function register() {
  for (const [name, highlight] of globalThis.CSS?.highlights ?? []) if (name.startsWith("newslight-")) registered.set(name, highlight);
}

/** Puts back what scripts of the page have thrown away: sheets, and highlights that still hold something. */
function care() {
  adopted.forEach((counts, root) => keep(root, counts));
  for (const [name, highlight] of registered) {
    if (highlight.size === 0) registered.delete(name);
    else if (!CSS.highlights.has(name)) CSS.highlights.set(name, highlight);
  }
}

/** Sees to it that a root has our sheets: scripts of the page may set others in place of all. */
function keep(root, counts) {
  const lost = [...counts.keys()].filter((made) => !root.adoptedStyleSheets.includes(made));
  if (lost.length) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...lost];
}

/** Lets go of a sheet; the last one takes it out of the root. */
export function release(root, made) {
  const counts = adopted.get(root);
  const count = counts?.get(made) ?? 0;
  if (count > 1) return counts.set(made, count - 1);
  if (count === 0) return undefined;
  counts.delete(made);
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== made);
  if (counts.size === 0) adopted.delete(root);
  if (adopted.size === 0) caring = clearInterval(caring);
  return undefined;
}

/** Lets the page handle what waits: by the scheduler where there is one. */
export function pause() {
  return globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}

/** Whether the reader asked for less motion. */
export const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Whether the reader wants colours of their own. */
export const hasForcedColours = () => matchMedia("(forced-colors: active)").matches;

/** The elements and roots around a node as it is drawn: through slots and out of shadow roots. */
export function* around(node) {
  for (let at = node; at; at = at.assignedSlot ?? at.parentNode ?? at.host) yield at;
}

/** Whether a browser overlooks what is near the window: WebKit does so in columns. */
export function isOverlooked({ isIntersecting, target, boundingClientRect: box, rootBounds: near }) {
  if (isIntersecting || !near || box.bottom < near.top || box.top > near.bottom) return false;
  const isInColumns = ({ columnCount, columnWidth }) => columnCount !== "auto" || columnWidth !== "auto";
  return [...around(target)].some((node) => node instanceof Element && isInColumns(getComputedStyle(node)));
}

/** Puts an element above everything, where no transformed ancestor holds it; older browsers leave it where it is. */
export function lift(element) {
  if (!element.showPopover || !element.isConnected) return;
  element.popover = "manual";
  if (!element.matches(":popover-open")) element.showPopover();
}

/** Takes it down again. */
export function lower(element) {
  if (element.showPopover && element.matches(":popover-open")) element.hidePopover();
}

/** Whether a record is of a part that is shown now: details that open, or what is hidden no longer. */
export const isUnfolded = ({ target, attributeName: name }) => name && target.hasAttribute(name) === (name === "open");
