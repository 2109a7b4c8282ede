//! Surnames by themselves, of people whose full names the text has.

use crate::entities::rules::rule::*;
use crate::text::{capitalized, is_capital};

/// The surnames of people with a known first name that the tagger passed over: those that are no
/// other word of the text, and no part of another name.
pub const RULE: Rule = Rule {
    id: "surnames",
    trigger: Trigger::Document(|document, names| {
        let found = surnames(document, names.names());
        names.add(found)
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a surname",
            "[P Emma Holm] came, then Holm left.",
            "[P Emma Holm] came, then [P Holm] left.",
        ),
        Example::new(
            "in capitals",
            "[P Emma Holm] came. HOLM LEFT",
            "[P Emma Holm] came. HOLM LEFT",
        ),
        Example::new(
            "another word",
            "[P Emma Stone] came on a stone, and Stone is hard.",
            "[P Emma Stone] came on a stone, and Stone is hard.",
        ),
        Example::new(
            "another name",
            "[P Emma Holm] came to [L Holm Bay], and in Holm it rains.",
            "[P Emma Holm] came to [L Holm Bay], and in Holm it rains.",
        ),
        Example::new(
            "an unknown first name",
            "[P Velm Holm] came, then Holm left.",
            "[P Velm Holm] came, then Holm left.",
        ),
        Example::new(
            "behind an article",
            "[P Emma Holm] came and the Holm left.",
            "[P Emma Holm] came and the Holm left.",
        ),
    ],
};

fn surnames(document: &Document, names: &[Name]) -> Vec<Name> {
    let is_surname = surname_words(document, names);
    if is_surname.is_empty() {
        return Vec::new();
    }
    let of_token = document.vocabulary.of_token.iter().enumerate();
    of_token
        .filter(|&(token, &word)| is_surname[word as usize] && stands_alone(document, token))
        .map(|(token, _)| Name {
            tokens: token..token + 1,
            entity_type: EntityType::Person,
        })
        .collect()
}

/// For each distinct word whether it is the surname of somebody with a known first name; nothing
/// where there is nobody.
fn surname_words(document: &Document, names: &[Name]) -> Vec<bool> {
    let last = |name: &Name| document.word(name.tokens.end - 1);
    let is_known = |name: &&Name| {
        name.entity_type == EntityType::Person
            && name.tokens.len() > 1
            && last(name).len() > 2
            && !last(name).ends_with('.')
            && document.is_first_name(name.tokens.start)
    };
    let vocabulary = &document.vocabulary;
    let mut is_surname = Vec::new();
    for name in names.iter().filter(is_known) {
        if is_surname.is_empty() {
            is_surname = vec![false; vocabulary.words.len()];
        }
        let small = last(name).to_ascii_lowercase();
        let capitals = last(name).to_ascii_uppercase();
        let forms = [&small, last(name), &capitals, &capitalized(&small)];
        let numbers = forms.map(|form| vocabulary.number(form));
        // In small letters it is another word.
        let is_small = |&number: &usize| {
            let (token, _) = vocabulary.words[number];
            token.word(document.text).starts_with(char::is_lowercase)
        };
        if !numbers.iter().flatten().any(is_small) {
            numbers
                .into_iter()
                .flatten()
                .for_each(|number| is_surname[number] = true);
        }
    }
    if is_surname.is_empty() {
        return is_surname;
    }
    let others = names
        .iter()
        .filter(|name| name.entity_type != EntityType::Person);
    for token in others.flat_map(|name| name.tokens.clone()) {
        is_surname[document.vocabulary.of_token[token] as usize] = false;
    }
    is_surname
}

/// Whether a word is neither joined to another one nor beside a capital or behind an article.
fn stands_alone(document: &Document, token: usize) -> bool {
    let span = document.tokens[token].span;
    let bytes = document.text.as_bytes();
    let joins = |byte: Option<&u8>| byte.is_some_and(|byte| b"-@_./".contains(byte));
    let before = document.word_or_none(token.checked_sub(1));
    let is_article = ["a", "an", "her", "his", "the", "this"]
        .iter()
        .any(|article| before.eq_ignore_ascii_case(article));
    let is_bound = is_article
        || is_capital(before)
        || joins(span.start.checked_sub(1).and_then(|at| bytes.get(at)));
    let goes_on = joins(bytes.get(span.end))
        && bytes
            .get(span.end + 1)
            .is_some_and(u8::is_ascii_alphanumeric);
    !goes_on && !is_bound && !document.is_capital(token + 1)
}
