// How the highlights look: the common sheet of a document, and the themes of single articles.

import { adopt, release, sheet } from "./dom.js";
import { highlights } from "./pkg/styles.js";

/** The rule of one kind: its looks as a highlight and as a mark. */
const RULE = /::highlight\(newslight-(\w+)\), mark\.newslight-\w+ (\{[^}]*\})/g;

/** The sheets, each made on first use: on a server there are none. */
const sheets = new Map();

/**
 * A sheet by its name: "common" for what holds for all kinds, "mark" for the looks of marks, or the
 * kinds of highlights. A browser goes through the whole page for every kind of highlight that it is told
 * of, and an old one throws away a rule that speaks of highlights.
 */
function sheetOf(name) {
  if (!sheets.has(name)) sheets.set(name, sheet(rulesOf(name)));
  return sheets.get(name);
}

function rulesOf(name) {
  if (name === "common") return highlights.replace(RULE, "");
  const kinds = [...highlights.matchAll(RULE)];
  if (name === "mark") return kinds.map(([, kind, looks]) => `mark.newslight-${kind} ${looks}`).join(" ");
  return kinds.map(([, kind, looks]) => (name.split(" ").includes(kind) ? `::highlight(newslight-${kind}) ${looks}` : "")).join(" ");
}

const documentOf = (root) => root.ownerDocument ?? root;

/** Gives a document such looks; every highlighted root asks for itself. */
export const wear = (root, name) => adopt(documentOf(root), sheetOf(name));

/** The last root to go takes the looks along. */
export const shed = (root, name) => release(documentOf(root), sheetOf(name));

/** Lets the browser style a document anew. */
export const settle = (root) => getComputedStyle(documentOf(root).documentElement).color;

/** A theme of the common sheet, for what a selector finds and without touching it. */
export function themeSheet(name, scope, importance = "") {
  const rule = [...sheetOf("common").cssRules].find(({ selectorText }) => selectorText?.includes(`"${name}"`));
  const declarations = [...(rule?.style ?? [])].map((property) => `${property}: ${rule.style.getPropertyValue(property)}${importance}`);
  return sheet(`:where(${scope}) { ${declarations.join("; ")} }`);
}
