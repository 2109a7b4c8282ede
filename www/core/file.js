// Files of annotations: what was found in an article, kept so that its page needs no model, and what people have
// put right. The selectors are those of the W3C's Web Annotations; their positions count code points.

const FORMAT = "newslight";
const VERSION = 1;

/** How many characters of context a selector carries on either side. */
const CONTEXT = 32;

/** More words than so many no article has marked. */
const MOST = 50_000;

/** Longer than this is nothing that a file says. */
const LONGEST = 100_000;

export const NAMES = ["person", "organization", "place", "group", "event", "work", "date", "money"];
export const KINDS = ["direct", "mixed", "indirect", "scare"];
export const MENTIONS = ["name", "description", "pronoun"];

/** Words without halves of characters. */
export const wellFormed = (words) => words.toWellFormed?.() ?? words.replace(/\p{Surrogate}/gu, "\uFFFD");

/** The two selectors of a span, for spans in any order. */
export function selectorsOf(text, codePoint = codePointCounter(text)) {
  return ({ start, end }) => [
    {
      type: "TextQuoteSelector",
      exact: wellFormed(text.slice(start, end)),
      prefix: wellFormed(text.slice(Math.max(0, start - CONTEXT), start)),
      suffix: wellFormed(text.slice(end, end + CONTEXT)),
    },
    { type: "TextPositionSelector", start: codePoint(start), end: codePoint(end) },
  ];
}

/** Counts code points up to an offset in UTF-16 code units, for offsets in any order. */
function codePointCounter(text) {
  const pairs = [];
  for (const { index } of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) pairs.push(index);
  return (offset) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}

/** The file of annotations, for JSON; with what people have put right. */
export function fileOf(annotations, text, { source, corrections = [] } = {}) {
  const codePoint = codePointCounter(text);
  const selectors = selectorsOf(text, codePoint);
  const target = (span) => ({ selector: selectors(span) });
  const paragraphs = [...text.matchAll(/[^\n]+/g)]
    .filter(([line]) => line.trim())
    .map(({ 0: line, index }) => ({ start: codePoint(index), end: codePoint(index + line.length), checksum: checksum(line) }));
  return {
    format: FORMAT,
    version: VERSION,
    ...(source && { source }),
    paragraphs,
    entities: annotations.entities.map(({ type, name, role, url, mentions }) => ({
      type, name, ...(role && { role }), ...(url && { url }),
      mentions: mentions.map((mention) => ({ kind: mention.kind, ...target(mention) })),
    })),
    quotes: annotations.quotes.map(({ kind, content, quoted, cue, speaker, confidence }) => ({
      kind,
      content: content.map(target),
      quoted: quoted.map(target),
      cue: cue && target(cue),
      speaker: speaker && { ...target(speaker), name: speaker.name, entity: speaker.entity },
      confidence,
    })),
    corrections,
  };
}

/** The CRC-32 of a paragraph, every run of blanks as one. */
function checksum(line) {
  let crc = -1;
  for (const byte of new TextEncoder().encode(line.trim().replace(/\s+/g, " "))) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ((crc ^ -1) >>> 0).toString(16).padStart(8, "0");
}

/** What is wrong with a file of annotations. */
export class FileError extends Error {
  constructor(message) {
    super(`newslight: the annotations cannot be used: ${message}`);
    this.name = "FileError";
    this.code = "annotations";
  }
}

const ruled = (must, holds) => Object.assign(holds, { must });
const isText = ruled("a string", (value) => typeof value === "string" && value.length <= LONGEST);
const isName = ruled("words", (value) => isText(value) && value.trim() !== "");
const isPlace = ruled("a whole number", (value) => Number.isInteger(value) && value >= 0 && value < 2 ** 31);
const isShare = ruled("a number from 0 to 1", (value) => value >= 0 && value <= 1 && typeof value === "number");
const isChecksum = ruled("eight hexadecimal digits", (value) => typeof value === "string" && /^[\da-f]{8}$/.test(value));
const oneOf = (words) => ruled(`one of ${words.join(", ")}`, (value) => words.includes(value));
const maybe = (of) => ruled(of.must, (value) => value === undefined || of(value));
const isNumber = (of) => ruled("the number of an entity, or null", (value) => value === null || (isPlace(value) && value < of));

const isSelectors = ruled("a TextQuoteSelector and a TextPositionSelector", (value) => {
  const [quote, position] = selectorsIn(value);
  return Boolean(quote && position) && isText(quote.exact) && isText(quote.prefix ?? "") && isText(quote.suffix ?? "") && isPlace(position.start);
});

const selectorsIn = (value) => ["TextQuoteSelector", "TextPositionSelector"].map((type) => Array.isArray(value) && value.find((one) => one?.type === type));

const TARGET = { selector: isSelectors };
const KEY = { name: isName, type: oneOf(NAMES) };

/** What each correction says beside its `action`. */
const ACTIONS = {
  type: { entity: KEY, type: oneOf(NAMES) },
  merge: { entity: KEY, into: KEY },
  link: { entity: KEY, url: ruled("a string or null", (value) => value === null || isText(value)) },
  ignore: { name: isName },
  "add-name": { target: TARGET, entity: KEY },
  "remove-name": { target: TARGET },
  "add-quote": { target: [TARGET], kind: oneOf(KINDS.slice(0, 3)), speaker: [KEY, null] },
  "remove-quote": { target: [TARGET] },
  speaker: { target: [TARGET], speaker: [KEY, null] },
};

/** Checks a part of a file by its shape: a rule, a list, a thing or `null`, or the parts of a thing. */
function checkShape(value, shape, path) {
  const fault = faultOf(value, shape);
  if (fault) throw new FileError(`${path}${fault}`.replace(/^the file\./, ""));
}

/** What is wrong with a part, behind its path: that is put together only where something is. */
function faultOf(value, shape) {
  if (typeof shape === "function") return shape(value) ? undefined : ` must be ${shape.must}`;
  if (Array.isArray(shape)) {
    if (shape.length === 2) return value === null ? undefined : faultOf(value, shape[0]);
    if (!Array.isArray(value)) return " must be a list";
    if (value.length > MOST) return " is too long";
    for (let index = 0; index < value.length; index++) {
      const fault = faultOf(value[index], shape[0]);
      if (fault) return `[${index}]${fault}`;
    }
    return undefined;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return " must be an object";
  for (const part in shape) {
    const fault = faultOf(Object.hasOwn(value, part) ? value[part] : undefined, shape[part]);
    if (fault) return `.${part}${fault}`;
  }
  return undefined;
}

/** Corrections, as they may stand in a file. */
export function checkCorrections(corrections) {
  checkShape(corrections, [ruled("an object", (value) => typeof value === "object" && value !== null)], "corrections");
  corrections.forEach((correction, index) => {
    const path = `corrections[${index}]`;
    checkShape(correction, { action: oneOf(Object.keys(ACTIONS)), author: maybe(isText), time: maybe(isText) }, path);
    checkShape(correction, ACTIONS[correction.action], path);
  });
}

/** A file, or its JSON, as it may be used; or a FileError. */
export function checkFile(given) {
  let file = given;
  if (typeof given === "string") {
    try {
      file = JSON.parse(given);
    } catch (error) {
      throw new FileError(`this is no JSON (${error.message})`);
    }
  }
  checkShape(file, { format: ruled(`"${FORMAT}"`, (value) => value === FORMAT), version: isPlace }, "the file");
  if (file.version !== VERSION) throw new FileError(`they are of version ${file.version}, and this newslight reads version ${VERSION}`);
  checkShape(file, {
    source: maybe(isText),
    paragraphs: [{ start: isPlace, end: isPlace, checksum: isChecksum }],
    entities: [{ type: oneOf(NAMES), name: isName, role: maybe(isText), url: maybe(isText), mentions: [{ kind: oneOf(MENTIONS), ...TARGET }] }],
    quotes: [{ kind: oneOf(KINDS), content: [TARGET], quoted: [TARGET], cue: [TARGET, null], confidence: isShare, speaker: [{ ...TARGET, name: isName, entity: isNumber(file.entities?.length ?? 0) }, null] }],
    corrections: ruled("a list", (value) => value === undefined || Array.isArray(value)),
  }, "the file");
  checkCorrections(file.corrections ?? []);
  return file;
}

/** Strings as the module takes them. */
export const joined = (strings) => strings.map((string) => string.replaceAll("\0", " ")).join("\0");

/** A file that was checked, as the module takes it: every span is the number of a selector. */
export function plan(file) {
  const words = [];
  const starts = [];
  const paths = [];
  const span = (path) => ({ selector }) => {
    const [{ exact, prefix = "", suffix = "" }, { start }] = selectorsIn(selector);
    words.push(exact, prefix, suffix);
    paths.push({ path, exact });
    if (starts.push(start) > MOST) throw new FileError("they are too many");
    return { start: starts.length - 1, end: starts.length };
  };
  const spans = (targets, path) => targets.map((target, index) => span(`${path}[${index}]`)(target));
  const entities = file.entities.map(({ mentions, ...entity }, id) => ({
    ...entity, id, mentions: mentions.map((mention, index) => ({ kind: mention.kind, ...span(`entities[${id}].mentions[${index}]`)(mention) })),
  }));
  const quotes = file.quotes.map(({ kind, content, quoted, cue, speaker, confidence }, index) => {
    const path = `quotes[${index}]`;
    return {
      kind,
      content: spans(content, `${path}.content`),
      quoted: spans(quoted, `${path}.quoted`),
      cue: cue && span(`${path}.cue`)(cue),
      speaker: speaker && { ...span(`${path}.speaker`)(speaker), name: speaker.name, entity: speaker.entity },
      confidence,
    };
  });
  const edits = (file.corrections ?? []).map(({ target, ...edit }, index) => ({
    ...edit, ...(target && { spans: spans([target].flat(), `corrections[${index}].target`) }),
  }));
  const paragraphs = file.paragraphs.flatMap(({ start, end, checksum }) => [start, end, parseInt(checksum, 16)]);
  return { annotations: { entities, quotes }, words: joined(words), starts: Uint32Array.from(starts), paragraphs: Uint32Array.from(paragraphs), edits, paths };
}
