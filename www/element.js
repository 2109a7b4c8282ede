// <news-light>: the widget for a page. Importing this file defines the element, nothing more; all
// the rest is fetched once the page is at rest and the article near the window.

import { UsageError, besides, findTarget, isEnglish, readSettings, targetOf, warnOfUnknown } from "./settings.js";

const ATTRIBUTES = ["for", "annotations", "renew", "types", "lang", "painter", "panel", "theme", "lexicon", "ignore", "min-confidence", "skip", "observe", "remember", "edit"];

/** How long to wait for the page's load event and for an idle moment, in milliseconds. */
const PATIENCE = 4000;

/** Which element reads which article, so that none is read by two. */
const readers = new WeakMap();

/** Where the element only floats above its page it takes no place in it: no cell of a grid, no gap; nor where the page
 * gives all that it holds a display of its own. */
const LAYOUT = ':host { display: block } :host([for]:not([panel="inline"])) { display: contents; position: absolute } :host([hidden]) { display: none }';

/** What the page was written in, before anything translated it. */
const writtenIn = globalThis.document?.documentElement.lang;

/** Whether a machine has translated the page: Google says so by a class, others by another language. */
function isTranslated() {
  const { lang, className } = document.documentElement;
  return /\btranslated-(ltr|rtl)\b/.test(className) || (lang !== writtenIn && Boolean(lang) && !isEnglish(lang));
}

/** Whether the browser has what panel and looks are made of. */
const isCapable = () => "adoptedStyleSheets" in Document.prototype && "replaceSync" in CSSStyleSheet.prototype;

// On a server, where there are no elements, the import is harmless.
const Base = globalThis.HTMLElement ?? class {};

/** The name of an attribute as a property. */
const property = (name) => name.replace(/-./, ([, letter]) => letter.toUpperCase());

export class NewsLightElement extends Base {
  static observedAttributes = ATTRIBUTES;

  #lexicon;
  #ignore;
  #file;
  #words;
  #reading;
  #target;
  /** Aborted when the element goes or its settings change: whatever is under way then stops. */
  #run;
  #isRestarting = false;
  /** Watches for an article that is not there yet. */
  #waiting;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.append(document.createElement("slot"));
    if (!isCapable()) return;
    const layout = new CSSStyleSheet();
    layout.replaceSync(LAYOUT);
    root.adoptedStyleSheets = [layout];
  }

  /** What was found, put right. Set, it is a file of annotations to paint, or its address. */
  get annotations() {
    return this.#reading?.annotations;
  }

  set annotations(value) {
    this.#file = value;
    this.#restart();
  }

  /** The file to paint, its JSON or its address. */
  get annotationFile() {
    return this.#file ?? this.getAttribute("annotations");
  }

  get highlighting() {
    return this.#reading?.highlighting;
  }

  get lexicon() {
    return this.#lexicon ?? this.getAttribute("lexicon");
  }

  set lexicon(value) {
    this.#lexicon = value;
    this.#restart();
  }

  get ignore() {
    return this.#ignore ?? this.getAttribute("ignore");
  }

  set ignore(value) {
    this.#ignore = value;
    this.#restart();
  }

  /** Changes to the words of the interface, on top of those of its language. */
  get words() {
    return this.#words;
  }

  set words(value) {
    this.#words = value;
    this.#restart();
  }

  /** Chooses `{ entity, mention }` or `{ quote }` as if the reader had, or nothing with `null`. */
  select(selection) {
    this.#reading?.select(selection, "script");
  }

  /** Shows these kinds alone: types of entity, and "quote". */
  show(types) {
    this.#reading?.show(types);
  }

  /** Reads the article again. */
  refresh() {
    this.#restart();
  }

  connectedCallback() {
    for (const name of [...ATTRIBUTES.map(property), "words"]) this.#upgrade(name);
    if (!this.#run) return this.#start();
    this.#reading?.surface();
    // A router may keep the element and take its article away.
    return queueMicrotask(() => this.#target?.isConnected === false && this.#restart());
  }

  /** A framework that moves the element disconnects and connects it in one breath. */
  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  attributeChangedCallback(_name, before, after) {
    if (before !== after) this.#restart();
  }

  /** A property set before the element was defined would hide the one of the class. */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  #restart() {
    if (!this.#run || this.#isRestarting) return;
    this.#isRestarting = true;
    queueMicrotask(() => {
      this.#isRestarting = false;
      this.#stop();
      if (this.isConnected) this.#start();
    });
  }

  #stop() {
    this.#run?.abort();
    this.#run = undefined;
    this.#reading?.remove();
    this.#reading = undefined;
    if (readers.get(this.#target) === this) readers.delete(this.#target);
    this.#target = undefined;
  }

  async #start() {
    const { signal } = (this.#run = new AbortController());
    try {
      const settings = readSettings(this);
      warnOfUnknown(this, ATTRIBUTES);
      if (!isCapable()) {
        throw new UsageError("browser", "this browser is too old: newslight needs Chrome 105, Edge 105, Firefox 113, Safari 16.4 or a newer one");
      }
      this.#watchLanguage(signal);
      if (isTranslated()) return;
      await pageAtRest();
      if (signal.aborted) return;
      const target = this.#freeTarget() ?? (await this.#arrival(settings.observe, signal));
      if (signal.aborted) return;
      this.#target = this.#claim(target);
      if (settings.observe) this.#follow(this.#target, signal);
      await nearWindow(this.#target);
      if (signal.aborted) return;
      const { read } = await import("./pkg/reading.js");
      const skip = [settings.skip, besides(this, this.#target)].filter(Boolean).join(", ") || undefined;
      const reading = await read(this, this.#target, { ...settings, skip, words: this.#words, signal, onerror: (error) => this.#fail(error) });
      if (signal.aborted) return reading.remove();
      if (!reading.highlighting.text && !settings.observe) {
        reading.remove();
        throw new UsageError("empty", "the article holds no text that can be read; newslight.highlight(…).blocks says why");
      }
      this.#reading = reading;
      const { annotations, highlighting, milliseconds } = reading;
      this.#tell("newslight-ready", { annotations, highlighting, milliseconds });
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** The article: the next one that nobody reads, where a page adds story after story. */
  #freeTarget() {
    return targetOf(this, (target) => (readers.get(target) ?? this) === this);
  }

  /** An article that comes late: awaited for a while, or for as long as the page is observed. */
  #arrival(isPatient, signal) {
    return new Promise((resolve, reject) => {
      const observer = new MutationObserver(() => this.#freeTarget() && resolve(this.#freeTarget()));
      for (const tree of new Set([this.getRootNode(), document])) observer.observe(tree, { childList: true, subtree: true });
      const giveUp = () => {
        try {
          resolve(findTarget(this));
        } catch (error) {
          reject(error);
        }
      };
      if (!isPatient) setTimeout(giveUp, PATIENCE);
      signal.addEventListener("abort", resolve);
      this.#waiting = observer;
    }).finally(() => this.#waiting?.disconnect());
  }

  /** A translation is no English: the page is left alone while there is one, and then read again. */
  #watchLanguage(signal) {
    const before = isTranslated();
    const again = () => !signal.aborted && this.#restart();
    // The words come back a little after the event that announces it.
    const observer = new MutationObserver(() => isTranslated() !== before && (before ? setTimeout(again, 1000) : again()));
    observer.observe(document.documentElement, { attributeFilter: ["class", "lang"] });
    signal.addEventListener("abort", () => observer.disconnect());
  }

  /** Where a router takes the article away, the next one that `for` finds is read instead. */
  #follow(target, signal) {
    const observer = new MutationObserver(() => {
      const next = !target.isConnected && this.#freeTarget();
      if (next && !readers.has(next)) this.#restart();
    });
    observer.observe(target.getRootNode(), { childList: true, subtree: true });
    signal.addEventListener("abort", () => observer.disconnect());
  }

  #claim(target) {
    const other = readers.get(target);
    if (other && other !== this) {
      throw new UsageError("twice", "another <news-light> already reads this article; one is enough");
    }
    const selector = this.getAttribute("for");
    if (/^i?frame$/.test(target.localName)) {
      throw new UsageError("target", `for="${selector}" selects a frame; put <news-light for="article"> on the page within it`);
    }
    const told = target.closest("[*|lang]"); // XHTML has xml:lang as well.
    const language = told?.lang || told?.getAttribute("xml:lang") || "";
    if (language.trim() && !isEnglish(language)) {
      throw new UsageError("language", `newslight reads English, and this article is declared as "${language}"; lang="en" says that it is English`);
    }
    const others = selector ? target.getRootNode().querySelectorAll(selector).length - 1 : 0;
    if (others > 0 && target.matches(selector)) console.info(`<news-light>: for="${selector}" finds ${others + 1} elements, and the fullest is read`, target);
    readers.set(target, this);
    return target;
  }

  #fail(error) {
    this.#reading?.remove();
    this.#reading = undefined;
    console.error(`<news-light>: ${error.message}`, error instanceof UsageError ? this : error);
    this.#tell("newslight-error", { code: typeof error.code === "string" ? error.code : "load", error });
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
}

/** Every attribute is a property as well; `lexicon`, `ignore` and `annotations` are above, and `lang` HTML has already. */
for (const name of ATTRIBUTES.filter((name) => !["lexicon", "ignore", "lang", "annotations"].includes(name))) {
  const isFlag = ["renew", "observe", "remember", "edit"].includes(name);
  Object.defineProperty(NewsLightElement.prototype, property(name), {
    configurable: true,
    enumerable: true,
    get() {
      return isFlag ? this.hasAttribute(name) : (this.getAttribute(name) ?? "");
    },
    set(value) {
      if (isFlag) this.toggleAttribute(name, Boolean(value));
      else if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, Array.isArray(value) ? value.join(" ") : value);
    },
  });
}

/** After the load event, so that nothing of the article waits for us, and in an idle moment. */
async function pageAtRest() {
  if (document.readyState !== "complete") {
    await Promise.race([
      new Promise((resolve) => addEventListener("load", resolve, { once: true })),
      new Promise((resolve) => setTimeout(resolve, PATIENCE)),
    ]);
  }
  await new Promise((resolve) => {
    if (globalThis.requestIdleCallback) requestIdleCallback(resolve, { timeout: PATIENCE });
    else setTimeout(resolve, 200);
  });
}

/** Until the article is within a screen of the window. */
function nearWindow(target) {
  if (getComputedStyle(target).display === "contents") return undefined;
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        resolve();
      },
      { rootMargin: "100%", scrollMargin: "100%" },
    );
    observer.observe(target);
  });
}

if (globalThis.customElements && !customElements.get("news-light")) {
  customElements.define("news-light", NewsLightElement);
}
