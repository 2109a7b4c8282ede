//! Who is credited with a quote: the candidates, and the choice among them.

pub mod candidates;
pub mod choose;

use crate::annotations::{Quote, QuoteKind, Speaker};
use crate::entities::Name;
use crate::model::linear::{Linear, speaking};
use crate::quotes::reading::{Features, Reading};
use crate::quotes::{Reported, cues};
use crate::span::Span;
use candidates::Candidate;
use choose::Question;

/// How likely a quotation without a cue must be somebody's and its speaker the right one. Chosen
/// by training on one half of the training articles and scoring the other.
const CREDIT_FLOOR: f32 = 0.2;

/// The quotes with the mentions of their speakers.
pub fn attribute(reading: &Reading, names: &[Name], reported: Vec<Reported>) -> Vec<Quote> {
    let model = speaking();
    let document = reading.document;
    let all = candidates::find(reading, names, &reading.cues);
    let mut last = None;
    let mut quotes: Vec<Quote> = Vec::with_capacity(reported.len());
    for mut found in reported {
        let may_be_credited = found.kind != QuoteKind::Scare && found.label.is_none();
        let mut chosen = may_be_credited
            .then(|| choose(reading, &all, &found, last, model))
            .flatten();
        let credit = found.probability * chosen.map_or(0.0, |(_, probability)| probability);
        let is_alone = found.cue.is_none() && !goes_on(reading, &found, quotes.last());
        if found.kind == QuoteKind::Direct && is_alone && credit < CREDIT_FLOOR {
            found.kind = QuoteKind::Scare;
            chosen = None;
        }
        if let Some((index, _)) = chosen {
            last = Some(index);
        }
        let spans = |ranges: &[std::ops::Range<usize>]| -> Vec<Span> {
            ranges
                .iter()
                .map(|range| document.span(range.clone()))
                .collect()
        };
        let speaker = chosen.map(|(index, _)| all[index].tokens.clone());
        let cue = found
            .cue
            .map(|head| document.span(cues::extent(reading, head)));
        quotes.push(Quote {
            kind: found.kind,
            content: spans(&found.content),
            quoted: spans(&found.quoted),
            cue,
            speaker: found.label.or(speaker).map(|tokens| {
                let span = document.span(tokens);
                Speaker {
                    span,
                    name: span.of(document.text).to_owned(),
                    entity: None,
                }
            }),
            confidence: found.probability * chosen.map_or(1.0, |(_, probability)| probability),
        });
    }
    quotes
}

/// Whether a quote goes on with the one before it, which its paragraph left open.
fn goes_on(reading: &Reading, found: &Reported, before: Option<&Quote>) -> bool {
    let quotation = reading.quotation_of(found.content[0].start);
    quotation.is_some_and(|index| reading.quotations[index].continues)
        && before.is_some_and(|quote| quote.kind == QuoteKind::Direct)
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
