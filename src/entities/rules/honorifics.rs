//! What stands before and behind a person's name and is no part of it: titles, and the letters of an honour.

use std::ops::Range;

use super::rule::*;
use crate::lexicon::Gazetteer;

/// “Maj. Gen.”, “Ambassador”: a title that is not abbreviated and may be a name is left (“Dean”).
pub const BEFORE: Rule = Rule {
    id: "honorifics",
    trigger: Trigger::Name(&[EntityType::Person], |document, name| {
        let start = behind_titles(document, name);
        (start > name.tokens.start).then_some(Edit::Reach(start..name.tokens.end))
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a title",
            "[P Ambassador Ana Ruiz]",
            "Ambassador [P Ana Ruiz]",
        ),
        Example::new("two titles", "[P Maj. Gen. Holm]", "Maj. Gen. [P Holm]"),
        Example::new("a noble one", "[P Queen Ida]", "Queen [P Ida]"),
        Example::new(
            "a noble one's office",
            "Lord [P Mayor Holm] met [P Lord Chancellor Ida Holm]",
            "Lord Mayor [P Holm] met Lord Chancellor [P Ida Holm]",
        ),
        Example::new("a first name", "[P Dean Holm]", "[P Dean Holm]"),
        Example::new("nothing behind it", "[P President]", "[P President]"),
        Example::new("a mark behind it", "[P Prof. (Holm]", "[P Prof. (Holm]"),
        Example::new("no more than Mrs", "[P Mrs Holm]", "Mrs [P Holm]"),
        Example::new("one who is called so", "[P Lady Holm]", "[P Lady Holm]"),
        Example::new(
            "a chain",
            "[P Datuk Seri Velm Holm]",
            "Datuk Seri [P Velm Holm]",
        ),
        Example::new(
            "the rest of a chain",
            "Datuk [P Seri Velm Holm]",
            "Datuk Seri [P Velm Holm]",
        ),
        Example::new(
            "an apostrophe",
            "Dato’ [P Seri Velm Holm]",
            "Dato’ Seri [P Velm Holm]",
        ),
        Example::new(
            "a surname in another place",
            "[P Tan Sri Velm], not [P Tan Velm]",
            "Tan Sri [P Velm], not [P Tan Velm]",
        ),
        Example::new(
            "a first name elsewhere",
            "[P Sri Velm] came",
            "[P Sri Velm] came",
        ),
        Example::new(
            "a trade",
            "[P Butcher Emma Holm] said",
            "Butcher [P Emma Holm] said",
        ),
        Example::new("a surname", "[P Butcher Velm]", "[P Butcher Velm]"),
        Example::new(
            "a surname elsewhere",
            "[P Alderman Emma Holm]",
            "Alderman [P Emma Holm]",
        ),
        Example::new("a courtesy", "[P Haji Emma Holm]", "Haji [P Emma Holm]"),
        Example::new("somebody called so", "[P Haji Velm]", "[P Haji Velm]"),
        Example::new(
            "a first name and a middle one",
            "[P Earl James Holm]",
            "[P Earl James Holm]",
        ),
    ],
};

/// “Coach Ana Ruiz left”: at the beginning of a sentence what somebody is has a capital, too, and is taken for a body's
/// name.
pub const OPENING: Rule = Rule {
    id: "opening-roles",
    trigger: Trigger::Name(&[EntityType::Organization], |document, name| {
        let Range { start, end } = name.tokens;
        let role = document.tags(start);
        let last = document.lists(end - 1..end);
        let is_role = role.has(Tags::ROLE) && start == document.sentence(start).start;
        let is_somebody = end - start == 3
            && document.is_first_name(start + 1)
            && document.tags(end - 1) == Tags::NONE
            && !last.intersects(Gazetteer::PLACE);
        (is_role && is_somebody).then(|| {
            Edit::Split(vec![Name {
                tokens: start + 1..end,
                entity_type: EntityType::Person,
            }])
        })
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a trade",
            "[O Coach Emma Velm] left.",
            "Coach [P Emma Velm] left.",
        ),
        Example::new(
            "a body",
            "[O Teacher Pension Board] met [O Coach Emma Velm].",
            "[O Teacher Pension Board] met [O Coach Emma Velm].",
        ),
        Example::new(
            "what is called after somebody",
            "[O Driver Emma Foundation] left.",
            "[O Driver Emma Foundation] left.",
        ),
    ],
};

/// “Ana Ruiz KC”, “Tom Holm, OBE”.
pub const BEHIND: Rule = Rule {
    id: "honours",
    trigger: Trigger::Name(&[EntityType::Person], |document, name| {
        let end = before_honours(document, name);
        (end < name.tokens.end).then_some(Edit::Reach(name.tokens.start..end))
    }),
    #[cfg(test)]
    examples: &[
        Example::new("letters", "[P Ana Ruiz KC]", "[P Ana Ruiz] KC"),
        Example::new(
            "behind a comma",
            "[P Ana Ruiz, Ph.D.]",
            "[P Ana Ruiz], Ph.D.",
        ),
        Example::new("two honours", "[P Ana Ruiz CBE QC]", "[P Ana Ruiz] CBE QC"),
        Example::new("a surname", "[P Ana Cbe]", "[P Ana Cbe]"),
    ],
};

fn behind_titles(document: &Document, name: &Name) -> usize {
    let is_followed = |token: usize| {
        let next = document.word(token + 1);
        next.starts_with(char::is_alphabetic)
    };
    let mut start = name.tokens.start;
    while start + 1 < name.tokens.end && is_followed(start) && is_title(document, name, start) {
        start += 1;
    }
    start
}

/// Whether a word at the beginning of a name is no part of it.
fn is_title(document: &Document, name: &Name, token: usize) -> bool {
    let word = document.word(token);
    let tags = document.tags(token);
    let is_abbreviated = tags.has(Tags::HONORIFIC) && tags.has(Tags::ABBREVIATION);
    if word.ends_with('.') || is_abbreviated {
        return tags.has(Tags::TITLE.union(Tags::HONORIFIC));
    }
    let office = Tags::TITLE.union(Tags::ROLE);
    // “Datuk Seri”, “Tan Sri”: one of the two by itself may be a name.
    if tags.has(Tags::TITLE_SECOND) {
        // “Dato' Seri”
        let mut before = token.checked_sub(1);
        if matches!(document.word_or_none(before), "'" | "’") {
            before = token.checked_sub(2);
        }
        return document
            .tags(before)
            .has(office.union(Tags::TITLE_FIRST).union(Tags::TITLE_SECOND));
    }
    if tags.has(Tags::TITLE_FIRST) {
        return document.tags(token + 1).has(Tags::TITLE_SECOND);
    }
    // “Lord Mayor Holm”
    let is_lord = |token| matches!(document.word_or_none(token), "Lord" | "Lady");
    let is_lords = tags.has(office) && is_lord(token.checked_sub(1));
    let has_office = token + 2 < name.tokens.end && document.tags(token + 1).has(office);
    if tags.has(Tags::NOBLE) || is_lords || is_lord(Some(token)) && has_office {
        return true;
    }
    let lists = document.lists(token..token + 1);
    let is_name = lists.intersects(Gazetteer::PEOPLE) && {
        // “Butcher Emma Holm”, “Haji Emma Holm”: before a first name and a surname, a surname or a courtesy is a title.
        let is_before_name = token + 2 < name.tokens.end && document.is_first_name(token + 1);
        let is_first = lists.intersects(Gazetteer::FIRST_NAME) && !tags.has(Tags::COURTESY);
        is_first || !is_before_name
    };
    tags.has(office) && !is_name
}

fn before_honours(document: &Document, name: &Name) -> usize {
    let mut end = name.tokens.end;
    let is_honour = |token: usize| {
        let word = document.word(token);
        let has_capital_end = word.trim_end_matches('.').ends_with(char::is_uppercase);
        document.tags(token).has(Tags::HONOUR) && (has_capital_end || word.ends_with('.'))
    };
    while end > name.tokens.start + 2 && is_honour(end - 1) {
        end -= 1;
        end -= usize::from(document.word(end - 1) == ",");
    }
    end
}
