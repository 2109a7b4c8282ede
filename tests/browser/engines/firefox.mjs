// The stock Firefox of a distribution, which Playwright drives by WebDriver BiDi.

import { existsSync } from "node:fs";
import { require } from "./require.mjs";

const PLACES = [process.env.FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"];

/** What BiDi cannot emulate is asked for by preferences, in a browser of its own. */
function preferences({ colorScheme, forcedColors, reducedMotion } = {}) {
  return {
    ...(colorScheme && { "layout.css.prefers-color-scheme.content-override": colorScheme === "dark" ? 0 : 1 }),
    ...(forcedColors === "active" && { "browser.display.document_color_use": 2, "ui.useAccessibilityTheme": 1 }),
    ...(reducedMotion === "reduce" && { "ui.prefersReducedMotion": 1 }),
  };
}

export async function launch() {
  const executablePath = PLACES.find((place) => place && existsSync(place));
  if (!executablePath) throw new Error("no Firefox was found: install it, or say where it is with FIREFOX=/path");
  const { firefox } = require("playwright-core");
  const browsers = new Map();
  const start = (preferred) => {
    const key = JSON.stringify(preferred);
    if (!browsers.has(key)) {
      const firefoxUserPrefs = { "browser.sessionhistory.max_total_viewers": 4, ...preferred };
      browsers.set(key, firefox.launch({ channel: "moz-firefox", executablePath, firefoxUserPrefs }));
    }
    return browsers.get(key);
  };
  const newContext = async (options = {}) => {
    const { colorScheme, forcedColors, reducedMotion, ...rest } = options;
    return (await start(preferences(options))).newContext(rest);
  };
  await start({});
  const free = new Map();
  /** A window takes half a second to open: one that was closed serves again where the same is asked for. */
  const newPage = async (options = {}) => {
    const key = JSON.stringify(options);
    if (!free.has(key)) free.set(key, []);
    const pages = free.get(key);
    return pages.pop()?.lend() ?? lendable(await (await newContext(options)).newPage(), (page) => pages.push(page));
  };
  return {
    newContext,
    newPage,
    close: async () => Promise.all([...browsers.values()].map(async (one) => (await one).close())),
  };
}

/** What tests listen to. */
const EVENTS = ["console", "pageerror", "request"];

/** A page that is emptied and given back when it is closed, until it is lent again. */
function lendable(page, giveBack) {
  const scripts = [];
  let isLent = true;
  page.lend = () => {
    isLent = true;
    return page;
  };
  const addInitScript = page.addInitScript.bind(page);
  page.addInitScript = async (...script) => scripts.push(await addInitScript(...script));
  page.close = async () => {
    if (!isLent) return;
    isLent = false;
    for (const event of EVENTS) page.removeAllListeners(event);
    await Promise.all(scripts.splice(0).map((script) => script.dispose()));
    await page.unrouteAll();
    await page.goto("about:blank");
    giveBack(page);
  };
  return page;
}
