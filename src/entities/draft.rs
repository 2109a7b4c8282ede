//! Names that are about to be changed.

use std::ops::Range;

use super::Name;
use crate::annotations::EntityType;
use crate::order::sort_by_number;

/// The names of a text, in order, and those that are to be put beside them or in their place. They are
/// brought in order once, at the end: a long text has many.
#[derive(Debug)]
pub struct Draft {
    names: Vec<Name>,
    added: Vec<Name>,
}

impl Draft {
    /// A draft of names that are in order.
    pub const fn new(names: Vec<Name>) -> Self {
        Self {
            names,
            added: Vec::new(),
        }
    }

    /// The names that share a token with these.
    pub fn around(&mut self, tokens: &Range<usize>) -> &mut [Name] {
        let first = self
            .names
            .partition_point(|name| name.tokens.end <= tokens.start);
        let last = self
            .names
            .partition_point(|name| name.tokens.start < tokens.end);
        &mut self.names[first..last.max(first)]
    }

    /// Puts a name beside the others.
    pub fn add(&mut self, name: Name) {
        self.added.push(name);
    }

    /// Puts names in the place of those within some tokens, unless one of these reaches beyond them.
    pub fn put(&mut self, tokens: &Range<usize>, new: impl IntoIterator<Item = Name>) {
        let old = self.around(tokens);
        let is_within =
            |name: &Name| tokens.start <= name.tokens.start && name.tokens.end <= tokens.end;
        if old.iter().all(is_within) {
            for name in old {
                // An empty name keeps its place until the end.
                name.tokens.end = name.tokens.start;
            }
            self.added.extend(new);
        }
    }

    /// Puts an organization in the place of the names within it.
    pub fn put_organization(&mut self, tokens: Range<usize>) {
        let name = Name {
            tokens: tokens.clone(),
            entity_type: EntityType::Organization,
        };
        self.put(&tokens, [name]);
    }

    /// The names as they are now, the first of those that share a token.
    pub fn finish(mut self) -> Vec<Name> {
        if !self.added.is_empty() {
            self.names.retain(|name| !name.tokens.is_empty());
            self.names.append(&mut self.added);
            sort_by_number(&mut self.names, |name| name.tokens.start as u64);
            self.names
                .dedup_by(|next, name| next.tokens.start < name.tokens.end);
        }
        self.names
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::tagged;
    use crate::text::Document;
    use EntityType::{Organization, Place};

    #[test]
    fn names_take_the_place_of_those_within_them() {
        let document = Document::new("Ana Velm of Marl Bay and Tarvo");
        let before = [("Velm", Place), ("Marl Bay", Place), ("Tarvo", Place)];
        let name = |tokens: Range<usize>| Name {
            tokens,
            entity_type: Organization,
        };
        type Names<'n> = &'n [(&'n str, EntityType)];
        let cases: &[(&str, Range<usize>, Names)] = &[
            (
                "a free place",
                0..1,
                &[
                    ("Ana", Organization),
                    ("Velm", Place),
                    ("Marl Bay", Place),
                    ("Tarvo", Place),
                ],
            ),
            (
                "two names",
                0..5,
                &[("Ana Velm of Marl Bay", Organization), ("Tarvo", Place)],
            ),
            ("half a name", 4..5, &before),
        ];
        for (case, tokens, expected) in cases {
            let mut draft = Draft::new(tagged(&document, &before));
            draft.put(tokens, [name(tokens.clone())]);
            draft.put(tokens, [name(tokens.clone())]);
            assert_eq!(draft.finish(), tagged(&document, expected), "{case}");
        }
    }
}
