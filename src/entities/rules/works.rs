//! Events and works among what the tagger sees as things of other kinds: products, languages and prizes are
//! left out.

use std::ops::Range;

use super::headlines::ends_name;
use super::rule::*;
use crate::quotation_marks::Uses;

pub const RULE: Rule = Rule {
    id: "works",
    trigger: Trigger::Document(|document, names| {
        let others = names.others().iter();
        let found: Vec<Name> = others
            .filter_map(|tokens| {
                Some(Name {
                    tokens: tokens.clone(),
                    entity_type: event_or_work(document, tokens)?,
                })
            })
            .collect();
        names.add(found)
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "an event",
            "since [? World War II]",
            "since [E World War II]",
        ),
        Example::new("a law", "the [? Velm Treaty]", "the [W Velm Treaty]"),
        Example::new(
            "a title within marks",
            "sang “[? Marl Bay]”",
            "sang “[W Marl Bay]”",
        ),
        Example::new("a product", "a [? Velm 3000]", "a Velm 3000"),
        Example::new(
            "a headline",
            "[? Ana Ruiz To Face Trial]",
            "Ana Ruiz To Face Trial",
        ),
    ],
};

/// “the ‘Clean Rivers’ programme”: a name within marks of its own, before the noun for a work.
pub const TITLES: Rule = Rule {
    id: "titles",
    trigger: Trigger::Name(ALL, |document, name| {
        let noun = document.tags(name.tokens.end + 1);
        let is_title = noun.has(Tags::WORK) && is_quoted(document, &name.tokens);
        is_title.then_some(Edit::Retype(EntityType::Work))
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a programme",
            "the ‘[L Velm Rivers]’ programme",
            "the ‘[W Velm Rivers]’ programme",
        ),
        Example::new(
            "no marks",
            "the [L Velm Rivers] programme",
            "the [L Velm Rivers] programme",
        ),
        Example::new("no work", "“[P Velm],” the nurse", "“[P Velm],” the nurse"),
    ],
};

/// What a thing is by one of its words, which is not always the last (“Battle of Hastings”), or by
/// the marks around it.
fn event_or_work(document: &Document, tokens: &Range<usize>) -> Option<EntityType> {
    // “Ana Ruiz To Face Trial Over Fraud” is a headline.
    if tokens.clone().any(|token| ends_name(document, token)) {
        return None;
    }
    let has = |any: Tags| tokens.clone().any(|token| document.tags(token).has(any));
    if has(Tags::EVENT.union(Tags::EVENT_END)) {
        return Some(EntityType::Event);
    }
    (has(Tags::LAW) || is_quoted(document, tokens)).then_some(EntityType::Work)
}

/// Whether the marks of a quotation stand around some tokens and nothing else.
fn is_quoted(document: &Document, tokens: &Range<usize>) -> bool {
    let before = document.word_or_none(tokens.start.checked_sub(1));
    let after = document.word_or_none(tokens.end);
    Uses::of(before).has(Uses::OPENS) && Uses::of(after).has(Uses::CLOSES)
}
