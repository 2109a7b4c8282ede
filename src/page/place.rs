//! From a point of the screen to a node of the reading, and from there to ranges of the page.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Node, Range, ShadowRoot, Text};

use super::dom::Pointable;
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
        let (seen, caret) = self.caret_at(&document, root, x, y)?;
        let before = caret.checked_sub(1);
        let offset = [Some(caret), before]
            .into_iter()
            .flatten()
            .find(|&offset| covers(&document, &seen, offset, x, y))?;
        self.number(&seen, offset)
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

/// Whether the character at an offset of a node is drawn at a point.
fn covers(document: &Document, node: &Node, offset: u32, x: f32, y: f32) -> bool {
    let Ok(range) = document.create_range() else {
        return false;
    };
    if range.set_start(node, offset).is_err() || range.set_end(node, offset + 1).is_err() {
        return false;
    }
    let Some(boxes) = range.get_client_rects() else {
        return false;
    };
    let (x, y) = (f64::from(x), f64::from(y));
    (0..boxes.length())
        .filter_map(|index| boxes.get(index))
        .any(|drawn| {
            drawn.left() <= x && x <= drawn.right() && drawn.top() <= y && y <= drawn.bottom()
        })
}
