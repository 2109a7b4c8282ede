// The styles that elements have without a browser: those of HTML itself, and what a `style` attribute says.

/** How HTML lays elements out; all others are inline. */
const DISPLAYS = {
  none: "head link meta script style template title base area datalist param rp noembed noframes",
  block: "html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend listing main menu nav ol optgroup option p plaintext pre search section summary ul xmp",
  contents: "slot",
  table: "table",
  "list-item": "li",
  "table-row": "tr",
  "table-cell": "td th",
  "table-caption": "caption",
  "table-row-group": "tbody",
  "table-header-group": "thead",
  "table-footer-group": "tfoot",
  "inline-block": "button input select textarea img iframe video",
};
const DISPLAY = new Map(Object.entries(DISPLAYS).flatMap(([display, names]) => names.split(" ").map((name) => [name, display])));

/** What an element has from the one around it, and what it has of its own. */
const INHERITED = { visibility: "visible", whiteSpace: "normal", textTransform: "none" };
const OWN = { contentVisibility: "visible", clip: "auto", clipPath: "none", cssFloat: "none", position: "static", opacity: "1", left: "auto", top: "auto", marginLeft: "0px", marginRight: "0px", paddingLeft: "0px", paddingRight: "0px" };

/** Properties by the names that CSS gives them. */
const PROPERTY = new Map(["display", ...Object.keys(INHERITED), ...Object.keys(OWN)].map((name) => [name === "cssFloat" ? "float" : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), name]));

/** In elements that keep their white space it is shown. */
const KEEPS = new Set(["pre", "textarea", "listing", "xmp", "plaintext"]);

/** A function like `getComputedStyle` for one page, which remembers what it was asked: nothing changes while a page
 * is read. Elements that look the same share their style. */
export function computedStyles() {
  const [known, shared] = [new Map(), new Map()];
  const plain = (display, whiteSpace, { visibility, textTransform }) => {
    const key = `${display} ${whiteSpace} ${visibility} ${textTransform}`;
    return shared.get(key) ?? shared.set(key, { ...OWN, display, whiteSpace, visibility, textTransform }).get(key);
  };
  return function computedStyle(element) {
    const found = known.get(element);
    if (found) return found;
    const around = element.parentElement ? computedStyle(element.parentElement) : INHERITED;
    const { localName } = element;
    const usual = plain(displayOf(element, localName), KEEPS.has(localName) ? "pre" : around.whiteSpace, around);
    const style = element.hasAttribute("style") ? { ...usual, ...declared(element.getAttribute("style")) } : usual;
    known.set(element, style);
    return style;
  };
}

function displayOf(element, name) {
  const isAway = element.hasAttribute("hidden") || element.hasAttribute("popover") || (name === "dialog" && !element.hasAttribute("open"));
  return isAway ? "none" : DISPLAY.get(name) ?? "inline";
}

/** What a `style` attribute says: enough of its grammar for what is asked of it. */
function declared(words) {
  const declarations = words.replace(/\/\*[^]*?\*\//g, "").split(";").flatMap((declaration) => {
    const colon = declaration.indexOf(":");
    const property = PROPERTY.get(declaration.slice(0, colon).trim().toLowerCase());
    const value = declaration.slice(colon + 1).replace(/!\s*important\s*$/i, "").trim().toLowerCase();
    return property && value && value !== "inherit" ? [[property, pixels(value)]] : [];
  });
  return Object.fromEntries(declarations);
}

/** Lengths as browsers compute them, and the rectangles of `clip`. */
const pixels = (value) => value.replace(/(^|[\s,(])(-?)0(?=$|[\s,)])/g, "$10px").replace(/,?\s+/g, (gap) => (gap.includes(",") ? ", " : " "));
