//! The status of the words within marks: whether anybody is credited with them, which of them make one
//! quote, and which cue that has.

use std::ops::Range;

use super::direct::shape;
use super::frames;
use super::introduced::verb_before;
use super::reading::{Features, Reading};
use super::reported::Reported;
use super::terms::Class;
use super::{continuation, direct};
use crate::annotations::QuoteKind;
use crate::model::linear::{Decision, Linear, probability};

/// How likely at least a sentence of its own within marks, or what somebody cries, is credited to somebody.
const UTTERANCE: f32 = 0.9;

/// What a quotation is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Status {
    /// Nobody is credited with it.
    Scare,
    /// It is part of a clause that somebody is credited with.
    Part,
    /// It is a quote, or part of one.
    Direct,
}

/// The status of each quotation and how likely somebody is credited with it, and the direct
/// quotes; of those that a layout has claimed there is nothing to find out.
pub(super) fn quotations(
    reading: &Reading,
    model: &Linear,
    is_claimed: impl Fn(usize) -> bool,
) -> (Vec<(Status, f32)>, Vec<Reported>) {
    let cues = &reading.cues;
    let mut statuses = Vec::with_capacity(reading.quotations.len());
    let mut groups: Vec<(Range<usize>, f32)> = Vec::new();
    for index in 0..reading.quotations.len() {
        if is_claimed(reading.quotations[index].tokens.start) {
            statuses.push((Status::Direct, 1.0));
            continue;
        }
        if let Some((group, _)) = groups.last_mut()
            && group.end == index
            && continuation::is_split(reading, index)
        {
            group.end = index + 1;
            statuses.push((Status::Direct, UTTERANCE));
            continue;
        }
        let mut credited = judge(model, Decision::Credited, |f| {
            direct::describe(reading, cues, index, f)
        });
        let mut whole = judge(model, Decision::Whole, |f| {
            direct::describe(reading, cues, index, f)
        });
        if shape::is_utterance(reading, index)
            || shape::is_cried(reading, index)
            || shape::is_cry(reading, index)
            || is_led(reading, index)
            || shape::is_framed(reading, index)
            || shape::is_paragraph(reading, index)
        {
            credited = credited.max(UTTERANCE);
            whole = whole.max(UTTERANCE);
        }
        let is_title = shape::is_title(reading, index);
        if credited < 0.5 || whole < 0.5 || is_title || shape::is_woven(reading, index) {
            let status = if credited < 0.5 || is_title {
                Status::Scare
            } else {
                Status::Part
            };
            statuses.push((status, credited));
            continue;
        }
        statuses.push((Status::Direct, credited));
        let goes_on = || {
            continuation::can_continue(reading, index)
                && (continuation::repeats_mark(reading, index)
                    || judge(model, Decision::Continuation, |f| {
                        continuation::describe(reading, cues, index, f)
                    }) >= 0.5)
        };
        let has_own = |index: usize| continuation::has_attribution(reading, index);
        match groups.last_mut() {
            Some((group, surest))
                if group.end == index
                    && !(has_own(index) && group.clone().any(has_own))
                    && goes_on() =>
            {
                group.end = index + 1;
                *surest = surest.max(credited);
            }
            _ => groups.push((index..index + 1, credited)),
        }
    }
    let quotes = groups.into_iter().map(|(group, probability)| {
        let content: Vec<_> = reading.quotations[group.clone()]
            .iter()
            .map(|q| q.tokens.clone())
            .collect();
        let frame = group
            .clone()
            .find_map(|index| reading.frames[index].clone());
        let cue = match &frame {
            Some(frame) => Some(frame.verb),
            None => {
                choose_cue(reading, model, &group).filter(|&cue| !leads_away(reading, &group, cue))
            }
        };
        let colon = cue.filter(|&cue| reading.class(cue) == Class::Colon && cue < content[0].start);
        let led = colon.and_then(|colon| frames::before_colon(reading, colon));
        Reported {
            kind: QuoteKind::Direct,
            quoted: content.clone(),
            content,
            cue,
            subject: frame.or(led).map(|frame| frame.subject),
            label: None,
            probability,
        }
    });
    (statuses, quotes.collect())
}

/// Whether words within marks are a sentence to which somebody's clause and a colon lead: “Varga was blunt: ‘Never.’”
fn is_led(reading: &Reading, index: usize) -> bool {
    let quotation = &reading.quotations[index];
    let start = quotation.tokens.start;
    let colon = start.checked_sub(1);
    let colon = colon.filter(|&colon| reading.class_from(start, colon) == Class::Colon);
    let inner = quotation.inner();
    let stops = inner
        .clone()
        .last()
        .is_some_and(|last| reading.class(last) == Class::Stop);
    stops
        && reading.document.is_capital(inner.start)
        && colon.is_some_and(|colon| frames::before_colon(reading, colon).is_some())
}

/// Whether a verb stands in another sentence than the cry before it, and says nothing: “‘Goal!’ The crowd rose as Reed
/// turned.”
fn leads_away(reading: &Reading, group: &Range<usize>, cue: usize) -> bool {
    let is_cry = group
        .clone()
        .last()
        .is_some_and(|last| shape::is_cry(reading, last));
    let end = reading.quotations[group.end - 1].tokens.end;
    is_cry && cue >= end && !reading.term(cue).is_saying
}

/// The probability of one yes-or-no decision.
fn judge(model: &Linear, decision: Decision, describe: impl FnOnce(&mut Features)) -> f32 {
    let mut features = Features::scored(decision, model);
    describe(&mut features);
    probability(features.take_score())
}

/// The cue of a direct quote, if it has one.
fn choose_cue(reading: &Reading, model: &Linear, group: &Range<usize>) -> Option<usize> {
    let score = |cue: Option<usize>| {
        let mut features = Features::scored(Decision::DirectCue, model);
        direct::cue::describe(reading, &reading.cues, group, cue, &mut features);
        features.take_score()
    };
    let none = score(None);
    let candidates = direct::cue::candidates(reading, &reading.cues, group);
    let best = candidates
        .map(|cue| (cue, score(Some(cue))))
        .max_by(|a, b| a.1.total_cmp(&b.1));
    let head = best
        .filter(|&(_, score)| score > none)
        .map(|(cue, _)| reading.cues[cue].head)?;
    let is_colon = reading.class(head) == Class::Colon;
    let verb = is_colon.then(|| verb_before(reading, head)).flatten();
    verb.or(Some(head))
}
