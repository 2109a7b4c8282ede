//! Datelines: “SEOUL, May 3 (Reuters) -” before the first words of a report.

use std::ops::Range;

use super::reading::Reading;
use super::terms::Class;

/// How many tokens a dateline may hold.
const LONGEST: usize = 16;

/// Where the words behind the dateline begin that opens a paragraph at a token, if one does: a
/// place in capitals, or an agency in brackets, and a dash.
pub fn end(reading: &Reading, start: usize) -> Option<usize> {
    let paragraph = reading.paragraph(start);
    if paragraph.start != start {
        return None;
    }
    let limit = paragraph.end.min(start + LONGEST);
    let dash = (start..limit).find(|&token| {
        let is_within_word = reading.document.is_within_word(token);
        !is_part(reading.class(token)) && !is_within_word
    })?;
    let is_dateline = dash > start
        && reading.class(dash) == Class::Dash
        && is_apart(reading, dash)
        && (reading.class(start) == Class::Upper || reading.class(dash - 1) == Class::Closing);
    if is_place_and_colon(reading, start..dash) {
        return Some(dash + 1);
    }
    let dashes = (dash..limit).take_while(|&token| reading.class(token) == Class::Dash);
    is_dateline.then(|| dash + dashes.count())
}

/// Whether nothing but a place in capitals, and perhaps a day, stands before a colon that a sentence follows: “KUANTAN: The
/// state …”
fn is_place_and_colon(reading: &Reading, place: Range<usize>) -> bool {
    let colon = place.end;
    let is_place = |token: usize| {
        matches!(
            reading.class(token),
            Class::Upper | Class::Time | Class::Number | Class::Comma
        )
    };
    reading.class(colon) == Class::Colon
        && reading.class(place.start) == Class::Upper
        && place.clone().all(is_place)
        && reading.document.is_capital(colon + 1)
        && matches!(reading.class(colon + 2), Class::Preposition | Class::Number)
            | reading.class(colon + 2).is_open()
}

const fn is_part(class: Class) -> bool {
    matches!(
        class,
        Class::Upper
            | Class::Capital
            | Class::Time
            | Class::Number
            | Class::Comma
            | Class::Stop
            | Class::Opening
            | Class::Closing
            | Class::Mark
    )
}

/// Whether a dash stands between blanks or brackets, rather than within a word.
fn is_apart(reading: &Reading, dash: usize) -> bool {
    let tokens = &reading.document.tokens;
    tokens[dash - 1].span.end < tokens[dash].span.start
        || reading.class(dash - 1) == Class::Closing
        || tokens[dash].span.len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    #[test]
    fn a_dateline_ends_behind_its_dash() {
        let cases = [
            (
                "an agency",
                "OSLO, Nov 3 (Reuters) - Rain fell.",
                "OSLO, Nov 3 (Reuters) -",
            ),
            (
                "two hyphens",
                "KISUMU, Kenya (CPS) -- Rain fell.",
                "KISUMU, Kenya (CPS) --",
            ),
            ("a dash", "NEW YORK — Rain fell.", "NEW YORK —"),
            (
                "a place in small letters",
                "Leeds (PA) – Rain fell.",
                "Leeds (PA) –",
            ),
            (
                "a place with a hyphen",
                "AL-MARL, Norland (CPS) — Rain fell.",
                "AL-MARL, Norland (CPS) —",
            ),
            ("a colon", "KUANTAN: Heavy rain fell.", "KUANTAN:"),
            ("no dash", "OSLO, Norway: rain fell.", ""),
            ("a name", "Leeds – a city in the north – is wet.", ""),
            ("a compound", "UK-born players left.", ""),
            ("a sentence", "Rain fell in OSLO - again.", ""),
        ];
        for (name, text, expected) in cases {
            let document = Document::new(text);
            let end = end(&Reading::new(&document), 0);
            let found = end.map_or("", |end| document.span(0..end).of(text));
            assert_eq!(found, expected, "{name}");
        }
    }
}
