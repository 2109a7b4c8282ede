//! What two ways of writing one name have in common.

use crate::annotations::EntityType;
use crate::letters::small;
use crate::lexicon::{Tags, alias, plain_letter, word_tags};
use crate::quotation_marks::Uses;

/// What a department is called before its field or behind it.
const OFFICES: &[&str] = &["department", "ministry"];

/// A name without its article, possessive, dots and accents, in small letters, its words one blank
/// apart, short forms of a few countries and bodies resolved.
pub fn key(surface: &str) -> String {
    let mut key = String::with_capacity(surface.len());
    for word in surface.split_whitespace() {
        let before = key.len();
        if !key.is_empty() {
            key.push(' ');
        }
        let start = key.len();
        for c in word.chars() {
            match c {
                '.' | ',' | '\u{ad}' | '\u{200b}'..='\u{200d}' => {}
                _ if Uses::of_char(c).has(Uses::DOUBLE) => {}
                '’' | 'ʼ' => key.push('\''),
                _ if c.is_ascii() => key.push(c.to_ascii_lowercase()),
                _ => match plain_letter(c) {
                    Some(letter) => key.push(char::from(letter)),
                    None => key.push(small(c)),
                },
            }
        }
        if key.len() == start || &key[start..] == "'s" {
            key.truncate(before);
        }
    }
    for ending in ["'s", "'"] {
        if let Some(stem) = key.strip_suffix(ending) {
            key.truncate(stem.len());
        }
    }
    if let Some(rest) = key.strip_prefix("the ") {
        key = rest.to_owned();
    }
    match alias(&key) {
        Some(name) => name.to_owned(),
        None if key.is_empty() => surface.to_owned(),
        None => key,
    }
}

/// The key of a name whose type is known: a company without “Inc.”, “Department of Justice” as
/// “justice department”, “Americans” as “american”, “Sino-” as “chinese”, a person without title and “Jr.”.
pub fn typed_key(key: String, entity_type: EntityType) -> String {
    match entity_type {
        EntityType::Organization => organization(key),
        EntityType::Group if key.len() > 4 && key.ends_with('s') && !key.ends_with("ss") => {
            key[..key.len() - 1].to_owned()
        }
        EntityType::Person => person(key),
        _ => key,
    }
}

fn organization(mut key: String) -> String {
    while let Some((rest, ending)) = key.rsplit_once(' ')
        && word_tags(ending).has(Tags::LEGAL_FORM)
    {
        key.truncate(rest.len());
    }
    for office in OFFICES {
        let Some(at) = find_word(&key, office) else {
            continue;
        };
        let (before, after) = (&key[..at], &key[at + office.len()..]);
        let Some(field) = after.strip_prefix(" of ").or(after.strip_prefix(" for ")) else {
            continue;
        };
        let field = field.strip_prefix("the ").unwrap_or(field);
        return [before, field, " ", office].concat();
    }
    key
}

fn person(mut key: String) -> String {
    while let Some((title, rest)) = key.split_once(' ')
        && {
            let word = word_tags(title);
            word.has(Tags::HONORIFIC) || word.has(Tags::TITLE)
        }
        && !is_kept(title)
    {
        key = rest.to_owned();
    }
    while let Some((rest, ending)) = key.rsplit_once(' ')
        && (word_tags(ending).has(Tags::HONOUR)
            || matches!(ending, "jr" | "sr")
            || is_ordinal(ending) && !is_regnal(rest))
    {
        key.truncate(rest.len());
    }
    // “Ana Ruiz of Velm”
    if let Some(of) = find_word(&key, "of")
        && key[of..].contains(' ')
        && let Some((name, _)) = key.split_at(of).0.rsplit_once(' ')
        && name.contains(' ')
    {
        key.truncate(name.len());
    }
    key
}

/// Where a word first stands in a key.
fn find_word(key: &str, word: &str) -> Option<usize> {
    let blanks = key.bytes().enumerate().filter(|&(_, byte)| byte == b' ');
    let mut starts = [0].into_iter().chain(blanks.map(|(blank, _)| blank + 1));
    starts.find(|&start| {
        let rest = key[start..].strip_prefix(word);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

/// Whether a title may be a first name, or part of what its bearer is called.
fn is_kept(title: &str) -> bool {
    matches!(
        title,
        "king" | "prince" | "princess" | "queen" | "pope" | "justice" | "major"
    )
}

/// Whether what stands behind a name is a number in Roman letters.
fn is_ordinal(ending: &str) -> bool {
    matches!(ending, "i" | "ii" | "iii" | "iv")
}

/// Whether a name without its number is that of several who ruled: “King Otto”, “Otto”, but not “Otto Voss”.
fn is_regnal(name: &str) -> bool {
    name.split_once(' ').is_none_or(|(title, _)| is_kept(title))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_of_writing_one_name_share_a_key() {
        use EntityType::{Group, Organization, Person, Place};
        let cases: &[(&str, &str, EntityType)] = &[
            ("U.S.", "the United States", Place),
            ("USA", "America", Place),
            ("UK", "Britain", Place),
            ("Washington, D.C.", "Washington", Place),
            ("Northgate Bank Ltd.", "Northgate Bank", Organization),
            ("Harbour & Co.", "HARBOUR &", Organization),
            (
                "Ministry of the Interior",
                "Interior Ministry",
                Organization,
            ),
            (
                "US Department of Justice",
                "US Justice Department",
                Organization,
            ),
            ("Americans", "American", Group),
            ("Sino", "Chinese", Group),
            ("Ana Ruiz’s", "ana ruiz", Person),
            ("José González", "Jose Gonzalez", Person),
            ("Sen. Ana Ruiz Jr.", "Ana Ruiz", Person),
            ("Otto Voss III", "Otto Voss", Person),
            ("Ana Ruiz DBE RA", "Ana Ruiz", Person),
        ];
        for (one, other, entity_type) in cases {
            let of = |surface| typed_key(key(surface), *entity_type);
            assert_eq!(of(one), of(other), "{one}");
        }
    }

    #[test]
    fn odd_names_have_a_key() {
        for surface in ["", ".", "’s", "the", "the ’s", " ", "Mr.", "Jr."] {
            let key = key(surface);
            for entity_type in [EntityType::Person, EntityType::Organization] {
                super::super::rules::short_keys(
                    &typed_key(key.clone(), entity_type),
                    entity_type,
                    |_| false,
                );
            }
        }
    }
}
