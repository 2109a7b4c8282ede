//! Names of one list, which are mostly of one kind: “Oslo, Bergen and Velm”.

use super::endings::is_head;
use super::{Name, lists_of};
use crate::annotations::EntityType;
use crate::lexicon::{Gazetteer, is_first_name};
use crate::text::{Document, lower_cased};

/// The last words of the names of places that stand in lists of bodies and people as well.
const PLACES: &[&str] = &[
    "airport", "center", "centre", "hotel", "island", "market", "museum", "palace", "park", "port",
    "river", "street", "temple",
];

/// Gives the names of a list the type that most of them have, where nothing but the tagger tells another.
pub fn agree_in_lists(document: &Document, names: &mut [Name]) {
    let mut rest = names;
    while !rest.is_empty() {
        let (list, others) = rest.split_at_mut(list_len(document, rest));
        if list.len() > 2 {
            let kinds = [
                EntityType::Person,
                EntityType::Organization,
                EntityType::Place,
            ];
            let count =
                |kind: EntityType| list.iter().filter(|name| name.entity_type == kind).count();
            if let Some(kind) = kinds.into_iter().find(|&kind| 2 * count(kind) > list.len()) {
                // The first may be of what stands before the list.
                let rest = list.iter_mut().skip(1);
                for name in rest.filter(|name| name.entity_type != kind) {
                    if is_open(document, name, kind) {
                        name.entity_type = kind;
                    }
                }
            }
        }
        rest = others;
    }
}

/// How many of the first names are one list: an “and” stands before its last.
fn list_len(document: &Document, names: &[Name]) -> usize {
    let mut len = 1;
    let mut has_and = false;
    for pair in names.windows(2) {
        let between = pair[0].tokens.end..pair[1].tokens.start;
        let is_and = |token: usize| matches!(document.word(token), "and" | "&");
        let mut marks = between.clone();
        let joins = (1..3).contains(&between.len())
            && marks.all(|token| document.word(token) == "," || is_and(token));
        if !joins || has_and {
            break;
        }
        has_and = between.clone().any(is_and);
        len += 1;
    }
    len
}

/// Whether a name may be of the type of its list: no list and no word of its own tells another.
fn is_open(document: &Document, name: &Name, of_list: EntityType) -> bool {
    let lists = lists_of(document, name.tokens.clone());
    let first = document.word(name.tokens.start);
    let is_known = match name.entity_type {
        EntityType::Person => {
            lists.intersects(Gazetteer::PEOPLE) || name.tokens.len() > 1 && is_first_name(first)
        }
        EntityType::Organization => lists.intersects(Gazetteer::BODY),
        EntityType::Place => lists.intersects(Gazetteer::PLACE),
        _ => true,
    };
    let mut words = name.tokens.clone().map(|token| document.word(token));
    let is_initials =
        name.tokens.len() == 1 && first.len() < 7 && !first.contains(char::is_lowercase);
    let fits = match of_list {
        EntityType::Person => name.tokens.len() > 1,
        EntityType::Organization | EntityType::Place => true,
        _ => false,
    };
    // “Elm, Ore.”
    let is_cut = document.word(name.tokens.end - 1).ends_with('.');
    fits && !is_known
        && !is_cut
        && !is_initials
        && !words.any(|word| is_head(word) || PLACES.contains(&&*lower_cased(word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::tagged;
    use EntityType::{Organization, Person, Place};

    #[test]
    fn names_of_one_list_are_of_one_kind() {
        let cases: &[(&str, &str, [EntityType; 3], EntityType)] = &[
            (
                "the last one",
                "Tarvo, Velm and Marlby",
                [Place, Place, Person],
                Place,
            ),
            (
                "with a comma before it",
                "Tarvo, Velm, and Marlby",
                [Place, Place, Person],
                Place,
            ),
            (
                "a person",
                "Tarvo, Velm and Marlby",
                [Person, Person, Place],
                Place,
            ),
            (
                "a person's full name",
                "Tarvo, Velm and Marl By",
                [Person, Person, Place],
                Person,
            ),
            (
                "no list",
                "Tarvo, Velm in Marlby",
                [Place, Place, Person],
                Person,
            ),
            (
                "of two kinds",
                "Tarvo, Velm and Marlby",
                [Place, Organization, Person],
                Person,
            ),
            (
                "a known name",
                "Tarvo, Velm and Emma",
                [Place, Place, Person],
                Person,
            ),
            (
                "a house",
                "Tarvo, Velm and Marl Museum",
                [Place, Place, Organization],
                Organization,
            ),
        ];
        for (case, text, before, expected) in cases {
            let document = Document::new(text);
            let parts = text.split(", ").flat_map(|part| part.split(" in "));
            let parts = parts.flat_map(|part| part.split("and ")).map(str::trim);
            let words: Vec<_> = parts.filter(|part| !part.is_empty()).zip(*before).collect();
            let mut names = tagged(&document, &words);
            agree_in_lists(&document, &mut names);
            assert_eq!(names[2].entity_type, *expected, "{case}");
        }
    }

    #[test]
    fn names_between_two_of_a_kind_are_of_it() {
        let document = Document::new("Tarvo, Marlby, Velm");
        let mut names = tagged(
            &document,
            &[("Tarvo", Place), ("Marlby", Person), ("Velm", Place)],
        );
        agree_in_lists(&document, &mut names);
        assert_eq!(names[1].entity_type, Place);
    }
}
