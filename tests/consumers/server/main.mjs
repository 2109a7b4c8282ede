// A server annotates and sends the annotations along; the browser only marks the words by the same
// offsets, without a byte of WebAssembly.
import { load } from "newslight";

const paragraphs = ["“The bridge will open in May,” said Ana Ruiz, the mayor of Elm.", "👋 Ruiz said she was glad."];
const newslight = await load();
const { entities, quotes } = newslight.annotate(paragraphs.join("\n\n"));

const script = `
  const { entities, quotes } = JSON.parse(document.getElementById("found").textContent);
  const nodes = [...document.querySelectorAll("article p")].map((p) => p.firstChild);
  function rangeOf({ start, end }) {
    for (const node of nodes) {
      if (start <= node.length) {
        const range = new Range();
        range.setStart(node, start);
        range.setEnd(node, end);
        return range;
      }
      start -= node.length + 2;
      end -= node.length + 2;
    }
  }
  const names = entities.flatMap((entity) => entity.mentions.map(rangeOf));
  const words = quotes.flatMap((quote) => quote.content.map(rangeOf));
  CSS.highlights.set("newslight-person", new Highlight(...names));
  CSS.highlights.set("newslight-direct", new Highlight(...words));
  window.found = { names: names.map(String), words: words.map(String) };
`;
console.log(`<!doctype html>
<html lang="en"><meta charset="utf-8"><title>From a server</title>
<article>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</article>
<script type="application/json" id="found">${JSON.stringify({ entities, quotes }).replaceAll("<", "\\u003c")}</script>
<script type="module">${script}</script></html>`);
