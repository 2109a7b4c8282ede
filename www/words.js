// The words of the interface, by language. A page adds its own beside English:
//
//   import { words } from "newslight/words.js";
//   words.de = { ...words.en, title: "Wer sagte was" };
//
// or gives one element its own: element.words = { title: "In this article" }.

const count = (one, many) => (number) => `${number} ${number === 1 ? one : many}`;

export const words = {
  en: {
    title: "Who said what",
    close: "Close",
    legend: "Show in the article",
    nothing: "No names and no quotes were found in this article.",
    unattributed: "Nobody named",

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

    quotes: count("quote", "quotes"),
    mentions: count("mention", "mentions"),
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
    previous: "Previous mention",
    next: "Next mention",
    copyQuote: "Copy quote",
    copyLink: "Copy link",
    copied: "Copied",
    notCopied: "The browser did not allow copying",
  },
};

/** The table for a language tag: its own, its primary language's, or English, with changes on top. */
export function wordsFor(language, changes) {
  const tag = language.toLowerCase();
  const table = words[tag] ?? words[tag.split("-")[0]];
  return { ...words.en, ...table, ...changes };
}
