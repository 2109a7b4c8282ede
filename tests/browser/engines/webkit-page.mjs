// A page of WebKit, with the part of Playwright's interface that the tests use.

import { writeFileSync } from "node:fs";
import { FIND, LISTEN } from "./inside.mjs";
import { Locator } from "./webkit-locator.mjs";

/** What the tests' server puts into every page before the page's own scripts, and what it keeps back. */
export const hooks = { script: "", blocked: new Set() };

const PATIENCE = 30_000;
const KEYS = { Tab: "\uE004", Enter: "\uE007", Escape: "\uE00C", ArrowDown: "\uE015", ArrowUp: "\uE013", ArrowLeft: "\uE012", ArrowRight: "\uE014", Home: "\uE011", End: "\uE010", Shift: "\uE008", Backspace: "\uE003" };

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export class Page {
  #context;
  #session;
  #listeners = {};
  #scripts = [];
  #workers = 0;
  #blocked = [];

  constructor(context, session) {
    this.#context = context;
    this.#session = session;
    const pointer = (pointerType, actions) => this.#act({ type: "pointer", id: pointerType, parameters: { pointerType }, actions });
    const to = (x, y) => ({ type: "pointerMove", duration: 0, x: Math.round(x), y: Math.round(y) });
    const press = [{ type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
    this.mouse = {
      move: (x, y) => pointer("mouse", [to(x, y)]),
      click: (x, y) => pointer("mouse", [to(x, y), ...press]),
    };
    this.touchscreen = { tap: (x, y) => pointer("touch", [to(x, y), ...press]) };
    this.keyboard = {
      press: (key) => this.#act({ type: "key", id: "keys", actions: [{ type: "keyDown", value: KEYS[key] ?? key }, { type: "keyUp", value: KEYS[key] ?? key }] }),
    };
  }

  context() {
    return this.#context;
  }

  on(type, listener) {
    (this.#listeners[type] ??= []).push(listener);
  }

  workers() {
    return Array(this.#workers).fill({});
  }

  async #act(action) {
    await this.#session.driver.post("/actions", { actions: [action] });
    await this.#hear();
  }

  /** Passes on what the page said since it was asked last. */
  async #hear() {
    const { said, workers } = await this.#session.driver.post("/execute/sync", { script: "return window.__engine?.take() ?? { said: [], workers: 0 }", args: [] });
    this.#workers = workers;
    for (const { on, type, text } of said) {
      const event = on === "console" ? { type: () => type, text: () => text } : { message: text };
      for (const listener of this.#listeners[on] ?? []) listener(event);
    }
  }

  /** Runs the body of an async function of `arg` in the page, and gives back what it returns. */
  async run(body, arg) {
    const script = `
      const [given, done] = [arguments[0], arguments[arguments.length - 1]];
      const arg = given === null ? undefined : JSON.parse(given);
      (async () => { ${body} })().then(
        (value) => done([JSON.stringify(value, (_key, one) => (one === undefined ? "\\u0000" : one)) ?? null]),
        (error) => done([null, String(error?.message ?? error), error?.stack]));`;
    const [json, fault, stack] = await this.#session.driver.post("/execute/async", { script, args: [arg === undefined ? null : JSON.stringify(arg)] });
    if (fault !== undefined) throw new Error(`in the page: ${fault}\n${stack ?? ""}`);
    return json === null ? undefined : defined(JSON.parse(json));
  }

  /** The same, and passes on what the page said. */
  async ask(body, arg) {
    const value = await this.run(body, arg);
    await this.#hear();
    return value;
  }

  evaluate(what, arg) {
    return this.ask(bodyOf(what), arg);
  }

  async waitForFunction(what, arg, { timeout = PATIENCE } = {}) {
    const body = bodyOf(what);
    await this.wait(() => this.run(body, arg).catch(() => false), timeout, `the page to make true: ${what}`);
  }

  /** Asks again and again until the answer is true. */
  async wait(isSo, timeout, description) {
    const end = Date.now() + timeout;
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error(`waited ${timeout} ms for ${description}`);
      await sleep(40);
    }
    await this.#hear();
  }

  async waitForTimeout(milliseconds) {
    await sleep(milliseconds);
    await this.#hear();
  }

  async addInitScript(script) {
    this.#scripts.push(`(${script})();`);
  }

  async goto(url) {
    hooks.script = [LISTEN, ...this.#scripts].join("\n");
    await this.#session.driver.post("/url", { url });
    await this.#hear();
  }

  async reload() {
    await this.#session.driver.post("/refresh");
    await this.#hear();
  }

  /** Only keeps back what the tests' server would send, by the end of its name. */
  async route(pattern) {
    const ending = pattern.slice(pattern.lastIndexOf("*") + 1);
    this.#blocked.push(ending);
    hooks.blocked.add(ending);
  }

  addScriptTag({ type, url }) {
    return this.evaluate(({ type, url }) => new Promise((resolve, reject) => {
      document.head.append(Object.assign(document.createElement("script"), { type, src: url, onload: () => resolve(), onerror: reject }));
    }), { type, url });
  }

  locator(selector) {
    return new Locator(this, FIND).locator(selector);
  }

  getByRole(role, options) {
    return new Locator(this, FIND).getByRole(role, options);
  }

  getByLabel(words) {
    return new Locator(this, FIND).getByLabel(words);
  }

  async screenshot({ path } = {}) {
    const image = Buffer.from(await this.#session.driver.get("/screenshot"), "base64");
    if (path) writeFileSync(path, image);
    return image;
  }

  async close() {
    for (const ending of this.#blocked) hooks.blocked.delete(ending);
    if (this.#session.isFree) return;
    await this.#session.driver.post("/url", { url: "about:blank" });
    this.#session.isFree = true;
  }
}

/** What JSON has no word for, back in its place. */
function defined(value) {
  if (value === "\0") return undefined;
  if (Array.isArray(value)) return value.map(defined);
  return value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, defined(one)])) : value;
}

/** A function is called; a string is an expression, or statements whose last one gives the value. */
function bodyOf(what) {
  if (typeof what === "function") return `return (${what})(arg);`;
  if (isExpression(what)) return `return (${what});`;
  const last = what.lastIndexOf(";") + 1;
  return `${what.slice(0, last)} return (${what.slice(last)});`;
}

function isExpression(words) {
  try {
    return Boolean(new Function(`return (${words});`));
  } catch {
    return false;
  }
}
