//! The page, for JavaScript.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Element, MutationRecord, Node, Range};

use crate::annotate::Block;
use crate::page::article::role::Role;
use crate::page::article::why::Why;
use crate::page::marks::{Mark, is_quote};
use crate::page::{Highlighting, Request};

/// A page that is read, annotated and painted step by step, in the order that
/// `www/newslight.js` sets.
#[wasm_bindgen]
pub struct Page {
    highlighting: Highlighting,
}

#[wasm_bindgen]
extern "C" {
    /// The options of `highlight` that concern the page; where there are none, there is no object either.
    pub type PageOptions;

    /// Which painter is asked for.
    #[wasm_bindgen(method, getter)]
    fn painter(this: &PageOptions) -> Option<String>;

    /// The selector of what is not to be read.
    #[wasm_bindgen(method, getter)]
    fn skip(this: &PageOptions) -> Option<String>;

    /// Whether frames are read, too.
    #[wasm_bindgen(method, getter)]
    fn frames(this: &PageOptions) -> Option<bool>;
}

#[wasm_bindgen]
impl Page {
    /// Finds the article under `root` and begins to read it.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Node, options: Option<PageOptions>) -> Page {
        let options = options.as_ref();
        Self {
            highlighting: Highlighting::new(Request {
                root,
                painter: options.and_then(PageOptions::painter),
                skip: options.and_then(PageOptions::skip),
                frames: options.and_then(PageOptions::frames).unwrap_or_default(),
            }),
        }
    }

    /// What is read.
    #[wasm_bindgen(getter)]
    pub fn root(&self) -> Node {
        self.highlighting.root().0.clone()
    }

    /// How the article was found.
    #[wasm_bindgen(getter, js_name = foundBy)]
    pub fn found_by(&self) -> String {
        self.highlighting.root().1.name().into()
    }

    /// The name of the painter.
    #[wasm_bindgen(getter)]
    pub fn painter(&self) -> String {
        self.highlighting.painter().into()
    }

    /// The text that was read last.
    #[wasm_bindgen(getter)]
    pub fn text(&self) -> String {
        self.highlighting.text().into()
    }

    /// What of it the page sets apart, as the annotator takes it.
    #[wasm_bindgen(getter, js_name = setApart)]
    pub fn set_apart(&self) -> Vec<u32> {
        Block::to_numbers(self.highlighting.set_apart())
    }

    /// The paragraphs that there are: of each its element, what it is, and why it is left out if it is.
    #[wasm_bindgen(getter)]
    pub fn paragraphs(&self) -> Array {
        let paragraphs = self.highlighting.paragraphs();
        let told = |(element, role, why): (&Element, Role, Option<Why>)| {
            let why = why.map_or(JsValue::NULL, |why| why.name().into());
            Array::of3(element, &role.name().into(), &why)
        };
        paragraphs.map(told).collect()
    }

    /// Begins to read again: everything, or only what the page has changed since.
    pub fn begin(&mut self, everything: bool) {
        self.highlighting.begin(everything);
    }

    /// Reads on for so many milliseconds; true when all is read.
    pub fn read(&mut self, milliseconds: f64) -> bool {
        self.highlighting.read(milliseconds)
    }

    /// Takes the marks of what was read last: numbers as the annotator gives them.
    #[wasm_bindgen(js_name = setMarks)]
    pub fn set_marks(&mut self, numbers: &[u32]) {
        self.highlighting.set_marks(Mark::from_numbers(numbers));
    }

    /// Whether what was read last differs from what the marks belong to.
    #[wasm_bindgen(getter, js_name = isChanged)]
    pub fn is_changed(&self) -> bool {
        self.highlighting.is_changed()
    }

    /// The trees that an observer of the page must watch.
    #[wasm_bindgen(getter)]
    pub fn trees(&self) -> Vec<Node> {
        let root = self.highlighting.scope();
        let trees = std::iter::once(root).chain(self.highlighting.trees());
        trees.cloned().collect()
    }

    /// Hears of changes; true if the page should be read again.
    pub fn heed(&mut self, records: Vec<MutationRecord>) -> bool {
        self.highlighting.heed(&records)
    }

    /// Takes the paint away and chooses what to paint next: a truth value for every quote and
    /// every entity.
    pub fn show(&mut self, quotes: &[u8], entities: &[u8]) {
        self.highlighting.show(|mark| {
            let shown = if is_quote(mark.kind) {
                quotes
            } else {
                entities
            };
            shown.get(mark.owner as usize) == Some(&1)
        });
    }

    /// Paints on for so many milliseconds; true when all is painted.
    pub fn paint(&mut self, milliseconds: f64) -> bool {
        self.highlighting.paint(milliseconds)
    }

    /// What is to be painted once it is near the window, where there is very much to paint.
    #[wasm_bindgen(getter)]
    pub fn blocks(&self) -> Vec<Element> {
        self.highlighting.blocks()
    }

    /// Paints the blocks, by their numbers, that came near the window, and no longer those that
    /// went away.
    #[wasm_bindgen(js_name = paintBlocks)]
    pub fn paint_blocks(&mut self, near: &[u32], far: &[u32], all: bool) {
        self.highlighting.paint_blocks(near, far, all);
    }

    /// Paints the parts of very long nodes that came near the window.
    #[wasm_bindgen(js_name = paintParts)]
    pub fn paint_parts(&mut self) {
        self.highlighting.paint_parts();
    }

    /// Paints spans above all the rest: pairs of start and end.
    pub fn choose(&mut self, spans: &[u32]) {
        self.highlighting.choose(spans);
    }

    /// The place in the text that is seen at a point of the viewport.
    pub fn at(&self, x: f32, y: f32) -> Option<u32> {
        self.highlighting.at(x, y)
    }

    /// The ranges of the page in which a span of the text stands.
    pub fn ranges(&self, start: u32, end: u32) -> Vec<Range> {
        self.highlighting.ranges(start, end)
    }

    /// Leaves the page as it was found.
    pub fn remove(&mut self) {
        self.highlighting.remove();
    }
}
