//! Two names that the tagger took for one.

mod commas;

use std::ops::Range;

use crate::annotations::EntityType;
use crate::entities::endings::{SHORT_ENDS, is_head};
use crate::entities::owners::owned;
use crate::entities::{Name, lists_of};
use crate::lexicon::{Gazetteer, gazetteer};
use crate::text::Document;
use commas::listed;

const PLACES: Gazetteer = Gazetteer::COUNTRY.union(Gazetteer::ANY_CITY);

/// Where two organizations, each with a head of its own, are joined to one name: “the Avon Party and
/// League of Marl”.
fn joint(document: &Document, name: &Name) -> Option<usize> {
    let has_head = |mut tokens: Range<usize>| {
        let end = tokens.end;
        tokens.len() > 1
            && tokens.any(|token| {
                let is_last =
                    token + 1 == end || matches!(document.word(token + 1), "of" | "for" | "in");
                is_last && is_head(document.word(token))
            })
    };
    if name.entity_type != EntityType::Organization {
        return None;
    }
    let mut joints = name
        .tokens
        .clone()
        .filter(|&token| document.word(token) == "and");
    // “Velm Inc. and Tarvo Mills”
    let ends_company = |token: usize| SHORT_ENDS.contains(&&*document.plain_word(token));
    // “the Velm Commission and Chad's Office of Trade”
    let has_nation = |rest: Range<usize>| {
        rest.len() > 2
            && document.word(rest.start + 1).ends_with(['s', 'S'])
            && document.word(rest.start + 1).starts_with(['\'', '’'])
            && gazetteer(document.word(rest.start)).intersects(Gazetteer::COUNTRY)
    };
    // “Marl University and Cambridge”
    let is_place = |rest: Range<usize>| {
        rest.len() == 1 && gazetteer(document.word(rest.start)).intersects(PLACES)
    };
    // “Anglo American and Velm Mines”
    let is_known = |tokens: Range<usize>| {
        tokens.len() > 1 && lists_of(document, tokens).intersects(Gazetteer::COMPANY)
    };
    // “Adobe and Velm Inc.”
    let is_lone_company = |first: &Range<usize>| {
        let lists = gazetteer(document.word(first.start));
        first.len() == 1
            && lists.intersects(Gazetteer::COMPANY)
            && !lists.intersects(Gazetteer::FIRST_NAME)
    };
    joints
        .find(|&and| {
            let (first, rest) = (name.tokens.start..and, and + 1..name.tokens.end);
            has_head(first.clone()) && (has_nation(rest.clone()) || has_head(rest.clone()))
                || first.len() > 1 && !rest.is_empty() && ends_company(and - 1)
                || first.len() > 1 && is_head(document.word(and - 1)) && is_place(rest.clone())
                || is_lone_company(&first) && !rest.is_empty() && ends_company(rest.end - 1)
                || first.len() > 1 && rest.len() > 1 && (is_known(first) || is_known(rest))
        })
        .filter(|_| lists_of(document, name.tokens.clone()) == Gazetteer::default())
}

/// The place that opens the next sentence behind a company's shortened ending: “Velm Co. Kenya's”.
fn place_behind(document: &Document, name: &Name) -> Option<Name> {
    let last = name.tokens.end.checked_sub(1)?;
    let is_place = name.entity_type == EntityType::Organization
        && name.tokens.len() > 2
        && matches!(document.word(last - 1), "Co." | "Corp." | "Inc." | "Ltd.")
        && gazetteer(document.word(last)).intersects(PLACES);
    is_place.then_some(Name {
        tokens: last..last + 1,
        entity_type: EntityType::Place,
    })
}

/// Whether two people are called by their first names: “Ana & Tom”.
fn is_couple(document: &Document, name: &Name) -> bool {
    name.entity_type == EntityType::Person
        && name.tokens.len() > 2
        && document.word(name.tokens.start + 1) == "&"
        && document.is_capital(name.tokens.start + 2)
}

/// The word before an “&” at which the tagger began a body: “Ana & Tom Holm Foundation”.
fn first_of_joint(document: &Document, name: &Name) -> Option<usize> {
    let first = name.tokens.start.checked_sub(2)?;
    let is_joint = name.entity_type == EntityType::Organization
        && name.tokens.len() > 1
        && document.word(first + 1) == "&"
        && document.is_capital(first);
    is_joint.then_some(first)
}

/// Parts “Avon and Marl” in two where either is known as an organization by itself, or the text has
/// it elsewhere as a name by itself, and “Avon-Marl” where it has both; no list has both as one.
pub fn with_pairs_apart(document: &Document, names: Vec<Name>) -> Vec<Name> {
    let of_token = &document.vocabulary.of_token;
    let mut stands_alone = vec![false; document.vocabulary.words.len()];
    for name in names.iter().filter(|name| name.tokens.len() == 1) {
        stands_alone[of_token[name.tokens.start] as usize] = true;
    }
    let is_known = |token: usize| {
        stands_alone[of_token[token] as usize]
            || gazetteer(document.word(token)).intersects(Gazetteer::BODY)
    };
    let is_pair = |name: &Name| {
        let first = name.tokens.start;
        let is_alone = |token: usize| stands_alone[of_token[token] as usize];
        name.tokens.len() == 3
            && match document.word(first + 1) {
                "and" => {
                    name.entity_type == EntityType::Organization
                        && (is_known(first) || is_known(first + 2))
                }
                "-" => is_alone(first) && is_alone(first + 2),
                _ => false,
            }
            && lists_of(document, name.tokens.clone()) == Gazetteer::default()
    };
    let mut apart: Vec<Name> = Vec::with_capacity(names.len());
    for mut name in names {
        if let Some(first) = first_of_joint(document, &name) {
            apart.pop_if(|other| {
                other.entity_type == EntityType::Person && other.tokens.start == first
            });
            if apart.last().is_none_or(|other| other.tokens.end <= first) {
                name.tokens.start = first;
            }
        }
        if let Some(place) = place_behind(document, &name) {
            name.tokens.end = place.tokens.start;
            apart.extend([name, place]);
            continue;
        }
        if let Some(listed) = listed(document, &name) {
            apart.extend(listed);
            continue;
        }
        if let Some(owned) = owned(document, &name) {
            name.tokens.end = owned.tokens.start - 1;
            if owned.entity_type != EntityType::Person {
                name.entity_type = EntityType::Place;
            }
            apart.extend([name, owned]);
            continue;
        }
        let and = if is_pair(&name) || is_couple(document, &name) {
            Some(name.tokens.start + 1)
        } else {
            joint(document, &name)
        };
        let Some(and) = and else {
            apart.push(name);
            continue;
        };
        apart.extend(
            [name.tokens.start..and, and + 1..name.tokens.end].map(|tokens| Name {
                tokens,
                entity_type: name.entity_type,
            }),
        );
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::tagged;
    use EntityType::{Organization, Person, Place};

    #[test]
    fn pairs_of_names_are_two_names() {
        let cases: &[(&str, &str, EntityType, &[&str])] = &[
            (
                "one is a known company",
                "Adobe and Tarvo",
                Organization,
                &["Adobe", "Tarvo"],
            ),
            (
                "both are unknown",
                "Velm and Tarvo",
                Organization,
                &["Velm and Tarvo"],
            ),
            (
                "a name by itself elsewhere",
                "Velm and Tarvo: Velm",
                Organization,
                &["Velm", "Tarvo", "Velm"],
            ),
            (
                "a country of two names",
                "Trinidad and Tobago",
                Organization,
                &["Trinidad and Tobago"],
            ),
            (
                "longer names",
                "Adobe and Tarvo Group",
                Organization,
                &["Adobe and Tarvo Group"],
            ),
            (
                "two parties",
                "Velm Party and League of Tarvo",
                Organization,
                &["Velm Party", "League of Tarvo"],
            ),
            (
                "a head before what it is for",
                "Institute of Trade and Marl University",
                Organization,
                &["Institute of Trade", "Marl University"],
            ),
            (
                "a head alone",
                "Velm Council of Party and Union",
                Organization,
                &["Velm Council of Party and Union"],
            ),
            (
                "two things that one cares for",
                "Department of Velm Bank and Health",
                Organization,
                &["Department of Velm Bank and Health"],
            ),
            (
                "a town and a hospital behind a comma",
                "Velm, Saint Tarvo's Hospital",
                Place,
                &["Velm", "Saint Tarvo's Hospital"],
            ),
            (
                "two companies",
                "Velm Mills Inc. and Tarvo",
                Organization,
                &["Velm Mills Inc.", "Tarvo"],
            ),
            (
                "a company and another with its ending",
                "Adobe and Velm Inc.",
                Organization,
                &["Adobe", "Velm Inc."],
            ),
            (
                "a nation's body",
                "Velm Commission and Kenya's Office of Tarvo",
                Organization,
                &["Velm Commission", "Kenya's Office of Tarvo"],
            ),
            (
                "a body and a town",
                "Velm University and Cambridge",
                Organization,
                &["Velm University", "Cambridge"],
            ),
            ("a couple", "Ana & Tom Velm", Person, &["Ana", "Tom Velm"]),
            (
                "partners",
                "Ana Velm & Tarvo",
                Person,
                &["Ana Velm & Tarvo"],
            ),
            (
                "founders",
                "Ana & Tom Velm Foundation",
                Organization,
                &["Ana & Tom Velm Foundation"],
            ),
            (
                "a company and where the next sentence is",
                "Velm Tarvo Co. Kenya",
                Organization,
                &["Velm Tarvo Co.", "Kenya"],
            ),
            (
                "a known company of two words",
                "General Mills and Velm Tarvo",
                Organization,
                &["General Mills", "Velm Tarvo"],
            ),
            (
                "no organization",
                "Adobe and Tarvo",
                Place,
                &["Adobe and Tarvo"],
            ),
        ];
        for (case, text, entity_type, expected) in cases {
            let document = Document::new(text);
            let end = document.tokens.len();
            let colon = (0..end).find(|&token| document.word(token) == ":");
            let parts = [Some(0..colon.unwrap_or(end)), colon.map(|at| at + 1..end)];
            let names = parts.into_iter().flatten().map(|tokens| Name {
                tokens,
                entity_type: *entity_type,
            });
            let apart = with_pairs_apart(&document, names.collect());
            let words: Vec<&str> = apart
                .iter()
                .map(|name| document.span(name.tokens.clone()).of(text))
                .collect();
            assert_eq!(&words, expected, "{case}");
        }
    }

    #[test]
    fn names_that_stand_alone_are_parted_at_hyphens() {
        let text = "Velm-Tarvo talks: Velm, Tarvo, Marl-Tarvo";
        let document = Document::new(text);
        let whole = ["Velm-Tarvo", "Velm", "Tarvo", "Marl-Tarvo"];
        let names = tagged(&document, &whole.map(|name| (name, Place)));
        let parted = ["Velm", "Tarvo", "Velm", "Tarvo", "Marl-Tarvo"];
        let expected = tagged(&document, &parted.map(|name| (name, Place)));
        assert_eq!(with_pairs_apart(&document, names), expected);
    }
}
