// The editor's mode of <news-light edit>: a dialog that puts right what was found, by pointer or by keys alone.
// What it does are corrections: see newslight.d.ts. It is for a newsroom, and so in English.

import { editorStyles } from "./editor-styles.js";
import { adopt, h, lift, lower, release, selectorsOf, sheet } from "./pkg/page.js";
import { NAMES } from "./rules.js";

const KINDS = ["direct", "mixed", "indirect"];

/** Quotes of this confidence and more are not asked about. */
const CERTAIN = 0.95;

/** How many characters of a quote a list shows. */
const SHORT = 60;

const shortened = (words) => (words.length > SHORT ? `${words.slice(0, SHORT - 1)}…` : words);
const option = (value, text, selected) => h("option", { value, selected }, text);
const percent = (confidence) => `${Math.round(100 * confidence)} %`;

/** A list with one more correction. Who goes through a list of choices by the arrow keys makes one, not many. */
function joined(corrections, next) {
  const last = corrections.at(-1);
  const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  if (last?.action === "speaker" && next.action === "speaker" && isSame(last.target, next.target)) return [...corrections.slice(0, -1), next];
  const isRetyped = last?.action === "type" && next.action === "type" && isSame(next.entity, { name: last.entity.name, type: last.type });
  return isRetyped ? [...corrections.slice(0, -1), { ...next, entity: last.entity }] : [...corrections, next];
}

let styles;

export class Editor {
  #host;
  #reading;
  #undone = [];
  /** What is being corrected: `{ quote }` or `{ entity, mention }` by their places, or the `words` that were selected. */
  #item = null;
  /** The words of quotes that were called right: they are not asked about again. */
  #right = new Set();
  #status = h("p.status", { role: "status" });
  #body = h("div");
  #places = h("select", { "aria-label": "What to correct", onchange: ({ target }) => this.#go(target.value) });
  #buttons;
  #select = () => this.#takeSelection();

  constructor(host, reading) {
    this.#host = host;
    this.#reading = reading;
    styles ??= sheet(editorStyles);
    adopt(host.shadowRoot, styles);
    const button = (text, key, onclick) => h("button", { type: "button", "aria-keyshortcuts": key, title: key, onclick }, text);
    this.#buttons = {
      undo: button("Undo", "Control+Z", () => this.undo()),
      redo: button("Redo", "Control+Shift+Z", () => this.redo()),
      save: button("Save", "Control+S", () => this.#save()),
      download: button("Download", "", () => this.#download()),
    };
    this.element = h("div.editor", { role: "dialog", "aria-label": "Correct this article", part: "editor", tabIndex: -1, onkeydown: (event) => this.#key(event) },
      h("div.bar", {}, h("h2.title", {}, "Correct this article"), ...Object.values(this.#buttons)),
      h("div.bar", {},
        h("button", { type: "button", title: "P", "aria-label": "Previous", onclick: () => this.#step(-1) }, "‹"),
        h("button", { type: "button", title: "N", "aria-label": "Next", onclick: () => this.#step(1) }, "›"),
        h("label", {}, this.#places)),
      this.#body, this.#status,
      h("p.keys", {}, "Keys, outside of fields: N next, P previous, R right, S speaker, T type, X remove, A add words."));
    document.addEventListener("selectionchange", this.#select);
    this.render();
    this.#go(this.#keys()[0] ?? "");
  }

  /** Shows it above the page. */
  surface() {
    lift(this.element);
  }

  remove() {
    document.removeEventListener("selectionchange", this.#select);
    lower(this.element);
    this.element.remove();
    release(this.#host.shadowRoot, styles);
  }

  get #highlighting() {
    return this.#reading.highlighting;
  }

  get #corrections() {
    return this.#highlighting.corrections;
  }

  get #annotations() {
    return this.#highlighting.annotations;
  }

  #wordsOf(spans) {
    const { text } = this.#highlighting;
    return [spans].flat().map(({ start, end }) => text.slice(start, end)).join(" … ").replace(/\s+/g, " ");
  }

  /** The article was read again, or something was put right. */
  render() {
    this.#renderPlaces();
    this.#buttons.undo.disabled = this.#corrections.length === 0;
    this.#buttons.redo.disabled = this.#undone.length === 0;
    this.#buttons.save.hidden = typeof this.#host.save !== "function";
    this.#renderBody();
  }

  /** The quotes that are unsure, the least sure first. */
  #unsure() {
    const quotes = this.#annotations.quotes.map((quote, index) => ({ quote, index }));
    return quotes
      .filter(({ quote }) => quote.kind !== "scare" && quote.confidence < CERTAIN && !this.#right.has(this.#wordsOf(quote.content)))
      .sort((a, b) => a.quote.confidence - b.quote.confidence);
  }

  #renderPlaces() {
    const { quotes, entities } = this.#annotations;
    const unsure = this.#unsure();
    const ofQuote = ({ quote, index }) => option(`q${index}`, `${shortened(this.#wordsOf(quote.content))} – ${quote.speaker?.name ?? "nobody"}${quote.confidence < 1 ? `, ${percent(quote.confidence)}` : ""}`);
    const rest = quotes.map((quote, index) => ({ quote, index })).filter(({ index }) => !unsure.some((other) => other.index === index));
    const groups = [
      [`To check (${unsure.length})`, unsure.map(ofQuote)],
      ["Quotes", rest.map(ofQuote)],
      ["Names", entities.map(({ name, type, id }) => option(`e${id}`, `${name} – ${type}`))],
    ];
    this.#places.replaceChildren(option("", "Selected words, or nothing"), ...groups.filter(([, options]) => options.length).map(([label, options]) => h("optgroup", { label }, ...options)));
    this.#places.value = this.#keyOf(this.#item);
  }

  #keyOf(item) {
    if (item?.quote !== undefined) return `q${item.quote}`;
    return item?.entity !== undefined ? `e${item.entity}` : "";
  }

  #keys() {
    return [...this.#places.querySelectorAll("option")].map(({ value }) => value).filter(Boolean);
  }

  /** Turns to a quote or a name by its key, and shows it in the article. */
  #go(key) {
    const number = Number(key.slice(1));
    this.#item = key[0] === "q" ? { quote: number } : key[0] === "e" ? { entity: number, mention: 0 } : null;
    this.#places.value = key;
    this.#reading.select(this.#item, "script");
    this.#renderBody();
  }

  /** What was chosen on the page or in the panel. */
  turnTo({ quote, entity, mention }) {
    this.#item = entity === undefined ? { quote } : { entity, mention };
    this.#places.value = this.#keyOf(this.#item);
    this.#renderBody();
  }

  #step(by) {
    const keys = this.#keys();
    const at = keys.indexOf(this.#places.value);
    this.#go(keys[(at + by + keys.length) % keys.length] ?? "");
  }

  #renderBody() {
    const { quotes, entities } = this.#annotations;
    const item = this.#item;
    const content =
      quotes[item?.quote] ? this.#ofQuote(quotes[item.quote])
      : entities[item?.entity] ? this.#ofEntity(entities[item.entity], item.mention)
      : [];
    this.#body.replaceChildren(...content, this.#adding());
  }

  /** A list of everybody who may have spoken, with nobody and somebody else. */
  #speakers(entity, onchange) {
    const speakers = this.#annotations.entities.filter(({ type }) => ["person", "organization", "group", "place"].includes(type));
    return h("select.speaker", { onchange }, option("", "nobody who is known", entity === null), ...speakers.map(({ id, name }) => option(String(id), name, id === entity)));
  }

  #keyOfEntity(id) {
    const { name, type } = this.#annotations.entities[id];
    return { name, type };
  }

  #ofQuote(quote) {
    const target = quote.content.map(this.#target());
    const isKnown = quote.speaker?.entity ?? null;
    const credit = (speaker) => this.#apply({ action: "speaker", target, speaker }, speaker ? `${speaker.name} said it` : "Nobody said it");
    const other = h("input.other", { placeholder: "a name of your own", value: quote.speaker && isKnown === null ? quote.speaker.name : "" });
    other.addEventListener("change", () => other.value.trim() && credit({ name: other.value.trim(), type: "person" }));
    return [
      h("blockquote", {}, this.#wordsOf(quote.content)),
      h("p.facts", {}, `${quote.kind}, ${quote.confidence === 1 ? "put right" : `${percent(quote.confidence)} sure`}`),
      h("label", {}, "Speaker", this.#speakers(isKnown, ({ target }) => credit(target.value ? this.#keyOfEntity(Number(target.value)) : null))),
      h("label", {}, "or", other),
      h("div.choices", {},
        h("button.right", { type: "button", title: "R", onclick: () => this.#confirm(quote) }, "This is right"),
        h("button.cut", { type: "button", title: "X", onclick: () => this.#apply({ action: "remove-quote", target }, "No quote any more", true) }, "No quote")),
    ];
  }

  /** The speaker as it is, said by people: it is not asked about again, and a new reading cannot change it. */
  #confirm(quote) {
    const { speaker, content } = quote;
    this.#right.add(this.#wordsOf(content));
    const known = speaker && (speaker.entity === null ? { name: speaker.name, type: "person" } : this.#keyOfEntity(speaker.entity));
    this.#apply({ action: "speaker", target: content.map(this.#target()), speaker: known }, "Called right", true);
  }

  #ofEntity(entity, mention = 0) {
    const { name, type, url = "", mentions } = entity;
    const key = { name, type };
    const place = mentions[mention] ?? mentions[0];
    const others = this.#annotations.entities.filter((other) => other !== entity);
    const same = h("select.same", {}, option("", "nobody else", true), ...others.map(({ id, name, type }) => option(String(id), `${name} – ${type}`)));
    const merge = () => same.value && this.#apply({ action: "merge", entity: key, into: this.#keyOfEntity(Number(same.value)) }, "The two are one");
    const link = ({ target }) => this.#apply({ action: "link", entity: key, url: target.value.trim() || null }, "Linked");
    return [
      h("blockquote", {}, this.#wordsOf(place)),
      h("p.facts", {}, `${name}, ${mentions.length} ${mentions.length === 1 ? "mention" : "mentions"}`),
      h("label", {}, "Type", h("select.type", { onchange: ({ target }) => this.#apply({ action: "type", entity: key, type: target.value }, `Now a ${target.value}`) }, ...NAMES.map((one) => option(one, one, one === type)))),
      h("label", {}, "Same as", same),
      h("label", {}, "Links to", h("input.link", { type: "url", value: url, placeholder: "https://…", onchange: link })),
      h("div.choices", {},
        h("button.join", { type: "button", onclick: merge }, "They are one"),
        h("button.cut", { type: "button", title: "X", onclick: () => this.#apply({ action: "remove-name", target: this.#target()(place) }, "No name here any more", true) }, "No name here"),
        h("button", { type: "button", onclick: () => this.#apply({ action: "ignore", name: this.#wordsOf(place) }, "No name anywhere any more", true) }, "No name anywhere")),
    ];
  }

  /** Words that were selected, or are typed, as a name or a quote. */
  #adding() {
    const words = h("input.add", { value: this.#item?.words ?? "", placeholder: "select them, or type them as they stand" });
    const kind = h("select", {}, ...NAMES.map((name) => option(name, name)), ...KINDS.map((kind) => option(`quote ${kind}`, `${kind} quote`)));
    const speaker = this.#speakers(null);
    const add = () => this.#add(words.value.trim(), kind.value, speaker.value);
    return h("fieldset", {}, h("legend", {}, "Add what was missed"),
      h("label", {}, "Words", words), h("label", {}, "as", kind), h("label", {}, "said by", speaker),
      h("div.choices", {}, h("button", { type: "button", onclick: add }, "Add")));
  }

  #add(words, kind, speaker) {
    const span = this.#item?.words === words && this.#item.span ? this.#item.span : this.#find(words);
    if (!span) return this.#say(words ? "These words do not stand in the article." : "There are no words to add.");
    const target = this.#target()(span);
    const [isQuote, how] = kind.split(" ");
    if (isQuote === "quote") return this.#apply({ action: "add-quote", target: [target], kind: how, speaker: speaker ? this.#keyOfEntity(Number(speaker)) : null }, "Quote added");
    const known = this.#annotations.entities.find((entity) => entity.type === kind && (entity.name === words || entity.mentions.some((mention) => mention.kind === "name" && this.#wordsOf(mention) === words)));
    return this.#apply({ action: "add-name", target, entity: { name: known?.name ?? words, type: kind } }, "Name added");
  }

  /** Every place of words in the article, whatever blanks part them there. */
  #placesOf(words) {
    const pattern = new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"), "g");
    return [...this.#highlighting.text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
  }

  /** The first place of words that is not marked as a name yet. */
  #find(words) {
    if (!words) return undefined;
    const places = this.#placesOf(words);
    const marked = this.#annotations.entities.flatMap(({ mentions }) => mentions);
    return places.find(({ start, end }) => !marked.some((mention) => mention.start < end && start < mention.end)) ?? places[0];
  }

  /** Takes the words that the reader selected in the article. */
  #takeSelection() {
    const selection = document.getSelection();
    if (!selection?.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const words = range.toString().trim().replace(/\s+/g, " ");
    if (words.length < 2 || words.length > 2000) return;
    for (const span of this.#placesOf(words)) {
      const isSelected = this.#highlighting.rangesOf(span).some((part) => part.startContainer.isConnected && selection.containsNode(part.startContainer, true) && range.comparePoint(part.startContainer, part.startOffset) === 0);
      if (!isSelected) continue;
      this.#item = { words, span };
      this.#places.value = "";
      return this.#renderBody();
    }
  }

  /** The selectors of a span, as corrections name their places. */
  #target() {
    const selectors = selectorsOf(this.#highlighting.text);
    return (span) => ({ selector: selectors(span) });
  }

  /** Adds a correction; the newer wins. */
  #apply(correction, said, isDone = false) {
    const { author } = this.#host.dataset;
    const signed = { ...correction, ...(author && { author }), time: new Date().toISOString() };
    this.#undone = [];
    const at = this.#keys().indexOf(this.#places.value);
    this.#set(joined(this.#corrections, signed), `${said}.`);
    if (isDone) this.#go(this.#keys()[at] ?? this.#keys()[0] ?? "");
  }

  undo() {
    if (this.#corrections.length === 0) return;
    this.#undone.push(this.#corrections.at(-1));
    this.#right.clear();
    this.#set(this.#corrections.slice(0, -1), "Undone.");
  }

  redo() {
    const correction = this.#undone.pop();
    if (correction) this.#set([...this.#corrections, correction], "Done again.");
  }

  #set(corrections, said) {
    const focused = this.element.getRootNode().activeElement;
    const isInside = this.#body.contains(focused);
    const meant = this.#meaning();
    this.#highlighting.correct(corrections);
    this.#item = this.#meantNow(meant);
    this.#reading.render();
    this.render();
    this.#say(said);
    if (isInside) (this.#body.querySelector(focused.className ? `${focused.localName}.${focused.className}` : "none") ?? this.element).focus({ preventScroll: true });
    const file = () => this.file();
    this.#host.dispatchEvent(new CustomEvent("newslight-change", { bubbles: true, composed: true, detail: { corrections, annotations: this.#annotations, file } }));
  }

  /** Where the item stands, by which it is found again. */
  #meaning() {
    const { quotes, entities } = this.#annotations;
    const { quote, entity, mention = 0 } = this.#item ?? {};
    return quotes[quote]?.content[0] ?? entities[entity]?.mentions[mention];
  }

  #meantNow(span) {
    if (!span) return null;
    const isSame = ({ start, end }) => start === span.start && end === span.end;
    const { quotes, entities } = this.#annotations;
    const quote = quotes.findIndex(({ content }) => isSame(content[0]));
    if (quote >= 0) return { quote };
    const entity = entities.find(({ mentions }) => mentions.some(isSame));
    return entity ? { entity: entity.id, mention: entity.mentions.findIndex(isSame) } : null;
  }

  #say(words) {
    this.#status.textContent = words;
  }

  /** What was found and what was put right, as a file. */
  file() {
    return this.#highlighting.toFile({ source: document.querySelector("link[rel=canonical]")?.href ?? location.href.split("#")[0] });
  }

  async #save() {
    if (typeof this.#host.save !== "function") return;
    try {
      await this.#host.save(this.file());
      this.#say("Saved.");
    } catch (error) {
      this.#say(`Not saved: ${error.message}`);
    }
  }

  #download() {
    const url = URL.createObjectURL(new Blob([JSON.stringify(this.file(), null, 1)], { type: "application/json" }));
    h("a", { href: url, download: "annotations.json" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    this.#say("Downloaded as annotations.json.");
  }

  #key(event) {
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
    const isField = /^(input|select|textarea)$/.test(event.target.localName);
    const press = (selector) => this.#body.querySelector(selector);
    const keys = {
      n: () => this.#step(1),
      p: () => this.#step(-1),
      r: () => press("button.right")?.click(),
      x: () => press("button.cut")?.click(),
      s: () => press("select.speaker")?.focus(),
      t: () => press("select.type")?.focus(),
      a: () => press("input.add")?.focus(),
    };
    let act;
    if (ctrlKey || metaKey) {
      if (isField && event.target.localName === "input") return;
      act = key.toLowerCase() === "z" ? () => (shiftKey ? this.redo() : this.undo()) : key.toLowerCase() === "s" && this.#host.save && (() => this.#save());
    } else if (key === "Escape" && isField) act = () => this.element.focus();
    else if (!isField && !altKey) act = keys[key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  }
}
