// One article being read: the highlights, the panel and the card, and what the reader chose.

import { Card } from "./card.js";
import { loadPainter } from "./newslight.js";
import { Panel } from "./panel.js";
import { adopt, copyQuote, copyQuotes, h, hasForcedColours, leadTo, lift, lower, meaningOf, panelStyles, pause, prepareAside, release, selectionOf, sheet, speakersOf, stand, themeSheet } from "./pkg/page.js";
import { Pointing } from "./pointing.js";
import { recall, store } from "./remembering.js";
import { CALM, SURE, TYPES } from "./rules.js";
import { fetchWords, wordsFor } from "./words.js";

const panelSheet = sheet(panelStyles);

/** How quotes can be reported, as the legend explains it. */
const REPORTING = ["direct", "mixed", "indirect"];

/** Where on the window a chosen mention comes to stand; higher where a sheet covers the lower part. */
const RESTING_PLACE = 0.38;
const RESTING_PLACE_ABOVE_SHEET = 0.2;

/** Loads what is needed, paints the article and shows what was asked for around it. */
export async function read(host, target, settings) {
  const loading = loadPainter();
  if (!settings.annotations) prepareAside();
  const [newslight, annotations] = await Promise.all([loading, settings.annotations?.(), fetchWords(host.lang)]);
  const reading = new Reading(host, target, settings);
  const { painter, types, skip, lexicon, ignore, observe, signal } = settings;
  const began = performance.now();
  const highlighting = await newslight.highlightAsync(target, {
    annotations, painter, types, skip, lexicon, ignore, observe, signal, show: (item) => reading.isShown(item), onchange: () => reading.render().then(() => reading.editor?.render()), onerror: settings.onerror,
  });
  try {
    await reading.begin(highlighting, performance.now() - began);
  } catch (error) {
    reading.remove();
    throw error;
  }
  return reading;
}

class Reading {
  #host;
  #root;
  #target;
  #settings;
  #words;
  #card;
  #panel;
  editor;
  #opener;
  /** Holds panel, card and opener: what the page hands down to the element ends here. */
  #layer = h("div.layer");
  #pointing;
  /** Takes the opener away from among those of other articles. */
  #leave;
  #theme;
  /** The colours of the same theme for the swatches of panel and card. */
  #colours;
  #calm;
  /** The document or shadow root that the article is in: where its theme must be adopted. */
  #tree;
  #isDimmed = false;
  #selection = null;
  /** What that means, for when the article is read again. */
  #meaning;
  #groups = new Map();
  /** What the reader chose: whether anything is shown, which kinds, how they look, and where the panel stood. */
  #choice;
  #shown;
  #isUnsureShown = false;

  constructor(host, target, settings) {
    this.#host = host;
    this.#root = host.shadowRoot;
    this.#target = target;
    this.#tree = target.getRootNode();
    this.#settings = settings;
    this.#words = wordsFor(host.lang || "en", settings.words);
    // In forced colours every highlight is a block of one colour: there the reader switches them on.
    this.#choice = { isOn: settings.panel === "none" || !hasForcedColours(), kinds: settings.types ?? CALM, theme: settings.theme, tab: "quote", isOpen: false };
    if (settings.remember) recall(this.#choice);
    this.#shown = new Set(this.#choice.kinds);
    this.#makeTheme();
  }

  #makeTheme() {
    const scope = this.#host.getAttribute("for") || "news-light";
    this.#theme = themeSheet(this.#choice.theme, scope);
    this.#colours = themeSheet(this.#choice.theme, ":host");
    this.#calm ??= themeSheet("calm", scope, " !important");
  }

  /** Whether something is to be painted: switched on, of a kind that is, and sure. */
  isShown({ type = "quote", kind, confidence }) {
    const isLikely = kind !== "indirect" || this.#isUnsureShown || this.#isSure({ confidence });
    return this.#choice.isOn && this.#shown.has(type) && isLikely;
  }

  #isSure = ({ confidence }) => confidence >= (this.#settings.minConfidence ?? SURE);

  get annotations() {
    return this.highlighting.annotations;
  }

  /** Shows panel and card one after the other, and lets the reader in between. */
  async begin(highlighting, milliseconds) {
    this.highlighting = highlighting;
    this.milliseconds = milliseconds;
    await pause();
    for (const made of [panelSheet, this.#colours]) adopt(this.#root, made);
    adopt(this.#tree, this.#theme);
    const copy = (what, quote) => this.#copy(what, quote);
    this.#card = new Card({ words: this.#words, on: { copy, isSure: this.#isSure, lead: (selection) => this.#lead(selection) } });
    this.#root.append(this.#layer);
    this.#layer.append(this.#card.element);
    await pause();
    this.#pointing = new Pointing(this.#target, this.#card.element, {
      find: (x, y) => this.#find(x, y),
      show: (selection, rects) => this.#card.show(selection, rects, this.highlighting),
      hide: () => this.#card.hide(),
      pick: (selection) => this.#pick(selection),
    });
    if (this.#settings.panel !== "none") this.#addPanel(copy);
    await pause();
    await this.render();
    if (this.#settings.edit) await this.#edit();
    // Once it holds its count: to grow later would move its words.
    if (!this.#opener) return;
    this.#layer.insertBefore(this.#opener, this.#panel.element);
    this.#leave = stand(this.#opener, this.#target);
    this.surface();
  }

  /** Lets people put right what was found: the editor is fetched only then. */
  async #edit() {
    const { Editor } = await import("./editor.js");
    if (this.#settings.signal.aborted) return;
    this.editor = new Editor(this.#host, this);
    this.#layer.append(this.editor.element);
    this.editor.surface();
  }

  /** Puts what floats above the page: again after the element was moved. */
  surface() {
    if (this.#opener) lift(this.#opener.hidden ? this.#panel.element : this.#opener);
  }

  /** Shows the annotations of now: at first, and when an observed page was read again. */
  async render() {
    if (!this.#card) return;
    this.#groups = speakersOf(this.annotations, this.#isSure);
    const chosen = this.#selection && selectionOf(this.#meaning, this.highlighting);
    this.#pointing.refresh();
    this.#panel?.render(this.highlighting);
    this.#choose(chosen);
    await pause();
    this.#renderLegend();
    if (this.#opener) {
      const quotes = this.annotations.quotes.filter((quote) => quote.kind !== "scare" && (quote.kind !== "indirect" || this.#isSure(quote))).length;
      this.#opener.querySelector(".count").textContent = String(quotes);
      this.#opener.querySelector(".unseen").textContent = this.#words.quotes(quotes);
    }
  }

  /** Leaves the page and the element as they were found. */
  remove() {
    this.highlighting?.remove();
    this.#pointing?.stop();
    this.editor?.remove();
    this.#leave?.();
    this.#layer.remove();
    if (!this.highlighting) return;
    for (const made of [panelSheet, this.#colours]) release(this.#root, made);
    release(this.#tree, this.#theme);
    this.#dim(false);
  }

  #addPanel(copy) {
    const mode = this.#settings.panel;
    this.#panel = new Panel({
      words: this.#words,
      mode,
      tab: this.#choice.tab,
      theme: this.#choice.theme,
      on: {
        copy,
        isSure: this.#isSure,
        copyAll: (format, quotes) => this.#copyAll(format, quotes),
        select: (selection) => this.select(selection, "panel"),
        glance: (selection) => this.#glance(selection),
        step: (by) => this.#step(by),
        place: (selection) => this.#place(selection),
        show: (what) => this.#switch(what),
        theme: (name) => this.#wear(name),
        tab: (tab) => this.#keep({ tab }),
        close: () => this.#open(false),
      },
    });
    this.#layer.append(this.#panel.element);
    if (mode !== "drawer") return;
    const { isOpen } = this.#choice;
    this.#panel.element.hidden = !isOpen;
    this.#opener = h("button.opener", {
      type: "button", part: "opener", hidden: isOpen, "aria-expanded": String(isOpen), "aria-controls": "panel", onclick: () => this.#open(true),
    }, h("span.mark", { "aria-hidden": "true" }, "“"), this.#words.title, h("span.count", { "aria-hidden": "true" }), h("span.unseen"));
  }

  #open(isOpen, focus = this.#panel.title) {
    if (!this.#opener) return;
    const [shown, gone] = isOpen ? [this.#panel.element, this.#opener] : [this.#opener, this.#panel.element];
    [shown.hidden, gone.hidden] = [false, true];
    lower(gone);
    lift(shown);
    this.#opener.setAttribute("aria-expanded", isOpen);
    this.#keep({ isOpen });
    if (isOpen) focus.focus({ preventScroll: true });
    else {
      this.select(null);
      this.#opener.focus({ preventScroll: true });
    }
  }

  /** Paints these kinds alone. */
  show(types) {
    this.#shown = new Set(types);
    this.#keep({ kinds: [...this.#shown], isOn: true });
    this.#repaint();
  }

  /** A switch of the legend: all highlights, those of a kind, or the reports that are less certain. */
  #switch(what) {
    if (what === "unsure") this.#isUnsureShown = !this.#isUnsureShown;
    else if (what === "all") this.#keep({ isOn: !this.#choice.isOn });
    else {
      if (!this.#shown.delete(what)) this.#shown.add(what);
      this.#keep({ kinds: [...this.#shown] });
    }
    this.#repaint();
  }

  #repaint() {
    this.highlighting.show((item) => this.isShown(item));
    this.#renderLegend();
  }

  /** Another look, as long as this article is read. */
  #wear(theme) {
    release(this.#root, this.#colours);
    release(this.#tree, this.#theme);
    this.#keep({ theme });
    this.#makeTheme();
    adopt(this.#root, this.#colours);
    adopt(this.#tree, this.#theme);
  }

  #renderLegend() {
    const { quotes, entities } = this.annotations;
    const present = new Set(entities.map((entity) => entity.type));
    const quoteKinds = REPORTING.filter((kind) => quotes.some((quote) => quote.kind === kind));
    if (quoteKinds.length) present.add("quote");
    this.#panel?.renderLegend(TYPES.filter((type) => present.has(type)), { isOn: this.#choice.isOn, shown: this.#shown, quoteKinds });
  }

  /** Lights `{ entity, mention }`, `{ speaker, quote }` or `{ quote }` and lets all the rest step back; `null`
   * ends that. What is chosen on the page needs no scrolling. */
  select(selection, source) {
    const item = this.#choose(selection);
    if (!item) return;
    if (source !== "page") {
      this.#card.hide();
      this.#scrollTo(this.#selection);
    }
    this.#tell(this.#selection, source);
  }

  #choose(selection) {
    this.#selection = selection && this.#whole(selection);
    this.#meaning = selection && meaningOf(this.#selection, this.highlighting);
    const item = this.#selection && this.#itemOf(this.#selection);
    // In forced colours all highlights look alike, and none can step back: then the rest goes.
    const alone = Boolean(item) && hasForcedColours();
    this.highlighting.choose(item, { alone });
    this.#panel?.choose(this.#selection);
    this.#dim(Boolean(item) && !alone);
    return item;
  }

  /** The first mention or quote, where none is named. */
  #whole({ entity, mention = 0, speaker, quote }) {
    if (entity !== undefined) return { entity, mention };
    return speaker === undefined ? { quote } : { speaker, quote: quote ?? this.#groups.get(speaker)?.quotes[0] };
  }

  /** Lights what the pointer is on in the panel, until it goes on. */
  #glance(selection) {
    const item = selection ?? this.#selection;
    if (this.#card && !hasForcedColours()) this.highlighting.choose(item && this.#itemOf(item));
  }

  /** A click on the page: the panel, where it is in sight, shows the row. */
  #pick(selection) {
    const isBeside = this.#panel && !this.#panel.element.hidden;
    if (isBeside) this.select(selection, "page");
    else if (selection) this.#tell(selection, "page");
  }

  /** From the card to the panel. */
  #lead(selection) {
    this.select(selection, "panel");
    this.#open(true, this.#panel?.chosenRow);
  }

  #dim(isDimmed) {
    if (isDimmed !== this.#isDimmed) (isDimmed ? adopt : release)(this.#tree, this.#calm);
    this.#isDimmed = isDimmed;
  }

  /** What a selection lights: all that a speaker said as one. */
  #itemOf({ entity, speaker, quote }) {
    const { entities, quotes } = this.annotations;
    if (entity !== undefined) return entities[entity];
    if (speaker === undefined) return quotes[quote];
    return { content: (this.#groups.get(speaker)?.quotes ?? []).flatMap((index) => quotes[index].content) };
  }

  /** The quotes that a selection goes through: those of a speaker or of the article. */
  #run({ speaker }) {
    if (speaker !== undefined) return this.#groups.get(speaker).quotes;
    return this.annotations.quotes.flatMap((quote, index) => (quote.kind === "scare" || (quote.kind === "indirect" && !this.#isUnsureShown && !this.#isSure(quote)) ? [] : [index]));
  }

  /** Which of how many a selection is. */
  #place(selection) {
    const { entity, mention, quote } = selection;
    if (entity !== undefined) return [mention, this.annotations.entities[entity].mentions.length];
    const run = this.#run(selection);
    return [run.indexOf(quote), run.length];
  }

  /** To the next mention or quote, round and round. */
  #step(by) {
    if (!this.#selection) return;
    const [at, all] = this.#place(this.#selection);
    const next = (at + by + all) % all;
    const { entity } = this.#selection;
    this.select(entity === undefined ? { ...this.#selection, quote: this.#run(this.#selection)[next] } : { entity, mention: next }, "panel");
  }

  /** Scrolls to what was chosen; where the page has folded that away, once it is unfolded. */
  async #scrollTo(selection) {
    const { entity, mention, quote } = selection;
    const place = entity === undefined ? this.annotations.quotes[quote] : this.annotations.entities[entity].mentions[mention];
    const isSheet = (this.#opener || this.editor) && matchMedia("(max-width: 40rem)").matches;
    const share = isSheet ? RESTING_PLACE_ABOVE_SHEET : RESTING_PLACE;
    const where = await leadTo(() => this.highlighting.rangesOf(place)[0], share);
    if (where !== "seen" && selection === this.#selection) this.#panel?.note(this.#words[where]);
  }

  /** The name or else the quote at a point. */
  #find(x, y) {
    const hit = this.highlighting.at(x, y);
    if (!hit) return undefined;
    const { entity, mention, quote } = hit;
    if (entity && mention) {
      return { selection: { entity: entity.id, mention: entity.mentions.indexOf(mention) }, ranges: this.highlighting.rangesOf(mention) };
    }
    if (quote && quote.kind !== "scare") {
      return { selection: { quote: this.annotations.quotes.indexOf(quote) }, ranges: this.highlighting.rangesOf(quote) };
    }
    return undefined;
  }

  #copy(what, index) {
    return copyQuote(what, index, this.highlighting, this.#isSure);
  }

  /** Copies these quotes with their source. */
  #copyAll(format, indexes) {
    const url = document.querySelector("link[rel=canonical]")?.href || location.href.split("#")[0];
    const headline = (this.#target.querySelector("h1") ?? document.querySelector("h1"))?.textContent.trim() || document.title;
    return copyQuotes(format, indexes, this.highlighting, this.#isSure, { url, headline });
  }

  #tell(selection, source) {
    const { entity, speaker } = selection;
    const detail = entity === undefined && speaker === undefined
      ? { kind: "quote", item: this.annotations.quotes[selection.quote] }
      : entity === undefined
        ? { kind: "speaker", item: this.annotations.quotes[selection.quote] }
        : { kind: "entity", item: this.annotations.entities[entity] };
    if (source !== "script") this.editor?.turnTo(selection);
    this.#host.dispatchEvent(new CustomEvent("newslight-select", { bubbles: true, composed: true, detail: { ...selection, ...detail, source } }));
  }

  /** Keeps what the reader chose. */
  #keep(change) {
    Object.assign(this.#choice, change);
    if (this.#settings.remember) store(this.#choice);
  }
}
