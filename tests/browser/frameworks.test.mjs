// Pages that React and Vue hold in their hands: they hydrate, update and unmount under highlights.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { openGuests } from "./guest.mjs";
import { OURS, require } from "./support.mjs";

let guests;
before(async () => { guests = await openGuests(); });
after(() => guests.close());

const script = (body) => ({ headers: { "content-type": "text/javascript" }, body });

/** React ships for bundlers alone: its files, each a function, behind a `require` of three lines. */
const REACT = ["react", "scheduler", "react-dom", "react-dom/client"].map((name) => {
  const [main, part] = name.split("/");
  const folder = require.resolve(`${main}/package.json`).replace(/package\.json$/, "");
  const file = `${folder}cjs/${main}${part ? `-${part}` : ""}.production.js`;
  return `${JSON.stringify(name)}(module, exports, require) {${readFileSync(file, "utf8")}}`;
});
const FILES = {
  "/react.js": script(`
    const files = {${REACT.join(",\n")}}, loaded = {};
    const require = (name) => {
      if (!loaded[name]) { const module = (loaded[name] = { exports: {} }); files[name](module, module.exports, require); }
      return loaded[name].exports;
    };
    window.process = { env: { NODE_ENV: "production" } };
    export const React = require("react"), { createRoot, hydrateRoot } = require("react-dom/client"), { flushSync } = require("react-dom");`),
  "/vue.js": script(readFileSync(require.resolve("vue/dist/vue.esm-browser.prod.js"), "utf8")),
};

const SERVED = `<div id="app"><article><p>“We will build <b>1</b> house,” Ana Ruiz said.</p></article></div>`;
const painted = (page) => page.evaluate(() => guest.painted().map(([, words]) => words).join(""));

/** Highlights, updates twice with the page observed, unmounts: always what the framework wants is there. */
async function live(page, painter) {
  await page.evaluate((painter) => { guest.highlighting = guest.newslight.highlight(document.querySelector("article"), { painter, observe: true, types: ["quote"] }); }, painter);
  assert.equal(await painted(page), "“We will build 1 house,”");
  for (const count of [2, 3]) {
    await page.evaluate((count) => update(count), count);
    await page.waitForFunction((count) => guest.painted().map(([, words]) => words).join("") === `“We will build ${count} house,”`, count);
    assert.equal(await page.evaluate(() => document.querySelector("article").textContent), `“We will build ${count} house,” Ana Ruiz said.`);
  }
  await page.evaluate(() => guest.highlighting.remove());
  await page.evaluate(() => update(4));
  assert.equal(await page.evaluate(() => document.querySelector("article").outerHTML), SERVED.replace("<b>1", "<b>4").slice(14, -6));
  await page.evaluate(() => unmount());
  assert.equal(await page.evaluate(() => document.querySelector("#app").textContent), "");
  assert.deepEqual(page.faults, []);
}

for (const painter of ["highlight", "mark"]) {
  test(`frameworks: React hydrates, updates and unmounts (${painter})`, async () => {
    const page = await guests.open(SERVED, { files: FILES });
    await page.evaluate(async () => {
      const { React, hydrateRoot, flushSync } = await import("/react.js");
      const h = React.createElement;
      const view = (count) => h("article", null, h("p", null, "“We will build ", h("b", null, count), " house,” Ana Ruiz said."));
      window.recovered = 0;
      const root = flushSync(() => hydrateRoot(document.querySelector("#app"), view(1), { onRecoverableError: () => recovered++ }));
      await new Promise((resolve) => setTimeout(resolve, 50));
      window.update = (count) => flushSync(() => root.render(view(count)));
      window.unmount = () => flushSync(() => root.unmount());
    });
    assert.equal(await page.evaluate(() => recovered), 0);
    await live(page, painter);
    await page.close();
  });

  test(`frameworks: Vue mounts, updates and unmounts (${painter})`, async () => {
    const page = await guests.open(`<div id="app"></div>`, { files: FILES });
    await page.evaluate(async () => {
      const { createApp, h, ref, nextTick } = await import("/vue.js");
      const count = ref(1);
      const app = createApp(() => h("article", h("p", ["“We will build ", h("b", count.value), " house,” Ana Ruiz said."])));
      app.mount("#app");
      window.update = (value) => { count.value = value; return nextTick(); };
      window.unmount = () => app.unmount();
    });
    await live(page, painter);
    await page.close();
  });
}

test("frameworks: React hydrates what is highlighted already, without a mismatch", async () => {
  const page = await guests.open(SERVED, { files: FILES });
  await page.evaluate(async () => {
    guest.highlighting = guest.newslight.highlight(document.querySelector("article"), { types: ["quote"] });
    const { React, hydrateRoot, flushSync } = await import("/react.js");
    const h = React.createElement;
    window.recovered = 0;
    flushSync(() => hydrateRoot(document.querySelector("#app"), h("article", null, h("p", null, "“We will build ", h("b", null, 1), " house,” Ana Ruiz said.")), { onRecoverableError: () => recovered++ }));
  });
  assert.equal(await page.evaluate(() => recovered), 0);
  assert.equal(await painted(page), "“We will build 1 house,”");
  await page.close();
});

test("frameworks: Vue hydrates what is highlighted already, updates it and moves its fragments", async () => {
  const page = await guests.open(SERVED.replace("</article>", "<!--[--><p>One.</p><p>Two.</p><!--]--></article>"), { files: FILES });
  const warnings = [];
  page.on("console", (message) => ["warning", "error"].includes(message.type()) && warnings.push(message.text()));
  const text = () => page.evaluate(() => document.querySelector("article").textContent);
  await page.evaluate(async () => {
    guest.highlighting = guest.newslight.highlight(document.querySelector("article"), { types: ["quote"], observe: true });
    const { createSSRApp, Fragment, h, ref, nextTick } = await import("/vue.js");
    const [count, rest] = [ref(1), ref(["One.", "Two."])];
    const app = createSSRApp(() => h("article", [
      h("p", ["“We will build ", h("b", count.value), " house,” Ana Ruiz said."]),
      h(Fragment, rest.value.map((words) => h("p", { key: words }, words))),
    ]));
    app.mount("#app");
    window.update = (value, words) => { count.value = value; rest.value = words; return nextTick(); };
  });
  assert.equal(await painted(page), "“We will build 1 house,”");
  await page.evaluate(() => update(2, ["Two.", "“It is late,” Ben Okri said.", "One."]));
  await page.waitForFunction(() => guest.painted().length === 4);
  assert.equal(await painted(page), "“We will build 2 house,”“It is late,”");
  await page.evaluate(() => guest.highlighting.remove());
  await page.evaluate(() => update(3, ["One."]));
  assert.equal(await text(), "“We will build 3 house,” Ana Ruiz said.One.");
  assert.deepEqual([warnings, page.faults], [[], []]);
  await page.close();
});

/** What each framework makes of `<news-light lexicon={array}>`. */
const RENDER = {
  React: async (names) => {
    const { React, createRoot, flushSync } = await import("/react.js");
    const widget = React.createElement("news-light", { for: "article", lexicon: names });
    flushSync(() => createRoot(document.querySelector("#app")).render(widget));
  },
  Vue: async (names) => {
    const { createApp, h } = await import("/vue.js");
    createApp(() => h("news-light", { for: "article", lexicon: names })).mount("#app");
  },
};

for (const [framework, render] of Object.entries(RENDER)) {
  for (const isDefined of [true, false]) {
    const given = isDefined ? "a list" : "JSON, before the element is defined";
    test(`frameworks: ${framework} gives the element a lexicon as ${given}`, OURS, async () => {
      const page = await guests.open(`<article><p>The Vellum opened on Monday.</p></article><div id="app"></div>`, { files: FILES });
      const names = [{ name: "Vellum", type: "organization", url: "https://example.org/vellum" }];
      await page.evaluate((isDefined) => isDefined && import("/element.js").then(() => {}), isDefined);
      await page.evaluate(render, isDefined ? names : JSON.stringify(names));
      await page.evaluate(() => import("/element.js").then(() => {}));
      await page.waitForFunction(() => document.querySelector("news-light").annotations);
      const found = await page.evaluate(() => document.querySelector("news-light").annotations.entities.map(({ name, type, url }) => [name, type, url]));
      assert.deepEqual(found.find(([name]) => name === "Vellum"), ["Vellum", "organization", "https://example.org/vellum"]);
      assert.deepEqual(page.faults, []);
      await page.close();
    });
  }
}
