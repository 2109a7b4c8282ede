//! Which part of a node that holds very much to paint is near the window: after each change of what is painted in
//! it, browsers go through all ranges of a node.

use std::ops::Range;

use web_sys::{DomRect, Element, Text};

use super::dom::computed_style;
use super::paint::Stroke;

/// So many strokes of one node are painted near the window alone.
const LONG: usize = 400;

/// So many windows above and below are near, and after so many the part is chosen anew.
const REACH: f64 = 0.3;
const MOVED: f64 = 0.25;

/// The part of a long node that is painted.
pub struct Part {
    /// The number of the node.
    pub node: u32,
    /// The code units that are near.
    offsets: Range<u32>,
    /// Where the node began when the part was chosen.
    top: f64,
}

impl Part {
    /// The strokes of a node that are near, and the part that they are, if it is a long one.
    pub fn of<'s>(text: &Text, strokes: &'s [Stroke]) -> (&'s [Stroke], Option<Self>) {
        let part = (strokes.len() >= LONG && runs_down(text))
            .then(|| Self::near(text, strokes))
            .flatten();
        match part {
            None => (strokes, None),
            Some((part, near)) => (&strokes[near], Some(part)),
        }
    }

    fn near(text: &Text, strokes: &[Stroke]) -> Option<(Self, Range<usize>)> {
        let height = window_height(text)?;
        let reach = REACH * height;
        let top = |stroke: &Stroke| place_of(text, stroke.start).map_or(0.0, |place| place.top());
        let start = strokes.partition_point(|stroke| top(stroke) < -reach);
        let end = strokes.partition_point(|stroke| top(stroke) < height + reach);
        let near = start..end.max(start);
        let offset = |at: usize| strokes.get(at).map_or(u32::MAX, |stroke| stroke.start);
        let part = Self {
            node: strokes.first()?.node,
            offsets: offset(near.start)..offset(near.end),
            top: place_of(text, 0)?.top(),
        };
        Some((part, near))
    }

    /// Whether the page has moved so far that another part is near.
    pub fn is_far(&self, text: &Text) -> bool {
        let places = place_of(text, 0).zip(window_height(text));
        places.is_none_or(|(now, height)| (now.top() - self.top).abs() > MOVED * height)
    }

    /// Whether a stroke of the node is near.
    pub fn holds(&self, stroke: &Stroke) -> bool {
        self.offsets.contains(&stroke.start)
    }
}

/// Where a character of a node is drawn.
fn place_of(text: &Text, offset: u32) -> Option<DomRect> {
    let range = text.owner_document()?.create_range().ok()?;
    range.set_start(text, offset).ok()?;
    range.set_end(text, offset + 1).ok()?;
    Some(range.get_bounding_client_rect())
}

fn window_height(text: &Text) -> Option<f64> {
    let window = text.owner_document()?.default_view()?;
    window.inner_height().ok()?.as_f64()
}

/// Whether what comes later in a node stands lower on the page: not so in columns and in vertical lines.
fn runs_down(text: &Text) -> bool {
    let around = |element: &Element| element.parent_element();
    let mut elements = std::iter::successors(text.parent_element(), around);
    elements.all(|element| {
        let style = computed_style(&element);
        style.column_count() == "auto"
            && style.column_width() == "auto"
            && style.writing_mode() == "horizontal-tb"
    })
}
