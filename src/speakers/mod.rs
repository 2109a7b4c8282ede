//! Who is credited with a quote: the candidates, and the choice among them.

pub mod alone;
mod barred;
pub mod candidates;
pub mod choose;
mod clause_subject;
pub mod confidence;
mod coordination;
mod credit;
mod dialogue;
mod floor;
mod mention;
mod near;
mod paragraphs;
mod passive;
mod pick;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::annotations::{Quote, QuoteKind, Speaker};
use crate::entities::Name;
use crate::model::linear::Linear;
use crate::order::sort_by_number;
use crate::quotes::reading::Reading;
use crate::quotes::{Reported, cues};
use crate::span::Span;
use candidates::Candidate;
pub use credit::credit;

/// What is reported, and who is credited with it.
pub struct Credited {
    /// What is reported.
    pub reported: Reported,
    /// The speaker, if one was chosen.
    pub speaker: Option<Candidate>,
    /// The number of the candidate who was chosen, of whom the speaker is the whole mention.
    pub candidate: Option<usize>,
    /// How much likelier the choice is than the others, from 0 to 1.
    pub certainty: f32,
}

impl Credited {
    /// The words for several who speak together, if several do.
    fn group(&self, reading: &Reading) -> Option<Range<usize>> {
        let speaker = self.speaker.as_ref().filter(|who| who.is_group);
        let label = self.reported.label.clone();
        let joins = |label: &Range<usize>| coordination::joins(reading, label);
        let label = label.filter(joins);
        label.or_else(|| speaker.map(|group| group.tokens.clone()))
    }
}

/// The quotes with the mentions of their speakers, and those of these in which several speak together.
pub fn attribute(
    reading: &Reading,
    names: &[Name],
    reported: Vec<Reported>,
    model: &Linear,
) -> (Vec<Quote>, Vec<Span>) {
    let mut quotes = Vec::with_capacity(reported.len());
    let mut groups = Vec::new();
    for credited in credit(reading, names, reported, model) {
        let confidence = confidence::confidence(reading, &credited, model);
        let is_sure = confidence >= floor::floor(reading, &credited);
        if is_sure && floor::says_enough(reading, &credited.reported) {
            let group = credited.group(reading);
            groups.extend(group.map(|tokens| reading.document.span(tokens)));
            let confidence = confidence::of_words(reading, &credited, confidence);
            quotes.push(quote(reading, credited, confidence));
        } else {
            quotes.extend(scare_quotes(reading, credited.reported.quoted, confidence));
        }
    }
    // The marks of a report that is none may stand behind the next report.
    sort_by_number(&mut quotes, |quote| quote.content[0].start as u64);
    (quotes, groups)
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
