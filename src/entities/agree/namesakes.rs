//! What another name of the text tells of one: who bears a surname, and which company is meant.

use std::ops::Range;

use super::form;
use crate::annotations::EntityType;
use crate::entities::{Name, ends_company, lists_of};
use crate::hash::HashedMap;
use crate::lexicon::{Gazetteer, gazetteer_of, word_class, word_key};
use crate::text::Document;

/// Takes a first name, or a rare word, and the word behind it for a person where that one by itself is a
/// person's name elsewhere, in capitals or not.
pub fn find_bearers(document: &Document, names: &mut [Name]) {
    let key = |token: usize| word_key(document.word(token));
    let may_be_first_name = |token: usize| {
        let is_rare = word_class(document.word(token)).is_none();
        is_rare || gazetteer_of(key(token)).intersects(Gazetteer::FIRST_NAME)
    };
    let alone = |name: &&Name| name.tokens.len() == 1 && name.entity_type == EntityType::Person;
    let persons: HashedMap<()> = names
        .iter()
        .filter(alone)
        .map(|name| (key(name.tokens.start), ()))
        .collect();
    for name in names.iter_mut().filter(|name| name.tokens.len() == 2) {
        let is_free = matches!(
            name.entity_type,
            EntityType::Organization | EntityType::Place
        );
        if is_free
            && persons.contains_key(&key(name.tokens.start + 1))
            && may_be_first_name(name.tokens.start)
        {
            name.entity_type = EntityType::Person;
        }
    }
}

/// Takes what looks like a person for a company where the text has the company's whole name and nobody of
/// that surname: “Velm” beside “Velm Industries”.
pub fn find_companies(document: &Document, names: &mut [Name]) {
    let is_company = |name: &&Name| {
        name.entity_type == EntityType::Organization
            && name.tokens.len() > 1
            && ends_company(document, &name.tokens)
    };
    let mut companies: HashedMap<()> = HashedMap::default();
    for name in names.iter().filter(is_company) {
        let Range { start, end } = name.tokens;
        // “Velm Bay Mining” and “Velm Bay” for “Velm Bay Mining Ltd.”
        for end in (end - 1).min(start + 2)..end {
            companies.insert(form(document, start..end), ());
        }
    }
    if companies.is_empty() {
        return;
    }
    let is_person = |name: &Name| name.entity_type == EntityType::Person;
    for name in names.iter().filter(|name| is_person(name)) {
        if name.tokens.len() > 1 {
            companies.remove(&form(document, name.tokens.end - 1..name.tokens.end));
        }
    }
    for name in names.iter_mut() {
        let is_free = match name.entity_type {
            EntityType::Person => name.tokens.len() == 1,
            EntityType::Place => name.tokens.len() > 1,
            _ => false,
        };
        if is_free
            && companies.contains_key(&form(document, name.tokens.clone()))
            && lists_of(document, name.tokens.clone()).without(Gazetteer::PEOPLE)
                == Gazetteer::default()
        {
            name.entity_type = EntityType::Organization;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::tagged;
    use EntityType::{Organization, Person, Place};

    #[test]
    fn other_names_tell_what_one_is() {
        type Names = &'static [(&'static str, EntityType)];
        let cases: &[(&str, &str, Names, Names)] = &[
            (
                "a first name and a person's surname",
                "Ana Tarvo runs the market. Questions for TARVO. In Old Tarvo nobody knew.",
                &[
                    ("Ana Tarvo", Organization),
                    ("TARVO", Person),
                    ("Old Tarvo", Place),
                ],
                &[
                    ("Ana Tarvo", Person),
                    ("TARVO", Person),
                    ("Old Tarvo", Place),
                ],
            ),
            (
                "a company by its whole name",
                "Velm Industries grows. Shares of Velm fell. Holm Motors and Ana Holm: Holm left.",
                &[
                    ("Velm Industries", Organization),
                    ("Velm", Person),
                    ("Holm Motors", Organization),
                    ("Ana Holm", Person),
                    ("Holm", Person),
                ],
                &[
                    ("Velm Industries", Organization),
                    ("Velm", Organization),
                    ("Holm Motors", Organization),
                    ("Ana Holm", Person),
                    ("Holm", Person),
                ],
            ),
            (
                "a company of several words",
                "Velm Bay Mining Ltd. grows. Shares of Velm Bay fell. Hong Kong Airlines left Hong Kong.",
                &[
                    ("Velm Bay Mining Ltd.", Organization),
                    ("Velm Bay", Place),
                    ("Hong Kong Airlines", Organization),
                    ("Hong Kong", Place),
                ],
                &[
                    ("Velm Bay Mining Ltd.", Organization),
                    ("Velm Bay", Organization),
                    ("Hong Kong Airlines", Organization),
                    ("Hong Kong", Place),
                ],
            ),
        ];
        for (case, text, before, after) in cases {
            let document = Document::new(text);
            let mut found = tagged(&document, before);
            find_bearers(&document, &mut found);
            find_companies(&document, &mut found);
            assert_eq!(found, tagged(&document, after), "{case}");
        }
    }
}
