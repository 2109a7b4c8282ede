// A few lines that make elements without markup, as a page under Trusted Types wants it.

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
  return Boolean(address) && URL.canParse(address, document.baseURI) && /^https?:$/.test(new URL(address, document.baseURI).protocol);
}

/** A style sheet that any number of roots can share. */
export function sheet(css) {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/** How many have adopted a sheet into a root: several widgets share the common one. */
const adopted = new WeakMap();

const countsOf = (made) => adopted.get(made) ?? adopted.set(made, new WeakMap()).get(made);

/** Adopts a sheet into a root. Never touches what others put there. */
export function adopt(root, made) {
  const counts = countsOf(made);
  const count = counts.get(root) ?? 0;
  if (count === 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, made];
  counts.set(root, count + 1);
}

/** Lets go of a sheet; the last one takes it out of the root. */
export function release(root, made) {
  const counts = countsOf(made);
  const count = counts.get(root) ?? 0;
  if (count === 1) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== made);
  if (count > 0) counts.set(root, count - 1);
}

/** Lets the page handle what waits: by the scheduler where there is one. */
export function pause() {
  return globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}

/** Whether the reader asked for less motion. */
export const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
