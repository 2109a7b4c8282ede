//! Who is what to whom, as far as a text names both: “her daughter, Sue Lane”.

use crate::hash::{HashedMap, hash_of, mix};

/// Nouns for what somebody is to another, and those for what the other then is to them.
const MUTUAL: &[(&[&str], &[&str])] = &[
    (&["wife", "husband"], &["husband", "wife"]),
    (&["mother", "father"], &["son", "daughter"]),
    (&["son", "daughter"], &["mother", "father"]),
    (&["brother", "sister"], &["brother", "sister"]),
    (&["boyfriend", "girlfriend"], &["girlfriend", "boyfriend"]),
    (&["partner"], &["partner"]),
];

/// What people are to each other.
#[derive(Clone, Debug, Default)]
pub struct Relations(HashedMap<usize>);

impl Relations {
    /// Takes note that somebody is what a noun says to another, and the other way round.
    pub fn add(&mut self, owner: usize, noun: &str, entity: usize) {
        self.0.insert(number(owner, noun), entity);
        let mutual = MUTUAL.iter().filter(|(nouns, _)| nouns.contains(&noun));
        for noun in mutual.flat_map(|(_, others)| others.iter()) {
            self.0.entry(number(entity, noun)).or_insert(owner);
        }
    }

    /// Who is what a noun says to somebody.
    pub fn get(&self, owner: usize, noun: &str) -> Option<usize> {
        self.0.get(&number(owner, noun)).copied()
    }
}

/// The number of what a noun says that somebody is to another.
fn number(owner: usize, noun: &str) -> u64 {
    mix(hash_of(noun) ^ owner as u64)
}
