// What newslight found, in the web's own formats: schema.org and W3C Web Annotation. Pure functions of
// the annotations and the text that they were made from.

import { fileOf, selectorsOf } from "../pkg/page.js";
import { quoteText, texts } from "./fragment.js";

const SCHEMA_TYPES = {
  person: "Person",
  organization: "Organization",
  place: "Place",
  event: "Event",
  work: "CreativeWork",
  group: "Thing",
};

/**
 * The article as a schema.org NewsArticle with its `mentions` and its quotations. Dates and sums
 * of money are no things of their own there and are left out, and so are reported clauses without
 * marks: a Quotation gives somebody's very words.
 */
export function toJsonLd(annotations, text, options) {
  check(annotations, text);
  const { url, headline } = texts(options, ["url", "headline"]);
  const id = (entity) => `#newslight-entity-${entity}`;
  const mentions = annotations.entities
    .filter((entity) => SCHEMA_TYPES[entity.type])
    .map((entity) => ({
      "@type": SCHEMA_TYPES[entity.type],
      "@id": id(entity.id),
      name: entity.name,
      ...(entity.type === "person" && entity.role && { jobTitle: entity.role }),
      ...(entity.url && { url: entity.url }),
    }));
  const quotations = annotations.quotes
    .filter((quote) => quote.kind === "direct" || quote.kind === "mixed")
    .map((quote) => {
      const speaker = annotations.entities[quote.speaker?.entity];
      const canSpeak = speaker?.type === "person" || speaker?.type === "organization";
      return {
        "@type": "Quotation",
        text: quoteText(quote, text),
        ...(quote.speaker && { creditText: quote.speaker.name }),
        ...(canSpeak && { spokenByCharacter: { "@id": id(speaker.id) } }),
      };
    });
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    ...(url && { url }),
    ...(headline && { headline }),
    mentions,
    hasPart: quotations,
  };
}

/**
 * One W3C Web Annotation for each mention and each quote. Every target is selected twice over: by
 * its words with some context, and by its position in Unicode code points, as that standard counts.
 */
export function toWebAnnotations(annotations, text, options) {
  check(annotations, text);
  const { source } = texts(options, ["source"]);
  const address = source ?? globalThis.location?.href ?? "urn:newslight:text";
  const selectors = selectorsOf(text);
  const target = (span) => ({ source: address, selector: selectors(span) });
  const annotation = (name, motivation, body, spans) => ({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `${address.split("#")[0]}#newslight-${name}`,
    type: "Annotation",
    motivation,
    body,
    target: spans.length === 1 ? target(spans[0]) : spans.map(target),
  });
  const tag = (value) => ({ type: "TextualBody", value, purpose: "tagging" });
  const names = annotations.entities.flatMap((entity) =>
    entity.mentions.map((mention, index) =>
      annotation(
        `entity-${entity.id}-${index}`,
        "identifying",
        [
          { type: "TextualBody", value: entity.name, purpose: "identifying" },
          tag(entity.type),
          ...(entity.url ? [{ type: "SpecificResource", source: entity.url, purpose: "linking" }] : []),
        ],
        [mention],
      ),
    ),
  );
  const quotes = annotations.quotes.map((quote, index) =>
    annotation(
      `quote-${index}`,
      "describing",
      [
        tag(`${quote.kind} quote`),
        ...(quote.speaker
          ? [{ type: "TextualBody", value: quote.speaker.name, purpose: "identifying" }]
          : []),
      ],
      quote.content,
    ),
  );
  return [...names, ...quotes];
}

/** The annotations as a file that `highlight` and `<news-light annotations>` paint without the model. */
export function toFile(annotations, text, options) {
  check(annotations, text);
  const { source } = texts(options, ["source"]);
  return fileOf(annotations, text, { source, corrections: options?.corrections });
}

function check(annotations, text) {
  if (!Array.isArray(annotations?.entities) || !Array.isArray(annotations?.quotes)) {
    throw new TypeError("annotations must be what annotate() returns: { entities, quotes }");
  }
  if (typeof text !== "string") {
    throw new TypeError("text must be the string that was annotated");
  }
}
