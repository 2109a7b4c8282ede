// What a reader asks for beside the highlights of an article: the panel and the card, and what is chosen in them.

import { Card } from "./card.js";
import { copyQuote, copyQuotes } from "./copying.js";
import { meaningOf, selectionOf } from "./keeping.js";
import { Panel } from "./panel.js";
import { leadTo } from "./scrolling.js";
import { speakersOf } from "./speakers.js";
import { panelStyles } from "../pkg/interface.js";
import { adopt, hasForcedColours, lift, lower, pause, release, sheet, themeSheet } from "../pkg/page.js";
import { TYPES } from "../rules.js";

let panelSheet;

/** How quotes can be reported, as the legend explains it. */
const REPORTING = ["direct", "mixed", "indirect"];

/** Where on the window a chosen mention comes to stand; higher where a sheet covers the lower part. */
const RESTING_PLACE = 0.38;
const RESTING_PLACE_ABOVE_SHEET = 0.2;

export class Interface {
  /** The article that is read; see reading.js. */
  #reading;
  #card;
  #panel;
  #calm;
  #isDimmed = false;
  #selection = null;
  /** What that means, for when the article is read again. */
  #meaning;
  #groups = new Map();

  constructor(reading) {
    this.#reading = reading;
    const { host, scope, words, layer, settings, isSure } = reading;
    panelSheet ??= sheet(panelStyles);
    adopt(host.shadowRoot, panelSheet);
    this.#calm = themeSheet("calm", scope, " !important");
    const copy = (what, quote) => copyQuote(what, quote, this.#highlighting, isSure);
    this.#card = new Card({ words, on: { copy, isSure, lead: (selection) => this.#lead(selection) } });
    layer.prepend(this.#card.element);
    if (settings.panel !== "none") this.#addPanel(copy);
  }

  get card() {
    return this.#card.element;
  }

  get panel() {
    return this.#panel?.element;
  }

  get #highlighting() {
    return this.#reading.highlighting;
  }

  get #annotations() {
    return this.#highlighting.annotations;
  }

  /** Shows the annotations of now: at first, and when an observed page was read again. */
  async render() {
    this.#groups = speakersOf(this.#annotations, this.#reading.isSure);
    const chosen = this.#selection && selectionOf(this.#meaning, this.#highlighting);
    this.#panel?.render(this.#highlighting);
    this.#choose(chosen);
    await pause();
    this.renderLegend();
  }

  renderLegend() {
    const { quotes, entities } = this.#annotations;
    const present = new Set(entities.map((entity) => entity.type));
    const quoteKinds = REPORTING.filter((kind) => quotes.some((quote) => quote.kind === kind));
    if (quoteKinds.length) present.add("quote");
    const { choice, shown } = this.#reading;
    this.#panel?.renderLegend(TYPES.filter((type) => present.has(type)), { isOn: choice.isOn, shown, quoteKinds });
  }

  remove() {
    release(this.#reading.host.shadowRoot, panelSheet);
    this.#dim(false);
  }

  /** Shows the card beside some words. */
  show(selection, rects) {
    this.#card.show(selection, rects, this.#highlighting);
  }

  hide() {
    this.#card.hide();
  }

  #addPanel(copy) {
    const { words, layer, settings, choice, isSure } = this.#reading;
    this.#panel = new Panel({
      words,
      mode: settings.panel,
      tab: choice.tab,
      theme: choice.theme,
      on: {
        copy,
        isSure,
        copyAll: (format, quotes) => this.#copyAll(format, quotes),
        select: (selection) => this.select(selection, "panel"),
        glance: (selection) => this.#glance(selection),
        step: (by) => this.#step(by),
        place: (selection) => this.#place(selection),
        show: (what) => this.#reading.switch(what),
        theme: (name) => this.#reading.wear(name),
        tab: (tab) => this.#reading.keep({ tab }),
        close: () => this.open(false),
      },
    });
    this.#panel.element.hidden = settings.panel === "drawer" && !choice.isOpen;
    layer.append(this.#panel.element);
  }

  /** Opens the drawer in place of its opener, or the other way round. */
  open(isOpen, focus = this.#panel.title) {
    const { opener } = this.#reading;
    if (!opener) return;
    const [shown, gone] = isOpen ? [this.#panel.element, opener] : [opener, this.#panel.element];
    [shown.hidden, gone.hidden] = [false, true];
    lower(gone);
    lift(shown);
    opener.setAttribute("aria-expanded", isOpen);
    this.#reading.keep({ isOpen });
    if (isOpen) focus.focus({ preventScroll: true });
    else {
      this.select(null);
      opener.focus({ preventScroll: true });
    }
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
    this.#meaning = selection && meaningOf(this.#selection, this.#highlighting);
    const item = this.#selection && this.#itemOf(this.#selection);
    // In forced colours all highlights look alike, and none can step back: then the rest goes.
    const alone = Boolean(item) && hasForcedColours();
    this.#highlighting.choose(item, { alone });
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
    if (!hasForcedColours()) this.#highlighting.choose(item && this.#itemOf(item));
  }

  /** A click on the page: the panel, where it is in sight, shows the row. */
  pick(selection) {
    const isBeside = this.#panel && !this.#panel.element.hidden;
    if (isBeside) this.select(selection, "page");
    else if (selection) this.#tell(selection, "page");
  }

  /** From the card to the panel. */
  #lead(selection) {
    this.select(selection, "panel");
    this.open(true, this.#panel?.chosenRow);
  }

  #dim(isDimmed) {
    if (isDimmed !== this.#isDimmed) (isDimmed ? adopt : release)(this.#reading.tree, this.#calm);
    this.#isDimmed = isDimmed;
  }

  /** What a selection lights: all that a speaker said as one. */
  #itemOf({ entity, speaker, quote }) {
    const { entities, quotes } = this.#annotations;
    if (entity !== undefined) return entities[entity];
    if (speaker === undefined) return quotes[quote];
    return { content: (this.#groups.get(speaker)?.quotes ?? []).flatMap((index) => quotes[index].content) };
  }

  /** The quotes that a selection goes through: those of a speaker or of the article. */
  #run({ speaker }) {
    if (speaker !== undefined) return this.#groups.get(speaker).quotes;
    return this.#annotations.quotes.flatMap((quote, index) => (quote.kind === "scare" || (quote.kind === "indirect" && !this.#reading.isUnsureShown && !this.#reading.isSure(quote)) ? [] : [index]));
  }

  /** Which of how many a selection is. */
  #place(selection) {
    const { entity, mention, quote } = selection;
    if (entity !== undefined) return [mention, this.#annotations.entities[entity].mentions.length];
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
    const place = entity === undefined ? this.#annotations.quotes[quote] : this.#annotations.entities[entity].mentions[mention];
    const isSheet = (this.#reading.opener || this.#reading.editor) && matchMedia("(max-width: 40rem)").matches;
    const share = isSheet ? RESTING_PLACE_ABOVE_SHEET : RESTING_PLACE;
    const where = await leadTo(() => this.#highlighting.rangesOf(place)[0], share);
    if (where !== "seen" && selection === this.#selection) this.#panel?.note(this.#reading.words[where]);
  }

  /** Copies these quotes with their source. */
  #copyAll(format, indexes) {
    const url = document.querySelector("link[rel=canonical]")?.href || location.href.split("#")[0];
    const headline = (this.#reading.target.querySelector("h1") ?? document.querySelector("h1"))?.textContent.trim() || document.title;
    return copyQuotes(format, indexes, this.#highlighting, this.#reading.isSure, { url, headline });
  }

  #tell(selection, source) {
    const { entity, speaker } = selection;
    const detail = entity === undefined && speaker === undefined
      ? { kind: "quote", item: this.#annotations.quotes[selection.quote] }
      : entity === undefined
        ? { kind: "speaker", item: this.#annotations.quotes[selection.quote] }
        : { kind: "entity", item: this.#annotations.entities[entity] };
    if (source !== "script") this.#reading.editor?.turnTo(selection);
    this.#reading.host.dispatchEvent(new CustomEvent("newslight-select", { bubbles: true, composed: true, detail: { ...selection, ...detail, source } }));
  }
}
