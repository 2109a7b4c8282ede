// The demo: chooses an article, lets the widget read it, and shows what a developer would get.

import { load, toJsonLd, toWebAnnotations } from "../newslight.js";
import { fromMarkup, fromReading, fromText, pageOf } from "./compose.js";
import { names } from "./names.js";
import { packed, textOf, unpacked } from "./sharing.js";

const LINE = '<script type="module" src="newslight/element.js"></script><news-light for="article" panel></news-light>';

const $ = (id) => document.getElementById(id);
const article = $("article");
const widget = $("widget");
const links = [...$("articles").children];

/** What was found last, and in which text. */
let found;
let format = "annotations";

/** The blocks of the page that somebody pasted: what was read, and why the rest was not. */
let pasted;

/** Puts an article on the page and has it read by whoever knows its names. */
function show(content, lexicon = []) {
  article.replaceChildren(...content);
  widget.lexicon = lexicon;
  widget.refresh();
}

/** Marks the article that is open in the list, if it is one of ours. */
function markCurrent(name) {
  for (const link of links) {
    if (link.dataset.name === name) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = `${article.querySelector("h1")?.textContent ?? "Your article"} – The Newslight Courier`;
}

async function openArticle(name) {
  const answer = await fetch(new URL(`../articles/${name}.html`, import.meta.url));
  pasted = undefined;
  show(fromMarkup(await answer.text()), names[name]);
  markCurrent(name);
}

/** Reads somebody's own article, and lets the address of the page carry it where it is short enough. */
async function openOwn(text) {
  pasted = undefined;
  const content = /<(p|div|article|body|html|h[1-6])\b/i.test(text) ? await readPage(text) : fromText(text);
  if (content.length === 0) return $("paste").focus();
  const address = await packed(content.map(({ outerHTML, data }) => outerHTML ?? data).join("\n"));
  history.replaceState(null, "", address ? `?#${address}` : "?");
  $("paste-help").textContent = address ? "Nothing leaves this page, unless you copy a link: it carries the article." : "This article is too long for a link: links that you copy lead to this page without it.";
  show(content);
  markCurrent();
  article.scrollIntoView();
  article.focus({ preventScroll: true });
}

/** Finds the article of a whole page, as it would be found on that page. */
async function readPage(markup) {
  const reading = (await load()).highlight(pageOf(markup));
  const content = reading.foundBy === "given" ? fromMarkup(markup) : fromReading(reading);
  pasted = listOf(reading);
  reading.remove();
  return content;
}

const listOf = ({ blocks }) => blocks.map(({ element, ...block }) => ({ words: element.textContent.trim().replace(/\s+/g, " ").slice(0, 60), ...block }));

const openFile = async (file) => openOwn(($("paste").value = await textOf(file)));

function connectArticles() {
  for (const link of links) {
    const { name } = link.dataset;
    link.href = `?article=${name}`;
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      history.replaceState(null, "", link.href);
      openArticle(name);
    });
  }
}

/** How long annotating takes: the middle one of five times. */
async function timeOf(text) {
  const newslight = await load();
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now();
    newslight.annotate(text);
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[2];
}

async function showNumbers({ annotations, highlighting }) {
  const { text } = highlighting;
  const milliseconds = await timeOf(text);
  found = { annotations, text, blocks: pasted ?? listOf(highlighting) };
  const quotes = annotations.quotes.filter((quote) => quote.kind !== "scare");
  const speakers = new Set(quotes.filter((quote) => quote.speaker).map((quote) => quote.speaker.entity ?? quote.speaker.name));
  $("characters").textContent = text.length.toLocaleString("en");
  $("milliseconds").textContent = milliseconds.toFixed(1);
  $("names").textContent = annotations.entities.length;
  $("quotes").textContent = quotes.length;
  $("speakers").textContent = speakers.size;
  showData();
}

function showData() {
  if (!found || !$("data").open) return;
  const { annotations, text, blocks } = found;
  const url = location.href.split("#")[0];
  const data = {
    annotations: () => annotations,
    jsonld: () => toJsonLd(annotations, text, { url, headline: article.querySelector("h1")?.textContent }),
    webannotations: () => toWebAnnotations(annotations, text, { source: url }),
    blocks: () => blocks,
  }[format]();
  $("json").textContent = JSON.stringify(data, null, 2);
}

function connectControls() {
  $("correct").addEventListener("click", ({ target }) => {
    widget.edit = !widget.edit;
    target.setAttribute("aria-pressed", widget.edit);
  });
  $("scheme").addEventListener("change", ({ target }) => (document.documentElement.style.colorScheme = target.value));
  $("own").addEventListener("submit", (event) => {
    event.preventDefault();
    openOwn($("paste").value);
  });
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", async (event) => {
    event.preventDefault();
    const { files } = event.dataTransfer;
    if (files.length) return openFile(files[0]);
    const text = event.dataTransfer.getData("text/html") || event.dataTransfer.getData("text/plain");
    $("paste").value = text;
    openOwn(text);
  });
  $("open").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", ({ target }) => target.files.length && openFile(target.files[0]));
  $("line").textContent = LINE;
  $("copy-line").addEventListener("click", async ({ target }) => {
    await navigator.clipboard.writeText(LINE);
    target.textContent = "Copied";
    setTimeout(() => (target.textContent = "Copy the line"), 2000);
  });
  $("data").addEventListener("toggle", showData);
  for (const button of document.querySelectorAll("[data-format]")) {
    button.addEventListener("click", () => {
      format = button.dataset.format;
      for (const other of document.querySelectorAll("[data-format]")) other.setAttribute("aria-pressed", other === button);
      showData();
    });
  }
}

/** Beside the article where there is room, else as a sheet over it. */
const wide = matchMedia("(min-width: 64rem)");
const placePanel = () => (widget.panel = wide.matches ? "inline" : "drawer");
wide.addEventListener("change", placePanel);

placePanel();
connectArticles();
connectControls();
widget.addEventListener("newslight-ready", ({ detail }) => showNumbers(detail));
widget.addEventListener("newslight-change", ({ detail }) => {
  found = { ...found, annotations: detail.annotations };
  showData();
});
const asked = new URLSearchParams(location.search).get("article");
const own = await unpacked(location.hash.slice(1));
if (own) openOwn(own);
else if (asked !== "strait" && links.some(({ dataset }) => dataset.name === asked)) openArticle(asked);
