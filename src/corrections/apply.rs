//! Edits, one after the other.

use super::edit::Edit;
use super::{names, quotes};
use crate::annotations::Annotations;
use crate::order::{pair, sort_by_number};

/// The annotations of a text, put right.
pub fn apply(mut annotations: Annotations, edits: &[Edit], text: &str) -> Annotations {
    for edit in edits {
        apply_one(&mut annotations, edit, text);
    }
    put_in_order(&mut annotations);
    annotations
}

fn apply_one(annotations: &mut Annotations, edit: &Edit, text: &str) {
    match edit {
        Edit::Type { entity, to } => names::retype(annotations, entity, *to, text),
        Edit::Merge { entity, into } => names::merge(annotations, entity, into, text),
        Edit::Link { entity, url } => {
            if let Some(found) = names::find(annotations, entity, text) {
                annotations.entities[found].url.clone_from(url);
            }
        }
        Edit::Ignore { name } => names::ignore(annotations, name, text),
        Edit::AddName { span, entity } => names::add(annotations, *span, entity),
        Edit::RemoveName { span } => names::remove(annotations, *span),
        Edit::AddQuote {
            content,
            kind,
            speaker,
        } => quotes::add(annotations, content, *kind, speaker.as_ref(), text),
        Edit::RemoveQuote { content } => quotes::remove(annotations, content),
        Edit::Speaker { content, speaker } => {
            quotes::credit(annotations, content, speaker.as_ref(), text);
        }
    }
}

/// Leaves out entities without a mention, and brings all into the order of the text.
fn put_in_order(annotations: &mut Annotations) {
    let Annotations { entities, quotes } = annotations;
    let mut order: Vec<usize> = Vec::new();
    for (number, entity) in entities.iter_mut().enumerate() {
        sort_by_number(&mut entity.mentions, |mention| {
            pair(mention.span.start, mention.span.end)
        });
        if !entity.mentions.is_empty() {
            order.push(number);
        }
    }
    sort_by_number(&mut order, |&number| {
        let first = entities[number].mentions[0].span;
        pair(first.start, first.end)
    });
    let mut ids = vec![None; entities.len()];
    for (id, &number) in order.iter().enumerate() {
        ids[number] = Some(id);
    }
    let mut kept = Vec::with_capacity(order.len());
    for number in order {
        let mut entity = entities[number].clone();
        entity.id = kept.len();
        kept.push(entity);
    }
    *entities = kept;
    for speaker in quotes.iter_mut().flat_map(|quote| &mut quote.speaker) {
        speaker.entity = speaker.entity.and_then(|id| ids.get(id).copied().flatten());
    }
    sort_by_number(quotes, |quote| {
        let first = quote.content.first().map_or(0, |span| span.start);
        pair(first, quote.content.first().map_or(0, |span| span.end))
    });
}
