// What options and attributes may say, for the module and the element alike.

/** The types of entities. */
export const NAMES = ["person", "organization", "place", "group", "event", "work", "date", "money"];

export const TYPES = [...NAMES, "quote"];

/** What is shown until the reader or the publisher says otherwise. */
export const CALM = ["person", "organization", "place", "quote"];

/** How likely a report, or the speaker of a quote, must be to be shown, unless told otherwise. */
export const SURE = 0.7;

export const THEMES = ["soft", "line", "marker"];

export const PAINTERS = ["auto", "highlight", "mark"];

export function isSelector(value) {
  if (typeof value !== "string") return false;
  try {
    new DocumentFragment().querySelector(value);
    return true;
  } catch {
    return false;
  }
}

const isName = (value) => typeof value === "string" && /[\p{L}\p{N}]/u.test(value);

/** Whether a value is a list of names. */
export const isNames = (value) => Array.isArray(value) && value.every(isName);

/** The word that was probably meant by another: it begins alike. */
export function nearest(wrong, words) {
  const beginning = wrong.toLowerCase().slice(0, 3);
  return words.find((word) => word.toLowerCase().startsWith(beginning));
}

/** Whether a value is a name of a publisher's lexicon: quotes have none. */
export function isKnownName(known) {
  const isText = (value) => value === undefined || typeof value === "string";
  const { name, type, aliases = [], url, id } = known ?? {};
  return isName(name) && NAMES.includes(type) && isNames(aliases) && isText(url) && isText(id);
}
