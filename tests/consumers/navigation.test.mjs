// Soft navigation by other people's scripts: the next page comes without a load, with the recipe for plain HTML in it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch, serve, www } from "../browser/support.mjs";

const here = fileURLToPath(new URL("./", import.meta.url));
const [, recipe] = /## Plain HTML\n\n```html\n([^]*?)```/.exec(readFileSync(join(www, "RECIPES.md"), "utf8"));
const [, element] = recipe.replaceAll('"/newslight/', '"/').split("</script>\n");
const script = '<script type="module" src="/element.js"></script>';

const STORIES = {
  "/one": ["Elm mends its ferry", "<p>“We will mend the ferry,” said Mara Lind, the mayor of Elm.</p>", "/two"],
  "/two": ["Quay closes", "<p>“The quay is closed,” said Ole Brandt, a pilot. “It is over.”</p>", "/one"],
};

/** Each with its script, and the body of a page that it changes. */
const ROUTERS = {
  "Turbo, which changes the body": ["@hotwired/turbo/dist/turbo.es2017-umd.js", "", (story) => `<main>${story}${element}</main>`],
  "htmx, which changes the body": ["htmx.org/dist/htmx.min.js", 'hx-boost="true"', (story) => `<main>${story}${element}</main>`],
  "htmx, which changes the story beside the element": ["htmx.org/dist/htmx.min.js", 'hx-boost="true" hx-target="main" hx-select="main" hx-swap="outerHTML"', (story) => `<main>${story}</main>${element.replace("panel", "panel observe")}`],
};

let browser;
before(async () => {
  if (!existsSync(join(here, "node_modules/htmx.org"))) execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: here, stdio: "ignore" });
  browser = await launch();
});
after(() => browser.close());

for (const [name, [file, attributes, layout]] of Object.entries(ROUTERS)) {
  test(`navigation: ${name}: there, on and back, what is shown is read, and nothing else`, async () => {
    const pages = { "/router.js": { headers: { "content-type": "text/javascript" }, body: readFileSync(join(here, "node_modules", file)) } };
    for (const [path, [title, words, next]] of Object.entries(STORIES)) {
      pages[path] = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><script src="/router.js"></script>${script}</head>
        <body ${attributes}>${layout(`<article><h1>${title}</h1>${words}</article><a href="${next}">Next</a>`)}</body></html>`;
    }
    const server = await serve(undefined, pages);
    const page = await browser.newPage();
    const faults = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    await page.goto(`${server.address}/one`);
    await page.evaluate(() => { window.isSame = true; });
    await expect(page, "Mara Lind", "“We will mend the ferry,”");
    await page.click("a");
    await expect(page, "Ole Brandt", "“The quay is closed,”|“It is over.”");
    await page.goBack();
    await expect(page, "Mara Lind", "“We will mend the ferry,”");
    assert.equal(await page.evaluate(() => window.isSame), true, "the page was loaded anew");
    assert.deepEqual(faults, []);
    await page.close();
    await server.close();
  });
}

/** Waits until one element has read the story, and its quotes alone are painted. */
async function expect(page, speaker, words) {
  const state = () => {
    const elements = [...document.querySelectorAll("news-light")];
    const ranges = [...(CSS.highlights.get("newslight-direct") ?? [])].filter(({ startContainer }) => startContainer.isConnected);
    const said = ranges.map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset));
    return `${elements.map(({ annotations }) => annotations?.quotes[0]?.speaker?.name).join()}: ${said.join("|")}`;
  };
  await page.waitForFunction(`(${state})() === ${JSON.stringify(`${speaker}: ${words}`)}`, null, { timeout: 20_000 }).catch(async () => {
    assert.equal(await page.evaluate(state), `${speaker}: ${words}`);
  });
}
