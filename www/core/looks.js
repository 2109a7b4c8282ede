// How the highlights look: the common sheet of a document, and the themes of single articles.

import { adopt, pause, release, sheet } from "./dom.js";
import { highlightStyles } from "../pkg/page.js";

/** The rules of one kind: its looks as a highlight and as a mark, and those in forced colours. */
const RULE = /::highlight\(newslight-(\w+)\), mark\.newslight-\w+ (\{[^}]*\})/g;
const FORCED_RULE = /::highlight\(newslight-(\w+)\) (\{[^}]*\})/g;
const FORCED = "@media (forced-colors: active)";

/** From so many characters on an article is large: styling it anew is felt. */
const LARGE = 200_000;

/** An article's element has a name of its own if so few within bear it too. */
const FEW = 8;

/** The sheets for browsers without highlights. */
const PLAIN = ["common", "mark"];

/** The sheets of each window, each made on first use: on a server there are none. */
const sheets = new WeakMap();

/**
 * A sheet by its name: "common" for what holds for all kinds, "mark" for the looks of marks, or the
 * kinds of highlights, told to all elements or to those of one name. A browser goes through the whole
 * page for every kind of highlight that it is told of, and an old one throws away a rule that speaks of
 * highlights.
 */
function sheetOf(name, element = "", view = globalThis) {
  const made = sheets.get(view) ?? sheets.set(view, new Map()).get(view);
  const key = `${element} ${name}`;
  if (!made.has(key)) made.set(key, sheet(rulesOf(name, element), view));
  return made.get(key);
}

function rulesOf(name, element) {
  if (name === "common") return highlightStyles.replace(RULE, "").replace(FORCED_RULE, "");
  if (name === "mark") return [...highlightStyles.matchAll(RULE)].map(([, kind, looks]) => `mark.newslight-${kind} ${looks}`).join(" ");
  const kinds = name.split(" ");
  const ofKinds = (rule) => [...highlightStyles.matchAll(rule)]
    .map(([, kind, looks]) => (kinds.includes(kind) ? `${element}::highlight(newslight-${kind}) ${looks}` : "")).join(" ");
  return `${ofKinds(RULE)} ${FORCED} { ${ofKinds(FORCED_RULE)} }`;
}

const documentOf = (root) => root.ownerDocument ?? root;

/** Puts a sheet into a document or a shadow root, and returns what takes it away again. */
function put(tree, name, element) {
  const made = sheetOf(name, element, documentOf(tree).defaultView);
  adopt(tree, made);
  return () => release(tree, made);
}

/** Whether what is within an element inherits its highlights: known once it was tried. */
let isInherited;

/**
 * Gives a root looks by their name, and returns what takes them away; every highlighted root asks
 * for itself. For every element that a rule for highlights matches a browser makes styles anew. So
 * where they are for an article of very many characters only its own element is told of them, in half
 * the time, if what is within inherits them; custom properties then count on the article and around it.
 *
 * `trees` are the shadow roots and the frames that are read, too: only Chromium lets highlights of a
 * document down into its shadow roots.
 */
export function wear(root, trees, name, length) {
  const roots = new Set([documentOf(root), ...[root, ...trees].map((tree) => tree.getRootNode())]);
  const isTree = (tree) => tree.adoptedStyleSheets && documentOf(tree).defaultView;
  const sheds = [...roots].filter(isTree).map((tree) => (tree === documentOf(root) ? putFor(root, name, length) : put(tree, name)));
  return () => sheds.forEach((shed) => shed());
}

function putFor(root, name, length) {
  const element = length < LARGE || PLAIN.includes(name) || isInherited === false ? null : ownName(root);
  if (!element) return put(documentOf(root), name);
  const shed = put(documentOf(root), name, element);
  isInherited ??= inherits(root, element, name.split(" "));
  if (isInherited) return shed;
  shed();
  return put(documentOf(root), name);
}

/** A selector for an article's element and few others; none in a shadow root, where no sheet of the document finds it. */
function ownName(root) {
  if (!root.localName || root.getRootNode() !== root.ownerDocument) return null;
  const name = CSS.escape(root.localName);
  return root.querySelectorAll(name).length <= FEW ? name : null;
}

/** Whether an element within the article looks like the article itself; undefined if there is none. */
function inherits(root, name, kinds) {
  const inner = root.querySelector(`:not(${name})`);
  if (!inner) return undefined;
  const looks = (element, kind) => {
    const { backgroundColor, textDecoration } = getComputedStyle(element, `::highlight(newslight-${kind})`);
    return `${backgroundColor} ${textDecoration}`;
  };
  return kinds.some((kind) => looks(inner, kind) === looks(root, kind) && looks(inner, kind) !== looks(inner, "none"));
}

/** Lets the browser style a document anew. */
export const settle = (root) => getComputedStyle(documentOf(root).documentElement).color;

/** The same in a task of its own, rather than in that of the next frame. */
export const settleSoon = (root) => pause().then(() => root.isConnected && settle(root));

/** A theme of the common sheet, for what a selector finds and without touching it. */
export function themeSheet(name, scope, importance = "") {
  const rule = [...sheetOf("common").cssRules].find(({ selectorText }) => selectorText?.includes(`"${name}"`));
  const declarations = [...(rule?.style ?? [])].map((property) => `${property}: ${rule.style.getPropertyValue(property)}${importance}`);
  return sheet(`:where(${scope}) { ${declarations.join("; ")} }`);
}
