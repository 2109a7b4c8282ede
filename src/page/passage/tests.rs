use proptest::prelude::*;

use super::*;

/// Reads a sketch of a page: `|` is the edge of a block, `/` a line break, `(…)` a `<q>`, `[…]` a
/// `<blockquote>` and `+` the edge of a node.
fn read(sketch: &str) -> (Passage, Vec<String>) {
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

#[track_caller]
fn check(name: &str, sketch: &str, expected: &str) {
    assert_eq!(read(sketch).0.text, expected, "{name}");
}

#[test]
fn a_text_is_what_a_reader_sees() {
    check("white space is one space", " a \n\t b  ", "a b");
    check("also between nodes", "a +\n+ b", "a b");
    check("nodes without space are one word", "Blin+ken", "Blinken");
    check("soft hyphens are not seen", "Blin\u{ad}ken", "Blinken");
    check(
        "zero-width spaces are not seen",
        "a\u{200b}b\u{feff}c",
        "abc",
    );
    check(
        "no-break and thin spaces are spaces",
        "a\u{a0}b\u{2009}c",
        "a b c",
    );
    check("blocks are paragraphs", "a|b| |c", "a\n\nb\n\nc");
    check("line breaks are line breaks", "a / b//c", "a\nb\nc");
    check("a block's edge outdoes a line break", "a/|/b", "a\n\nb");
    check("nothing stands at the ends", "|/ a /|", "a");
    check("nothing is nothing", " |/ ", "");
}

#[test]
fn quotes_by_markup_get_their_marks() {
    check("a q", "He (goes) on", "He “goes” on");
    check("a q with its own marks", "He (“goes”) on", "He “goes” on");
    check("a q in a q", "(a (b) c)", "“a ‘b’ c”");
    check("an empty q", "a () b", "a b");
    check(
        "a blockquote",
        "He said:|[We go.]|x",
        "He said:\n\n“We go.”\n\nx",
    );
    check("of two paragraphs", "[a b|c d]", "“a b\n\n“c d”");
    check("with marks in it", "[He said “no”]", "He said “no”");
    check("that is a signature", "[— Ana]", "— Ana");
    check("of astral characters", "[😀|b]c", "“😀\n\n“b”\n\nc");
}

#[test]
fn a_span_is_found_again_in_its_nodes() {
    let (passage, nodes) = read("The  may+or\n (An\u{ad}a)| said");
    assert_eq!(passage.text, "The mayor “Ana”\n\nsaid");
    let pieces = |span| {
        let words = |piece: Piece| {
            let units: Vec<u16> = nodes[piece.node].encode_utf16().collect();
            String::from_utf16(&units[piece.range.start as usize..piece.range.end as usize])
        };
        let pieces = passage.pieces(span).into_iter();
        pieces
            .map(|piece| words(piece).unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(pieces(4..9), ["may", "or"]);
    assert_eq!(pieces(0..9), ["The  may", "or"]);
    assert_eq!(pieces(10..15), ["An\u{ad}a"]);
    assert_eq!(pieces(10..11), [""; 0]);
    assert_eq!(pieces(17..21), ["said"]);
    assert_eq!(pieces(0..0), [""; 0]);
}

proptest! {
    /// Whatever the page, the text is tidy, every character of it that came from a node is found
    /// there again, and that place leads back to it.
    #[test]
    fn the_map_gives_back_the_text(sketch in "[ab \n\u{ad}\u{a0}é😀“”\\-|/()\\[\\]+]{0,80}") {
        let (passage, nodes) = read(&sketch);
        let text: Vec<u16> = passage.text.encode_utf16().collect();
        prop_assert!(!passage.text.contains("  ") && passage.text == passage.text.trim());
        for at in 0..text.len() as u32 {
            let pieces = passage.pieces(at..at + 1);
            prop_assert!(pieces.len() <= 1);
            let Some(piece) = pieces.first() else { continue };
            let unit = nodes[piece.node].encode_utf16().nth(piece.range.start as usize);
            let seen = text[at as usize];
            let is_space = seen == u16::from(b' ') && matches!(unit, Some(0x20 | 0x0A | 0xA0));
            prop_assert!(unit == Some(seen) || is_space);
            prop_assert_eq!(passage.position(piece.node, piece.range.start), Some(at));
        }
        let mapped = (0..text.len() as u32).filter(|&at| !passage.pieces(at..at + 1).is_empty());
        let seen = nodes.concat().chars().filter(|c| !c.is_whitespace() && !is_unseen(*c))
            .map(char::len_utf16).sum::<usize>();
        let spaces = mapped.clone().filter(|&at| text[at as usize] == u16::from(b' ')).count();
        prop_assert_eq!(mapped.count() - spaces, seen);
    }
}
