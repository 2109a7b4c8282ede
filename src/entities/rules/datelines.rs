//! The place, and perhaps the agency, that a report opens with: “KESSING, Narvia (AP) — Velm Foods said”.

use std::ops::Range;

use super::rule::*;
use crate::lexicon::Gazetteer;

pub const RULE: Rule = Rule {
    id: "datelines",
    trigger: Trigger::Document(|document, names| {
        let lines: Vec<Dateline> = document
            .paragraphs
            .iter()
            .filter_map(|paragraph| dateline(document, paragraph))
            .collect();
        let edited = names.edit(|name| {
            let upto = lines.partition_point(|line| line.place.start <= name.tokens.start);
            let line = &lines[upto.checked_sub(1)?];
            let dash = line.dash;
            let is_right = name.entity_type == EntityType::Place && name.tokens == line.place
                || line.agency.is_none_or(|agency| agency != name.tokens.start)
                    && line.place.end <= name.tokens.start
                    && name.tokens.end <= dash;
            if name.tokens.start > dash || is_right {
                return None;
            }
            Some(if name.tokens.end > dash + 1 {
                Edit::Reach(dash + 1..name.tokens.end)
            } else {
                Edit::Drop
            })
        });
        let added = lines.into_iter().flat_map(|line| {
            let agency = line.agency.map(|agency| Name {
                tokens: agency..agency + 1,
                entity_type: EntityType::Organization,
            });
            let place = Name {
                tokens: line.place,
                entity_type: EntityType::Place,
            };
            [place].into_iter().chain(agency)
        });
        edited + names.add(added)
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a firm behind the dash",
            "[O KESSING - Velm Foods Inc.] said",
            "[L KESSING] - [O Velm Foods Inc.] said",
        ),
        Example::new(
            "an agency",
            "[O KESSING], [L Narvia] ([L AP]) — The mayor said",
            "[L KESSING], [L Narvia] ([O AP]) — The mayor said",
        ),
        Example::new(
            "two words",
            "[O NEW KESSING] (Reuters) - Shares fell",
            "[L NEW KESSING] ([O Reuters]) - Shares fell",
        ),
        Example::new("a letter", "FYI - See below", "FYI - See below"),
        Example::new("a topic", "HOLMS - will they?", "HOLMS - will they?"),
        Example::new("a word", "BREAKING - Shares fell", "BREAKING - Shares fell"),
        Example::new(
            "a pair of words",
            "[O KESSING-VELM] said",
            "[O KESSING-VELM] said",
        ),
        Example::new(
            "further on",
            "They met [O KESSING - Velm]",
            "They met [O KESSING - Velm]",
        ),
    ],
};

/// What a report opens with.
struct Dateline {
    place: Range<usize>,
    agency: Option<usize>,
    dash: usize,
}

/// The most tokens before the dash.
const LONGEST: usize = 14;
/// The most tokens of the place.
const LONGEST_PLACE: usize = 4;

fn dateline(document: &Document, paragraph: &Range<usize>) -> Option<Dateline> {
    let start = paragraph.start;
    let is_cried = |token: &usize| {
        let word = document.word(*token);
        document.is_hyphen(*token)
            || word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    let limit = paragraph.end.min(start + LONGEST);
    let place = start..start + (start..limit).take_while(is_cried).count();
    let is_dash = |token: &usize| {
        matches!(document.word(*token), "-" | "–" | "—") && !document.is_within_word(*token)
    };
    if place.is_empty() || place.len() > LONGEST_PLACE || !may_be_place(document, &place) {
        return None;
    }
    let dash = (place.end..limit).find(is_dash)?;
    // Between the two stand a comma with what the place is in, a day, and the agency in brackets.
    let opens = document.word(place.end);
    let is_told = matches!(opens, "," | "(");
    let is_short = document.word(place.start).len() < 4;
    if !is_told && (place.end != dash || is_short || !document.is_capital(dash + 1)) {
        return None;
    }
    let is_sentence = (place.end..dash).any(|token| {
        let word = document.word(token);
        word.len() > 1 && word.starts_with(char::is_lowercase)
    });
    let bracket = (place.end..dash).find(|&token| document.word(token) == "(");
    let agency = bracket
        .map(|bracket| bracket + 1)
        .filter(|&agency| document.is_capital(agency) && document.word_or_none(agency + 1) == ")");
    (!is_sentence && dash + 1 < paragraph.end).then_some(Dateline {
        place,
        agency,
        dash,
    })
}

/// Whether no word in capitals is an everyday one: “BREAKING”, “WATCH”.
fn may_be_place(document: &Document, place: &Range<usize>) -> bool {
    let lists = document.lists(place.clone());
    lists.intersects(Gazetteer::PLACE)
        || !lists.intersects(Gazetteer::BODY)
            && place
                .clone()
                .any(|token| document.word(token).len() > 2 && document.is_rare(token))
}
