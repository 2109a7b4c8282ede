// Node: reads its own .wasm from the disk.
import { load, textFragment, toJsonLd, toWebAnnotations } from "newslight";
import "newslight/element.js";

const text = "“It is done,” Ana Ruiz said.";
const newslight = await load();
const annotations = newslight.annotate(text);
console.log(JSON.stringify({
  annotations,
  jsonLd: toJsonLd(annotations, text),
  webAnnotations: toWebAnnotations(annotations, text, { source: "https://example.org/" }),
  link: textFragment(annotations.quotes[0], text),
}));
