//! Where clubs stand in reports on matches: in scores, before and behind words for who plays whom.

use std::ops::Range;

use super::capitals::{capitals_before, capitals_from};
use super::rule::*;
use crate::lexicon::Gazetteer;
use crate::text::TokenKind;

/// The most tokens of a club's name.
const LONGEST: usize = 3;

/// What no club is called by itself: countries play as places.
pub fn may_be_club(document: &Document, club: &Range<usize>) -> bool {
    let before = document.word_or_none(club.start.checked_sub(1));
    let lists = document.lists(club.clone());
    // “Houston, Texas”
    let is_behind_town = before == "," && lists.intersects(Gazetteer::REGION);
    !matches!(before, "in" | "near" | "outside" | "around")
        && !is_behind_town
        && !lists.intersects(Gazetteer::COUNTRY.union(Gazetteer::NATIONALITY))
        && !document.tags(club.start).has(Tags::HOME_NATION)
}

/// Whether a place of a report on sport is one that plays: “Velm manager”, “Velm are”, “against Velm”.
pub fn plays(document: &Document, name: &Name) -> bool {
    let (start, end) = (name.tokens.start, name.tokens.end);
    let next = document.word_or_none(end);
    let before = document.word_or_none(start.checked_sub(1));
    // “Velm are”, but not “levels at Velm are”
    let is_subject = document.sentence(start).start == start
        || matches!(
            before,
            "that" | "when" | "while" | "where" | "as" | "but" | "if"
        );
    let are = is_subject && matches!(next, "are" | "have" | "were");
    let is_led = document.tags(end).has(Tags::CLUB_POST);
    // “Velm coach Ida Holm”: nobody is called by two names around a post.
    let leads = || is_led && end - start == 1 && document.is_first_name(end + 1);
    (name.entity_type == EntityType::Place || leads())
        && (is_led
            || are && !document.word(end - 1).ends_with('s')
            || is_meeting(document, start.checked_sub(1)))
        && may_be_club(document, &name.tokens)
}

/// Whether a word stands before the name of whom one plays against.
fn is_meeting(document: &Document, token: Option<usize>) -> bool {
    document.word_or_none(token) == "against" || is_match(document, token)
}

/// Whether a word stands between two that play.
fn is_match(document: &Document, token: impl Into<Option<usize>>) -> bool {
    let token = token.into();
    document.tags(token).has(Tags::MATCH) && !document.is_capital(token)
}

/// Both sides of the scores of a text: “Velm 2-1 Tarvo”.
pub fn scores(document: &Document) -> Vec<Range<usize>> {
    let is_number = |token: usize| {
        let token = document.tokens.get(token);
        token.is_some_and(|it| it.kind == TokenKind::Number && it.span.len() < 3)
    };
    let is_capital = |token: &usize| document.is_capital(*token);
    let mut sides = Vec::new();
    for first in (1..document.tokens.len()).filter(|&token| is_number(token)) {
        // “lost 2-1 to Tarvo”, “drew 0-0 at Tarvo”
        if matches!(document.word_or_none(first + 1), "-" | "–") && is_number(first + 2) {
            sides.extend(opponent(document, first + 3));
            // “6-4 6-3”
            let is_set = is_number(first + 3)
                || document.word_or_none(first + 3) == "," && is_number(first + 4);
            if !is_set {
                sides.extend(beaten(document, first).into_iter().flatten());
            }
        }
        if !document.is_capital(first - 1) {
            continue;
        }
        let sentence = document.sentence(first);
        if matches!(document.word_or_none(first + 1), "-" | "–")
            && is_number(first + 2)
            && document.is_capital(first + 3)
        {
            let ahead = (sentence.start..first).rev().take_while(is_capital).count();
            let behind = (first + 3..sentence.end).take_while(is_capital).count();
            sides.extend([first - ahead..first, first + 3..first + 3 + behind]);
        }
        // “Velm 2 Tarvo 1”
        if !document.is_capital(first + 1) || first - sentence.start > LONGEST {
            continue;
        }
        let second = first + 1 + (first + 1..sentence.end).take_while(is_capital).count();
        let opens = (sentence.start..first).all(|token| document.is_capital(token));
        let is_named = document.is_rare(sentence.start) || document.is_rare(first + 1);
        if opens && is_named && is_number(second) && second + 1 >= sentence.end {
            sides.extend([sentence.start..first, first + 1..second]);
        }
    }
    sides.retain(|side| !side.is_empty() && side.len() <= LONGEST && may_be_club(document, side));
    sides
}

/// Who beat whom before their score: “Velm beat Tarvo 2-1”.
fn beaten(document: &Document, score: usize) -> Option<[Range<usize>; 2]> {
    let loser = capitals_before(document, score);
    let verb = loser.start.checked_sub(1)?;
    let winner = capitals_before(document, verb);
    let is_nobody = |side: &Range<usize>| {
        !document.lists(side.clone()).intersects(Gazetteer::PEOPLE)
            && !document.is_first_name(side.start)
    };
    let is_result = is_match(document, verb) && is_nobody(&winner) && is_nobody(&loser);
    is_result.then_some([winner, loser])
}

/// Whom somebody won, lost or drew against by the words behind the score; somewhere else may be a ground.
fn opponent(document: &Document, behind: usize) -> Option<Range<usize>> {
    let word = |token: usize| document.word_or_none(token);
    let is_home = word(behind) == "at" && word(behind + 1) == "home";
    let preposition = behind + 2 * usize::from(is_home);
    let side = capitals_from(document, preposition + 1);
    let lists = document.lists(side.clone());
    let is_side = match word(preposition) {
        "to" | "with" | "over" | "by" | "against" => {
            !lists.intersects(Gazetteer::PEOPLE) || lists.intersects(Gazetteer::CLUB)
        }
        "at" => lists.intersects(Gazetteer::CLUB),
        _ => false,
    };
    is_side.then_some(side)
}

/// Clubs that were passed over: “face Velm”, “Velm play Tarvo”, “City’s Ida Holm”.
pub fn met(document: &Document, names: &NameSet) -> Vec<Range<usize>> {
    let mut clubs = Vec::new();
    for sentence in &document.sentences {
        let mut start = sentence.start;
        while start < sentence.end {
            let run = (start..sentence.end).take_while(|&token| document.is_capital(token));
            let club = start..start + run.count();
            start = club.end.max(start + 1);
            if !club.is_empty()
                && may_be_club(document, &club)
                && (is_listed(document, &club)
                    || is_side(document, &club, sentence) && names.around(&club).is_empty())
            {
                clubs.push(club);
            }
        }
    }
    clubs
}

/// Whether a list has some capitals as a club and nothing else, or several words as one.
fn is_listed(document: &Document, club: &Range<usize>) -> bool {
    let lists = document.lists(club.clone());
    let other = Gazetteer::PEOPLE.union(Gazetteer::PLACE);
    lists.intersects(Gazetteer::CLUB) && (club.len() > 1 || !lists.intersects(other))
}

/// Whether some capitals stand where one that plays does.
fn is_side(document: &Document, club: &Range<usize>, sentence: &Range<usize>) -> bool {
    let next = document.word_or_none(club.end);
    let tags = document.tags(club.start);
    if tags.has(Tags::CLUB_END) && club.len() == 1 {
        let owns = matches!(next, "'s" | "’s") && document.is_capital(club.end + 1);
        let is_led = document.tags(club.end).has(Tags::CLUB_POST);
        return owns || is_led || matches!(next, "are" | "have" | "were");
    }
    let ends = !next.starts_with(char::is_alphanumeric) || document.tags(club.end).has(Tags::STOP);
    let before = club.start.checked_sub(1);
    let is_met = is_meeting(document, before) && ends && club.start > sentence.start;
    let meets = is_match(document, club.end) && document.is_capital(club.end + 1);
    club.len() <= LONGEST
        && (is_met || meets)
        && tags == Tags::NONE
        && !document.is_first_name(club.start)
}

/// What clubs of several words are called for short: “Velm Town … Town”.
pub fn short_forms(
    document: &Document,
    names: &NameSet,
    clubs: &[Range<usize>],
) -> Vec<Range<usize>> {
    let named = names.names().iter().filter(|name| {
        name.entity_type == EntityType::Organization
            && document.tags(name.tokens.end - 1).has(Tags::CLUB_END)
    });
    let named = named.map(|name| &name.tokens);
    let long = named.map(|club| (club, false));
    let long = long.chain(clubs.iter().map(|club| (club, true)));
    let mut short = Vec::new();
    for (club, is_met) in long.filter(|(club, _)| club.len() > 1) {
        short.push(club.end - 1..club.end);
        // “Velm Town … Velm”, but not “New York City”
        if is_met
            && document.tags(club.end - 1).has(Tags::CLUB_END)
            && !document.lists(club.clone()).intersects(Gazetteer::PLACE)
        {
            short.push(club.start..club.end - 1);
        }
    }
    short
}
