// One article being read: its highlights, the button that opens the panel, and what the reader chose. The panel and the
// card come once they are asked for.

import { startPainter } from "../loading.js";
import { Highlighting, adopt, around, h, hasForcedColours, lift, lower, openerStyles, pause, prepareAside, release, sheet, stand, themeSheet } from "../pkg/page.js";
import { Pointing } from "./pointing.js";
import { recall, store } from "./remembering.js";
import { CALM, SURE } from "../rules.js";
import { fetchWords, wordsFor } from "../words.js";

const openerSheet = sheet(openerStyles);

/** Loads what is needed, paints the article and shows what was asked for around it. */
export async function read(host, target, settings) {
  const loading = startPainter();
  if (!settings.annotations) prepareAside();
  const [annotations] = await Promise.all([settings.annotations?.(), loading, fetchWords(host.lang)]);
  const reading = new Reading(host, target, settings);
  const { renew, painter, types, skip, lexicon, ignore, observe, signal, onerror } = settings;
  const began = performance.now();
  await pause();
  signal.throwIfAborted();
  reading.highlighting = new Highlighting(target, {
    annotations, renew, painter, types, skip, lexicon, ignore, observe, signal, onerror, show: (item) => reading.isShown(item), onchange: () => reading.render().then(() => reading.editor?.render()),
  });
  try {
    await reading.highlighting.paintInSlices();
    await reading.begin(performance.now() - began);
  } catch (error) {
    reading.remove();
    throw error;
  }
  return reading;
}

class Reading {
  /** Holds panel, card and opener: what the page hands down to the element ends here. */
  layer = h("div.layer");
  opener;
  editor;
  isUnsureShown = false;
  #interface;
  #fetching;
  #pointing;
  /** Ends what brings the interface before it is needed. */
  #listening = new AbortController();
  /** Takes the opener away from among those of other articles. */
  #leave;
  #theme;
  /** The colours of the same theme for the swatches of panel and card. */
  #colours;

  constructor(host, target, settings) {
    this.host = host;
    this.target = target;
    /** The document or shadow root that the article is in: where its theme must be adopted. */
    this.tree = target.getRootNode();
    this.settings = settings;
    this.scope = host.getAttribute("for") || "news-light";
    this.words = wordsFor(host.lang || "en", settings.words);
    /** What the reader chose: whether anything is shown, which kinds, how they look, and where the panel stood. In forced
     * colours every highlight is a block of one colour: there the reader switches them on. */
    this.choice = { isOn: settings.panel === "none" || !hasForcedColours(), kinds: settings.types ?? CALM, theme: settings.theme, tab: "quote", isOpen: false };
    if (settings.remember) recall(this.choice);
    this.shown = new Set(this.choice.kinds);
    this.#makeTheme();
  }

  #makeTheme() {
    this.#theme = themeSheet(this.choice.theme, this.scope);
    this.#colours = themeSheet(this.choice.theme, ":host");
  }

  /** Whether something is to be painted: switched on, of a kind that is, and sure. */
  isShown({ type = "quote", kind, confidence }) {
    const isLikely = kind !== "indirect" || this.isUnsureShown || this.isSure({ confidence });
    return this.choice.isOn && this.shown.has(type) && isLikely;
  }

  isSure = ({ confidence }) => confidence >= (this.settings.minConfidence ?? SURE);

  get annotations() {
    return this.highlighting.annotations;
  }

  /** Shows one after the other what floats above the article, and lets the reader in between. */
  async begin(milliseconds) {
    this.milliseconds = milliseconds;
    await pause();
    for (const made of [openerSheet, this.#colours]) adopt(this.host.shadowRoot, made);
    adopt(this.tree, this.#theme);
    this.host.shadowRoot.append(this.layer);
    this.#pointing = new Pointing(this.target, {
      find: (x, y) => this.#find(x, y),
      show: (selection, rects) => this.#with((made) => this.#pointing.isAt(selection) && made.show(selection, rects)),
      hide: () => this.#interface?.hide(),
      pick: (selection) => (selection ? this.#with((made) => made.pick(selection)) : this.#interface?.pick(null)),
    });
    const { panel, edit } = this.settings;
    if (panel === "drawer") this.#makeOpener();
    await pause();
    await this.render();
    if (panel === "inline" || (this.opener && this.choice.isOpen) || edit) await this.#fetch();
    if (edit) await this.#edit();
    this.#bringSoon();
    // Once it holds its count: to grow later would move its words.
    if (!this.opener) return;
    this.layer.insertBefore(this.opener, this.#interface?.panel ?? null);
    this.#leave = stand(this.opener, this.target);
    this.surface();
    this.#stayAbove();
  }

  /** Lets people put right what was found: the editor is fetched only then. */
  async #edit() {
    const { Editor } = await import("../editor.js");
    if (this.settings.signal.aborted) return;
    this.editor = new Editor(this.host, this);
    this.layer.append(this.editor.element);
    this.editor.surface();
  }

  #makeOpener() {
    const { isOpen } = this.choice;
    this.opener = h("button.opener", {
      type: "button", part: "opener", hidden: isOpen, "aria-expanded": String(isOpen), "aria-controls": "panel", onclick: () => this.#with((made) => made.open(true)),
    }, h("span.mark", { "aria-hidden": "true" }, "“"), this.words.title, h("span.count", { "aria-hidden": "true" }), h("span.unseen"));
  }

  /** Fetches panel and card as soon as the reader comes near to asking for them. */
  #bringSoon() {
    for (const near of [this.target, this.opener].filter(Boolean)) {
      for (const type of ["pointerenter", "focusin"]) near.addEventListener(type, () => this.#with(() => {}), { signal: this.#listening.signal, once: true, passive: true });
    }
  }

  /** Does something with panel and card: at once where they are here already. */
  #with(act) {
    if (this.#interface) act(this.#interface);
    else this.#fetch().then(() => this.#interface && act(this.#interface), (error) => console.error(`<news-light>: the panel could not be loaded: ${error.message}`));
  }

  /** Makes panel and card; where they cannot be had, they can be asked for again. */
  #fetch() {
    this.#fetching ??= import("../pkg/interface.js").then(async ({ Interface }) => {
      if (this.#listening.signal.aborted) return;
      this.#interface = new Interface(this);
      this.#pointing.watch(this.#interface.card);
      await this.#interface.render();
    }).catch((error) => {
      this.#fetching = undefined;
      throw error;
    });
    return this.#fetching;
  }

  /** Puts what floats above the page: again after the element was moved, or after what holds it was put there. */
  surface() {
    const shown = this.opener?.hidden ? this.#interface?.panel : this.opener;
    if (!shown) return;
    lower(shown);
    lift(shown);
  }

  /** A dialog that opens, or a part of the page that fills the screen, lies above what floated before. */
  #stayAbove() {
    const rise = ({ target, newState }) => {
      if (newState !== "closed" && target.localName !== "details" && [...around(this.host)].includes(target)) this.surface();
    };
    for (const type of ["toggle", "fullscreenchange"]) document.addEventListener(type, rise, { signal: this.#listening.signal, capture: true, passive: true });
  }

  /** Shows the annotations of now: at first, and when an observed page was read again. */
  async render() {
    if (!this.#pointing) return;
    this.#pointing.refresh();
    await this.#interface?.render();
    if (!this.opener) return;
    const quotes = this.annotations.quotes.filter((quote) => quote.kind !== "scare" && (quote.kind !== "indirect" || this.isSure(quote))).length;
    this.opener.querySelector(".count").textContent = String(quotes);
    this.opener.querySelector(".unseen").textContent = this.words.quotes(quotes);
  }

  /** Leaves the page and the element as they were found. */
  remove() {
    this.highlighting?.remove();
    this.#listening.abort();
    this.#pointing?.stop();
    this.editor?.remove();
    this.#leave?.();
    this.layer.remove();
    this.#interface?.remove();
    for (const made of [openerSheet, this.#colours]) release(this.host.shadowRoot, made);
    release(this.tree, this.#theme);
  }

  /** Chooses something, or nothing with `null`. */
  select(selection, source) {
    if (selection) this.#with((made) => made.select(selection, source));
    else this.#interface?.select(null, source);
  }

  /** Paints these kinds alone. */
  show(types) {
    this.shown = new Set(types);
    this.keep({ kinds: [...this.shown], isOn: true });
    this.#repaint();
  }

  /** A switch of the legend: all highlights, those of a kind, or the reports that are less certain. */
  switch(what) {
    if (what === "unsure") this.isUnsureShown = !this.isUnsureShown;
    else if (what === "all") this.keep({ isOn: !this.choice.isOn });
    else {
      if (!this.shown.delete(what)) this.shown.add(what);
      this.keep({ kinds: [...this.shown] });
    }
    this.#repaint();
  }

  #repaint() {
    this.highlighting.show((item) => this.isShown(item));
    this.#interface?.renderLegend();
  }

  /** Another look, as long as this article is read. */
  wear(theme) {
    release(this.host.shadowRoot, this.#colours);
    release(this.tree, this.#theme);
    this.keep({ theme });
    this.#makeTheme();
    adopt(this.host.shadowRoot, this.#colours);
    adopt(this.tree, this.#theme);
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

  /** Keeps what the reader chose. */
  keep(change) {
    Object.assign(this.choice, change);
    if (this.settings.remember) store(this.choice);
  }
}
