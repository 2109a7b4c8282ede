//! Sketches of pages, and what must hold of the passage that is read from any of them.
//!
//! Whoever includes this file brings `Markup`, `Passage`, `PassageBuilder` and `Piece` along.

use super::{Markup, Passage, PassageBuilder};

/// Reads a sketch: `|` is the edge of a block, `/` a line break, `(…)` a `<q>`, `[…]` a
/// `<blockquote>`, `<…>` a `<cite>` and `+` the edge of a node. Gives the passage and the words of the nodes.
pub fn read(sketch: &str) -> (Passage, Vec<String>) {
    let mut builder = PassageBuilder::default();
    let mut nodes = Vec::new();
    let mut words = String::new();
    for c in sketch.chars().chain(['+']) {
        if !"|/()[]<>+".contains(c) {
            words.push(c);
            continue;
        }
        builder.text(nodes.len(), &words, Default::default());
        nodes.push(std::mem::take(&mut words));
        match c {
            '|' => builder.block(),
            '/' => builder.line(),
            '(' => builder.open(Markup::Phrase),
            '[' => {
                builder.block();
                builder.open(Markup::Quote);
            }
            '<' => builder.open(Markup::Credit),
            ')' | '>' => builder.close(),
            ']' => {
                builder.close();
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
    for block in &passage.blocks {
        let words = passage.text.get(block.span.start..block.span.end);
        assert!(words.is_some_and(|words| !words.is_empty() && words == words.trim()));
    }
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
        if JOINERS.contains(&unit) {
            continue;
        }
        seen += 1;
        spaces += usize::from(is_space);
    }
    let of_nodes = nodes.iter().flatten();
    let kept = of_nodes.filter(|&&unit| !is_white(unit) && !is_unseen(unit));
    assert_eq!(seen - spaces, kept.count(), "nothing is lost");
}

/// What takes no room: soft hyphen, zero-width space, word joiner, byte order mark, marks of direction; and
/// joiners, which are seen or not by what they stand between.
fn is_unseen(unit: u16) -> bool {
    let takes_room = !matches!(unit, 0xAD | 0x61C | 0x200B | 0x200E | 0x200F | 0x202A..=0x202E | 0x2060 | 0x2066..=0x2069 | 0xFEFF);
    !takes_room || JOINERS.contains(&unit)
}

const JOINERS: [u16; 2] = [0x200C, 0x200D];

fn is_white(unit: u16) -> bool {
    char::from_u32(unit.into()).is_some_and(char::is_whitespace)
}
