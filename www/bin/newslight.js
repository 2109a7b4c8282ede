#!/usr/bin/env node
// `newslight annotate …`: the names and quotes of files, folders and streams, on all cores.

import { readFileSync } from "node:fs";
import { USAGE, UsageError, parse } from "./arguments.js";
import { annotateFiles } from "./files.js";
import { annotateLines } from "./lines.js";

/** All went well; something could not be annotated; the command was not understood. */
const [DONE, FAILED, MISUSED] = [0, 1, 2];

// Whoever reads us may have enough: `newslight … | head`.
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") process.exit(DONE);
  throw error;
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`newslight: ${error.message}\n`);
  process.exitCode = MISUSED;
}

async function run(given) {
  const { help, version, ...asked } = parse(given);
  if (help) process.stdout.write(USAGE);
  else if (version) process.stdout.write(`${JSON.parse(readFileSync(new URL("../package.json", import.meta.url))).version}\n`);
  else return (await (asked.jsonl ? annotateLines : annotateFiles)(asked)) ? DONE : FAILED;
  return DONE;
}
