//! Words within marks: whether anybody is credited with them, and which cue reports them.

pub mod cue;
pub(super) mod shape;

use std::ops::Range;

use super::cues::{self, Cue};
use super::marks::Quotation;
use super::reading::{Features, Reading, bucket};
use super::report_end::report_end;
use super::terms::Class;
use crate::model::templates::QuotationTemplate as Template;

/// What indicates whether a quotation is credited to somebody, and whether it is a
/// quote of its own rather than part of a reported clause.
pub fn describe(reading: &Reading, cues: &[Cue], index: usize, features: &mut Features) {
    let quotation = &reading.quotations[index];
    let tokens = quotation.tokens.clone();
    let inner = quotation.inner();
    let words = inner
        .clone()
        .filter(|&i| !reading.class(i).is_mark())
        .count();
    let length = bucket(words);
    let class = |token: usize| reading.class_from(tokens.start, token) as u32;
    let form = |token: usize| reading.form_from(tokens.start, token);
    let alike = |token: usize| reading.term_from(tokens.start, token).alike;
    let before = tokens.start.checked_sub(1);
    let second_before = tokens.start.checked_sub(2);
    let class_before = reading.class_from(tokens.start, before) as u32;
    features.add(Template::Bias, 0, 0);
    features.add(Template::Length, length, 0);
    features.add(Template::Closed, 0, u32::from(quotation.is_closed));
    features.add(Template::Continues, u32::from(quotation.continues), length);
    features.add(Template::FirstClass, class(inner.start), length.min(5));
    features.add(Template::FirstForm, reading.form(inner.start), 0);
    let last = class(inner.end.saturating_sub(1));
    features.add(Template::LastClass, last, length.min(5));
    features.add(Template::ClassAfter, class(tokens.end), last);
    features.add(Template::FormAfter, form(tokens.end), 0);
    features.add(Template::ClassBefore, class_before, length.min(5));
    features.add(
        Template::FormBefore,
        reading.form_from(tokens.start, before),
        0,
    );
    let second = reading.form_from(tokens.start, second_before);
    features.add(Template::FormSecondBefore, second, class_before);
    features.add(
        Template::ClassBeforeFirstClass,
        class_before,
        class(inner.start),
    );
    features.add(
        Template::ClassesAfter,
        class(tokens.end) << 8 | class(tokens.end + 1),
        last,
    );
    let alike_before = reading.term_from(tokens.start, before).alike;
    features.add(Template::WordClassBefore, alike_before, length.min(5));
    features.add(Template::WordClassAfter, alike(tokens.end), length.min(5));
    let second = reading.term_from(tokens.start, second_before).alike;
    features.add(Template::WordClassSecondBefore, second, class_before);
    features.add(Template::FirstWordClass, alike(inner.start), length.min(5));
    features.add(
        Template::LastWordClass,
        alike(inner.end.saturating_sub(1)),
        length.min(5),
    );
    let paragraph = reading.paragraph(tokens.start);
    let at_start = u32::from(paragraph.start == tokens.start);
    let at_end = u32::from(paragraph.end <= tokens.end + 1);
    features.add(Template::EdgesOfParagraph, at_start << 1 | at_end, length);
    let sentence = reading.sentence(tokens.start);
    features.add(
        Template::OpensSentence,
        u32::from(sentence.start == tokens.start),
        last,
    );
    let capitals = inner
        .clone()
        .filter(|&i| matches!(reading.class(i), Class::Capital | Class::Upper))
        .count();
    let share = (4 * capitals / words.max(1)) as u32;
    features.add(Template::Capitals, share, length);
    let (ahead, behind) = nearest_cues(reading, cues, quotation);
    features.add(Template::CueAhead, ahead, length.min(5));
    features.add(Template::CueBehind, behind, length.min(5));
    features.add(Template::Cues, ahead, behind);
    features.add(Template::CueAheadClassBefore, ahead, class_before);
    features.add(Template::CueBehindLastClass, behind, last);
    features.add(
        Template::SurestCue,
        ahead.max(behind) & 7,
        class_before << 8 | last,
    );
    if let Some(cue) = cue_beside(cues, tokens.start, true, &sentence) {
        features.add(
            Template::StemAhead,
            reading.term(cue.head).stem,
            bucket(tokens.start - cue.head).min(5),
        );
    }
    let end_sentence = sentence.start..report_end(reading, quotation);
    if let Some(cue) = cue_beside(cues, tokens.end, false, &end_sentence) {
        features.add(
            Template::StemBehind,
            reading.term(cue.head).stem,
            bucket(cue.head - tokens.end).min(5),
        );
    }
    let beside = |other: Option<&Quotation>| {
        let same = |other: &&Quotation| {
            reading.paragraph_number(other.tokens.start) == reading.paragraph_number(tokens.start)
        };
        other.filter(same).map_or(0, |other| {
            let gap = if other.tokens.start < tokens.start {
                tokens.start - other.tokens.end
            } else {
                other.tokens.start - tokens.end
            };
            1 + bucket(gap)
        })
    };
    features.add(
        Template::QuotationBefore,
        beside(index.checked_sub(1).map(|i| &reading.quotations[i])),
        length.min(5),
    );
    features.add(
        Template::QuotationAfter,
        beside(reading.quotations.get(index + 1)),
        length.min(5),
    );
}

/// How likely the nearest cues before and after a quotation report, and how near they are.
pub(super) fn nearest_cues(reading: &Reading, cues: &[Cue], quotation: &Quotation) -> (u32, u32) {
    let tokens = &quotation.tokens;
    let first = reading.sentence(tokens.start);
    let end = report_end(reading, quotation);
    let tell = |best: Option<(u32, usize)>| {
        best.map_or(0, |(level, distance)| level | bucket(distance).min(8) << 3)
    };
    let before = cues::within(cues, first.start..tokens.start)
        .iter()
        .map(|cue| (level(cue.probability), tokens.start - cue.head))
        .max_by_key(|&(level, distance)| (level, std::cmp::Reverse(distance)));
    let after = cues::within(cues, tokens.end..end)
        .iter()
        .map(|cue| (level(cue.probability), cue.head - tokens.end))
        .max_by_key(|&(level, distance)| (level, std::cmp::Reverse(distance)));
    (tell(before), tell(after))
}

/// A probability in eight steps, finer at both ends.
pub(super) fn level(probability: f32) -> u32 {
    const STEPS: [f32; 7] = [0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95];
    STEPS.iter().filter(|&&step| probability >= step).count() as u32
}

/// The nearest cue of some weight on one side of a place, within a sentence.
fn cue_beside(cues: &[Cue], at: usize, before: bool, sentence: &Range<usize>) -> Option<Cue> {
    let split = cues.partition_point(|cue| cue.head < at);
    let is_likely = |cue: &&Cue| cue.probability >= 0.1 && sentence.contains(&cue.head);
    if before {
        let near = cues[..split].iter().rev().take(4);
        near.clone().find(is_likely).copied()
    } else {
        cues[split..].iter().take(4).find(is_likely).copied()
    }
}
