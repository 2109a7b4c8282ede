//! The rules that edit the tagger's names: [`RULES`] is their one order.
//!
//! Each corrects what the tagger sees too seldom to learn. No rule needs another to be safe: any
//! may be switched off, or change places with any other. `cargo xtask ablate` prints what each is
//! worth.

mod abbreviations;
mod addresses;
mod beats;
mod called;
mod capitals;
mod clubs;
mod commas;
mod coordination;
mod datelines;
mod demonyms;
mod edges;
mod everywhere;
mod firms;
mod headlines;
mod heads;
mod honorifics;
mod joined;
mod known;
mod lists;
mod makes;
mod markets;
mod matches;
mod namesakes;
mod networks;
mod parties;
mod players;
mod possessives;
mod posts;
mod products;
mod results;
mod rule;
mod shorts;
mod storms;
mod syllables;
mod things;
mod told_below;
mod towns;
mod vote;
mod works;

use rule::Rule;

use super::name_set::NameSet;
use crate::ablation;
use crate::text::Document;

/// Every rule, in the order in which they edit the names.
pub const RULES: &[Rule] = &[
    addresses::RULE,
    datelines::RULE,
    headlines::RULE,
    headlines::CAPITALS,
    joined::CHILDREN,
    joined::COUNTRIES,
    edges::RULE,
    honorifics::BEFORE,
    honorifics::BEHIND,
    honorifics::OPENING,
    posts::RULE,
    posts::ENVOYS,
    namesakes::PEOPLE,
    syllables::RULE,
    parties::RULE,
    heads::RULE,
    beats::RULE,
    makes::RULE,
    clubs::RULE,
    clubs::PASSED_OVER,
    players::RULE,
    things::RULE,
    namesakes::PASSED_OVER,
    demonyms::RULE,
    namesakes::MONTHS,
    markets::RULE,
    markets::DEALS,
    results::RULE,
    firms::RULE,
    towns::RULE,
    called::RULE,
    shorts::RULE,
    networks::RULE,
    storms::RULE,
    works::RULE,
    works::TITLES,
    joined::PARTNERS,
    joined::FIELDS,
    joined::RIVERS,
    commas::RULE,
    possessives::RULE,
    possessives::OWNERS,
    coordination::PAIRS,
    coordination::BODIES,
    coordination::WHOLE,
    abbreviations::RULE,
    lists::RULE,
    products::RULE,
    known::NAMED,
    known::RETYPED,
    known::PASSED_OVER,
    known::BEHIND_ARTICLE,
    told_below::RULE,
    vote::VOTE,
    vote::MISSED,
    vote::SURNAMES,
    namesakes::TOWNS,
];

/// The ids of all rules, in their order.
pub fn ids() -> impl Iterator<Item = &'static str> {
    RULES.iter().map(|rule| rule.id)
}

/// Edits the names by every rule that is on.
pub fn apply(document: &Document, names: &mut NameSet) {
    for rule in RULES.iter().filter(|rule| ablation::is_on(rule.id)) {
        rule.apply(document, names);
    }
}

#[cfg(test)]
mod tests;
