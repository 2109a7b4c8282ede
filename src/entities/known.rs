//! The names that a publisher knows.

use std::fmt;
use std::ops::Range;

use crate::annotations::EntityType;
use crate::entities::Name;
use crate::hash::{HashedMap, hash_of};
use crate::span::Span;
use crate::text::Document;

/// A name that a publisher knows, such as one with a topic page of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownName {
    /// The name as texts write it.
    pub name: String,
    /// What it names.
    pub entity_type: EntityType,
    /// Other ways of writing it.
    pub aliases: Vec<String>,
    /// The address that its entity gets.
    pub url: Option<String>,
    /// The publisher's own mark for what it names; names with the same mark name the same.
    pub id: Option<String>,
}

impl KnownName {
    /// A name without aliases, address and mark.
    pub fn new(name: impl Into<String>, entity_type: EntityType) -> Self {
        Self {
            name: name.into(),
            entity_type,
            aliases: Vec::new(),
            url: None,
            id: None,
        }
    }
}

/// Why a publisher's names cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LexiconError {
    /// A name, or the alias of one, holds no letter or digit.
    Empty {
        /// The place of the known name in the list, from 0.
        index: usize,
        /// The name itself, to find the entry by where only an alias is empty.
        name: String,
        /// The place of the alias among its aliases, from 0, or none if it is the name.
        alias: Option<usize>,
    },
}

impl fmt::Display for LexiconError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty {
                index, alias: None, ..
            } => write!(
                f,
                "the name at index {index} of the lexicon has no letter or digit; give it one or leave it out"
            ),
            Self::Empty {
                index,
                name,
                alias: Some(alias),
            } => write!(
                f,
                "the alias at index {alias} of {name:?}, at index {index} of the lexicon, has no letter or digit; give it one or leave it out"
            ),
        }
    }
}

impl std::error::Error for LexiconError {}

/// A publisher's names, ready to be found in texts.
#[derive(Clone, Debug)]
pub struct KnownNames {
    names: Vec<KnownName>,
    /// All ways of writing them, in order.
    ways: Vec<String>,
    /// For each of these the longest other one that it begins with.
    beginnings: Vec<Option<usize>>,
    /// The name of each way, by its hash.
    name_of_way: HashedMap<usize>,
    /// The bytes that any of them begins with.
    is_first: Vec<bool>,
}

impl KnownNames {
    /// Prepares names and their aliases, each of which must hold a letter or digit. Of two
    /// entries with one way of writing the first has it.
    pub fn new(names: &[KnownName]) -> Result<Self, LexiconError> {
        let mut first_of_id = HashedMap::default();
        let mut ways = Vec::new();
        let mut name_of_way = HashedMap::default();
        for (index, known) in names.iter().enumerate() {
            let first = match &known.id {
                Some(id) => *first_of_id.entry(hash_of(id)).or_insert(index),
                None => index,
            };
            let written = std::iter::once((None, &known.name)).chain(
                known
                    .aliases
                    .iter()
                    .enumerate()
                    .map(|(at, alias)| (Some(at), alias)),
            );
            for (alias, way) in written {
                if !way.contains(char::is_alphanumeric) {
                    return Err(LexiconError::Empty {
                        index,
                        name: known.name.clone(),
                        alias,
                    });
                }
                for mark in ["'", "’"] {
                    let straight = way.trim().replace('’', "'");
                    let way = straight.replace('\'', mark);
                    name_of_way.entry(hash_of(&way)).or_insert(first);
                    ways.push(way);
                    if !straight.contains('\'') {
                        break;
                    }
                }
            }
        }
        ways.sort_unstable();
        ways.dedup();
        let mut is_first = vec![false; 256];
        for first in ways.iter().flat_map(|way| way.bytes().next()) {
            is_first[usize::from(first)] = true;
        }
        Ok(Self {
            names: names.to_vec(),
            beginnings: beginnings(&ways),
            ways,
            name_of_way,
            is_first,
        })
    }

    /// The longest of the names that a text begins with, as a whole word, and its length.
    fn at_start(&self, text: &str) -> Option<(usize, usize)> {
        let first = *text.as_bytes().first()?;
        if !self.is_first[usize::from(first)] {
            return None;
        }
        // The text begins with the last way that does not come behind it, or with one that this one begins with.
        let behind = self.ways.partition_point(|way| way.as_str() <= text);
        let mut next = behind.checked_sub(1);
        while let Some(index) = next {
            let way = &self.ways[index];
            if let Some(rest) = text.strip_prefix(way.as_str())
                && !rest.starts_with(char::is_alphanumeric)
            {
                return Some((self.name_of_way[&hash_of(way)], way.len()));
            }
            next = self.beginnings[index];
        }
        None
    }

    /// Where a text has the names: as whole words and in the case they are given in, of those
    /// that overlap the first, of those that begin together the longest.
    pub fn find(&self, document: &Document) -> Sightings<'_> {
        let mut is_within_word = false;
        let starts = document.text.char_indices().filter(|(_, letter)| {
            let is_behind_word = is_within_word;
            is_within_word = letter.is_alphanumeric();
            !is_behind_word
        });
        let found = starts.filter_map(|(start, _)| {
            let (name, length) = self.at_start(&document.text[start..])?;
            Some((Span::new(start, start + length), name))
        });
        let mut free = 0;
        let mut sightings = Sightings {
            names: &self.names,
            list: Vec::new(),
        };
        for (span, name) in found {
            let tokens = document.token_at(span.start)..document.token_at(span.end - 1) + 1;
            if tokens.start >= free {
                free = tokens.end;
                sightings.list.push((tokens, name));
            }
        }
        sightings
    }
}

/// Whether tokens are a part of a longer name, and not one of several that were taken for one.
fn is_part(document: &Document, tokens: &Range<usize>, name: &Range<usize>) -> bool {
    let goes_on = |token: usize| {
        let word = document.span(token..token + 1).of(document.text);
        word.starts_with(char::is_alphanumeric) && !["and", "or"].contains(&word)
    };
    let before = name.start < tokens.start && goes_on(tokens.start - 1);
    let behind = tokens.end < name.end && goes_on(tokens.end);
    name.start <= tokens.start && tokens.end <= name.end && (before || behind)
}

/// For each of some words, which are in order, the longest other one that it begins with.
fn beginnings(words: &[String]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let find = |(index, word): (usize, &String)| {
        while open
            .pop_if(|last| !word.starts_with(words[*last].as_str()))
            .is_some()
        {}
        let longest = open.last().copied();
        open.push(index);
        longest
    };
    words.iter().enumerate().map(find).collect()
}

/// Where a text has a publisher's names.
#[derive(Clone, Debug, Default)]
pub struct Sightings<'k> {
    /// The publisher's names.
    pub names: &'k [KnownName],
    /// The tokens and the name that they are, in order, none overlapping another.
    list: Vec<(Range<usize>, usize)>,
}

impl Sightings<'_> {
    /// The index of the publisher's name that these tokens are.
    pub fn at(&self, tokens: &Range<usize>) -> Option<usize> {
        let index = self
            .list
            .binary_search_by(|(sighted, _)| sighted.start.cmp(&tokens.start))
            .ok()?;
        let (sighted, name) = &self.list[index];
        (sighted == tokens).then_some(*name)
    }

    /// The names of a text where the publisher's win over all that overlap them, but for longer
    /// names that they are a part of: “City” is not meant in “Manchester City”.
    pub fn with_names(&self, document: &Document, names: Vec<Name>) -> Vec<Name> {
        if self.list.is_empty() {
            return names;
        }
        let mut merged = Vec::with_capacity(names.len() + self.list.len());
        let mut names = names.into_iter().peekable();
        for (tokens, known) in &self.list {
            while let Some(name) = names.next_if(|name| name.tokens.end <= tokens.start) {
                merged.push(name);
            }
            if names
                .peek()
                .is_some_and(|name| is_part(document, tokens, &name.tokens))
            {
                continue;
            }
            while names
                .next_if(|name| name.tokens.start < tokens.end)
                .is_some()
            {}
            merged.push(Name {
                tokens: tokens.clone(),
                entity_type: self.names[*known].entity_type,
            });
        }
        merged.extend(names);
        merged
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sighted<'t>(text: &'t str, names: &[&str]) -> Vec<&'t str> {
        let known: Vec<KnownName> = names
            .iter()
            .map(|name| KnownName::new(*name, EntityType::Organization))
            .collect();
        let document = Document::new(text);
        KnownNames::new(&known)
            .expect("sound names")
            .find(&document)
            .with_names(&document, Vec::new())
            .into_iter()
            .map(|name| document.span(name.tokens).of(text))
            .collect()
    }

    #[test]
    fn known_names_are_found_as_a_publisher_expects() {
        let cases: &[(&str, &str, &[&str], &[&str])] = &[
            (
                "whole words",
                "Oslo, Oslovia, Oslo’s",
                &["Oslo"],
                &["Oslo", "Oslo"],
            ),
            (
                "the longest",
                "the Bank of Oslo",
                &["Bank", "Bank of Oslo"],
                &["Bank of Oslo"],
            ),
            (
                "the longest that fits",
                "Bank of Oslovia",
                &["Bank", "Bank of Oslo"],
                &["Bank"],
            ),
            (
                "the case as given",
                "apple and Apple",
                &["Apple"],
                &["Apple"],
            ),
            (
                "either apostrophe",
                "O’Hara and O'Hara",
                &["O'Hara"],
                &["O’Hara", "O'Hara"],
            ),
            ("at a hyphen", "an Oslo-based firm", &["Oslo"], &["Oslo"]),
            (
                "a dot at the end",
                "Northgate Inc. fell",
                &["Northgate Inc"],
                &["Northgate Inc."],
            ),
            ("no match", "nothing here", &["Oslo"], &[]),
        ];
        for (name, text, names, expected) in cases {
            assert_eq!(&sighted(text, names), expected, "{name}");
        }
    }

    #[test]
    fn a_part_of_a_longer_name_is_not_meant() {
        let cases = [
            (
                "the end",
                "Carver City won",
                "Carver City",
                "City",
                "Carver City",
            ),
            (
                "the middle",
                "the Elm Lane Trust",
                "Elm Lane Trust",
                "Lane",
                "Elm Lane Trust",
            ),
            (
                "behind of",
                "the Bank of Elm",
                "Bank of Elm",
                "Elm",
                "Bank of Elm",
            ),
            ("one of two", "Elm and Oak met", "Elm and Oak", "Elm", "Elm"),
            (
                "a dateline",
                "ELM - Oak Foods fell",
                "ELM - Oak Foods",
                "Oak Foods",
                "Oak Foods",
            ),
            (
                "the same",
                "Oak Foods fell",
                "Oak Foods",
                "Oak Foods",
                "Oak Foods",
            ),
            (
                "a longer one",
                "Oak Foods fell",
                "Oak",
                "Oak Foods",
                "Oak Foods",
            ),
            (
                "an overlap",
                "New Elm Bank fell",
                "New Elm",
                "Elm Bank",
                "Elm Bank",
            ),
        ];
        for (case, text, found, known, expected) in cases {
            let document = Document::new(text);
            let start = text.find(found).expect("it is there");
            let end = start + found.len();
            let name = Name {
                tokens: document.token_at(start)..document.token_at(end - 1) + 1,
                entity_type: EntityType::Organization,
            };
            let known = KnownNames::new(&[KnownName::new(known, EntityType::Place)]);
            let known = known.expect("a sound name");
            let names = known.find(&document).with_names(&document, vec![name]);
            let spans: Vec<_> = names
                .iter()
                .map(|name| document.span(name.tokens.clone()).of(text))
                .collect();
            assert_eq!(spans, [expected], "{case}");
        }
    }

    #[test]
    fn of_names_that_begin_together_the_longest_whole_one_is_found() {
        let known = [
            "El",
            "Elm",
            "Elm Lane",
            "Elm Lanes End",
            "Elm Oak",
            "Elms",
            "Él",
        ];
        let cases: &[(&str, &[&str])] = &[
            (
                "Elm Lane, Elm Lanes and Elm Lanes End",
                &["Elm Lane", "Elm", "Elm Lanes End"],
            ),
            ("Elm Oaks, Elms, Elmo", &["Elm", "Elms"]),
            ("pre-Elm, xElm, (Elm)", &["Elm", "Elm"]),
            ("Él, Élan, El", &["Él", "El"]),
            ("Elm Elm Lane El", &["Elm", "Elm Lane", "El"]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(&sighted(text, &known), expected, "{text}");
        }
    }

    #[test]
    fn an_empty_name_is_refused_with_its_place() {
        let mut known = KnownName::new("Oslo", EntityType::Place);
        known.aliases = vec![String::from("Kristiania"), String::from(" – ")];
        let error = KnownNames::new(&[known]).expect_err("an empty alias");
        assert_eq!(
            error.to_string(),
            "the alias at index 1 of \"Oslo\", at index 0 of the lexicon, has no letter or digit; \
             give it one or leave it out"
        );
        let error = KnownNames::new(&[KnownName::new("", EntityType::Place)]).expect_err("empty");
        assert!(error.to_string().starts_with("the name at index 0"));
    }
}
