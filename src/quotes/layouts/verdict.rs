//! Verdicts: nouns for what somebody says, before the words themselves: “Her answer: ‘Never.’”, “in the
//! words of Ana Ruiz, ‘never’”.

use std::ops::Range;

use super::found::{Found, by_quotation};
use crate::lexicon::Tags;
use crate::quotes::reading::Reading;
use crate::quotes::reported::Reported;
use crate::quotes::terms::{Class, form, forms};
use crate::text::is_capital;

/// How many tokens may stand between such a noun and the words.
const LONGEST: usize = 24;

/// The verdicts of a text.
pub(super) fn read(reading: &Reading) -> Vec<Found> {
    by_quotation(reading, verdict)
}

/// The quotation of a verdict, with the one whose it is for its label.
fn verdict(reading: &Reading, index: usize) -> Option<Reported> {
    let tokens = reading.quotations[index].tokens.clone();
    let (noun, label) = before(reading, index)
        .or_else(|| behind(reading, tokens.end))
        .or_else(|| put(reading, &tokens))?;
    Some(Reported::labelled(tokens, Some(noun), label))
}

/// The noun before a quotation, and whose it is.
fn before(reading: &Reading, index: usize) -> Option<(usize, Range<usize>)> {
    let quotation = &reading.quotations[index];
    let start = quotation.tokens.start;
    let mark = start.checked_sub(1)?;
    let sentence = reading.sentence(mark);
    let from = sentence.start.max(start.saturating_sub(LONGEST));
    let opens = reading.document.word_or_none(quotation.inner().start);
    match reading.class_from(start, mark) {
        Class::Colon if is_capital(opens) => {
            let noun = (from..mark).find(|&token| is_noun(reading, token))?;
            // “Asked for more, her answer was short: …”
            let is_comma = |&token: &usize| reading.class(token) == Class::Comma;
            let comma = (from..noun).rev().find(is_comma);
            // “Her answer to Reed, who said: …”
            let is_reported = reading.term(mark.checked_sub(1)).is_saying;
            let owner = owner(
                reading,
                comma.map_or(sentence.start, |comma| comma + 1),
                noun,
            )?;
            (!is_reported || mark - 1 == noun).then_some((noun, owner))
        }
        Class::Comma => {
            let words = const { forms(["the", "words"]) };
            let is_words = |&noun: &usize| [noun - 1, noun].map(|at| reading.form(at)) == words;
            let noun = (from + 1..mark).rev().find(is_words)?;
            Some((noun, phrase(reading, noun + 1, |_| true)?))
        }
        _ => None,
    }
}

/// The noun behind a quotation, and whose it is: “‘Good riddance,’ was Ana Ruiz’s answer.”
fn behind(reading: &Reading, end: usize) -> Option<(usize, Range<usize>)> {
    const LONGEST: usize = 8;
    let start = end + 1;
    if reading.form_from(end - 1, end) != const { form("was") } {
        return None;
    }
    let mut words = start..reading.terms.len().min(start + LONGEST);
    let noun = words.find(|&token| is_noun(reading, token))?;
    Some((noun, owner(reading, start, noun)?))
}

/// The verb and the one who puts it so, before a quotation or behind one that opens its sentence: “as Ana Ruiz puts
/// it, ‘…’”, “‘…’, as she put it”.
fn put(reading: &Reading, &Range { start, end }: &Range<usize>) -> Option<(usize, Range<usize>)> {
    const LONGEST: usize = 10;
    let is = |token: usize, word: u32| reading.form_from(start, token) == word;
    let [behind, before] =
        [Some(end), start.checked_sub(1)].map(|token| reading.class_from(start, token));
    let is_whole = [behind, before].iter().all(|class| class.is_mark());
    let goes_on = end + usize::from(behind == Class::Comma);
    let words = if is(goes_on, const { form("as") }) {
        goes_on..reading.terms.len().min(goes_on + LONGEST)
    } else {
        start.saturating_sub(LONGEST)..start
    };
    let puts = const { forms(["put", "puts"]) };
    let is_verb =
        |&verb: &usize| is(verb + 1, const { form("it") }) && puts.contains(&reading.form(verb));
    let verb = words.clone().find(is_verb).filter(|_| is_whole)?;
    let before = words.start..verb;
    let name = before
        .rev()
        .find(|&token| is(token, const { form("as") }))?
        + 1..verb;
    let is_name = name.clone().all(|token| !reading.class(token).is_mark());
    (is_name && !name.is_empty()).then_some((verb, name))
}

/// Whether a token is a noun for what somebody says.
fn is_noun(reading: &Reading, token: usize) -> bool {
    reading.term(token).tags.has(Tags::UTTERANCE)
}

/// Whose noun it is in the words from a token on: “Her answer”, “Ana Ruiz’s answer”, “the answer of critics”.
fn owner(reading: &Reading, start: usize, noun: usize) -> Option<Range<usize>> {
    let start = start + usize::from(reading.class(start) == Class::Conjunction);
    // “Her first answer”
    let mark = (start..noun)
        .rev()
        .take(2)
        .find(|&token| matches!(reading.class(token), Class::Possessive | Class::Genitive));
    match mark {
        Some(mark) if reading.class(mark) == Class::Possessive => {
            (mark == start).then_some(mark..mark + 1)
        }
        Some(mark) => {
            let is_owner = phrase_end(reading, start) == mark && is_somebody(reading, mark - 1);
            is_owner.then_some(start..mark)
        }
        None => {
            let of_things = const { forms(["message", "question", "warning", "words"]) };
            let opens = start + 1 >= noun && !of_things.contains(&reading.form(noun));
            let author = || phrase(reading, noun + 1, |noun| is_somebody(reading, noun));
            opens.then(author).flatten()
        }
    }
}

/// The noun phrase behind “of”, if its noun fits.
fn phrase(reading: &Reading, of: usize, fits: impl Fn(usize) -> bool) -> Option<Range<usize>> {
    let start = of + 1;
    let end = phrase_end(reading, start);
    (reading.form(of) == const { form("of") } && end > start && fits(end - 1)).then_some(start..end)
}

/// Whether a noun is a name's or one for people.
fn is_somebody(reading: &Reading, noun: usize) -> bool {
    matches!(reading.class(noun), Class::Capital | Class::Upper) || reading.term(noun).is_person
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
