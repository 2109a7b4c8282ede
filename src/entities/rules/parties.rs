//! A politician's state behind the letter of a party, “D-Ohio”, and the party before a name, “Conservative Ida Holm”.

use std::ops::Range;

use super::rule::*;
use crate::lexicon::Gazetteer;

pub const RULE: Rule = Rule {
    id: "parties",
    trigger: Trigger::Name(ALL, |document, name| {
        let Range { start, end } = name.tokens;
        if let Some(edit) = member(document, name) {
            return Some(edit);
        }
        let is_party = end - start > 2
            && matches!(document.word(start), "D" | "R" | "I")
            && matches!(document.word(start + 1), "-" | "–")
            && document.is_within_word(start + 1);
        let state = Name {
            tokens: start + 2..end,
            entity_type: EntityType::Place,
        };
        let is_state = || {
            document
                .lists(state.tokens.clone())
                .intersects(Gazetteer::REGION)
                || document.word(end - 1).ends_with('.')
                || name.entity_type == EntityType::Place
        };
        (is_party && is_state()).then(|| Edit::Split(vec![state.clone()]))
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "whose member somebody is",
            "[O Liberal Democrat Ida Velm] and [P Conservative Emma Holm] left [P Tory Velm Marl].",
            "[G Liberal Democrat] [P Ida Velm] and [G Conservative] [P Emma Holm] left [P Tory Velm Marl].",
        ),
        Example::new(
            "a state",
            "Ana Holm, [O D-Ohio], left",
            "Ana Holm, D-[L Ohio], left",
        ),
        Example::new(
            "a shortened one",
            "Ana Holm ([P R-Ky.])",
            "Ana Holm (R-[L Ky.])",
        ),
        Example::new(
            "a part of a city",
            "Ana Holm ([L D-Velm])",
            "Ana Holm (D-[L Velm])",
        ),
        Example::new("a firm", "a [O D-Link] box", "a [O D-Link] box"),
        Example::new("another letter", "[L A-Ohio]", "[L A-Ohio]"),
        Example::new("no more", "[L D-]", "[L D-]"),
    ],
};

/// A party and who belongs to it, of what was taken for one name: “Liberal Democrat Ida Holm”.
fn member(document: &Document, name: &Name) -> Option<Edit> {
    let Range { start, end } = name.tokens;
    let is_party = |&token: &usize| document.tags(token).has(Tags::PARTISAN);
    let first = start + (start..end).take_while(is_party).count();
    let is_member = first > start && end - first > 1 && document.is_first_name(first);
    (is_member && !document.tags(end - 1).has(Tags::HEAD))
        .then(|| Edit::cut(name, first, [EntityType::Group, EntityType::Person]))
}
