// Annotations as the module takes them and hands them over: as numbers and strings.

import { KINDS, MENTIONS, NAMES, joined } from "./file.js";

/** Packs annotations, spans as they are. */
export function pack({ entities, quotes }) {
  const numbers = [];
  const strings = [];
  const list = (items, add) => {
    numbers.push(items.length);
    items.forEach(add);
  };
  const span = ({ start, end }) => numbers.push(start, end);
  const optional = (string) => list(string ? [string] : [], () => strings.push(string));
  list(entities, ({ type, name, role, url, mentions }) => {
    numbers.push(NAMES.indexOf(type));
    strings.push(name);
    optional(role);
    optional(url);
    list(mentions, (mention) => {
      span(mention);
      numbers.push(MENTIONS.indexOf(mention.kind));
    });
  });
  list(quotes, ({ kind, content, quoted, cue, speaker, confidence }) => {
    numbers.push(KINDS.indexOf(kind));
    list(content, span);
    list(quoted, span);
    list(cue ? [cue] : [], span);
    list(speaker ? [speaker] : [], ({ name, entity }) => {
      span(speaker);
      strings.push(name);
      numbers.push((entity ?? -1) + 1);
    });
    numbers.push(Math.round(confidence * 1000));
  });
  return [Uint32Array.from(numbers), joined(strings)];
}

export function unpack([numbers, packed]) {
  const strings = packed.split("\0");
  let [number, string] = [0, 0];
  const next = () => numbers[number++];
  const list = (make) => Array.from({ length: next() }, (_, index) => make(index));
  const span = () => ({ start: next(), end: next() });
  const optional = (name) => (next() ? { [name]: strings[string++] } : undefined);
  const entity = (id) => ({
    id, type: NAMES[next()], name: strings[string++], ...optional("role"), ...optional("url"),
    mentions: list(() => ({ ...span(), kind: MENTIONS[next()] })),
  });
  const speaker = () => ({ ...span(), name: strings[string++], entity: next() - 1 });
  const quote = () => ({
    kind: KINDS[next()], content: list(span), quoted: list(span), cue: list(span)[0] ?? null, speaker: next() ? known(speaker()) : null, confidence: next() / 1000,
  });
  return { entities: list(entity), quotes: list(quote) };
}

/** A speaker who is no entity has none. */
const known = (speaker) => (speaker.entity < 0 ? { ...speaker, entity: null } : speaker);
