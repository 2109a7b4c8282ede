//! Where names stand, as the tagger sees them.

use crate::annotations::EntityType;
use crate::entities::Name;
use crate::model::{self, Label, Model, NameType};
use crate::text::Document;

/// The names of a text, in order, none overlapping another.
pub fn propose(document: &Document) -> Vec<Name> {
    propose_with(document, model::tagger())
}

/// The names of a text by another tagger than the committed one.
pub fn propose_with(document: &Document, model: &impl Model) -> Vec<Name> {
    let labels = model::tag(document, model);
    let mut names: Vec<Name> = Vec::new();
    for (token, label) in labels.into_iter().enumerate() {
        if label.is_inside()
            && let Some(name) = names.last_mut().filter(|name| name.tokens.end == token)
        {
            name.tokens.end = token + 1;
        } else if let Some(entity_type) = entity_type(label) {
            names.push(Name {
                tokens: token..token + 1,
                entity_type,
            });
        }
    }
    names
}

fn entity_type(label: Label) -> Option<EntityType> {
    match label.name_type()? {
        NameType::Person => Some(EntityType::Person),
        NameType::Organization => Some(EntityType::Organization),
        NameType::Place => Some(EntityType::Place),
        NameType::Group => Some(EntityType::Group),
        NameType::Miscellaneous => None,
    }
}
