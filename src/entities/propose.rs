//! Where names stand.

use crate::annotations::EntityType;
use crate::entities::Name;
use crate::text::{Document, TokenKind};

/// The names of a text, in order, none overlapping another.
pub fn propose(document: &Document) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for sentence in &document.sentences {
        let mut index = sentence.start + 1;
        while index < sentence.end {
            let start = index;
            while index < sentence.end
                && document.tokens[index].kind == TokenKind::Word
                && document.word(index).starts_with(char::is_uppercase)
            {
                index += 1;
            }
            if start < index {
                names.push(Name {
                    tokens: start..index,
                    entity_type: EntityType::Person,
                });
            }
            index += 1;
        }
    }
    names
}
