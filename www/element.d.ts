/** `<news-light>`: the widget for a page. Importing this module defines the element; on a server,
 * where there are no elements, the import is harmless. */

import type { Annotations, Entity, Highlighting, KnownName, Quote, Type } from "./newslight.js";
import type { WordChanges } from "./words.js";

/** One mention of a name, or one quote, by their places in the annotations. */
export type Selection = { entity: number; mention: number } | { quote: number };

/** Why the element does nothing: what to change is in the error's message.
 *
 * attribute: an unknown value · lexicon: not the JSON of a list of names · target: nothing to read ·
 * twice: another element reads that article · language: the article is not in English · load: the
 * module could not be had. */
export type ErrorCode = "attribute" | "lexicon" | "target" | "twice" | "language" | "load";

export interface NewsLightEventMap {
  /** The article was read and painted. `milliseconds`: from the first node read to the last painted. */
  "newslight-ready": CustomEvent<{ annotations: Annotations; highlighting: Highlighting; milliseconds: number }>;
  /** Somebody chose a name or a quote: in the panel, on the page, or a script by `select`. */
  "newslight-select": CustomEvent<
    { source: "panel" | "page" | "script" } & (
      | { kind: "entity"; entity: number; mention: number; item: Entity }
      | { kind: "quote"; quote: number; item: Quote }
    )
  >;
  /** Nothing was done: the page is as it was. */
  "newslight-error": CustomEvent<{ code: ErrorCode; error: Error }>;
}

/** Attributes and properties are the same; setting one has the article read anew.
 *
 * @attr for - A selector of the article; without it, the element is wrapped around the article.
 * @attr types - Which kinds to show, separated by spaces: person quote…; all, unless given.
 * @attr lang - The language of the interface (the articles are English).
 * @attr painter - auto (the default), highlight or mark.
 * @attr panel - none (the default), drawer (alone: the same) or inline.
 * @attr theme - soft (the default), line or marker.
 * @attr lexicon - The publisher's own names, as JSON.
 * @attr skip - A selector of what is not article text.
 * @attr observe - Reads the article again when it changes.
 * @attr remember - Keeps the reader's choice of kinds in localStorage.
 */
export class NewsLightElement extends HTMLElement {
  for: string;
  get types(): string;
  set types(value: string | Type[] | null);
  painter: "" | "auto" | "highlight" | "mark";
  panel: "" | "none" | "drawer" | "inline";
  theme: "" | "soft" | "line" | "marker";
  get lexicon(): KnownName[] | string | null;
  set lexicon(value: KnownName[] | string | null | undefined);
  skip: string;
  observe: boolean;
  remember: boolean;
  /** Changes to the words of the interface. */
  get words(): WordChanges | undefined;
  set words(value: WordChanges | undefined);

  /** What was found; undefined until `newslight-ready`. */
  readonly annotations: Annotations | undefined;
  readonly highlighting: Highlighting | undefined;

  /** Chooses a mention or a quote as if the reader had; `null` ends the choice. */
  select(selection: Selection | null): void;
  /** Shows these kinds alone. */
  show(types: Iterable<Type>): void;
  /** Reads the article again. */
  refresh(): void;

  addEventListener<K extends keyof NewsLightEventMap>(
    type: K,
    listener: (this: NewsLightElement, event: NewsLightEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "news-light": NewsLightElement;
  }
  interface GlobalEventHandlersEventMap extends NewsLightEventMap {}
}
