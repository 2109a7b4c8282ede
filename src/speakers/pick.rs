//! The likeliest of those who can be meant.

use super::alone;
use super::barred;
use super::candidates::Candidate;
use super::choose::Question;
use super::passive;
use crate::annotations::QuoteKind;
use crate::model::linear::{Decision, Linear};
use crate::quotes::Reported;
use crate::quotes::reading::{Features, Reading};
use crate::quotes::terms::form;

/// What a candidate comes to by itself, whatever is to be credited.
#[derive(Clone, Copy)]
pub(super) struct Alone {
    steps: i32,
    holder: u32,
}

/// The candidates within the subject of the cue, where the structure of its sentence shows it; else all.
fn of_subject(candidates: Vec<usize>, all: &[Candidate], found: &Reported) -> Vec<usize> {
    let Some(subject) = &found.subject else {
        return candidates;
    };
    let is_within = |index: &&usize| subject.contains(&all[**index].head);
    let within: Vec<usize> = candidates.iter().filter(is_within).copied().collect();
    if within.is_empty() {
        candidates
    } else {
        within
    }
}

/// The likeliest candidate and how likely it is; `None` where nobody is likelier.
pub(super) fn pick(
    reading: &Reading,
    all: &[Candidate],
    alone: &mut [Option<Alone>],
    found: &Reported,
    last: Option<usize>,
    model: &Linear,
) -> Option<(usize, f32)> {
    let is_direct = found.kind == QuoteKind::Direct;
    let question = Question::new(reading, all, &found.content, found.cue, is_direct, last);
    let mut features = Features::scored(Decision::Speaker, model);
    question.describe_none(reading, &mut features);
    let none = features.take_score();
    let mut total = none.exp();
    let mut best: Option<(usize, f32)> = None;
    let is_passive = found
        .cue
        .is_some_and(|cue| passive::is_passive(reading, cue));
    for index in of_subject(question.candidates(reading, all), all, found) {
        let before = all[index].tokens.start.checked_sub(1);
        if is_passive && reading.form(before) != const { form("by") } {
            continue;
        }
        if barred::is_barred(reading, &all[index], found) {
            continue;
        }
        let known = alone[index].get_or_insert_with(|| {
            alone::describe(reading, &all[index], &mut features);
            Alone {
                steps: features.take_steps(),
                holder: alone::holder(reading, all, index),
            }
        });
        question.describe(reading, all, index, known.holder, &mut features);
        let mut score = model.in_steps(known.steps + features.take_steps());
        if is_passive && passive::is_agent(reading, found.cue, &all[index]) {
            score = score.max(none + passive::AGENT);
        }
        total += score.exp();
        if best.is_none_or(|(_, highest)| score > highest) {
            best = Some((index, score));
        }
    }
    best.filter(|&(_, score)| score > none)
        .map(|(index, score)| (index, score.exp() / total))
}
