//! What firms are called once they were named in full: “Velm Builders Ltd. … Velm”.

use std::ops::Range;

use super::capitals::is_somebody;
use super::everywhere::{Forms, LONGEST, name_firms};
use super::known::BODIES;
use super::rule::*;
use crate::lexicon::Gazetteer;

pub const RULE: Rule = Rule {
    id: "short-forms",
    trigger: Trigger::Document(|document, names| {
        let is_long = |name: &&Name| {
            let last = document.tags(name.tokens.end - 1);
            name.entity_type == EntityType::Organization && name.tokens.len() > 1 && last.has(FORMS)
        };
        let long = names.names().iter().filter(is_long);
        let long = long.map(|name| name.tokens.clone());
        let shorter = |name: Range<usize>| {
            let longest = name.end.min(name.start + LONGEST + 1);
            let ends = (name.start + 1..longest).rev();
            ends.map(move |end| name.start..end)
        };
        let long: Vec<Range<usize>> = long.collect();
        // Firms are called after people, too, who are named in full, or before them.
        let word = |name: &Range<usize>| document.vocabulary.of_token[name.start] as usize;
        let mut is_named = vec![false; document.vocabulary.words.len()];
        let mut before = long.iter().peekable();
        let (mut taken, mut others) = (Vec::new(), Vec::new());
        for name in names.names().iter().filter(|name| name.tokens.len() == 1) {
            while let Some(firm) = before.next_if(|firm| firm.start < name.tokens.start) {
                is_named[word(firm)] = true;
            }
            let is_firm = is_named[word(&name.tokens)]
                && !is_somebody(document, name)
                && !document.is_first_name(name.tokens.start);
            match name.entity_type {
                EntityType::Person if is_firm => taken.push(name.tokens.clone()),
                EntityType::Person => others.push(name.tokens.clone()),
                EntityType::Place if !is_short(document, &name.tokens) => {
                    others.push(name.tokens.clone())
                }
                _ => {}
            }
        }
        let short = long.iter().cloned().flat_map(shorter);
        let short = short.filter(|short| is_short(document, short));
        let mut short = Forms::of(document, short.chain(taken));
        others
            .iter()
            .for_each(|other| short.remove(document, other));
        let places = short.places(document).into_iter();
        let towns: Vec<_> = places.filter(|place| is_where(document, place)).collect();
        towns.iter().for_each(|town| short.remove(document, town));
        name_firms(document, names, short)
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a firm",
            "[O Velm Builders Ltd] left. Men of [L Velm] came.",
            "[O Velm Builders Ltd] left. Men of [O Velm] came.",
        ),
        Example::new(
            "passed over",
            "[O Velm Foods] grew. A rival of Velm fell.",
            "[O Velm Foods] grew. A rival of [O Velm] fell.",
        ),
        Example::new(
            "two words",
            "[O Velm Marl Plantations Bhd] grew. [P Velm Marl] fell.",
            "[O Velm Marl Plantations Bhd] grew. [O Velm Marl] fell.",
        ),
        Example::new(
            "a town",
            "[O Velm Foods] grew. It is in [L Velm]. [L Velm] is cold.",
            "[O Velm Foods] grew. It is in [L Velm]. [L Velm] is cold.",
        ),
        Example::new(
            "a known town",
            "[O Oslo Foods] grew. The men of [L Oslo] left.",
            "[O Oslo Foods] grew. The men of [L Oslo] left.",
        ),
        Example::new(
            "somebody",
            "[P Ida Velm] runs [O Velm Foods]. [P Velm] left.",
            "[P Ida Velm] runs [O Velm Foods]. [P Velm] left.",
        ),
        Example::new(
            "taken for somebody",
            "[O Velm Foods] and [O Aarhus Foods] grew. [P Velm] and [P Aarhus] would cut jobs.",
            "[O Velm Foods] and [O Aarhus Foods] grew. [O Velm] and [O Aarhus] would cut jobs.",
        ),
        Example::new(
            "the founder",
            "[O Velm Foods] grew. Mr [P Velm] was born here. [P Marl] founded [O Marl Foods].",
            "[O Velm Foods] grew. Mr [P Velm] was born here. [P Marl] founded [O Marl Foods].",
        ),
        Example::new(
            "a people",
            "[O Velm Foods] grew. As an [L Velm], he left. The men of [L Velm] left.",
            "[O Velm Foods] grew. As an [L Velm], he left. The men of [L Velm] left.",
        ),
        Example::new(
            "an everyday word",
            "[O Green Foods] grew. The Green left.",
            "[O Green Foods] grew. The Green left.",
        ),
        Example::new(
            "an article",
            "[O The Velm Company] grew. The company left.",
            "[O The Velm Company] grew. The company left.",
        ),
        Example::new(
            "no firm",
            "[O Velm Party] won. Men of [L Velm] came.",
            "[O Velm Party] won. Men of [L Velm] came.",
        ),
    ],
};

/// What the names of firms end in.
const FORMS: Tags = Tags::COMPANY_SUFFIX.union(Tags::LEGAL_FORM);

/// Whether the beginning of a firm's name may be all of it elsewhere: no everyday word, and nobody and no place
/// that is called so.
fn is_short(document: &Document, short: &Range<usize>) -> bool {
    let lists = document.lists(short.clone());
    let other = Gazetteer::PLACE
        .union(Gazetteer::NATIONALITY)
        .union(Gazetteer::FIRST_NAME);
    let is_somebody = lists.intersects(Gazetteer::SURNAME) && !lists.intersects(BODIES);
    !lists.intersects(other)
        && !is_somebody
        && document.word(short.start).len() > 2
        && document.is_capital(short.start)
        && document.is_capital(short.end - 1)
        && !document.tags(short.start).has(Tags::STOP)
        && (document.is_rare(short.start) || lists.intersects(BODIES))
}

/// Whether a place of a form shows that something is in what is called so, or somebody is one of them.
fn is_where(document: &Document, place: &Range<usize>) -> bool {
    let before = document.word_or_none(place.start.checked_sub(1));
    let share = document.tags(place.start.checked_sub(2));
    let next = document.word_or_none(place.end);
    let is_alone = !next.starts_with(char::is_alphanumeric) && next != "'s" && next != "’s";
    matches!(before, "in" | "near") && !share.has(Tags::SHARE)
        || matches!(before, "a" | "an" | "other") && is_alone
}
