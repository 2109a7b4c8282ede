//! Each report with the one who is credited with it.

use std::ops::Range;

use super::candidates::{self, Candidate, Reference};
use super::dialogue::Dialogue;
use super::pick::{Alone, pick};
use super::{Credited, barred, mention, paragraphs, passive};
use crate::annotations::{EntityType, QuoteKind};
use crate::entities::Name;
use crate::model::linear::Linear;
use crate::quotes::Reported;
use crate::quotes::reading::Reading;
use crate::quotes::terms::Class;

/// How likely a quotation without a cue must be somebody's and its speaker the right one. Chosen
/// by training on one half of the training articles and scoring the other.
const CREDIT_FLOOR: f32 = 0.3;

/// How likely the one speaks whom the sentence before begins with.
const BY_SUBJECT: f32 = 0.5;

/// How likely the one speaks whose turn it is in questions and answers.
const IN_TURN: f32 = 0.7;

/// Credits what is reported to its speakers.
pub fn credit(
    reading: &Reading,
    names: &[Name],
    reported: Vec<Reported>,
    model: &Linear,
) -> Vec<Credited> {
    let heads = reported.iter().filter_map(|reported| reported.cue);
    let all = candidates::find(reading, names, heads);
    let mut alone = vec![None; all.len()];
    let mut last = None;
    let mut dialogue = Dialogue::default();
    let mut credited: Vec<Credited> = Vec::with_capacity(reported.len());
    for mut reported in reported {
        let may_be_credited =
            reported.kind != QuoteKind::Scare && reported.label.is_none() && !reported.is_answer();
        let in_paragraph = paragraphs::is_alone(reading, &reported);
        let mut chosen = match may_be_credited {
            _ if in_paragraph => paragraphs::speaker(reading, &all, &reported, &credited),
            true => beside(reading, &all, &mut alone, &reported, last, model),
            false => None,
        };
        let before = credited.last().map(|credited| credited.reported.kind);
        if !in_paragraph && is_uncredited(reading, &reported, chosen, before) {
            chosen = None;
            if !reported.is_cry(reading) {
                reported.kind = QuoteKind::Scare;
            }
        }
        if let Some(speaker) = dialogue.speaker(reading, &all, &reported) {
            reported.kind = QuoteKind::Direct;
            chosen = Some((speaker, IN_TURN));
        }
        if let Some((speaker, _)) = chosen {
            dialogue.note(reading, &reported, speaker);
        }
        last = chosen.map(|(index, _)| index).or(last);
        // Who goes on speaking is meant as before.
        let spoke = |index: usize| {
            let said = credited.last().filter(|said| said.candidate == Some(index));
            said.and_then(|said| said.speaker.clone())
        };
        let speaker = chosen.map(|(index, _)| match reported.cue {
            None if let Some(speaker) = spoke(index) => speaker,
            _ => {
                let speaker = mention::whole(reading, &all, index, reported.cue);
                apart(speaker, &all[index], &reported)
            }
        });
        credited.push(Credited {
            speaker,
            reported,
            candidate: chosen.map(|(index, _)| index),
            certainty: chosen.map_or(0.0, |(_, probability)| probability),
        });
    }
    credited
}

/// The likeliest speaker beside a report, or whoever its sentence begins with.
fn beside(
    reading: &Reading,
    all: &[Candidate],
    alone: &mut [Option<Alone>],
    reported: &Reported,
    last: Option<usize>,
    model: &Linear,
) -> Option<(usize, f32)> {
    let chosen = pick(reading, all, alone, reported, last, model);
    if let (Some(cue), Some((index, _))) = (reported.cue, chosen)
        && barred::is_reply(reading, &all[index], cue)
    {
        return None;
    }
    let is_led = match reported.cue {
        Some(_) => chosen.is_none() && reported.kind == QuoteKind::Direct,
        None => reported.is_utterance(reading),
    };
    let subject = is_led.then(|| leading_subject(reading, all, reported));
    let led = subject.flatten().map(|subject| (subject, BY_SUBJECT));
    led.or(chosen)
}

/// Whether words within marks that stand for themselves are hardly anybody's, whoever was chosen.
fn is_uncredited(
    reading: &Reading,
    reported: &Reported,
    chosen: Option<(usize, f32)>,
    before: Option<QuoteKind>,
) -> bool {
    let credit = reported.probability * chosen.map_or(0.0, |(_, probability)| probability);
    reported.kind == QuoteKind::Direct
        && reported.cue.is_none()
        && reported.label.is_none()
        && !goes_on(reading, reported, before)
        && credit < CREDIT_FLOOR
        && !reported.is_utterance(reading)
        && !reported.is_answer()
}

/// The one whom the sentence begins with that leads to a direct quote, whether it has the quote's cue or
/// none: “Tom Reed was blunt. ‘No.’”
fn leading_subject(reading: &Reading, all: &[Candidate], reported: &Reported) -> Option<usize> {
    let quote = reported.content[0].start;
    let before = reported.cue.or(quote.checked_sub(1))?;
    if before >= quote {
        return None;
    }
    let sentence = reading.sentence(before);
    let is_beside = reading.paragraph_number(before) == reading.paragraph_number(quote);
    if !is_beside || passive::is_passive(reading, before) {
        return None;
    }
    let from = all.partition_point(|candidate| candidate.head < sentence.start);
    let mut opening = all[from..]
        .iter()
        .take_while(|candidate| candidate.head < sentence.end);
    let can_speak = |candidate: &Candidate| match candidate.reference {
        Reference::Name(entity_type) => entity_type == EntityType::Person,
        Reference::Pronoun => reading.class(candidate.head) == Class::Pronoun,
        Reference::Description => reading.term(candidate.head).is_person,
    };
    let found = opening
        .position(|candidate| candidate.tokens.start == sentence.start && can_speak(candidate));
    found.map(|at| from + at)
}

/// A speaker's whole mention as far as it does not run into what is said: “by farmers | of lying”.
fn apart(mut speaker: Candidate, alone: &Candidate, reported: &Reported) -> Candidate {
    let runs_into =
        |part: &Range<usize>| (alone.tokens.end..speaker.tokens.end).contains(&part.start);
    if let Some(part) = reported.content.iter().find(|part| runs_into(part)) {
        speaker.tokens.end = part.start;
    }
    speaker
}

/// Whether a quote goes on with the one before it, which its paragraph left open.
fn goes_on(reading: &Reading, found: &Reported, before: Option<QuoteKind>) -> bool {
    let quotation = reading.quotation_of(found.content[0].start);
    quotation.is_some_and(|index| reading.quotations[index].continues)
        && before == Some(QuoteKind::Direct)
}
