// One highlighted page: drives the steps of the WebAssembly module, at one go or in slices, and
// hears of the page's own changes.

import { annotateAside, annotateHere, isAnnotatingHere } from "./annotating.js";
import { Base } from "./base.js";
import { around, CHANGES, isOverlooked, isUnfolded, pause, register } from "./dom.js";
import { named, wipe } from "./faults.js";
import { settle, settleSoon, wear } from "./looks.js";
import { filterOf, hitAt, paintedIn, spansOf } from "./showing.js";
import { Page } from "../pkg/page.js";

/** The milliseconds of one slice: half of what a page may take before a reader feels it. */
const SLICE = 20;

/** The same for wrapping words: the browser has to lay out what was wrapped. */
const WRAPPING_SLICE = 10;

/** How far from the window a block is near enough to be painted, where not all is. */
const NEAR = "100%";

/** How long a changed page is left alone, in milliseconds and in times of what reading it took. */
const REST = 250;
const REST_SHARE = 10;

/** How often a page is read anew that changes while it is being read. */
const ATTEMPTS = 3;

export class Highlighting {
  #page;
  /** Where the article was looked for. */
  #given;
  #plain;
  #options;
  #annotations = { entities: [], quotes: [] };
  /** What that was made of: what was found or saved, and what people have put right. */
  #base;
  #filter;
  /** The spans of what is chosen. */
  #chosen = new Uint32Array();
  /** Whether only what is chosen is painted. */
  #isAlone = false;
  #observer;
  /** Tells when the article is no longer there. */
  #moves;
  /** Tells which blocks come near the window, where there is very much to paint. */
  #nearby;
  /** The names of the looks that the page was given for us, with what takes them away. */
  #worn = new Map();
  /** The shadow roots and frames that were given them. */
  #dressed = new Set();
  #timer;
  /** Counts the readings: an older one gives way to a newer one. */
  #turn = 0;
  /** Whether the page changed since it was last begun to be read. */
  #isStale = false;
  /** Whether the page is to be read anew from its beginning. */
  #isWhole = false;
  #stop = () => this.remove();
  /** Paper shows the whole page at once. */
  #print = () => this.#page.paintBlocks(Uint32Array.from(this.#page.blocks.keys()), new Uint32Array(), true);
  #printed = () => this.#watchWindow();
  /** Stops hearing of what scrolls. */
  #scrolling;
  #frame;
  #moved = () => {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#paint(() => this.#page.paintParts());
    });
  };

  constructor(root, options) {
    const { onchange, onprogress, onerror, signal, show = null, minConfidence, annotations, corrections, renew, ...plain } = options;
    this.#base = new Base(annotations, corrections, renew);
    this.#options = options;
    this.#filter = filterOf(show, minConfidence);
    this.#plain = plain;
    this.#given = root;
    this.#page = new Page(root, plain);
    this.#observer = new MutationObserver((records) => this.#heed(records));
    this.#moves = new MutationObserver(() => this.#isGone() && this.#readSoon(REST));
    if (options.observe && this.root !== root) this.#moves.observe(root, { childList: true, subtree: true });
    signal?.addEventListener("abort", this.#stop);
    globalThis.addEventListener("beforeprint", this.#print);
    globalThis.addEventListener("afterprint", this.#printed);
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
  get corrections() {
    return this.#base.corrections;
  }
  get orphans() {
    return this.#base.orphans;
  }
  get blocks() {
    return (this.#page?.paragraphs ?? []).map(([element, role, why]) => ({ element, role, read: why === null, ...(why && { why }) }));
  }
  get ranges() {
    return paintedIn(this.#annotations, this.#isShown, (span) => this.#rangesIn(span));
  }

  rangesOf(item) {
    return spansOf(item).flatMap((span) => this.#rangesIn(span));
  }

  at(x, y) {
    const place = this.#page?.at(x, y);
    return place === undefined ? null : hitAt(place, this.#annotations, this.#isShown);
  }

  show(filter) {
    this.#filter = filterOf(filter, this.#options.minConfidence);
    this.#paintAnew();
  }

  /** Shows what was filtered, and what is chosen above it. */
  #paintAnew() {
    this.#paint(() => {
      this.#choosePaint();
      this.#page.paint(Infinity);
      this.#page.choose(this.#chosen);
    });
  }

  choose(item, { alone = false } = {}) {
    const spans = item ? spansOf(item).flatMap(({ start, end }) => [start, end]) : [];
    if (item && this.#page && this.painter !== "mark") this.#wear("chosen");
    const isOther = alone !== this.#isAlone;
    this.#isAlone = alone;
    this.#chosen = Uint32Array.from(spans);
    if (isOther) this.#paintAnew();
    else this.#paint(() => this.#page.choose(this.#chosen));
  }

  /** Puts right what was found, in place of what was put right before. */
  correct(corrections) {
    this.#base.corrections = corrections;
    if (!this.#page) return;
    const found = this.#base.corrected(this.text);
    this.#wearAll(found);
    this.#take(found);
    this.#paint(() => this.#page.paint(Infinity));
  }

  /** All this as a file: what was found, and what people have put right. */
  toFile(options) {
    return this.#base.toFile(this.text, options);
  }

  refresh() {
    if (!this.#base.isSaved && !isAnnotatingHere()) {
      this.#isWhole = this.#isStale = true;
      return this.#readSoon(0);
    }
    this.#begin(true);
    this.paintNow();
    return undefined;
  }

  remove() {
    this.#turn++;
    clearTimeout(this.#timer);
    this.#observer.disconnect();
    this.#moves.disconnect();
    this.#options.signal?.removeEventListener("abort", this.#stop);
    globalThis.removeEventListener("beforeprint", this.#print);
    globalThis.removeEventListener("afterprint", this.#printed);
    if (!this.#page) return;
    this.#leaveWindow();
    const page = this.#page;
    this.#page = undefined;
    this.#undress();
    try {
      settleSoon(page.root);
      page.remove();
      page.free();
    } catch {
      wipe(this.#dressed);
    }
  }

  /** Reads, annotates and paints at one go. */
  paintNow() {
    if (!this.#page) return this;
    this.#turn++;
    try {
      this.#page.read(Infinity);
      const found = this.#base.find(this.text, (kept) => annotateHere(this.#page, this.#plain, kept));
      this.#wearAll(found);
      this.#take(found);
      this.#paint(() => this.#page.paint(Infinity));
    } catch (error) {
      this.remove();
      throw named(error);
    }
    return this;
  }

  /** The same in slices; the page lives in between. */
  async paintInSlices() {
    const { signal, onprogress } = this.#options;
    try {
      await this.#readInSlices((done) => onprogress?.(done));
      signal?.throwIfAborted();
      return this;
    } catch (error) {
      this.remove();
      throw named(error);
    }
  }

  /** Whether something new was read, annotated and painted. */
  async #readInSlices(report = () => {}) {
    const turn = ++this.#turn;
    const isOver = async (done) => {
      report(done);
      await pause();
      return turn !== this.#turn;
    };
    let isNew = false;
    for (let attempt = 1; ; attempt++) {
      this.#watch();
      this.#isStale = false;
      do if (await isOver(0.2)) return false;
      while (!this.#page.read(SLICE));
      if (!this.#page.isChanged) break;
      isNew = true;
      if (await isOver(0.4)) return false;
      const { text, setApart } = this.#page;
      const found = await this.#base.findAside(text, (kept) => annotateAside({ text, setApart }, this.#plain, kept));
      if (await isOver(0.6)) return false;
      if (!this.#isStale || attempt === ATTEMPTS) {
        this.#wearAll(found);
        if (await isOver(0.7)) return false;
        this.#take(found);
        break;
      }
      this.#begin();
    }
    const slice = this.painter === "mark" ? WRAPPING_SLICE : SLICE;
    do if (await isOver(0.8)) return false;
    while (!this.#paint(() => this.#page.paint(slice)));
    report(1);
    return isNew;
  }

  #begin(everything = false) {
    if (this.#isGone()) this.#findAgain();
    else this.#paint(() => this.#page.begin(everything));
  }

  /** Whether the page has another article now: a router took ours away. */
  #isGone() {
    return this.#page && !this.#page.root.isConnected && this.#given.isConnected;
  }

  #findAgain() {
    this.#observer.disconnect();
    this.#leaveWindow();
    this.#page.remove();
    this.#undress();
    this.#page.free();
    this.#page = new Page(this.#given, this.#plain);
    this.#dress();
  }

  /** Gives what is read the looks that hold for all kinds. */
  #dress() {
    this.#dressed = new Set(this.#page.trees);
    this.#wear("common");
  }

  /** Gives the page the looks of what was found; those of the chosen come with a choice. The browser then styles the whole page anew: at
   * once and alone, rather than on top of painting. */
  #wearAll([{ entities, quotes }]) {
    if (this.#page.trees.some((tree) => !this.#dressed.has(tree))) {
      this.#undress();
      this.#dress();
    }
    const kinds = new Set([...quotes.map(({ kind }) => kind), ...entities.map(({ type }) => type)]);
    const worn = [...this.#worn.keys()].join(" ").split(" ");
    const fresh = [...kinds].filter((kind) => !worn.includes(kind));
    if (this.painter === "mark") this.#wear("mark");
    else if (fresh.length) this.#wear(fresh.sort().join(" "));
    settle(this.#page.root);
  }

  #wear(looks) {
    if (!this.#worn.has(looks)) this.#worn.set(looks, wear(this.#page.root, this.#page.trees, looks, this.#page.text.length));
  }

  #undress() {
    for (const shed of this.#worn.values()) shed();
    this.#worn.clear();
  }

  #take([annotations, marks]) {
    this.#annotations = annotations;
    this.#chosen = new Uint32Array();
    this.#paint(() => {
      this.#page.setMarks(marks);
      this.#choosePaint();
    });
    this.#watch();
  }

  #choosePaint() {
    const { entities, quotes } = this.#annotations;
    const bits = (items) => Uint8Array.from(items, (item) => (!this.#isAlone && this.#isShown(item) ? 1 : 0));
    this.#page.show(bits(quotes), bits(entities));
    this.#watchWindow();
  }

  /** Where there is very much to paint, paints what is near the window; before a print, all. */
  #watchWindow() {
    this.#leaveWindow();
    const { blocks } = this.#page;
    const numbers = new Map(blocks.map((block, number) => [block, number]));
    if (blocks.length === 0) return;
    this.#nearby = new IntersectionObserver((seen) => {
      const where = (isNear) => Uint32Array.from(seen.filter(({ isIntersecting }) => isIntersecting === isNear), ({ target }) => numbers.get(target));
      if (seen.some(isOverlooked)) {
        this.#leaveWindow();
        this.#print();
      } else this.#paint(() => this.#page.paintBlocks(where(true), where(false), false));
    }, { rootMargin: NEAR, scrollMargin: NEAR });
    for (const block of blocks) this.#nearby.observe(block);
    // Boxes that scroll notify nobody outside of their own tree.
    this.#scrolling = new AbortController();
    const options = { capture: true, passive: true, signal: this.#scrolling.signal };
    const trees = new Set([globalThis, ...[...around(this.#page.root)].map((node) => node.getRootNode())]);
    for (const tree of trees) for (const type of ["scroll", "resize"]) tree.addEventListener(type, this.#moved, options);
  }

  #leaveWindow() {
    this.#nearby?.disconnect();
    this.#scrolling?.abort();
  }

  #isShown = (item) => Boolean(this.#filter(item));

  #rangesIn({ start, end }) {
    return this.#page?.ranges(start, end) ?? [];
  }

  /** Changes the paint, without taking that for a change of the page. */
  #paint(change) {
    if (!this.#page) return undefined;
    this.#heed(this.#observer.takeRecords());
    const result = change();
    this.#observer.takeRecords();
    register();
    return result;
  }

  #watch() {
    for (const tree of this.#page.trees) this.#observer.observe(tree, CHANGES);
  }

  /** Takes the paint off what was rewritten; reads the page again soon, if it observes or a reader has unfolded something. */
  #heed(records) {
    if (!this.#page || records.length === 0 || !this.#page.heed(records)) return;
    this.#isStale = true;
    if (this.#options.observe || records.some(isUnfolded)) this.#readSoon(REST);
  }

  #readSoon(rest) {
    this.#timer ??= setTimeout(async () => {
      const began = performance.now();
      let isNew;
      try {
        this.#begin(this.#isWhole);
        this.#isWhole = false;
        isNew = await this.#readInSlices();
      } catch (error) {
        this.remove();
        return this.#options.onerror?.(named(error));
      }
      this.#timer = undefined;
      if (!this.#page) return undefined;
      if (isNew) this.#options.onchange?.(this);
      if (this.#isStale) this.#readSoon(Math.max(REST, REST_SHARE * (performance.now() - began)));
      return undefined;
    }, rest);
  }
}
