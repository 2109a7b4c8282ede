//! What stands around a name and tells what it names: who speaks, who leads it, how old somebody is.

use std::ops::Range;

use crate::entities::lists_of;
use crate::lexicon::Gazetteer;
use crate::text::{Document, lower_cased};

/// Whether a name of several words that is no known place stands where somebody is said to speak:
/// “said Ana Marsh,”.
pub fn is_speaking(document: &Document, tokens: &Range<usize>) -> bool {
    let is_said = |before: usize| matches!(document.word(before), "said" | "says");
    tokens.len() > 1
        && tokens.start.checked_sub(1).is_some_and(is_said)
        && lists_of(document, tokens.clone()) == Gazetteer::default()
}

/// Whether analysts work there: “an analyst at Holm”, who may be a company's founder or town as well.
pub fn is_employer(document: &Document, tokens: &Range<usize>) -> bool {
    tokens.start > 1
        && document.word(tokens.start - 1) == "at"
        && matches!(
            &*lower_cased(document.word(tokens.start - 2)),
            "analyst" | "analysts" | "economist" | "economists" | "strategist" | "strategists"
        )
}

/// Whether the title of who leads a company stands behind it, and a name: “Holm CEO Ana Ruiz”.
pub fn is_led(document: &Document, end: usize) -> bool {
    matches!(document.word_or_none(end), "CEO" | "CFO")
        && document
            .word_or_none(end + 1)
            .starts_with(char::is_uppercase)
}

/// Whether somebody with a name of several words has written a text: “(Reporting by Oke Oyelaran)”.
pub fn is_reporting(document: &Document, tokens: &Range<usize>) -> bool {
    tokens.len() > 1
        && tokens.start > 1
        && matches!(
            (
                document.word(tokens.start - 2),
                document.word(tokens.start - 1)
            ),
            (
                "Reporting" | "reporting" | "Writing" | "writing" | "Editing" | "editing",
                "by"
            ) | ("assistance", "from")
        )
}

/// Whether an age stands behind a name that is in no list: “Ana Marsh, 38,”.
pub fn is_aged(document: &Document, tokens: &Range<usize>) -> bool {
    let end = tokens.end;
    document.word_or_none(end) == ","
        && document.word_or_none(end + 2) == ","
        && is_age(document.word(end + 1))
        && lists_of(document, tokens.clone()).without(Gazetteer::PEOPLE) == Gazetteer::default()
}

/// “38” or “seven”
fn is_age(word: &str) -> bool {
    const SMALL: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    word.parse().is_ok_and(|age: u8| (1..=110).contains(&age)) || SMALL.contains(&word)
}
