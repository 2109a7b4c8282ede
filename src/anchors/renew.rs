//! Saved annotations beside those of a new reading: where the text has changed these count, and those everywhere else.

use crate::annotations::{Annotations, Entity, MentionKind, Quote};
use crate::hash::{HashedMap, hash_of, mix};
use crate::order::{pair, sort_by_number};
use crate::span::Span;

/// The annotations that were saved, with those that were found in the paragraphs that have changed. What is found is of a
/// saved entity where it has its name. A quote is of the changed paragraphs, which are in order, where its words, its cue or
/// its speaker are.
pub fn renew(saved: Annotations, found: Annotations, changed: Vec<Span>) -> Annotations {
    let changed = Cover(changed);
    let mut entities = saved.entities;
    for entity in &mut entities {
        entity
            .mentions
            .retain(|mention| !changed.touches(mention.span));
    }
    let links = links(&entities, &found.entities);
    let mut ids = Vec::new();
    for (mut entity, link) in found.entities.into_iter().zip(links) {
        entity
            .mentions
            .retain(|mention| changed.touches(mention.span));
        ids.push(link.unwrap_or(entities.len()));
        match link {
            Some(link) => entities[link].take(entity),
            None => entities.push(Entity {
                id: entities.len(),
                ..entity
            }),
        }
    }
    let mut quotes = found.quotes;
    quotes.retain(|quote| changed.touches_quote(quote));
    for speaker in quotes.iter_mut().flat_map(|quote| &mut quote.speaker) {
        speaker.entity = speaker.entity.and_then(|id| ids.get(id).copied());
        if let Some(id) = speaker.entity {
            speaker.name.clone_from(&entities[id].name);
        }
    }
    let mut annotations = Annotations {
        entities,
        quotes: choose(saved.quotes, quotes, &changed),
    };
    annotations.put_in_order();
    annotations
}

/// The quotes that were saved, and beside them those that were found in what has changed. One that has no speaker, or none
/// any more, gives way to what was found of its words.
fn choose(mut saved: Vec<Quote>, mut found: Vec<Quote>, changed: &Cover) -> Vec<Quote> {
    let new = Cover::of_contents(&found);
    saved.retain(|quote| {
        let is_open = quote.speaker.is_none() && new.touches_any(&quote.content);
        !changed.touches_quote(quote) && !is_open
    });
    let kept = Cover::of_contents(&saved);
    found.retain(|quote| !kept.touches_any(&quote.content));
    saved.append(&mut found);
    saved
}

/// The saved entity that each of those found is: the one of its name and type, or else the first that has one of its names
/// in the same place.
fn links(saved: &[Entity], found: &[Entity]) -> Vec<Option<usize>> {
    let mut known: HashedMap<usize> = HashedMap::default();
    for (number, entity) in saved.iter().enumerate() {
        for key in keys(entity) {
            known.entry(key).or_insert(number);
        }
    }
    let link = |entity| keys(entity).find_map(|key| known.get(&key).copied());
    found.iter().map(link).collect()
}

/// What tells an entity from others: its name and type, and where its names stand.
fn keys(entity: &Entity) -> impl Iterator<Item = u64> {
    let names = entity.mentions.iter();
    let names = names.filter(|mention| mention.kind == MentionKind::Name);
    let places = names.map(|mention| mix(pair(mention.span.start, mention.span.end)));
    std::iter::once(mix(hash_of(&entity.name) ^ entity.entity_type as u64)).chain(places)
}

impl Entity {
    /// Takes over what was found of the same thing.
    fn take(&mut self, other: Self) {
        self.mentions.extend(other.mentions);
        self.role = self.role.take().or(other.role);
        self.url = self.url.take().or(other.url);
    }
}

/// The parts of a text that some spans cover, in order.
struct Cover(Vec<Span>);

impl Cover {
    fn of(mut spans: Vec<Span>) -> Self {
        sort_by_number(&mut spans, |span| pair(span.start, span.end));
        let mut parts: Vec<Span> = Vec::new();
        for span in spans {
            match parts.last_mut() {
                Some(last) if span.start < last.end => last.end = last.end.max(span.end),
                _ => parts.push(span),
            }
        }
        Self(parts)
    }

    fn of_contents(quotes: &[Quote]) -> Self {
        let contents = quotes.iter().map(|quote| &quote.content[..]);
        Self::of(contents.collect::<Vec<_>>().concat())
    }

    fn touches(&self, span: Span) -> bool {
        let behind = self.0.partition_point(|part| part.end <= span.start);
        self.0.get(behind).is_some_and(|part| part.start < span.end)
    }

    fn touches_any(&self, spans: &[Span]) -> bool {
        spans.iter().any(|&span| self.touches(span))
    }

    /// Whether any part of a quote is there: its words, its cue or its speaker.
    fn touches_quote(&self, quote: &Quote) -> bool {
        let speaker = quote.speaker.iter().map(|speaker| speaker.span);
        let mut beside = quote.cue.iter().copied().chain(speaker);
        self.touches_any(&quote.content) || beside.any(|span| self.touches(span))
    }
}

#[cfg(test)]
mod tests;
