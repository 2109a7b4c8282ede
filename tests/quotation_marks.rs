//! Every kind of quotation mark of the table is found in a text, whoever adds it.

use newslight::dev::quotation_marks::{KINDS, Kind};
use newslight::{QuoteKind, annotate};

/// The words of the direct quotes of a text, each with what stands for its speaker.
fn quotes(text: &str) -> Vec<(Vec<&str>, String)> {
    let quotes = annotate(text).quotes.into_iter();
    let direct = quotes.filter(|quote| quote.kind == QuoteKind::Direct);
    direct
        .map(|quote| {
            let content = quote.content.iter().map(|span| span.of(text)).collect();
            let speaker = quote
                .speaker
                .map(|speaker| speaker.span.of(text).to_owned());
            (content, speaker.unwrap_or_default())
        })
        .collect()
}

/// A text with the marks of a kind for “[” and “]”.
fn marked(kind: &Kind, text: &str) -> String {
    text.replace('[', kind.open).replace(']', kind.close)
}

/// Checks that a text in the marks of a kind has one quote, in these pieces, by Ana Ruiz.
fn check(name: &str, kind: &Kind, text: &str, pieces: &[&str]) {
    let text = marked(kind, text);
    let pieces: Vec<String> = pieces.iter().map(|piece| marked(kind, piece)).collect();
    let pieces = pieces.iter().map(String::as_str).collect();
    let expected = vec![(pieces, String::from("Ana Ruiz"))];
    assert_eq!(quotes(&text), expected, "{name}: {text}");
}

#[test]
fn every_kind_is_found_in_whole() {
    for kind in KINDS {
        check(
            "before its cue",
            kind,
            "It rained.\n[We have won at last,] said Ana Ruiz.",
            &["[We have won at last,]"],
        );
        check(
            "around its cue",
            kind,
            "It rained.\n[We have won,] said Ana Ruiz.\n[It is late.]",
            &["[We have won,]", "[It is late.]"],
        );
        check(
            "over paragraphs",
            kind,
            "It rained.\n[We have won the cup.\n[It is late,] said Ana Ruiz.",
            &["[We have won the cup.", "[It is late,]"],
        );
    }
}

#[test]
fn every_kind_may_stand_within_those_of_the_other_level() {
    for outer in KINDS {
        for inner in KINDS.iter().filter(|inner| inner.level != outer.level) {
            let within = format!("[He called it {}a gift{} to us,]", inner.open, inner.close);
            let text = format!("It rained.\n{within} said Ana Ruiz.");
            check("nested", outer, &text, &[&within]);
        }
    }
}
