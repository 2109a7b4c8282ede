// From bytes to words.

/** How far into a page browsers look for its encoding. */
const PRESCAN = 1024;

/** The words of a file: by its byte order mark, by what a page says of itself, else UTF-8, and what is no UTF-8 by
 * the encoding that browsers take then. */
export function decoded(bytes, kind) {
  const said = markOf(bytes) ?? (kind === "html" ? declared(bytes) : undefined);
  try {
    return inEncoding(said ?? "utf-8", bytes, !said);
  } catch {
    return inEncoding(WESTERN, bytes);
  }
}

/** What browsers take for pages that do not say what they are in, and for Latin 1. */
const WESTERN = "windows-1252";

/** What that has in place of the controls of Latin 1: Node before 24 does not know it. */
const MARKS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function inEncoding(encoding, bytes, fatal = false) {
  const words = new TextDecoder(encoding, { fatal }).decode(bytes);
  return encoding === WESTERN ? words.replace(/[\u0080-\u009f]/g, (control) => MARKS[control.charCodeAt() - 0x80]) : words;
}

function markOf([first, second]) {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

function declared(bytes) {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, PRESCAN));
  const [, label] = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head) ?? /^<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/.exec(head) ?? [];
  try {
    // What says so in bytes is no UTF-16.
    const { encoding } = new TextDecoder(label);
    return encoding.startsWith("utf-16") || encoding === "utf-8" ? undefined : encoding;
  } catch {
    return undefined;
  }
}
