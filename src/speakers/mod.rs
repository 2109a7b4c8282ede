//! Who is credited with a quote: the candidates, and the choice among them.

pub mod candidates;
pub mod choose;
pub mod confidence;
mod mention;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::annotations::{Quote, QuoteKind, Speaker};
use crate::entities::Name;
use crate::model::linear::Linear;
use crate::quotes::reading::{Features, Reading};
use crate::quotes::{Reported, cues};
use candidates::Candidate;
use choose::Question;

/// How likely a quotation without a cue must be somebody's and its speaker the right one. Chosen
/// by training on one half of the training articles and scoring the other.
const CREDIT_FLOOR: f32 = 0.3;

/// How sure a report without marks must be; chosen in the same way.
const REPORT_FLOOR: f32 = 0.47;

/// The same where the cue is no verb of saying, but one of thinking or doing: a reader misses
/// “considers” and “opposes” less than a verb of saying.
const BELIEF_FLOOR: f32 = 0.54;

/// How sure a report with marks must be.
const MIXED_FLOOR: f32 = 0.33;

/// How sure a report without marks must be where nobody is credited with it.
const UNSIGNED_FLOOR: f32 = 0.9;

/// What is reported, and who is credited with it.
pub struct Credited {
    /// What is reported.
    pub reported: Reported,
    /// The speaker, if one was chosen.
    pub speaker: Option<Candidate>,
    /// How much likelier the choice is than the others, from 0 to 1.
    pub certainty: f32,
}

/// The quotes with the mentions of their speakers.
pub fn attribute(
    reading: &Reading,
    names: &[Name],
    reported: Vec<Reported>,
    model: &Linear,
) -> Vec<Quote> {
    let mut quotes = Vec::with_capacity(reported.len());
    for credited in credit(reading, names, reported, model) {
        let confidence = confidence::confidence(reading, &credited, model);
        let floor = match (credited.reported.kind, &credited.speaker) {
            (QuoteKind::Indirect, Some(_)) if says(reading, &credited) => REPORT_FLOOR,
            (QuoteKind::Indirect, Some(_)) => BELIEF_FLOOR,
            (QuoteKind::Indirect, None) => UNSIGNED_FLOOR,
            (QuoteKind::Mixed, _) => MIXED_FLOOR,
            _ => 0.0,
        };
        if confidence >= floor && says_enough(reading, &credited.reported) {
            quotes.push(quote(reading, credited, confidence));
        } else {
            quotes.extend(scare_quotes(reading, credited.reported.quoted, confidence));
        }
    }
    quotes
}

/// Whether the cue of a report is a verb of saying.
fn says(reading: &Reading, credited: &Credited) -> bool {
    let cue = credited.reported.cue;
    cue.is_some_and(|cue| reading.terms[cue].is_saying)
}

/// Whether a report has enough words to be one: “asked how”, “told him so” and “declined comment”
/// tell that somebody spoke, but not what was said.
fn says_enough(reading: &Reading, reported: &Reported) -> bool {
    const FEWEST: usize = 3;
    let words = reported.content.iter().cloned().flatten();
    let words = words.filter(|&token| !reading.class(token).is_mark());
    reported.kind != QuoteKind::Indirect || words.count() >= FEWEST
}

/// The words within the marks of a report that is none.
fn scare_quotes(
    reading: &Reading,
    quoted: Vec<Range<usize>>,
    confidence: f32,
) -> impl Iterator<Item = Quote> {
    quoted.into_iter().map(move |part| {
        let span = reading.document.span(part);
        Quote {
            kind: QuoteKind::Scare,
            content: vec![span],
            quoted: vec![span],
            cue: None,
            speaker: None,
            confidence: 1.0 - confidence,
        }
    })
}

/// Credits what is reported to its speakers.
pub fn credit(
    reading: &Reading,
    names: &[Name],
    reported: Vec<Reported>,
    model: &Linear,
) -> Vec<Credited> {
    let heads = reported.iter().filter_map(|reported| reported.cue);
    let all = candidates::find(reading, names, heads);
    let mut last = None;
    let mut credited: Vec<Credited> = Vec::with_capacity(reported.len());
    for mut reported in reported {
        let may_be_credited = reported.kind != QuoteKind::Scare && reported.label.is_none();
        let mut chosen = may_be_credited
            .then(|| choose(reading, &all, &reported, last, model))
            .flatten();
        let credit = reported.probability * chosen.map_or(0.0, |(_, probability)| probability);
        let before = credited.last().map(|credited| credited.reported.kind);
        let is_alone = reported.cue.is_none() && !goes_on(reading, &reported, before);
        if reported.kind == QuoteKind::Direct && is_alone && credit < CREDIT_FLOOR {
            reported.kind = QuoteKind::Scare;
            chosen = None;
        }
        last = chosen.map(|(index, _)| index).or(last);
        credited.push(Credited {
            speaker: chosen.map(|(index, _)| mention::whole(reading, &all, index, reported.cue)),
            reported,
            certainty: chosen.map_or(0.0, |(_, probability)| probability),
        });
    }
    credited
}

/// The quote that comes out, in bytes.
fn quote(reading: &Reading, credited: Credited, confidence: f32) -> Quote {
    let document = reading.document;
    let Credited {
        reported, speaker, ..
    } = credited;
    let spans = |ranges: Vec<Range<usize>>| {
        let ranges = ranges.into_iter();
        ranges.map(|range| document.span(range)).collect()
    };
    let speaker = reported.label.or(speaker.map(|speaker| speaker.tokens));
    Quote {
        kind: reported.kind,
        content: spans(reported.content),
        quoted: spans(reported.quoted),
        cue: reported
            .cue
            .map(|head| document.span(cues::extent(reading, head))),
        speaker: speaker.map(|tokens| {
            let span = document.span(tokens);
            Speaker {
                span,
                name: span.of(document.text).to_owned(),
                entity: None,
            }
        }),
        confidence,
    }
}

/// Whether a quote goes on with the one before it, which its paragraph left open.
fn goes_on(reading: &Reading, found: &Reported, before: Option<QuoteKind>) -> bool {
    let quotation = reading.quotation_of(found.content[0].start);
    quotation.is_some_and(|index| reading.quotations[index].continues)
        && before == Some(QuoteKind::Direct)
}

/// The likeliest candidate and how likely it is; `None` where nobody is likelier.
fn choose(
    reading: &Reading,
    all: &[Candidate],
    found: &Reported,
    last: Option<usize>,
    model: &Linear,
) -> Option<(usize, f32)> {
    let question = Question {
        content: &found.content,
        cue: found.cue,
        is_direct: found.kind == QuoteKind::Direct,
        last,
    };
    let mut features = Features::new(7);
    question.describe_none(reading, &mut features);
    let none = model.score(&features.slots);
    let mut total = none.exp();
    let mut best: Option<(usize, f32)> = None;
    for index in question.candidates(reading, all) {
        features.slots.clear();
        question.describe(reading, all, index, &mut features);
        let score = model.score(&features.slots);
        total += score.exp();
        if best.is_none_or(|(_, highest)| score > highest) {
            best = Some((index, score));
        }
    }
    best.filter(|&(_, score)| score > none)
        .map(|(index, score)| (index, score.exp() / total))
}
