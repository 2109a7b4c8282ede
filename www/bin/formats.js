// What was found, in the form that was asked for: a string for each article.

import { toFile, toJsonLd, toWebAnnotations } from "../newslight.js";
import { SURE } from "../rules.js";

/**
 * The formats by name: the ending of a file of it, what it is made of an article, and the field that holds it
 * in a line of JSON. Offsets count in the text: where that was not given as it is, it comes along.
 */
export const FORMATS = {
  json: { ending: ".json", field: "annotations", make: ({ name, url, text, isRead, annotations }) => ({ ...name, ...(isRead && { url, text }), ...annotations }) },
  file: { ending: ".json", field: "file", make: ({ annotations, text, url, path }) => toFile(annotations, text, { source: url ?? path }) },
  jsonld: { ending: ".jsonld", field: "jsonld", make: ({ annotations, text, url, headline }) => toJsonLd(annotations, text, { url, headline }) },
  webannotation: { ending: ".annotations.jsonld", field: "webannotations", make: ({ annotations, text, url, path }) => toWebAnnotations(annotations, text, { source: url ?? path }) },
  text: { ending: ".quotes.txt", make: report },
};

/** An article as a line, or as text. */
export function written(format, article) {
  const made = FORMATS[format].make(article);
  return typeof made === "string" ? made : `${JSON.stringify(made)}\n`;
}

/** The answer to a line of JSON. */
export function answered(format, id, article) {
  const { field, make } = FORMATS[format];
  const made = make(article);
  return `${JSON.stringify(format === "json" ? { id, ...made } : { id, [field]: made })}\n`;
}

/** Who said what, and who and what is named, for readers. */
function report({ path, headline, text, annotations: { entities, quotes } }) {
  const words = (spans) => spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " ")).join(" … ");
  const shown = quotes.filter(({ kind, confidence }) => kind !== "scare" && (kind !== "indirect" || confidence >= SURE));
  const who = ({ speaker }) => (speaker ? [speaker.name, entities[speaker.entity]?.role].filter(Boolean).join(", ") : "nobody named");
  const said = shown.map((quote) => `${words(quote.content)}\n    ${who(quote)} · ${quote.kind}, ${quote.confidence}\n`);
  const types = [...new Set(entities.map(({ type }) => type))];
  const named = types.map((type) => {
    const names = entities.filter((entity) => entity.type === type).map(({ name, mentions }) => (mentions.length > 1 ? `${name} (${mentions.length})` : name));
    return `${type}: ${names.join(", ")}\n`;
  });
  return `# ${[path, headline].filter(Boolean).join(": ")}\n\n${said.join("")}\n${named.join("")}\n`;
}
