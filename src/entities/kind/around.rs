//! What stands around a name and tells what it names: who speaks, who leads it, how old somebody is.

use std::ops::Range;

use crate::entities::endings::is_head;
use crate::entities::{is_possessive, lists_of};
use crate::lexicon::{Gazetteer, Tags, is_first_name, word_tags};
use crate::text::{Document, TokenKind, lower_cased};

/// Whether a name of several words that is no known place stands where somebody is said to speak:
/// “said Ana Marsh,”.
pub fn is_speaking(document: &Document, tokens: &Range<usize>) -> bool {
    let is_said = |before: usize| matches!(document.word(before), "said" | "says");
    tokens.len() > 1
        && tokens.start.checked_sub(1).is_some_and(is_said)
        && lists_of(document, tokens.clone()) == Gazetteer::default()
}

/// Whether somebody is told there by a name of two words: “Ana Marsh, who”, “her deputy, Ana Marsh”.
pub fn is_somebody(document: &Document, tokens: &Range<usize>) -> bool {
    let Range { start, end } = *tokens;
    let word = |token: usize| document.word(token);
    let is_who = || {
        is_first_name(word(start))
            && document.word_or_none(end) == ","
            && matches!(document.word_or_none(end + 1), "who" | "whose")
    };
    tokens.len() == 2
        && (is_who() || start > 2 && word(start - 1) == "," && is_theirs(document, start - 2))
        && !lists_of(document, tokens.clone()).intersects(Gazetteer::PLACE)
        && !is_head(word(end - 1))
}

/// Whether a noun tells what somebody is to others: “her deputy”, “her first deputy”, “the firm's lawyer”.
fn is_theirs(document: &Document, noun: usize) -> bool {
    let role = document.word(noun);
    let told = word_tags(role);
    // What a body is of another's may be a body, too.
    let may_be_body = matches!(role, "owner" | "partner" | "rival");
    let owns = |token: usize| {
        let word = lower_cased(document.word(token));
        let is_of_body = word == "its" || document.tokens[token].kind == TokenKind::Clitic;
        is_possessive(&word) || is_of_body && !may_be_body
    };
    (told.has(Tags::ROLE) || told.has(Tags::RELATION)) && (noun.saturating_sub(2)..noun).any(owns)
}

/// Whether analysts work there: “an analyst at Holm”, who may be a company's founder or town as well.
pub fn is_employer(document: &Document, tokens: &Range<usize>) -> bool {
    tokens.start > 1
        && document.word(tokens.start - 1) == "at"
        && ["analyst", "economist", "strategist"]
            .contains(&lower_cased(document.word(tokens.start - 2)).trim_end_matches('s'))
}

/// What somebody is to a body that is named before.
const LEADERS: &[&str] = &[
    "CEO",
    "CFO",
    "captain",
    "chair",
    "chairman",
    "chairwoman",
    "chief",
    "coach",
    "director",
    "editor",
    "leader",
    "president",
];

/// Whether the title of who leads a body stands behind it, and a name: “Holm CEO Ana Ruiz”.
pub fn is_led(document: &Document, end: usize) -> bool {
    LEADERS.contains(&document.word_or_none(end)) && document.is_capital(end + 1)
}

/// Whether somebody with a name of several words has written a text: “(Reporting by Oke Oyelaran)”.
pub fn is_reporting(document: &Document, tokens: &Range<usize>) -> bool {
    tokens.len() > 1 && tokens.start > 1 && {
        let before = lower_cased(document.word(tokens.start - 2));
        match document.word(tokens.start - 1) {
            "by" => ["editing", "reporting", "writing"].contains(&&*before),
            "from" => before == "assistance",
            _ => false,
        }
    }
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
