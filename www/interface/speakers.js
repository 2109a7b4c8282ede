// Who speaks in an article, and how we know. Pure functions of the annotations.

import { quoteText } from "./fragment.js";

/** Pronouns, which are nobody's name. */
const PRONOUN = /^(?:I|you|s?he|it|we|they|who|which|this|that|these|those)$/i;

/** The name of who said a quote, as a heading has it: none where that is not sure. */
export function speakerName({ entities }, quote, isSure) {
  const { speaker } = quote;
  const name = entities[speaker?.entity]?.name ?? speaker?.name ?? "";
  return !isSure(quote) || PRONOUN.test(name) ? "" : name.replace(/^./u, (first) => first.toUpperCase());
}

/** Who speaks, in the order of first words, with the indexes of their quotes, by a key: the entity's id,
 * else the name in small letters, "" for nobody who is sure. */
export function speakersOf(annotations, isSure) {
  const groups = new Map();
  annotations.quotes.forEach((quote, index) => {
    if (quote.kind === "scare") return;
    const name = speakerName(annotations, quote, isSure);
    const entity = name ? annotations.entities[quote.speaker.entity] : undefined;
    const key = entity?.id ?? name.toLowerCase();
    if (!groups.has(key)) groups.set(key, { key, name, entity, quotes: [] });
    groups.get(key).quotes.push(index);
  });
  return groups;
}

/** The words by which the speaker is known: "Varga told reporters" where cue and speaker touch. */
export function evidenceOf({ content, cue, speaker }, text) {
  if (!speaker) return "";
  if (!cue) return text.slice(speaker.start, speaker.end);
  const start = Math.min(cue.start, speaker.start);
  const end = Math.max(cue.end, speaker.end);
  const [from, to] = [Math.min(cue.end, speaker.end), Math.max(cue.start, speaker.start)];
  const isQuoting = content.some((words) => words.start < to && words.end > from);
  const isClose = to - from <= 40 && !isQuoting && !text.slice(from, to).includes("\n");
  return (isClose ? text.slice(start, end) : text.slice(cue.start, cue.end)).replace(/\s+/g, " ");
}

/** What a screen reader says of what was chosen. */
export function announcement({ entity, mention, quote }, { annotations, text }, words, isSure) {
  if (entity !== undefined) {
    const { name, mentions } = annotations.entities[entity];
    return words.mentioned(name, mention + 1, mentions.length);
  }
  const chosen = annotations.quotes[quote];
  const name = speakerName(annotations, chosen, isSure);
  const said = quoteText(chosen, text);
  return name ? words.says(name, said) : said;
}
