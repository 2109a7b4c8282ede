//! Clubs that are called after towns or like them: the lists know them, and the sentence is about sport.

use std::ops::Range;

use super::everywhere::{Forms, is_apart};
use super::matches::{may_be_club, met, plays, scores, short_forms};
use super::rule::*;
use crate::lexicon::Gazetteer;

pub const RULE: Rule = Rule {
    id: "clubs",
    trigger: Trigger::Document(|document, names| {
        let scores = scores(document);
        let has_sport = document.vocabulary.has(Tags::SPORT);
        if scores.is_empty() && !has_sport {
            return 0;
        }
        let is_report = !scores.is_empty() || document.tokens_tagged(Tags::SPORT).nth(1).is_some();
        let clubs = names.names().iter().filter(|name| {
            let is_other = matches!(name.entity_type, EntityType::Place | EntityType::Person);
            is_other && (is_club(document, name, is_report) || is_report && plays(document, name))
        });
        let mut clubs: Vec<Range<usize>> = clubs.map(|name| name.tokens.clone()).collect();
        clubs.extend(scores);
        if is_report {
            clubs.extend(met(document, names));
            clubs.extend(short_forms(document, names, &clubs));
        }
        name_clubs(document, names, &Forms::of(document, clubs))
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "several words",
            "The winger left [L Aston Villa].",
            "The winger left [O Aston Villa].",
        ),
        Example::new(
            "a result",
            "[P Velm] beat [L Marl] 3-1 on Friday. [P Ida Holm] beat [P Emma Tarvo] 6-4 6-3.",
            "[O Velm] beat [O Marl] 3-1 on Friday. [P Ida Holm] beat [P Emma Tarvo] 6-4 6-3.",
        ),
        Example::new(
            "the other side",
            "[O Velm Town] lost 2-1 to [L Marl] and drew 0-0 at [L Tarvo]. The striker left.",
            "[O Velm Town] lost 2-1 to [O Marl] and drew 0-0 at [L Tarvo]. The striker left.",
        ),
        Example::new(
            "the town of a club",
            "[O Velm Town] 2-1 [O Marl]. [L Velm] climb to third. It rains in [L Velm].",
            "[O Velm Town] 2-1 [O Marl]. [O Velm] climb to third. It rains in [L Velm].",
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
        Example::new(
            "whose coach is named",
            "[P Velm] coach [P Emma Holm] and a striker beat us.",
            "[O Velm] coach [P Emma Holm] and a striker beat us.",
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
            "a score",
            "Velm 2-1 [P Tarvo], and [L Velm] went home.",
            "[O Velm] 2-1 [O Tarvo], and [O Velm] went home.",
        ),
        Example::new(
            "a headline with a score",
            "Velm 2 Tarvo Rovers 1\n\n[L Velm] went home.",
            "[O Velm] 2 [O Tarvo Rovers] 1\n\n[O Velm] went home.",
        ),
        Example::new(
            "a club that was taken for a town and a day",
            "The striker and the winger left. They host [L Sheffield] Wednesday next.",
            "The striker and the winger left. They host [O Sheffield Wednesday] next.",
        ),
        Example::new(
            "a country's score",
            "[L Norway] 2-1 [L Kenya]",
            "[L Norway] 2-1 [L Kenya]",
        ),
        Example::new(
            "who meet, in a report on matches",
            "The striker and the winger left. Velm face Marl on Friday.",
            "The striker and the winger left. [O Velm] face [O Marl] on Friday.",
        ),
        Example::new(
            "what it is called for short",
            "The striker of [O Velm Rovers] and the winger left. Rovers are wet. It was Rovers who left.",
            "The striker of [O Velm Rovers] and the winger left. [O Rovers] are wet. It was [O Rovers] who left.",
        ),
        Example::new(
            "another club's player",
            "The striker and the winger left. City’s [P Ida Holm] came.",
            "The striker and the winger left. [O City]’s [P Ida Holm] came.",
        ),
        Example::new(
            "who leads it",
            "The striker and the winger left. [L Velm] manager [P Ida Holm] came.",
            "The striker and the winger left. [O Velm] manager [P Ida Holm] came.",
        ),
        Example::new(
            "people who play",
            "The striker and the winger left. [P Holm] beat [P Velm].",
            "The striker and the winger left. [P Holm] beat [P Velm].",
        ),
        Example::new(
            "what is not for sport",
            "[L Velm] are wet. [L Velm] fans came.",
            "[L Velm] are wet. [L Velm] fans came.",
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

fn is_club(document: &Document, name: &Name, is_report: bool) -> bool {
    let (start, end) = (name.tokens.start, name.tokens.end);
    let lists = document.lists(name.tokens.clone());
    let before = document.word_or_none(start.checked_sub(1));
    if !may_be_club(document, &name.tokens) {
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
    let sentence = document.sentence(start);
    let has_sport = || sentence.clone().any(is_sport);
    let earliest = start.saturating_sub(NEAR).max(sentence.start);
    let is_left = before == "from"
        && (earliest..start).any(|token| {
            matches!(
                document.word(token),
                "joined" | "signed" | "arrived" | "loan" | "transfer"
            )
        });
    let is_town = lists.intersects(Gazetteer::PLACE);
    is_known && (plays || !is_town && (is_report || has_sport()))
        || !is_region && (wins || is_left && (is_report || has_sport()))
}

/// How near to a club the word is that says where somebody came from, in tokens.
const NEAR: usize = 12;

/// Makes forms clubs wherever they stand by themselves, but for towns that something is in.
fn name_clubs(document: &Document, names: &mut NameSet, clubs: &Forms) -> usize {
    let changed = names.edit(|name| {
        let is_other = matches!(name.entity_type, EntityType::Place | EntityType::Person);
        let is_club =
            is_other && clubs.has(document, &name.tokens) && may_be_club(document, &name.tokens);
        is_club.then_some(Edit::Retype(EntityType::Organization))
    });
    let is_free = |tokens: &Range<usize>| {
        is_apart(document, tokens)
            && document.is_capital(tokens.start)
            && may_be_club(document, tokens)
    };
    let found = clubs.places(document).into_iter().filter(is_free);
    let found = found.map(|tokens| Name {
        tokens,
        entity_type: EntityType::Organization,
    });
    changed + names.put(found.collect())
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
