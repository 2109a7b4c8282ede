// What the command line asks for, checked before anything is done.

import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { isKnownName } from "../rules.js";
import { FORMATS } from "./formats.js";

export const USAGE = `Finds the names and the quotes in English news text, and who said what.

  newslight annotate FILE|FOLDER|- …    annotates files, all in a folder, or standard input
  newslight annotate --jsonl            annotates {"id", "text" or "html"} lines of standard input

  --html, --text     how to read what is given; by the ends of names, unless said: .html, .htm,
                     .xhtml are pages, all else is text; of a folder only the ones
  --format FORMAT    ${Object.keys(FORMATS).join(", ")}; json, unless said
  --lexicon FILE     your own names, as JSON: [{"name", "type", "aliases", "url", "id"}]
  --out DIR          a file for each into this folder, rather than a line for each to standard output
  --jobs N           how many to annotate at the same time; one for each core, unless said
  --help, --version

It ends with 0 when all is annotated, 1 when something could not be, 2 when it was not understood.
`;

const OPTIONS = {
  html: { type: "boolean" },
  text: { type: "boolean" },
  jsonl: { type: "boolean" },
  format: { type: "string", default: "json" },
  lexicon: { type: "string" },
  out: { type: "string" },
  jobs: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
};

/** A command that was not understood: its message says what is wrong. */
export class UsageError extends Error {}

/** What is asked for: the options, and the paths. */
export function parse(given) {
  const { values, positionals } = parsed(given);
  if (values.help || values.version) return values;
  const [command, ...paths] = positionals;
  must(command === "annotate", command ? `there is no command ${command}: it is newslight annotate` : "what to do? newslight annotate FILE; --help tells more");
  must(!(values.html && values.text), "--html and --text exclude each other");
  must(Object.hasOwn(FORMATS, values.format), `--format must be ${Object.keys(FORMATS).join(", ")}, not ${values.format}`);
  if (values.jsonl) {
    must(paths.length === 0 || (paths.length === 1 && paths[0] === "-"), "--jsonl reads standard input, and no files");
    must(FORMATS[values.format].field, "--format text is for readers, and not for --jsonl");
    must(!values.out, "--jsonl writes to standard output, and not to --out");
  } else must(paths.length > 0, "which file? newslight annotate FILE, a folder, or - for standard input");
  must(!values.out || !paths.includes("-"), "standard input has no name for a file in --out");
  return { ...values, paths, jobs: jobsOf(values.jobs), kind: values.html ? "html" : values.text ? "text" : undefined, lexicon: lexiconOf(values.lexicon) };
}

function parsed(args) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error.message.split(". ")[0]);
  }
}

function jobsOf(given) {
  if (given === undefined) return availableParallelism();
  must(/^[1-9]\d{0,2}$/.test(given), `--jobs must be a number from 1, not ${given}`);
  return Number(given);
}

/** The names of a file, each known to be one. */
function lexiconOf(file) {
  if (file === undefined) return undefined;
  let names;
  try {
    names = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(`--lexicon ${file} cannot be read: ${error.message}`);
  }
  must(Array.isArray(names), `--lexicon ${file} must hold an array of { name, type }`);
  const wrong = names.find((name) => !isKnownName(name));
  must(wrong === undefined, `--lexicon ${file} holds what is no { name, type }: ${JSON.stringify(wrong)?.slice(0, 80)}`);
  return names;
}

function must(holds, message) {
  if (!holds) throw new UsageError(message);
}
