//! What becomes of the words within marks: whether anybody is credited with them, which of them make one
//! quote, and which cue that has.

use std::ops::Range;

use super::direct::shape;
use super::reading::{Features, Reading};
use super::terms::Class;
use super::{Reported, continuation, direct, inscription, verdict};
use crate::annotations::QuoteKind;
use crate::model::linear::{Linear, probability};

/// How likely at least a sentence of its own within marks, or what somebody cries, is credited to somebody.
const UTTERANCE: f32 = 0.9;

/// What becomes of a quotation.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Fate {
    /// Nobody is credited with it.
    Scare,
    /// It is part of a clause that somebody is credited with.
    Part,
    /// It is a quote, or part of one.
    Direct,
}

/// What becomes of each quotation and how likely somebody is credited with it, and the direct
/// quotes.
pub(super) fn quotations(reading: &Reading, model: &Linear) -> (Vec<(Fate, f32)>, Vec<Reported>) {
    let cues = &reading.cues;
    let mut fates = Vec::with_capacity(reading.quotations.len());
    let mut groups: Vec<(Range<usize>, f32)> = Vec::new();
    let mut labelled_quotes = Vec::new();
    for index in 0..reading.quotations.len() {
        let read = inscription::read(reading, index).or_else(|| verdict::read(reading, index));
        if let Some(labelled) = read {
            fates.push((Fate::Direct, labelled.probability));
            labelled_quotes.push(labelled);
            continue;
        }
        let mut credited = judge(model, 3, |f| direct::describe(reading, cues, index, f));
        let mut whole = judge(model, 4, |f| direct::describe(reading, cues, index, f));
        if shape::is_utterance(reading, index)
            || shape::is_cried(reading, index)
            || shape::is_framed(reading, index)
            || shape::is_paragraph(reading, index)
        {
            credited = credited.max(UTTERANCE);
            whole = whole.max(UTTERANCE);
        }
        let is_title = shape::is_title(reading, index);
        if credited < 0.5 || whole < 0.5 || is_title || shape::is_woven(reading, index) {
            let fate = if credited < 0.5 || is_title {
                Fate::Scare
            } else {
                Fate::Part
            };
            fates.push((fate, credited));
            continue;
        }
        fates.push((Fate::Direct, credited));
        let goes_on = || {
            continuation::can_continue(reading, index)
                && (reading.quotations[index].continues
                    || judge(model, 5, |f| {
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
        Reported {
            kind: QuoteKind::Direct,
            quoted: content.clone(),
            content,
            cue: match &frame {
                Some(frame) => Some(frame.verb),
                None => choose_cue(reading, model, &group),
            },
            subject: frame.map(|frame| frame.subject),
            label: None,
            probability,
        }
    });
    let quotes = quotes.chain(labelled_quotes).collect();
    (fates, quotes)
}

/// The probability of one yes-or-no decision.
fn judge(model: &Linear, decision: u32, describe: impl FnOnce(&mut Features)) -> f32 {
    let mut features = Features::new(decision);
    describe(&mut features);
    probability(model.score(&features.slots))
}

/// The cue of a direct quote, if it has one.
fn choose_cue(reading: &Reading, model: &Linear, group: &Range<usize>) -> Option<usize> {
    let score = |cue: Option<usize>| {
        let mut features = Features::new(6);
        direct::cue::describe(reading, &reading.cues, group, cue, &mut features);
        model.score(&features.slots)
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
                    Class::Genitive | Class::Preposition | Class::To | Class::Object
                )
        }
    };
    let from = start.max(colon.saturating_sub(LONGEST));
    let mut words = (from..colon).rev();
    let verb = words.find(|&token| reading.term(token).is_saying || !is_hearer(token))?;
    (reading.term(verb).is_saying && verb > start).then_some(verb)
}
