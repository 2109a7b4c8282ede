// What the attributes and properties of `<news-light>` ask for, checked before anything is done.

import { PAINTERS, SURE, THEMES, TYPES, isKnownName, isNames, isSelector, nearest } from "./rules.js";

/** The attributes with a fixed set of values; the first is the default. */
const CHOICES = {
  painter: PAINTERS,
  panel: ["none", "drawer", "inline"],
  theme: THEMES,
};

/** A mistake in how the element is used. `code` says which, for programs. */
export class UsageError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "UsageError";
    this.code = code;
  }
}

/** Reads and checks the settings of an element, or throws a UsageError that says what to change. */
export function readSettings(element) {
  return {
    painter: choice(element, "painter"),
    panel: choice(element, "panel", "drawer"),
    theme: choice(element, "theme"),
    types: types(element.getAttribute("types")),
    skip: selector(element, "skip"),
    lexicon: lexicon(element.lexicon),
    ignore: ignored(element.ignore),
    annotations: annotations(element),
    renew: element.hasAttribute("renew"),
    minConfidence: confidence(element.getAttribute("min-confidence")),
    observe: element.hasAttribute("observe"),
    remember: element.hasAttribute("remember"),
    edit: element.hasAttribute("edit"),
  };
}

/** The value of such an attribute: a word alone, as in `<news-light panel>`, may mean another; some frameworks write it `panel="true"`. */
function choice(element, name, alone) {
  const value = element.getAttribute(name);
  if (value === null) return CHOICES[name][0];
  if (alone && (value === "" || value === "true")) return alone;
  if (CHOICES[name].includes(value)) return value;
  throw new UsageError("attribute", `${name}="${value}" is unknown; it can be ${list(CHOICES[name])}`);
}

function types(value) {
  const asked = value?.split(/[\s,]+/).filter(Boolean) ?? [];
  const unknown = asked.find((type) => !TYPES.includes(type));
  if (unknown) throw new UsageError("attribute", `types names "${unknown}"; it can name ${list(TYPES)}`);
  return asked.length ? asked : undefined;
}

/** The selector of an attribute, if it has one. */
function selector(element, name) {
  const value = element.getAttribute(name);
  if (!value) return undefined;
  if (isSelector(value)) return value;
  throw new UsageError("attribute", `${name}="${value}" is no CSS selector`);
}

/** How likely something must be to be shown. */
function confidence(value) {
  if (value === null || value === "") return SURE;
  const number = Number(value);
  if (number >= 0 && number <= 1) return number;
  throw new UsageError("attribute", `min-confidence="${value}" must be a number from 0 to 1`);
}

/** An array, or the JSON of one. */
function parsed(name, value) {
  if (typeof value !== "string") return value;
  // What a framework makes of an array of objects when the element is not defined yet.
  if (value.startsWith("[object ")) throw new UsageError("lexicon", `${name} was given as an attribute before news-light was defined: import newslight/element.js first, or give its JSON`);
  try {
    return JSON.parse(value);
  } catch (error) {
    throw new UsageError("lexicon", `${name} is no JSON: ${error.message}`);
  }
}

/** What gets saved annotations, if there are any: a file, its JSON, an address, or a script within the element. */
function annotations(element) {
  const given = element.annotationFile ?? element.querySelector(':scope > script[type="application/json"]')?.textContent;
  if (!given) return undefined;
  const isAddress = typeof given === "string" && !given.trim().startsWith("{");
  return () => (isAddress ? fetched(given.trim()) : given);
}

async function fetched(address) {
  const url = new URL(address, document.baseURI).href;
  try {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`the server answered ${answer.status} ${answer.statusText}`.trim());
    return await answer.text();
  } catch (cause) {
    throw new UsageError("annotations", `annotations="${address}": ${url} could not be loaded: ${cause.message}`);
  }
}

/** Names that are never taken: an array, the JSON of one, or names between commas. */
function ignored(value) {
  if (value === undefined || value === null || value === "") return undefined;
  const isList = typeof value === "string" && !value.trim().startsWith("[");
  const names = isList ? value.split(",").map((name) => name.trim()).filter(Boolean) : parsed("ignore", value);
  if (isNames(names)) return names;
  throw new UsageError("lexicon", 'ignore must be a list like ["Courier", "May"]');
}

/** A publisher's own names: an array, or the JSON of one. */
function lexicon(value) {
  if (value === undefined || value === null || value === "") return undefined;
  const names = parsed("lexicon", value);
  if (!Array.isArray(names) || !names.every(isKnownName)) {
    throw new UsageError("lexicon", 'lexicon must be a list like [{"name": "Ana Ruiz", "type": "person"}]');
  }
  return names;
}

/** What was warned of: each mistake once. */
const warned = new Set();

/** Warns of attributes that mean nothing, by name: ours are known, and so are those of HTML and of frameworks. */
export function warnOfUnknown(element, known) {
  for (const { name } of element.attributes) {
    if (known.includes(name) || warned.has(name)) continue;
    const meant = nearest(name, known);
    if ((!meant && /[^a-z]|^item|^on/.test(name)) || isUsual(element, name)) continue;
    warned.add(name);
    console.warn(`<news-light>: there is no attribute ${name}${meant ? `: did you mean ${meant}?` : ""}`);
  }
}

/** Whether every element may have an attribute: most are properties, and to go through these takes a while. */
function isUsual(element, attribute) {
  if (["class", "id", "is", "exportparts", "lang"].includes(attribute)) return true;
  for (const name in element) if (name.toLowerCase() === attribute) return true;
  return false;
}

/**
 * The articles that may be meant, the likeliest first: what `for` selects in the element's own tree and in the
 * document, or the element itself, which then is wrapped around it. Of several stories the fullest comes first: the
 * others are teasers. Several that are no stories are the parts of one: then it is what holds them all.
 */
function targetsOf(element) {
  const value = selector(element, "for");
  if (!value) return [...element.children].some(({ localName }) => localName !== "script") ? [element] : [];
  const trees = new Set([element.getRootNode(), document]);
  const found = [...trees].flatMap((tree) => [...tree.querySelectorAll(value)]);
  const isStory = (one) => one.matches("article, [role=article]") || Boolean(one.querySelector("h1"));
  if (found.length > 1 && !found.some(isStory) && CSS.supports("selector(:has(a))")) return [around(found)];
  return found.map((one) => [one, wordsIn(one)]).sort(([, one], [, other]) => other - one).map(([one]) => one);
}

/** The letters of an element that no link has. */
function wordsIn(element) {
  const length = (part) => part.textContent.trim().length;
  return [...element.querySelectorAll("a, script, style")].reduce((sum, link) => sum - length(link), length(element));
}

/** The innermost element around several. */
function around([first, ...others]) {
  let shared = first;
  while (shared.parentElement && !others.every((other) => shared.contains(other))) shared = shared.parentElement;
  return shared;
}

/** What is not read where `for` selects several parts of one article: all but these. */
export function besides(element, target) {
  const value = element.getAttribute("for");
  if (!value || target === element || target.matches(value)) return undefined;
  return `:not(:has(${value}), :is(${value}), :is(${value}) *)`;
}

/** The article, if it is there; of several the likeliest that is free, or the likeliest. */
export function targetOf(element, isFree = () => true) {
  const targets = targetsOf(element);
  return targets.find(isFree) ?? targets[0] ?? null;
}

/** The article, or a UsageError that says what to change. */
export function findTarget(element) {
  const target = targetOf(element);
  if (target) return target;
  const value = element.getAttribute("for");
  if (value) throw new UsageError("target", `for="${value}" finds no element on this page`);
  throw new UsageError("target", 'there is nothing to read: add for="article", or wrap the article in <news-light>');
}

/** Whether a page's word for its language, `en_US` or `English`, means English. */
export const isEnglish = (language) => /^en(g|glish)?(?![a-z])/i.test(language.trim());

const list = (words) => `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
