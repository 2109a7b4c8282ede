//! Surnames by themselves, of people whose full names the text has.

use super::Name;
use super::agree::form;
use super::draft::Draft;
use crate::annotations::EntityType;
use crate::hash::{HashedMap, hash_of};
use crate::lexicon::is_first_name;
use crate::text::{Document, capitalized, is_capital};

/// Takes a name of one word for a person where it is the last word of persons' full names, and
/// of more of them than there are other names with the word.
pub fn find_surnames(document: &Document, names: &mut [Name]) {
    let mut bearers: HashedMap<i32> = HashedMap::default();
    for name in names.iter().filter(|name| name.tokens.len() > 1) {
        if name.entity_type == EntityType::Person {
            let last = name.tokens.end - 1;
            *bearers
                .entry(form(document, last..name.tokens.end))
                .or_default() += 1;
        } else {
            for token in name.tokens.clone() {
                *bearers.entry(form(document, token..token + 1)).or_default() -= 1;
            }
        }
    }
    for name in names.iter_mut().filter(|name| name.tokens.len() == 1) {
        let bearers = bearers.get(&form(document, name.tokens.clone()));
        if bearers.is_some_and(|&count| count > 0) {
            name.entity_type = EntityType::Person;
        }
    }
}

/// Adds the surnames that the tagger passed over, of people with a known first name: those that are no other
/// word of the text, and no part of another name.
pub fn with_surnames(document: &Document, names: Vec<Name>) -> Vec<Name> {
    let is_known = |name: &&Name| {
        let last = document.word(name.tokens.end - 1);
        name.entity_type == EntityType::Person
            && name.tokens.len() > 1
            && last.len() > 2
            && !last.ends_with('.')
            && is_first_name(document.word(name.tokens.start))
    };
    // The surnames by all the ways to write them: in small letters they are other words.
    let mut forms: HashedMap<usize> = HashedMap::default();
    let mut is_word = Vec::new();
    for name in names.iter().filter(is_known) {
        let last = document.word(name.tokens.end - 1);
        let small = last.to_ascii_lowercase();
        for form in [
            &small,
            last,
            &last.to_ascii_uppercase(),
            &capitalized(&small),
        ] {
            forms.entry(hash_of(form)).or_insert(is_word.len());
        }
        is_word.push(false);
    }
    if forms.is_empty() {
        return names;
    }
    let words = document.vocabulary.words.iter();
    let surnames: Vec<Option<usize>> = words.map(|(_, hash)| forms.get(hash).copied()).collect();
    for (&(word, _), surname) in document.vocabulary.words.iter().zip(&surnames) {
        if let Some(surname) = surname
            && word.span.of(document.text).starts_with(char::is_lowercase)
        {
            is_word[*surname] = true;
        }
    }
    let is_surname = |surname: &Option<usize>| surname.is_some_and(|surname| !is_word[surname]);
    let mut is_surname: Vec<bool> = surnames.iter().map(is_surname).collect();
    let of_token = &document.vocabulary.of_token;
    for name in &names {
        if name.entity_type != EntityType::Person {
            for token in name.tokens.clone() {
                is_surname[of_token[token] as usize] = false;
            }
        }
    }
    let mut draft = Draft::new(names);
    for (token, &word) in of_token.iter().enumerate() {
        let name = token..token + 1;
        if is_surname[word as usize]
            && stands_alone(document, token)
            && draft.around(&name).is_empty()
        {
            draft.add(Name {
                tokens: name,
                entity_type: EntityType::Person,
            });
        }
    }
    draft.finish()
}

/// Whether a word is neither joined to another one nor beside a capital or behind an article.
fn stands_alone(document: &Document, token: usize) -> bool {
    let span = document.tokens[token].span;
    let bytes = document.text.as_bytes();
    let joins = |byte: Option<&u8>| byte.is_some_and(|byte| b"-@_./".contains(byte));
    let is_bound = |before: usize| {
        let word = document.word(before);
        let is_article = ["a", "an", "her", "his", "the", "this"]
            .iter()
            .any(|article| word.eq_ignore_ascii_case(article));
        is_article || is_capital(word) || joins(bytes.get(span.start - 1))
    };
    let goes_on = joins(bytes.get(span.end))
        && bytes
            .get(span.end + 1)
            .is_some_and(u8::is_ascii_alphanumeric);
    !goes_on
        && !is_capital(document.word_or_none(token + 1))
        && !token.checked_sub(1).is_some_and(is_bound)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::tagged;
    use EntityType::{Person, Place};

    #[test]
    fn surnames_are_found_by_themselves() {
        type Names = &'static [(&'static str, EntityType)];
        let cases: &[(&str, &str, Names, Names)] = &[
            (
                "a surname",
                "Ana Holm spoke. Nobody believed Holm.",
                &[("Ana Holm", Person)],
                &[("Ana Holm", Person), ("Holm", Person)],
            ),
            (
                "in capitals",
                "ANA HOLM SPOKE. Nobody believed Holm.",
                &[("ANA HOLM", Person)],
                &[("ANA HOLM", Person), ("Holm", Person)],
            ),
            (
                "a word of the text",
                "Ana Bridge spoke. By a bridge stood Bridge.",
                &[("Ana Bridge", Person)],
                &[("Ana Bridge", Person)],
            ),
            (
                "beside other words",
                "Ana Holm spoke. The Holm burned at Holm-Velm and Holm Bay.",
                &[("Ana Holm", Person)],
                &[("Ana Holm", Person)],
            ),
            (
                "part of another name",
                "Ana Holm spoke in Holm Street. Few knew Holm.",
                &[("Ana Holm", Person), ("Holm Street", Place)],
                &[("Ana Holm", Person), ("Holm Street", Place)],
            ),
            (
                "an unknown first name",
                "Velm Holm spoke. Nobody believed Holm.",
                &[("Velm Holm", Person)],
                &[("Velm Holm", Person)],
            ),
        ];
        for (case, text, before, after) in cases {
            let document = Document::new(text);
            let found = with_surnames(&document, tagged(&document, before));
            assert_eq!(found, tagged(&document, after), "{case}");
        }
    }
}
