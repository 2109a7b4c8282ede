// What a page's annotations are made of: what was found in its text or saved in a file, or what was found where the text
// is not that of the file; and what people have put right, which wins.

import { pause } from "./dom.js";
import { checkCorrections, checkFile, fileOf, plan } from "./file.js";
import { pack, unpack } from "./packed.js";
import { changedParagraphs, correctAnnotations, restoreAnnotations } from "../pkg/page.js";

export class Base {
  #file;
  /** The same as the module takes it, made once. */
  #planned;
  #isRenewed;
  #corrections;
  /** What was found or restored last. */
  #found = { entities: [], quotes: [] };
  #lost = [];
  #lostEdits = [];

  /** A file that cannot be used throws, before anything was done. Where it is renewed, its paragraphs that have changed are
   * annotated. */
  constructor(file, corrections, isRenewed = false) {
    this.#file = file && checkFile(file);
    this.#isRenewed = isRenewed;
    this.corrections = corrections ?? this.#file?.corrections ?? [];
  }

  get corrections() {
    return this.#corrections;
  }

  set corrections(corrections) {
    checkCorrections(corrections);
    this.#corrections = corrections;
  }

  /** Whether nothing is to be found: the annotations were saved. */
  get isSaved() {
    return Boolean(this.#file) && !this.#isRenewed;
  }

  get orphans() {
    return [...this.#lost, ...this.#lostEdits];
  }

  /** The annotations of a text and the marks that paint them: saved, or else found. */
  find(text, annotate) {
    const kept = this.#restored(text);
    if (!isWanting(kept)) return this.#settle(text, kept);
    try {
      return this.#settle(text, kept, annotate(kept));
    } catch (error) {
      return this.#settle(text, kept, without(kept, error));
    }
  }

  /** The same, in slices. */
  async findAside(text, annotate) {
    this.#plan();
    await pause();
    const kept = this.#restored(text);
    const found = isWanting(kept) ? await annotate(kept).catch((error) => without(kept, error)) : undefined;
    await pause();
    return this.#settle(text, kept, found);
  }

  #plan() {
    if (this.#planned || !this.#file) return this.#planned;
    const { annotations, ...places } = plan({ ...this.#file, corrections: [] });
    return (this.#planned = { ...places, packed: pack(annotations) });
  }

  /** What of the file holds, with its marks, and which paragraphs it does not know. */
  #restored(text) {
    if (!this.#file) return undefined;
    const { packed, words, starts, paragraphs, paths } = this.#plan();
    const [[numbers, strings], marks, scores] = restoreAnnotations(text, ...packed, words, starts, paragraphs);
    this.#lost = lost(paths, scores);
    return { numbers, strings, marks, changed: this.#isRenewed ? changedParagraphs(text, paragraphs) : [] };
  }

  #settle(text, kept, found = [unpack([kept.numbers, kept.strings]), kept.marks]) {
    this.#found = found[0];
    return this.#corrections.length === 0 ? found : this.corrected(text);
  }

  /** What was found last, as people have put it right, and the marks. */
  corrected(text) {
    const edits = plan({ entities: [], quotes: [], paragraphs: [], corrections: this.#corrections });
    const paragraphs = this.#planned?.paragraphs ?? edits.paragraphs;
    const [packed, marks, scores] = correctAnnotations(text, ...pack(this.#found), edits.words, edits.starts, paragraphs, edits.edits);
    this.#lostEdits = lost(edits.paths, scores);
    return [unpack(packed), marks];
  }

  toFile(text, options) {
    return fileOf(this.#found, text, { ...options, corrections: this.#corrections });
  }
}

/** Whether something is to be annotated. */
const isWanting = (kept) => !kept || kept.changed.length > 0;

/** What cannot be annotated is left out, where the rest is in a file. */
function without(kept, error) {
  if (!kept) throw error;
  console.warn(`newslight: the paragraphs that have changed are not annotated: ${error.message}`);
}

const lost = (paths, scores) => paths.filter((_, index) => scores[index] < 0);

/** The annotations of a file in a text, and what of it could not be placed. */
export function restoreFile(file, text) {
  const base = new Base(file);
  const [annotations] = base.find(text);
  return { annotations, orphans: base.orphans };
}
