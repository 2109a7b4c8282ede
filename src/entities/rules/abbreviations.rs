//! Abbreviations of things that are no names, as a text spells them out: “consumer price index (CPI)”.

use super::rule::*;
use crate::hash::HashedMap;
use crate::text::TokenKind;

pub const RULE: Rule = Rule {
    id: "abbreviations",
    trigger: Trigger::Document(|document, names| {
        let is_one =
            |name: &Name| name.entity_type == EntityType::Organization && name.tokens.len() == 1;
        let hash = |name: &Name| document.vocabulary.hash(name.tokens.start);
        let ones = names.names().iter().filter(|name| is_one(name));
        let spelt: HashedMap<()> = ones
            .filter(|name| is_spelt_out(document, name.tokens.start))
            .map(|name| (hash(name), ()))
            .collect();
        if spelt.is_empty() {
            return 0;
        }
        names.edit(|name| {
            let is_spelt = is_one(name) && spelt.contains_key(&hash(name));
            is_spelt.then_some(Edit::Drop)
        })
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "everywhere",
            "The [O CPI], the consumer price index ([O CPI]), rose with [O Velm].",
            "The CPI, the consumer price index (CPI), rose with [O Velm].",
        ),
        Example::new(
            "many of them",
            "small mobile firms ([O SMFs])",
            "small mobile firms (SMFs)",
        ),
        Example::new(
            "words without an initial",
            "rates of pay ([O RP])",
            "rates of pay (RP)",
        ),
        Example::new(
            "a thing in capitals",
            "the Velm Price Index ([O VPI])",
            "the Velm Price Index (VPI)",
        ),
        Example::new(
            "a body",
            "its trade policy board ([O TPB])",
            "its trade policy board ([O TPB])",
        ),
        Example::new(
            "a name",
            "the Velm port union ([O VPU])",
            "the Velm port union ([O VPU])",
        ),
        Example::new(
            "other words",
            "a dark cold night ([O CPI])",
            "a dark cold night ([O CPI])",
        ),
        Example::new("too few words", "index ([O CPI])", "index ([O CPI])"),
        Example::new("no bracket", "[O CPI]", "[O CPI]"),
    ],
};

/// Words that give no initial.
const SMALL: &[&str] = &["and", "for", "in", "of", "on", "the", "to"];

/// Whether a word stands in brackets behind words in small letters whose initials it has.
fn is_spelt_out(document: &Document, token: usize) -> bool {
    let word = document.word(token);
    let letters = word.strip_suffix('s').unwrap_or(word);
    let Some(bracket) = token.checked_sub(1) else {
        return false;
    };
    let is_bracketed = document.word(bracket) == "(" && document.word_or_none(token + 1) == ")";
    if !is_bracketed || letters.len() < 2 || !letters.ends_with(|c: char| c.is_ascii_uppercase()) {
        return false;
    }
    let mut letters = letters.bytes().rev().peekable();
    let mut before = (document.sentence(token).start..bracket)
        .rev()
        .filter(|&token| document.tokens[token].kind != TokenKind::Mark);
    let mut is_last = true;
    let mut is_measure = false;
    while let Some(letter) = letters.peek() {
        let Some(token) = before.next() else {
            return false;
        };
        let (word, tags) = (document.word(token), document.tags(token));
        is_measure |= is_last && tags.has(Tags::MEASURE);
        let initial = word.as_bytes()[0];
        if !is_measure && !initial.is_ascii_lowercase()
            || is_last && tags.has(Tags::HEAD.union(Tags::BODY))
        {
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
