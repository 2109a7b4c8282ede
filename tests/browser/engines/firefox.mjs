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
  return {
    newContext,
    newPage: async (options) => closingContext(await (await newContext(options)).newPage()),
    close: async () => Promise.all([...browsers.values()].map(async (one) => (await one).close())),
  };
}

/** A page that takes its context along when it is closed. */
function closingContext(page) {
  const close = page.close.bind(page);
  page.close = async () => {
    await close();
    await page.context().close();
  };
  return page;
}
