// What runs inside the pages of WebKit: scripts as text.

/** Keeps what a page says and what goes wrong in it, and counts its workers, until the test asks. */
export const LISTEN = `(() => {
  document.currentScript?.remove();
  const said = [];
  const text = (value) => (value instanceof Error ? value.name + ": " + value.message : value instanceof Element ? "JSHandle@node" : String(value));
  for (const [name, type] of [["error", "error"], ["warn", "warning"], ["info", "info"]]) {
    const plain = console[name];
    console[name] = (...values) => {
      said.push({ on: "console", type, text: values.map(text).join(" ") });
      plain.apply(console, values);
    };
  }
  addEventListener("error", ({ message, error }) => message && said.push({ on: "pageerror", text: error?.message ?? message }));
  addEventListener("unhandledrejection", ({ reason }) => said.push({ on: "pageerror", text: reason?.message ?? String(reason) }));
  let workers = 0;
  const { Worker } = window;
  if (Worker) {
    const { terminate } = Worker.prototype;
    window.Worker = new Proxy(Worker, { construct: (...given) => (workers++, Reflect.construct(...given)) });
    Worker.prototype.terminate = function () {
      workers--;
      return terminate.call(this);
    };
  }
  Object.defineProperty(window, "__engine", { value: { take: () => ({ said: said.splice(0), workers }) } });
})();`;

/** Finds elements by the steps of a locator. */
export const FIND = `
  const ROLES = {
    button: "button, [role=button], summary", tab: "[role=tab]", dialog: "[role=dialog]", group: "[role=group]",
    status: "[role=status]", region: "section[aria-labelledby], [role=region]", link: "a[href]",
  };
  const below = (root, selector) => {
    const found = new Set();
    const visit = (node) => {
      for (const element of node.querySelectorAll("*")) {
        if (element.matches(selector)) found.add(element);
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    if (root.shadowRoot) visit(root.shadowRoot);
    visit(root);
    return [...found];
  };
  const isSeen = (element) => element.isConnected && element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const nameOf = (element) => {
    const labels = element.getAttribute("aria-labelledby")?.split(" ").map((id) => element.getRootNode().getElementById(id)?.textContent);
    const words = (node) => (node.nodeType === 3 ? node.data : node.getAttribute?.("aria-hidden") === "true" ? "" : [...node.childNodes].map(words).join(""));
    return (element.getAttribute("aria-label") ?? labels?.join(" ") ?? words(element)).replace(/\\s+/g, " ").trim();
  };
  const named = (elements, { name, pattern, flags }) => {
    if (pattern) return elements.filter((element) => new RegExp(pattern, flags).test(nameOf(element)));
    if (name === undefined) return elements;
    const exact = elements.filter((element) => nameOf(element) === name);
    return exact.length ? exact : elements.filter((element) => nameOf(element).toLowerCase().includes(name.toLowerCase()));
  };
  const STEPS = {
    css: (found, { value }) => value.split(/ +(?![^\\[]*\\])/).reduce((roots, part) => [...new Set(roots.flatMap((root) => below(root, part)))], found),
    role: (found, step) => named(found.flatMap((root) => below(root, ROLES[step.value])).filter((element) => step.value === "status" || isSeen(element)), step),
    label: (found, { value }) => [...document.querySelectorAll("label")].filter((label) => label.textContent.trim().startsWith(value)).map((label) => label.control),
    nth: (found, { value }) => [found.at(value)].filter(Boolean),
  };
  const find = (steps) => steps.reduce((found, step) => STEPS[step.by](found, step), [document]);
  const placeOf = (element) => {
    const box = () => element.getBoundingClientRect();
    const { top, bottom, left, right } = box();
    if (top < 0 || bottom > innerHeight || left < 0 || right > innerWidth) element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const [x, y] = [box().x + box().width / 2, box().y + box().height / 2];
    let hit = document.elementFromPoint(x, y);
    for (let inner; (inner = hit?.shadowRoot?.elementFromPoint(x, y)) && inner !== hit; ) hit = inner;
    return { x, y, isOnTop: Boolean(hit) && (element.contains(hit) || hit.contains(element)) };
  };
`;
