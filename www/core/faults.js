// What is done where the module itself fails: the page is left as it was found, and an error says so.

/** An error of the module itself, by a code that stays: its own message says nothing to a publisher. */
export function named(error) {
  if (!(error instanceof WebAssembly.RuntimeError)) return error;
  const message = "newslight came upon something that it cannot read, and left the article as it was";
  return Object.assign(new Error(message, { cause: error }), { code: "internal" });
}

/** Leaves trees as they were found where the module no longer can. */
export function wipe(trees) {
  for (const tree of trees) {
    const { defaultView: view } = tree.ownerDocument ?? tree;
    for (const [name, highlight] of [...(view?.CSS.highlights ?? [])]) {
      if (!name.startsWith("newslight-")) continue;
      highlight.clear();
      view.CSS.highlights.delete(name);
    }
    for (const mark of tree.querySelectorAll('mark[class^="newslight-"]')) mark.replaceWith(...mark.childNodes);
  }
}
