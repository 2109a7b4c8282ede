// Packs the package and uses it the way its users do: from the tarball, never from the source tree.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch, serve, www } from "../browser/support.mjs";

const here = fileURLToPath(new URL("./", import.meta.url));
const installed = join(here, "node_modules/newslight");
const shipped = join(www, "../dist/newslight");
const scratch = mkdtempSync(join(tmpdir(), "newslight-"));
const run = (program, args, cwd = here) => execFileSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

let browser;
let packed;

before(async () => {
  if (!existsSync(join(here, "node_modules/vite"))) run("npm", ["ci", "--no-audit", "--no-fund"]);
  [packed] = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", scratch], shipped));
  rmSync(installed, { recursive: true, force: true });
  mkdirSync(installed, { recursive: true });
  run("tar", ["-xzf", join(scratch, packed.filename), "-C", installed, "--strip-components=1"]);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true, force: true });
});

test("the tarball holds what the package says, and nothing of the demo", () => {
  const files = packed.files.map(({ path }) => path).sort();
  const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  const paths = Object.values(manifest.exports).flatMap((target) => (typeof target === "string" ? [target] : Object.values(target)));
  for (const path of paths) assert.ok(files.includes(path.replace("./", "")), `${path} is exported but not packed`);
  assert.ok(["pkg/newslight_bg.wasm", "pkg/newslight.js", "pkg/page_bg.wasm", "pkg/page.js", "pkg/interface.js"].every((file) => files.includes(file)));
  const alien = files.filter((path) => /demo|articles|index\.html|lock|node_modules|panel\.css|test/.test(path));
  assert.deepEqual(alien, []);
  for (const path of ["README.md", "picture.png", "RECIPES.md", "LICENSE-MIT", "LICENSE-APACHE", "words/de.js", "element.js.map", "pkg/page.js.map"]) assert.ok(files.includes(path), path);
  for (const field of ["repository", "homepage", "bugs", "license", "description", "keywords"]) assert.ok(manifest[field], field);
});

test("the folder that a server serves is what npm packs", () => {
  const served = readdirSync(shipped, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(relative(shipped, entry.parentPath), entry.name));
  assert.deepEqual(served.sort(), packed.files.map(({ path }) => path).sort());
});

test("without a build there is nothing to pack, and npm says so in a sentence", () => {
  const folder = join(scratch, "unbuilt");
  mkdirSync(folder);
  copyFileSync(join(www, "package.json"), join(folder, "package.json"));
  assert.throws(() => run("npm", ["pack", "--pack-destination", scratch], folder), ({ stderr }) => /there is no build to pack: run cargo xtask build/.test(stderr));
});

/** Words of scripts as they are shipped, which are made small but keep their strings. */
const WORDS = { "settings.js": "there is nothing to read", "pkg/page.js": "beforeprint", "pkg/interface.js": "tabpanel" };

test("a map leads from what is shipped to its source", () => {
  for (const [name, words] of Object.entries(WORDS)) {
    const script = readFileSync(join(shipped, name), "utf8").split("\n");
    const map = new SourceMap(JSON.parse(readFileSync(join(shipped, `${name}.map`), "utf8")));
    const line = script.findIndex((text) => text.includes(words));
    const { originalSource, originalLine } = map.findEntry(line, script[line].indexOf(words));
    const source = readFileSync(join(www, originalSource.replace(/^(src|\.\.)\//, "")), "utf8").split("\n");
    assert.ok(source[originalLine].includes(words), `${name}: ${originalSource}:${originalLine}`);
  }
});

test("publint finds nothing", async () => {
  const { publint } = await import("publint");
  const { formatMessage } = await import("publint/utils");
  const { messages } = await publint({ pkgDir: installed, pack: false });
  const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  assert.deepEqual(messages.map((message) => formatMessage(message, manifest)), []);
});

test("the types are right, by are-the-types-wrong", () => {
  const attw = join(here, "node_modules/@arethetypeswrong/cli/dist/index.js");
  // An ES module alone; no entry of it is meant for require, and JSON and CSS have no types.
  const entries = ["--profile", "esm-only", "--entrypoints", ".", "element.js", "words.js"];
  run("node", [attw, join(scratch, packed.filename), "--no-emoji", ...entries]);
});

/** Opens a folder and waits until the element has read the article and the module a text. */
async function read(folder) {
  const server = typeof folder === "string" ? await serve(folder) : folder;
  const page = await browser.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && !message.location().url.endsWith("/favicon.ico") && errors.push(message.text()));
  const isDone = () => {
    const element = document.querySelector("news-light");
    return window.found && (!element || element.annotations);
  };
  try {
    await page.goto(`${server.address}/`);
    await page.waitForFunction(isDone, null, { timeout: 30_000 }).catch(() => assert.fail(`nothing was found: ${errors.join("; ")}`));
    assert.deepEqual(errors, []);
    return await page.evaluate((workers) => ({
      found: window.found,
      quotes: document.querySelector("news-light")?.annotations.quotes.length,
      painted: CSS.highlights.get("newslight-direct")?.size,
      workers,
    }), page.workers().length);
  } finally {
    await page.close();
    await server.close();
  }
}

function assertRead({ found, quotes, painted, workers }) {
  assert.equal(workers, 1, "the bundle has a worker that starts");
  assert.equal(found.quotes[0].speaker.name, "Ana Ruiz");
  assert.ok(quotes >= 1);
  assert.ok(painted >= 1);
}

/** A folder with the page and its script, within reach of the installed package. */
function site(name, script = "vite") {
  const root = mkdtempSync(join(here, `${name}-`));
  after(() => rmSync(root, { recursive: true, force: true }));
  cpSync(join(here, script), root, { recursive: true });
  copyFileSync(join(here, "page.html"), join(root, "index.html"));
  return root;
}

// Where the optimizer puts what it makes: Nuxt has a place of its own for that.
for (const [name, version, caches] of [["vite5", 5, ".vite"], ["vite6", 6, ".vite"], ["vite7", 7, ".cache/vite"], ["vite", 8, ".vite"]]) {
  test(`Vite ${version}, build`, async () => {
    const { build, version: found } = await import(name);
    assert.equal(Number.parseInt(found, 10), version);
    const outDir = join(scratch, `${name}/`);
    await build({ root: site(name), configFile: false, logLevel: "error", build: { outDir, emptyOutDir: true, target: "esnext" } });
    assertRead(await read(outDir));
  });

  test(`Vite ${version}, dev`, async () => {
    const { createServer } = await import(name);
    const root = site(name);
    const server = await createServer({ root, configFile: false, logLevel: "error", cacheDir: join(here, "node_modules", caches, name), server: { host: "127.0.0.1", port: 0 }, optimizeDeps: { force: true, include: ["newslight", "newslight/element.js"] } });
    await server.listen();
    const { port } = server.httpServer.address();
    assertRead(await read({ address: `http://127.0.0.1:${port}`, close: () => server.close() }));
  });
}

test("Rollup, with the module's file and the worker put beside the bundle", async () => {
  const { rollup } = await import("rollup");
  const { nodeResolve } = await import("@rollup/plugin-node-resolve");
  const dir = join(scratch, "rollup/");
  const bundle = await rollup({ input: { main: join(here, "vite/main.js"), worker: join(installed, "worker.js") }, plugins: [nodeResolve({ browser: true })], external: /^node:/, onwarn: (warning) => assert.fail(warning.message) });
  await bundle.write({ dir, format: "es", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" });
  await bundle.close();
  mkdirSync(join(dir, "pkg"));
  for (const file of ["pkg/newslight_bg.wasm", "pkg/page_bg.wasm"]) copyFileSync(join(installed, file), join(dir, file));
  copyFileSync(join(here, "page.html"), join(dir, "index.html"));
  assertRead(await read(dir));
});

test("Parcel", { skip: existsSync(join(here, "node_modules/parcel")) ? false : "Parcel is not installed" }, async () => {
  const root = site("parcel");
  const dist = join(scratch, "parcel/");
  run("node", [join(here, "node_modules/parcel/lib/bin.js"), "build", join(root, "index.html"), "--dist-dir", dist, "--cache-dir", join(scratch, "parcel-cache"), "--no-source-maps", "--public-url", "."], root);
  assertRead(await read(dist));
});

test("webpack", async () => {
  const { default: webpack } = await import("webpack");
  const path = join(scratch, "webpack/");
  const stats = await new Promise((resolve, reject) =>
    webpack({
      context: join(here, "webpack"),
      entry: "./main.js",
      mode: "production",
      performance: false,
      experiments: { topLevelAwait: true },
      output: { path, filename: "main.js", publicPath: "auto" },
    }, (error, stats) => (error ? reject(error) : resolve(stats))));
  assert.equal(stats.hasErrors(), false, stats.toString("errors-warnings"));
  assert.equal(stats.hasWarnings(), false, stats.toString("errors-warnings"));
  copyFileSync(join(here, "page.html"), join(path, "index.html"));
  assertRead(await read(path));
});

test("esbuild, with the worker and the module's file put beside the bundle", async () => {
  const { build, stop } = await import("esbuild");
  const outdir = join(scratch, "esbuild/");
  await build({ entryPoints: [{ in: join(here, "esbuild/main.js"), out: "main" }, { in: join(installed, "worker.js"), out: "worker" }], bundle: true, format: "esm", target: "esnext", minify: true, outdir, external: ["node:*"], logLevel: "error" });
  await stop();
  mkdirSync(join(outdir, "pkg"));
  for (const file of ["pkg/newslight_bg.wasm", "pkg/page_bg.wasm"]) copyFileSync(join(installed, file), join(outdir, file));
  copyFileSync(join(here, "page.html"), join(outdir, "index.html"));
  assertRead(await read(outdir));
});

test("Node", () => {
  const { annotations, jsonLd, webAnnotations, link } = JSON.parse(run("node", ["node/main.mjs"]));
  assert.equal(annotations.quotes[0].speaker.name, "Ana Ruiz");
  assert.equal(jsonLd.hasPart[0].creditText, "Ana Ruiz");
  assert.ok(webAnnotations.length >= 2);
  assert.equal(link, "#:~:text=%E2%80%9CIt%20is%20done%2C%E2%80%9D");
});

test("a Web Worker", async () => {
  const folder = join(scratch, "worker/");
  cpSync(join(here, "worker"), folder, { recursive: true });
  cpSync(installed, join(folder, "newslight"), { recursive: true });
  const { found } = await read(folder);
  assert.equal(found.quotes?.[0].speaker.name, "Ana Ruiz", found.error);
});

test("a server annotates, the browser highlights by the same offsets", async () => {
  const folder = join(scratch, "server/");
  mkdirSync(folder);
  writeFileSync(join(folder, "index.html"), run("node", ["server/main.mjs"]));
  const { found, painted } = await read(folder);
  assert.ok(found.names.includes("Ana Ruiz"), found.names.join());
  assert.ok(found.names.filter((name) => name === "Ruiz").length >= 1, "a name after an emoji");
  assert.deepEqual(found.words[0], "“The bridge will open in May,”");
  assert.ok(painted >= 1);
});

test("the server's recipe annotates a text once, and anew when it is another", () => {
  const [, recipe] = readFileSync(join(www, "RECIPES.md"), "utf8").match(/## On a server\n\n```js\n([^]*?)```/);
  const folder = site("recipe", "server");
  writeFileSync(join(folder, "recipe.mjs"), recipe);
  writeFileSync(join(folder, "try.mjs"), `import { annotationsOf } from "./recipe.mjs";
    const texts = ["“It is done,” Ana Ruiz said.", "“It is done,” Ana Ruiz said.", "“It is not,” Ana Ruiz said."];
    for (const text of texts) console.log((await annotationsOf(text)).quotes[0].speaker.name);`);
  assert.equal(run("node", ["try.mjs"], folder), "Ana Ruiz\n".repeat(3));
  assert.equal(readdirSync(join(folder, "annotations")).length, 2);
});

test("the packed command annotates, and says what it needs for pages", () => {
  const folder = site("command", "server");
  writeFileSync(join(folder, "story.txt"), "“It is done,” Ana Ruiz said.");
  const command = join(installed, JSON.parse(readFileSync(join(installed, "package.json"), "utf8")).bin.newslight);
  assert.equal(JSON.parse(run("node", [command, "annotate", "story.txt"], folder)).quotes[0].speaker.name, "Ana Ruiz");
  assert.throws(() => run("node", [command, "annotate", "index.html"], folder), ({ status, stderr }) => status === 1 && /index\.html: to read HTML, newslight needs linkedom: npm install linkedom/.test(stderr));
});

test("the declarations hold for a TypeScript user", () => {
  typecheck("consumer.ts", readFileSync(join(here, "types/consumer.ts"), "utf8"));
});

for (const [framework, jsx] of [["react", "react-jsx"], ["preact", "react-jsx"], ["solid-js", "preserve"]]) {
  test(`${framework} knows the element in .tsx, under strict`, () => {
    const source = readFileSync(join(here, "types/story.tsx"), "utf8");
    typecheck(`${framework}.tsx`, source, { jsx, jsxImportSource: framework, skipLibCheck: true, module: "ESNext", moduleResolution: "bundler" });
  });
}

test("Vue and Svelte know the element", () => {
  typecheck("templates.ts", readFileSync(join(here, "types/templates.ts"), "utf8"), { skipLibCheck: true, module: "ESNext", moduleResolution: "bundler" });
});

test("the React recipe compiles as it is written", () => {
  const [, recipe] = readFileSync(join(www, "RECIPES.md"), "utf8").match(/```tsx\n([\s\S]*?)```/);
  typecheck("recipe.tsx", recipe, { jsx: "react-jsx", skipLibCheck: true, module: "ESNext", moduleResolution: "bundler" });
});

test("the JSON-LD of an article is made of schema.org's terms", () => {
  const { jsonLd } = JSON.parse(run("node", ["node/main.mjs"]));
  typecheck("jsonld.ts", `import type { NewsArticle, WithContext } from "schema-dts";\nexport const article: WithContext<NewsArticle> = ${JSON.stringify(jsonLd, null, 2)};\n`);
});

test("the Web Annotations of an article follow W3C's data model", async () => {
  const { default: Ajv } = await import("ajv/dist/2020.js");
  const schema = JSON.parse(readFileSync(join(here, "web-annotation.schema.json"), "utf8"));
  const validate = new Ajv({ allErrors: true, validateFormats: false }).compile(schema);
  const { webAnnotations } = JSON.parse(run("node", ["node/main.mjs"]));
  for (const annotation of webAnnotations) assert.ok(validate(annotation), JSON.stringify([annotation, validate.errors], null, 1));
  const [annotation] = webAnnotations;
  const wrong = [{ ...annotation, motivation: "naming" }, { ...annotation, target: [] }, { ...annotation, id: "entity-1" }, { ...annotation, kind: "name" }];
  for (const damaged of wrong) assert.equal(validate(damaged), false, JSON.stringify(damaged));
});

test("the custom-elements manifest is one", () => {
  const manifest = readFileSync(join(installed, "custom-elements.json"), "utf8");
  typecheck("manifest.ts", `import type { Package } from "custom-elements-manifest";\nexport const manifest: Package = ${manifest};\n`);
});

/** Checks one file with tsc, in a folder of its own within node_modules, where imports resolve. */
function typecheck(name, source, changes = {}) {
  const folder = join(here, "node_modules/.types", name.replace(/\.tsx?$/, ""));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), source);
  const options = JSON.parse(readFileSync(join(here, "types/tsconfig.json"), "utf8"));
  Object.assign(options.compilerOptions, changes);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ ...options, include: [name] }));
  try {
    run("node", [join(here, "node_modules/typescript/bin/tsc"), "-p", folder]);
  } catch (error) {
    assert.fail(error.stdout);
  }
}
