// How the highlights look: the common sheet of a document, and the themes of single articles.

import { adopt, release, sheet } from "./dom.js";
import { highlights } from "./pkg/styles.js";

/** Made on first use: on a server there are no style sheets. */
let common;
const commonSheet = () => (common ??= sheet(highlights));

const documentOf = (root) => root.ownerDocument ?? root;

/** Gives a document the looks of all kinds; every highlighted root asks for itself. */
export const wear = (root) => adopt(documentOf(root), commonSheet());

/** The last root to go takes the looks along. */
export const shed = (root) => release(documentOf(root), commonSheet());

/** A theme of the common sheet, for what a selector finds and without touching it. */
export function themeSheet(name, scope, importance = "") {
  const rule = [...commonSheet().cssRules].find(({ selectorText }) => selectorText?.includes(`"${name}"`));
  const declarations = [...(rule?.style ?? [])].map((property) => `${property}: ${rule.style.getPropertyValue(property)}${importance}`);
  return sheet(`:where(${scope}) { ${declarations.join("; ")} }`);
}
