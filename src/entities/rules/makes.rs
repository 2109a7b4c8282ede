//! Cars, which are no bodies: a make and a model behind an article.

use super::rule::*;
use crate::lexicon::Gazetteer;

pub const RULE: Rule = Rule {
    id: "makes",
    trigger: Trigger::Name(
        &[EntityType::Organization, EntityType::Place],
        |document, name| is_car(document, name).then_some(Edit::Drop),
    ),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a car",
            "drove the [O Ford Velm] home",
            "drove the Ford Velm home",
        ),
        Example::new("its number", "his [O Audi A4] was", "his Audi A4 was"),
        Example::new("a maker", "the [O Ford] plant", "the [O Ford] plant"),
        Example::new(
            "a body",
            "the [O Ford Foundation] gave",
            "the [O Ford Foundation] gave",
        ),
        Example::new(
            "who speaks for a body",
            "a [O Ford Europe] spokesman",
            "a [O Ford Europe] spokesman",
        ),
        Example::new("no article", "at [O Ford Velm]", "at [O Ford Velm]"),
    ],
};

fn is_car(document: &Document, name: &Name) -> bool {
    let before = name.tokens.start.checked_sub(1);
    let last = document.tags(name.tokens.end - 1);
    let is_body = last.has(
        Tags::HEAD
            .union(Tags::COMPANY_SUFFIX)
            .union(Tags::BODY_END)
            .union(Tags::BODY_NOUN),
    );
    let owned = Tags::ARTICLE.union(Tags::CLASS_POSSESSIVE);
    let is_thing = matches!(document.word_or_none(before), "new" | "old" | "used")
        || document.tags(before).has(owned);
    let next = document.tags(name.tokens.end);
    name.tokens.len() > 1
        && document.tags(name.tokens.start).has(Tags::MAKE)
        && is_thing
        && !is_body
        && !next.has(Tags::ROLE.union(Tags::BODY_NOUN).union(Tags::SITE))
        && !document
            .lists(name.tokens.clone())
            .intersects(Gazetteer::BODY.union(Gazetteer::BUSINESS))
}
