// Kinds of pages on which tools like this one were seen to fail, and the tests that keep each of them right.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

const ROOT = new URL("../../", import.meta.url);

/** Where the kinds are listed with what was seen, if that stands beside the project. */
const LISTED = new URL("../shared/cases/PAGES.md", ROOT);

/** Each kind by its id: words of the names of tests, by the file that holds them. */
const TESTED = {
  "tests/browser/kinds.test.mjs": {
    "dropcap-float": "a drop cap at the beginning of a quote",
    "firstletter-float": "a first letter that floats",
    "footnotes-sup": "marks of notes in names and quotes",
    "hardwrapped": "wire copy with lines broken to a width (pre-wrap)",
    "text-transform-capitalize": "names in small letters that are shown with capitals",
    "liveblog-times": "a live blog whose times stand in front of authors",
    "related-middle": "a box with another story in the middle",
    "inline-glued": "a tag list without room between its tags",
    "tooltip-opacity": "a tip that is transparent",
    "tooltip-offscreen": "a tip that is off the screen",
    "invisible-marks": "marks of direction and joiners in names",
    "comments-below": "readers' comments below the text",
    "comments-embeds": "readers' comments below the text",
    "amp-page": "a page of AMP, whose body appears later",
  },
  "tests/browser/speakers.test.mjs": {
    "tweet-embed": "an embedded post",
    "tweet-embed-2": "an embedded post between the words of another",
    "blockquote-cite": "a blockquote with its cite",
    "wp-quote-cite": "a blockquote with its cite",
  },
  "tests/browser/reading.test.mjs": {
    "inlineblock-glued": "things side by side with room between them alone",
    "class-collisions": "a class that has a word of ours by accident",
    "substack-class": "newsletter-post",
    "wrapped-postclass": "category-promo tag-newsletter",
  },
  "tests/browser/article.test.mjs": {
    "doc-form-Form": "a page within one form",
    "doc-consent-ariahidden": "a page behind a consent dialog",
    "doc-wp-postclass": "an article whose topics are called like advertisements",
    "doc-table-layout": "a table of the old web",
    "sweetalert-open": "a page behind a consent dialog",
  },
  "tests/browser/target.test.mjs": {
    "lang-underscore": "en_US",
    "lang-english": "English",
    "several-bodies": "all parts of one article",
    "for-iframe": "a frame",
    "declarative-shadow": "a component with an open shadow root",
  },
  "tests/browser/places.test.mjs": {
    "scroll-body": "the body",
    "scroll-shadow": "a box in a shadow root, with the article in its slot",
    "collapsed-maxheight": "folded away by a height",
    "card-inner-scroll": "places: a card goes where",
    "fixed-transform": "a transformed wrapper",
    "fixed-container": "a container for queries",
    "grid-cell": "a grid of two columns",
    "flex-gap": "a flexible row",
    "grid-error": "it fails",
    "rem-62": "62.5%",
    "inherits": "what the page hands down does not reach panel and card",
    "hotkeys": "the page's own keys are left alone",
    "several-wrapped": "of three stories with a panel each",
  },
  "tests/browser/loading.test.mjs": {
    "wasm-mime-params": "application/wasm; charset=utf-8",
    "file-protocol": "from the disk the page stays as it is",
    "xhtml-import": "in XHTML by a classic script",
    "xhtml-xmllang-de": "XHTML that declares another language in its own way",
  },
  "tests/browser/old.test.mjs": {
    "global-Highlight": "a Highlight of the page's own",
    "no-light-dark": "without light-dark()",
    "no-canparse": "no URL.canParse",
    "no-popover-highlights": "no popover",
  },
  "tests/browser/links.test.mjs": {
    "iframe-srcdoc": "where the page has no address of its own",
    "link-srhidden": "a word for screen readers alone",
    "link-ariahidden": "a symbol that is hidden from screen readers",
    "link-q": "marks that the browser makes",
  },
  "tests/browser/time.test.mjs": {
    "late-article": "after long",
    "late-article-quick": "soon",
    "translate-observe": "that says so by a class",
    "translate-back": "is left alone, and what comes back is read",
    "live-ticking": "a clock that ticks",
    "live-prepend": "a block on top",
    "infinite-second-widget": "the next story of an endless page is read by its own element",
    "infinite-second-article": "the next story of an endless page is read by its own element",
    "tab-partly": "a part that is shown later",
    "react-soft-nav": "a router that writes the next story into the same article",
  },
  "src/entities/link/tests/roles.rs": { "role-paragraph": "a name and a comma that end a line" },
  "tests/consumers/consumers.test.mjs": {
    "vite-dev-5": "Vite ${version}, dev",
    "vite-dev-6": "Vite ${version}, dev",
  },
};

for (const [file, kinds] of Object.entries(TESTED)) {
  test(`kinds of pages: ${file} has those that it should`, () => {
    const source = readFileSync(new URL(file, ROOT), "utf8");
    const lacking = Object.entries(kinds).filter(([, words]) => !source.includes(words));
    assert.deepEqual(lacking, []);
  });
}

test("kinds of pages: none that is listed lacks a test", { skip: existsSync(LISTED) ? false : "the list does not stand beside the project" }, () => {
  const ids = [...readFileSync(LISTED, "utf8").matchAll(/^## (\S+) /gm)].map(([, id]) => id);
  const tested = new Set(Object.values(TESTED).flatMap((kinds) => Object.keys(kinds)));
  assert.ok(ids.length > 0);
  assert.deepEqual(ids.filter((id) => !tested.has(id)), []);
});
