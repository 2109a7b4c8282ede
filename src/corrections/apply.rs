//! Edits, one after the other.

use super::edit::Edit;
use super::{names, quotes};
use crate::annotations::Annotations;

/// The annotations of a text, put right.
pub fn apply(mut annotations: Annotations, edits: &[Edit], text: &str) -> Annotations {
    for edit in edits {
        apply_one(&mut annotations, edit, text);
    }
    annotations.put_in_order();
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
