// What a page's annotations are made of: what was found in its text or saved in a file, and what people have put
// right, which wins.

import { checkCorrections, checkFile, fileOf, plan } from "./file.js";
import { unpack } from "./packed.js";
import { correctAnnotations, restoreAnnotations } from "../pkg/page.js";

export class Base {
  #file;
  #corrections;
  /** What was found or restored last. */
  #found = { entities: [], quotes: [] };
  #lost = [];
  #lostEdits = [];

  /** A file that cannot be used throws, before anything was done. */
  constructor(file, corrections) {
    const checked = file && checkFile(file);
    this.#file = file && plan({ ...checked, corrections: [] });
    this.corrections = corrections ?? checked?.corrections ?? [];
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
    return Boolean(this.#file);
  }

  get orphans() {
    return [...this.#lost, ...this.#lostEdits];
  }

  /** The annotations of a text and the marks that paint them: saved, or else found. */
  find(text, annotate) {
    return this.#settle(text, this.#file ? undefined : annotate());
  }

  async findAside(text, annotate) {
    return this.#settle(text, this.#file ? undefined : await annotate());
  }

  #settle(text, found) {
    this.#found = found ? found[0] : this.#restored(text);
    return found && this.#corrections.length === 0 ? found : this.corrected(text);
  }

  #restored(text) {
    const { annotations, words, starts, paragraphs, paths } = this.#file;
    const [packed, scores] = restoreAnnotations(text, annotations, words, starts, paragraphs);
    this.#lost = lost(paths, scores);
    return unpack(packed);
  }

  /** What was found last, as people have put it right, and the marks. */
  corrected(text) {
    const edits = plan({ entities: [], quotes: [], paragraphs: [], corrections: this.#corrections });
    const paragraphs = this.#file?.paragraphs ?? edits.paragraphs;
    const [packed, marks, scores] = correctAnnotations(text, this.#found, edits.words, edits.starts, paragraphs, edits.edits);
    this.#lostEdits = lost(edits.paths, scores);
    return [unpack(packed), marks];
  }

  toFile(text, options) {
    return fileOf(this.#found, text, { ...options, corrections: this.#corrections });
  }
}

const lost = (paths, scores) => paths.filter((_, index) => scores[index] < 0);

/** The annotations of a file in a text, and what of it could not be placed. */
export function restoreFile(file, text) {
  const base = new Base(file);
  const [annotations] = base.find(text);
  return { annotations, orphans: base.orphans };
}
