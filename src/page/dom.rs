//! The few interfaces of the browser that web-sys lacks, or has only behind its unstable flag.

use js_sys::{JsString, Object};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Node, Range, StaticRangeInit};

#[wasm_bindgen]
extern "C" {
    /// The computed style of an element: getters, where web-sys would pass every name as a string.
    pub type ComputedStyle;

    /// The style that an element of this window has now.
    #[wasm_bindgen(js_name = getComputedStyle)]
    pub fn computed_style(element: &Element) -> ComputedStyle;

    /// The style that a part of an element has now, as of `::first-letter`.
    #[wasm_bindgen(js_name = getComputedStyle)]
    pub fn computed_style_of_part(element: &Element, part: &str) -> ComputedStyle;

    /// The computed `font-size`.
    #[wasm_bindgen(method, getter, js_name = fontSize)]
    pub fn font_size(this: &ComputedStyle) -> String;

    /// The computed `color`.
    #[wasm_bindgen(method, getter)]
    pub fn color(this: &ComputedStyle) -> String;

    /// The computed `display`; empty where the element is in no rendered document.
    #[wasm_bindgen(method, getter)]
    pub fn display(this: &ComputedStyle) -> String;

    /// The computed `visibility`.
    #[wasm_bindgen(method, getter)]
    pub fn visibility(this: &ComputedStyle) -> String;

    /// The computed `white-space`.
    #[wasm_bindgen(method, getter, js_name = whiteSpace)]
    pub fn white_space(this: &ComputedStyle) -> String;

    /// The computed `content-visibility`, where the browser has it.
    #[wasm_bindgen(method, getter, js_name = contentVisibility)]
    pub fn content_visibility(this: &ComputedStyle) -> Option<String>;

    /// The computed `clip`: how words are hidden from eyes but not from screen readers.
    #[wasm_bindgen(method, getter)]
    pub fn clip(this: &ComputedStyle) -> String;

    /// The computed `clip-path`.
    #[wasm_bindgen(method, getter, js_name = clipPath)]
    pub fn clip_path(this: &ComputedStyle) -> String;

    /// The computed `zoom`, where the browser has it.
    #[wasm_bindgen(method, getter)]
    pub fn zoom(this: &ComputedStyle) -> Option<String>;

    /// The computed `float`.
    #[wasm_bindgen(method, getter, js_name = cssFloat)]
    pub fn float(this: &ComputedStyle) -> String;

    /// The computed `position`.
    #[wasm_bindgen(method, getter)]
    pub fn position(this: &ComputedStyle) -> String;

    /// The computed `opacity`.
    #[wasm_bindgen(method, getter)]
    pub fn opacity(this: &ComputedStyle) -> String;

    /// The computed `left`.
    #[wasm_bindgen(method, getter)]
    pub fn left(this: &ComputedStyle) -> String;

    /// The computed `top`.
    #[wasm_bindgen(method, getter)]
    pub fn top(this: &ComputedStyle) -> String;

    /// The computed left margin.
    #[wasm_bindgen(method, getter, js_name = marginLeft)]
    pub fn margin_left(this: &ComputedStyle) -> String;

    /// The computed right margin.
    #[wasm_bindgen(method, getter, js_name = marginRight)]
    pub fn margin_right(this: &ComputedStyle) -> String;

    /// The computed left padding.
    #[wasm_bindgen(method, getter, js_name = paddingLeft)]
    pub fn padding_left(this: &ComputedStyle) -> String;

    /// The computed right padding.
    #[wasm_bindgen(method, getter, js_name = paddingRight)]
    pub fn padding_right(this: &ComputedStyle) -> String;

    /// The computed `text-transform`.
    #[wasm_bindgen(method, getter, js_name = textTransform)]
    pub fn text_transform(this: &ComputedStyle) -> String;

    /// The computed `column-count`.
    #[wasm_bindgen(method, getter, js_name = columnCount)]
    pub fn column_count(this: &ComputedStyle) -> String;

    /// The computed `column-width`.
    #[wasm_bindgen(method, getter, js_name = columnWidth)]
    pub fn column_width(this: &ComputedStyle) -> String;

    /// The computed `writing-mode`.
    #[wasm_bindgen(method, getter, js_name = writingMode)]
    pub fn writing_mode(this: &ComputedStyle) -> String;

    /// An element, asked with a selector that stays a JavaScript string.
    #[wasm_bindgen(extends = Element)]
    pub type Matchable;

    /// `element.matches(selector)`.
    #[wasm_bindgen(method)]
    pub fn matches(this: &Matchable, selector: &JsString) -> bool;

    /// A node whose words stay a JavaScript string.
    #[wasm_bindgen(extends = Node)]
    pub type Words;

    /// All words below the node.
    #[wasm_bindgen(method, getter, js_name = textContent)]
    pub fn text_content(this: &Words) -> JsString;

    /// A text node that takes JavaScript strings: a Rust string cannot hold half a surrogate pair.
    #[wasm_bindgen(extends = Node)]
    pub type Writable;

    /// Adds words at its end.
    #[wasm_bindgen(method, js_name = appendData)]
    pub fn append_data(this: &Writable, words: &JsString);

    /// A range that does not follow the page's changes. Within a text node none is refused, so that
    /// nothing need be caught.
    pub type StaticRange;

    /// The range of a place.
    #[wasm_bindgen(constructor)]
    pub fn new(place: &StaticRangeInit) -> StaticRange;

    /// A set of ranges that a style sheet paints by the name it is registered under.
    #[wasm_bindgen(extends = Object)]
    #[derive(Clone)]
    pub type Highlight;

    /// An empty one.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Highlight;

    /// Adds a range.
    #[wasm_bindgen(method)]
    pub fn add(this: &Highlight, range: &StaticRange);

    /// Takes a range out. Most browsers look at every other one for it.
    #[wasm_bindgen(method)]
    pub fn delete(this: &Highlight, range: &StaticRange) -> bool;

    /// Takes all ranges out.
    #[wasm_bindgen(method)]
    pub fn clear(this: &Highlight);

    /// How many ranges it holds.
    #[wasm_bindgen(method, getter)]
    pub fn size(this: &Highlight) -> u32;

    /// Which of two highlights wins where they overlap: the higher.
    #[wasm_bindgen(method, setter)]
    pub fn set_priority(this: &Highlight, priority: i32);

    /// The highlights of a document by name: `CSS.highlights` of its window.
    #[derive(Clone)]
    pub type HighlightRegistry;

    /// The highlight of a name.
    #[wasm_bindgen(method)]
    pub fn get(this: &HighlightRegistry, name: &str) -> Option<Highlight>;

    /// Registers a highlight.
    #[wasm_bindgen(method)]
    pub fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight);

    /// Takes a name out.
    #[wasm_bindgen(method, js_name = delete)]
    pub fn remove(this: &HighlightRegistry, name: &str) -> bool;

    /// A document that can be asked for the place at a point, in one of two ways.
    #[wasm_bindgen(extends = Document)]
    pub type Pointable;

    /// The standard way.
    #[wasm_bindgen(method, catch, js_name = caretPositionFromPoint)]
    pub fn caret_position(
        this: &Pointable,
        x: f32,
        y: f32,
        options: &Object,
    ) -> Result<Option<CaretPosition>, JsValue>;

    /// The way of WebKit.
    #[wasm_bindgen(method, catch, js_name = caretRangeFromPoint)]
    pub fn caret_range(this: &Pointable, x: f32, y: f32) -> Result<Option<Range>, JsValue>;

    /// A place between two characters.
    pub type CaretPosition;

    /// Its node.
    #[wasm_bindgen(method, getter, js_name = offsetNode)]
    pub fn offset_node(this: &CaretPosition) -> Option<Node>;

    /// Its offset in the node.
    #[wasm_bindgen(method, getter)]
    pub fn offset(this: &CaretPosition) -> u32;
}
