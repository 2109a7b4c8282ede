//! Which of the words within marks go on with one quote.

use std::ops::Range;

use super::cues::{self, Cue};
use super::direct::{cue, level, nearest_cues};
use super::marks::Quotation;
use super::reading::{Features, Reading, bucket};
use super::report_end::report_end;
use super::terms::Class;
use crate::model::templates::ContinuationTemplate as Template;
use crate::text::is_capital;

/// How likely a cue must be for what it reports to be somebody else's.
const SURE: f32 = 0.5;

/// How likely a cue must be for a quotation to have it for its own.
const SUREST: f32 = 0.8;

/// Whether a quotation can go on with the quote of the one before it: in its paragraph, at the
/// start of the next one, or where that one was left open.
pub fn can_continue(reading: &Reading, index: usize) -> bool {
    let Some(before) = index.checked_sub(1).map(|index| &reading.quotations[index]) else {
        return false;
    };
    let quotation = &reading.quotations[index];
    let start = quotation.tokens.start;
    let last = reading.paragraph_number(before.tokens.end - 1);
    let here = reading.paragraph_number(start);
    let opens = reading.paragraph(start).start == start;
    let goes_on = quotation.continues
        || (here == last && !others_speak(reading, before.tokens.end, start))
        || (here == last + 1 && opens && !alternates(reading, index) && !reading.is_turn(index));
    goes_on && !(has_attribution(reading, index - 1) && has_attribution(reading, index))
}

/// Whether a quotation opens with the same mark anew what the paragraph before left open, as English prints long
/// quotations.
pub(super) fn repeats_mark(reading: &Reading, index: usize) -> bool {
    let Some(before) = index.checked_sub(1).map(|index| &reading.quotations[index]) else {
        return false;
    };
    let quotation = &reading.quotations[index];
    let mark = |quotation: &Quotation| reading.document.word_or_none(quotation.tokens.start);
    quotation.continues
        && quotation.is_opened
        && before.is_opened
        && !before.is_closed
        && mark(before) == mark(quotation)
        && reading.paragraph_number(before.tokens.start) + 1
            == reading.paragraph_number(quotation.tokens.start)
}

/// Whether a quotation is the second part of a sentence that its attribution splits: “‘That,’ sighed Ana Ruiz, 41, ‘is
/// that.’”
pub(super) fn is_split(reading: &Reading, index: usize) -> bool {
    const LONGEST: usize = 14;
    let Some(before) = index.checked_sub(1) else {
        return false;
    };
    let Some(Some(frame)) = reading.frames.get(before) else {
        return false;
    };
    let (first, second) = (&reading.quotations[before], &reading.quotations[index]);
    let start = second.tokens.start;
    let gap = frame.subject.end.max(frame.verb + 1)..start.saturating_sub(1);
    let word = reading.document.word_or_none(second.inner().start);
    let goes_on =
        !is_capital(word) || word == "I" || word.starts_with("I'") || word.starts_with("I’");
    // “‘That,’ sighed Ana Ruiz, who was late, ‘is that.’”
    let is_described =
        reading.class(gap.start) == Class::Comma && reading.class(gap.start + 1) == Class::Relative;
    let has_clause = |token: usize| {
        let term = reading.term(token);
        let is_clause = matches!(
            term.class,
            Class::Relative | Class::Auxiliary | Class::Conjunction
        );
        term.is_saying || is_clause && !is_described
    };
    reading.class(first.inner().end.saturating_sub(1)) == Class::Comma
        && reading.class_from(start, start.checked_sub(1)) == Class::Comma
        && reading.is_beside(start, first.tokens.start)
        && gap.len() <= LONGEST
        && goes_on
        && !gap.into_iter().any(has_clause)
}

/// Which quotations are one of several short turns in paragraphs of their own, of which each may be another's: “‘Tickets,’
/// said the guard.⏎‘I have none.’⏎‘Then get off.’”, or a short answer to a short question.
pub fn turns(reading: &Reading) -> Vec<bool> {
    const SHORT: usize = 8;
    let quotations = &reading.quotations;
    let number = |quotation: &Quotation| reading.paragraph_number(quotation.tokens.start);
    let is_short = |quotation: &Quotation| quotation.inner().len() <= SHORT;
    let is_bare = |quotation: &Quotation| {
        let tokens = &quotation.tokens;
        is_short(quotation)
            && reading.paragraph(tokens.start) == *tokens
            && quotation.is_closed
            && !quotation.continues
    };
    let mut is_led = false;
    let turn = |(index, here): (usize, &Quotation)| {
        let beside = |other: &&Quotation| number(other).abs_diff(number(here)) == 1;
        let before = index.checked_sub(1).map(|before| &quotations[before]);
        let before = before.filter(beside);
        // What a colon leads to is one's own: “She also said:⏎‘It is late.’⏎‘It is cold.’”
        if !before.is_some_and(is_bare) {
            is_led = reading.class(here.tokens.start.checked_sub(1)) == Class::Colon;
        }
        let is_next = || {
            quotations
                .get(index + 1)
                .filter(beside)
                .is_some_and(is_bare)
        };
        // The third of three short ones: “‘Sit,’ said Ana Ruiz.⏎‘Why?’ asked her son.⏎‘Because.’”
        let is_third = |before: &Quotation| {
            let first = index.checked_sub(2).map(|first| &quotations[first]);
            let is_near = |first: &&Quotation| number(first) + 1 == number(before);
            let is_turn = |first: &Quotation| first.inner().len() <= 2 * SHORT;
            first.filter(is_near).is_some_and(is_turn)
        };
        !is_led
            && is_bare(here)
            && before
                .filter(|before| is_short(before))
                .is_some_and(|before| {
                    let answers = reading.asks(&before.tokens) && !reading.asks(&here.tokens);
                    answers || is_bare(before) || is_next() || is_third(before)
                })
    };
    quotations.iter().enumerate().map(turn).collect()
}

/// Whether a quotation asks or answers in turn, in a paragraph of its own, as those of the two paragraphs
/// before it do.
fn alternates(reading: &Reading, index: usize) -> bool {
    let Some(first) = index.checked_sub(2) else {
        return false;
    };
    let [first, second, third] = [first, index - 1, index].map(|index| &reading.quotations[index]);
    let paragraph = |quotation: &Quotation| reading.paragraph_number(quotation.tokens.start);
    let asks = |quotation: &Quotation| reading.asks(&quotation.tokens);
    paragraph(second) - paragraph(first) <= 1
        && reading.paragraph(third.tokens.start) == third.tokens
        && second.is_closed
        && asks(first) != asks(second)
        && asks(first) == asks(third)
}

/// Whether a verb right behind a quotation surely reports it. Of two such quotations each has its
/// own: “‘Why?’ Ana Ruiz asked. ‘No reason,’ her son said.”
pub(super) fn has_attribution(reading: &Reading, index: usize) -> bool {
    const NEAR: usize = 5;
    let quotation = &reading.quotations[index];
    if matches!(reading.frames.get(index), Some(Some(_))) {
        return true;
    }
    let end = quotation.tokens.end;
    let reach = report_end(reading, quotation).min(end + NEAR);
    let mut near = cues::within(&reading.cues, end..reach).iter();
    near.any(|cue| cue.probability > SUREST && reading.term(cue.head).is_saying)
}

/// Whether the sentence before a quotation, all of which stands behind the quotation before, reports the
/// words of somebody else than an attribution before: “‘No,’ said Ana Ruiz. Her son said he ran. ‘Fast.’”.
fn others_speak(reading: &Reading, from: usize, start: usize) -> bool {
    let Some(before) = (reading.sentence_number(start) as usize).checked_sub(1) else {
        return false;
    };
    let sentence = &reading.document.sentences[before];
    let says = |tokens: Range<usize>| {
        let mut near = cues::within(&reading.cues, tokens).iter();
        near.any(|cue| cue.probability > SURE && reading.term(cue.head).is_saying)
    };
    sentence.start >= from
        && (names_another(reading, sentence)
            || reading.class(sentence.start) != Class::Pronoun
                && says(reading.paragraph(start).start..sentence.start)
                && says(sentence.clone()))
}

/// Whether a sentence opens with a full name, as whoever has spoken before is hardly called: “‘No,’ Reed said.
/// Ana Ruiz was calm. ‘Yes.’”
fn names_another(reading: &Reading, sentence: &Range<usize>) -> bool {
    let is_name = |token: usize| reading.class(token) == Class::Capital;
    let end = sentence.end;
    sentence.len() > 2
        && is_name(sentence.start)
        && is_name(sentence.start + 1)
        && reading.class(end - 1) == Class::Stop
}

/// What indicates whether a quotation goes on with the quote of the one before it.
pub fn describe(reading: &Reading, cues: &[Cue], index: usize, features: &mut Features) {
    let quotation = &reading.quotations[index];
    let previous = &reading.quotations[index - 1];
    let class = |token: Option<usize>| reading.class_from(quotation.tokens.start, token) as u32;
    let gap = previous.tokens.end..quotation.tokens.start;
    let paragraphs = reading.paragraph_number(quotation.tokens.start)
        - reading.paragraph_number(previous.tokens.end - 1);
    let same_sentence = reading.sentence_number(quotation.tokens.start)
        == reading.sentence_number(previous.tokens.end - 1);
    let place = paragraphs.min(3) << 1 | u32::from(same_sentence);
    let distance = bucket(gap.len());
    features.add(Template::Place, place, 0);
    features.add(Template::Distance, place, distance);
    features.add(
        Template::Marks,
        place,
        u32::from(quotation.continues) << 1 | u32::from(previous.is_closed),
    );
    features.add(
        Template::ClassBeforeMark,
        place,
        class(previous.inner().end.checked_sub(1)),
    );
    features.add(
        Template::ClassBefore,
        place,
        class(quotation.tokens.start.checked_sub(1)),
    );
    features.add(
        Template::FirstClass,
        place,
        class(Some(quotation.inner().start)),
    );
    features.add(
        Template::EdgesOfGap,
        place,
        class(Some(gap.start)) << 8 | class(gap.end.checked_sub(1)),
    );
    features.add(
        Template::FormBefore,
        place,
        reading.form_from(
            quotation.tokens.start,
            quotation.tokens.start.checked_sub(1),
        ),
    );
    let between = cues::within(cues, gap.clone());
    let best = between
        .iter()
        .map(|cue| level(cue.probability))
        .max()
        .unwrap_or(0);
    let likely = between
        .iter()
        .filter(|cue| cue.probability > 0.3)
        .count()
        .min(3) as u32;
    features.add(Template::CuesBetween, place, best << 2 | likely);
    let first = between.iter().find(|cue| cue.probability > 0.3);
    let last = between.iter().rev().find(|cue| cue.probability > 0.3);
    if let (Some(first), Some(last)) = (first, last) {
        features.add(Template::FirstCue, place, bucket(first.head - gap.start));
        features.add(
            Template::LastCue,
            place,
            bucket(gap.end - last.head) << 4 | class(gap.end.checked_sub(1)),
        );
        features.add(Template::FirstStem, place, reading.term(first.head).stem);
        features.add(
            Template::FirstAndLastCue,
            place,
            bucket(gap.end - last.head) << 4 | bucket(first.head - gap.start),
        );
        features.add(
            Template::CuesBetweenLastCue,
            place << 4 | likely,
            bucket(gap.end - last.head).min(4) << 8 | class(gap.end.checked_sub(1)),
        );
    }
    let sentences = (reading.sentence_number(quotation.tokens.start)
        - reading.sentence_number(previous.tokens.end - 1))
    .min(4);
    features.add(Template::Sentences, place, sentences << 4 | likely);
    let (_, after) = nearest_cues(reading, cues, quotation);
    features.add(Template::CueAfter, place, after);
    features.add(
        Template::CueAfterSentences,
        place << 4 | sentences,
        after & 7,
    );
    features.add(
        Template::CuesBetweenClassAfter,
        place << 4 | likely,
        class(Some(quotation.tokens.end)),
    );
    let words = quotation.inner().len();
    features.add(Template::Length, place, bucket(words).min(6));
    let own = [previous, quotation].map(|quotation| cue::own(reading, cues, quotation));
    let own = own[0] << 4 | own[1];
    let edge = class(gap.end.checked_sub(1));
    features.add(Template::Attributions, place, own);
    features.add(Template::AttributionsEdge, place << 8 | own, edge);
    features.add(
        Template::AttributionsDistance,
        place << 8 | own,
        bucket(gap.len()),
    );
}
