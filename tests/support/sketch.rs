//! Sketches of pages, and what must hold of the passage that is read from any of them.
//!
//! Whoever includes this file brings `Passage`, `PassageBuilder` and `Piece` along.

use super::{Passage, PassageBuilder};

/// Reads a sketch: `|` is the edge of a block, `/` a line break, `(…)` a `<q>`, `[…]` a
/// `<blockquote>` and `+` the edge of a node. Gives the passage and the words of the nodes.
pub fn read(sketch: &str) -> (Passage, Vec<String>) {
    let mut builder = PassageBuilder::default();
    let mut nodes = Vec::new();
    let mut words = String::new();
    for c in sketch.chars().chain(['+']) {
        if !"|/()[]+".contains(c) {
            words.push(c);
            continue;
        }
        builder.text(nodes.len(), &words, false);
        nodes.push(std::mem::take(&mut words));
        match c {
            '|' => builder.block(),
            '/' => builder.line(),
            '(' => builder.open_quote(false),
            '[' => {
                builder.block();
                builder.open_quote(true);
            }
            ')' => builder.close_quote(),
            ']' => {
                builder.close_quote();
                builder.block();
            }
            _ => {}
        }
    }
    (builder.finish(), nodes)
}

/// Panics unless the text is tidy, every character of it that came from a node is found there
/// again, that place leads back to it, and no character of a node is lost.
pub fn check(sketch: &str) {
    let (passage, nodes) = read(sketch);
    let nodes: Vec<Vec<u16>> = nodes.iter().map(|n| n.encode_utf16().collect()).collect();
    let text: Vec<u16> = passage.text.encode_utf16().collect();
    assert!(!passage.text.contains("  ") && passage.text == passage.text.trim());
    let (mut seen, mut spaces) = (0, 0);
    for (at, &unit) in (0_u32..).zip(&text) {
        let pieces = passage.pieces(at..at + 1);
        assert!(pieces.len() <= 1, "one character stands in one node");
        let Some(piece) = pieces.first() else {
            continue;
        };
        let own = nodes[piece.node][piece.range.start as usize];
        let is_space = unit == u16::from(b' ');
        assert!(own == unit || is_space && is_white(own), "{at} is another");
        assert_eq!(
            passage.position(piece.node, piece.range.start),
            Some(at),
            "the way back"
        );
        seen += 1;
        spaces += usize::from(is_space);
    }
    let of_nodes = nodes.iter().flatten();
    let kept = of_nodes.filter(|&&unit| !is_white(unit) && !UNSEEN.contains(&unit));
    assert_eq!(seen - spaces, kept.count(), "nothing is lost");
}

/// Soft hyphen, zero-width space, word joiner, byte order mark: what takes no room.
const UNSEEN: [u16; 4] = [0xAD, 0x200B, 0x2060, 0xFEFF];

fn is_white(unit: u16) -> bool {
    char::from_u32(unit.into()).is_some_and(char::is_whitespace)
}
