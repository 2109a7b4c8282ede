// A Web Worker: annotates away from the page.
import { load } from "./newslight/newslight.js";

const newslight = load();
onmessage = async ({ data }) => postMessage((await newslight).annotate(data));
