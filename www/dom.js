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

/** A style sheet that any number of roots can share. */
export function sheet(css) {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/** Adopts a sheet into a root, or lets go of it. Never touches what others put there. */
export function adopt(root, made) {
  if (!root.adoptedStyleSheets.includes(made)) root.adoptedStyleSheets.push(made);
}

export function release(root, made) {
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== made);
}

/** Whether the reader asked for less motion. */
export const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
