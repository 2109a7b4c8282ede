//! How names are found: the tagger's labels make names, and the rules edit them.

use std::cell::RefCell;
use std::ops::Range;

use super::name_set::{Name, NameSet};
use super::rules;
use crate::annotations::EntityType;
use crate::model::{self, Label, Memory, Model, NameType};
use crate::text::Document;

/// The names of a text, in order, none overlapping another.
pub fn find(document: &Document) -> Vec<Name> {
    thread_local! {
        static MEMORY: RefCell<Memory> = RefCell::default();
    }
    let labels = MEMORY.with_borrow_mut(|memory| model::tag(document, model::tagger(), memory));
    edited(document, &labels)
}

/// The names of a text by another tagger than the committed one.
pub fn find_with(document: &Document, model: &impl Model) -> Vec<Name> {
    edited(
        document,
        &model::tag(document, model, &mut Memory::default()),
    )
}

/// The names that the labels of all tokens make, as the rules leave them.
fn edited(document: &Document, labels: &[Label]) -> Vec<Name> {
    let mut names = Vec::new();
    let mut others = Vec::new();
    for (tokens, name_type) in spans(labels) {
        match entity_type(name_type) {
            Some(entity_type) => names.push(Name {
                tokens,
                entity_type,
            }),
            None => others.push(tokens),
        }
    }
    let mut names = NameSet::new(document.tokens.len(), names, others);
    rules::apply(document, &mut names);
    names.into_names()
}

/// The runs of tokens that labels make names, each with its kind.
fn spans(labels: &[Label]) -> impl Iterator<Item = (Range<usize>, NameType)> {
    let mut token = 0;
    std::iter::from_fn(move || {
        while token < labels.len() {
            let start = token;
            token += 1;
            while labels.get(token).is_some_and(|label| label.is_inside()) {
                token += 1;
            }
            if let Some(name_type) = labels[start].name_type() {
                return Some((start..token, name_type));
            }
        }
        None
    })
}

/// What the tagger's kinds of names name; things of other kinds may be anything.
const fn entity_type(name_type: NameType) -> Option<EntityType> {
    match name_type {
        NameType::Person => Some(EntityType::Person),
        NameType::Organization => Some(EntityType::Organization),
        NameType::Place => Some(EntityType::Place),
        NameType::Group => Some(EntityType::Group),
        NameType::Miscellaneous => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::features::word_features;
    use crate::model::words::Words;
    use crate::model::{Scores, Transitions};

    /// A tagger that takes every capital for the beginning of one kind of name.
    struct Capitals(Vec<u64>);

    impl Model for Capitals {
        fn add(&self, features: &[u64], scores: &mut Scores) {
            let seen = features.iter().filter(|feature| self.0.contains(feature));
            scores[usize::from(Label::begin(NameType::Place).0)] += 9 * seen.count() as i32;
        }

        fn transitions(&self) -> &Transitions {
            const { &[[0; Label::COUNT]; Label::COUNT] }
        }
    }

    #[test]
    fn what_the_tagger_labels_becomes_names() {
        let document = Document::new("They met in Oslo and in Bergen.");
        let words = Words::new(&document);
        let mut features = Vec::new();
        for token in [3, 6] {
            let mut last = 0;
            word_features(words.at(token), document.word(token), 0, |key| last = key);
            features.push(last);
        }
        let names = find_with(&document, &Capitals(features));
        let found: Vec<&str> = names
            .iter()
            .map(|name| document.span(name.tokens.clone()).of(document.text))
            .collect();
        assert_eq!(found, ["Oslo", "Bergen"]);
        assert!(
            names
                .iter()
                .all(|name| name.entity_type == EntityType::Place)
        );
    }
}
