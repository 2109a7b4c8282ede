// The legend of the panel: a switch for all highlights, one for every kind, and how quotes look.

import { h } from "../pkg/page.js";

/** Fills the legend anew where the kinds are others, and shows which are on. */
export function fillLegend(legend, samples, { words, show, kinds, isOn, shown, quoteKinds }) {
  const key = kinds.join();
  if (legend.dataset.kinds !== key) {
    legend.dataset.kinds = key;
    legend.replaceChildren(
      h("button.kind.all", { type: "button", role: "switch", part: "switch", onclick: () => show("all") }, h("span.knob", { "aria-hidden": "true" }), words.highlights),
      ...kinds.map((kind) => h(`button.kind.${kind}`, { type: "button", part: "switch", name: kind, onclick: () => show(kind) }, h("span.swatch", { "aria-hidden": "true" }), words.kinds[kind])),
    );
    samples.replaceChildren(...quoteKinds.flatMap((kind) => [h(`span.sample.${kind}`, {}, words.quoteKinds[kind]), " "]));
  }
  const [all, ...rest] = legend.querySelectorAll("button");
  all.setAttribute("aria-checked", isOn);
  for (const button of rest) {
    button.setAttribute("aria-pressed", shown.has(button.name));
    button.disabled = !isOn;
  }
  samples.hidden = !isOn || !shown.has("quote");
}
