//! Who is listed with a nation and a result, or named with an age: “Holm (Norway) 67-70-68”, “Holm, 43, was”.

use std::ops::Range;

use super::capitals::{VERB, capitals_before, is_age, is_unlisted};
use super::known::BODIES;
use super::rule::*;
use crate::lexicon::Gazetteer;

pub const RULE: Rule = Rule {
    id: "players",
    trigger: Trigger::Document(|document, names| {
        let [brackets, commas] = ["(", ","].map(|mark| document.vocabulary.tokens_of(mark));
        let found = brackets
            .filter_map(|bracket| player(document, bracket))
            .chain(commas.filter_map(|comma| aged(document, comma)));
        let player = |tokens| Name {
            tokens,
            entity_type: EntityType::Person,
        };
        names.put(found.map(player).collect())
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "somebody's age",
            "Velm, 43, was freed. Police held [L Tarvo Marl], 19, of [L Oslo].",
            "[P Velm], 43, was freed. Police held [P Tarvo Marl], 19, of [L Oslo].",
        ),
        Example::new(
            "what is no age",
            "[L Oslo], 12, was a port. In [L Velm], 43, of whom left. [O Marl] 21, [O Velm], 14, and",
            "[L Oslo], 12, was a port. In [L Velm], 43, of whom left. [O Marl] 21, [O Velm], 14, and",
        ),
        Example::new(
            "rounds",
            "[L Velm] ([L Norway]) 67-70-68; [O T. Marl] ([L Kenya]) 70-70-70",
            "[P Velm] ([L Norway]) 67-70-68; [P T. Marl] ([L Kenya]) 70-70-70",
        ),
        Example::new(
            "times",
            "1 Velm ([L Norway]) 9.98, 2 [O Marl] ([L Kenya]) 10:04",
            "1 [P Velm] ([L Norway]) 9.98, 2 [P Marl] ([L Kenya]) 10:04",
        ),
        Example::new(
            "a club",
            "[O Velm] ([L Norway]) 2-1 [O Marl] ([L Kenya])",
            "[O Velm] ([L Norway]) 2-1 [O Marl] ([L Kenya])",
        ),
        Example::new(
            "a town",
            "[L Velm] ([L Norway]) 40,000",
            "[L Velm] ([L Norway]) 40,000",
        ),
    ],
};

/// The most tokens of a player's name and of a nation's.
const LONGEST: usize = 3;

/// Who stands before the bracket with a nation, if a result of one stands behind it.
fn player(document: &Document, bracket: usize) -> Option<Range<usize>> {
    let nation = bracket + 1;
    let mut ends = nation + 1..=nation + LONGEST;
    let end = ends.find(|&end| document.word_or_none(end) == ")")?;
    let is_nation = document.lists(nation..end).intersects(Gazetteer::COUNTRY)
        || document.tags(nation).has(Tags::HOME_NATION);
    if !is_nation || !is_result(document, end + 1) {
        return None;
    }
    let sentence = document.sentence(bracket);
    let run = (sentence.start..bracket)
        .rev()
        .take_while(|&token| document.is_capital(token));
    let start = bracket - run.count();
    (start < bracket && bracket - start <= LONGEST).then_some(start..bracket)
}

/// Whether rounds or a time begin at a token: “67-70-68”, “9.98”.
fn is_result(document: &Document, token: usize) -> bool {
    let is_number = |token| {
        document
            .word_or_none(token)
            .starts_with(|c: char| c.is_ascii_digit())
    };
    let is_dash = |token| matches!(document.word_or_none(token), "-" | "–");
    let is_time = document.word_or_none(token).contains(['.', ':']);
    let rounds = || is_dash(token + 1) && is_number(token + 2) && is_dash(token + 3);
    is_number(token) && (is_time || rounds() && is_number(token + 4))
}

/// Who stands before a comma with an age behind it: “Velm, 43, was freed”.
fn aged(document: &Document, comma: usize) -> Option<Range<usize>> {
    let next = document.word_or_none(comma + 3);
    let goes_on = document.tags(comma + 3).has(VERB)
        || matches!(next, "of" | "from" | "who" | "was" | "is" | "has" | "had");
    if !is_age(document, comma + 1) || document.word_or_none(comma + 2) != "," || !goes_on {
        return None;
    }
    let who = capitals_before(document, comma);
    let before = document.word_or_none(who.start.checked_sub(1));
    let is_where = matches!(before, "in" | "at" | "near" | "of" | "," | "and");
    let other = Gazetteer::PLACE.union(BODIES).union(Gazetteer::NATIONALITY);
    (!is_where && is_unlisted(document, &who, other)).then_some(who)
}
