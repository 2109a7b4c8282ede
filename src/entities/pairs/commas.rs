//! Names that the tagger took for one across a comma.

use crate::annotations::EntityType;
use crate::entities::endings::SHORT_ENDS;
use crate::entities::{Name, lists_of};
use crate::lexicon::Gazetteer;
use crate::text::Document;

/// The organizations of a list, “Velm Bank, Tarvo”, or a place and what it is in, “Avon, Marl”, or a body there,
/// “Avon, White House”. A comma stands before “Inc.”, and within the names of firms and departments that have
/// an “and”.
pub fn listed(document: &Document, name: &Name) -> Option<Vec<Name>> {
    let is_comma = |&token: &usize| document.word(token) == ",";
    let is_whole = |token: usize| {
        matches!(document.word(token), "and" | "&" | "of" | "for")
            || is_comma(&token)
                && SHORT_ENDS.contains(&&*document.plain_word((token + 1).min(name.tokens.end - 1)))
    };
    let mut tokens = name.tokens.clone();
    let may_be_list = match name.entity_type {
        EntityType::Organization => !tokens.clone().any(is_whole),
        EntityType::Place => true,
        _ => false,
    };
    if !may_be_list || !tokens.any(|token| is_comma(&token)) {
        return None;
    }
    let commas = name
        .tokens
        .clone()
        .filter(is_comma)
        .chain([name.tokens.end]);
    let mut start = name.tokens.start;
    let parts = commas.map(|comma| std::mem::replace(&mut start, comma + 1)..comma);
    let part = |tokens: std::ops::Range<usize>| Name {
        entity_type: if lists_of(document, tokens.clone()) == Gazetteer::ORGANIZATION {
            EntityType::Organization
        } else {
            name.entity_type
        },
        tokens,
    };
    Some(parts.filter(|part| !part.is_empty()).map(part).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use EntityType::{Organization, Person, Place};

    #[test]
    fn commas_part_names() {
        let cases: &[(&str, &str, EntityType, &[&str])] = &[
            (
                "a list",
                "Velm Bank, Tarvo, Marl",
                Organization,
                &["Velm Bank", "Tarvo", "Marl"],
            ),
            (
                "a list within a name",
                "Ministry of Velm, Tarvo",
                Organization,
                &[],
            ),
            ("a company's ending", "Velm Tarvo, Inc.", Organization, &[]),
            (
                "a town and its region",
                "Velm, Tarvo",
                Place,
                &["Velm", "Tarvo"],
            ),
            (
                "a town and a body there",
                "Velm, White House",
                Place,
                &["Velm", "White House"],
            ),
            ("a person", "Velm, Ana", Person, &[]),
        ];
        for (case, text, entity_type, expected) in cases {
            let document = Document::new(text);
            let name = Name {
                tokens: 0..document.tokens.len(),
                entity_type: *entity_type,
            };
            let parts = listed(&document, &name).unwrap_or_default();
            let found: Vec<&str> = parts
                .iter()
                .map(|name| document.span(name.tokens.clone()).of(text))
                .collect();
            assert_eq!(found, *expected, "{case}");
            let last = parts.last().map(|name| name.entity_type);
            let is_body = *case == "a town and a body there";
            assert_eq!(
                is_body,
                *entity_type == Place && last == Some(Organization),
                "{case}"
            );
        }
    }
}
