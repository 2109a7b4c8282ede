// One highlighted page: drives the steps of the WebAssembly module, at one go or in slices.

import { Page } from "./pkg/newslight.js";

/** The milliseconds of one slice: half of what a page may take before a reader feels it. */
const SLICE = 25;

export class Highlighting {
  #page;
  #options;
  #annotations = { entities: [], quotes: [] };
  #filter = null;

  constructor(root, options = {}) {
    const { onchange, onprogress, signal, ...plain } = options;
    this.#options = options;
    this.#page = new Page(root, plain);
    signal?.addEventListener("abort", () => this.remove(), { once: true });
  }

  get root() {
    return this.#page?.root ?? null;
  }
  get foundBy() {
    return this.#page?.foundBy ?? null;
  }
  get painter() {
    return this.#page?.painter ?? null;
  }
  get text() {
    return this.#page?.text ?? "";
  }
  get annotations() {
    return this.#annotations;
  }

  get ranges() {
    const { entities, quotes } = this.#annotations;
    const painted = (kind, owner, span) =>
      this.#rangesIn(span).map((range) => ({ kind, entity: null, quote: null, ...owner, range }));
    return [
      ...quotes.filter(this.#shown).flatMap((quote) => quote.content.flatMap((span) => painted(quote.kind, { quote }, span))),
      ...entities.filter(this.#shown).flatMap((entity) => paintedMentions(entity).flatMap((span) => painted(entity.type, { entity }, span))),
    ];
  }

  rangesOf(item) {
    return spansOf(item).flatMap((span) => this.#rangesIn(span));
  }

  at(x, y) {
    const place = this.#page?.at(x, y);
    if (place === undefined) return null;
    const covers = (span) => span.start <= place && place < span.end;
    const { entities, quotes } = this.#annotations;
    const quote = quotes.filter(this.#shown).findLast((quote) => quote.content.some(covers)) ?? null;
    for (const entity of entities.filter(this.#shown)) {
      const mention = paintedMentions(entity).find(covers);
      if (mention) return { entity, mention, quote };
    }
    return quote && { entity: null, mention: null, quote };
  }

  show(filter) {
    if (Array.isArray(filter)) {
      const types = new Set(filter);
      this.#filter = (item) => types.has(item.type ?? "quote");
    } else {
      this.#filter = filter;
    }
    this.#choosePaint();
    this.#page?.paint(Infinity);
  }

  choose(item) {
    const spans = item ? spansOf(item).flatMap(({ start, end }) => [start, end]) : [];
    this.#page?.choose(Uint32Array.from(spans));
  }

  refresh() {
    this.#page?.begin();
    this.paintNow();
  }

  remove() {
    this.#page?.remove();
    this.#page?.free();
    this.#page = undefined;
  }

  /** Reads, annotates and paints at one go. */
  paintNow() {
    if (!this.#page) return this;
    this.#page.read(Infinity);
    this.#annotate();
    this.#page.paint(Infinity);
    return this;
  }

  /** The same in slices; the page lives in between. */
  async paintInSlices() {
    const { signal, onprogress } = this.#options;
    const rest = async (done) => {
      onprogress?.(done);
      await pause();
      signal?.throwIfAborted();
    };
    try {
      while (!this.#page.read(SLICE)) await rest(0.2);
      await rest(0.4);
      this.#annotate();
      await rest(0.6);
      while (!this.#page.paint(SLICE)) await rest(0.8);
      onprogress?.(1);
      return this;
    } catch (error) {
      this.remove();
      throw error;
    }
  }

  #annotate() {
    this.#annotations = this.#page.annotate();
    this.#choosePaint();
  }

  #choosePaint() {
    const { entities, quotes } = this.#annotations;
    const bits = (items) => Uint8Array.from(items, (item) => (this.#shown(item) ? 1 : 0));
    this.#page?.show(bits(quotes), bits(entities));
  }

  #shown = (item) => this.#filter === null || Boolean(this.#filter(item));

  #rangesIn({ start, end }) {
    return this.#page?.ranges(start, end) ?? [];
  }
}

/** The mentions that are painted: pronouns stay plain. */
function paintedMentions(entity) {
  return entity.mentions.filter((mention) => mention.kind !== "pronoun");
}

function spansOf(item) {
  return item.mentions ?? item.content ?? [item];
}

/** Lets the page handle what waits: by the scheduler where there is one. */
function pause() {
  return globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
