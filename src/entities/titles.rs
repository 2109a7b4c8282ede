//! What stands before and behind a person's name: titles, initials, and the letters of an honour.

use super::Name;
use crate::annotations::EntityType;
use crate::lexicon::{Gazetteer, Tags, gazetteer, word_tags};
use crate::text::{Document, is_capital};

/// Titles that are names of people as well, but hardly of any who have another name behind it.
const NOBLE: &[&str] = &[
    "Ayatollah",
    "King",
    "MK",
    "MP",
    "Madam",
    "Pope",
    "Prince",
    "Princess",
    "Queen",
    "Sir",
];

/// A person's name without the titles before it, which are no part of it: “Maj. Gen.”, “Ambassador”. A title
/// that is not abbreviated and may be a name is left: “Dean”.
pub fn without_title(document: &Document, mut name: Name) -> Name {
    let is_title = |token: usize| {
        let word = document.word(token);
        let told = word_tags(word);
        if word.ends_with('.') {
            told.has(Tags::TITLE) || told.has(Tags::HONORIFIC)
        } else if NOBLE.iter().any(|title| word.eq_ignore_ascii_case(title)) {
            true
        } else {
            (told.has(Tags::TITLE) || told.has(Tags::ROLE))
                && !gazetteer(word).intersects(Gazetteer::PEOPLE)
        }
    };
    while name.entity_type == EntityType::Person
        && name.tokens.len() > 1
        && document
            .word(name.tokens.start + 1)
            .starts_with(char::is_alphabetic)
        && is_title(name.tokens.start)
    {
        name.tokens.start += 1;
    }
    name
}

/// Letters behind a name that tell an honour or a degree.
const LETTERS: &[&str] = &["CBE", "Esq.", "KC", "MBE", "OBE", "PhD", "Ph.D.", "QC"];

/// A person's name without the letters behind it: “Ana Ruiz KC”.
pub fn without_letters(document: &Document, mut name: Name) -> Name {
    while name.entity_type == EntityType::Person
        && name.tokens.len() > 2
        && LETTERS.contains(&document.word(name.tokens.end - 1))
    {
        name.tokens.end -= 1;
        if document.word(name.tokens.end - 1) == "," {
            name.tokens.end -= 1;
        }
    }
    name
}

/// A person's name with the initials before it: “J. Ana Ruiz”.
pub fn with_initials(document: &Document, mut name: Name) -> Name {
    let is_initials = |token: usize| {
        let word = document.word(token);
        word.ends_with('.')
            && is_capital(word)
            && !word.contains(char::is_lowercase)
            && is_one_blank(document, token + 1)
    };
    if name.entity_type == EntityType::Person
        && name.tokens.start > 0
        && is_initials(name.tokens.start - 1)
    {
        name.tokens.start -= 1;
    }
    name
}

/// Whether two names are those of one person, cut in two: “Ana Maria” and “Ruiz” behind a blank.
pub fn is_one_person(document: &Document, first: &Name, second: &Name) -> bool {
    let is_person = |name: &Name| name.entity_type == EntityType::Person;
    is_person(first)
        && is_person(second)
        && is_one_blank(document, second.tokens.start)
        && first.tokens.end == second.tokens.start
}

/// Whether a blank and no more stands before a token that has one before it.
fn is_one_blank(document: &Document, token: usize) -> bool {
    let end = document.tokens[token - 1].span.end;
    document.text[end..document.tokens[token].span.start] == *" "
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_no_part_of_a_persons_name() {
        use EntityType::{Person, Place};
        let cases: &[(&str, &str, EntityType, &str)] = &[
            ("of an office", "Sen. Ana Ruiz", Person, "Ana Ruiz"),
            ("of a rank", "Maj. Gen. Ruiz", Person, "Ruiz"),
            ("a courtesy", "Mrs. Ruiz", Person, "Ruiz"),
            ("a surname", "Sen Ruiz", Person, "Sen Ruiz"),
            ("not abbreviated", "Ambassador Ruiz", Person, "Ruiz"),
            ("a role", "Envoy Ana Ruiz", Person, "Ana Ruiz"),
            ("a relative", "Hubby Ana Ruiz", Person, "Ana Ruiz"),
            ("a first name", "Dean Ruiz", Person, "Dean Ruiz"),
            ("an initial", "J. Ruiz", Person, "J. Ruiz"),
            ("nothing else", "Gen.", Person, "Gen."),
            ("a king", "King Ruiz", Person, "Ruiz"),
            ("letters", "Ana Ruiz KC", Person, "Ana Ruiz"),
            ("more letters", "Ana Ruiz, OBE, PhD", Person, "Ana Ruiz"),
            ("no more than letters", "Ana KC", Person, "Ana KC"),
            ("a place", "St. Lt. Ana", Place, "St. Lt. Ana"),
        ];
        for (case, text, entity_type, expected) in cases {
            let document = Document::new(text);
            let name = Name {
                tokens: 0..document.tokens.len(),
                entity_type: *entity_type,
            };
            let name = without_letters(&document, without_title(&document, name));
            assert_eq!(document.span(name.tokens).of(text), *expected, "{case}");
        }
    }

    #[test]
    fn initials_are_a_part_of_a_persons_name() {
        let cases: &[(&str, &str, &str)] = &[
            ("one", "with J. Ana Holm", "J. Ana Holm"),
            ("two", "with J.R. Holm", "J.R. Holm"),
            ("a stop", "with it. Holm", "Holm"),
            ("a title", "with Dr. Holm", "Holm"),
            ("another line", "with J.\nHolm", "Holm"),
        ];
        for (case, text, expected) in cases {
            let document = Document::new(text);
            let start = 2 + usize::from(case == &"a stop");
            let name = Name {
                tokens: start..document.tokens.len(),
                entity_type: EntityType::Person,
            };
            let whole = with_initials(&document, name);
            assert_eq!(document.span(whole.tokens).of(text), *expected, "{case}");
        }
    }

    #[test]
    fn a_person_who_was_cut_in_two_is_one() {
        let cases: &[(&str, &str, &str, bool)] = &[
            ("a blank", "Ana Maria", "Holm", true),
            ("a comma", "Ana,", "Holm", false),
            ("another line", "Ana\n", "Holm", false),
        ];
        for (case, first, second, expected) in cases {
            let text = format!("{first} {second}");
            let document = Document::new(&text);
            let end = document.tokens.len();
            let [first, second] =
                [0..first.split_whitespace().count(), end - 1..end].map(|tokens| Name {
                    tokens,
                    entity_type: EntityType::Person,
                });
            let is_one = is_one_person(&document, &first, &second);
            assert_eq!(is_one, *expected, "{case}");
        }
    }
}
