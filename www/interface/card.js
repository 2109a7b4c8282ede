// The card at a name or a quote: who it is in this article, who spoke and how we know.

import { copyButtons } from "./copying.js";
import { evidenceOf, speakerName, speakersOf } from "./speakers.js";
import { h, leadsToPage, lift, lower } from "../pkg/page.js";

/** The gap between the card and its words, and the least distance to the window's edges, in pixels. */
const GAP = 8;

export class Card {
  #words;
  #on;

  /** `on` holds what to call: copy(what, quote), lead(selection), isSure(quote). */
  constructor({ words, on }) {
    this.#words = words;
    this.#on = on;
    this.element = h("div.card", { part: "card", role: "dialog", hidden: true });
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /** Shows the card for a hit, beside all the rectangles of the window that its words have. */
  show({ entity, quote }, rects, { annotations, text }) {
    const isQuote = quote !== undefined;
    const content = isQuote
      ? this.#ofQuote(annotations, quote, text)
      : this.#ofEntity(annotations, annotations.entities[entity]);
    this.element.replaceChildren(...content.filter(Boolean));
    this.element.setAttribute("aria-label", this.element.querySelector(".name").textContent);
    this.element.hidden = false;
    lift(this.element);
    this.#place(rects);
  }

  hide() {
    lower(this.element);
    this.element.hidden = true;
  }

  #ofEntity(annotations, { id, type, name, role, mentions, url }) {
    const words = this.#words;
    const spoken = this.#spoken(annotations, id);
    return [
      h(`p.label.${type}`, {}, h("span.swatch", { "aria-hidden": "true" }), words.types[type]),
      h("p.name", {}, name),
      role && h("p.role", {}, role),
      h("p.facts", {}, words.mentions(mentions.length)),
      (spoken || leadsToPage(url)) && h("div.actions", {}, spoken, leadsToPage(url) && h("a.link", { href: url }, words.more)),
    ];
  }

  #ofQuote(annotations, index, text) {
    const words = this.#words;
    const quote = annotations.quotes[index];
    const name = speakerName(annotations, quote, this.#on.isSure);
    const speaker = name && annotations.entities[quote.speaker.entity];
    const evidence = name && evidenceOf(quote, text);
    return [
      h("p.label.quote", {}, h("span.swatch", { "aria-hidden": "true" }), words.quoteKinds[quote.kind]),
      h("p.name", {}, name || (quote.speaker ? words.unattributed : words.nobody)),
      speaker?.role && h("p.role", {}, speaker.role),
      evidence && h("p.facts", {}, words.by(evidence), " ", words.sure(quote.confidence)),
      h("div.actions", {}, name && this.#spoken(annotations, speaker ? speaker.id : name.toLowerCase(), index), ...copyButtons(words, (what) => this.#on.copy(what, index))),
    ];
  }

  /** What leads to all that somebody said. */
  #spoken(annotations, speaker, quote) {
    const quotes = speakersOf(annotations, this.#on.isSure).get(speaker)?.quotes;
    return quotes && h("button.copy", { type: "button", part: "button", onclick: () => this.#on.lead({ speaker, quote: quote ?? quotes[0] }) }, this.#words.quotes(quotes.length));
  }

  /** Below all of the words if there is room, else above or beside them, else where fewest of them are; never outside the
   * window. */
  #place(rects) {
    const { style } = this.element;
    const { width, height } = this.element.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    // The lengths of a zoomed page are not those of the window.
    const zoom = this.element.currentCSSZoom ?? 1;
    const seen = rects.filter(({ top, bottom }) => bottom > 0 && top < clientHeight);
    const least = (edge) => Math.min(...seen.map((rect) => rect[edge]));
    const most = (edge) => Math.max(...seen.map((rect) => rect[edge]));
    const [above, below] = [least("top") - GAP - height, most("bottom") + GAP];
    const [before, behind] = [least("left") - GAP - width, most("right") + GAP];
    const [last, rightmost] = [clientHeight - height - GAP, clientWidth - width - GAP];
    const isBeside = below > last && above < GAP && (behind <= rightmost || before >= GAP);
    let top = below <= last ? below : above >= GAP ? above : last - below > above - GAP ? last : GAP;
    let left = Math.max(GAP, Math.min(rects[0].left, rightmost));
    if (isBeside) {
      top = Math.max(GAP, Math.min(least("top"), last));
      left = behind <= rightmost ? behind : before;
    }
    style.setProperty("top", `${top / zoom}px`);
    style.setProperty("left", `${left / zoom}px`);
  }
}
