//! Edits of quotes.

use super::edit::Key;
use super::names;
use crate::annotations::{Annotations, Quote, QuoteKind, Speaker};
use crate::span::Span;

/// The number of the quote that has most of some words, if that is at least half of them or of its own.
fn find(annotations: &Annotations, content: &[Span]) -> Option<usize> {
    let quotes = annotations.quotes.iter().enumerate();
    let shared = quotes.map(|(number, quote)| (shared(&quote.content, content), number));
    let most = shared.max_by_key(|&(shared, number)| (shared, std::cmp::Reverse(number)))?;
    is_same(&annotations.quotes[most.1].content, content).then_some(most.1)
}

fn is_same(one: &[Span], other: &[Span]) -> bool {
    let fewer = length(one).min(length(other));
    fewer > 0 && shared(one, other) * 2 >= fewer
}

fn length(spans: &[Span]) -> usize {
    spans.iter().map(|span| span.len()).sum()
}

/// How many bytes two lists of spans share.
fn shared(one: &[Span], other: &[Span]) -> usize {
    let pairs = one.iter().flat_map(|a| other.iter().map(move |b| (a, b)));
    pairs
        .map(|(a, b)| a.end.min(b.end).saturating_sub(a.start.max(b.start)))
        .sum()
}

/// Takes words for a quote, in place of those that were found there.
pub fn add(
    annotations: &mut Annotations,
    content: &[Span],
    kind: QuoteKind,
    speaker: Option<&Key>,
    text: &str,
) {
    let content: Vec<Span> = content
        .iter()
        .copied()
        .filter(|span| !span.is_empty())
        .collect();
    if content.is_empty() {
        return;
    }
    annotations
        .quotes
        .retain(|quote| shared(&quote.content, &content) == 0);
    let speaker = speaker.map(|key| speaker_of(annotations, &content, key, text));
    annotations.quotes.push(Quote {
        kind,
        quoted: if kind == QuoteKind::Direct {
            content.clone()
        } else {
            Vec::new()
        },
        content,
        cue: None,
        speaker,
        confidence: 1.0,
    });
}

/// Takes words for no quote.
pub fn remove(annotations: &mut Annotations, content: &[Span]) {
    annotations
        .quotes
        .retain(|quote| !is_same(&quote.content, content));
}

/// Credits a quote to somebody, or to nobody.
pub fn credit(annotations: &mut Annotations, content: &[Span], speaker: Option<&Key>, text: &str) {
    let Some(number) = find(annotations, content) else {
        return;
    };
    let words = annotations.quotes[number].content.clone();
    let speaker = speaker.map(|key| speaker_of(annotations, &words, key, text));
    let quote = &mut annotations.quotes[number];
    quote.speaker = speaker;
    quote.confidence = 1.0;
    // Somebody who is credited with words in marks has said them.
    if quote.kind == QuoteKind::Scare && quote.speaker.is_some() {
        quote.kind = QuoteKind::Direct;
    }
}

/// Somebody as a speaker, by the mention that is nearest to the words; one whom the text does not name stands
/// nowhere in it.
fn speaker_of(annotations: &Annotations, content: &[Span], key: &Key, text: &str) -> Speaker {
    let start = content.first().map_or(0, |span| span.start);
    let Some(number) = names::find(annotations, key, text) else {
        return Speaker {
            span: Span::new(start, start),
            name: key.name.clone(),
            entity: None,
        };
    };
    let entity = &annotations.entities[number];
    let outside = |span: &Span| !content.iter().any(|content| content.overlaps(*span));
    let spans = entity.mentions.iter().map(|mention| mention.span);
    let nearest = spans
        .filter(outside)
        .min_by_key(|span| span.start.abs_diff(start));
    Speaker {
        span: nearest.unwrap_or(Span::new(start, start)),
        name: entity.name.clone(),
        entity: Some(number),
    }
}
