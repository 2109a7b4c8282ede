//! Verdicts: nouns for what somebody says, before the words themselves: “Her answer: ‘Never.’”, “in the
//! words of Ana Ruiz, ‘never’”.

use std::ops::Range;

use super::Reported;
use super::reading::Reading;
use super::terms::{Class, form, forms};

/// Nouns for what somebody says that a colon leads to.
const NOUNS: [u32; 17] = forms([
    "advice",
    "answer",
    "assessment",
    "comment",
    "conclusion",
    "excuse",
    "explanation",
    "message",
    "prediction",
    "question",
    "reaction",
    "reply",
    "response",
    "retort",
    "verdict",
    "warning",
    "words",
]);

/// How many tokens may stand between such a noun and the words.
const LONGEST: usize = 24;

/// The quotation of a verdict, with the one whose it is for its label.
pub fn read(reading: &Reading, index: usize) -> Option<Reported> {
    let quotation = &reading.quotations[index];
    let tokens = quotation.tokens.clone();
    let mark = tokens.start.checked_sub(1)?;
    let sentence = reading.sentence(mark);
    let from = sentence.start.max(tokens.start.saturating_sub(LONGEST));
    let opens = reading.document.word(quotation.inner().start);
    let (noun, label) = match reading.class_from(tokens.start, mark) {
        Class::Colon if opens.starts_with(char::is_uppercase) => {
            let is_noun = |&token: &usize| NOUNS.contains(&reading.form(token));
            let noun = (from..mark).find(is_noun)?;
            // “Her answer to Reed, who said: …”
            let is_reported = reading.terms[mark - 1].is_saying;
            let owner = owner(reading, sentence.start, noun).or_else(|| author(reading, noun))?;
            (!is_reported || mark - 1 == noun).then_some((noun, owner))?
        }
        Class::Comma => {
            let is_noun = |&token: &usize| {
                reading.form(token) == form("words") && reading.form(token - 1) == form("the")
            };
            let noun = (from + 1..mark).rev().find(is_noun)?;
            (noun, phrase(reading, noun + 1, |_| true)?)
        }
        _ => return None,
    };
    Some(Reported::labelled(tokens, noun, label))
}

/// Whose noun it is that stands behind a possessive or a genitive at the start of a sentence: “Her answer”,
/// “Ana Ruiz’s answer”.
fn owner(reading: &Reading, start: usize, noun: usize) -> Option<Range<usize>> {
    let start = start + usize::from(reading.class(start) == Class::Conjunction);
    // “Her first answer”
    let mark = (start..noun)
        .rev()
        .take(2)
        .find(|&token| matches!(reading.class(token), Class::Possessive | Class::Genitive))?;
    match reading.class(mark) {
        Class::Possessive => (mark == start).then_some(mark..mark + 1),
        _ => (mark > start && phrase_end(reading, start) == mark && is_somebody(reading, mark - 1))
            .then_some(start..mark),
    }
}

/// The one who stands behind a noun that opens its sentence, and “of”: “the verdict of critics”.
fn author(reading: &Reading, noun: usize) -> Option<Range<usize>> {
    let of_things = const { forms(["message", "question", "warning", "words"]) };
    let opens = reading.sentence(noun).start + 1 >= noun;
    (opens && !of_things.contains(&reading.form(noun)))
        .then(|| phrase(reading, noun + 1, |noun| is_somebody(reading, noun)))
        .flatten()
}

/// The noun phrase behind “of”, if its noun fits.
fn phrase(reading: &Reading, of: usize, fits: impl Fn(usize) -> bool) -> Option<Range<usize>> {
    let start = of + 1;
    let end = phrase_end(reading, start);
    (reading.form(of) == form("of") && end > start && fits(end - 1)).then_some(start..end)
}

/// Whether a noun is a name's or one for people.
fn is_somebody(reading: &Reading, noun: usize) -> bool {
    matches!(reading.class(noun), Class::Capital | Class::Upper) || reading.terms[noun].is_person
}

/// The end of the noun phrase that starts at a token.
fn phrase_end(reading: &Reading, start: usize) -> usize {
    let is_part = |&token: &usize| {
        let class = reading.class(token);
        class.is_open()
            || class.opens_noun()
            || matches!(class, Class::Number | Class::Adverb)
            || (class == Class::Dash && reading.document.is_within_word(token))
    };
    start + (start..reading.terms.len()).take_while(is_part).count()
}
