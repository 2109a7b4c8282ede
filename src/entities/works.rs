//! Events and works by the words of their names.

use std::ops::Range;

use crate::annotations::EntityType;
use crate::text::{Document, lower_cased};

/// Words of the names of events that end other names, too, lower-cased.
const LIKELY_EVENTS: &[&str] = &[
    "awards",
    "bowl",
    "campaign",
    "conference",
    "congress",
    "derby",
    "expo",
    "forum",
    "holocaust",
    "open",
    "series",
    "tour",
    "trial",
    "trials",
];

/// The last words of the names of events that end no other name.
pub const EVENT_ENDS: &[&str] = &[
    "Battle",
    "Championship",
    "Championships",
    "Crisis",
    "Cup",
    "Election",
    "Elections",
    "Festival",
    "Final",
    "Finals",
    "Games",
    "Marathon",
    "Massacre",
    "Olympics",
    "Paralympics",
    "Prix",
    "Referendum",
    "Revolution",
    "Riots",
    "Summit",
    "Tournament",
    "Uprising",
    "War",
    "Wars",
];

/// The last words of the names of laws and treaties, lower-cased.
pub const LAWS: &[&str] = &[
    "accord",
    "accords",
    "act",
    "agreement",
    "amendment",
    "bill",
    "charter",
    "code",
    "constitution",
    "convention",
    "declaration",
    "law",
    "pact",
    "protocol",
    "treaty",
];

/// What a name that is none of the tagger's other kinds names, where its words or the marks
/// around it tell: products, languages and prizes are left out.
pub fn event_or_work(document: &Document, tokens: Range<usize>) -> Option<EntityType> {
    let is_in = |list: &[&str], token: usize| {
        let word = lower_cased(document.word(token));
        list.binary_search(&&*word).is_ok()
    };
    let is_end = |token: usize| {
        let word = document.word(token);
        EVENT_ENDS.iter().any(|end| end.eq_ignore_ascii_case(word))
    };
    // “World War II”, “the Olympics 2012”, “Battle of Hastings”: the telling word is not always
    // the last one.
    if tokens
        .clone()
        .any(|token| is_end(token) || is_in(LIKELY_EVENTS, token))
    {
        return Some(EntityType::Event);
    }
    if tokens.clone().any(|token| is_in(LAWS, token)) {
        return Some(EntityType::Work);
    }
    is_quoted(document, &tokens).then_some(EntityType::Work)
}

/// What a title within marks is of, lower-cased.
const TITLED: &[&str] = &[
    "album",
    "book",
    "documentary",
    "drama",
    "exhibition",
    "film",
    "movie",
    "musical",
    "novel",
    "play",
    "podcast",
    "program",
    "programme",
    "series",
    "show",
    "song",
];

/// Whether the word for a work stands behind a name within marks of its own: “the ‘Clean Rivers’ programme”.
pub fn is_title(document: &Document, tokens: &Range<usize>) -> bool {
    let behind = lower_cased(document.word_or_none(tokens.end + 1));
    TITLED.contains(&&*behind) && is_quoted(document, tokens)
}

/// Whether the marks of a quotation stand around a name and nothing else.
fn is_quoted(document: &Document, tokens: &Range<usize>) -> bool {
    let opens = |before: usize| matches!(document.word(before), "“" | "\"" | "‘" | "'");
    tokens.start.checked_sub(1).is_some_and(opens)
        && matches!(document.word_or_none(tokens.end), "”" | "\"" | "’" | "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_the_binary_search() {
        assert!(LIKELY_EVENTS.is_sorted());
        assert!(LAWS.is_sorted());
    }

    #[test]
    fn other_names_are_events_or_works_by_their_words() {
        let cases: &[(&str, &str, Option<EntityType>)] = &[
            ("war", "World War II", Some(EntityType::Event)),
            ("law", "the Clean Rivers Act", Some(EntityType::Work)),
            ("title", "“Winter Light”", Some(EntityType::Work)),
            ("language", "Swahili", None),
        ];
        for (name, text, expected) in cases {
            let document = Document::new(text);
            let end = document.tokens.len();
            let tokens = if *name == "title" { 1..end - 1 } else { 0..end };
            assert_eq!(event_or_work(&document, tokens), *expected, "{name}");
        }
    }
}
