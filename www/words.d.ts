/** The words of the interface. */

import type { QuoteKind, Type } from "./newslight.js";

type Count = (number: number) => string;

export interface Words {
  title: string;
  close: string;
  highlights: string;
  legend: string;
  nothing: string;
  unattributed: string;
  tabs: Record<"quote" | "person" | "organization" | "place", string>;
  types: Record<Type, string>;
  kinds: Record<Type, string>;
  quoteKinds: Record<QuoteKind, string>;
  themes: Record<"soft" | "line" | "marker", string>;
  quotes: Count;
  mentions: Count;
  unsure: Count;
  position: (index: number, all: number) => string;
  mentioned: (name: string, index: number, all: number) => string;
  says: (name: string, text: string) => string;
  nobody: string;
  by: (cue: string) => string;
  sure: (confidence: number) => string;
  more: string;
  previous: string;
  next: string;
  search: string;
  everyone: string;
  options: string;
  look: string;
  copyAll: string;
  text: string;
  copyQuote: string;
  copyLink: string;
  share: string;
  copied: string;
  notCopied: string;
  /** Said of words that are chosen and cannot be seen. */
  hidden: string;
  gone: string;
}

/** Changes to the words: whatever is left out stays as it is, in the lists within as well. */
export type WordChanges = { [Key in keyof Words]?: Words[Key] extends Record<string, string> ? Partial<Words[Key]> : Words[Key] };

/** The tables by language tag: English, those that were fetched, and what a page adds. */
export const words: { en: Words } & Record<string, WordChanges>;

/** Fetches the words of a language: de, es, fr, it, nl, pl, pt, sv and uk come along. The element does
 * so by itself, by its `lang`. */
export function fetchWords(language: string): Promise<void>;

/** The table of a language, English where it has no word, with changes on top. */
export function wordsFor(language: string, changes?: WordChanges): Words;

/** Counts in a language, by the names that Unicode has for its plurals: one, few, many, other… */
export function counter(language: string, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }): Count;
