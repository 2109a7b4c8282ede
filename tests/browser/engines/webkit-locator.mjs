// Finds elements as Playwright's locators do, through open shadow roots, when it is asked to act on them.

const PATIENCE = 30_000;

export class Locator {
  #page;
  #find;
  #steps;

  constructor(page, find, steps = []) {
    this.#page = page;
    this.#find = find;
    this.#steps = steps;
  }

  #and(step) {
    return new Locator(this.#page, this.#find, [...this.#steps, step]);
  }

  locator(selector) {
    return this.#and({ by: "css", value: selector });
  }
  getByRole(role, { name } = {}) {
    const words = name instanceof RegExp ? { pattern: name.source, flags: name.flags } : { name };
    return this.#and({ by: "role", value: role, ...words });
  }
  getByLabel(words) {
    return this.#and({ by: "label", value: words });
  }
  first() {
    return this.nth(0);
  }
  last() {
    return this.nth(-1);
  }
  nth(number) {
    return this.#and({ by: "nth", value: number });
  }
  async all() {
    return Array.from({ length: await this.count() }, (_, number) => this.nth(number));
  }

  #run(body, arg) {
    const found = `${this.#find} const { steps, given } = arg; const all = find(steps); const element = all[0];`;
    return this.#page.ask(`${found} ${body}`, { steps: this.#steps, given: arg });
  }

  /** The same, once there is such an element. */
  async #act(body, arg) {
    await this.#page.wait(() => this.#run("return all.length > 0"), PATIENCE, `an element: ${JSON.stringify(this.#steps)}`);
    return this.#run(body, arg);
  }

  count() {
    return this.#run("return all.length");
  }
  isVisible() {
    return this.#run("return Boolean(element) && isSeen(element)");
  }
  evaluate(call, arg) {
    return this.#act(`return (${call})(element, given)`, arg);
  }
  evaluateAll(call, arg) {
    return this.#run(`return (${call})(all, given)`, arg);
  }
  textContent() {
    return this.#act("return element.textContent");
  }
  allTextContents() {
    return this.#run("return all.map(({ textContent }) => textContent)");
  }
  getAttribute(name) {
    return this.#act("return element.getAttribute(given)", name);
  }
  focus() {
    return this.#act("element.focus()");
  }
  boundingBox() {
    return this.#act("const { x, y, width, height } = element.getBoundingClientRect(); return { x, y, width, height }");
  }
  waitFor({ state = "visible", timeout = PATIENCE } = {}) {
    const isSo = async () => (await this.isVisible()) === (state === "visible");
    return this.#page.wait(isSo, timeout, `${JSON.stringify(this.#steps)} to be ${state}`);
  }
  fill(text) {
    return this.#act("element.focus(); element.value = given; element.dispatchEvent(new InputEvent('input', { bubbles: true }))", text);
  }
  selectOption(value) {
    return this.#act("element.value = given; for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }))", value);
  }

  /** Clicks on its middle, once it stands still and nothing lies above it. */
  async click() {
    let place;
    const isReady = async () => {
      const before = place;
      place = await this.#act("return placeOf(element)");
      return place.isOnTop && before?.x === place.x && before?.y === place.y;
    };
    await this.#page.wait(isReady, PATIENCE, `${JSON.stringify(this.#steps)} to be clickable`);
    return this.#page.mouse.click(place.x, place.y);
  }
}
