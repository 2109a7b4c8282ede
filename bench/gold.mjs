// Scores by the definitions of tests/support/score.rs: exact spans, marks included.

const TYPES = { PERSON: "person", ORG: "organization", PLACE: "place" };

/** F1 in percent, summed over all articles, of what `annotate(text)` gives for each of them. */
export function score(articles, annotate) {
  const names = tally();
  const direct = tally();
  const speaker = tally();
  for (const article of articles) {
    const found = annotate(article.text);
    const key = ([start, end, type]) => `${start} ${end} ${type}`;
    const gold = article.entities.filter(([, , type]) => type in TYPES).map(([start, end, type]) => [start, end, TYPES[type]]);
    const scored = found.names.filter(([, , type]) => Object.values(TYPES).includes(type));
    names.add(scored.map(key), gold.map(key));
    const said = article.quotes.filter((quote) => quote.kind === "direct");
    direct.add(found.quotes.map(({ span }) => `${span}`), said.flatMap((quote) => quote.content.map(String)));
    speaker.add(...credits(found.quotes, said));
  }
  return { names: names.f1(), direct: direct.f1(), speaker: speaker.f1() };
}

/** Quotes with a speaker, by their place: those found with the right one, and those of the gold. */
function credits(found, said) {
  const gold = said.filter((quote) => quote.speaker.length).flatMap((quote) => quote.content.map((span) => ({ span: `${span}`, within: quote.speaker[0], head: quote.speaker_head[0] })));
  const credited = found.filter(({ by }) => by).map(({ span, by }) => {
    const right = gold.find((quote) => quote.span === `${span}`);
    const isRight = right && right.within[0] <= by[0] && by[1] <= right.within[1] && by[0] < right.head[1] && right.head[0] < by[1];
    return isRight ? `${span}` : `not ${span}`;
  });
  return [credited, gold.map(({ span }) => span)];
}

function tally() {
  let right = 0;
  let both = 0;
  return {
    add(found, gold) {
      const known = new Set(gold);
      const distinct = new Set(found);
      right += [...distinct].filter((item) => known.has(item)).length;
      both += distinct.size + known.size;
    },
    f1: () => (both ? (200 * right) / both : 0),
  };
}
