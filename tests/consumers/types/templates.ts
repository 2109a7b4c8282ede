// What the templates of Vue and of Svelte know of the element; it is only checked, never run.

import "newslight/element.js";
import type { GlobalComponents } from "vue";
import type { SvelteHTMLElements } from "svelte/elements";

const vue: InstanceType<GlobalComponents["news-light"]>["$props"] = { for: "article", panel: "drawer", lexicon: [{ name: "Elm", type: "place" }] };
const svelte: SvelteHTMLElements["news-light"] = { for: "article", theme: "line", observe: true };
// @ts-expect-error there is no such painter
vue.painter = "brush";
// @ts-expect-error there is no such painter
svelte.painter = "brush";

export { svelte, vue };
