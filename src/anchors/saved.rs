//! Saved annotations, and what of them holds in the text of now.

use super::place::place;
use super::selector::{Anchor, Paragraph, Selector};
use crate::annotations::{Annotations, Entity, Mention, Quote, Speaker};
use crate::order::{pair, sort_by_number};
use crate::span::Span;

/// Annotations whose spans begin with the number of a selector.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Saved {
    /// The paragraphs of the text that they are from.
    pub paragraphs: Vec<Paragraph>,
    /// Where everything was.
    pub selectors: Vec<Selector>,
    /// What was found there.
    pub annotations: Annotations,
}

/// Where each selector is, and what therefore holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Restored {
    /// The annotations that could be placed.
    pub annotations: Annotations,
    /// Where the selectors are, by their numbers.
    pub anchors: Vec<Option<Anchor>>,
}

/// Places saved annotations in a text. An entity keeps the mentions that were found and goes with the last; a quote
/// needs all of its words, and names a speaker only where its mention was found.
pub fn restore(text: &str, saved: &Saved) -> Restored {
    let anchors = place(text, &saved.paragraphs, &saved.selectors);
    let find = |selector: Span| {
        let anchor = anchors.get(selector.start).copied().flatten();
        anchor.map(|anchor| anchor.span)
    };
    let entities = saved.annotations.entities.iter();
    let entities = entities.map(|entity| Entity {
        mentions: restore_mentions(&entity.mentions, find),
        ..entity.clone()
    });
    let quotes = saved.annotations.quotes.iter();
    let mut annotations = Annotations {
        entities: entities.collect(),
        quotes: quotes
            .filter_map(|quote| restore_quote(quote, find))
            .collect(),
    };
    annotations.put_in_order();
    Restored {
        annotations,
        anchors,
    }
}

fn restore_mentions(saved: &[Mention], find: impl Fn(Span) -> Option<Span>) -> Vec<Mention> {
    let found = saved.iter().filter_map(|mention| {
        let span = find(mention.span)?;
        Some(Mention { span, ..*mention })
    });
    let mut mentions: Vec<Mention> = found.collect();
    sort_by_number(&mut mentions, |mention| {
        pair(mention.span.start, mention.span.end)
    });
    mentions.dedup_by_key(|mention| mention.span);
    mentions
}

fn restore_quote(quote: &Quote, find: impl Fn(Span) -> Option<Span>) -> Option<Quote> {
    let all =
        |spans: &[Span]| -> Option<Vec<Span>> { spans.iter().map(|&span| find(span)).collect() };
    let content = all(&quote.content)?;
    let is_in_order = content.windows(2).all(|pair| pair[0].end <= pair[1].start);
    if content.is_empty() || !is_in_order {
        return None;
    }
    let is_within = |span: &Span| content.iter().any(|content| content.contains(*span));
    let speaker = quote.speaker.as_ref().and_then(|speaker| {
        Some(Speaker {
            span: find(speaker.span)?,
            name: speaker.name.clone(),
            entity: speaker.entity,
        })
    });
    Some(Quote {
        quoted: quote
            .quoted
            .iter()
            .filter_map(|&span| find(span))
            .filter(is_within)
            .collect(),
        content,
        cue: quote.cue.and_then(&find),
        speaker,
        ..quote.clone()
    })
}
