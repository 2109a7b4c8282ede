// <news-light>: the widget for a page. Importing this file defines the element, nothing more; all
// the rest is fetched once the page is at rest and the article near the window.

import { UsageError, findTarget, readSettings, targetOf, warnOfUnknown } from "./settings.js";

const ATTRIBUTES = ["for", "types", "lang", "painter", "panel", "theme", "lexicon", "ignore", "min-confidence", "skip", "observe", "remember"];

/** How long to wait for the page's load event and for an idle moment, in milliseconds. */
const PATIENCE = 4000;

/** Which element reads which article, so that none is read by two. */
const readers = new WeakMap();

// On a server, where there are no elements, the import is harmless.
const Base = globalThis.HTMLElement ?? class {};

/** The name of an attribute as a property. */
const property = (name) => name.replace(/-./, ([, letter]) => letter.toUpperCase());

export class NewsLightElement extends Base {
  static observedAttributes = ATTRIBUTES;

  #lexicon;
  #ignore;
  #words;
  #reading;
  #target;
  /** Aborted when the element goes or its settings change: whatever is under way then stops. */
  #run;
  #isRestarting = false;

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).append(document.createElement("slot"));
  }

  get annotations() {
    return this.#reading?.annotations;
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
    if (!this.#run) this.#start();
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
      await pageAtRest();
      if (signal.aborted) return;
      this.#target = this.#claim(findTarget(this));
      if (settings.observe) this.#follow(this.#target, signal);
      await nearWindow(this.#target);
      if (signal.aborted) return;
      const { read } = await import("./reading.js");
      const reading = await read(this, this.#target, { ...settings, words: this.#words, signal });
      if (signal.aborted) return reading.remove();
      this.#reading = reading;
      const { annotations, highlighting, milliseconds } = reading;
      this.#tell("newslight-ready", { annotations, highlighting, milliseconds });
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** Where a router takes the article away, the next one that `for` finds is read instead. */
  #follow(target, signal) {
    const observer = new MutationObserver(() => {
      if (!target.isConnected && targetOf(this)) this.#restart();
    });
    observer.observe(target.getRootNode(), { childList: true, subtree: true });
    signal.addEventListener("abort", () => observer.disconnect());
  }

  #claim(target) {
    const other = readers.get(target);
    if (other && other !== this) {
      throw new UsageError("twice", "another <news-light> already reads this article; one is enough");
    }
    const language = target.closest("[lang]")?.lang ?? "";
    if (language && !/^en\b/i.test(language)) {
      throw new UsageError("language", `newslight reads English, and this article is declared as "${language}"`);
    }
    const selector = this.getAttribute("for");
    const others = selector ? target.getRootNode().querySelectorAll(selector).length - 1 : 0;
    if (others > 0) console.info(`<news-light>: for="${selector}" finds ${others + 1} elements, and the first is read`, target);
    readers.set(target, this);
    return target;
  }

  #fail(error) {
    console.error(`<news-light>: ${error.message}`, error instanceof UsageError ? this : error);
    this.#tell("newslight-error", { code: error.code ?? "load", error });
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
}

/** Every attribute is a property as well; `lexicon` and `ignore` are above, and `lang` HTML has already. */
for (const name of ATTRIBUTES.filter((name) => !["lexicon", "ignore", "lang"].includes(name))) {
  const isFlag = name === "observe" || name === "remember";
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
      { rootMargin: "100%" },
    );
    observer.observe(target);
  });
}

if (globalThis.customElements && !customElements.get("news-light")) {
  customElements.define("news-light", NewsLightElement);
}
