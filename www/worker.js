// Annotates texts away from the page. The quotes are sent in portions: taking a large answer apart
// would keep the page from its reader.

import init, { annotatePage } from "./pkg/newslight.js";

const PORTION = 500;

onmessage = async ({ data: { id, module, text, setApart, options, kept } }) => {
  try {
    await init({ module_or_path: module });
    const [{ entities, quotes }, marks] = annotatePage(text, setApart, options, kept);
    for (let i = 0; i < quotes.length; i += PORTION) postMessage({ id, quotes: quotes.slice(i, i + PORTION) });
    postMessage({ id, entities, marks }, [marks.buffer]);
  } catch (error) {
    postMessage({ id, fault: String(error) });
  }
};
