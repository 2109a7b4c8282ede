// The words of the interface, by language. The article stays English, whatever these are. A page adds
// a language, or changes some words of one:
//
//   import { words } from "newslight/words.js";
//   words.cy = { title: "Pwy ddywedodd beth", tabs: { quote: "Dyfyniadau" } };
//
// or gives one element its own: element.words = { title: "In this article" }.

/** The languages that come along, each fetched where a page asks for it. */
const LANGUAGES = {
  de: () => import("./words/de.js"),
  es: () => import("./words/es.js"),
  fr: () => import("./words/fr.js"),
  it: () => import("./words/it.js"),
  nl: () => import("./words/nl.js"),
  pl: () => import("./words/pl.js"),
  pt: () => import("./words/pt.js"),
  sv: () => import("./words/sv.js"),
  uk: () => import("./words/uk.js"),
};

/** Counts in a language: `forms` by the names that Unicode has for its plurals. */
export const counter = (language, forms) => {
  const rules = new Intl.PluralRules(language);
  return (number) => `${number} ${forms[rules.select(number)] ?? forms.other}`;
};

export const words = {
  en: {
    title: "Who said what",
    close: "Close",
    highlights: "Highlights",
    legend: "Show in the article",
    nothing: "No names and no quotes were found in this article.",
    unattributed: "No certain speaker",

    tabs: { quote: "Quotes", person: "People", organization: "Organizations", place: "Places" },
    types: {
      person: "person",
      organization: "organization",
      place: "place",
      group: "group",
      event: "event",
      work: "work",
      date: "date",
      money: "sum of money",
      quote: "quote",
    },
    kinds: {
      person: "People",
      organization: "Organizations",
      place: "Places",
      group: "Groups",
      event: "Events",
      work: "Works",
      date: "Dates",
      money: "Money",
      quote: "Quotes",
    },
    quoteKinds: {
      direct: "Quoted",
      mixed: "Partly quoted",
      indirect: "Reported",
      scare: "Words in quotation marks",
    },
    themes: { soft: "Soft", line: "Lines", marker: "Marker" },

    quotes: counter("en", { one: "quote", other: "quotes" }),
    mentions: counter("en", { one: "mention", other: "mentions" }),
    unsure: counter("en", { other: "more, less certain" }),
    position: (index, all) => `${index} of ${all}`,
    mentioned: (name, index, all) => `${name}, mention ${index} of ${all}`,
    says: (name, text) => `${name}: ${text}`,
    nobody: "Credited to nobody",
    by: (cue) => `We know it by the words “${cue}”.`,
    sure: (confidence) =>
      confidence >= 0.9
        ? "We are sure of the speaker."
        : confidence >= 0.7
          ? "We are fairly sure of the speaker."
          : confidence >= 0.5
            ? "The speaker is probable, not certain."
            : "The speaker is a guess.",
    more: "More about this name",
    previous: "Previous",
    next: "Next",
    search: "Search the quotes",
    everyone: "All speakers",
    options: "Options",
    look: "Look",
    copyAll: "Copy all",
    text: "Text",
    copyQuote: "Copy quote",
    copyLink: "Copy link",
    share: "Share",
    copied: "Copied",
    notCopied: "The browser did not allow copying",
    hidden: "The page hides these words.",
    gone: "These words are no longer on the page.",
  },
};

/** Fetches the words of a language tag, where there are any and the page has not its own. */
export async function fetchWords(language) {
  const [primary] = language.toLowerCase().split("-");
  if (!Object.hasOwn(LANGUAGES, primary)) return;
  try {
    const { default: table } = await LANGUAGES[primary]();
    words[primary] = merge(table, words[primary]);
  } catch {
    // Without them the interface is English.
  }
}

/** The table for a language tag: its own, its primary language's and English, with changes on top. */
export function wordsFor(language, changes) {
  const tag = language.toLowerCase();
  return [words[tag.split("-")[0]], words[tag], changes].reduce(merge, words.en);
}

/** A table with changes, which need not name every word. */
function merge(table, changes = {}) {
  const merged = { ...table };
  for (const [key, value] of Object.entries(changes)) merged[key] = typeof value === "object" ? { ...table[key], ...value } : value;
  return merged;
}
