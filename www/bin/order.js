// Many at the same time, and yet one after the other.

/**
 * Works on what comes, so many at a time, and writes the results in the order in which it came, each as soon as
 * it is its turn. No more is taken than what is being worked on or waits for its turn: whoever sends, waits.
 */
export async function inOrder(items, work, write, width) {
  const writings = [];
  let last = Promise.resolve();
  for await (const item of items) {
    const [before, result] = [last, work(item)];
    last = before.then(async () => write(await result));
    writings.push(last);
    if (writings.length >= width) await writings.shift();
  }
  await last;
}

/** Writes to a stream, and waits while it is full. */
export function send(stream, words) {
  return stream.write(words) ? undefined : new Promise((resolve) => stream.once("drain", resolve));
}
