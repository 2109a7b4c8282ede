//! Names: where they stand, what they name, and which of them name the same thing.

mod agree;
mod departments;
mod known;
mod pairs;
mod patterns;
mod propose;
mod settle;

use std::ops::Range;

use crate::annotations::EntityType;

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
