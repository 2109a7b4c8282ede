//! Towns by what stands beside their names: “Velm, a village in”, “residents of Velm”, “40 miles from Velm”.

use std::ops::Range;

use super::called::before;
use super::capitals::{capitals_before, capitals_from, is_somebody, is_unlisted};
use super::everywhere::{Forms, name_towns};
use super::known::BODIES;
use super::rule::*;
use crate::lexicon::Gazetteer;

pub const RULE: Rule = Rule {
    id: "towns",
    trigger: Trigger::Document(|document, names| {
        let mut towns = Vec::new();
        for noun in document.tokens_tagged(Tags::SETTLEMENT) {
            towns.extend(before(document, noun));
        }
        for people in document.tokens_tagged(Tags::INHABITANTS) {
            towns.extend(home(document, people));
        }
        for verb in document.tokens_tagged(Tags::BESIEGING) {
            towns.push(capitals_from(document, verb + 1));
        }
        for measure in document.tokens_tagged(Tags::DISTANCE) {
            towns.extend(distant(document, measure));
        }
        let people = document.tokens_tagged(Tags::PERSON);
        let homes: Vec<_> = people
            .filter_map(|person| hometown(document, names, person))
            .collect();
        let is_sure =
            |home: &&Name| document.word_or_none(home.tokens.start.checked_sub(1)) == "old";
        let sure: Vec<_> = homes
            .iter()
            .filter(is_sure)
            .map(|home| home.tokens.clone())
            .collect();
        let homes = names.put(homes);
        towns.retain(|town| may_be_town(document, town) && names.is_free(town));
        towns.extend(sure);
        if towns.is_empty() {
            return homes;
        }
        let mut towns = Forms::of(document, towns);
        for name in names
            .names()
            .iter()
            .filter(|name| is_somebody(document, name))
        {
            towns.remove(document, &name.tokens);
        }
        homes + name_towns(document, names, towns)
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "what it is",
            "[P Velm], a small village in Devon, flooded, and Velm was cut off.",
            "[L Velm], a small village in Devon, flooded, and [L Velm] was cut off.",
        ),
        Example::new(
            "who lives there",
            "The residents of [P Velm] left. Marl residents stayed.",
            "The residents of [L Velm] left. [L Marl] residents stayed.",
        ),
        Example::new(
            "how far it is",
            "[P Velm] is 40 miles from [L Oslo], and 3 km north of [G Marl].",
            "[L Velm] is 40 miles from [L Oslo], and 3 km north of [L Marl].",
        ),
        Example::new(
            "what was done to it",
            "They shelled [P Velm] on Friday.",
            "They shelled [L Velm] on Friday.",
        ),
        Example::new(
            "who is from there",
            "A 27-year-old [P Velm] man and a [P Marl] woman met a [P Bergen] boy. Velm man held. A [G Green] member left.",
            "A 27-year-old [L Velm] man and a [P Marl] woman met a [L Bergen] boy. [L Velm] man held. A [G Green] member left.",
        ),
        Example::new(
            "a body",
            "[O Velm], a district in Devon, left.",
            "[O Velm], a district in Devon, left.",
        ),
        Example::new(
            "somebody",
            "The residents of [P Velm] left. [P Velm], 43, stayed.",
            "The residents of [P Velm] left. [P Velm], 43, stayed.",
        ),
        Example::new(
            "somebody with a first name",
            "It is 3 km from [P Ida Velm]. They shelled [P Velm].",
            "It is 3 km from [P Ida Velm]. They shelled [P Velm].",
        ),
    ],
};

/// Where somebody lives: “residents of Velm”, “Velm residents”.
fn home(document: &Document, people: usize) -> Option<Range<usize>> {
    if document.word_or_none(people + 1) == "of" {
        return Some(capitals_from(document, people + 2));
    }
    (!document.is_capital(people)).then(|| capitals_before(document, people))
}

/// Where somebody is from: “a 27-year-old Velm man”, “Velm man held”.
fn hometown(document: &Document, names: &NameSet, person: usize) -> Option<Name> {
    let tokens = capitals_before(document, person);
    let before = document.word_or_none(tokens.start.checked_sub(1));
    let is_one = tokens.start == document.sentence(person).start
        || matches!(before, "old" | "a" | "A" | "an" | "An");
    let lists = document.lists(tokens.clone());
    let is_other =
        |name: &Name| !matches!(name.entity_type, EntityType::Person | EntityType::Place);
    let is_town = is_one
        && !tokens.is_empty()
        && !document.is_capital(person)
        && !lists.intersects(Gazetteer::NATIONALITY)
        && (before == "old" || lists.intersects(Gazetteer::PLACE))
        && !names.around(&tokens).iter().any(is_other);
    is_town.then_some(Name {
        tokens,
        entity_type: EntityType::Place,
    })
}

/// What is so far from somewhere, or somewhere from it: “Velm is 40 miles”, “40 miles north of Velm”.
fn distant(document: &Document, measure: usize) -> Option<Range<usize>> {
    let number = measure.checked_sub(1)?;
    let is_number = document
        .word(number)
        .starts_with(|c: char| c.is_ascii_digit());
    let preposition = (measure + 1..measure + 3)
        .find(|&token| matches!(document.word_or_none(token), "from" | "of"));
    let to = preposition.map(|preposition| capitals_from(document, preposition + 1));
    let verb = number.checked_sub(1)?;
    let is_verb = matches!(document.word(verb), "is" | "lies");
    let from = is_verb.then(|| capitals_before(document, verb));
    from.or(to).filter(|_| is_number)
}

/// Whether no list and no word says that a name is somebody's or a body's, and it is no everyday word.
fn may_be_town(document: &Document, town: &Range<usize>) -> bool {
    let other = BODIES
        .union(Gazetteer::NATIONALITY)
        .union(Gazetteer::PEOPLE);
    is_unlisted(document, town, other) && document.is_rare(town.start)
}
