//! What the word before a name tells of it: that it is no name, or no person's.

use std::ops::Range;

use crate::entities::works::LAWS;
use crate::lexicon::{Tags, word_tags};
use crate::model::NameType;
use crate::text::{Document, lower_cased};

/// Whether a name is a ship's: “the USS Velm”.
pub fn is_ship(document: &Document, tokens: &Range<usize>) -> bool {
    let is_prefix = |token: usize| matches!(document.word(token), "HMS" | "INS" | "RMS" | "USS");
    tokens.len() > 1 && is_prefix(tokens.start) || tokens.start > 0 && is_prefix(tokens.start - 1)
}

/// Whether a name is a storm's, with the word for it or behind that: “Hurricane Ida”.
pub fn is_storm(document: &Document, tokens: &Range<usize>) -> bool {
    let mut near = tokens.start.saturating_sub(1)..tokens.start + 1;
    near.any(|token| matches!(document.word(token), "Cyclone" | "Hurricane" | "Typhoon"))
}

/// Whether an article tells that a word is no name: “the Imam”, “the Bill”, “an Ames,”. The Guard is a body,
/// and a Socialist of a party.
pub fn is_noun(document: &Document, tokens: &Range<usize>, kind: NameType) -> bool {
    let word = document.word(tokens.start);
    if tokens.len() > 1
        || tokens.start == 0
        || matches!(kind, NameType::Place | NameType::Miscellaneous)
    {
        return false;
    }
    let before = document.word(tokens.start - 1);
    let is_the = before.eq_ignore_ascii_case("the");
    if is_the && word_tags(word).has(Tags::ROLE) {
        return !matches!(word, "Guard" | "Socialist");
    }
    let is_article = is_the || matches!(before, "a" | "A" | "an" | "An" | "this" | "This");
    kind == NameType::Person
        && is_article
        && (LAWS.contains(&&*lower_cased(word))
            || matches!(document.word_or_none(tokens.end), "," | "." | ";"))
}

/// Whether a name is no more than what somebody from a country is called, as its article tells: “the
/// Dane”, but not “Dane”, who may be a person.
pub fn is_demonym(document: &Document, tokens: &Range<usize>) -> bool {
    tokens.len() == 1
        && tokens.start.checked_sub(1).is_some_and(|before| {
            matches!(
                &*lower_cased(document.word(before)),
                "the" | "a" | "an" | "another" | "fellow"
            )
        })
        && word_tags(document.word(tokens.start)).has(Tags::DEMONYM)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_tell_nouns_from_names() {
        use NameType::{Group, Organization, Person, Place};
        let cases: &[(&str, &str, NameType, bool)] = &[
            ("a role", "the Ombudsman said", Organization, true),
            ("a role of many", "the Ombudsman, Ana", Group, true),
            ("a law", "the Bill passed", Person, true),
            ("a thing", "an Ames, too", Person, true),
            ("a family's", "the Ames case", Person, false),
            (
                "a role without an article",
                "by Ombudsman said",
                Person,
                false,
            ),
            ("a force", "the Guard said", Organization, false),
            ("a body", "the Marl, too", Organization, false),
            ("a place", "the Marl, too", Place, false),
        ];
        for (case, text, kind, expected) in cases {
            let found = is_noun(&Document::new(text), &(1..2), *kind);
            assert_eq!(found, *expected, "{case}");
        }
    }
}
