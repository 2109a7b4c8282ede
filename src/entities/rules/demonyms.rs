//! Somebody by where they come from, in a word that is a name elsewhere: “the Dane”.

use std::ops::Range;

use super::rule::*;

pub const RULE: Rule = Rule {
    id: "demonyms",
    trigger: Trigger::Name(
        &[
            EntityType::Person,
            EntityType::Organization,
            EntityType::Place,
        ],
        |document, name| {
            let Range { start, end } = name.tokens;
            let before = start.checked_sub(1)?;
            let is_demonym = end - start == 1
                && document.tags(start).has(Tags::DEMONYM)
                && document.tags(before).has(Tags::DETERMINER)
                && !document.is_capital(end);
            is_demonym.then_some(Edit::Retype(EntityType::Group))
        },
    ),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a first name elsewhere",
            "the [P Dane] told reporters",
            "the [G Dane] told reporters",
        ),
        Example::new(
            "a body elsewhere",
            "A [O Swede] has won.",
            "A [G Swede] has won.",
        ),
        Example::new(
            "a surname elsewhere",
            "The [P Fleming] won.",
            "The [G Fleming] won.",
        ),
        Example::new("a first name", "then [P Dane] left", "then [P Dane] left"),
        Example::new(
            "with a surname",
            "the [P Finn] Holm who left",
            "the [P Finn] Holm who left",
        ),
        Example::new(
            "in a name",
            "the [O Dubliner Bank] fell",
            "the [O Dubliner Bank] fell",
        ),
    ],
};
