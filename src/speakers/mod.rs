//! Who is credited with a quote: cues, candidates, and the choice among them.

use crate::annotations::{Quote, QuoteKind, Speaker};
use crate::entities::Name;
use crate::quotes::Reported;
use crate::text::Document;
use crate::{EntityType, Span};

/// Pronouns that speak.
const PRONOUNS: &[&str] = &[
    "he", "she", "they", "i", "we", "He", "She", "They", "I", "We", "it", "It",
];

/// The quotes with the mentions of their speakers.
pub fn attribute(document: &Document, names: &[Name], reported: Vec<Reported>) -> Vec<Quote> {
    let mut last = None;
    let mut quotes = Vec::with_capacity(reported.len());
    for found in reported {
        let spans = |ranges: &[std::ops::Range<usize>]| {
            ranges
                .iter()
                .map(|range| document.span(range.clone()))
                .collect::<Vec<_>>()
        };
        let mention = match &found.cue {
            Some(cue) => nearest_mention(document, names, cue.start),
            None => last,
        };
        let speaker = mention
            .filter(|_| found.kind != QuoteKind::Scare)
            .map(|span| Speaker {
                span,
                name: span.of(document.text).to_owned(),
                entity: None,
            });
        if speaker.is_some() {
            last = mention;
        }
        quotes.push(Quote {
            kind: found.kind,
            content: spans(&found.content),
            quoted: spans(&found.quoted),
            cue: found.cue.map(|cue| document.span(cue)),
            confidence: if speaker.is_some() { 0.7 } else { 0.3 },
            speaker,
        });
    }
    quotes
}

/// The name or pronoun nearest to a cue, before it rather than after it.
fn nearest_mention(document: &Document, names: &[Name], cue: usize) -> Option<Span> {
    const REACH: usize = 14;
    let pronoun = |index: usize| {
        PRONOUNS
            .contains(&document.word(index))
            .then(|| index..index + 1)
    };
    let name = |index: usize| {
        let at = names.partition_point(|name| name.tokens.end <= index);
        let name = names.get(at).filter(|name| name.tokens.contains(&index))?;
        let speaks = matches!(
            name.entity_type,
            EntityType::Person | EntityType::Organization
        );
        speaks.then(|| name.tokens.clone())
    };
    let mention = |index: usize| pronoun(index).or_else(|| name(index));
    let adjacent = cue.checked_sub(1).and_then(mention);
    let after = (cue + 1..document.tokens.len().min(cue + 6)).find_map(mention);
    let before = (cue.saturating_sub(REACH)..cue).rev().find_map(mention);
    adjacent
        .or(after)
        .or(before)
        .map(|tokens| document.span(tokens))
}
