// What a TypeScript user writes; it is only checked, never run. A line under `@ts-expect-error`
// must be an error.

import { load, loadPainter, textFragment, toFile, toJsonLd, toWebAnnotations, type AnnotationFile, type Annotations, type Correction, type Entity, type Highlighting, type KnownName, type Quote } from "newslight";
import { NewsLightElement, type Selection } from "newslight/element.js";
import { words, wordsFor } from "newslight/words.js";

const newslight = await load(new URL("https://example.org/newslight_bg.wasm"));
await load(fetch("/newslight_bg.wasm", { integrity: "sha384-x" }));

const known: KnownName[] = [{ name: "Ana Ruiz", type: "person", url: "/topics/ruiz" }];
const annotations: Annotations = newslight.annotate("text", { types: ["person", "quote"], lexicon: known });
// @ts-expect-error there is no such type
newslight.annotate("text", { types: ["persons"] });
// @ts-expect-error a text is a string
newslight.annotate(document.body);

const few = ["person", "quote"] as const;
newslight.annotate("text", { types: few, lexicon: Object.freeze([...known]), ignore: ["May"] });
newslight.highlight(document.body, { show: few, minConfidence: 0.9 });
toJsonLd(annotations, "text", null);
const names: string[] = annotations.entities.map((entity: Entity) => entity.role ?? entity.name);
const speakers: (number | null | undefined)[] = annotations.quotes.map((quote: Quote) => quote.speaker?.entity);
const controller = new AbortController();
const highlighting: Highlighting = newslight.highlight(document.body, { painter: "mark", signal: controller.signal });
highlighting.show(["person"]);
highlighting.show((item) => "name" in item);
highlighting.choose(annotations.entities[0] ?? null);
highlighting.remove();

const corrections: Correction[] = [{ action: "type", entity: { name: "Elm", type: "person" }, type: "place" }, { action: "ignore", name: "May" }];
const file: AnnotationFile = toFile(annotations, "text", { source: "https://example.org/", corrections });
// @ts-expect-error there is no such correction
const wrong: Correction = { action: "forget" };
newslight.highlight(document.body, { annotations: file }).correct(corrections);
const painter = await loadPainter();
painter.highlight(document.body, { annotations: file }).remove();
// @ts-expect-error what paints does not annotate
painter.annotate("text");
const lost: string[] = newslight.restore(JSON.stringify(file), "text").orphans.map(({ path }) => path);

const article = toJsonLd(annotations, highlighting.text, { url: "https://example.org/" });
const spoken: string | undefined = article.hasPart[0]?.creditText;
const [first] = toWebAnnotations(annotations, highlighting.text, { source: "https://example.org/" });
const motivation: "identifying" | "describing" | undefined = first?.motivation;
const link: string = textFragment(annotations.quotes[0]!, highlighting.text);

const element = document.createElement("news-light");
const isOurs: NewsLightElement = element;
element.for = "article";
element.annotations = file;
const shown: Annotations | undefined = element.annotations;
element.edit = true;
element.save = async (kept) => JSON.stringify(kept);
element.addEventListener("newslight-change", ({ detail }) => detail.file().corrections?.length);
element.types = ["person", "quote"];
element.types = "person quote";
element.lexicon = known;
element.theme = "line";
// @ts-expect-error there is no such theme
element.theme = "gold";
element.words = { title: "In this article" };
const chosen: Selection = { entity: 0, mention: 0 };
element.select(chosen);
element.select(null);
element.addEventListener("newslight-ready", ({ detail }) => detail.annotations.quotes.length + detail.milliseconds);
element.addEventListener("newslight-select", ({ detail }) => {
  const name: string | undefined = detail.kind === "entity" ? detail.item.name : detail.item.speaker?.name;
  return name;
});
document.addEventListener("newslight-error", ({ detail }) => console.log(detail.code, detail.error.message));
element.minConfidence = 0.8;
element.ignore = ["May"];
element.select({ speaker: 0 });
element.words = { tabs: { quote: "Voices" } };
words.de = { ...words.en, title: "Wer sagte was" };
wordsFor("de").quotes(3);

export { isOurs, link, lost, motivation, names, shown, speakers, spoken, wrong };
