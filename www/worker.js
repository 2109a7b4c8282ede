// Annotates one long text away from the page.

import init, { annotatePage } from "./pkg/newslight.js";

onmessage = async ({ data: { module, text, options } }) => {
  await init({ module_or_path: module });
  const [annotations, marks] = annotatePage(text, options);
  postMessage([annotations, marks], [marks.buffer]);
};
