//! What is known of English words: one table, compiled from `src/data/en/words` by `build.rs`.

use std::sync::LazyLock;

use super::Gender;
use crate::hash::{HashedMap, hash_of, hash_of_small};
use crate::letters::lower_cased;

/// What a word is, as the lists of words have it: a set of the constants below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tags([u64; LENGTH]);

include!(concat!(env!("OUT_DIR"), "/tags.rs"));

impl Tags {
    /// No tag.
    pub const NONE: Self = Self([0; LENGTH]);

    /// The tag of a number.
    const fn of(number: u32) -> Self {
        let mut bits = [0; LENGTH];
        bits[number as usize / 64] = 1 << (number % 64);
        Self(bits)
    }

    /// Whether the two sets share a tag.
    pub const fn has(self, any: Self) -> bool {
        let (mut shared, mut index) = (0, 0);
        while index < LENGTH {
            shared |= self.0[index] & any.0[index];
            index += 1;
        }
        shared != 0
    }

    /// The tags of either set.
    pub const fn union(self, other: Self) -> Self {
        let (mut bits, mut index) = (self.0, 0);
        while index < LENGTH {
            bits[index] |= other.0[index];
            index += 1;
        }
        Self(bits)
    }

    /// The gender of those whom the word may mean, where it may mean those of one alone.
    pub const fn gender(self) -> Option<Gender> {
        match (self.has(Self::MALE), self.has(Self::FEMALE)) {
            (true, false) => Some(Gender::Male),
            (false, true) => Some(Gender::Female),
            _ => None,
        }
    }
}

/// The tags of a word, whatever its case and with or without the dot of an abbreviation; none of
/// a word that no list has. Of a token, [`Document::tags`](crate::text::Document::tags) has them
/// at hand.
pub fn word_tags(word: &str) -> Tags {
    static TABLE: LazyLock<HashedMap<usize>> = LazyLock::new(read);
    let letters = if word.as_bytes().last() == Some(&b'.') {
        word.trim_end_matches('.')
    } else {
        word
    };
    if letters.len() > LONGEST {
        return Tags::NONE;
    }
    let hash = hash_of_small(letters).unwrap_or_else(|| hash_of(&lower_cased(letters)));
    TABLE.get(&hash).map_or(Tags::NONE, |&set| sets()[set].0)
}

/// The words that have one of some tags, in small letters.
pub fn words_tagged(any: Tags) -> impl Iterator<Item = &'static str> {
    let sets = sets().iter().filter(move |(tags, _)| tags.has(any));
    sets.flat_map(|(_, words)| words.split(' '))
}

/// For each word of the table the number of its set of tags.
fn read() -> HashedMap<usize> {
    let sets = sets().iter().enumerate();
    let words =
        sets.flat_map(|(set, (_, words))| words.split(' ').map(move |word| (hash_of(word), set)));
    words.collect()
}

/// Each set of tags with its words.
fn sets() -> &'static [(Tags, &'static str)] {
    static SETS: LazyLock<Vec<(Tags, &str)>> = LazyLock::new(|| {
        let lines = include_str!(concat!(env!("OUT_DIR"), "/words.txt")).lines();
        let sets = lines.filter_map(|line| {
            let (tags, words) = line.split_once('\t')?;
            let tags = tags.chars().map(|letter| u32::from(letter) - FIRST);
            let set = tags.map(Tags::of).fold(Tags::NONE, Tags::union);
            Some((set, words))
        });
        sets.collect()
    });
    &SETS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_by_their_tags() {
        let cases: &[(&str, Tags, bool)] = &[
            ("Mrs.", Tags::HONORIFIC, true),
            ("president", Tags::HONORIFIC, false),
            ("sen", Tags::TITLE, true),
            ("MAYOR", Tags::ROLE.union(Tags::HONORIFIC), true),
            ("woman", Tags::ROLE, false),
            ("danish", Tags::DEMONYM, false),
            ("predecessor", Tags::RELATION, true),
            ("", Tags::ROLE, false),
            ("İstanbul’un valisi olan herkes", Tags::ROLE, false),
        ];
        for &(word, tags, expected) in cases {
            assert_eq!(word_tags(word).has(tags), expected, "{word}");
        }
    }

    #[test]
    fn words_indicate_a_gender_or_none() {
        let cases: &[(&str, Option<Gender>)] = &[
            ("mrs", Some(Gender::Female)),
            ("chairman", Some(Gender::Male)),
            ("judge", None),
        ];
        for (word, gender) in cases {
            assert_eq!(word_tags(word).gender(), *gender, "{word}");
        }
    }

    #[test]
    fn every_line_of_the_table_is_a_set_and_its_words() {
        let table = include_str!(concat!(env!("OUT_DIR"), "/words.txt"));
        let words = table.lines().map(|line| {
            let (tags, words) = line.split_once('\t').expect("a tab");
            assert!(tags.chars().all(|tag| u32::from(tag) >= FIRST), "{tags}");
            words.split(' ').count()
        });
        assert_eq!(
            words.sum::<usize>(),
            read().len(),
            "no two hashes are the same"
        );
    }
}
