// When to show the card: on hover, on tap, and where the focus or the caret comes to a name.

import { around } from "../pkg/page.js";

/** How long the pointer rests before a card comes, and how long it may be away before it goes. */
const REST = 180;
const GRACE = 280;

/** Elements that do something of their own when they are clicked. */
const ACTIVE = "a[href], button, input, select, textarea, label, summary, [role=button], [contenteditable]";

export class Pointing {
  #on;
  #card;
  #timer;
  #shown;
  #frame = 0;
  /** Where the caret was last. */
  #caretNode;
  #caretOffset;
  #listening = new AbortController();

  /** `on` holds find(x, y), show(selection, rects), hide() and pick(selection): null for none. */
  constructor(target, on) {
    this.#on = on;
    const listen = this.#listen;
    listen(target, "pointermove", (event) => event.pointerType === "mouse" && !event.buttons && this.#hover(event));
    // A finger that is lifted leaves as well, but the reader stays.
    listen(target, "pointerleave", (event) => event.pointerType === "mouse" && this.#later(undefined));
    listen(target, "click", (event) => this.#click(event));
    listen(target, "focusin", (event) => this.#focus(event.target));
    listen(document, "pointerdown", (event) => !event.composedPath().includes(this.#card) && this.#hide());
    listen(document, "keydown", (event) => this.#key(event));
    listen(document, "keyup", (event) => event.key.startsWith("Arrow") && this.#caret(target));
    // Boxes that scroll notify nobody outside of their own tree.
    const trees = new Set([...around(target)].map((node) => node.getRootNode()));
    for (const tree of trees) tree.addEventListener("scroll", () => this.#hide(), { signal: this.#listening.signal, passive: true, capture: true });
  }

  #listen = (to, type, listener) => to.addEventListener(type, listener, { signal: this.#listening.signal, passive: true });

  /** The card stays while the pointer is on it. */
  watch(card) {
    this.#card = card;
    this.#listen(card, "pointerenter", () => clearTimeout(this.#timer));
    this.#listen(card, "pointerleave", (event) => event.pointerType === "mouse" && this.#later(undefined));
    this.#listen(card, "keydown", (event) => event.key === "Escape" && this.#hide());
  }

  /** Whether the card of this selection is wanted now. */
  isAt(selection) {
    return this.#shown?.selection === selection;
  }

  stop() {
    this.#hide();
    cancelAnimationFrame(this.#frame);
    this.#listening.abort();
  }

  /** The article was read again: the card stays where its words do. */
  refresh() {
    if (!this.#shown) return;
    const { left, top, width, height } = this.#shown.rects[0];
    const hit = this.#hit(left + width / 2, top + height / 2);
    if (hit) this.#show(hit);
    else this.#hide();
  }

  #hover({ clientX, clientY }) {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#later(this.#hit(clientX, clientY)));
  }

  #click(event) {
    if (event.composedPath().some((node) => node instanceof Element && node.matches(ACTIVE))) return;
    if (!getSelection().isCollapsed) return;
    const hit = this.#hit(event.clientX, event.clientY);
    if (hit) this.#show(hit);
    else this.#hide();
    this.#on.pick(hit?.selection ?? null);
  }

  /** A link that is a name, say: its card comes when the focus does. */
  #focus(element) {
    const rect = element.getClientRects()[0];
    const hit = rect && this.#hit(rect.left + rect.width / 2, rect.top + rect.height / 2);
    if (hit) this.#show(hit);
  }

  /** Readers who browse with a caret move it by the arrow keys. */
  #caret(target) {
    const selection = getSelection();
    const { anchorNode, anchorOffset } = selection;
    if (!selection.isCollapsed || !target.contains(anchorNode)) return;
    if (anchorNode === this.#caretNode && anchorOffset === this.#caretOffset) return;
    this.#caretNode = anchorNode;
    this.#caretOffset = anchorOffset;
    const rect = selection.getRangeAt(0).getClientRects()[0];
    const hit = rect && this.#hit(rect.left + 1, rect.top + rect.height / 2);
    if (hit) this.#show(hit);
    else this.#hide();
  }

  #key(event) {
    if (event.key === "Escape") this.#hide();
  }

  /** What is at a point, with the lines of its words: first the one that the point is on. */
  #hit(x, y) {
    const found = this.#on.find(x, y);
    if (!found) return undefined;
    const rects = found.ranges.flatMap((range) => [...range.getClientRects()]);
    const isOn = (rect) => y >= rect.top && y <= rect.bottom && x >= rect.left && x <= rect.right;
    rects.sort((a, b) => isOn(b) - isOn(a));
    return rects.length ? { selection: found.selection, rects } : undefined;
  }

  #later(hit) {
    if (isSame(hit, this.#shown)) return clearTimeout(this.#timer);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (hit ? this.#show(hit) : this.#hide()), hit ? REST : GRACE);
  }

  #show(hit) {
    clearTimeout(this.#timer);
    this.#shown = hit;
    this.#on.show(hit.selection, hit.rects);
  }

  #hide() {
    clearTimeout(this.#timer);
    this.#shown = undefined;
    this.#on.hide();
  }
}

const isSame = (a, b) =>
  a?.selection.entity === b?.selection.entity && a?.selection.mention === b?.selection.mention && a?.selection.quote === b?.selection.quote;
