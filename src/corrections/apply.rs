//! Edits, one after the other.

use super::edit::Edit;
use super::{names, quotes};
use crate::annotations::{Annotations, renumber};
use crate::order::{pair, sort_by_number};
use crate::span::Span;

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
    let place = |span: Option<Span>| span.map_or(0, |span| pair(span.start, span.end));
    for entity in entities.iter_mut() {
        sort_by_number(&mut entity.mentions, |mention| place(Some(mention.span)));
    }
    entities.retain(|entity| !entity.mentions.is_empty());
    sort_by_number(entities, |entity| {
        place(entity.mentions.first().map(|mention| mention.span))
    });
    renumber(entities, quotes);
    sort_by_number(quotes, |quote| place(quote.content.first().copied()));
}
