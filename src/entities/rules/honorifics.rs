//! What stands before and behind a person's name and is no part of it: titles, and the letters of an honour.

use super::rule::*;
use crate::lexicon::{Gazetteer, gazetteer};

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
        Example::new("a first name", "[P Dean Holm]", "[P Dean Holm]"),
        Example::new("nothing behind it", "[P President]", "[P President]"),
        Example::new("a mark behind it", "[P Prof. (Holm]", "[P Prof. (Holm]"),
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
    let is_title = |token: usize| {
        let word = document.word(token);
        let tags = document.tags(token);
        if word.ends_with('.') {
            tags.has(Tags::TITLE.union(Tags::HONORIFIC))
        } else {
            tags.has(Tags::NOBLE)
                || tags.has(Tags::TITLE.union(Tags::ROLE))
                    && !gazetteer(word).intersects(Gazetteer::PEOPLE)
        }
    };
    let is_followed = |&token: &usize| {
        let next = document.word(token + 1);
        next.starts_with(char::is_alphabetic)
    };
    let titles = (name.tokens.start..name.tokens.end - 1)
        .take_while(|token| is_followed(token) && is_title(*token));
    name.tokens.start + titles.count()
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
