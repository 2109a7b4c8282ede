//! What belongs to somebody or somewhere that the tagger took for one name with it: “Velm United's Ana Holm”,
//! “Kenya's Court of Appeal”.

use std::ops::Range;

use super::endings::is_head;
use super::{Name, lists_of};
use crate::annotations::EntityType;
use crate::lexicon::{Gazetteer, is_first_name};
use crate::text::Document;

/// The name behind a possessive within another one, where it stands for itself.
pub fn owned(document: &Document, name: &Name) -> Option<Name> {
    let is_possessive = |&token: &usize| matches!(document.word(token), "'s" | "’s");
    let within = name.tokens.start + 1..name.tokens.end.saturating_sub(1);
    let possessive = within.into_iter().rev().find(is_possessive)?;
    let (owner, rest) = (
        name.tokens.start..possessive,
        possessive + 1..name.tokens.end,
    );
    let lists = lists_of(document, owner);
    let entity_type = match name.entity_type {
        EntityType::Organization if is_person(document, &rest) => EntityType::Person,
        EntityType::Organization if lists.intersects(Gazetteer::COUNTRY) => {
            EntityType::Organization
        }
        EntityType::Place if lists.intersects(Gazetteer::PLACE) => EntityType::Place,
        _ => return None,
    };
    Some(Name {
        tokens: rest,
        entity_type,
    })
}

/// Bodies that are called by the place that they are of or for.
const OF_PLACES: &[&str] = &["Bank", "Embassy", "Times", "University", "Voice"];

/// The whole name of a body of which the tagger took the place alone for one: “the Central Bank of the UAE”.
pub fn with_body(document: &Document, names: &mut Vec<Name>, mut name: Name) -> Name {
    let is = |token: usize, words: &[&str]| words.contains(&document.word(token));
    let Some(mut of) = name.tokens.start.checked_sub(1) else {
        return name;
    };
    of -= usize::from(of > 0 && is(of, &["the"]));
    if name.entity_type != EntityType::Place
        || of == 0
        || !is(of, &["of"])
        || !is(of - 1, OF_PLACES)
    {
        return name;
    }
    let mut start = of - 1;
    while start > 0 && document.is_capital(start - 1) && !is(start - 1, &["The"]) {
        start -= 1;
    }
    while names.pop_if(|last| last.tokens.start >= start).is_some() {}
    if names.last().is_none_or(|last| last.tokens.end <= start) {
        name.tokens.start = start;
        name.entity_type = EntityType::Organization;
    }
    name
}

/// Whether some words are a first name and a surname.
fn is_person(document: &Document, tokens: &Range<usize>) -> bool {
    tokens.len() == 2
        && is_first_name(document.word(tokens.start))
        && !is_head(document.word(tokens.start + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use EntityType::{Organization, Person, Place};

    #[test]
    fn bodies_are_called_by_their_places() {
        let cases: &[(&str, &str, &str)] = &[
            ("a newspaper", "The Times of Velm", "Times of Velm"),
            (
                "a bank",
                "the Central Bank of the Velm",
                "Central Bank of the Velm",
            ),
            ("no body", "the Coast of Velm", "Velm"),
            ("no capital", "the bank of Velm", "Velm"),
            ("elsewhere", "the Times in Velm", "Velm"),
        ];
        for (case, text, expected) in cases {
            let document = Document::new(text);
            let end = document.tokens.len();
            let name = Name {
                tokens: end - 1..end,
                entity_type: Place,
            };
            let found = with_body(&document, &mut Vec::new(), name);
            let is_whole = found.entity_type == Organization;
            assert_eq!(document.span(found.tokens).of(text), *expected, "{case}");
            assert_eq!(is_whole, *expected != "Velm", "{case}");
        }
    }

    #[test]
    fn what_belongs_to_another_name_stands_for_itself() {
        type Found<'t> = Option<(&'t str, EntityType)>;
        let cases: &[(&str, &str, EntityType, Found)] = &[
            (
                "a team's player",
                "Velm Park's Darwin Holm",
                Organization,
                Some(("Darwin Holm", Person)),
            ),
            (
                "a town's school",
                "Velm Park's Darwin School",
                Organization,
                None,
            ),
            (
                "a nation's court",
                "Kenya's Velm Court",
                Organization,
                Some(("Velm Court", Organization)),
            ),
            (
                "a city's market",
                "Oslo’s Velm Market",
                Place,
                Some(("Velm Market", Place)),
            ),
            ("a saint's square", "Holm's Velm Market", Place, None),
            ("a person", "Oslo's Velm", Person, None),
            ("no more", "Oslo's", Place, None),
        ];
        for (case, text, entity_type, expected) in cases {
            let document = Document::new(text);
            let name = Name {
                tokens: 0..document.tokens.len(),
                entity_type: *entity_type,
            };
            let found = owned(&document, &name)
                .map(|name| (document.span(name.tokens).of(text), name.entity_type));
            assert_eq!(found, *expected, "{case}");
        }
    }
}
