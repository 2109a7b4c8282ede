//! Words whose speaker stands before their mark in no clause of its own: “From Ana Ruiz: ‘…’”, “A statement from the
//! council:⏎‘…’”, “Said Ana Ruiz: ‘…’”.

use std::ops::Range;

use super::found::{Found, by_quotation};
use crate::lexicon::Tags;
use crate::quotes::reading::Reading;
use crate::quotes::reported::Reported;
use crate::quotes::terms::{Class, form, forms};

/// How many tokens may stand between the word that leads to the speaker and the mark.
const LONGEST: usize = 14;

/// The announced quotations of a text.
pub(super) fn read(reading: &Reading) -> Vec<Found> {
    by_quotation(reading, announced)
}

/// The quotation that a line announces.
fn announced(reading: &Reading, index: usize) -> Option<Reported> {
    let tokens = reading.quotations[index].tokens.clone();
    let mark = tokens.start.checked_sub(1)?;
    let is_framed = matches!(reading.frames.get(index), Some(Some(_)));
    // A line that ends with a colon may be a paragraph of its own.
    let leads = match reading.class(mark) {
        Class::Colon => {
            reading.is_beside(mark, tokens.start)
                || reading.paragraph(tokens.start).start == tokens.start
        }
        Class::Comma => reading.is_beside(mark, tokens.start),
        _ => false,
    };
    if is_framed || !leads {
        return None;
    }
    let line = reading.sentence(mark).start..mark;
    let (cue, label) = from(reading, &line)
        .or_else(|| inverted(reading, &line))
        .or_else(|| described(reading, &line))?;
    Some(Reported::labelled(tokens, cue, label))
}

/// The one behind “from” that opens a line up to a colon, or stands behind what somebody wrote.
fn from(reading: &Reading, line: &Range<usize>) -> Option<(Option<usize>, Range<usize>)> {
    let near = line.start.max(line.end.saturating_sub(LONGEST))..line.end;
    let opens = |at: usize| {
        at == line.start || at == line.start + 1 && reading.class(line.start) == Class::Conjunction
    };
    let is_link = |&at: &usize| match reading.form(at) {
        word if word == const { form("from") } => opens(at) || is_written(reading, at),
        word => word == const { form("by") } && is_written(reading, at),
    };
    let link = near.rev().find(is_link)?;
    let says = |&token: &usize| reading.term(token).is_saying;
    let end = (link + 1..line.end).find(says).unwrap_or(line.end);
    let label = named(reading, link + 1..end)?;
    (reading.class(line.end) == Class::Colon).then_some((None, label))
}

/// The one whose name opens a paragraph, with what its bearer is up to a colon: “Ana Ruiz, 41, a nurse: ‘…’”.
fn described(reading: &Reading, line: &Range<usize>) -> Option<(Option<usize>, Range<usize>)> {
    const AGE: u32 = form("00");
    let paragraph = reading.paragraph(line.start);
    let is_bullet = |&token: &usize| matches!(reading.class(token), Class::Mark | Class::Dash);
    let start = line.start + line.clone().take_while(is_bullet).count();
    let label = named(reading, start..line.end)?;
    let tells = |token: usize| reading.term(token).is_person || reading.form(token) == AGE;
    let has_verb = |token: usize| reading.term(token).is_saying;
    let is_name = |token: usize| matches!(reading.class(token), Class::Capital | Class::Upper);
    let is_described = paragraph.start == line.start
        && reading.class(line.end) == Class::Colon
        && reading.class(label.end) == Class::Comma
        && line.len() <= LONGEST
        && label.len() > 1
        && label.clone().all(is_name)
        && (label.end..line.end).any(tells)
        && !(start..line.end).any(has_verb);
    is_described.then_some((None, label))
}

fn is_written(reading: &Reading, link: usize) -> bool {
    reading
        .term(link.checked_sub(1))
        .tags
        .has(Tags::ANNOUNCEMENT)
}

/// The one behind the verb that a sentence begins with, up to its mark: “Said Ana Ruiz, a nurse: ‘…’”.
fn inverted(reading: &Reading, line: &Range<usize>) -> Option<(Option<usize>, Range<usize>)> {
    let verb = reading.term(line.start);
    // “Called a ‘mess’ by its makers, ‘Rain’ is one.”
    const PASSIVE: [u32; 3] = forms(["asked", "called", "told"]);
    let is_verb =
        verb.is_saying && reading.document.is_capital(line.start) && !PASSIVE.contains(&verb.form);
    let label = named(reading, line.start + 1..line.end)?;
    let holds_verb = |token: usize| {
        matches!(
            reading.class(token),
            Class::Auxiliary | Class::Subordinator | Class::That | Class::Relative
        ) || reading.term(token).is_saying
            || reading.quotation_of(token).is_some()
    };
    let is_phrase = line.len() <= LONGEST && !(line.start + 1..line.end).any(holds_verb);
    (is_verb && is_phrase).then_some((Some(line.start), label))
}

/// The words that name somebody: a name up to its comma, or a description.
fn named(reading: &Reading, words: Range<usize>) -> Option<Range<usize>> {
    let first = reading.class(words.start);
    let is_name = |token: usize| matches!(reading.class(token), Class::Capital | Class::Upper);
    let has_noun = |token: usize| is_name(token) || reading.term(token).is_person;
    let is_comma = |&token: &usize| reading.class(token) == Class::Comma;
    let end = match is_name(words.start) {
        true => words.clone().find(is_comma).unwrap_or(words.end),
        false => words.end,
    };
    let is_clause = words.clone().any(|token| {
        matches!(
            reading.class(token),
            Class::Pronoun | Class::Auxiliary | Class::Subordinator | Class::That | Class::Relative
        )
    });
    let opens = is_name(words.start)
        || matches!(first, Class::Determiner | Class::Possessive)
        || reading.term(words.start).is_person;
    (words.start < end && opens && !is_clause && words.clone().any(has_noun))
        .then_some(words.start..end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    #[test]
    fn a_line_announces_who_speaks() {
        let cases = [
            (
                "a name",
                "From Chair Ana Ruiz:\n\n“It is late.”",
                Some("Chair Ana Ruiz"),
            ),
            (
                "and",
                "And from Tom Orr, a nurse: “It is late.”",
                Some("Tom Orr"),
            ),
            ("a role", "From the coach: “It is late.”", Some("the coach")),
            (
                "a statement",
                "Here is the statement from the bank’s chief, Paul Dietz:\n\n“It is late.”",
                Some("the bank’s chief, Paul Dietz"),
            ),
            (
                "two bodies",
                "From a joint statement by the two unions’ leaders: “It is late.”",
                Some("the two unions’ leaders"),
            ),
            ("said", "It rained. Said Ruiz: “It is late.”", Some("Ruiz")),
            (
                "added",
                "Added Tom Orr, the captain: “It is late.”",
                Some("Tom Orr"),
            ),
            ("wrote", "Wrote one fan, “It is late.”", None),
            ("asked", "Asked about it, Orr said: “It is late.”", None),
            (
                "a title",
                "Called a “mess” by Ana Ruiz, “Rain” is long.",
                None,
            ),
            ("a year", "From 2019: “It is late.”", None),
            ("a clause", "From Oslo he sent word: “It is late.”", None),
            (
                "a place and a frame",
                "From Oslo, “It is late,” said Orr.",
                None,
            ),
        ];
        for (name, text, expected) in cases {
            let document = Document::new(text);
            let mut reading = Reading::new(&document);
            reading.frames = crate::quotes::frames::find(&reading);
            let found = announced(&reading, 0).and_then(|found| found.label);
            let found = found.map(|label| document.span(label).of(text));
            assert_eq!(found, expected, "{name}");
        }
    }
}
