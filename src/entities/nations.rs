//! Clubs of nations and compounds of two: “the G20”, “Sino-Welsh”.

use super::Name;
use super::draft::Draft;
use crate::annotations::EntityType;
use crate::lexicon::{Gazetteer, gazetteer};
use crate::text::{Document, is_capital};

/// How many nations a club has that is called by their number.
pub const CLUBS: &[&str] = &["7", "8", "20", "77"];

/// “the G20” or “the G-20”, but not “a Velm G7”, which is a thing that somebody made.
pub fn add_club(document: &Document, draft: &mut Draft, token: usize) {
    let is_model = token.checked_sub(1).is_some_and(|before| {
        let word = document.word(before);
        is_capital(word) && !matches!(word, "A" | "At" | "For" | "In" | "The" | "This")
    });
    let end = if document.word(token) != "G" {
        token + 1
    } else if document.is_within_word(token + 1) && CLUBS.contains(&document.word(token + 2)) {
        token + 3
    } else {
        return;
    };
    if !is_model {
        draft.put_organization(token..end);
    }
}

/// “Sino-Welsh”: two names, unless both are one people or the other is no nation.
pub fn add_nations(document: &Document, draft: &mut Draft, token: usize) {
    let (hyphen, other) = (token + 1, token + 2);
    if !document.is_within_word(hyphen) || !matches!(document.word(hyphen), "-" | "–") {
        return;
    }
    let word = document.word(other);
    let is_one_people = match document.word(token) {
        "Anglo" => matches!(word, "American" | "Canadian" | "Indian" | "Irish"),
        "Indo" => matches!(word, "Fijian" | "Guyanese" | "Mauritian" | "Trinidadian"),
        _ => false,
    };
    if is_one_people {
        return;
    }
    let lists = gazetteer(word);
    let known = match draft.around(&(other..other + 1)) {
        [name] if name.tokens.start == other => Some(name.entity_type),
        _ => None,
    };
    let entity_type = if lists.intersects(Gazetteer::NATIONALITY) || word == "African" {
        EntityType::Group
    } else if word == "EU" {
        EntityType::Organization
    } else if let Some(entity_type) = known {
        entity_type
    } else if lists.intersects(Gazetteer::COUNTRY) {
        EntityType::Place
    } else {
        return;
    };
    let name = |tokens, entity_type| Name {
        tokens,
        entity_type,
    };
    let pair = [
        name(token..hyphen, EntityType::Group),
        name(other..other + 1, entity_type),
    ];
    draft.put(&(token..other + 1), pair);
}

#[cfg(test)]
mod tests {
    use crate::annotations::EntityType::{Group, Organization, Person, Place};
    use crate::entities::telling::check;

    #[test]
    fn clubs_of_nations_are_organizations() {
        check(&[
            ("passed over", "the G7 met", &[], &[("G7", Organization)]),
            ("a hyphen", "A G-20 plan", &[], &[("G-20", Organization)]),
            (
                "a place",
                "in the G77",
                &[("G77", Place)],
                &[("G77", Organization)],
            ),
            (
                "part of a name",
                "the G20 Forum",
                &[("G20 Forum", Organization)],
                &[("G20 Forum", Organization)],
            ),
            ("no such club", "the G9 and G-9 met", &[], &[]),
            ("a thing of that name", "a Velm G7", &[], &[]),
            ("a letter at the end", "the G", &[], &[]),
        ]);
    }

    #[test]
    fn compounds_of_nations_are_two_names() {
        check(&[
            (
                "one name",
                "Sino-Kenyan ties",
                &[("Sino-Kenyan", Person)],
                &[("Sino", Group), ("Kenyan", Group)],
            ),
            (
                "another hyphen",
                "Sino\u{2011}Kenyan ties",
                &[("Sino\u{2011}Kenyan", Person)],
                &[("Sino", Group), ("Kenyan", Group)],
            ),
            (
                "half a name",
                "Russo-French ties",
                &[("French", Group)],
                &[("Russo", Group), ("French", Group)],
            ),
            (
                "with a country",
                "Indo–Kenya trade",
                &[("Kenya", Place)],
                &[("Indo", Group), ("Kenya", Place)],
            ),
            (
                "with the Union",
                "Sino-EU talks",
                &[],
                &[("Sino", Group), ("EU", Organization)],
            ),
            (
                "a company",
                "Sino-Tarvo fell",
                &[("Sino-Tarvo", Organization)],
                &[("Sino-Tarvo", Organization)],
            ),
            (
                "part of a longer name",
                "the Sino-Kenyan Bank",
                &[("Sino-Kenyan Bank", Organization)],
                &[("Sino-Kenyan Bank", Organization)],
            ),
            (
                "one people",
                "the Anglo-Irish poet",
                &[("Anglo-Irish", Group)],
                &[("Anglo-Irish", Group)],
            ),
            ("a region", "the Indo-Pacific", &[], &[]),
            (
                "a surname",
                "Ana Franco left",
                &[("Ana Franco", Person)],
                &[("Ana Franco", Person)],
            ),
        ]);
    }
}
