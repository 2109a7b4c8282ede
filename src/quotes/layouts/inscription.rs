//! Inscriptions: “a sign reading ‘…’”, where what bears the words stands for who speaks.

use std::ops::Range;

use super::found::{Found, by_quotation};
use crate::lexicon::Tags;
use crate::quotes::reading::Reading;
use crate::quotes::reported::Reported;
use crate::quotes::terms::{Class, forms};

/// Verbs before a bearer: “some wore caps”.
const CARRIES: [u32; 6] = forms(["carried", "held", "hung", "saw", "waved", "wore"]);

/// How many tokens the noun phrase of a bearer may hold.
const LONGEST: usize = 6;

/// The inscriptions of a text.
pub(super) fn read(reading: &Reading) -> Vec<Found> {
    by_quotation(reading, inscription)
}

/// The inscription that a quotation is, if a bearer and its verb stand before it.
fn inscription(reading: &Reading, index: usize) -> Option<Reported> {
    let tokens = reading.quotations[index].tokens.clone();
    let before = tokens.start.checked_sub(1)?;
    let parts = matches!(reading.class(before), Class::Comma | Class::Colon);
    let verb = before.checked_sub(usize::from(parts))?;
    if !reading.tags_from(tokens.start, verb).has(Tags::INSCRIBING) {
        return None;
    }
    let relative = matches!(
        reading.class_from(verb, verb.checked_sub(1)?),
        Class::That | Class::Relative
    );
    let noun = verb.checked_sub(1 + usize::from(relative))?;
    let is_bearer = reading.tags_from(verb, noun).has(Tags::BEARER);
    is_bearer.then(|| Reported::labelled(tokens, Some(verb), phrase(reading, noun)))
}

/// The noun phrase that ends with a noun.
fn phrase(reading: &Reading, noun: usize) -> Range<usize> {
    let from = reading
        .sentence(noun)
        .start
        .max(noun.saturating_sub(LONGEST));
    let opens = |&token: &usize| {
        let class = reading.class(token);
        class.opens_noun() || class == Class::Number
    };
    let mut words = (from..noun).rev().take_while(|&token| {
        let class = reading.class(token);
        let is_part =
            class.is_open() || class.opens_noun() || matches!(class, Class::Number | Class::Dash);
        is_part && !CARRIES.contains(&reading.form(token))
    });
    // “T-shirts”
    let is_hyphen = |&before: &usize| reading.document.is_within_word(before);
    let compound = noun.checked_sub(1).filter(is_hyphen);
    let start = compound.map_or(noun, |hyphen| hyphen - 1);
    words.find(opens).unwrap_or(start)..noun + 1
}
