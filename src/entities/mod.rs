//! Names: where they stand, what they name, and which of them name the same thing.

mod known;
mod link;
mod name_set;
mod patterns;
mod pipeline;
mod rules;

pub use known::{KnownName, KnownNames, LexiconError, Sightings};
pub use link::{link, rule_ids as link_rule_ids};
pub use name_set::Name;
pub use patterns::with_dates_and_money;
pub use pipeline::{find, find_with};
pub use rules::ids as rule_ids;
