// A headless Chromium, driven by Playwright.

import { existsSync } from "node:fs";
import { require } from "./require.mjs";

const PLACES = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export function launch(options = {}) {
  const executablePath = PLACES.find((place) => place && existsSync(place));
  if (!executablePath) throw new Error("no Chromium was found: install it, or say where it is with CHROMIUM=/path");
  const { chromium } = require("playwright-core");
  return chromium.launch({ executablePath, args: ARGS, ...options });
}
