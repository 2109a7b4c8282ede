// The words of a quote, and links to them: the `#:~:text=` directive of the URL Fragment Text Directives.

import { CLOSING } from "../pkg/interface.js";
import { wellFormed } from "../pkg/page.js";

/** Spans longer than this are linked to by their first and last words. */
const LONGEST_EXACT = 160;

/** How many words begin and end the link to a long span; more where the fewer are ambiguous. */
const EDGE_WORDS = [5, 8, 12, 20];

/** How many words of context go along on either side, where the words alone are ambiguous. */
const CONTEXT_WORDS = [0, 3, 6, 12];

/** The words of a quote as a reader would copy them: its pieces as one, within one pair of marks. */
export function quoteText({ content }, text) {
  const { words } = content
    .map(({ start, end }) => ({ words: text.slice(start, end).trim(), start, end }))
    .reduce((before, after) => ({ words: joined(before.words, after.words, text.slice(before.end, after.start)), end: after.end }));
  return wellFormed(words.replace(/\s+/g, " "));
}

/** Two pieces of a quotation as one: where a cue parted them, or a paragraph opened it again, no mark stays. */
function joined(before, after, between) {
  const closing = CLOSING[after[0]];
  if (!closing) return `${before} ${after}`;
  if (closing.includes(before.at(-1))) {
    // Where the cue ends its sentence, the comma before it stands for a full stop.
    const stop = /[.!?]\s*$/.test(between) ? "." : ",";
    return `${before.slice(0, -1).replace(/,$/, stop)} ${after.slice(1)}`;
  }
  const isOpen = before.lastIndexOf(after[0]) > Math.max(...[...closing].map((mark) => (mark === after[0] ? -1 : before.lastIndexOf(mark))));
  return isOpen ? `${before} ${after.slice(1)}` : `${before} ${after}`;
}

/**
 * The address that scrolls to a quote and marks it. A quote in several pieces gets one directive
 * for each. `url` is the page's address; an element's id in it is kept.
 */
export function textFragment(quote, text, options) {
  if (!Array.isArray(quote?.content)) {
    throw new TypeError("quote must be one of annotations.quotes");
  }
  if (typeof text !== "string") {
    throw new TypeError("text must be the string that was annotated");
  }
  const { url = "" } = texts(options, ["url"]);
  const page = collapse(text).toLowerCase();
  const directives = quote.content
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))
    .map((span) => `text=${directive(page, text, span)}`);
  if (directives.length === 0) return url;
  const [address, ...fragment] = url.split("#");
  const id = fragment.join("#").split(":~:")[0];
  return `${address}#${id}:~:${directives.join("&")}`;
}

/** Some options that are texts, or addresses: a TypeError names the one that is not. */
export function texts(options, names) {
  const given = {};
  for (const name of names) {
    const value = options?.[name] ?? undefined;
    if (value !== undefined && typeof value !== "string" && !(value instanceof URL)) throw new TypeError(`options.${name} must be a string, not ${typeof value}`);
    if (value !== undefined) given[name] = String(value);
  }
  return given;
}

/** The value of one `text=`: `[prefix-,]start[,end][,-suffix]`. */
function directive(page, text, { start, end }) {
  const [head, tail] = edges(page, collapse(text.slice(0, start)).length, text.slice(start, end));
  const before = pieces(lastLine(text.slice(0, start)));
  const after = pieces(firstLine(text.slice(end)));
  for (const count of CONTEXT_WORDS) {
    const prefix = count ? before.slice(-count).join("") : "";
    const suffix = count && !tail ? after.slice(0, count).join("") : "";
    const last = count === CONTEXT_WORDS.at(-1);
    if (!last && !isUnique(page, `${prefix}${head}${suffix}`.toLowerCase())) continue;
    return [
      ...(prefix.trim() ? [`${encode(prefix)}-`] : []),
      encode(head),
      ...(tail ? [encode(tail)] : []),
      ...(suffix.trim() ? [`-${encode(suffix)}`] : []),
    ].join(",");
  }
}

/** All of a short span; of one that is long, or goes on in another block, its first and last words, where
 * these find its end. */
function edges(page, start, span) {
  const exact = collapse(span).trim();
  const lines = span.split(/\n\s*\n/).map((line) => collapse(line).trim()).filter((line) => /[\p{L}\p{N}]/u.test(line));
  const [first, last] = [pieces(lines[0]), pieces(lines.at(-1))];
  const isOne = lines.length === 1;
  if (isOne && exact.length <= LONGEST_EXACT) return [exact];
  for (const count of EDGE_WORDS) {
    if (isOne && first.length <= 2 * count) break;
    const head = first.slice(0, count).join("").trim();
    const tail = last.slice(-count).join("").trim();
    const found = page.indexOf(tail.toLowerCase(), start + head.length);
    if (found === start + exact.length - tail.length) return [head, tail];
  }
  return isOne ? [exact] : [lines[0], lines.at(-1)];
}

function isUnique(page, words) {
  const first = page.indexOf(words);
  return page.indexOf(words, first + 1) === -1;
}

/** Browsers compare with runs of white space as one space, and each directive within one block. */
const collapse = (text) => text.replace(/\s+/g, " ");
const lastLine = (text) => collapse(/[^\n]*\s*$/.exec(text.trimEnd())[0] + (/\s$/.test(text) ? " " : ""));
const firstLine = (text) => collapse((/^\s/.test(text) ? " " : "") + /^[^\n]*/.exec(text.trimStart())[0]);

/** The words of a line, each with the white space after it. */
const pieces = (line) => line.match(/\s*\S+\s*/g) ?? [];

/** The dash is a delimiter of the directive, which encodeURIComponent does not know. */
const encode = (words) => encodeURIComponent(wellFormed(words.trim())).replaceAll("-", "%2D");
