//! Abbreviations of things that are no names, as a text spells them out: “consumer price index (CPI)”.

use super::Name;
use super::endings::is_head;
use crate::annotations::EntityType;
use crate::text::{Document, TokenKind, lower_cased};

/// Bodies that texts call by their initials without naming them, beside the heads of names: “its central
/// executive committee (CEC)”.
const BODIES: &[&str] = &[
    "agency",
    "authority",
    "board",
    "center",
    "centre",
    "committee",
    "department",
    "ministry",
];

/// Things that texts call by their initials and write with capitals: “Consumer Price Index (CPI)”.
const THINGS: &[&str] = &[
    "allowance",
    "assessment",
    "certificate",
    "disease",
    "disorder",
    "goals",
    "index",
    "mechanism",
    "product",
    "rate",
    "scheme",
    "syndrome",
    "tax",
];

/// Words that give no initial.
const SMALL: &[&str] = &["and", "for", "in", "of", "on", "the", "to"];

/// The names without the abbreviations that the text spells out in small letters.
pub fn without_abbreviations(document: &Document, mut names: Vec<Name>) -> Vec<Name> {
    let vocabulary = &document.vocabulary;
    let word = |name: &Name| vocabulary.of_token[name.tokens.start] as usize;
    let is_one =
        |name: &Name| name.entity_type == EntityType::Organization && name.tokens.len() == 1;
    let ones = names.iter().filter(|name| is_one(name));
    let spelt: Vec<usize> = ones
        .filter(|name| is_spelt_out(document, name.tokens.start))
        .map(word)
        .collect();
    if !spelt.is_empty() {
        let mut is_spelt = vec![false; vocabulary.words.len()];
        spelt.into_iter().for_each(|word| is_spelt[word] = true);
        names.retain(|name| !is_one(name) || !is_spelt[word(name)]);
    }
    names
}

/// Whether a word stands in brackets behind words in small letters whose initials it has.
fn is_spelt_out(document: &Document, token: usize) -> bool {
    let word = document.word(token);
    let letters = word.strip_suffix('s').unwrap_or(word);
    let is_bracketed =
        token > 1 && document.word(token - 1) == "(" && document.word_or_none(token + 1) == ")";
    if !is_bracketed || letters.len() < 2 || !letters.ends_with(|c: char| c.is_ascii_uppercase()) {
        return false;
    }
    let mut letters = letters.bytes().rev().peekable();
    let sentence = document.sentence(token).start;
    let mut before = (sentence..token - 1)
        .rev()
        .filter(|&token| document.tokens[token].kind != TokenKind::Mark)
        .map(|token| document.word(token));
    let mut is_last = true;
    let mut is_thing = false;
    while let Some(letter) = letters.peek() {
        let Some(word) = before.next() else {
            return false;
        };
        is_thing |= is_last && THINGS.contains(&&*lower_cased(word));
        let initial = word.as_bytes()[0];
        let is_body = || is_head(word) || BODIES.contains(&word);
        if !is_thing && !initial.is_ascii_lowercase() || is_last && is_body() {
            return false;
        }
        if initial.eq_ignore_ascii_case(letter) {
            letters.next();
        } else if is_last || !SMALL.contains(&word) {
            return false;
        }
        is_last = false;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::tagged;
    use EntityType::{Organization, Place};

    #[test]
    fn abbreviations_of_things_are_no_names() {
        type Names = &'static [(&'static str, EntityType)];
        let cases: &[(&str, &str, Names, Names)] = &[
            (
                "everywhere",
                "The CPI, the consumer price index (CPI), rose with Velm.",
                &[
                    ("CPI", Organization),
                    ("CPI", Organization),
                    ("Velm", Organization),
                ],
                &[("Velm", Organization)],
            ),
            (
                "many of them",
                "small mobile firms (SMFs) fell",
                &[("SMFs", Organization)],
                &[],
            ),
            (
                "words without an initial",
                "rates of pay (RP) fell",
                &[("RP", Organization)],
                &[],
            ),
            (
                "a thing in capitals",
                "the Velm Price Index (VPI) rose",
                &[("VPI", Organization)],
                &[],
            ),
            (
                "a body",
                "its trade policy board (TPB) met",
                &[("TPB", Organization)],
                &[("TPB", Organization)],
            ),
            (
                "a name",
                "the Velm port union (VPU) met",
                &[("VPU", Organization)],
                &[("VPU", Organization)],
            ),
            (
                "other words",
                "a dark cold night (CPI) fell",
                &[("CPI", Organization)],
                &[("CPI", Organization)],
            ),
            (
                "too few words",
                "index (CPI)",
                &[("CPI", Organization)],
                &[("CPI", Organization)],
            ),
            (
                "a place",
                "old coast road (OCR)",
                &[("OCR", Place)],
                &[("OCR", Place)],
            ),
        ];
        for (case, text, before, after) in cases {
            let document = Document::new(text);
            let found = without_abbreviations(&document, tagged(&document, before));
            assert_eq!(found, tagged(&document, after), "{case}");
        }
    }
}
