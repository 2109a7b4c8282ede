//! Who is listed with a nation and a result: “Holm (Norway) 67-70-68”.

use std::ops::Range;

use super::rule::*;
use crate::lexicon::Gazetteer;

pub const RULE: Rule = Rule {
    id: "players",
    trigger: Trigger::Document(|document, names| {
        let found = (1..document.tokens.len())
            .filter(|&bracket| document.word(bracket) == "(")
            .filter_map(|bracket| player(document, bracket));
        let player = |tokens| Name {
            tokens,
            entity_type: EntityType::Person,
        };
        names.put(found.map(player).collect())
    }),
    #[cfg(test)]
    examples: &[
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
