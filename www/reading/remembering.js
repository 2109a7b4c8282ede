// What a reader chose, kept from page to page where `remember` asks for it. Storage can be full or forbidden: then
// nothing is remembered.

import { THEMES, TYPES } from "../rules.js";

/** Where it is kept. */
const STORED = "newslight";

export function store(choice) {
  try {
    localStorage.setItem(STORED, JSON.stringify(choice));
  } catch {}
}

/** Puts what was kept into a choice, as far as it is one. */
export function recall(choice) {
  try {
    const { isOn, kinds, theme, tab, isOpen } = JSON.parse(localStorage.getItem(STORED)) ?? {};
    choice.isOn = isOn ?? choice.isOn;
    choice.kinds = kinds?.filter((type) => TYPES.includes(type)) ?? choice.kinds;
    choice.theme = THEMES.includes(theme) ? theme : choice.theme;
    choice.tab = tab ?? choice.tab;
    choice.isOpen = isOpen === true;
  } catch {}
}
