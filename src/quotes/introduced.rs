//! Words that a cue and a mark lead to.

use std::ops::Range;

use super::cues;
use super::reading::Reading;
use super::terms::{Class, form, forms};

/// Whether nothing but a comma or a colon stands between a cue and words behind it, and perhaps the one who
/// hears: “she replied, ‘A bag of flour.’”, “asked the witness: ‘Why?’”
pub(super) fn is_introduced(reading: &Reading, cue: usize, start: usize) -> bool {
    let Some(mark) = start.checked_sub(1) else {
        return false;
    };
    match reading.class(mark) {
        Class::Comma => cues::extent(reading, cue).end == mark,
        Class::Colon => verb_before(reading, mark) == Some(cue),
        _ => false,
    }
}

/// The verb of saying before a colon, between which two none but the one stands who hears: “told the judge,
/// Ana Ruiz: ‘No.’”
pub(super) fn verb_before(reading: &Reading, colon: usize) -> Option<usize> {
    const LONGEST: usize = 10;
    let start = reading.sentence(colon).start;
    let is_hearer = |token: usize| match reading.class(token) {
        Class::Comma => reading.term(token.checked_sub(1)).is_person,
        Class::Dash => reading.document.is_within_word(token),
        class => {
            class.is_open()
                || class.opens_noun()
                || matches!(
                    class,
                    Class::Adverb
                        | Class::Genitive
                        | Class::Object
                        | Class::Preposition
                        | Class::Time
                        | Class::To
                )
        }
    };
    let from = start.max(colon.saturating_sub(LONGEST));
    let mut words = (from..colon).rev();
    let verb = words.find(|&token| reading.term(token).is_saying || !is_hearer(token))?;
    (reading.term(verb).is_saying && verb > start).then_some(verb)
}

/// The verb of saying of a line that ends in a colon and leads to a paragraph that begins at a token: “She also
/// said:⏎‘It is late.’”
pub fn lead(reading: &Reading, start: usize) -> Option<usize> {
    let colon = start.checked_sub(1)?;
    if reading.class(colon) != Class::Colon || reading.is_beside(start, colon) {
        return None;
    }
    // “He went on:”
    let went = colon.checked_sub(2).filter(|&went| {
        reading.form(went + 1) == const { form("on") }
            && const { forms(["goes", "went"]) }.contains(&reading.form(went))
    });
    went.or_else(|| verb_before(reading, colon))
}

/// Where the words of an item of a list begin, behind its bullet, its number, or what it is about.
pub fn item_start(reading: &Reading, paragraph: &Range<usize>) -> usize {
    let start = paragraph.start;
    let is_bullet = |token: usize| {
        matches!(reading.class(token), Class::Mark | Class::Dash)
            && reading.document.tokens[token]
                .span
                .of(reading.document.text)
                != "@"
    };
    if let Some(end) = topic_end(reading, paragraph) {
        end
    } else if paragraph.len() > 1 && is_bullet(start) {
        start + 1
    } else if paragraph.len() > 2
        && reading.class(start) == Class::Number
        && matches!(reading.class(start + 1), Class::Stop | Class::Closing)
    {
        start + 2
    } else {
        start
    }
}

/// The end of the words that a paragraph opens with for what its quote is about: “On the weather: |‘It is cold.’”
pub fn topic_end(reading: &Reading, paragraph: &Range<usize>) -> Option<usize> {
    const LONGEST: usize = 12;
    const ABOUT: [u32; 4] = forms(["about", "concerning", "on", "regarding"]);
    let limit = paragraph.end.min(paragraph.start + LONGEST);
    let colon = (paragraph.start..limit).find(|&token| reading.class(token) == Class::Colon)?;
    let has_verb = |token: usize| {
        let term = reading.term(token);
        term.is_saying
            || matches!(
                term.class,
                Class::Auxiliary | Class::Pronoun | Class::Quotation
            )
    };
    let is_topic = ABOUT.contains(&reading.form(paragraph.start))
        && colon + 1 < paragraph.end
        && !(paragraph.start..colon).any(has_verb);
    is_topic.then_some(colon + 1)
}
