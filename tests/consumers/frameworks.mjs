// Newslight in whole sites of frameworks, and in other runtimes: as the recipes are written, with the real tools.
//
//   node tests/consumers/frameworks.mjs [NAME …]     next next15 nuxt sveltekit astro eleventy bun deno
//
// Each is installed from npm into a folder of its own below the system's temporary one (FRAMEWORKS names another),
// which takes minutes and a gigabyte: so this is no part of the test run. It prints a row for each, and ends with 1
// where one does not work.

import { spawn, execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch, serve, www } from "../browser/support.mjs";

const here = fileURLToPath(new URL("./", import.meta.url));
const root = process.env.FRAMEWORKS ?? join(tmpdir(), "newslight-frameworks");
const recipes = readFileSync(join(www, "RECIPES.md"), "utf8");

/** The code of a recipe, by its heading and its language. */
function recipe(heading, language) {
  const section = recipes.split(/^## /m).find((text) => text.startsWith(heading));
  const [, code] = section?.match(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``)) ?? [];
  if (!code) throw new Error(`RECIPES.md has no ${language} under ${heading}`);
  return code;
}

const write = (path, words) => writeFileSync(path, words);
const fill = (path, words) => write(path, readFileSync(path, "utf8").replace("<!-- RECIPE -->", words));

/** Each tool: what it installs, where the recipe goes, and how it builds, serves what it built and develops. */
const TOOLS = {
  next: next("16"),
  next15: next("15"),
  nuxt: {
    packages: ["nuxt@4"],
    prepare: (folder) => write(join(folder, "story.vue"), recipe("Vue", "vue")),
    builds: [["nuxt", "build"]],
    start: () => ["node", ".output/server/index.mjs"],
    dev: (port) => ["nuxt", "dev", "--port", port, "--host", "127.0.0.1", "--no-fork"],
    goesOn: true,
  },
  sveltekit: {
    packages: ["@sveltejs/kit@2", "@sveltejs/adapter-node@5", "svelte@5", "vite@7", "@sveltejs/vite-plugin-svelte@6"],
    prepare: (folder) => write(join(folder, "src/story.svelte"), recipe("Svelte", "svelte")),
    builds: [["vite", "build"]],
    start: () => ["node", "build/index.js"],
    dev: (port) => ["vite", "dev", "--port", port, "--host", "127.0.0.1", "--strictPort"],
    goesOn: true,
  },
  astro: {
    // It wants a newer Node than we do, which npm has.
    packages: ["astro@7", "node@22"],
    prepare: (folder) => ["index", "about"].forEach((name) => fill(join(folder, `src/pages/${name}.astro`), recipe("Astro", "astro"))),
    builds: [["astro", "build"]],
    start: (port) => ["astro", "preview", "--port", port, "--host", "127.0.0.1"],
    dev: (port) => ["astro", "dev", "--port", port, "--host", "127.0.0.1"],
  },
  eleventy: {
    packages: ["@11ty/eleventy@3", "linkedom@0.18"],
    prepare(folder) {
      write(join(folder, "eleventy.config.js"), recipe("Eleventy", "js"));
      fill(join(folder, "_includes/story.html"), recipe("Plain HTML", "html"));
    },
    builds: [["eleventy"], ["node", "node_modules/newslight/bin/newslight.js", ...recipe("Eleventy", "sh").trim().split(" ").slice(1)]],
    check(folder) {
      const { format } = JSON.parse(readFileSync(join(folder, "_site/index.json"), "utf8"));
      if (format !== "newslight") throw new Error("the page has no file of annotations");
    },
    served: "_site",
    dev: (port) => ["eleventy", "--serve", "--port", port],
    isStatic: true,
  },
  bun: {
    packages: ["bun@1"],
    prepare(folder) {
      cpSync(join(here, "node/main.mjs"), join(folder, "main.mjs"));
      cpSync(join(here, "vite/main.js"), join(folder, "main.js"));
      mkdirSync(join(folder, "_site/pkg"), { recursive: true });
      cpSync(join(here, "page.html"), join(folder, "_site/index.html"));
      for (const file of ["newslight_bg.wasm", "page_bg.wasm"]) {
        cpSync(join(folder, "node_modules/newslight/pkg", file), join(folder, "_site/pkg", file));
      }
    },
    run: ["bun", "main.mjs"],
    builds: ["main.js", "node_modules/newslight/worker.js"].map((file) => ["bun", "build", file, "--outdir", "_site", "--target", "browser", "--external", "node:*"]),
    served: "_site",
    isStatic: true,
  },
  deno: {
    packages: ["deno@2"],
    prepare: (folder) => cpSync(join(here, "node/main.mjs"), join(folder, "main.mjs")),
    run: ["deno", "run", "--allow-read", "--allow-env", "main.mjs"],
  },
};

/** Next: 16 bundles with Turbopack, 15 with webpack. */
function next(version) {
  return {
    site: "next",
    packages: [`next@${version}`, "react@19", "react-dom@19", "typescript@5", "@types/react@19", "@types/node@22"],
    prepare(folder) {
      write(join(folder, "app/story.tsx"), recipe("React and Next.js", "tsx"));
      write(join(folder, "next.config.mjs"), recipe("React and Next.js", "js"));
    },
    builds: [["next", "build"]],
    start: (port) => ["next", "start", "-p", port],
    dev: (port) => ["next", "dev", "-H", "127.0.0.1", "-p", port],
    goesOn: true,
  };
}

/** Installs a tool and the packed package into a folder with the site. */
function install(name, { site = name, packages, prepare }) {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  if (existsSync(join(here, "frameworks", site))) cpSync(join(here, "frameworks", site), folder, { recursive: true });
  if (!existsSync(join(folder, "node_modules"))) {
    write(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
    execFileSync("npm", ["install", "--no-audit", "--no-fund", ...packages], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  }
  const [{ filename }] = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", root], { cwd: join(www, "../dist/newslight"), encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  const installed = join(folder, "node_modules/newslight");
  rmSync(installed, { recursive: true, force: true });
  mkdirSync(installed);
  // What was made of the last one: the version is the same.
  for (const made of [".next", ".nuxt", ".output", ".astro", "dist", "node_modules/.cache", "node_modules/.vite"]) rmSync(join(folder, made), { recursive: true, force: true });
  execFileSync("tar", ["-xzf", join(root, filename), "-C", installed, "--strip-components=1"]);
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  write(join(folder, "package.json"), JSON.stringify({ ...manifest, dependencies: { ...manifest.dependencies, newslight: "*" } }));
  prepare(folder);
  const [, scope, tool] = /^(@[^/]+\/)?([^@]+)/.exec(packages[0]);
  return { folder, version: JSON.parse(readFileSync(join(folder, "node_modules", (scope ?? "") + tool, "package.json"), "utf8")).version };
}

/** Where a program of the folder's packages runs: with the Node that is among them, if one is. */
const environment = (folder, more = {}) => ({ ...ENVIRONMENT, ...more, PATH: `${join(folder, "node_modules/.bin")}:${process.env.PATH}` });
const ENVIRONMENT = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ASTRO_TELEMETRY_DISABLED: "1", NUXT_TELEMETRY_DISABLED: "1", HOST: "127.0.0.1", CI: "1" };

/** Runs a program of the folder's packages to its end, and returns what it wrote. */
function finish(folder, [program, ...args]) {
  try {
    return execFileSync(bin(folder, program), args, { cwd: folder, env: environment(folder), encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    throw new Error(`${program}: ${`${error.stdout}${error.stderr}`.slice(-1500)}`);
  }
}

const bin = (folder, program) => (program === "node" ? process.execPath : join(folder, "node_modules/.bin", program));

/** Starts a server of the folder's packages, and stops it when `act` is through with it. */
async function during(folder, command, act) {
  const port = await freePort();
  const [program, ...args] = command(String(port));
  const server = spawn(bin(folder, program), args, { cwd: folder, env: environment(folder, { PORT: String(port), NITRO_HOST: "127.0.0.1" }), stdio: ["ignore", "pipe", "pipe"], detached: true });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (chunk) => (said += chunk));
  try {
    await answered(`http://127.0.0.1:${port}/`);
    return await act(`http://127.0.0.1:${port}`);
  } catch (error) {
    throw new Error(`${error.message}\n${said.slice(-1500)}`);
  } finally {
    if (server.exitCode === null) process.kill(-server.pid, "SIGKILL");
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** How long a server may take to begin to answer, in milliseconds. */
const PATIENCE = 120_000;

async function answered(address) {
  const asked = () => new Promise((resolve) => http.get(address, (response) => resolve(response.resume())).on("error", () => resolve(null)));
  const end = Date.now() + PATIENCE;
  while (!(await asked())) {
    if (Date.now() > end) throw new Error(`${address} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** Opens a site, and follows its link: the story is read in the browser, and a sentence was on the server. */
async function look(browser, address, { goesOn, isStatic }) {
  const page = await browser.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && !/favicon|WebSocket|_vercel/.test(message.text() + message.location().url) && errors.push(`${message.text()} ${message.location().url}`));
  const speakers = () => document.querySelector("news-light")?.annotations?.quotes.map(({ speaker }) => speaker?.name).join();
  const expect = async (told, expected) => {
    const isThere = (words) => document.querySelector("news-light")?.annotations?.quotes.map(({ speaker }) => speaker?.name).join() === words;
    await page.waitForFunction(isThere, expected, { timeout: PATIENCE }).catch(async () => {
      throw new Error(`${told}: ${await page.evaluate(speakers)} speak, not ${expected}: ${errors.join("; ")}`);
    });
    if ((await page.evaluate(() => CSS.highlights.get("newslight-direct")?.size ?? 0)) === 0) throw new Error(`${told}: nothing is painted`);
  };
  try {
    await page.goto(`${address}/`);
    await expect("the first story", "Ana Ruiz,Ana Ruiz");
    if (!isStatic && (await page.textContent("#server")) !== "Ana Ruiz") throw new Error("the server found nothing");
    if (page.workers().length !== 1) errors.push(`${page.workers().length} workers`);
    if (goesOn) {
      await page.click("a[href='/about']");
      await expect("the next story", "Pavel Lind");
    }
    if (errors.length) throw new Error(errors.join("; "));
  } finally {
    await page.close();
  }
}

/** What is tried of a tool: each by its name, with what throws if it does not work. */
function trials(browser, folder, tool) {
  const tried = {
    run: tool.run && (() => {
      const { annotations } = JSON.parse(finish(folder, tool.run));
      if (annotations.quotes[0].speaker.name !== "Ana Ruiz") throw new Error("no speaker");
    }),
    build: tool.builds && (async () => {
      for (const build of tool.builds) finish(folder, build);
      tool.check?.(folder);
      if (!tool.served) return during(folder, tool.start, (address) => look(browser, address, tool));
      const server = await serve(join(folder, tool.served));
      return look(browser, server.address, tool).finally(server.close);
    }),
    dev: tool.dev && (() => during(folder, tool.dev, (address) => look(browser, address, tool))),
  };
  return Object.entries(tried).filter(([, attempt]) => attempt);
}

const asked = process.argv.slice(2);
const browser = await launch();
for (const [name, tool] of Object.entries(TOOLS).filter(([name]) => asked.length === 0 || asked.includes(name))) {
  const { folder, version } = install(name, tool);
  for (const [trial, attempt] of trials(browser, folder, tool)) {
    const outcome = await Promise.resolve().then(attempt).then(() => "works as written", (error) => `FAILS: ${error.message}`);
    console.log(`| ${name} | ${version} | ${trial} | ${outcome} |`);
    if (outcome.startsWith("FAILS")) process.exitCode = 1;
  }
}
await browser.close();
