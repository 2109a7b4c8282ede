/** The words of the interface. */

import type { QuoteKind, Type } from "./newslight.js";

type Count = (number: number) => string;

export interface Words {
  title: string;
  close: string;
  legend: string;
  nothing: string;
  unattributed: string;
  tabs: Record<"quote" | "person" | "organization" | "place", string>;
  types: Record<Type, string>;
  kinds: Record<Type, string>;
  quoteKinds: Record<QuoteKind, string>;
  quotes: Count;
  mentions: Count;
  position: (index: number, all: number) => string;
  mentioned: (name: string, index: number, all: number) => string;
  says: (name: string, text: string) => string;
  nobody: string;
  by: (cue: string) => string;
  sure: (confidence: number) => string;
  more: string;
  previous: string;
  next: string;
  copyQuote: string;
  copyLink: string;
  copied: string;
  notCopied: string;
}

/** The tables by language tag; add to them for other languages. */
export const words: { en: Words } & Record<string, Partial<Words>>;

/** The table of a language, English where it has no word, with changes on top. */
export function wordsFor(language: string, changes?: Partial<Words>): Words;
