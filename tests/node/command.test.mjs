// The command `newslight annotate`, as a shell runs it.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { decoded } from "../../www/bin/encoding.js";
import { linesOf } from "../../www/bin/lines.js";
import { inOrder } from "../../www/bin/order.js";
import { Pool } from "../../www/bin/pool.js";

const COMMAND = fileURLToPath(new URL("../../www/bin/newslight.js", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "newslight-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

const TEXT = "“The quay is safe,” said Ines Roth, the harbour master.";
const STORY = `<p>“The quay is safe,” said Ines Roth, the harbour master, on Monday, after the council had met for a fourth time.</p>
<p>Pavel Lind, who chairs the Ferry Trust, said the town had waited long enough for its boats, and would wait no more.</p>`;
const PAGE = `<!doctype html><html lang="en"><head><title>Quay reopens</title><link rel="canonical" href="https://example.org/quay"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Lena Falk wins again</a></nav>
<main><article><h1>Quay reopens</h1>${STORY}<p hidden>Secretly, Jo Blake disagreed.</p></article></main>
<footer>Paul Amadi, publisher</footer></body></html>`;

/** Runs the command to its end, in one thread unless said. */
function run(args, input = "") {
  const jobs = args[0] === "annotate" && !args.includes("--jobs") ? ["--jobs", "1"] : [];
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args, ...jobs], { input, cwd: scratch, encoding: "utf8", maxBuffer: 2 ** 28 });
  return { status, stdout, stderr, lines: stdout.split("\n").filter(Boolean).map((line) => (line.startsWith("{") || line.startsWith("[") ? JSON.parse(line) : line)) };
}

function file(name, words) {
  const path = join(scratch, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, words);
  return name;
}

const wordsOf = (text, { start, end }) => text.slice(start, end);

test("a text: its annotations as a line, and a line on the way", () => {
  const { status, lines: [found], stderr } = run(["annotate", file("quay.txt", TEXT)]);
  assert.equal(status, 0);
  assert.equal(found.file, "quay.txt");
  assert.equal(found.quotes[0].speaker.name, "Ines Roth");
  assert.equal(wordsOf(TEXT, found.quotes[0].content[0]), "“The quay is safe,”");
  assert.match(stderr, /^newslight: 1 article: \d+ names?, 1 quote in [\d.]+ s.*\n$/);
});

test("a page: the article alone is read, and offsets count in its text", () => {
  const { status, lines: [found] } = run(["annotate", file("quay.html", PAGE)]);
  assert.equal(status, 0);
  assert.equal(found.url, "https://example.org/quay");
  assert.deepEqual(found.text.split("\n\n").map((paragraph) => paragraph.slice(0, 12)), ["Quay reopens", "“The quay is", "Pavel Lind, "]);
  assert.deepEqual(found.quotes.map(({ speaker }) => speaker.name), ["Ines Roth", "Pavel Lind"]);
  for (const { name, mentions } of found.entities) assert.ok(mentions.some((mention) => wordsOf(found.text, mention) === name), name);
});

test("standard input, as text and as a page", () => {
  assert.equal(run(["annotate", "-"], TEXT).lines[0].quotes.length, 1);
  const { lines: [found] } = run(["annotate", "--html", "-"], PAGE);
  assert.ok(found.text.startsWith("Quay reopens\n\n"));
  assert.equal(found.file, undefined);
});

const PAGES = [
  ["without head and body", `<title>Quay</title><meta name=x><h1>Quay reopens</h1>${STORY}`],
  ["a fragment", STORY],
  ["within div", `<div class="post"><div class="entry-content">${STORY}</div></div>`],
  ["in capitals", `<HTML><BODY><H1>Quay reopens</H1>${STORY.replaceAll("<p>", "<P ALIGN=left>")}</BODY></HTML>`],
  ["with what a style attribute hides", `<article>${STORY}<p style="color: red; display: none">“I object,” said Jo Blake.</p></article>`],
  ["with a script, a style and a template", `<article><script>“I object,” said Jo Blake.</script><style>p {}</style>${STORY}<template><p>“No,” said Jo Blake.</p></template></article>`],
  ["with a closed dialog", `<dialog><p>“Cookies!” said Jo Blake.</p></dialog><article>${STORY}</article>`],
  ["with entities", `<article>${STORY.replaceAll("“", "&ldquo;").replaceAll("”", "&#8221;")}</article>`],
];

test("pages of many kinds", () => {
  const names = PAGES.map(([name, html]) => file(`kinds/${name}.html`, html));
  const { status, lines } = run(["annotate", ...names]);
  assert.equal(status, 0);
  for (const [index, { file, text, quotes }] of lines.entries()) {
    assert.equal(file, names[index]);
    assert.deepEqual(quotes.map(({ speaker }) => speaker?.name), ["Ines Roth", "Pavel Lind"], `${file}: ${text}`);
  }
});

test("an empty page and an empty file have nothing", () => {
  const { status, lines } = run(["annotate", file("empty.html", ""), file("empty.txt", "")]);
  assert.equal(status, 0);
  assert.deepEqual(lines.map(({ entities, quotes }) => [entities, quotes]), [[[], []], [[], []]]);
});

test("a page in another language is named, and not read", () => {
  const { status, stdout, stderr } = run(["annotate", file("kai.html", PAGE.replace('lang="en"', 'lang="de"'))]);
  assert.equal(status, 1);
  assert.equal(stdout, "");
  assert.match(stderr, /kai\.html: newslight reads English, and this article is declared as "de"/);
});

test("a folder, into another", () => {
  file("news/b/two.html", PAGE);
  file("news/a.txt", TEXT);
  file("news/.hidden/x.txt", TEXT);
  file("news/picture.png", "");
  const { status, stdout } = run(["annotate", "news", "--out", "found"]);
  assert.equal(status, 0);
  assert.equal(stdout, "");
  const files = readdirSync(join(scratch, "found"), { recursive: true }).map((path) => path.replaceAll("\\", "/")).sort();
  assert.deepEqual(files, ["a.json", "b", "b/two.json"]);
  assert.equal(JSON.parse(readFileSync(join(scratch, "found/b/two.json"), "utf8")).file, join("news", "b", "two.html"));
  assert.deepEqual(run(["annotate", "news", "--html"]).lines.map(({ file }) => file), [join("news", "b", "two.html")]);
  assert.deepEqual(run(["annotate", "news", "--text"]).lines.map(({ file }) => file), [join("news", "a.txt")]);
});

test("results come in the order of the files, however long each takes", () => {
  const names = Array.from({ length: 40 }, (_, number) => file(`order/${String(number).padStart(2, "0")}.txt`, `${TEXT}\n\n`.repeat(number % 7 === 0 ? 200 : 1)));
  const { lines } = run(["annotate", "order", "--jobs", "3"]);
  assert.deepEqual(lines.map(({ file }) => file), names.map((name) => join(...name.split("/"))));
});

test("what cannot be read is named, and the others go on", () => {
  const others = Array.from({ length: 12 }, (_, number) => file(`other${number}.html`, PAGE));
  const { status, lines, stderr } = run(["annotate", "none.txt", file("danke.html", PAGE.replace('lang="en"', 'lang="de"')), ...others]);
  assert.equal(status, 1);
  assert.deepEqual(lines.map(({ file, quotes }) => [file, quotes.length]), others.map((name) => [name, 2]));
  assert.match(stderr, /^newslight: none\.txt: there is no such file$/m);
  assert.match(stderr, /^newslight: danke\.html: newslight reads English/m);
  assert.match(stderr, /14 articles, 2 of them could not be annotated/);
});

test("a thread that fails is replaced, and only the job that it was at fails", async () => {
  const script = file("thread.mjs", `import { parentPort } from "node:worker_threads";
    let last = Promise.resolve();
    parentPort.on("message", ({ number }) => {
      last = last.then(async () => {
        await new Promise((resolve) => setTimeout(resolve, number % 3));
        if (number % 5 === 0) throw new Error("it failed");
        parentPort.postMessage({ words: number });
      });
    });`);
  const pool = new Pool(2, {}, join(scratch, script));
  const results = await Promise.all(Array.from({ length: 20 }, (_, number) => pool.run({ number })));
  await pool.close();
  for (const [number, result] of results.entries()) {
    if (number % 5) assert.deepEqual(result, { words: number });
    else assert.match(result.error, /^it failed$/);
  }
});

test("two results of one name do not overwrite each other", () => {
  file("twins/quay.html", PAGE);
  file("twins/quay.txt", TEXT);
  const { status, stderr } = run(["annotate", "twins", "--out", "twin-results"]);
  assert.equal(status, 1);
  assert.match(stderr, /twins.quay\.txt: its result would overwrite that of twins.quay\.html/);
});

test("an empty folder is no success", () => {
  mkdirSync(join(scratch, "nothing"));
  const { status, stderr } = run(["annotate", "nothing"]);
  assert.equal(status, 1);
  assert.match(stderr, /nothing: there is no page and no text in this folder/);
});

const SHAPES = {
  file: (found) => found.format === "newslight" && found.version === 1 && found.source === "https://example.org/quay",
  json: ({ entities, quotes }) => entities.length >= 2 && quotes.length === 2,
  jsonld: (found) => found["@type"] === "NewsArticle" && found.headline === "Quay reopens" && found.url === "https://example.org/quay" && found.hasPart.length === 1,
  webannotation: (found) => found.length >= 4 && [found.at(-1).target].flat()[0].source === "https://example.org/quay",
};

for (const [format, holds] of Object.entries(SHAPES)) {
  test(`--format ${format}`, () => {
    const { status, lines } = run(["annotate", file("quay.html", PAGE), "--format", format]);
    assert.equal(status, 0);
    assert.equal(lines.length, 1);
    assert.ok(holds(lines[0]), JSON.stringify(lines[0]));
  });
}

test("--format text, for readers", () => {
  const { stdout } = run(["annotate", file("quay.html", PAGE), "--format", "text"]);
  assert.match(stdout, /^# quay\.html: Quay reopens\n\n“The quay is safe,”\n {4}Ines Roth · direct, 0\.\d+\n/);
  assert.match(stdout, /^person: .*Pavel Lind/m);
});

test("a lexicon", () => {
  const names = file("names.json", JSON.stringify([{ name: "quay", type: "place", url: "/places/quay", aliases: ["The quay"] }]));
  const { lines: [{ entities }] } = run(["annotate", file("quay.txt", TEXT), "--lexicon", names]);
  assert.equal(entities.find(({ url }) => url === "/places/quay")?.type, "place");
});

const MISUSES = [
  [[], /what to do\? newslight annotate FILE/],
  [["anotate", "x"], /there is no command anotate/],
  [["annotate"], /which file\?/],
  [["annotate", "x", "--formt", "json"], /Unknown option '--formt'/],
  [["annotate", "x", "--format", "xml"], /--format must be json, file, jsonld, webannotation, text, not xml/],
  [["annotate", "x", "--format", "toString"], /--format must be/],
  [["annotate", "x", "--html", "--text"], /exclude each other/],
  [["annotate", "x", "--jobs", "0"], /--jobs must be a number from 1, not 0/],
  [["annotate", "-", "--out", "y"], /standard input has no name/],
  [["annotate", "--jsonl", "x"], /--jsonl reads standard input/],
  [["annotate", "--jsonl", "--format", "text"], /for readers/],
  [["annotate", "--jsonl", "--out", "y"], /--jsonl writes to standard output/],
  [["annotate", "x", "--lexicon", "none.json"], /--lexicon none\.json cannot be read/],
  [["annotate", "x", "--lexicon", "wrong.json"], /--lexicon wrong\.json holds what is no \{ name, type \}: \{"name":"Elm"\}/],
];

test("a command that is not understood ends with 2 and a sentence", () => {
  file("wrong.json", '[{"name":"Elm"}]');
  for (const [args, message] of MISUSES) {
    const { status, stdout, stderr } = run(args);
    assert.equal(status, 2, args.join(" "));
    assert.equal(stdout, "");
    assert.match(stderr, message);
    assert.equal(stderr.trimEnd().split("\n").length, 1, stderr);
  }
});

test("--help and --version", () => {
  const { version } = JSON.parse(readFileSync(new URL("../../www/package.json", import.meta.url), "utf8"));
  assert.equal(run(["--version"]).stdout.trim(), version);
  assert.match(run(["annotate", "--help"]).stdout, /--jsonl/);
});

const LINES = [
  [{ id: 1, text: TEXT }, ({ quotes }) => quotes.length === 1],
  ["{ broken", ({ id, line, error }) => id === null && line === 2 && /no JSON/.test(error)],
  [{ id: "page", html: PAGE }, ({ text, url }) => text.startsWith("Quay reopens\n\n") && url === "https://example.org/quay"],
  ["", ({ line, error }) => line === 4 && /no JSON/.test(error)],
  [{ id: 5 }, ({ error }) => /must have a text or html/.test(error)],
  [{ id: 6, text: 7 }, ({ error }) => /must have a text or html/.test(error)],
  ["[1]", ({ error }) => /must have a text or html/.test(error)],
  ["null", ({ error }) => /must be an object/.test(error)],
  [{ id: { nested: true }, text: "" }, ({ entities }) => entities.length === 0],
  [{ id: 10, html: PAGE.replace('lang="en"', 'lang="fr"') }, ({ line, error }) => line === 10 && /reads English/.test(error)],
  [{ text: TEXT }, ({ quotes }) => quotes.length === 1],
];

test("--jsonl: one answer a line, in order, and a broken one stops nothing", () => {
  const input = LINES.map(([line]) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  for (const end of ["", "\n"]) {
    const { status, lines } = run(["annotate", "--jsonl"], input + end);
    assert.equal(status, 0);
    assert.equal(lines.length, LINES.length);
    for (const [index, [line, holds]] of LINES.entries()) {
      assert.ok(holds(lines[index]), JSON.stringify([line, lines[index]]));
      if (line.id) assert.deepEqual(lines[index].id, line.id);
    }
  }
});

test("--jsonl in the other formats", () => {
  const input = `${JSON.stringify({ id: 7, text: TEXT, url: "https://example.org/7" })}\n`;
  const [{ id, jsonld }] = run(["annotate", "--jsonl", "--format", "jsonld"], input).lines;
  assert.deepEqual([id, jsonld["@type"], jsonld.url], [7, "NewsArticle", "https://example.org/7"]);
  assert.ok(run(["annotate", "--jsonl", "--format", "webannotation"], input).lines[0].webannotations.length >= 2);
});

test("--jsonl answers each line when it comes, and does not wait for the end", async () => {
  const command = spawn(process.execPath, [COMMAND, "annotate", "--jsonl"], { stdio: ["pipe", "pipe", "inherit"] });
  const answers = createInterface({ input: command.stdout })[Symbol.asyncIterator]();
  for (const id of [1, 2, 3]) {
    command.stdin.write(`${JSON.stringify({ id, text: TEXT })}\n`);
    assert.equal(JSON.parse((await answers.next()).value).id, id);
  }
  command.stdin.end();
  assert.deepEqual(await once(command, "exit"), [0, null]);
});

test("whoever reads may stop, as head does", async () => {
  const command = spawn(process.execPath, [COMMAND, "annotate", "--jsonl", "--jobs", "1"], { stdio: ["pipe", "pipe", "pipe"] });
  command.stdin.on("error", () => {});
  let stderr = "";
  command.stderr.on("data", (chunk) => (stderr += chunk));
  command.stdin.write(`${JSON.stringify({ text: TEXT })}\n`);
  await once(command.stdout, "data");
  command.stdout.destroy();
  const sending = setInterval(() => command.stdin.write(`${JSON.stringify({ text: TEXT })}\n`), 20);
  const [code] = await once(command, "exit");
  clearInterval(sending);
  assert.deepEqual([code, stderr], [0, ""]);
});

test("no more is taken than what is worked on or waits for its turn", async () => {
  const WIDTH = 4;
  let [taken, written, most] = [0, 0, 0];
  async function* items() {
    while (taken < 100) {
      yield ++taken;
      most = Math.max(most, taken - written);
    }
  }
  const order = [];
  const write = async (number) => {
    await new Promise((resolve) => setImmediate(resolve));
    order.push(number);
    written++;
  };
  await inOrder(items(), (number) => new Promise((resolve) => setTimeout(resolve, number % 3, number)), write, WIDTH);
  assert.deepEqual(order, Array.from({ length: 100 }, (_, index) => index + 1));
  assert.ok(most <= WIDTH, `${most} at the same time`);
});

test("lines are cut wherever the stream is, and one that is too long is left out", async () => {
  const cases = [
    [["a\nb"], ["a", "b"]],
    [["a", "b\n", "\n", "c\n"], ["ab", "", "c"]],
    [[], []],
    [["123456", "789\nok\n", "1234567890"], [null, "ok", null]],
    [["12345678\n"], ["12345678"]],
  ];
  for (const [chunks, expected] of cases) {
    const lines = [];
    for await (const line of linesOf(chunks, 8)) lines.push(line);
    assert.deepEqual(lines, expected);
  }
});

test("bytes become words as in a browser", () => {
  const latin = (words) => Buffer.from(words, "latin1");
  const cases = [
    [Buffer.from("Zoë “é”"), "text", "Zoë “é”"],
    [Buffer.from("\ufeffZoë"), "text", "Zoë"],
    [Buffer.from("\ufeffZoë", "utf16le"), "text", "Zoë"],
    [latin("Zo\xeb \x93so\x94"), "text", "Zoë “so”"],
    [latin('<meta charset="iso-8859-1"><p>Zo\xeb'), "html", '<meta charset="iso-8859-1"><p>Zoë'],
    [latin("<meta http-equiv=x content='text/html; charset=ISO-8859-2'>\xb1"), "html", "<meta http-equiv=x content='text/html; charset=ISO-8859-2'>ą"],
    [Buffer.from('<meta charset="utf-16">Zoë'), "html", '<meta charset="utf-16">Zoë'],
    [Buffer.from('<meta charset="nonsense">Zoë'), "html", '<meta charset="nonsense">Zoë'],
  ];
  for (const [bytes, kind, words] of cases) assert.equal(decoded(bytes, kind), words);
});
