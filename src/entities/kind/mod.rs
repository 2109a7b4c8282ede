//! What a name names, by its own words and those around it, where they know better than the tagger.

mod around;

use std::ops::Range;

use crate::annotations::EntityType;
use crate::entities::endings::{COURTS, HOUSES, is_head, told_by_last};
use crate::entities::lists_of;
use crate::entities::nouns::{is_demonym, is_noun, is_ship, is_storm};
use crate::entities::works::{event_or_work, is_title};
use crate::lexicon::{Gazetteer, gazetteer, is_first_name};
use crate::model::NameType;
use crate::text::Document;
use around::{is_aged, is_employer, is_led, is_reporting, is_somebody, is_speaking};

/// The lists of countries and regions: what ends with the name of one is seldom a body.
const PLACES: Gazetteer = Gazetteer::COUNTRY.union(Gazetteer::REGION);

/// What the name of some tokens names that the tagger took for one of a kind; nothing for what is no name here.
pub fn entity_type(
    document: &Document,
    tokens: Range<usize>,
    kind: NameType,
) -> Option<EntityType> {
    if is_demonym(document, &tokens) {
        return Some(EntityType::Group);
    }
    if is_noun(document, &tokens, kind) {
        return None;
    }
    if is_title(document, &tokens) {
        return Some(EntityType::Work);
    }
    if kind == NameType::Group
        && tokens.len() > 1
        && matches!(document.word(tokens.end - 1), "Church" | "Fleet" | "Party")
    {
        return Some(EntityType::Organization);
    }
    if tokens.len() > 1
        && !matches!(kind, NameType::Group | NameType::Miscellaneous)
        && let Some(told) = told_by_last(document, tokens.clone())
    {
        return Some(told);
    }
    if !matches!(kind, NameType::Group | NameType::Miscellaneous)
        && (is_aged(document, &tokens) || is_somebody(document, &tokens))
    {
        return Some(EntityType::Person);
    }
    if is_ship(document, &tokens) {
        return None;
    }
    if is_storm(document, &tokens) && kind != NameType::Group {
        return Some(EntityType::Event);
    }
    let ends_in =
        |words: &[&str]| tokens.len() > 1 && words.contains(&document.word(tokens.end - 1));
    match kind {
        NameType::Person if is_company(document, &tokens, Gazetteer::COMPANY) => {
            Some(EntityType::Organization)
        }
        NameType::Place
            if is_company(document, &tokens, Gazetteer::BODY)
                && !gazetteer(document.word(tokens.end - 1)).intersects(PLACES) =>
        {
            Some(EntityType::Organization)
        }
        NameType::Place if ends_in(COURTS) => Some(EntityType::Organization),
        NameType::Person | NameType::Organization
            if ends_in(HOUSES) && !is_first_name(document.word(tokens.start)) =>
        {
            Some(EntityType::Place)
        }
        NameType::Place if is_speaking(document, &tokens) => Some(EntityType::Person),
        NameType::Place | NameType::Person if is_employer(document, &tokens) => {
            Some(EntityType::Organization)
        }
        NameType::Place | NameType::Person if is_body_of(document, &tokens) => {
            Some(EntityType::Organization)
        }
        NameType::Person if is_led(document, tokens.end) => Some(EntityType::Organization),
        NameType::Place | NameType::Organization if is_reporting(document, &tokens) => {
            Some(EntityType::Person)
        }
        NameType::Person => Some(EntityType::Person),
        NameType::Organization => Some(EntityType::Organization),
        NameType::Place => Some(EntityType::Place),
        NameType::Group => Some(EntityType::Group),
        NameType::Miscellaneous => event_or_work(document, tokens),
    }
}

/// Whether a name of several words is that of a company as a whole, though its words are those of
/// people or places: “Morgan Stanley”.
fn is_company(document: &Document, tokens: &Range<usize>, lists: Gazetteer) -> bool {
    let known = lists_of(document, tokens.clone());
    tokens.len() > 1
        && known != Gazetteer::default()
        && known.without(lists) == Gazetteer::default()
}

/// Whether the word for a body stands before what it is of: “Central Bank of Tarvo”. A union may be a state.
fn is_body_of(document: &Document, tokens: &Range<usize>) -> bool {
    let is_body = |word: &str| word != "Union" && is_head(word);
    let mut behind = tokens.clone().skip(1);
    behind.any(|of| document.word(of) == "of" && is_body(document.word(of - 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_and_what_is_behind_correct_the_tagger() {
        use NameType::{Miscellaneous, Organization, Person, Place};
        let cases: &[(&str, &str, NameType, Option<EntityType>)] = &[
            (
                "games",
                "in Velm Games",
                Organization,
                Some(EntityType::Event),
            ),
            ("a bowl", "in Velm Bowl", Place, Some(EntityType::Place)),
            (
                "a club",
                "in Velm Rovers",
                Place,
                Some(EntityType::Organization),
            ),
            (
                "a newspaper",
                "in Velm Gazette",
                Place,
                Some(EntityType::Organization),
            ),
            (
                "a title",
                "“Velm Tarvo” programme",
                Place,
                Some(EntityType::Work),
            ),
            (
                "a work of that name",
                "in Velm Gazette",
                Miscellaneous,
                None,
            ),
            (
                "an age",
                "in Velm Tarvo, 38, who",
                Place,
                Some(EntityType::Person),
            ),
            (
                "a small age",
                "in Velm Tarvo, seven, who",
                Place,
                Some(EntityType::Person),
            ),
            (
                "a number",
                "in Velm Tarvo, 380, who",
                Place,
                Some(EntityType::Place),
            ),
            (
                "a known place",
                "in South Korea, 38, who",
                Place,
                Some(EntityType::Place),
            ),
            (
                "a militia",
                "of Al-Shabaab",
                Person,
                Some(EntityType::Organization),
            ),
            (
                "a house",
                "the Velm Mosque",
                Organization,
                Some(EntityType::Place),
            ),
            (
                "an actress",
                "by Emma Temple",
                Person,
                Some(EntityType::Person),
            ),
            (
                "a court",
                "in Velm Court",
                Place,
                Some(EntityType::Organization),
            ),
            (
                "a law",
                "the Velm Act",
                Organization,
                Some(EntityType::Work),
            ),
            ("a surname", "by Emma Law", Person, Some(EntityType::Person)),
            ("a ship", "the USS Velm", Organization, None),
            (
                "a storm",
                "in Hurricane Velm",
                Organization,
                Some(EntityType::Event),
            ),
            ("a town", "at Velm Tarvo", Person, Some(EntityType::Person)),
            (
                "a bank",
                "the Bank of Tarvo",
                Place,
                Some(EntityType::Organization),
            ),
            (
                "a state",
                "the Union of Tarvo",
                Place,
                Some(EntityType::Place),
            ),
        ];
        for (case, text, kind, expected) in cases {
            let document = Document::new(text);
            let end = 3 + usize::from(matches!(document.word(2), "of" | "-"));
            assert_eq!(entity_type(&document, 1..end, *kind), *expected, "{case}");
        }
    }

    #[test]
    fn what_stands_around_a_name_corrects_the_tagger() {
        use NameType::{Organization, Person, Place};
        let cases: &[(&str, &str, Range<usize>, NameType, EntityType)] = &[
            (
                "whose analysts",
                "Analysts at Velm",
                2..3,
                Place,
                EntityType::Organization,
            ),
            (
                "whose party",
                "Guests at Velm",
                2..3,
                Place,
                EntityType::Place,
            ),
            (
                "who leads it",
                "Velm CEO Ana",
                0..1,
                Person,
                EntityType::Organization,
            ),
            (
                "who is one",
                "Velm CEO of",
                0..1,
                Person,
                EntityType::Person,
            ),
            (
                "who leads a party",
                "Velm leader Ana",
                0..1,
                Person,
                EntityType::Organization,
            ),
            (
                "who is told of",
                "Emma Velm, who",
                0..2,
                Organization,
                EntityType::Person,
            ),
            (
                "whose company has the name",
                "Ralph Lauren, who",
                0..2,
                Person,
                EntityType::Person,
            ),
            (
                "a band that is told of",
                "Tarvo Velm, who",
                0..2,
                Organization,
                EntityType::Organization,
            ),
            (
                "a team with a first name",
                "Emma School, who",
                0..2,
                Organization,
                EntityType::Organization,
            ),
            (
                "a known place",
                "Santa Clara, who",
                0..2,
                Place,
                EntityType::Place,
            ),
            (
                "whose deputy",
                "Her first deputy, Tarvo Velm, left",
                4..6,
                Organization,
                EntityType::Person,
            ),
            (
                "whose lawyer",
                "The firm's lawyer, Tarvo Velm, left",
                5..7,
                Organization,
                EntityType::Person,
            ),
            (
                "a firm's owner",
                "The firm's owner, Tarvo Velm, left",
                5..7,
                Organization,
                EntityType::Organization,
            ),
            (
                "a firm's rival",
                "The old rival, Tarvo Velm, left",
                4..6,
                Organization,
                EntityType::Organization,
            ),
            (
                "who reports",
                "Reporting by Velm Tarvo",
                2..4,
                Organization,
                EntityType::Person,
            ),
            (
                "an agency",
                "Reporting by Velm",
                2..3,
                Organization,
                EntityType::Organization,
            ),
            (
                "who is called after games",
                "Friends of the Velm Games",
                0..5,
                Organization,
                EntityType::Organization,
            ),
            (
                "a known body",
                "in White House",
                1..3,
                Place,
                EntityType::Organization,
            ),
            (
                "a land that is in the list",
                "in Nazi Germany",
                1..3,
                Place,
                EntityType::Place,
            ),
        ];
        for (case, text, tokens, kind, expected) in cases {
            let document = Document::new(text);
            let found = entity_type(&document, tokens.clone(), *kind);
            assert_eq!(found, Some(*expected), "{case}");
        }
    }

    #[test]
    fn a_church_is_no_group() {
        let document = Document::new("the Velm Church");
        let found = entity_type(&document, 1..3, NameType::Group);
        assert_eq!(found, Some(EntityType::Organization));
    }

    #[test]
    fn those_who_are_called_by_their_country_are_groups() {
        let cases: &[(&str, &str, EntityType)] = &[
            ("one of them", "the Dane", EntityType::Group),
            ("anyone of them", "A Briton", EntityType::Group),
            ("a name", "Mr. Dane", EntityType::Organization),
            ("another word", "the Mall", EntityType::Organization),
        ];
        for (name, text, expected) in cases {
            let document = Document::new(text);
            let found = entity_type(&document, 1..2, NameType::Organization);
            assert_eq!(found, Some(*expected), "{name}");
        }
    }

    #[test]
    fn lists_and_verbs_of_saying_correct_the_tagger() {
        use NameType::{Person, Place};
        let cases: &[(&str, &str, NameType, EntityType)] = &[
            (
                "a company",
                "in Goldman Sachs",
                Person,
                EntityType::Organization,
            ),
            ("a person", "in Tarvo Sachs", Person, EntityType::Person),
            (
                "a speaker",
                "said Velma Strand, a nurse",
                Place,
                EntityType::Person,
            ),
            (
                "a place that speaks",
                "said Saudi Arabia, which",
                Place,
                EntityType::Place,
            ),
            (
                "a place",
                "by Velma Strand, a street",
                Place,
                EntityType::Place,
            ),
        ];
        for (case, text, kind, expected) in cases {
            let document = Document::new(text);
            let found = entity_type(&document, 1..3, *kind);
            assert_eq!(found, Some(*expected), "{case}");
        }
    }
}
