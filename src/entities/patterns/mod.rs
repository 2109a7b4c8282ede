//! Dates and sums of money, by regular expressions.

mod around;
mod expressions;
mod letters;
mod read;
#[cfg(test)]
mod tests;

use crate::annotations::EntityType;
use crate::entities::Name;
use crate::lexicon::Tags;
use crate::text::Document;
use read::dates_and_money;

/// The months whose names are also borne by persons.
const MONTHS_AND_PERSONS: &[&str] = &["April", "August", "June", "March", "May"];

/// The names of a text with its dates and sums of money among them.
///
/// A name wins over a date or sum that overlaps it, except where it is no more than the words
/// of the date. A month that is also a person's name on its own stays the person.
pub fn with_dates_and_money(document: &Document, names: Vec<Name>) -> Vec<Name> {
    let found = dates_and_money(document);
    if found.is_empty() {
        return names;
    }
    let mut merged: Vec<Name> = Vec::with_capacity(names.len() + found.len());
    let mut names = names.into_iter().peekable();
    for pattern in found {
        while let Some(name) = names.next_if(|name| name.tokens.end <= pattern.tokens.start) {
            merged.push(name);
        }
        let mut within = Vec::new();
        while let Some(name) = names.next_if(|name| name.tokens.start < pattern.tokens.end) {
            within.push(name);
        }
        if within
            .iter()
            .all(|name| gives_way(document, name, &pattern))
        {
            merged.push(pattern);
        } else {
            merged.extend(within);
        }
    }
    merged.extend(names);
    merged
}

/// Whether a name is no more than words of the date or sum.
fn gives_way(document: &Document, name: &Name, pattern: &Name) -> bool {
    let is_within =
        pattern.tokens.start <= name.tokens.start && name.tokens.end <= pattern.tokens.end;
    let before = document.tags(pattern.tokens.start.checked_sub(1));
    let is_person = name.entity_type == EntityType::Person
        && pattern.tokens.len() == 1
        && MONTHS_AND_PERSONS.contains(&document.word(pattern.tokens.start))
        && !before.has(Tags::NEVER_BEFORE_NAME);
    is_within && !is_person
}
