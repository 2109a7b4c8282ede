//! From pieces of a page to one text, and from its offsets back to the pieces.
//!
//! The text is what a reader sees: white space is one space, what takes no room (soft hyphens,
//! zero-width spaces) is left out, a line break is a line break and blocks are paragraphs. Words
//! within `<q>` or `<blockquote>` get the marks that their author left to the element. None of
//! this room knows the DOM: nodes are numbers.

mod builder;

use std::ops::Range;

use crate::annotate::Block;
pub use builder::{Markup, PassageBuilder};

/// The text of a page and the way back to its nodes.
///
/// All offsets count UTF-16 code units, as the DOM does.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Passage {
    /// What a reader sees.
    pub text: String,
    /// What the page sets apart, in bytes of the text.
    pub blocks: Vec<Block>,
    /// Runs of the text that stand unchanged in one node, in order of both.
    segments: Vec<Segment>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Segment {
    start: u32,
    len: u32,
    node: u32,
    offset: u32,
}

impl Segment {
    const fn end(&self) -> u32 {
        self.start + self.len
    }
}

/// A part of one node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The number of the node, in order of reading.
    pub node: usize,
    /// The code units of the node's own text.
    pub range: Range<u32>,
}

impl Passage {
    /// The parts of nodes in which a span of the text stands, at most one per node and in order.
    pub fn pieces(&self, span: Range<u32>) -> Vec<Piece> {
        let first = self
            .segments
            .partition_point(|segment| segment.end() <= span.start);
        let mut pieces: Vec<Piece> = Vec::new();
        for segment in &self.segments[first..] {
            if segment.start >= span.end {
                break;
            }
            let start = segment.offset + span.start.saturating_sub(segment.start);
            let end = segment.offset + segment.len.min(span.end - segment.start);
            let node = segment.node as usize;
            match pieces.last_mut() {
                Some(piece) if piece.node == node => piece.range.end = end,
                _ => pieces.push(Piece {
                    node,
                    range: start..end,
                }),
            }
        }
        pieces
    }

    /// The place in the text of a code unit of a node, where it is part of the text.
    pub fn position(&self, node: usize, offset: u32) -> Option<u32> {
        let place = (node as u32, offset);
        let after = self
            .segments
            .partition_point(|segment| (segment.node, segment.offset) <= place);
        let segment = self.segments[..after].last()?;
        let inside = segment.node == place.0 && offset < segment.offset + segment.len;
        inside.then(|| segment.start + offset - segment.offset)
    }
}

/// How the words of a node are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// Whether its line breaks are seen (`white-space: pre` and the like).
    pub keeps_lines: bool,
    /// Whether every word is shown with a capital (`text-transform: capitalize`).
    pub capitalizes: bool,
}

impl Manner {
    /// As it is written.
    pub const PLAIN: Self = Self {
        keeps_lines: false,
        capitalizes: false,
    };
}

#[cfg(test)]
mod tests;
