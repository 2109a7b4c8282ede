//! Datelines: “SEOUL, May 3 (Reuters) -” before the first words of a report, “14:05” before those of a live blog.

use std::ops::Range;

use super::reading::Reading;
use super::terms::{Class, form};

/// How many tokens a dateline may hold.
pub const LONGEST: usize = 16;

/// Where the words behind the dateline begin that opens a paragraph at a token, if one does: a
/// place in capitals, or an agency in brackets, and a dash; or a time of the day.
pub fn end(reading: &Reading, start: usize) -> Option<usize> {
    let paragraph = reading.paragraph(start);
    if paragraph.start != start {
        return None;
    }
    if let Some(end) = time(reading, start) {
        return Some(end);
    }
    let limit = paragraph.end.min(start + LONGEST);
    let dash = (start..limit).find(|&token| {
        let is_within_word = reading.document.is_within_word(token);
        // “May 3”
        let is_month =
            reading.form(token) == const { form("may") } && reading.document.is_capital(token);
        !is_part(reading.class(token)) && !is_within_word && !is_month
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

/// Where a time of the day ends with its zone and its mark, before a sentence: “14:05”, “9.45am:”, “5 p.m. ET —”.
fn time(reading: &Reading, start: usize) -> Option<usize> {
    const ZONE: usize = 4;
    let document = reading.document;
    let word = |token: usize| document.word_or_none(token);
    let first = word(start);
    if !first.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let is_half = |token: usize| {
        let half = word(token).to_ascii_lowercase();
        matches!(&*half, "am" | "pm" | "a.m." | "p.m.")
    };
    let has_half = first.ends_with("am") || first.ends_with("pm");
    let bare = first.trim_end_matches("am").trim_end_matches("pm");
    let minutes = bare.split_once([':', '.', 'h']);
    let is_clock = minutes.is_some_and(|(hours, minutes)| hours.len() <= 2 && minutes.len() == 2);
    let digits = bare.replace([':', '.', 'h'], "");
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let half = usize::from(is_half(start + 1));
    if !is_number || !(is_clock || has_half || half > 0) {
        return None;
    }
    let mut end = start + 1 + half;
    let is_zone = word(end).len() <= ZONE && reading.class(end) == Class::Upper;
    end += usize::from(is_zone && word(end).len() > 1);
    end += usize::from(matches!(reading.class(end), Class::Colon | Class::Dash));
    let opens = document.is_capital(end) || reading.class(end) == Class::Opening;
    (opens && reading.is_beside(start, end)).then_some(end)
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
                "a month that is a verb, too",
                "OSLO, May 3 (Reuters) - Rain fell.",
                "OSLO, May 3 (Reuters) -",
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
            ("a time", "14:05 Rain fell.", "14:05"),
            ("a time with a dot", "9.45am: Rain fell.", "9.45am:"),
            ("a full hour", "5pm Rain fell.", "5pm"),
            ("a half", "5:30 p.m. Rain fell.", "5:30 p.m."),
            ("a zone", "11:00 GMT - Rain fell.", "11:00 GMT -"),
            ("a time within a sentence", "14:05 was late.", ""),
            ("a number", "14 Owls flew off.", ""),
            ("a sum", "3.5 Million fell.", ""),
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
