//! Teams that are called by their city: “Boston beat Miami 112-104”, “Luton striker Ana Ruiz”.

use super::draft::Draft;
use super::{Name, is_possessive, lists_of};
use crate::annotations::EntityType;
use crate::lexicon::Gazetteer;
use crate::text::{Document, TokenKind};

/// What one team did to another.
pub const WINNING: &[&str] = &[
    "beat",
    "beats",
    "crushed",
    "defeated",
    "downed",
    "drew",
    "edged",
    "hammered",
    "held",
    "lost",
    "outscored",
    "overcame",
    "routed",
    "stunned",
    "thrashed",
    "thumped",
    "trounced",
    "won",
];

/// Who plays for a team or trains it.
pub const PLAYERS: &[&str] = &[
    "coach",
    "goalkeeper",
    "linebacker",
    "manager",
    "midfielder",
    "playmaker",
    "quarterback",
    "skipper",
    "striker",
    "winger",
];

/// How far behind the verb the score stands, at most.
const NEAR: usize = 8;

/// Takes the cities around a verb of winning for teams where a score follows.
pub fn find_winners(document: &Document, draft: &mut Draft, verb: usize) {
    let end = (verb + NEAR).min(document.tokens.len());
    let mut near = (verb + 1..end).take_while(|&token| document.word(token) != ".");
    if !near.any(|token| is_score(document, token)) {
        return;
    }
    let reach = verb.saturating_sub(1)..end;
    let mut names = draft.around(&reach).iter_mut();
    let Some(winner) = names.next().filter(|name| name.tokens.end == verb) else {
        return;
    };
    take_for_team(document, winner);
    // “beat Miami”, “held off Miami”, “lost 2-0 to Miami”
    if let Some(loser) = names.next()
        && (loser.tokens.start <= verb + 2 || names_loser(document, loser.tokens.start))
    {
        take_for_team(document, loser);
    }
}

/// Takes a city before a player for a team: “Luton striker”, but not “its London manager”.
pub fn find_employer(document: &Document, draft: &mut Draft, player: usize) {
    let [team] = draft.around(&(player.saturating_sub(1)..player)) else {
        return;
    };
    let is_other = |before: usize| {
        let word = document.word(before);
        is_possessive(word) || ["its", "in", "of", "'s", "’s"].contains(&word)
    };
    // “Leeds coach station”
    let is_named =
        !matches!(document.word(player), "coach" | "manager") || document.is_capital(player + 1);
    if is_named
        && team.tokens.end == player
        && !team.tokens.start.checked_sub(1).is_some_and(is_other)
    {
        take_for_team(document, team);
    }
}

fn take_for_team(document: &Document, name: &mut Name) {
    let lists = lists_of(document, name.tokens.clone());
    let regions = Gazetteer::COUNTRY.union(Gazetteer::REGION);
    if name.entity_type == EntityType::Place
        && (lists.intersects(Gazetteer::ANY_CITY) || !lists.intersects(regions))
    {
        name.entity_type = EntityType::Organization;
    }
}

/// “2-0 to Miami”: whether a team stands behind a score.
fn names_loser(document: &Document, start: usize) -> bool {
    start > 3
        && matches!(document.word(start - 1), "to" | "with" | "against" | "over")
        && is_score(document, start - 4)
}

/// “2-0”
fn is_score(document: &Document, token: usize) -> bool {
    let is_number = |token: usize| {
        document
            .tokens
            .get(token)
            .is_some_and(|token| token.kind == TokenKind::Number && token.span.len() <= 3)
    };
    is_number(token)
        && is_number(token + 2)
        && matches!(document.word(token + 1), "-" | "–")
        && document.is_within_word(token + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::tagged;
    use EntityType::{Organization, Place};

    #[test]
    fn cities_that_play_are_teams() {
        let cases: &[(&str, &str, &str, [EntityType; 2])] = &[
            (
                "winner and loser",
                "Velm beat Tarvo 2-0.",
                "beat",
                [Organization; 2],
            ),
            (
                "far apart",
                "Velm held off Tarvo 24-21.",
                "held",
                [Organization; 2],
            ),
            (
                "a loser first",
                "Velm lost 2-0 to Tarvo.",
                "lost",
                [Organization; 2],
            ),
            (
                "away",
                "Velm lost 2-0 at Tarvo.",
                "lost",
                [Organization, Place],
            ),
            ("no score", "Velm beat Tarvo again.", "beat", [Place; 2]),
            (
                "another's score",
                "Velm beat Tarvo. It was 2-0.",
                "beat",
                [Place; 2],
            ),
            ("nations", "Kenya beat Ghana 2-0.", "beat", [Place; 2]),
            (
                "a player",
                "Velm striker Ida of Tarvo",
                "striker",
                [Organization, Place],
            ),
            (
                "a coach",
                "Velm coach Ida of Tarvo",
                "coach",
                [Organization, Place],
            ),
            (
                "a station",
                "Velm coach station, Tarvo",
                "coach",
                [Place; 2],
            ),
            (
                "a company's man",
                "its Velm manager Ida, Tarvo",
                "manager",
                [Place; 2],
            ),
        ];
        for (case, text, word, [first, second]) in cases {
            let document = Document::new(text);
            let [one, other] = if text.contains("Kenya") {
                ["Kenya", "Ghana"]
            } else {
                ["Velm", "Tarvo"]
            };
            let names = tagged(&document, &[(one, Place), (other, Place)]);
            let mut draft = Draft::new(names);
            let token = document.token_at(text.find(word).expect("it is there"));
            if PLAYERS.contains(word) {
                find_employer(&document, &mut draft, token);
            } else {
                find_winners(&document, &mut draft, token);
            }
            let expected = tagged(&document, &[(one, *first), (other, *second)]);
            assert_eq!(draft.finish(), expected, "{case}");
        }
    }
}
