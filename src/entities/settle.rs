//! Which names name the same thing.

use std::collections::HashMap;

use crate::annotations::{Entity, Mention, MentionKind};
use crate::entities::Name;
use crate::text::Document;

/// The entities that the names of a text name, in order of first mention.
pub fn settle(document: &Document, names: &[Name]) -> Vec<Entity> {
    let mut entities: Vec<Entity> = Vec::new();
    let mut known = HashMap::new();
    for name in names {
        let span = document.span(name.tokens.clone());
        let words = span.of(document.text);
        let id = *known.entry((words, name.entity_type)).or_insert_with(|| {
            entities.push(Entity {
                id: entities.len(),
                entity_type: name.entity_type,
                name: words.to_owned(),
                role: None,
                url: None,
                mentions: Vec::new(),
            });
            entities.len() - 1
        });
        entities[id].mentions.push(Mention {
            span,
            kind: MentionKind::Name,
        });
    }
    entities
}
