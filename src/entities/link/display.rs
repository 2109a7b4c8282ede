//! The name that a thing is shown under: the fullest form that the text uses for it.

use crate::annotations::EntityType;
use crate::lexicon::{Tags, word_tags};
use crate::text::{is_capital, is_latin};

/// The most words of a person's name; more are a name with something else.
const LONGEST_PERSON: usize = 6;

/// A name without the honorific before it and the possessive behind it: “Mrs. Ruiz’s” is Ruiz.
pub fn name_of(words: &str) -> &str {
    let mut name = words.trim();
    if let Some((first, rest)) = name.split_once(' ')
        && word_tags(first).has(Tags::HONORIFIC)
        && is_capital(rest.trim_start())
    {
        name = rest.trim_start();
    }
    for ending in ["'s", "’s", "'", "’"] {
        // “Macy's” is no Macy.
        if let Some(stem) = name.strip_suffix(ending)
            && !stem.is_empty()
            && !word_tags(stem).has(Tags::OWNER_FIRM)
        {
            return stem;
        }
    }
    name
}

/// What makes one form of a name fuller than another: holding nothing but a name, not being cried in
/// capitals, its words, its letters, and that the case of these is that of names.
pub fn fullness(name: &str, entity_type: EntityType) -> (bool, bool, usize, usize, bool) {
    let words = name.split_whitespace().count();
    let has_small = name.contains(char::is_lowercase);
    let is_cried = words > 1 && !has_small;
    let is_cased = has_small && is_capital(name);
    (
        is_plain(name, entity_type),
        !is_cried,
        words,
        name.len(),
        is_cased,
    )
}

/// Whether there is nothing but a name that a reader of English can read: no dateline, no number beside a person, no
/// end of a line.
fn is_plain(name: &str, entity_type: EntityType) -> bool {
    let is_odd = |c: char| match entity_type {
        EntityType::Person => {
            c.is_ascii_digit() || matches!(c, '\n' | ':' | ';' | '(' | '—' | '/' | '@')
        }
        _ => matches!(c, '\n' | ':' | ';' | '—'),
    };
    let is_long =
        entity_type == EntityType::Person && name.split_whitespace().count() > LONGEST_PERSON;
    !is_long && name.starts_with(is_latin) && !name.contains(is_odd)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_shown_without_what_is_no_part_of_it() {
        let cases: &[(&str, &str)] = &[
            ("Mrs. Ruiz", "Ruiz"),
            ("Ana Ruiz’s", "Ana Ruiz"),
            ("the Owls'", "the Owls"),
            ("Macy's", "Macy's"),
            ("Mr.", "Mr."),
            ("’s", "’s"),
            ("", ""),
        ];
        for (words, expected) in cases {
            assert_eq!(name_of(words), *expected, "{words}");
        }
    }

    #[test]
    fn the_fullest_plain_form_is_shown() {
        use EntityType::{Organization, Person};
        let cases: &[(&str, &str, EntityType)] = &[
            ("Ana Ruiz", "Ruiz", Person),
            ("Ana Ruiz", "ANA MARIA RUIZ", Person),
            ("Ana Ruiz", "Ana Ruiz 34", Person),
            ("Ruiz", "Velm Ruiz: Ana", Person),
            ("Channel 4 News", "Channel 4", Organization),
            ("Velm Bank", "VELM — Velm Bank", Organization),
            ("Ana Ruiz", "Άννα Μαρία Ρουίζ", Person),
        ];
        for &(better, worse, kind) in cases {
            assert!(fullness(better, kind) > fullness(worse, kind), "{worse}");
        }
    }
}
