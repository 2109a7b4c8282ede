// `--jsonl`: one article a line in, one result a line out, in order.

import { inOrder, send } from "./order.js";
import { Pool } from "./pool.js";

/** A line of more characters is refused: some 64 million, a library rather than an article. */
const LONGEST = 2 ** 26;

/** Answers each line of standard input, be it with an error: so that is success. */
export async function annotateLines({ jobs, format, lexicon, kind }) {
  const pool = new Pool(jobs, { format, lexicon, kind });
  process.stdin.setEncoding("utf8");
  const work = (line) => (line === null ? { error: `a line must have at most ${LONGEST} characters` } : pool.run({ line }));
  let number = 0;
  const write = ({ words, error, id = null }) => {
    number++;
    return send(process.stdout, words ?? `${JSON.stringify({ id, line: number, error })}\n`);
  };
  await inOrder(linesOf(process.stdin), work, write, pool.width);
  await pool.close();
  return true;
}

/** The lines of a stream; null for one that is too long. */
export async function* linesOf(stream, longest = LONGEST) {
  let parts = [];
  let length = 0;
  const take = (part) => {
    length += part.length;
    if (length <= longest) parts.push(part);
    else parts = [];
  };
  const line = () => {
    const whole = length <= longest ? parts.join("") : null;
    [parts, length] = [[], 0];
    return whole;
  };
  for await (const chunk of stream) {
    const [first, ...others] = chunk.split("\n");
    take(first);
    for (const other of others) {
      yield line();
      take(other);
    }
  }
  if (length) yield line();
}
