// Runs files of tests in one process and one browser: `node tests/browser/together.mjs FILE…`.

import { basename, resolve } from "node:path";
import { after, before, describe } from "node:test";
import { pathToFileURL } from "node:url";
import { share } from "./support.mjs";

let close;
before(async () => (close = await share()));
after(() => close());

for (const file of process.argv.slice(2)) {
  describe(basename(file), () => import(pathToFileURL(resolve(file))));
}
