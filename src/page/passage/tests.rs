use proptest::prelude::*;

use super::*;

#[path = "../../../tests/support/sketch.rs"]
mod sketch;

use sketch::read;

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
    check("line breaks are line breaks", "a / b", "a\nb");
    check("two in a row part paragraphs", "a// /b", "a\n\nb");
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
    check(
        "with its credit",
        "[We go.|<— Ana>]x",
        "“We go.”\n\n— Ana\n\nx",
    );
    check(
        "with a credit in its line",
        "[We go. <Ana>]",
        "“We go.” Ana",
    );
    check(
        "with a title in it",
        "[In <Rain> we read of those who never came home to their fields again.]",
        "“In Rain we read of those who never came home to their fields again.”",
    );
    check("signed", "[We go.|— Ana]", "“We go.”\n\n— Ana");
    check("of astral characters", "[😀|b]c", "“😀\n\n“b”\n\nc");
}

#[test]
fn what_is_set_apart_keeps_its_place() {
    let blocks = |sketch| {
        let (passage, _) = read(sketch);
        let words = |block: &Block| format!("{:?} {}", block.kind, block.span.of(&passage.text));
        passage.blocks.iter().map(words).collect::<Vec<_>>()
    };
    let cases: [(&str, &str, &[&str]); 5] = [
        ("a quote", "x|[a b]|y", &["Quote “a b”"]),
        (
            "a credit within",
            "[a|<— Ana, in <Rain>>]",
            &["Cite — Ana, in Rain", "Quote “a”\n\n— Ana, in Rain"],
        ),
        ("a credit behind", "[a]|<Ana>|x", &["Quote “a”", "Cite Ana"]),
        ("a work", "In <Rain> he fell.", &[]),
        (
            "two",
            "[a|<Ana>]|[b|<Ben>]",
            &[
                "Cite Ana",
                "Quote “a”\n\nAna",
                "Cite Ben",
                "Quote “b”\n\nBen",
            ],
        ),
    ];
    for (name, sketch, expected) in cases {
        assert_eq!(blocks(sketch), expected, "{name}");
    }
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
    /// Whatever the page, the text is tidy, and leads back to its nodes.
    #[test]
    fn the_map_gives_back_the_text(sketch in "[ab \n\u{ad}\u{a0}é😀“”\\-|/()\\[\\]<>+]{0,80}") {
        sketch::check(&sketch);
    }
}
