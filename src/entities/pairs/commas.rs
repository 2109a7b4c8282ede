//! Names that the tagger took for one across a comma.

use crate::annotations::EntityType;
use crate::entities::endings::SHORT_ENDS;
use crate::entities::{Name, lists_of};
use crate::lexicon::Gazetteer;
use crate::text::{Document, lower_cased};

/// The organizations of a list that the tagger took for one: “Velm Bank, Tarvo”. A comma stands before “Inc.”,
/// and within the names of firms and departments that have an “and”.
pub fn listed(document: &Document, name: &Name) -> Option<Vec<Name>> {
    let is_comma = |&token: &usize| document.word(token) == ",";
    let mut tokens = name.tokens.clone();
    if name.entity_type != EntityType::Organization || !tokens.any(|token| is_comma(&token)) {
        return None;
    }
    let is_whole = |token: usize| {
        matches!(document.word(token), "and" | "&" | "of" | "for")
            || is_comma(&token)
                && SHORT_ENDS.contains(&&*document.plain_word((token + 1).min(name.tokens.end - 1)))
    };
    if name.tokens.clone().any(is_whole) {
        return None;
    }
    let commas = name
        .tokens
        .clone()
        .filter(is_comma)
        .chain([name.tokens.end]);
    let mut start = name.tokens.start;
    let parts = commas.map(|comma| std::mem::replace(&mut start, comma + 1)..comma);
    let parts = parts.filter(|part| !part.is_empty());
    Some(
        parts
            .map(|tokens| Name {
                tokens,
                entity_type: name.entity_type,
            })
            .collect(),
    )
}

/// The body behind a comma that the tagger took for the wider place: “In Avon, White House aides”, “in
/// Avon, Marl Hospital”.
pub fn body_behind(document: &Document, name: &Name) -> Option<Name> {
    const HOUSES: [&str; 5] = ["airport", "hospital", "museum", "stadium", "university"];
    let mut tokens = name.tokens.clone();
    let comma = tokens.find(|&token| document.word(token) == ",")?;
    let rest = comma + 1..name.tokens.end;
    let is_house = rest.len() > 1 && HOUSES.contains(&&*lower_cased(document.word(rest.end - 1)));
    let is_body = rest.len() > 1 && lists_of(document, rest.clone()) == Gazetteer::ORGANIZATION;
    let is_apart = name.entity_type == EntityType::Place && comma > name.tokens.start;
    (is_apart && (is_body || is_house)).then_some(Name {
        tokens: rest,
        entity_type: if is_body {
            EntityType::Organization
        } else {
            EntityType::Place
        },
    })
}
