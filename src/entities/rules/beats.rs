//! What a reporter of a broadcaster reports on, which the tagger took for a part of the broadcaster's name.

use std::ops::Range;

use super::rule::*;
use crate::entities::rules::known::BODIES;
use crate::lexicon::Gazetteer;

/// “CNN White House correspondent Ana Ruiz” names the broadcaster and the White House.
pub const RULE: Rule = Rule {
    id: "beats",
    trigger: Trigger::Name(&[EntityType::Organization], |document, name| {
        let (start, end) = (name.tokens.start, name.tokens.end);
        if !document.tags(start).has(Tags::BROADCASTER) || !document.tags(end).has(Tags::ROLE) {
            return None;
        }
        let beat = (start + 1..end).find_map(|beat| Some((beat, kind(document, beat..end)?)));
        let (beat, entity_type) = beat?;
        Some(Edit::cut(
            name,
            beat,
            [EntityType::Organization, entity_type],
        ))
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a body",
            "by [O BBC Pentagon] correspondent",
            "by [O BBC] [O Pentagon] correspondent",
        ),
        Example::new(
            "two words of both",
            "by [O NBC News Africa] reporter",
            "by [O NBC News] [L Africa] reporter",
        ),
        Example::new(
            "a place",
            "by [O BBC Africa] editor",
            "by [O BBC] [L Africa] editor",
        ),
        Example::new(
            "a department",
            "by [O BBC News] editor",
            "by [O BBC News] editor",
        ),
        Example::new(
            "no reporter",
            "on [O BBC Africa] last night",
            "on [O BBC Africa] last night",
        ),
        Example::new(
            "no broadcaster",
            "by [O Velm Africa] editor",
            "by [O Velm Africa] editor",
        ),
    ],
};

/// What is known by some tokens as a whole, if anything is.
fn kind(document: &Document, tokens: Range<usize>) -> Option<EntityType> {
    let lists = document.lists(tokens.clone());
    let first = document.tags(tokens.start);
    if lists.intersects(Gazetteer::PLACE) {
        return Some(EntityType::Place);
    }
    let is_listed =
        lists.intersects(BODIES) && (tokens.len() > 1 || document.is_rare(tokens.start));
    (is_listed || first.has(Tags::THE_BODY)).then_some(EntityType::Organization)
}
