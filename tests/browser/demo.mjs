// The demo under test: opened in a tab of its own, with what a reader finds on it.

import { launch, serve } from "./support.mjs";

export let server;
let browser;

/** Serves the demo and starts a browser. */
export async function begin() {
  server = await serve();
  browser = await launch();
  return browser;
}

export async function end() {
  await browser.close();
  await server.close();
}

/** Opens the demo on an article and waits until it was read. */
export async function open({ width = 1280, article = "strait", bypassCSP = false, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height: width < 500 ? 844 : 900 }, bypassCSP, ...options });
  const tab = await context.newPage();
  tab.messages = [];
  tab.on("console", (message) => ["error", "warning"].includes(message.type()) && tab.messages.push(message.text()));
  tab.on("pageerror", (error) => tab.messages.push(`uncaught: ${error.message}`));
  await tab.goto(`${server.address}/?article=${article}`);
  await read(tab);
  tab.widget = tab.locator("news-light");
  return tab;
}

export const read = (tab) => tab.waitForFunction(() => document.getElementById("quotes").textContent !== "–" && document.getElementById("widget").annotations);

/** A point on the words of what `pick` finds among the annotations; of a quote, one beside its names. */
export const placeOf = (tab, pick) => tab.evaluate((pick) => {
  const { annotations, highlighting } = document.getElementById("widget");
  const item = new Function("annotations", `return ${pick}`)(annotations);
  const [range] = highlighting.rangesOf(item.mentions?.[0] ?? item);
  range.startContainer.parentElement.scrollIntoView({ block: "center" });
  for (const rect of range.getClientRects()) {
    // Clicks have whole coordinates.
    const y = Math.round(rect.top + rect.height / 2);
    for (let x = Math.ceil(rect.left) + 6; x < rect.right; x += 6) {
      const hit = highlighting.at(x, y);
      if (hit && (item.mentions ? hit.entity === item : !hit.entity)) return { x, y };
    }
  }
  throw new Error(`${range} is at no point`);
}, pick);

export const chosen = (tab) => tab.evaluate(() => [...(CSS.highlights.get("newslight-chosen") ?? [])].map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset)));

export const QUOTE = 'annotations.quotes.find((quote) => quote.kind === "direct" && quote.speaker)';

/** Opens the card of the quote. The page may still be scrolling to a mention on a busy machine, so
 * that a click can miss: it is tried again where the quote then stands. */
export async function openCard(tab) {
  const card = tab.widget.getByRole("dialog");
  for (let attempt = 0; attempt < 6 && !(await card.isVisible()); attempt++) {
    await tab.waitForTimeout(400);
    const { x, y } = await placeOf(tab, QUOTE);
    await tab.mouse.click(x, y);
    await card.waitFor({ timeout: 3000 }).catch(() => {});
  }
  await card.waitFor();
}

export const NAME = "annotations.entities.find((entity) => entity.mentions.filter(({ kind }) => kind === 'name').length > 1 && entity.type === 'person')";
