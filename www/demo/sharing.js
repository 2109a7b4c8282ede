// Articles of one's own: out of files, and into the address of the page and back.

/** The longest address that programs pass on. */
const LONGEST = 8000;

const NAME = "own=";

/** The text of a file: a saved page says itself how it is written. */
export async function textOf(file) {
  const bytes = await file.arrayBuffer();
  const head = new TextDecoder("latin1").decode(bytes.slice(0, 2048));
  const [, charset = "utf-8"] = /<meta[^>]+charset=["']?([\w-]+)/i.exec(head) ?? [];
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

const through = (bytes, stream) => new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer();

/** What an address carries for a text; nothing where the text is too long. */
export async function packed(text) {
  const bytes = new Uint8Array(await through(text, new CompressionStream("deflate-raw")));
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return letters.length <= LONGEST ? NAME + letters : null;
}

/** The text that an address carries, if it does. */
export async function unpacked(hash) {
  if (!hash.startsWith(NAME)) return null;
  try {
    const letters = hash.slice(NAME.length).split(":~:")[0].replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
    return await new Response(await through(bytes, new DecompressionStream("deflate-raw"))).text();
  } catch {
    return null;
  }
}
