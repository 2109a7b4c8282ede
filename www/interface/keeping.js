// Finds what the reader chose in an article that was read again, by what it says.

import { quoteText } from "./fragment.js";

/** What a selection means, in the reading that it belongs to. */
export function meaningOf({ entity, mention, speaker, quote }, { annotations, text }) {
  const named = (id) => (typeof id === "number" ? { type: annotations.entities[id].type, name: annotations.entities[id].name } : id);
  const words = quote === undefined ? [] : annotations.quotes.slice(0, quote + 1).map((one) => quoteText(one, text));
  const own = words.at(-1);
  return { entity: named(entity), mention, speaker: named(speaker), quote: own && { words: own, count: words.filter((other) => other === own).length } };
}

/** The selection that means the same in another reading, or null. */
export function selectionOf({ entity, mention, speaker, quote }, { annotations, text }) {
  const selection = {};
  const find = ({ type, name }) => annotations.entities.find((other) => other.type === type && other.name === name);
  if (entity) {
    const found = find(entity);
    if (!found) return null;
    selection.entity = found.id;
    if (mention !== undefined) selection.mention = Math.min(mention, found.mentions.length - 1);
  }
  if (speaker !== undefined) {
    selection.speaker = speaker.name === undefined ? speaker : find(speaker)?.id;
    if (selection.speaker === undefined) return null;
  }
  if (quote) {
    let left = quote.count;
    selection.quote = annotations.quotes.findIndex((one) => quoteText(one, text) === quote.words && --left === 0);
    if (selection.quote === -1) return null;
  }
  return selection;
}

/** Whether two selections are of the same row. */
export const isSameRow = (a, b) => Boolean(a && b) && rowOf(a) === rowOf(b);
const rowOf = ({ entity, speaker, quote }) => (entity !== undefined ? `e${entity}` : speaker !== undefined ? `s${speaker}` : `q${quote}`);
