/** `<news-light>`: the widget for a page. Importing this module defines the element; on a server,
 * where there are no elements, the import is harmless. */

import type { AnnotationFile, Annotations, Correction, Entity, Highlighting, KnownName, Quote, Type } from "./newslight.js";
import type { WordChanges } from "./words.js";

/** One mention of a name, one quote, or all that somebody said: by their places in the annotations, a
 * speaker by the number of the entity or, without one, by the name in small letters. */
export type Selection = { entity: number; mention?: number } | { quote: number } | { speaker: number | string; quote?: number };

/** Why the element does nothing: what to change is in the error's message.
 *
 * attribute: an unknown value · lexicon: not the JSON of a list of names · target: nothing to read ·
 * twice: another element reads that article · language: the article is not in English · annotations: the
 * file of annotations cannot be had or used · load: the module could not be had. */
export type ErrorCode = "annotations" | "attribute" | "lexicon" | "target" | "twice" | "language" | "empty" | "load";

export interface NewsLightEventMap {
  /** The article was read and painted. `milliseconds`: from the first node read to the last painted. */
  "newslight-ready": CustomEvent<{ annotations: Annotations; highlighting: Highlighting; milliseconds: number }>;
  /** Somebody chose a name or a quote: in the panel, on the page, or a script by `select`. */
  "newslight-select": CustomEvent<
    { source: "panel" | "page" | "script" } & (
      | { kind: "entity"; entity: number; mention: number; item: Entity }
      | { kind: "quote"; quote: number; item: Quote }
      | { kind: "speaker"; speaker: number | string; quote: number; item: Quote }
    )
  >;
  /** An editor put something right, or undid it: `file()` is what to keep. */
  "newslight-change": CustomEvent<{ corrections: readonly Correction[]; annotations: Annotations; file(): AnnotationFile }>;
  /** Nothing was done: the page is as it was. */
  "newslight-error": CustomEvent<{ code: ErrorCode; error: Error }>;
}

/** Attributes and properties are the same; setting one has the article read anew.
 *
 * @attr for - A selector of the article; without it, the element is wrapped around the article.
 * @attr annotations - Saved annotations to paint, without annotating anything: the address of their file, or its JSON. A
 *   `<script type="application/json">` within the element says the same.
 * @attr renew - Annotates the paragraphs that the saved annotations do not know, and those alone: only then is the model
 *   fetched.
 * @attr types - Which kinds to look for and show, separated by spaces: person quote… Unless given, all are
 *   found, and people, organizations, places and quotes are shown until the reader wants more.
 * @attr lang - The language of the interface (the articles are English).
 * @attr painter - auto (the default), highlight or mark.
 * @attr panel - none (the default), drawer (alone: the same) or inline.
 * @attr theme - soft (the default), line or marker.
 * @attr lexicon - The publisher's own names, as JSON.
 * @attr ignore - Names that are never taken, between commas or as JSON.
 * @attr min-confidence - How likely a report must be to be shown, and a speaker to be named: 0.7, unless given.
 * @attr skip - A selector of what is not article text.
 * @attr observe - Reads the article again when it changes.
 * @attr remember - Keeps in localStorage what the reader chose: kinds, look, tab, and whether the drawer is open.
 * @attr edit - Lets people put right what was found, in a dialog that is loaded only then.
 */
export class NewsLightElement extends HTMLElement {
  for: string;
  get types(): string;
  set types(value: string | readonly Type[] | null);
  painter: "" | "auto" | "highlight" | "mark";
  panel: "" | "none" | "drawer" | "inline";
  theme: "" | "soft" | "line" | "marker";
  get lexicon(): readonly KnownName[] | string | null;
  set lexicon(value: readonly KnownName[] | string | null | undefined);
  get ignore(): readonly string[] | string | null;
  set ignore(value: readonly string[] | string | null | undefined);
  /** As the attribute `min-confidence`. */
  get minConfidence(): string;
  set minConfidence(value: string | number | null);
  renew: boolean;
  skip: string;
  observe: boolean;
  remember: boolean;
  /** Changes to the words of the interface. */
  get words(): WordChanges | undefined;
  set words(value: WordChanges | undefined);

  edit: boolean;
  /** What the editor's Save button calls; without it there is no such button. */
  save?: (file: AnnotationFile) => unknown;

  /** What was found, put right; undefined until `newslight-ready`. Set, it is a file to paint, its JSON or its address. */
  get annotations(): Annotations | undefined;
  set annotations(value: AnnotationFile | string | null | undefined);
  readonly highlighting: Highlighting | undefined;

  /** Chooses a mention or a quote as if the reader had; `null` ends the choice. The first time panel and card are fetched
   * for it, and `newslight-select` tells when it is done. */
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

/** What a template can say of `<news-light>`, in JSX and elsewhere. */
export interface NewsLightProps {
  for?: string;
  types?: string | readonly Type[];
  lang?: string;
  painter?: "auto" | "highlight" | "mark";
  panel?: "none" | "drawer" | "inline" | "" | boolean;
  theme?: "soft" | "line" | "marker";
  lexicon?: readonly KnownName[] | string;
  ignore?: readonly string[] | string;
  "min-confidence"?: number | string;
  minConfidence?: number | string;
  skip?: string;
  observe?: boolean | "";
  remember?: boolean | "";
  annotations?: AnnotationFile | string;
  renew?: boolean | "";
  edit?: boolean | "";
  words?: WordChanges;
  id?: string;
  slot?: string;
  hidden?: boolean;
}

// What follows holds where the framework is, and is nothing elsewhere.

// @ts-ignore
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore
      "news-light": NewsLightProps & ClassAttributes<NewsLightElement> & { children?: ReactNode; className?: string; style?: CSSProperties };
    }
  }
}

// @ts-ignore
declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore
      "news-light": NewsLightProps & ClassAttributes<NewsLightElement> & { children?: ComponentChildren; class?: string; style?: string };
    }
  }
}

// @ts-ignore
declare module "solid-js/jsx-runtime" {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore
      "news-light": NewsLightProps & { ref?: NewsLightElement | ((element: NewsLightElement) => void); children?: JSX.Element; class?: string; style?: string; "prop:lexicon"?: readonly KnownName[]; "prop:words"?: WordChanges };
    }
  }
}

// @ts-ignore
declare module "vue" {
  interface GlobalComponents {
    "news-light": new () => { $props: NewsLightProps & { class?: unknown; style?: unknown } };
  }
}

// @ts-ignore
declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "news-light": NewsLightProps & { class?: string; style?: string; children?: unknown };
  }
}
