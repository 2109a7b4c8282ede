//! Things that are put somewhere: “she put the Velm on the table” names nobody and no place.

use super::rule::*;
use crate::lexicon::Gazetteer;

pub const RULE: Rule = Rule {
    id: "things",
    trigger: Trigger::Name(ALL, |document, name| {
        let is_one = document.vocabulary.has(Tags::HANDLING) && is_thing(document, name);
        is_one.then_some(Edit::Drop)
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "what is put somewhere",
            "She put the [L Velm] on the table.",
            "She put the Velm on the table.",
        ),
        Example::new(
            "what is picked up",
            "He picked up his [O Velm Tarvo].",
            "He picked up his Velm Tarvo.",
        ),
        Example::new(
            "what is worn",
            "He wore a [P Velm], too.",
            "He wore a Velm, too.",
        ),
        Example::new(
            "a body",
            "They put the [O Velm Council] on notice.",
            "They put the [O Velm Council] on notice.",
        ),
        Example::new(
            "a place",
            "It put the [L Bahamas] on the map.",
            "It put the [L Bahamas] on the map.",
        ),
        Example::new(
            "more behind it",
            "He dropped the [O Velm] bid.",
            "He dropped the [O Velm] bid.",
        ),
        Example::new(
            "no article",
            "She put [L Velm] on the map.",
            "She put [L Velm] on the map.",
        ),
    ],
};

/// What no thing is called by.
const NO_THING: Tags = Tags::HEAD
    .union(Tags::BODY_END)
    .union(Tags::BODY_NOUN)
    .union(Tags::SITE);

fn is_thing(document: &Document, name: &Name) -> bool {
    let (start, end) = (name.tokens.start, name.tokens.end);
    let owned = Tags::ARTICLE.union(Tags::CLASS_POSSESSIVE);
    if !document.tags(start.checked_sub(1)).has(owned) {
        return false;
    }
    let before = document.word_or_none(start.checked_sub(2));
    let verb = match before {
        "up" | "down" | "on" | "out" | "off" | "in" => start.checked_sub(3),
        _ => start.checked_sub(2),
    };
    let next = document.word_or_none(end);
    let is_whole = document.tags(end).has(Tags::PLACING)
        || !next.starts_with(char::is_alphanumeric) && !matches!(next, "'s" | "’s" | "-" | "&");
    let lists = document.lists(name.tokens.clone());
    let known = Gazetteer::PLACE
        .union(Gazetteer::NATIONALITY)
        .union(Gazetteer::ORGANIZATION)
        .union(Gazetteer::INSTITUTION);
    document.tags(verb).has(Tags::HANDLING)
        && is_whole
        && !lists.intersects(known)
        && !document.tags(end - 1).has(NO_THING)
        && document.word(start).contains(char::is_lowercase)
}
