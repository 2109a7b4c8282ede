//! Nouns for people that mean the same, or one a kind of the other: `src/data/en/synonyms.tsv` has a group a line,
//! `hyponyms.tsv` a noun with its kinds, `nicknames.tsv` a first name with what its bearers are called, `aliases.tsv`
//! a name with others of the same, `spelt.tsv` a title with how it is shortened.

use std::sync::LazyLock;

use crate::hash::{HashedMap, hash_of};

/// Nouns by the hash of one that they stand beside in a file.
type Nouns = HashedMap<Vec<&'static str>>;

/// The other nouns that mean the same as one: “lawyer” for “attorney”.
pub fn synonyms(noun: &str) -> &'static [&'static str] {
    static TABLE: LazyLock<Nouns> = LazyLock::new(|| {
        let groups = include_str!("../data/en/synonyms.tsv").lines();
        table(groups.flat_map(|group| group.split(' ').map(move |noun| (noun, group))))
    });
    beside(&TABLE, noun)
}

/// The nouns that name one of a noun's kind: a “surgeon” is a “doctor”, too.
pub fn hyponyms(noun: &str) -> &'static [&'static str] {
    static TABLE: LazyLock<Nouns> = LazyLock::new(|| {
        let lines = include_str!("../data/en/hyponyms.tsv").lines();
        table(lines.filter_map(|line| line.split_once('\t')))
    });
    beside(&TABLE, noun)
}

/// What the bearers of a first name, in small letters, are called for short: “Bob” for “Robert”.
pub fn nicknames(name: &str) -> &'static [&'static str] {
    static TABLE: LazyLock<Nouns> = LazyLock::new(|| {
        let lines = include_str!("../data/en/nicknames.tsv").lines();
        table(lines.filter_map(|line| line.split_once('\t')))
    });
    beside(&TABLE, name)
}

/// The name that one in small letters is another of: “united states” for “us”.
pub fn alias(name: &str) -> Option<&'static str> {
    static TABLE: LazyLock<Nouns> =
        LazyLock::new(|| inverted(include_str!("../data/en/aliases.tsv"), '|'));
    beside(&TABLE, name).first().copied()
}

/// A title, in small letters and without a dot, spelt out: “doctor” for “dr”.
pub fn spelt_out(title: &str) -> Option<&'static str> {
    static TABLE: LazyLock<Nouns> =
        LazyLock::new(|| inverted(include_str!("../data/en/spelt.tsv"), ' '));
    beside(&TABLE, title).first().copied()
}

/// The first word of each line by those behind it.
fn inverted(lines: &'static str, blank: char) -> Nouns {
    let mut nouns = Nouns::default();
    for (full, short) in lines.lines().filter_map(|line| line.split_once('\t')) {
        for short in short.split(blank) {
            nouns.insert(hash_of(short), vec![full]);
        }
    }
    nouns
}

fn beside(table: &'static Nouns, noun: &str) -> &'static [&'static str] {
    table.get(&hash_of(noun)).map_or(&[], Vec::as_slice)
}

/// The nouns of each list by that before it; a noun may stand before several.
fn table(lists: impl Iterator<Item = (&'static str, &'static str)>) -> Nouns {
    let mut nouns = Nouns::default();
    for (noun, list) in lists {
        let beside = nouns.entry(hash_of(noun)).or_default();
        beside.extend(list.split(' '));
    }
    nouns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_have_synonyms_and_kinds() {
        assert!(synonyms("attorney").contains(&"lawyer"));
        assert!(hyponyms("doctor").contains(&"surgeon"));
        assert!(nicknames("robert").contains(&"bob"));
        assert_eq!(alias("u s"), Some("united states"));
        assert_eq!(
            (spelt_out("revd"), spelt_out("mayor")),
            (Some("reverend"), None)
        );
        assert_eq!(synonyms("").len() + hyponyms("surgeon").len(), 0);
    }
}
