// A page of somebody else with newslight as its guest: opens it, highlights it, and reports what a
// reader sees and what was left behind.

import { launch, serve } from "./support.mjs";

const ADDRESS = "/guest.html";

/** The functions that the tests call inside the page. */
const INSIDE = `
  import { load } from "/newslight.js";
  const newslight = await load();
  const wordsOf = (range) => {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.toString();
  };
  const tidy = (words) => words.replace(/\\s+/g, " ");
  window.guest = {
    newslight,
    rootOf: (selector) => selector ? document.querySelector(selector) : document,
    /** Highlights, and keeps what came of it for the next calls. */
    begin(selector, options) {
      guest.html = document.documentElement.outerHTML;
      guest.innerText = document.body?.innerText;
      guest.mutations = 0;
      guest.observer = new MutationObserver((records) => { guest.mutations += records.length; });
      guest.observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      guest.highlighting = newslight.highlight(guest.rootOf(selector), options);
      return guest.painted();
    },
    /** The words that are painted, by kind, in the order of the page: from the registry, or from the marks. */
    painted() {
      const found = [];
      for (const [name, highlight] of CSS.highlights ?? []) {
        if (name.startsWith("newslight-")) for (const range of highlight) if (range.startContainer.isConnected) found.push([name.slice(10), wordsOf(range), range]);
      }
      for (const mark of document.querySelectorAll("mark[class^=newslight-]")) {
        const range = document.createRange();
        range.selectNodeContents(mark);
        found.push([mark.className.slice(10).split(" ")[0], mark.textContent, range]);
      }
      const before = (one, other) => {
        const [a, b] = [one[2], other[2]].map((range) => { const live = document.createRange(); live.setStart(range.startContainer, range.startOffset); return live; });
        return a.compareBoundaryPoints(Range.START_TO_START, b);
      };
      return found.sort(before).map(([kind, words]) => [kind, tidy(words)]);
    },
    /** Removes, and tells what is not as it was. */
    async end() {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const faults = [];
      const { painter } = guest.highlighting;
      guest.mutations += guest.observer.takeRecords().length;
      guest.observer.disconnect();
      if (painter === "highlight" && guest.mutations) faults.push(guest.mutations + " mutations");
      if (document.body?.innerText !== guest.innerText) faults.push("the text changed");
      guest.highlighting.remove();
      if (document.documentElement.outerHTML !== guest.html) faults.push("the page is not as it was");
      const left = [...(CSS.highlights?.keys() ?? [])].filter((name) => name.startsWith("newslight-"));
      if (left.length) faults.push("left in the registry: " + left);
      return faults;
    },
  };
  window.ready = true;
`;

/** A browser with one guest page after the other. */
export async function openGuests() {
  const browser = await launch();
  const pages = {};
  const server = await serve(undefined, pages);
  return {
    browser,
    pages,
    server,
    /** Opens a page; `html` is its body, or a whole document. */
    async open(html, { headers = {}, files = {}, type, context = {} } = {}) {
      const isWhole = /^\s*<(!doctype|\?xml|html|svg)/i.test(html);
      const body = isWhole ? html : `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><body>${html}</body></html>`;
      pages[ADDRESS] = { headers: { ...headers, ...(type && { "content-type": type }) }, body };
      pages["/inside.js"] = { headers: { "content-type": "text/javascript" }, body: INSIDE };
      Object.assign(pages, files);
      const page = await browser.newPage(context);
      page.faults = [];
      // Firefox tells what a policy says of its own request for a favicon.
      page.on("pageerror", (error) => !error.message.includes("favicon") && page.faults.push(error.message));
      await page.goto(`${server.address}${ADDRESS}`);
      await page.evaluate(() => import("/inside.js"));
      await page.waitForFunction(() => window.ready);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
