// What options and attributes may say, for the module and the element alike.

export const TYPES = ["person", "organization", "place", "group", "event", "work", "date", "money", "quote"];

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

/** Whether a value is a name of a publisher's lexicon: quotes have none. */
export function isKnownName(known) {
  const isName = (value) => typeof value === "string" && /[\p{L}\p{N}]/u.test(value);
  const isText = (value) => value === undefined || typeof value === "string";
  const { name, type, aliases = [], url, id } = known ?? {};
  const isType = type !== "quote" && TYPES.includes(type);
  return isName(name) && isType && Array.isArray(aliases) && aliases.every(isName) && isText(url) && isText(id);
}
