//! Surnames by themselves, of people whose full names the text has.

use crate::entities::rules::known::BODIES;
use crate::entities::rules::rule::*;
use crate::lexicon::Gazetteer;
use crate::text::{capitalized, is_capital};

/// The surnames of people with a known first name that the tagger passed over or took for a body or a town: those
/// that are no other word of the text, and no part of another name.
pub const RULE: Rule = Rule {
    id: "surnames",
    trigger: Trigger::Document(|document, names| {
        let is_surname = surname_words(document, names.names());
        if is_surname.is_empty() {
            return 0;
        }
        let of_token = &document.vocabulary.of_token;
        let retyped = names.edit(|name| {
            let is_one = name.entity_type != EntityType::Person
                && name.tokens.len() == 1
                && is_surname[of_token[name.tokens.start] as usize];
            is_one.then_some(Edit::Retype(EntityType::Person))
        });
        retyped + names.add(surnames(document, &is_surname))
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
            "taken for a body",
            "[P Emma Holmby] came. They spoke with [O Holmby]. To [L Holmby] it was late.",
            "[P Emma Holmby] came. They spoke with [P Holmby]. To [P Holmby] it was late.",
        ),
        Example::new(
            "a town of that name",
            "[P Emma Holmby] came. They live in [L Holmby]. To [L Holmby] it is far.",
            "[P Emma Holmby] came. They live in [L Holmby]. To [L Holmby] it is far.",
        ),
        Example::new(
            "a firm of that name",
            "[P Henry Ford] left. [O Ford] grew.",
            "[P Henry Ford] left. [O Ford] grew.",
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

/// Where surnames stand alone.
fn surnames(document: &Document, is_surname: &[bool]) -> Vec<Name> {
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
        .filter(|name| name.entity_type != EntityType::Person && !is_mistaken(document, name));
    for token in others.flat_map(|name| name.tokens.clone()) {
        is_surname[document.vocabulary.of_token[token] as usize] = false;
    }
    is_surname
}

/// Whether nothing but the tagger takes a word for a body or a town: no list, and no word beside it.
fn is_mistaken(document: &Document, name: &Name) -> bool {
    let (start, end) = (name.tokens.start, name.tokens.end);
    let before = document.word_or_none(start.checked_sub(1));
    let is_where = matches!(
        before,
        "around" | "at" | "from" | "in" | "near" | "of" | "outside" | "the" | "The"
    );
    let is_firm = document
        .tags(end)
        .has(Tags::SHARE.union(Tags::FIRM_POST).union(Tags::FIRM_PEOPLE));
    matches!(
        name.entity_type,
        EntityType::Organization | EntityType::Place
    ) && end - start == 1
        && !document
            .lists(name.tokens.clone())
            .intersects(BODIES.union(Gazetteer::PLACE))
        && !is_where
        && !is_firm
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
