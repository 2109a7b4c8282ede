/** Newslight: the names and the quotes of English news text, who said what, and their highlights. */

/** Loads the WebAssembly modules once; later calls share them. There are two: what annotates, which `source` may give,
 * and what reads and paints a page. Without a source it reads the `.wasm` beside this file: fetched in a browser or
 * worker, read from disk in Node. Rejects with an `Error` that names the address; it can then be called again. */
export function load(source?: Source): Promise<Newslight>;

/** Loads only what reads and paints a page: all that files of annotations need. `highlightAsync` has other pages annotated
 * in a worker, which `highlight` refuses with a `TypeError`. */
export function loadPainter(source?: Source): Promise<Painter>;

/** Where a module comes from. */
export type Source = URL | string | Response | Promise<Response> | BufferSource | WebAssembly.Module;

export interface Newslight extends Painter {
  /** Finds the names and quotes of a text, whatever string that is. */
  annotate(text: string, options?: AnnotateOptions): Annotations;
}

export interface Painter {
  /** Reads the article under `root` and paints it, all in one go. A document, or its body, is
   * searched for its article; any other element or shadow root is read as it is. */
  highlight(root: Element | ShadowRoot | Document, options?: HighlightOptions): Highlighting;
  /** The same for pages of any size: works in slices that let the page live in between, and lets a
   * worker annotate long texts. Rejects with the signal's reason where that aborts, and then leaves
   * the page as it was. */
  highlightAsync(root: Element | ShadowRoot | Document, options?: AsyncHighlightOptions): Promise<Highlighting>;
  /** The annotations of a file, as people have put them right, in a text: for JSON-LD and the like. */
  restore(file: AnnotationFile | string, text: string): { annotations: Annotations; orphans: Orphan[] };
}

export type EntityType = "person" | "organization" | "place" | "group" | "event" | "work" | "date" | "money";
/** What can be asked for: the types of entity, and quotes. */
export type Type = EntityType | "quote";
export type QuoteKind = "direct" | "mixed" | "indirect" | "scare";

export interface AnnotateOptions {
  /** What to keep; everything, unless given. */
  types?: readonly Type[];
  /** A publisher's own names. */
  lexicon?: readonly KnownName[];
  /** Names that are never taken. */
  ignore?: readonly string[];
}

/** A name that a publisher knows: of one of its topic pages, say. */
export interface KnownName {
  name: string;
  type: EntityType;
  aliases?: readonly string[];
  /** Where to read more; comes back as the entity's `url`. */
  url?: string;
  /** The publisher's own key, a Wikidata id, say. Names with the same one are the same thing. */
  id?: string;
}

/** UTF-16 code units of the annotated text, half-open. */
export interface Span {
  start: number;
  end: number;
}

export interface Annotations {
  /** One per real thing of the text, in order of first mention; the one at index `i` has the id `i`. */
  entities: Entity[];
  /** In order of their first words. */
  quotes: Quote[];
}

export interface Entity {
  id: number;
  type: EntityType;
  /** The fullest form of its name in the text. */
  name: string;
  /** A title or office that the text gives it. */
  role?: string;
  url?: string;
  mentions: Mention[];
}

export interface Mention extends Span {
  kind: "name" | "description" | "pronoun";
}

export interface Quote {
  /** direct: all of it within marks · mixed: a reported clause only partly within marks · indirect:
   * reported without marks · scare: words in marks that nobody is credited with. */
  kind: QuoteKind;
  /** The reported words, marks included; several where a cue interrupts them or where they run over
   * paragraphs. */
  content: Span[];
  /** The parts within marks. */
  quoted: Span[];
  /** The words that report: said, according to… */
  cue: Span | null;
  /** The mention beside the cue, and who that is. */
  speaker: (Span & { name: string; entity: number | null }) | null;
  /** From 0 to 1, how likely it is that the one who is shown said the words that are shown. */
  confidence: number;
}

export interface HighlightOptions extends AnnotateOptions {
  /** `highlight` never touches the page's nodes (CSS Custom Highlight API); `mark` wraps the words in
   * `<mark>` elements; `auto`, the default, takes the first where the browser has it. */
  painter?: "auto" | "highlight" | "mark";
  /** What `toFile` returned, or its JSON: painted as it is, without annotating anything. One that cannot be used throws
   * an error whose `code` is `annotations`, and nothing is painted. */
  annotations?: AnnotationFile | string;
  /** Whether paragraphs that the file does not know, or knew otherwise, are annotated. They alone are: in all others its
   * annotations stay, and what people have put right counts everywhere. Where nothing has changed nothing is fetched; where
   * what annotates cannot be had, the file is painted as it is. */
  renew?: boolean;
  /** What people have put right, in place of what the file says. */
  corrections?: readonly Correction[];
  /** What to paint at first; see `Highlighting.show`. */
  show?: readonly Type[] | ((item: Entity | Quote) => boolean);
  /** How likely a report without marks must be to be painted, from 0 to 1: 0.7, unless given. Quotes
   * within marks always are. */
  minConfidence?: number;
  /** Whether edits of the page are read and painted again; what a reader unfolds (`<details>`, `hidden`) is
   * in any case. What a style sheet alone shows or hides is no edit: `refresh()` reads everything. */
  observe?: boolean;
  /** A selector of what is not article text, beside what never is (navigation, forms, code…). */
  skip?: string;
  /** Whether frames of the same origin are read as part of the text. */
  frames?: boolean;
  /** Aborting takes the highlights away. */
  signal?: AbortSignal;
  /** Called when the page was read again, observed or unfolded, and `annotations` are new. */
  onchange?: (highlighting: Highlighting) => void;
  /** Called where an observed page could not be read again: the highlights are gone, and the page is as it was. */
  onerror?: (error: Error) => void;
}

export interface AsyncHighlightOptions extends HighlightOptions {
  /** Called after every slice with the share that is done, from 0 to 1. */
  onprogress?: (done: number) => void;
}

/** Something that can be looked up on the page. */
export type Item = Entity | Quote | Span;

/** What lies at a point of the page. */
export interface Hit {
  entity: Entity | null;
  mention: Mention | null;
  quote: Quote | null;
}

/** Painted words: one entry per mention or quoted span and text node. */
export interface PaintedRange {
  /** The name of its highlight and class after `newslight-`. */
  kind: EntityType | QuoteKind;
  /** Whose words they are. */
  entity: Entity | null;
  quote: Quote | null;
  range: Range;
}

/** A paragraph of the page, as it was found. */
export interface Block {
  /** The element around it. */
  element: Element;
  role: "headline" | "standfirst" | "body" | "heading" | "caption" | "byline" | "date" | "quote" | "item";
  /** Whether it is part of `text`. */
  read: boolean;
  /** Why it is not: as what it was left out, or `outside` where it does not belong to the article. */
  why?:
    | "menu" | "control" | "advertisement" | "promotion" | "related" | "comments" | "share" | "aside" | "footer"
    | "pull quote" | "legal" | "player" | "credit" | "topics" | "hidden" | "outside";
}

export interface Highlighting {
  /** What was read: of a page the element around the text of its article. Headline and standfirst are read
   * where they stand outside of it as well. */
  readonly root: Element | ShadowRoot | Document;
  /** Where the article was found: within schema.org's articleBody, an `article` or `main`, or (`density`) by its
   * words alone; `given` where the root itself was read. */
  readonly foundBy: "schema" | "article" | "main" | "density" | "given";
  /** The text as a reader sees it: what the offsets of the annotations count in. */
  readonly text: string;
  /** All paragraphs that were found, in order, with those that were left out and why. */
  readonly blocks: Block[];
  readonly annotations: Annotations;
  /** What people have put right. */
  readonly corrections: readonly Correction[];
  /** What of a file of annotations, and of its corrections, was not found on the page: left out, and never painted
   * elsewhere. */
  readonly orphans: Orphan[];
  /** Which painter is at work. */
  readonly painter: "highlight" | "mark";
  /** Everything that is painted, as live ranges of this moment. */
  readonly ranges: PaintedRange[];
  /** The words of an entity's mentions, of a quote or of any span, in the order of the page. */
  rangesOf(item: Item): Range[];
  /** What is painted at a point of the viewport (`event.clientX`, `event.clientY`), if anything. */
  at(x: number, y: number): Hit | null;
  /** Paints only these types, or only what the function picks; `null` paints all types again. */
  show(filter: readonly Type[] | ((item: Entity | Quote) => boolean) | null): void;
  /** Paints something above all the rest, as `newslight-chosen`, or `alone` in place of it; `null` ends
   * that. */
  choose(item: Item | null, options?: { alone?: boolean }): void;
  /** Puts right what was found: all corrections, in place of those before. */
  correct(corrections: readonly Correction[]): void;
  /** What was found, with what people have put right, as a file. */
  toFile(options?: { source?: string }): AnnotationFile;
  /** Reads and paints the page again: at once, or soon where what annotates is in the worker alone, as under
   * `<news-light>`; `onchange` is then called. */
  refresh(): void;
  /** Leaves the page as it was found. Calling it again does nothing. */
  remove(): void;
}

/** The annotations of a text as a file, for JSON: `highlight` and `<news-light annotations>` paint it without the
 * model, also when the article was edited since. Its schema is in `annotations.schema.json`. */
export function toFile(
  annotations: Annotations,
  text: string,
  options?: { source?: string; corrections?: readonly Correction[] } | null,
): AnnotationFile;

/** Words of a text, in two ways: by what they are and stand among, and by position in code points. */
export interface Target {
  selector: [
    { type: "TextQuoteSelector"; exact: string; prefix: string; suffix: string },
    { type: "TextPositionSelector"; start: number; end: number },
  ];
}

export interface AnnotationFile {
  format: "newslight";
  version: 1;
  /** The address of the article. */
  source?: string;
  /** The lines of the text that hold words, in code points, each with the CRC-32 of its words. */
  paragraphs: { start: number; end: number; checksum: string }[];
  entities: { type: EntityType; name: string; role?: string; url?: string; mentions: (Target & { kind: Mention["kind"] })[] }[];
  quotes: {
    kind: QuoteKind;
    content: Target[];
    quoted: Target[];
    cue: Target | null;
    speaker: (Target & { name: string; entity: number | null }) | null;
    confidence: number;
  }[];
  corrections?: readonly Correction[];
}

/** Whom or what a correction means. */
export interface EntityKey {
  /** Its name, or words by which the text names it. */
  name: string;
  type: EntityType;
}

/** One thing put right. The later wins; what is no longer there changes nothing. */
export type Correction = { author?: string; time?: string } & (
  | { action: "type"; entity: EntityKey; type: EntityType }
  | { action: "merge"; entity: EntityKey; into: EntityKey }
  | { action: "link"; entity: EntityKey; url: string | null }
  /** No name anywhere. */
  | { action: "ignore"; name: string }
  | { action: "add-name"; target: Target; entity: EntityKey }
  | { action: "remove-name"; target: Target }
  | { action: "add-quote"; target: Target[]; kind: Exclude<QuoteKind, "scare">; speaker: EntityKey | null }
  | { action: "remove-quote"; target: Target[] }
  | { action: "speaker"; target: Target[]; speaker: EntityKey | null }
);

/** Something of a file that was not found: where it stands in the file, and its words. */
export interface Orphan {
  path: string;
  exact: string;
}

/** The article as a schema.org NewsArticle with `mentions` and, as `hasPart`, its quotations. Dates,
 * sums of money and clauses reported without marks are left out. */
export function toJsonLd(
  annotations: Annotations,
  text: string,
  options?: { url?: string; headline?: string } | null,
): JsonLdArticle;

/** One W3C Web Annotation for each mention and each quote. `source` is the page's address; without
 * it, the address of the page that the script runs on. */
export function toWebAnnotations(
  annotations: Annotations,
  text: string,
  options?: { source?: string } | null,
): WebAnnotation[];

/** The address that scrolls to a quote and marks it: `url` with a `#:~:text=` directive for each piece
 * of the quote, and with the words around it where the quote's own occur more than once. */
export function textFragment(quote: Quote, text: string, options?: { url?: string } | null): string;

export interface JsonLdArticle {
  "@context": "https://schema.org";
  "@type": "NewsArticle";
  url?: string;
  headline?: string;
  mentions: {
    "@type": "Person" | "Organization" | "Place" | "Event" | "CreativeWork" | "Thing";
    "@id": string;
    name: string;
    jobTitle?: string;
    url?: string;
  }[];
  hasPart: {
    "@type": "Quotation";
    text: string;
    creditText?: string;
    spokenByCharacter?: { "@id": string };
  }[];
}

export interface WebAnnotation {
  "@context": "http://www.w3.org/ns/anno.jsonld";
  id: string;
  type: "Annotation";
  motivation: "identifying" | "describing";
  body: (
    | { type: "TextualBody"; value: string; purpose: "identifying" | "tagging" }
    | { type: "SpecificResource"; source: string; purpose: "linking" }
  )[];
  target: WebAnnotationTarget | WebAnnotationTarget[];
}

export interface WebAnnotationTarget {
  source: string;
  selector: [
    { type: "TextQuoteSelector"; exact: string; prefix: string; suffix: string },
    /** In Unicode code points, as the standard wants it. */
    { type: "TextPositionSelector"; start: number; end: number },
  ];
}
