//! From a point of the screen to a node of the reading, and from there to ranges of the page.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Node, Range, ShadowRoot, Text};

use super::dom::{Pointable, computed_style};
use super::paint::Painter;
use super::passage::Piece;
use super::reading::Reading;

/// Where the nodes of a reading are now, whatever the painter has made of them.
pub struct Places<'a> {
    reading: &'a Reading,
    painter: &'a dyn Painter,
}

impl<'a> Places<'a> {
    /// The nodes of a reading under a painter.
    pub fn new(reading: &'a Reading, painter: &'a dyn Painter) -> Self {
        Self { reading, painter }
    }

    /// A live range over a piece; nothing where the page has cut the node shorter meanwhile.
    pub fn range(&self, piece: &Piece) -> Option<Range> {
        let (first, start) = self.part(piece.node, piece.range.start);
        let (last, end) = self.part(piece.node, piece.range.end - 1);
        let range = first.owner_document()?.create_range().ok()?;
        range.set_start(first, start).ok()?;
        range.set_end(last, end + 1).ok()?;
        Some(range)
    }

    /// The text node that holds a code unit of a node now, and its offset there.
    fn part(&self, node: usize, offset: u32) -> (&Text, u32) {
        match self.painter.parts(node) {
            None => (&self.reading.nodes[node], offset),
            Some(parts) => {
                let after = parts.partition_point(|(start, _)| *start <= offset);
                let (start, part) = &parts[after.saturating_sub(1)];
                (part, offset - start)
            }
        }
    }

    /// The node and the code unit that are seen at a point of the viewport.
    pub fn at_point(&self, root: &Node, x: f32, y: f32) -> Option<(usize, u32)> {
        let document = document_of(root);
        let by_caret = self.caret_at(&document, root, x, y);
        let by_caret = by_caret.and_then(|(seen, caret)| {
            let around = [Some(caret), caret.checked_sub(1)];
            let mut around = around.into_iter().flatten();
            let offset = around.find(|&offset| covers(&seen, offset..offset + 1, x, y))?;
            self.number(&seen, offset)
        });
        by_caret.or_else(|| self.in_shadow(root, x, y))
    }

    /// The same in open shadow roots, where the browser reports no caret within: the elements that
    /// it reports are asked for their words.
    fn in_shadow(&self, root: &Node, x: f32, y: f32) -> Option<(usize, u32)> {
        let own = root.get_root_node();
        let mut trees = std::iter::once(&own).chain(&self.reading.trees);
        trees.find_map(|tree| {
            let seen = tree.dyn_ref::<ShadowRoot>()?.element_from_point(x, y)?;
            let words = std::iter::successors(seen.first_child(), Node::next_sibling);
            let mut words = words.filter_map(|node| node.dyn_into::<Text>().ok());
            let node = words.find(|node| covers(node, 0..node.length(), x, y))?;
            // What begins the node and reaches so far covers the point, once it is long enough.
            let (mut short, mut long) = (0, node.length());
            while short + 1 < long {
                let middle = (short + long) / 2;
                if covers(&node, 0..middle, x, y) {
                    long = middle;
                } else {
                    short = middle;
                }
            }
            self.number(&node, short)
        })
    }

    /// The node of the reading that a text node is, or is a part of.
    pub fn number(&self, seen: &Node, offset: u32) -> Option<(usize, u32)> {
        self.reading
            .nodes
            .iter()
            .enumerate()
            .find_map(|(number, node)| {
                if seen.eq(node) {
                    return Some((number, offset));
                }
                let mut parts = self.painter.parts(number)?.iter();
                let (start, _) = parts.find(|(_, part)| seen.eq(part))?;
                Some((number, start + offset))
            })
    }

    /// The place between two characters that is nearest to a point.
    fn caret_at(&self, document: &Document, root: &Node, x: f32, y: f32) -> Option<(Node, u32)> {
        let document: &Pointable = document.unchecked_ref();
        let roots: Array = std::iter::once(&root.get_root_node())
            .chain(&self.reading.trees)
            .filter(|tree| tree.is_instance_of::<ShadowRoot>())
            .collect();
        let options = Object::new();
        Reflect::set(&options, &JsValue::from_str("shadowRoots"), &roots).ok()?;
        if let Ok(caret) = document.caret_position(x, y, &options) {
            let caret = caret?;
            return Some((caret.offset_node()?, caret.offset()));
        }
        let range = document.caret_range(x, y).ok()??;
        Some((range.start_container().ok()?, range.start_offset().ok()?))
    }
}

/// The document that a node belongs to, or is.
pub fn document_of(node: &Node) -> Document {
    let document = node.owner_document();
    document.unwrap_or_else(|| node.clone().unchecked_into())
}

/// Whether some characters of a node are drawn at a point.
fn covers(node: &Node, characters: std::ops::Range<u32>, x: f32, y: f32) -> bool {
    let boxes = || {
        let range = document_of(node).create_range().ok()?;
        range.set_start(node, characters.start).ok()?;
        range.set_end(node, characters.end).ok()?;
        range.get_client_rects()
    };
    let Some(boxes) = boxes() else {
        return false;
    };
    let zoom = node.parent_element().map_or(1.0, zoom_of);
    let (x, y) = (f64::from(x) / zoom, f64::from(y) / zoom);
    (0..boxes.length())
        .filter_map(|index| boxes.get(index))
        .any(|drawn| {
            drawn.left() <= x && x <= drawn.right() && drawn.top() <= y && y <= drawn.bottom()
        })
}

/// How much larger than its client rectangles an element is drawn. Browsers that know the `zoom`
/// of an element's surroundings reckon with it; the others leave it out of the rectangles.
fn zoom_of(element: Element) -> f64 {
    let knows = Reflect::has(&element, &JsValue::from_str("currentCSSZoom"));
    if knows.unwrap_or(true) {
        return 1.0;
    }
    let around = std::iter::successors(Some(element), |element| element.parent_element());
    // JavaScript reads the number: Rust's reader of fractions alone would be 12 KB.
    let zooms =
        around.filter_map(|element| Some(js_sys::parse_float(&computed_style(&element).zoom()?)));
    let zooms = zooms.filter(|zoom| !zoom.is_nan());
    zooms.filter(|zoom| *zoom > 0.0).product()
}

/// The element that is laid out as a box around what stands below a root.
pub fn box_around(root: &Node) -> Option<Element> {
    let mut element = match root.dyn_ref::<ShadowRoot>() {
        Some(shadow) => shadow.host(),
        None => match root.dyn_ref::<Document>() {
            Some(document) => document.document_element()?,
            None => root.dyn_ref::<Element>()?.clone(),
        },
    };
    while computed_style(&element).display() == "contents"
        && let Some(around) = element.parent_element()
    {
        element = around;
    }
    Some(element)
}

/// What to walk through for a root, and whether that is a whole page, given by itself or by its body.
pub fn scope_of(root: &Node) -> (Node, bool) {
    let document = document_of(root);
    let body = document.body().map(Node::from);
    let is = |other: Option<&Node>| other.is_some_and(|other| other.is_same_node(Some(root)));
    let all = document.document_element().map(Node::from);
    let is_page = root.node_type() == Node::DOCUMENT_NODE || is(body.as_ref()) || is(all.as_ref());
    match body {
        Some(body) if is_page => (body, true),
        _ => (root.clone(), false),
    }
}
