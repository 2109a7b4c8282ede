//! Two ways to make words stand out, behind one trait.

mod first_letter;
mod highlight;
mod selected;
mod wrap;

use js_sys::Date;
use web_sys::{Document, Text};

use crate::hash::HashedMap;

pub use highlight::HighlightPainter;
pub use wrap::MarkPainter;

/// A part of one text node to paint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// The number of the node in the reading.
    pub node: u32,
    /// The first code unit of the node's text, as it was read.
    pub start: u32,
    /// The code unit after the last.
    pub end: u32,
    /// The index of its look in [`KINDS`](super::marks::KINDS).
    pub kind: u32,
}

/// How many nodes are painted between two looks at the clock.
const PORTION: usize = 16;

/// The strokes node by node.
pub fn by_node(strokes: &[Stroke]) -> impl Iterator<Item = &[Stroke]> {
    strokes.chunk_by(|one, next| one.node == next.node)
}

/// The same as long as the clock does not show `end`; the first nodes in any case.
fn until(end: f64, strokes: &[Stroke]) -> impl Iterator<Item = &[Stroke]> {
    let is_over = move |node: usize| node > 0 && node.is_multiple_of(PORTION) && Date::now() > end;
    by_node(strokes)
        .enumerate()
        .take_while(move |(node, _)| !is_over(*node))
        .map(|(_, strokes)| strokes)
}

/// Makes words stand out, and undoes that exactly.
pub trait Painter {
    /// The painter's name in the options.
    fn name(&self) -> &'static str;

    /// Whether painting changes the nodes of the page.
    fn changes_page(&self) -> bool;

    /// Paints strokes, which are sorted by node, until the clock shows `end`; returns how many. All
    /// strokes of one node are painted together, and only once.
    fn paint(&mut self, nodes: &[Text], strokes: &[Stroke], end: f64) -> usize;

    /// Paints strokes above all the rest, in place of what was chosen before.
    fn choose(&mut self, nodes: &[Text], strokes: &[Stroke]);

    /// Takes the paint off some nodes: the page has written other words into them.
    fn forget(&mut self, nodes: &HashedMap<()>);

    /// Takes everything away again.
    fn clear(&mut self);

    /// The text nodes that a node of the reading consists of now, each with the offset of its
    /// beginning; nothing where the node is as it was.
    fn parts(&self, _node: usize) -> Option<&[(u32, Text)]> {
        None
    }
}

/// The painter that is asked for, else the first that the browser has.
pub fn painter_of(document: &Document, name: Option<&str>, frames: bool) -> Box<dyn Painter> {
    if name != Some("mark") && HighlightPainter::is_supported(document) {
        let only = (!frames).then(|| document.clone());
        Box::new(HighlightPainter::new(only))
    } else {
        Box::new(MarkPainter::default())
    }
}
