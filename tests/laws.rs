//! Laws that hold for every text, not for examples alone.

mod support;

use std::panic::catch_unwind;
use std::thread::{self, available_parallelism};

use newslight::{Annotations, MentionKind, Quote, QuoteKind, Span, annotate};
use proptest::prelude::*;
use support::grammar;
use support::validity::faults;

/// Pieces that texts break on: marks of every kind, line ends, names, cues, what looks like them.
const PIECES: &[&str] = &[
    "“",
    "”",
    "\"",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "„",
    "‚",
    "`",
    "``",
    "''",
    "\u{201b}",
    "(",
    ")",
    "[",
    "]",
    "—",
    "--",
    "…",
    "...",
    ".",
    ",",
    "!",
    "?",
    ":",
    ";",
    "\n",
    "\n\n",
    "\r\n",
    "\u{2028}",
    " ",
    "  ",
    "\t",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{301}",
    "\u{feff}",
    "😀",
    "𝒜",
    "漢",
    "ﬁ",
    "İ",
    "ß",
    "said",
    " said ",
    "told",
    "according to",
    "says that",
    "he",
    "she",
    "they",
    "I",
    "Ann Lee",
    "Mr.",
    "Dr",
    "O’Neill",
    "al-Said",
    "van der Berg",
    "U.S.",
    "Kenya",
    "the ministry",
    "$3.4 million",
    "£5",
    "€",
    "Oct. 12",
    "1990s",
    "Monday",
    "’s",
    "'s",
    "n't",
    "Q:",
    "A:",
    "LEE:",
    "the",
    "of",
    "and",
    "who",
    "which",
    "word",
    "Inc.",
    "U.N",
    "a.",
    "1,000",
    "7.30pm",
    "@ann",
    "#tag",
    "https://example.org/a?b=c",
    "<b>",
    "&amp;",
    "\0",
    "\u{fffd}",
    "\u{202e}",
];

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![3 => Just(String::from(" ")), 7 => prop::sample::select(PIECES).prop_map(String::from)];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// A paragraph whose curly marks all close.
fn paragraph() -> impl Strategy<Value = String> {
    let speaker = prop::sample::select(
        &[
            "Ann Lee",
            "she",
            "the mayor",
            "Omar Diallo, a baker,",
            "police",
            "Kenya's ministry",
        ][..],
    );
    let verb = prop::sample::select(
        &[
            "said",
            "told reporters",
            "added",
            "asked",
            "wrote in a letter",
        ][..],
    );
    let words = prop::sample::select(
        &[
            "We won’t go",
            "It is over",
            "Nobody asked for a bridge",
            "Rain",
            "I don’t know",
            "The ‘talks’ failed",
        ][..],
    );
    let sentence = (0..6, speaker, verb, words.clone(), words).prop_map(
        |(form, speaker, verb, first, second)| match form {
            0 => format!("“{first},” {speaker} {verb}."),
            1 => format!("“{first},” {verb} {speaker}. “{second}.”"),
            2 => format!("{speaker} {verb}: “{first}.”"),
            3 => format!("{speaker} {verb} that the “{first}” plan had failed."),
            4 => format!("“{first},” {speaker} {verb}, “and {second}.”"),
            _ => format!("The council met. {first}, {speaker} {verb}."),
        },
    );
    prop::collection::vec(sentence, 1..5).prop_map(|sentences| sentences.join(" "))
}

/// What stands where in one quote, without who said it.
type Shape = (QuoteKind, Vec<Span>, Vec<Span>);

/// What stands within marks, in order.
fn quoted(text: &str) -> Vec<Span> {
    let quotes = annotate(text).quotes;
    let mut quoted: Vec<Span> = quotes.into_iter().flat_map(|quote| quote.quoted).collect();
    quoted.sort();
    quoted
}

/// The shapes of the quotes of a text, each span counted in characters.
fn shapes(text: &str) -> Vec<Shape> {
    let count = |byte: usize| text[..byte].chars().count();
    let counted = |spans: &[Span]| -> Vec<Span> {
        let spans = spans.iter();
        spans
            .map(|span| Span::new(count(span.start), count(span.end)))
            .collect()
    };
    let quotes = annotate(text).quotes;
    let shape = |quote: Quote| (quote.kind, counted(&quote.content), counted(&quote.quoted));
    quotes.into_iter().map(shape).collect()
}

/// How many texts of the grammar are read.
const TEXTS: u64 = 200_000;

/// The texts of the grammar with these numbers that stop the reader, or whose result is unsound.
fn unsound(numbers: impl Iterator<Item = u64>) -> Vec<String> {
    let is_unsound = |text: &String| {
        let found = catch_unwind(|| faults(text, &annotate(text)));
        found.map_or(true, |faults| !faults.is_empty())
    };
    numbers.map(grammar::text_of).filter(is_unsound).collect()
}

/// No rule relies on a neighbour that need not be there: most words of so short texts stand near an end.
#[test]
fn words_of_news_in_any_order_give_a_sound_result() {
    let cores = available_parallelism().map_or(1, |cores| cores.get() as u64);
    let unsound: Vec<String> = thread::scope(|scope| {
        let parts = (0..cores)
            .map(|core| scope.spawn(move || unsound((core..TEXTS).step_by(cores as usize))));
        let parts: Vec<_> = parts.collect();
        parts
            .into_iter()
            .flat_map(|part| part.join().expect("panics are caught"))
            .collect()
    });
    assert_eq!(unsound, Vec::<String>::new());
}

proptest! {
    #[test]
    fn any_string_gives_a_sound_result(text in any::<String>()) {
        prop_assert_eq!(faults(&text, &annotate(&text)), Vec::<String>::new());
    }

    #[test]
    fn any_string_of_telling_pieces_gives_a_sound_result(text in pieces()) {
        prop_assert_eq!(faults(&text, &annotate(&text)), Vec::<String>::new());
    }

    #[test]
    fn the_same_text_gives_the_same_result(text in prop_oneof![pieces(), paragraph()]) {
        let same: Annotations = annotate(&text);
        prop_assert_eq!(same, annotate(&text));
    }

    /// What stands within marks in one paragraph does not depend on the paragraphs around it.
    /// Whether all of a reported clause does is judged with an eye on its neighbours.
    #[test]
    fn texts_joined_by_a_blank_line_keep_their_quotes(first in paragraph(), second in paragraph()) {
        let joined = format!("{first}\n\n{second}");
        let moved = quoted(&second).into_iter().map(|span| {
            let offset = first.len() + 2;
            Span::new(span.start + offset, span.end + offset)
        });
        let apart: Vec<Span> = quoted(&first).into_iter().chain(moved).collect();
        prop_assert_eq!(quoted(&joined), apart);
    }

    /// Straight marks are read as the curly ones that they stand for.
    #[test]
    fn straight_and_curly_marks_agree(curly in paragraph()) {
        let straight = curly.replace(['“', '”'], "\"").replace(['‘', '’'], "'");
        prop_assert_eq!(shapes(&straight), shapes(&curly));
    }

    /// No name lies within another.
    #[test]
    fn names_do_not_overlap(text in pieces()) {
        let found = annotate(&text);
        let mut names: Vec<Span> = found
            .entities
            .iter()
            .flat_map(|entity| &entity.mentions)
            .filter(|mention| mention.kind == MentionKind::Name)
            .map(|mention| mention.span)
            .collect();
        names.sort();
        prop_assert!(names.windows(2).all(|pair| pair[0].end <= pair[1].start));
    }
}
