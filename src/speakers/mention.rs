//! The whole of a mention: the noun that is chosen, and what hangs on it.

use super::candidates::{Candidate, Reference};
use super::coordination;
use super::near::{LINKS, Near};
use crate::quotes::cues::HEARD;
use crate::quotes::reading::Reading;
use crate::quotes::terms::{Class, form};

/// The words that may tie a noun to the one before it, or to the verb: “people familiar with the
/// matter”, “said in a statement”.
const LOOSE_LINKS: [u32; 10] = [
    form("of"),
    form("for"),
    form("from"),
    form("at"),
    form("with"),
    form("in"),
    form("on"),
    form("by"),
    form("to"),
    form("near"),
];

/// A candidate with the whole of its mention: “a spokesman for the mayor”, “the mayor, Ana Ruiz”, “Ana
/// Ruiz and her son”. The cue of what is credited does not belong to it.
pub fn whole(reading: &Reading, all: &[Candidate], index: usize, cue: Option<usize>) -> Candidate {
    let near = Near { reading, all, cue };
    let mut candidate = match all[index].reference {
        Reference::Description => described(&near, index),
        Reference::Pronoun => some_of_many(reading, &all[index], cue)
            .unwrap_or_else(|| some_of_them(reading, &all[index])),
        Reference::Name(_) => all[index].clone(),
    };
    if candidate.reference != Reference::Pronoun
        && let Some(all) = coordination::whole(&near, candidate.tokens.clone())
    {
        candidate.tokens = all;
        candidate.is_group = true;
    }
    candidate
}

/// A pronoun with those behind it of whom it says how many it is, up to its cue: “one of the nurses”.
fn some_of_many(reading: &Reading, pronoun: &Candidate, cue: Option<usize>) -> Option<Candidate> {
    const LONGEST: usize = 8;
    let cue = cue?;
    let end = pronoun.tokens.end;
    let is_link =
        const { [form("of"), form("in"), form("at")] }.contains(&reading.form_from(end, end));
    // “One of them | was heard to | say”
    let belongs = |&token: &usize| {
        matches!(
            reading.class(token),
            Class::Auxiliary | Class::Adverb | Class::To
        ) || HEARD.contains(&reading.form(token))
    };
    let many = end + 1..cue;
    let is_near = is_link
        && (1..=LONGEST).contains(&many.len())
        && !many.clone().any(|token| reading.class(token).is_mark());
    let verbs = many.rev().take_while(belongs).count();
    let mut whole = pronoun.clone();
    whole.tokens.end = cue.checked_sub(verbs)?;
    (is_near && whole.tokens.end > end + 1).then_some(whole)
}

/// A pronoun with the word before it that says how many it is: “one of them”.
fn some_of_them(reading: &Reading, pronoun: &Candidate) -> Candidate {
    let mut whole = pronoun.clone();
    if let Some(count) = pronoun.tokens.start.checked_sub(2)
        && reading.class(pronoun.head) == Class::Object
        && reading.form_from(pronoun.head, count + 1) == const { form("of") }
        && matches!(
            reading.class(count),
            Class::Indefinite | Class::Determiner | Class::Number
        )
    {
        whole.tokens.start = count;
        whole.head = count;
    }
    whole
}

/// A description with what hangs on it.
fn described(near: &Near, index: usize) -> Candidate {
    let Near { reading, all, cue } = *near;
    let mut candidate = all[index].clone();
    candidate.tokens.end = near.linked(candidate.tokens.end, &LINKS);
    // Whatever else stands between a subject and its verb belongs to the subject, and whatever stands
    // between “according to” and the next mark to the source.
    let subject_end = near.linked(candidate.tokens.end, &LOOSE_LINKS);
    let is_source = cue.is_some_and(|cue| {
        reading.form(cue) == const { form("according") } && candidate.tokens.start == cue + 2
    });
    let goes_on_in_clause = [subject_end, subject_end + 1].map(|token| reading.class(token));
    let has_clause = goes_on_in_clause[0] == Class::Relative
        || goes_on_in_clause == [Class::Comma, Class::Relative];
    if cue.is_some_and(|cue| subject_end == cue || (subject_end < cue && has_clause))
        || (is_source && reading.class(subject_end).is_mark())
    {
        candidate.tokens.end = subject_end;
    }
    let end = behind_initials(reading, candidate.tokens.end);
    // “The builder, Kaldvik”, but not “a guide at the builder, Kaldvik”.
    let is_linked = end > all[index].tokens.end;
    let second = near.second_role(end);
    let apposed = near
        .apposed(second, is_linked)
        .or_else(|| near.apposed(end, is_linked))
        .or_else(|| near.apposed_behind_clause(candidate.tokens.end));
    candidate.tokens.end = apposed.unwrap_or(candidate.tokens.end);
    candidate
}

/// The token behind the initials in brackets that stand at one: “the Marl Union (MU)”.
fn behind_initials(reading: &Reading, at: usize) -> usize {
    let is_closed = reading.class(at) == Class::Opening && reading.class(at + 2) == Class::Closing;
    if is_closed && reading.class(at + 1) == Class::Upper {
        at + 3
    } else {
        at
    }
}
