// Unpacks annotations that the module hands over as numbers and strings.

import { KINDS, MENTIONS, NAMES } from "./file.js";

export function unpack([numbers, strings]) {
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
