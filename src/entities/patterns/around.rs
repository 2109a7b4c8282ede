//! Whether the words around a match allow it to be a date.

use std::ops::Range;

use crate::lexicon::Tags;
use crate::text::{Document, TokenKind, is_capital};

/// Whether the words around a match allow it to be a date.
pub(super) fn is_date(document: &Document, date: &Range<usize>) -> bool {
    let (start, end) = (date.start, date.end);
    if date.len() > 1 {
        return true;
    }
    let before = start.checked_sub(1);
    match document.word(start) {
        "May" | "March" | "MAY" | "MARCH" => document.tags(before).has(Tags::BEFORE_MONTH),
        decade if decade.len() < 5 && decade.ends_with('s') => {
            !is_age(document.word_or_none(before))
        }
        _ if document.tokens[start].kind == TokenKind::Number => {
            !is_part_of_name(document, start) && !is_count(document, end)
        }
        _ => true,
    }
}

/// Whether the word before makes a decade somebody's age (“in her 70s”).
fn is_age(before: &str) -> bool {
    matches!(before, "his" | "her" | "their" | "my" | "your" | "our")
}

/// Whether a bare number follows a capitalised word (“Vision 2030”) or a sign (“#2015”).
fn is_part_of_name(document: &Document, number: usize) -> bool {
    let Some(before) = number.checked_sub(1) else {
        return false;
    };
    let word = document.word(before);
    let opens_sentence = document
        .sentences
        .binary_search_by(|sentence| sentence.start.cmp(&before))
        .is_ok();
    matches!(word, "#" | "№" | "$" | "+" | "@" | "/") || (!opens_sentence && is_capital(word))
}

/// Whether a bare number counts what follows it (“2000 people”, “1500 metres”).
fn is_count(document: &Document, next: usize) -> bool {
    if next >= document.tokens.len() {
        return false;
    }
    let word = document.word(next);
    let is_plural = word.len() > 4
        && word.ends_with('s')
        && !word.ends_with("ss")
        && word.bytes().all(|byte| byte.is_ascii_lowercase())
        && !matches!(
            word,
            "series" | "elections" | "games" | "finals" | "playoffs"
        );
    is_plural
        || matches!(
            word,
            "%" | "percent" | "people" | "men" | "women" | "children" | "feet"
        )
}
