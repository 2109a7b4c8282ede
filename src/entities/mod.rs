//! Names: where they stand, what they name, and which of them name the same thing.

mod abbreviations;
mod addresses;
mod agree;
mod credits;
mod departments;
mod draft;
mod endings;
mod headings;
mod kind;
mod known;
mod lines;
mod lists;
mod nations;
mod nouns;
mod offices;
mod owners;
mod pairs;
mod patterns;
mod posts;
mod propose;
mod settle;
mod small;
mod states;
mod surnames;
mod syllables;
mod teams;
mod telling;
mod titles;
mod works;

use std::ops::Range;

use crate::annotations::EntityType;
use crate::lexicon::{Gazetteer, gazetteer_of, join_keys, word_key};
use crate::text::{Document, lower_cased};

pub use known::{KnownName, KnownNames, LexiconError, Sightings};
pub use patterns::with_dates_and_money;
pub use propose::{propose, propose_with};
pub use settle::settle;

/// One name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The tokens of the name.
    pub tokens: Range<usize>,
    /// What it names.
    pub entity_type: EntityType,
}

/// The last words of companies' names.
const COMPANY_ENDS: &[&str] = &[
    "Airlines",
    "Airways",
    "Corp",
    "Corp.",
    "Foods",
    "GmbH",
    "Holding",
    "Holdings",
    "Inc",
    "Inc.",
    "Industries",
    "LLC",
    "LLP",
    "Ltd",
    "Ltd.",
    "Motors",
    "Petroleum",
    "Pharmaceuticals",
    "PLC",
    "Plc",
    "Securities",
    "Semiconductor",
    "Technologies",
];

/// Whether the last word of a name says that it is a company's.
fn ends_company(document: &Document, tokens: &Range<usize>) -> bool {
    COMPANY_ENDS.contains(&document.word(tokens.end - 1))
}

/// Whether a word tells whose somebody or something is.
fn is_possessive(word: &str) -> bool {
    ["her", "his", "my", "our", "their", "your"].contains(&&*lower_cased(word))
}

/// The lists that have a name as a whole.
fn lists_of(document: &Document, tokens: Range<usize>) -> Gazetteer {
    let keys = tokens.map(|token| word_key(document.word(token)));
    keys.reduce(join_keys)
        .map_or(Gazetteer::default(), gazetteer_of)
}

/// The names that stand where the words of `tagged` stand, each at its next place in the text.
#[cfg(test)]
fn tagged(document: &Document, tagged: &[(&str, EntityType)]) -> Vec<Name> {
    let mut from = 0;
    let name = |&(name, entity_type): &(&str, EntityType)| {
        let at = from + document.text[from..].find(name).expect("it is there");
        from = at + name.len();
        Name {
            tokens: document.token_at(at)..document.token_at(from - 1) + 1,
            entity_type,
        }
    };
    tagged.iter().map(name).collect()
}
