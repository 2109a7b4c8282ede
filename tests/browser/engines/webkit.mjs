// WebKitGTK's MiniBrowser, driven by WebDriver, behind the part of Playwright's interface that the tests
// use. What a page must hear before its own scripts run, the tests' server puts into it (`hooks`).

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Driver } from "./webdriver.mjs";
import { Page } from "./webkit-page.mjs";

const FOLDERS = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib", "/usr/libexec"];
const PLACES = [process.env.WEBKIT, ...FOLDERS.map((folder) => `${folder}/webkit2gtk-4.1/MiniBrowser`)];
const ATTEMPTS = 3;

/** Starts the driver's program; what ends it and all that it started is called with this process's end. */
function startDriver(port, env) {
  const { pid } = spawn("WebKitWebDriver", [`--port=${port}`], { env, detached: true, stdio: "ignore" });
  const stop = () => {
    try {
      process.kill(-pid);
    } catch {
      // It has ended by itself.
    }
  };
  process.on("exit", stop);
  return stop;
}

export async function launch() {
  const binary = PLACES.find((place) => place && existsSync(place));
  if (!binary) throw new Error("no WebKitGTK was found: install webkit2gtk-driver and xvfb, or say where its MiniBrowser is with WEBKIT=/path");
  if (!process.env.DISPLAY) throw new Error("WebKitGTK needs an X server: run the tests by way of `cargo xtask test --engine webkit`, or of xvfb-run");
  return new Browser(binary);
}

class Browser {
  #binary;
  #sessions = new Map();
  #hole;

  constructor(binary) {
    this.#binary = binary;
  }

  async newContext(options = {}) {
    return new Context(this, options);
  }

  async newPage(options = {}) {
    return new Context(this, options).newPage();
  }

  /** A window of the asked size that no page uses. */
  async session({ viewport = { width: 1280, height: 720 }, colorScheme, reducedMotion }) {
    for (let number = 0; ; number++) {
      const key = `${viewport.width} ${viewport.height} ${colorScheme} ${reducedMotion} ${number}`;
      if (!this.#sessions.has(key)) this.#sessions.set(key, this.#start(() => this.#open(viewport, colorScheme, reducedMotion)));
      const session = await this.#sessions.get(key);
      if (!session.isFree) continue;
      session.isFree = false;
      return session;
    }
  }

  /** Now and then the browser never answers its driver: then another one is started. */
  async #start(open) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await open();
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
      }
    }
  }

  async #open({ width, height }, colorScheme, reducedMotion) {
    this.#hole ??= blackHole();
    const [hole, port] = [await this.#hole, await freePort()];
    const settings = reducedMotion === "reduce" && calmSettings();
    const env = { ...process.env, LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1", ...(settings && { XDG_CONFIG_HOME: settings }) };
    const stop = startDriver(port, env);
    const driver = new Driver(port);
    await driver.arrives();
    const proxy = { proxyType: "manual", httpProxy: hole, sslProxy: hole, noProxy: ["127.0.0.1"] };
    const args = ["--automation", "--full-screen", ...(colorScheme === "dark" ? ["--dark-mode"] : [])];
    try {
      await driver.begin({ proxy, "webkitgtk:browserOptions": { binary: this.#binary, args } });
      await driver.post("/window/rect", { x: 0, y: 0, width, height });
    } catch (error) {
      stop();
      throw error;
    }
    return { driver, stop, isFree: true, settings };
  }

  async close() {
    for (const starting of this.#sessions.values()) {
      const { driver, stop, settings } = await starting;
      await driver.delete("").catch(() => {});
      stop();
      if (settings) rmSync(settings, { recursive: true });
    }
    this.#sessions.clear();
  }
}

class Context {
  #browser;
  #options;
  #pages = [];

  constructor(browser, options) {
    this.#browser = browser;
    this.#options = options;
  }

  async newPage() {
    const page = new Page(this, await this.#browser.session(this.#options));
    this.#pages.push(page);
    return page;
  }

  async close() {
    for (const page of this.#pages) await page.close();
  }

  /** The driver tells of no requests and of no cookies but the page's own. */
  on() {}
  async cookies() {
    return [];
  }
}

/** Everything asked for outside of this machine is refused. */
async function blackHole() {
  const server = http.createServer((_request, response) => response.writeHead(502).end());
  server.on("connect", (_request, socket) => socket.end("HTTP/1.1 502 Refused\r\n\r\n"));
  server.unref();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `127.0.0.1:${server.address().port}`;
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** A reader who wants less motion, as GTK's settings say it. */
function calmSettings() {
  const folder = mkdtempSync(join(tmpdir(), "newslight-calm-"));
  mkdirSync(join(folder, "gtk-3.0"));
  writeFileSync(join(folder, "gtk-3.0/settings.ini"), "[Settings]\ngtk-enable-animations=0\n");
  return folder;
}
