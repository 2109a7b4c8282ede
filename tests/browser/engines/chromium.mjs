// A headless Chromium, driven by Playwright.

import { existsSync } from "node:fs";
import { require } from "./require.mjs";

const PLACES = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** How often a browser is started at most, and how long its first frame may take, in milliseconds. */
const ATTEMPTS = 3;
const PATIENCE = 10_000;

export async function launch(options = {}) {
  const executablePath = PLACES.find((place) => place && existsSync(place));
  if (!executablePath) throw new Error("no Chromium was found: install it, or say where it is with CHROMIUM=/path");
  const { chromium } = require("playwright-core");
  for (let attempt = 1; ; attempt++) {
    const browser = await chromium.launch({ executablePath, args: ARGS, ...options });
    if (attempt === ATTEMPTS || (await draws(browser))) return browser;
    await browser.close();
  }
}

/** Whether a browser draws a frame: started on a busy machine, one may never do so. */
async function draws(browser) {
  const page = await browser.newPage();
  const frame = page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(true))));
  const drawn = await Promise.race([frame, new Promise((resolve) => setTimeout(resolve, PATIENCE, false))]);
  frame.catch(() => {});
  await page.close();
  return drawn;
}
