//! Several who speak together: “Ana Ruiz and her son”.

use std::ops::Range;

use super::near::Near;
use crate::quotes::reading::Reading;
use crate::quotes::terms::{Class, form};

/// A mention with those who speak together with it, where all of them are the subject of the cue.
pub(super) fn whole(near: &Near, tokens: Range<usize>) -> Range<usize> {
    let Some(cue) = near.cue else { return tokens };
    if tokens.start == cue + 1 {
        return with_next(near, tokens);
    }
    if tokens.end > cue {
        return tokens;
    }
    if !reaches(near.reading, tokens.end, cue) {
        let end = end_of_second(near, tokens.end, cue);
        return tokens.start..end.unwrap_or(tokens.end);
    }
    with_first(near, &tokens).unwrap_or(tokens)
}

/// Where the second of two ends who are the subject of a cue, of whom the first ends at a token: “The mayor,
/// Ana Ruiz, | and her deputy, Tom Reed, said”.
fn end_of_second(near: &Near, end: usize, cue: usize) -> Option<usize> {
    let reading = near.reading;
    let and = end + usize::from(reading.class(end) == Class::Comma);
    let second = near
        .person_starting_at(and + 1)
        .filter(|_| is_and(reading, and))?
        .tokens
        .end;
    let end = near.apposed(second, false).unwrap_or(second);
    reaches(reading, end, cue).then_some(end)
}

/// Whether nothing but words that belong to the verb and a comma stand between a subject and its verb.
fn reaches(reading: &Reading, end: usize, cue: usize) -> bool {
    (end..cue).all(|token| {
        matches!(
            reading.class(token),
            Class::Auxiliary | Class::Adverb | Class::Comma
        )
    })
}

/// A mention behind its cue with the next one: “said Ana Ruiz and Tom Reed.”
fn with_next(near: &Near, tokens: Range<usize>) -> Range<usize> {
    let reading = near.reading;
    let next = if is_and(reading, tokens.end) {
        near.person_starting_at(tokens.end + 1)
    } else {
        None
    };
    match next {
        Some(next) if reading.class(next.tokens.end).is_mark() => tokens.start..next.tokens.end,
        _ => tokens,
    }
}

/// A mention before its cue with those before it: “Ana Ruiz, Bob Lane and Tom Reed said”, “Ana Ruiz and
/// her son, Tom Reed, said”.
fn with_first(near: &Near, tokens: &Range<usize>) -> Option<Range<usize>> {
    let reading = near.reading;
    let mut start = tokens.start;
    let is_apposed = reading.class(start.checked_sub(1)?) == Class::Comma
        && reading.class(tokens.end) == Class::Comma;
    if is_apposed {
        start = near.person_ending_at(start - 1)?.tokens.start;
    }
    let and = start.checked_sub(1).filter(|&and| is_and(reading, and))?;
    start = near.person_ending_at(and)?.tokens.start;
    while start > 0
        && reading.class_from(start, start - 1) == Class::Comma
        && let Some(first) = near.person_ending_at(start - 1)
    {
        start = first.tokens.start;
    }
    let both = start
        .checked_sub(1)
        .filter(|&both| reading.form(both) == form("both"));
    let start = both.unwrap_or(start);
    opens(reading, start).then_some(start..tokens.end)
}

/// Whether a clause begins at a token.
fn opens(reading: &Reading, token: usize) -> bool {
    let before = token.checked_sub(1);
    reading.sentence(token).start == token
        || match reading.class_from(token, before) {
            Class::Subordinator | Class::That => true,
            Class::Conjunction => reading.form(before) == form("but"),
            class => class.is_mark(),
        }
}

fn is_and(reading: &Reading, token: usize) -> bool {
    reading.form(token) == form("and")
}
