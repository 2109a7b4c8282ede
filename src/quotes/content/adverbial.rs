//! Words behind an attribution that say when, how or amid what something was said.

use crate::lexicon::Tags;
use crate::quotes::reading::Reading;
use crate::quotes::terms::{Class, form, forms};

/// Whether a token begins words about the saying rather than what is said.
pub(super) fn adds_to_cue(reading: &Reading, start: usize) -> bool {
    tells_when(reading, start)
        || tells_how(reading, start)
        || tells_meanwhile(reading, start)
        || comments(reading, start)
}

/// Whether a token behind a comma begins what the writer makes of all that: “in the deadliest raid since May”, “in a
/// move that surprised markets”, “a blow to its leader”, “prompting anger from unions”.
pub(super) fn comments(reading: &Reading, start: usize) -> bool {
    if reading.class(start) == Class::Ing {
        return tagged_near(reading, start + 1, Tags::STIRRED).is_some();
    }
    let is_in = const { forms(["amid", "in"]) }.contains(&reading.form(start));
    let article = start + usize::from(is_in);
    // “in what would be its first gain”
    if is_in && reading.form_from(start, article) == const { form("what") } {
        return true;
    }
    let is_verdict = || {
        let noun = tagged_near(reading, article + 1, Tags::VERDICT);
        let next = noun.map(|noun| reading.class_from(start, noun + 1));
        matches!(
            next,
            Some(Class::Preposition | Class::To | Class::That | Class::Relative | Class::Ed)
        )
    };
    reading.class_from(start, article) == Class::Determiner
        && (is_record(reading, article + 1) || is_verdict())
}

/// The first noun with a tag in a noun phrase that goes on at a token.
fn tagged_near(reading: &Reading, start: usize, tag: Tags) -> Option<usize> {
    const NEAR: usize = 4;
    let is_part = |&token: &usize| {
        let class = reading.class_from(start, token);
        class.is_open() || class == Class::Number
    };
    let mut words = (start..start + NEAR).take_while(is_part);
    words.find(|&token| reading.term(token).tags.has(tag))
}

/// Whether a superlative or a number begins at a token that something behind it makes a record: “worst flood since May”,
/// “first gain ever”, “third strike this year”.
fn is_record(reading: &Reading, start: usize) -> bool {
    const FAR: usize = 12;
    const COUNTS: [u32; 6] = forms(["first", "last", "only", "second", "third", "worst"]);
    let word = reading.document.word_or_none(start);
    let is_superlative = word.len() > 5 && word.ends_with("est");
    let mut behind = (start + 1..start + FAR)
        .take_while(|&token| reading.is_beside(start, token) && !reading.class(token).is_mark());
    (is_superlative || COUNTS.contains(&reading.form(start)))
        && behind.any(|token| reading.term(token).tags.has(Tags::RECORD))
}

/// Whether a token begins words that say when something was said: “…, she said, two days after
/// the storm”.
fn tells_when(reading: &Reading, start: usize) -> bool {
    const TURNS: [u32; 3] = forms(["after", "before", "since"]);
    let counts = |class: Class| {
        matches!(
            class,
            Class::Determiner | Class::Number | Class::Indefinite | Class::Adverb
        )
    };
    let count = (start..start + 2).take_while(|&token| counts(reading.class(token)));
    let unit = start + count.count();
    reading.term(unit).tags.has(Tags::TIME_UNIT) && TURNS.contains(&reading.form(unit + 1))
}

/// Whether a token begins a clause about what went on meanwhile: “…, she said, as rescuers waded through the streets”.
fn tells_meanwhile(reading: &Reading, start: usize) -> bool {
    let links = const { forms(["amid", "as", "while"]) }.contains(&reading.form(start));
    let subject = reading.class(start + 1);
    // “…, she said, as it would be too late”, “as well as”
    links
        && (subject.is_open() || subject.opens_noun())
        && reading.form(start + 1) != const { form("well") }
}

/// Whether a token begins words about how something was said: “…, she said, without giving
/// details”.
fn tells_how(reading: &Reading, start: usize) -> bool {
    reading.form(start) == const { form("without") } && reading.class(start + 1) == Class::Ing
}
