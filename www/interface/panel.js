// The panel "Who said what": the speakers with their quotes, and the people, organizations and
// places with their mentions. It is also the accessible way to the highlights, which no screen
// reader announces: everything in it is a real button.

import { copyButton, copyButtons } from "./copying.js";
import { quoteText } from "./fragment.js";
import { isSameRow, meaningOf, selectionOf } from "./keeping.js";
import { fillLegend } from "./legend.js";
import { bringIntoView } from "./scrolling.js";
import { announcement, evidenceOf, speakersOf } from "./speakers.js";
import { h, leadsToPage, pause } from "../pkg/page.js";
import { THEMES } from "../rules.js";

const TABS = ["quote", "person", "organization", "place"];

/** So many rows are made at one go; of a very long list more come while the reader looks at these. */
const ROWS = 100;

/** From so many quotes on they can be searched. */
const MANY = 4;

export class Panel {
  #words;
  #on;
  #annotations;
  #text;
  /** The speakers with their quotes, by their keys. */
  #groups;
  #tabs = new Map();
  #rows = [];
  /** Makes the rows that the list still lacks, one at a step. */
  #growth;
  #list;
  #status;
  #legend;
  #samples;
  #tools;
  #search;
  #speaker;
  #current;
  #chosen = null;
  #isUnsureShown = false;
  /** The row that the pointer is on. */
  #glanced;

  /** `on` holds what to call: select(selection), glance(selection), step(by), place(selection), show(what),
   * theme(name), tab(name), isSure(quote), copy(what, quote), copyAll(format, quotes), close(). */
  constructor({ words, mode, tab, theme, on }) {
    this.#words = words;
    this.#on = on;
    this.#current = TABS.includes(tab) ? tab : TABS[0];
    this.#list = h("div.list", {
      role: "tabpanel", tabIndex: -1, id: "list",
      onkeydown: (event) => this.#key(event),
      onpointermove: (event) => this.#glance(event),
      onpointerleave: () => this.#glance({}),
    });
    this.#status = h("p.unseen", { role: "status" });
    this.#legend = h("div.legend", { role: "group", "aria-label": words.legend, part: "legend" });
    this.title = h("h2.title", { id: "title", tabIndex: -1, part: "title" }, words.title);
    const menu = this.#menu(theme);
    const opener = h("button.close", {
      type: "button", "aria-label": words.options, "aria-expanded": "false", "aria-controls": "menu",
      onclick: () => opener.setAttribute("aria-expanded", String(!(menu.hidden = !menu.hidden))),
    }, "⋯");
    this.element = h("section.panel", { part: "panel", id: "panel", "aria-labelledby": "title" },
      h("header.head", {}, this.title, opener, mode === "drawer" && h("button.close", { type: "button", "aria-label": words.close, part: "close", onclick: () => on.close() }, "×")),
      menu,
      this.#legend,
      (this.#samples = h("p.samples")),
      this.#tablist(),
      (this.#tools = this.#filters()),
      this.#list,
      this.#status,
    );
    this.element.classList.add(mode);
    this.element.addEventListener("keydown", (event) => this.#escape(event));
  }

  /** Shows what was found in a text. */
  render({ annotations, text }) {
    const focused = this.#rows.find(({ button }) => button === this.element.getRootNode().activeElement);
    const meaning = focused && meaningOf(focused.selection, { annotations: this.#annotations, text: this.#text });
    const { scrollTop } = this.#list;
    this.#annotations = annotations;
    this.#text = text;
    this.#groups = speakersOf(annotations, this.#on.isSure);
    this.#chosen = null;
    const speakers = [...this.#groups.values()].filter(({ key }) => key !== "");
    const before = this.#speaker.value;
    this.#speaker.replaceChildren(new Option(this.#words.everyone, ""), ...speakers.map(({ key, name }) => new Option(name, `=${key}`)));
    this.#speaker.value = before;
    if (this.#speaker.selectedIndex < 0) this.#speaker.value = "";
    for (const [name, { count }] of this.#tabs) count.textContent = this.#count(name);
    if (!this.#count(this.#current)) this.#current = TABS.find((name) => this.#count(name)) ?? TABS[0];
    this.#fill(this.#current);
    const kept = meaning && this.#make(selectionOf(meaning, { annotations, text }));
    kept?.button.focus({ preventScroll: true });
    if (scrollTop) this.#list.scrollTop = scrollTop;
    return this;
  }

  /** The row of a selection in the list that is open, made if it was not yet. */
  #make(selection) {
    const find = () => this.#rows.find((row) => isSameRow(row.selection, selection));
    while (selection && !find() && !this.#growth.next().done);
    return find();
  }

  /** Says something about what is chosen. */
  note(words) {
    this.#status.textContent += ` ${words}`;
    this.#rows.find(({ extra }) => extra)?.extra.append(h("span.note", {}, words));
  }

  /** The switches of the kinds that the article has; `state` says which are on. */
  renderLegend(kinds, state) {
    fillLegend(this.#legend, this.#samples, { words: this.#words, show: this.#on.show, kinds, ...state });
  }

  /** Marks a selection as chosen, wherever it was made; `null` for none. */
  choose(selection) {
    this.#chosen = selection;
    if (selection) {
      const tab = this.#tabOf(selection);
      const isMade = this.#rows.some((row) => isSameRow(row.selection, selection));
      if (!isMade && (tab !== this.#current || this.#isFiltered())) {
        if (tab === "quote") this.#unfilter(selection);
        this.#open(tab);
      }
      this.#make(selection);
    }
    for (const row of this.#rows) {
      const isChosen = isSameRow(row.selection, selection);
      if (!isChosen && !row.extra) continue;
      const hadFocus = row.extra?.contains(row.extra.getRootNode().activeElement) ? row.extra.getRootNode().activeElement.className : "";
      row.button.setAttribute("aria-pressed", isChosen);
      row.extra?.remove();
      row.extra = isChosen ? this.#extra(selection) : undefined;
      if (!isChosen) continue;
      row.button.after(row.extra);
      // A stepper that is used goes on having the focus.
      if (hadFocus) row.extra.getElementsByClassName(hadFocus)[0]?.focus({ preventScroll: true });
      bringIntoView(row.button, this.#list);
    }
    this.#status.textContent = selection ? announcement(selection, { annotations: this.#annotations, text: this.#text }, this.#words, this.#on.isSure) : "";
  }

  /** The row of what is chosen, which can have the focus. */
  get chosenRow() {
    return this.#rows.find((row) => isSameRow(row.selection, this.#chosen))?.button;
  }

  #count(tab) {
    const { quotes, entities } = this.#annotations;
    if (tab === "quote") return quotes.filter((quote) => quote.kind !== "scare" && this.#isCertain(quote)).length;
    return entities.filter((entity) => entity.type === tab).length;
  }

  /** Reports without marks are only shown where they are sure, unless they are asked for. */
  #isCertain = (quote) => quote.kind !== "indirect" || this.#on.isSure(quote);

  #tabOf({ entity }) {
    if (entity === undefined) return "quote";
    const { type } = this.#annotations.entities[entity];
    return TABS.includes(type) ? type : this.#current;
  }

  #tablist() {
    const list = h("div.tabs", { role: "tablist", "aria-labelledby": "title", part: "tabs" });
    const open = (name) => {
      this.#open(name);
      this.#on.tab(name);
    };
    for (const name of TABS) {
      const count = h("span.count");
      const button = h("button.tab", {
        type: "button", role: "tab", id: `tab-${name}`, part: "tab", "aria-controls": "list",
        onclick: () => open(name),
      }, this.#words.tabs[name], " ", count);
      this.#tabs.set(name, { button, count });
      list.append(button);
    }
    list.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const next = step ? TABS[(TABS.indexOf(this.#current) + step + TABS.length) % TABS.length] : { Home: TABS[0], End: TABS.at(-1) }[event.key];
      if (!next) return;
      event.preventDefault();
      event.stopPropagation();
      open(next);
      this.#tabs.get(next).button.focus();
    });
    return list;
  }

  /** The look, and copies of all quotes that the list shows. */
  #menu(theme) {
    const words = this.#words;
    const looks = THEMES.map((name) => h("button.copy", {
      type: "button", "aria-pressed": String(name === theme),
      onclick: () => {
        for (const [index, button] of looks.entries()) button.setAttribute("aria-pressed", THEMES[index] === name);
        this.#on.theme(name);
      },
    }, words.themes[name]));
    const copies = [["text", words.text], ["markdown", "Markdown"], ["jsonld", "JSON-LD"]];
    return h("div.menu", { id: "menu", hidden: true },
      h("div.extra", { role: "group", "aria-label": words.look }, h("span", {}, words.look), ...looks),
      h("div.extra", { role: "group", "aria-label": words.copyAll }, h("span", {}, words.copyAll), ...copies.map(([format, label]) => copyButton(label, words, () => this.#on.copyAll(format, [...this.#groups.values()].flatMap((group) => this.#wanted(group)))))),
    );
  }

  #filters() {
    const again = () => {
      this.#open("quote");
      this.#status.textContent = this.#words.quotes(this.#list.querySelectorAll(".quote").length);
    };
    this.#search = h("input.field", { type: "search", placeholder: this.#words.search, "aria-label": this.#words.search, oninput: again });
    this.#speaker = h("select.field", { "aria-label": this.#words.everyone, onchange: again });
    return h("div.tools", {}, this.#search, this.#speaker);
  }

  #isFiltered() {
    return Boolean(this.#search.value || this.#speaker.value || !this.#isUnsureShown);
  }

  /** Takes away what hides a selection. */
  #unfilter({ quote }) {
    this.#search.value = this.#speaker.value = "";
    if (quote !== undefined && !this.#isCertain(this.#annotations.quotes[quote])) this.#isUnsureShown = true;
  }

  /** Which quotes of a speaker are searched for, by their indexes. */
  #wanted({ key, name, quotes }, isUnsureShown = this.#isUnsureShown) {
    const query = this.#search.value.trim().toLowerCase();
    if (this.#speaker.value && this.#speaker.value !== `=${key}`) return [];
    return quotes.filter((index) => {
      const quote = this.#annotations.quotes[index];
      if (!isUnsureShown && !this.#isCertain(quote)) return false;
      return !query || `${name} ${quoteText(quote, this.#text)}`.toLowerCase().includes(query);
    });
  }

  #open(name) {
    this.#fill(name);
    this.#list.scrollTop = 0;
  }

  /** Does not ask where anything stands: that would lay the page out at once. */
  #fill(name) {
    this.#current = name;
    for (const [tab, { button }] of this.#tabs) {
      button.setAttribute("aria-selected", tab === name);
      button.tabIndex = tab === name ? 0 : -1;
    }
    this.#rows = [];
    this.#tools.hidden = name !== "quote" || this.#count(name) < MANY;
    this.#list.setAttribute("aria-labelledby", `tab-${name}`);
    this.#list.replaceChildren();
    this.#growth = name === "quote" ? this.#speakers() : this.#entities(name);
    this.#grow(this.#growth);
    if (this.#chosen && this.chosenRow) this.choose(this.#chosen);
  }

  /** Lets the reader in between; another list ends it. */
  async #grow(growth) {
    for (let made = 1; growth === this.#growth && !growth.next().done; made++) {
      if (made % ROWS === 0) await pause();
    }
  }

  *#speakers() {
    const list = h("ul.speakers");
    this.#list.append(list);
    let hidden = 0;
    for (const group of this.#groups.values()) {
      const wanted = this.#wanted(group);
      hidden += this.#wanted(group, true).length - this.#wanted(group, false).length;
      if (wanted.length === 0) continue;
      const own = h("ol.quotes");
      list.append(h("li.speaker", {}, this.#speakerRow(group, this.#words.quotes(wanted.length)), own));
      for (const quote of wanted) {
        own.append(this.#item(this.#quote(quote)));
        yield;
      }
    }
    if (!list.childElementCount) this.#list.append(h("p.nothing", {}, this.#search.value ? this.#words.quotes(0) : this.#words.nothing));
    if (hidden) this.#list.append(this.#unsure(hidden));
  }

  /** The switch for the reports that are less certain. */
  #unsure(count) {
    return h("button.copy.unsure", {
      type: "button", "aria-pressed": String(this.#isUnsureShown),
      onclick: () => {
        this.#isUnsureShown = !this.#isUnsureShown;
        this.#on.show("unsure");
        this.#fill("quote");
        this.#list.querySelector(".unsure").focus({ preventScroll: true });
      },
    }, this.#words.unsure(count));
  }

  *#entities(type) {
    const entities = this.#annotations.entities.filter((entity) => entity.type === type);
    if (entities.length === 0) return this.#list.append(h("p.nothing", {}, this.#words.nothing));
    entities.sort((a, b) => b.mentions.length - a.mentions.length);
    const list = h("ul.names");
    this.#list.append(list);
    for (const entity of entities) {
      list.append(this.#item(this.#name({ entity: entity.id }, entity.name, entity, this.#words.mentions(entity.mentions.length))));
      yield;
    }
  }

  /** A row of a list; far down it is laid out once it is seen. */
  #item(row) {
    return h(this.#rows.length > ROWS ? "li.later" : "li", {}, row);
  }

  #speakerRow({ key, name, entity }, count) {
    return this.#name({ speaker: key }, name || this.#words.unattributed, entity, count);
  }

  #name(selection, name, entity, count) {
    const label = h("span.who", {}, name, entity?.role && h("span.role", {}, entity.role));
    return this.#row(selection, `row.name${entity ? `.${entity.type}` : ""}`, entity && h("span.swatch", { "aria-hidden": "true" }), label, h("span.count", {}, count));
  }

  /** A quote, with the words by which its speaker is known. */
  #quote(index) {
    const quote = this.#annotations.quotes[index];
    const isReported = quote.kind === "indirect";
    const facts = [isReported && this.#words.quoteKinds.indirect, this.#on.isSure(quote) && evidenceOf(quote, this.#text)].filter(Boolean).join(" · ");
    return this.#row({ quote: index }, `row.quote.${quote.kind}`, h("span.words", {}, quoteText(quote, this.#text)), facts && h("span.facts", {}, facts));
  }

  #row(selection, name, ...children) {
    const button = h(`button.${name}`, {
      type: "button", part: "row", "aria-pressed": "false",
      onclick: () => this.#on.select(button.getAttribute("aria-pressed") === "true" ? null : selection),
    }, ...children);
    this.#rows.push({ selection, button });
    return button;
  }

  /** What a chosen row offers: a stepper, and what leads on. */
  #extra(selection) {
    const words = this.#words;
    const { select, step, place, copy } = this.#on;
    const [index, all] = place(selection);
    const move = (by, label, sign) => h(`button.step.${by < 0 ? "back" : "on"}`, { type: "button", "aria-label": label, onclick: () => step(by) }, sign);
    const lead = (to, label) => h("button.copy", { type: "button", onclick: () => select(to) }, label);
    const { entity, speaker, quote } = selection;
    const { url, mentions } = this.#annotations.entities[entity ?? speaker] ?? {};
    const spoken = this.#groups.get(entity)?.quotes.length;
    return h("div.extra", {},
      all > 1 && move(-1, words.previous, "‹"),
      all > 1 && h("span", {}, words.position(index + 1, all)),
      all > 1 && move(1, words.next, "›"),
      spoken && lead({ speaker: entity }, words.quotes(spoken)),
      speaker !== undefined && mentions && lead({ entity: speaker }, words.mentions(mentions.length)),
      ...(speaker === undefined && quote !== undefined ? copyButtons(words, (what) => copy(what, quote)) : []),
      leadsToPage(url) && h("a.link", { href: url }, words.more),
    );
  }

  /** Lights on the page what the pointer comes to, unless the list moved under it. */
  #glance({ target, pointerType, movementX, movementY }) {
    if (pointerType === "mouse" && !movementX && !movementY) return;
    const button = pointerType === "mouse" && target.closest("button.row");
    if (button === this.#glanced) return;
    this.#glanced = button;
    this.#on.glance(this.#rows.find((row) => row.button === button)?.selection ?? null);
  }

  #key(event) {
    const buttons = this.#rows.map((row) => row.button);
    const at = buttons.indexOf(event.target);
    if (at === -1) return;
    const move = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (move !== undefined) buttons[Math.max(0, Math.min(move, buttons.length - 1))].focus();
    else if (step && isSameRow(this.#rows[at].selection, this.#chosen)) {
      this.#on.step(step);
      this.chosenRow?.focus({ preventScroll: true });
    } else if (step) buttons[at].click();
    else return;
    // The page may have keys of its own: for the next story, say.
    event.preventDefault();
    event.stopPropagation();
  }

  #escape(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    if (this.#chosen) this.#on.select(null);
    else this.#on.close();
  }
}
