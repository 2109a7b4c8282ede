// One article being read: the highlights, the panel and the card, and what the reader chose.

import { Card } from "./card.js";
import { load } from "./newslight.js";
import { Panel } from "./panel.js";
import { adopt, h, isCalm, panelStyles, pause, quoteText, release, sheet, textFragment, themeSheet } from "./pkg/newslight.js";
import { Pointing } from "./pointing.js";
import { TYPES } from "./rules.js";
import { fetchWords, wordsFor } from "./words.js";

const panelSheet = sheet(panelStyles);

/** Where `remember` keeps which kinds the reader wants to see. */
const STORED = "newslight-kinds";

/** Where on the window a chosen mention comes to stand; higher where a sheet covers the lower part. */
const RESTING_PLACE = 0.38;
const RESTING_PLACE_ABOVE_SHEET = 0.2;

/** Loads the module, paints the article and shows what was asked for around it. */
export async function read(host, target, settings) {
  const [newslight] = await Promise.all([load(), fetchWords(host.lang)]);
  const reading = new Reading(host, target, settings);
  const { painter, types, skip, lexicon, observe, signal } = settings;
  const began = performance.now();
  const highlighting = await newslight.highlightAsync(target, {
    painter, types, skip, lexicon, observe, signal, onchange: () => reading.render(),
  });
  await reading.begin(highlighting, performance.now() - began);
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
  #opener;
  #pointing;
  #theme;
  /** The colours of the same theme for the swatches of panel and card. */
  #colours;
  #calm;
  /** The document or shadow root that the article is in: where its theme must be adopted. */
  #tree;
  #isDimmed = false;
  #selection = null;
  #shown;

  constructor(host, target, settings) {
    this.#host = host;
    this.#root = host.shadowRoot;
    this.#target = target;
    this.#tree = target.getRootNode();
    this.#settings = settings;
    this.#words = wordsFor(host.lang || "en", settings.words);
    this.#shown = new Set(settings.types ?? TYPES);
    const scope = host.getAttribute("for") || "news-light";
    this.#theme = themeSheet(settings.theme, scope);
    this.#colours = themeSheet(settings.theme, ":host");
    this.#calm = themeSheet("calm", scope, " !important");
  }

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
    this.#card = new Card({ words: this.#words, copy });
    this.#root.append(this.#card.element);
    await pause();
    this.#pointing = new Pointing(this.#target, this.#card.element, {
      find: (x, y) => this.#find(x, y),
      show: (selection, rect) => this.#card.show(selection, rect, this.highlighting),
      hide: () => this.#card.hide(),
      pick: (selection) => this.#tell(selection, "page"),
    });
    if (this.#settings.panel !== "none") this.#addPanel(copy);
    if (this.#settings.remember) this.#recall();
    await pause();
    await this.render();
    // Once it holds its count: to grow later would move its words.
    if (this.#opener) this.#root.insertBefore(this.#opener, this.#panel.element);
  }

  /** Shows the annotations of now: at first, and when an observed page was read again. */
  async render() {
    if (!this.#card) return;
    this.#card.hide();
    this.select(null);
    this.#panel?.render(this.highlighting);
    await pause();
    this.#renderLegend();
    if (this.#opener) {
      const quotes = this.annotations.quotes.filter((quote) => quote.kind !== "scare").length;
      this.#opener.querySelector(".count").textContent = String(quotes);
      this.#opener.querySelector(".unseen").textContent = this.#words.quotes(quotes);
    }
  }

  /** Leaves the page and the element as they were found. */
  remove() {
    this.highlighting?.remove();
    this.#pointing?.stop();
    for (const added of [this.#card?.element, this.#panel?.element, this.#opener]) added?.remove();
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
      on: {
        copy,
        select: (selection) => this.select(selection, "panel"),
        step: (by) => this.#step(by),
        show: (types) => this.show(types),
        close: () => this.#open(false),
      },
    });
    this.#root.append(this.#panel.element);
    if (mode !== "drawer") return;
    this.#panel.element.hidden = true;
    this.#opener = h("button.opener", {
      type: "button", part: "opener", "aria-expanded": "false", "aria-controls": "panel", onclick: () => this.#open(true),
    }, h("span.mark", { "aria-hidden": "true" }, "“"), this.#words.title, h("span.count", { "aria-hidden": "true" }), h("span.unseen"));
  }

  #open(isOpen) {
    if (!this.#opener) return;
    this.#panel.element.hidden = !isOpen;
    this.#opener.hidden = isOpen;
    this.#opener.setAttribute("aria-expanded", isOpen);
    if (isOpen) this.#panel.title.focus({ preventScroll: true });
    else {
      this.select(null);
      this.#opener.focus({ preventScroll: true });
    }
  }

  /** Paints these kinds alone. */
  show(types) {
    this.#shown = new Set(types);
    this.highlighting.show([...this.#shown]);
    this.#renderLegend();
    if (this.#settings.remember) this.#store();
  }

  #renderLegend() {
    const present = new Set(this.annotations.entities.map((entity) => entity.type));
    if (this.annotations.quotes.some((quote) => quote.kind !== "scare")) present.add("quote");
    this.#panel?.renderLegend(TYPES.filter((type) => present.has(type)), this.#shown);
  }

  /** Lights `{ entity, mention }` or `{ quote }` and lets all the rest step back; `null` ends that. */
  select(selection, source) {
    this.#selection = selection;
    const item = selection && this.#itemOf(selection);
    // In forced colours all highlights look alike, and none can step back: then the rest goes.
    const alone = Boolean(item) && matchMedia("(forced-colors: active)").matches;
    this.highlighting.choose(item, { alone });
    this.#panel?.choose(selection);
    this.#dim(Boolean(item) && !alone);
    if (!item) return;
    this.#card.hide();
    this.#scrollTo(selection, item);
    this.#tell(selection, source);
  }

  #dim(isDimmed) {
    if (isDimmed !== this.#isDimmed) (isDimmed ? adopt : release)(this.#tree, this.#calm);
    this.#isDimmed = isDimmed;
  }

  #itemOf({ entity, quote }) {
    return quote === undefined ? this.annotations.entities[entity] : this.annotations.quotes[quote];
  }

  /** To the next mention of the chosen name, round and round; to the next quote of the article. */
  #step(by) {
    const { entity, mention, quote } = this.#selection ?? {};
    if (entity !== undefined) {
      const { length } = this.annotations.entities[entity].mentions;
      this.select({ entity, mention: (mention + by + length) % length }, "panel");
    } else if (quote !== undefined) {
      const spoken = this.annotations.quotes.flatMap(({ kind }, index) => (kind === "scare" ? [] : [index]));
      const next = spoken[(spoken.indexOf(quote) + by + spoken.length) % spoken.length];
      this.select({ quote: next }, "panel");
    }
  }

  #scrollTo({ entity, mention }, item) {
    const place = entity === undefined ? item : item.mentions[mention];
    const [range] = this.highlighting.rangesOf(place);
    if (!range) return;
    const rect = range.getBoundingClientRect();
    const isSheet = this.#opener && matchMedia("(max-width: 40rem)").matches;
    const line = innerHeight * (isSheet ? RESTING_PLACE_ABOVE_SHEET : RESTING_PLACE);
    const scroller = scrollerOf(range.startContainer.parentElement);
    scroller.scrollBy({ top: rect.top - line, behavior: isCalm() ? "instant" : "smooth" });
  }

  /** The name or else the quote at a point, if its kind is shown. */
  #find(x, y) {
    const hit = this.highlighting.at(x, y);
    if (!hit) return undefined;
    const { entity, mention, quote } = hit;
    if (entity && mention && this.#shown.has(entity.type)) {
      return { selection: { entity: entity.id, mention: entity.mentions.indexOf(mention) }, ranges: this.highlighting.rangesOf(mention) };
    }
    if (quote && quote.kind !== "scare" && this.#shown.has("quote")) {
      return { selection: { quote: this.annotations.quotes.indexOf(quote) }, ranges: this.highlighting.rangesOf(quote) };
    }
    return undefined;
  }

  async #copy(what, index) {
    const { text } = this.highlighting;
    const quote = this.annotations.quotes[index];
    const { role } = this.annotations.entities[quote.speaker?.entity] ?? {};
    const credit = [quote.speaker?.name, role].filter(Boolean).join(", ");
    const words = quoteText(quote, text) + (credit && ` — ${credit}`);
    try {
      await navigator.clipboard.writeText(what === "link" ? textFragment(quote, text, { url: location.href }) : words);
      return true;
    } catch {
      return false;
    }
  }

  #tell(selection, source) {
    const item = this.#itemOf(selection);
    const detail = { ...selection, item, kind: selection.quote === undefined ? "entity" : "quote", source };
    this.#host.dispatchEvent(new CustomEvent("newslight-select", { bubbles: true, composed: true, detail }));
  }

  /** Storage can be full or forbidden: then nothing is remembered. */
  #store() {
    try {
      localStorage.setItem(STORED, [...this.#shown].join(" "));
    } catch {}
  }

  #recall() {
    try {
      const stored = localStorage.getItem(STORED);
      if (stored !== null) this.show(stored.split(" ").filter((type) => TYPES.includes(type)));
    } catch {}
  }
}

/** The nearest element around that scrolls, or the page. */
function scrollerOf(element) {
  for (let around = element; around && around !== document.body; around = around.parentElement) {
    const { overflowY } = getComputedStyle(around);
    if (/auto|scroll/.test(overflowY) && around.scrollHeight > around.clientHeight) return around;
  }
  return window;
}
