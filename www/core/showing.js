// What of the annotations is painted.

/** How likely a report without marks must be to be shown, unless told otherwise. */
const SURE = 0.7;

/** What a filter lets pass: of some types or of all those reports that are likely enough to be true. */
export function filterOf(filter, minConfidence = SURE) {
  if (typeof filter === "function") return filter;
  const types = filter && new Set(filter);
  return ({ type = "quote", kind, confidence }) => (!types || types.has(type)) && (kind !== "indirect" || confidence >= minConfidence);
}

/** The mentions that are painted: pronouns stay plain. */
function paintedMentions(entity) {
  return entity.mentions.filter((mention) => mention.kind !== "pronoun");
}

/** The spans of an entity, a quote or a span. */
export function spansOf(item) {
  return item.mentions ?? item.content ?? [item];
}

/** Everything that is painted, with whose it is. */
export function paintedIn({ entities, quotes }, isShown, rangesIn) {
  const painted = (kind, owner, spans) => spans.flatMap(rangesIn).map((range) => ({ kind, entity: null, quote: null, ...owner, range }));
  return [
    ...quotes.filter(isShown).flatMap((quote) => painted(quote.kind, { quote }, quote.content)),
    ...entities.filter(isShown).flatMap((entity) => painted(entity.type, { entity }, paintedMentions(entity))),
  ];
}

/** What is painted at a place of the text. */
export function hitAt(place, { entities, quotes }, isShown) {
  const covers = (span) => span.start <= place && place < span.end;
  const quote = quotes.filter(isShown).findLast((quote) => quote.content.some(covers)) ?? null;
  for (const entity of entities.filter(isShown)) {
    const mention = paintedMentions(entity).find(covers);
    if (mention) return { entity, mention, quote };
  }
  return quote && { entity: null, mention: null, quote };
}
