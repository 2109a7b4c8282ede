// Copying quotes with who said them.

import { h } from "../pkg/page.js";
import { toJsonLd } from "./exports.js";
import { quoteText } from "./fragment.js";
import { isLinkable, linkTo } from "./linking.js";
import { speakerName } from "./speakers.js";

/** The buttons for a quote and the link to it. */
export function copyButtons(words, copy) {
  const kinds = [["quote", words.copyQuote], ...(isLinkable() ? [["link", words.copyLink]] : [])];
  const buttons = kinds.map(([what, label]) => copyButton(label, words, () => copy(what)));
  if (navigator.share) buttons.push(h("button.copy", { type: "button", part: "button", onclick: () => copy("share") }, words.share));
  return buttons;
}

/** A button that copies; it says itself that it was done. */
export function copyButton(label, words, copy) {
  const button = h("button.copy", { type: "button", part: "button" }, label);
  button.addEventListener("click", async () => {
    const isDone = await copy();
    button.textContent = isDone ? words.copied : words.notCopied;
    setTimeout(() => (button.textContent = label), 2000);
  });
  return button;
}

/** A quote as one would cite it: the words, and who said them. */
function cited(index, { annotations, text }, isSure) {
  const quote = annotations.quotes[index];
  const name = speakerName(annotations, quote, isSure);
  const { role } = annotations.entities[name && quote.speaker.entity] ?? {};
  return [quoteText(quote, text), name && [name, role].filter(Boolean).join(", ")].filter(Boolean);
}

/** Copies or shares a quote or the link to it; returns whether it could. */
export async function copyQuote(what, index, highlighting, isSure) {
  const link = linkTo(highlighting.annotations.quotes[index], highlighting);
  const words = cited(index, highlighting, isSure).join(" — ");
  if (what === "share") return navigator.share({ text: words, ...(link && { url: link }) }).catch(() => {});
  return toClipboard(what === "link" ? link : words);
}

/** Copies quotes with their source, as "text", "markdown" or "jsonld". */
export function copyQuotes(format, indexes, highlighting, isSure, { url, headline }) {
  if (format === "jsonld") {
    const quotes = indexes.map((index) => highlighting.annotations.quotes[index]);
    return toClipboard(JSON.stringify(toJsonLd({ ...highlighting.annotations, quotes }, highlighting.text, { url, headline }), null, 2));
  }
  const isPlain = format === "text";
  const all = indexes.map((index) => cited(index, highlighting, isSure)).map(([words, credit]) =>
    isPlain ? [words, credit].filter(Boolean).join(" — ") : [`> ${words}`, ...(credit ? [`> — ${credit}`] : [])].join("\n>\n"));
  return toClipboard([...all, isPlain ? `${headline}\n${url}` : `[${headline.replace(/[[\]\\]/g, "\\$&")}](${url})`].join("\n\n"));
}

async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
