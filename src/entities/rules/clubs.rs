//! Clubs that are called after towns or like them: the lists know them, and the sentence is about sport.

use super::rule::*;
use crate::lexicon::Gazetteer;

pub const RULE: Rule = Rule {
    id: "clubs",
    trigger: Trigger::Name(
        &[EntityType::Place, EntityType::Person],
        |document, name| is_club(document, name).then_some(Edit::Retype(EntityType::Organization)),
    ),
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
        Example::new(
            "a town that wins over another",
            "[L Velm] beat [L Marl] on Saturday.",
            "[O Velm] beat [L Marl] on Saturday.",
        ),
        Example::new(
            "a country",
            "[L Norway] beat [L Velm].",
            "[L Norway] beat [L Velm].",
        ),
        Example::new(
            "a player's old club",
            "The defender joined from [L Velm] for £3m.",
            "The defender joined from [O Velm] for £3m.",
        ),
        Example::new(
            "no player",
            "The nurse joined from [L Velm].",
            "The nurse joined from [L Velm].",
        ),
        Example::new(
            "no person",
            "[P Juventus] beat [L Velm].",
            "[O Juventus] beat [L Velm].",
        ),
        Example::new(
            "a person",
            "[P Emma Juventus] beat [P Ida Velm].",
            "[P Emma Juventus] beat [P Ida Velm].",
        ),
    ],
};

/// “Wolves beat Ashford”: a club that was passed over.
pub const PASSED_OVER: Rule = Rule {
    id: "clubs-passed-over",
    trigger: Trigger::Document(|document, names| {
        if !document.vocabulary.has(Tags::SPORT) {
            return 0;
        }
        let found = passed_over(document, names);
        names.add(found)
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "at the beginning of a sentence",
            "Juventus beat [L Velm].",
            "[O Juventus] beat [L Velm].",
        ),
        Example::new("no opponent", "Juventus beat us.", "Juventus beat us."),
        Example::new("no club", "Velm beat [L Marl].", "Velm beat [L Marl]."),
    ],
};

fn is_club(document: &Document, name: &Name) -> bool {
    let (start, end) = (name.tokens.start, name.tokens.end);
    let lists = document.lists(name.tokens.clone());
    let before = document.word_or_none(start.checked_sub(1));
    let is_where = matches!(before, "in" | "near" | "outside" | "around");
    if lists.intersects(Gazetteer::COUNTRY.union(Gazetteer::NATIONALITY)) || is_where {
        return false;
    }
    let is_known = lists.intersects(Gazetteer::CLUB) && !lists.intersects(Gazetteer::PEOPLE);
    let is_sport = |token: usize| document.tags(token).has(Tags::SPORT);
    let plays = is_sport(end) || start.checked_sub(1).is_some_and(is_sport);
    if name.entity_type == EntityType::Person {
        let is_bound = document.is_capital(start.checked_sub(1));
        return is_known && plays && name.tokens.len() == 1 && !is_bound;
    }
    let is_region = lists.intersects(Gazetteer::REGION);
    // A town plays where it wins, loses or is left.
    let wins = document.tags(end).has(Tags::SPORT) && document.is_capital(end + 1);
    let verb = document.word_or_none(start.checked_sub(2));
    let sentence = document.sentence(start);
    let is_left = before == "from" && matches!(verb, "joined" | "signed" | "arrived");
    let is_town = lists.intersects(Gazetteer::PLACE);
    is_known && (plays || !is_town && sentence.clone().any(is_sport))
        || !is_region && (wins || is_left && sentence.clone().any(is_sport))
}

/// The known clubs of one word that open a sentence, win over somebody, and stand outside of all names.
fn passed_over(document: &Document, names: &NameSet) -> Vec<Name> {
    let starts = document.sentences.iter().map(|sentence| sentence.start);
    let wins = |&start: &usize| {
        document.tags(start + 1).has(Tags::SPORT)
            && document.is_capital(start)
            && document.is_capital(start + 2)
            && !document.is_capital(start + 1)
            && document.lists(start..start + 1).intersects(Gazetteer::CLUB)
            && names.around(&(start..start + 1)).is_empty()
    };
    let club = |start| Name {
        tokens: start..start + 1,
        entity_type: EntityType::Organization,
    };
    starts.filter(wins).map(club).collect()
}
