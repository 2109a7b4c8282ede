// A copy of the demo on a host of its own. It is made by a build of the package, which other tests would miss meanwhile:
// so it runs alone.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { launch, serve, www } from "./support.mjs";

test("a copy of the demo works on a host of its own", { timeout: 300_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "newslight-demo-"));
  execFileSync("cargo", ["xtask", "build", "--demo", folder], { cwd: join(www, ".."), stdio: "ignore" });
  const host = await serve(folder);
  const browser = await launch();
  const tab = await browser.newPage();
  await tab.goto(`${host.address}/?article=strait`);
  await tab.waitForFunction(() => document.getElementById("widget").annotations?.quotes.length > 0);
  assert.equal(await tab.locator("article h1").count(), 1);
  await browser.close();
  await host.close();
  rmSync(folder, { recursive: true });
});
