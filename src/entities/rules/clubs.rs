//! Clubs that are called after towns or like them: the lists know them, and the sentence is about sport.

use super::rule::*;
use crate::lexicon::Gazetteer;

pub const RULE: Rule = Rule {
    id: "clubs",
    trigger: Trigger::Name(&[EntityType::Place], |document, name| {
        is_club(document, name).then_some(Edit::Retype(EntityType::Organization))
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "several words",
            "The winger left [L Aston Villa].",
            "The winger left [O Aston Villa].",
        ),
        Example::new(
            "a match",
            "[L Juventus] beat [L Velm] on Saturday.",
            "[O Juventus] beat [L Velm] on Saturday.",
        ),
        Example::new(
            "a player",
            "The striker left [L Juventus].",
            "The striker left [O Juventus].",
        ),
        Example::new(
            "a town that plays",
            "[L Liverpool] beat [L Velm].",
            "[O Liverpool] beat [L Velm].",
        ),
        Example::new(
            "a town",
            "The striker lives near [L Liverpool].",
            "The striker lives near [L Liverpool].",
        ),
        Example::new("no sport", "[L Juventus] was wet.", "[L Juventus] was wet."),
        Example::new(
            "where it was",
            "They beat them in [L Juventus].",
            "They beat them in [L Juventus].",
        ),
        Example::new("no club", "[L Velm] beat us.", "[L Velm] beat us."),
    ],
};

fn is_club(document: &Document, name: &Name) -> bool {
    let (start, end) = (name.tokens.start, name.tokens.end);
    let lists = document.lists(name.tokens.clone());
    let other = Gazetteer::PEOPLE
        .union(Gazetteer::COUNTRY)
        .union(Gazetteer::NATIONALITY);
    if !lists.intersects(Gazetteer::CLUB) || lists.intersects(other) {
        return false;
    }
    let before = document.word_or_none(start.checked_sub(1));
    let is_where = matches!(before, "in" | "near" | "outside" | "around");
    let is_sport = |token: usize| document.tags(token).has(Tags::SPORT);
    // A town plays where it wins, loses or is left.
    let plays = is_sport(end)
        || start.checked_sub(1).is_some_and(is_sport)
        || before == "from" && document.word_or_none(start.checked_sub(2)) == "joined";
    let is_town = lists.intersects(Gazetteer::PLACE);
    !is_where && (plays || !is_town && document.sentence(start).any(is_sport))
}
