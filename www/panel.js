// The panel "Who said what": the speakers with their quotes, and the people, organizations and
// places with their mentions. It is also the accessible way to the highlights, which no screen
// reader announces: everything in it is a real button.

import { h, leadsToPage, pause, quoteText } from "./pkg/newslight.js";

const TABS = ["quote", "person", "organization", "place"];

/** So many rows are made at one go; of a very long list more come while the reader looks at these. */
const ROWS = 100;

export class Panel {
  #words;
  #on;
  #annotations;
  #text;
  #tabs = new Map();
  #rows = [];
  /** Makes the rows that the list still lacks, one at a step. */
  #growth;
  #list;
  #status;
  #legend;
  #current = "quote";
  #chosen = null;

  /** `on` holds what to call: select(selection), step(by), show(types), copy(what, quote), close(). */
  constructor({ words, mode, on }) {
    this.#words = words;
    this.#on = on;
    this.#list = h("div.list", { role: "tabpanel", tabIndex: -1, "aria-labelledby": "tab-quote", id: "list", onkeydown: (event) => this.#key(event) });
    this.#status = h("p.unseen", { role: "status" });
    this.#legend = h("div.legend", { role: "group", "aria-label": words.legend, part: "legend" });
    this.title = h("h2.title", { id: "title", tabIndex: -1, part: "title" }, words.title);
    this.element = h("section.panel", { part: "panel", id: "panel", "aria-labelledby": "title" },
      h("header.head", {}, this.title, mode === "drawer" && closeButton(words, () => on.close())),
      this.#legend,
      this.#tablist(),
      this.#list,
      this.#status,
    );
    this.element.classList.add(mode);
    this.element.addEventListener("keydown", (event) => this.#escape(event));
  }

  /** Shows what was found in a text. */
  render({ annotations, text }) {
    this.#annotations = annotations;
    this.#text = text;
    this.#chosen = null;
    for (const [name, { count }] of this.#tabs) count.textContent = this.#count(name);
    if (!this.#count(this.#current)) this.#current = TABS.find((name) => this.#count(name)) ?? "quote";
    this.#fill(this.#current);
    return this;
  }

  /** The switches of the kinds that the article has; `shown` tells which are on. */
  renderLegend(kinds, shown) {
    this.#legend.replaceChildren(...legend(this.#words, kinds, shown, (types) => this.#on.show(types)));
  }

  /** Marks a selection as chosen, wherever it was made; `null` for none. */
  choose(selection) {
    this.#chosen = selection;
    const isMade = () => this.#rows.some((row) => isSame(row.selection, selection));
    if (selection) {
      const tab = this.#tabOf(selection);
      if (tab !== this.#current && !isMade()) this.#open(tab);
      while (!isMade() && !this.#growth.next().done);
    }
    for (const row of this.#rows) {
      const isChosen = isSame(row.selection, selection);
      if (!isChosen && !row.extra) continue;
      row.button.setAttribute("aria-pressed", isChosen);
      row.extra?.remove();
      row.extra = isChosen ? this.#extra(selection) : undefined;
      if (row.extra) row.button.after(row.extra);
      if (isChosen) row.button.scrollIntoView({ block: "nearest" });
    }
    this.#status.textContent = selection ? this.#announcement(selection) : "";
  }

  #announcement({ entity, mention, quote }) {
    const words = this.#words;
    if (quote !== undefined) {
      const { speaker } = this.#annotations.quotes[quote];
      const text = quoteText(this.#annotations.quotes[quote], this.#text);
      return speaker ? words.says(speaker.name, text) : text;
    }
    const { name, mentions } = this.#annotations.entities[entity];
    return words.mentioned(name, mention + 1, mentions.length);
  }

  #count(tab) {
    const { quotes, entities } = this.#annotations;
    if (tab === "quote") return quotes.filter((quote) => quote.kind !== "scare").length;
    return entities.filter((entity) => entity.type === tab).length;
  }

  #tabOf({ entity, quote }) {
    if (quote !== undefined) return "quote";
    const { type } = this.#annotations.entities[entity];
    return TABS.includes(type) ? type : this.#current;
  }

  #tablist() {
    const list = h("div.tabs", { role: "tablist", "aria-labelledby": "title", part: "tabs" });
    for (const name of TABS) {
      const count = h("span.count");
      const button = h("button.tab", {
        type: "button", role: "tab", id: `tab-${name}`, part: "tab", "aria-controls": "list",
        onclick: () => this.#open(name),
      }, this.#words.tabs[name], " ", count);
      this.#tabs.set(name, { button, count });
      list.append(button);
    }
    list.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const next = step ? TABS[(TABS.indexOf(this.#current) + step + TABS.length) % TABS.length] : { Home: TABS[0], End: TABS.at(-1) }[event.key];
      if (!next) return;
      event.preventDefault();
      this.#open(next);
      this.#tabs.get(next).button.focus();
    });
    return list;
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
    this.#list.setAttribute("aria-labelledby", `tab-${name}`);
    this.#list.replaceChildren();
    this.#growth = name === "quote" ? this.#speakers() : this.#entities(name);
    this.#grow(this.#growth);
    if (this.#chosen && this.#rows.some((row) => isSame(row.selection, this.#chosen))) this.choose(this.#chosen);
  }

  /** Lets the reader in between; another list ends it. */
  async #grow(growth) {
    for (let made = 1; growth === this.#growth && !growth.next().done; made++) {
      if (made % ROWS === 0) await pause();
    }
  }

  *#speakers() {
    const groups = speakersOf(this.#annotations, this.#words);
    if (groups.length === 0) return this.#list.append(h("p.nothing", {}, this.#words.nothing));
    const list = h("ul.speakers");
    this.#list.append(list);
    for (const { name, entity, quotes } of groups) {
      const count = this.#words.quotes(quotes.length);
      const own = h("ol.quotes");
      list.append(h("li.speaker", {}, entity ? this.#name(entity, count) : h("p.row.name", {}, h("span.who", {}, name), h("span.count", {}, count)), own));
      for (const quote of quotes) {
        own.append(this.#item(this.#quote(quote)));
        yield;
      }
    }
  }

  *#entities(type) {
    const entities = this.#annotations.entities.filter((entity) => entity.type === type);
    if (entities.length === 0) return this.#list.append(h("p.nothing", {}, this.#words.nothing));
    entities.sort((a, b) => b.mentions.length - a.mentions.length);
    const list = h("ul.names");
    this.#list.append(list);
    for (const entity of entities) {
      list.append(this.#item(this.#name(entity, this.#words.mentions(entity.mentions.length))));
      yield;
    }
  }

  /** A row of a list; far down it is laid out once it is seen. */
  #item(row) {
    return h(this.#rows.length > ROWS ? "li.later" : "li", {}, row);
  }

  #name(entity, count) {
    const label = h("span.who", {}, entity.name, entity.role && h("span.role", {}, entity.role));
    return this.#row({ entity: entity.id }, `row.name.${entity.type}`, h("span.swatch", { "aria-hidden": "true" }), label, h("span.count", {}, count));
  }

  #quote(index) {
    const { kind } = this.#annotations.quotes[index];
    const text = quoteText(this.#annotations.quotes[index], this.#text);
    const isReported = kind === "indirect";
    return this.#row({ quote: index }, `row.quote.${kind}`, h("span.words", {}, text), isReported && h("span.kind", {}, this.#words.quoteKinds.indirect));
  }

  #row(selection, name, ...children) {
    const button = h(`button.${name}`, {
      type: "button", part: "row", "aria-pressed": "false",
      onclick: () => {
        const isChosen = button.getAttribute("aria-pressed") === "true";
        this.#on.select(isChosen ? null : { ...selection, ...(selection.entity !== undefined && { mention: 0 }) });
      },
    }, ...children);
    this.#rows.push({ selection, button });
    return button;
  }

  /** What a chosen row offers: a stepper for a name, copying for a quote. */
  #extra({ entity, mention, quote }) {
    const words = this.#words;
    if (quote !== undefined) {
      return h("div.extra", {}, ...copyButtons(words, (what) => this.#on.copy(what, quote)));
    }
    const { mentions, url } = this.#annotations.entities[entity];
    return h("div.extra", {},
      h("button.step", { type: "button", "aria-label": words.previous, onclick: () => this.#on.step(-1) }, "‹"),
      h("span", {}, words.position(mention + 1, mentions.length)),
      h("button.step", { type: "button", "aria-label": words.next, onclick: () => this.#on.step(1) }, "›"),
      leadsToPage(url) && h("a.link", { href: url }, words.more),
    );
  }

  #key(event) {
    const buttons = this.#rows.map((row) => row.button);
    const at = buttons.indexOf(event.target);
    if (at === -1) return;
    const move = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (move !== undefined) buttons[Math.max(0, Math.min(move, buttons.length - 1))].focus();
    else if (step && isSame(this.#rows[at].selection, this.#chosen)) this.#on.step(step);
    else if (step) buttons[at].click();
    else return;
    event.preventDefault();
  }

  #escape(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    if (this.#chosen) this.#on.select(null);
    else this.#on.close();
  }
}

/** Who speaks, in the order of first words, each with the indexes of their quotes. */
function speakersOf({ entities, quotes }, words) {
  const groups = new Map();
  quotes.forEach(({ kind, speaker }, index) => {
    if (kind === "scare") return;
    const entity = entities[speaker?.entity];
    const name = entity?.name ?? speaker?.name ?? words.unattributed;
    const key = entity ? entity.id : speaker ? name.toLowerCase() : words;
    if (!groups.has(key)) groups.set(key, { name, entity, quotes: [] });
    groups.get(key).quotes.push(index);
  });
  return [...groups.values()];
}

/** The buttons that copy a quote and the link to it; they say themselves that it was done. */
export function copyButtons(words, copy) {
  return [["quote", words.copyQuote], ["link", words.copyLink]].map(([what, label]) => {
    const button = h("button.copy", { type: "button", part: "button" }, label);
    button.addEventListener("click", async () => {
      const isDone = await copy(what);
      button.textContent = isDone ? words.copied : words.notCopied;
      setTimeout(() => (button.textContent = label), 2000);
    });
    return button;
  });
}

/** The switches of the legend. */
function legend(words, kinds, shown, onshow) {
  return kinds.map((kind) =>
    h(`button.kind.${kind}`, {
      type: "button", part: "switch", "aria-pressed": String(shown.has(kind)),
      onclick: () => {
        const types = new Set(shown);
        if (!types.delete(kind)) types.add(kind);
        onshow(types);
      },
    }, h("span.swatch", { "aria-hidden": "true" }), words.kinds[kind]));
}

function closeButton(words, onclick) {
  return h("button.close", { type: "button", "aria-label": words.close, part: "close", onclick }, "×");
}

const isSame = (a, b) => Boolean(a && b) && a.entity === b.entity && a.quote === b.quote;
