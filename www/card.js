// The card at a name or a quote: who it is in this article, who spoke and how we know.

import { h, leadsToPage } from "./pkg/newslight.js";
import { copyButtons } from "./panel.js";

/** The gap between the card and its words, and the least distance to the window's edges, in pixels. */
const GAP = 8;

export class Card {
  #words;
  #copy;

  constructor({ words, copy }) {
    this.#words = words;
    this.#copy = copy;
    this.element = h("div.card", { part: "card", popover: "manual", role: "dialog" });
  }

  get isOpen() {
    return this.element.matches(":popover-open");
  }

  /** Shows the card for a hit beside a rectangle of the window. */
  show({ entity, quote }, rect, { annotations, text }) {
    const isQuote = quote !== undefined;
    const content = isQuote
      ? this.#ofQuote(annotations, quote, text)
      : this.#ofEntity(annotations, annotations.entities[entity]);
    this.element.replaceChildren(...content.filter(Boolean));
    this.element.setAttribute("aria-label", this.element.querySelector(".name").textContent);
    if (!this.isOpen) this.element.showPopover();
    this.#place(rect);
  }

  hide() {
    if (this.isOpen) this.element.hidePopover();
  }

  #ofEntity({ quotes }, { id, type, name, role, mentions, url }) {
    const words = this.#words;
    const spoken = quotes.filter((quote) => quote.speaker?.entity === id && quote.kind !== "scare").length;
    const facts = [words.mentions(mentions.length), ...(spoken ? [words.quotes(spoken)] : [])].join(" · ");
    return [
      h(`p.label.${type}`, {}, h("span.swatch", { "aria-hidden": "true" }), words.types[type]),
      h("p.name", {}, name),
      role && h("p.role", {}, role),
      h("p.facts", {}, facts),
      leadsToPage(url) && h("a.link", { href: url }, words.more),
    ];
  }

  #ofQuote({ quotes, entities }, index, text) {
    const words = this.#words;
    const quote = quotes[index];
    const speaker = entities[quote.speaker?.entity];
    const evidence = quote.speaker && evidenceOf(quote, text);
    return [
      h("p.label.quote", {}, h("span.swatch", { "aria-hidden": "true" }), words.quoteKinds[quote.kind]),
      h("p.name", {}, quote.speaker?.name ?? words.nobody),
      speaker?.role && h("p.role", {}, speaker.role),
      evidence && h("p.facts", {}, words.by(evidence), " ", words.sure(quote.confidence)),
      h("div.actions", {}, ...copyButtons(words, (what) => this.#copy(what, index))),
    ];
  }

  /** Below the words if there is room, else above; never outside the window. */
  #place(rect) {
    const { offsetWidth: width, offsetHeight: height, style } = this.element;
    const { clientWidth, clientHeight } = document.documentElement;
    const below = rect.bottom + GAP + height <= clientHeight;
    const top = below ? rect.bottom + GAP : Math.max(GAP, rect.top - GAP - height);
    const left = Math.max(GAP, Math.min(rect.left, clientWidth - width - GAP));
    style.setProperty("top", `${top}px`);
    style.setProperty("left", `${left}px`);
  }
}

/** The words by which the speaker is known: "Varga told reporters" where cue and speaker touch. */
function evidenceOf({ cue, speaker }, text) {
  if (!cue) return text.slice(speaker.start, speaker.end);
  const start = Math.min(cue.start, speaker.start);
  const end = Math.max(cue.end, speaker.end);
  const between = text.slice(Math.min(cue.end, speaker.end), Math.max(cue.start, speaker.start));
  const isClose = between.length <= 40 && !/[“”"\n]/.test(between);
  return (isClose ? text.slice(start, end) : text.slice(cue.start, cue.end)).replace(/\s+/g, " ");
}
