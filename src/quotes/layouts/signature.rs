//! Signatures: names that sign a sentence within marks: “‘It was cold.’ – Ana Ruiz, harbour master”.

use std::ops::Range;

use super::found::{Found, by_quotation};
use crate::quotes::reading::Reading;
use crate::quotes::reported::Reported;
use crate::quotes::terms::Class;

/// The signed quotations of a text.
pub(super) fn read(reading: &Reading) -> Vec<Found> {
    by_quotation(reading, signature)
}

/// The name that signs a sentence within marks behind a dash, where these two are a paragraph: “‘It was cold.’ – Ana
/// Ruiz, harbour master”.
fn signature(reading: &Reading, index: usize) -> Option<Reported> {
    const LONGEST: usize = 12;
    let quotation = &reading.quotations[index];
    let Range { start, end: dash } = quotation.tokens;
    let paragraph = reading.paragraph(start);
    let is_sentence = quotation
        .inner()
        .any(|token| matches!(reading.class(token), Class::Auxiliary | Class::Pronoun));
    let is_name = |&token: &usize| matches!(reading.class(token), Class::Capital | Class::Upper);
    let name = dash + 1..dash + 1 + (dash + 1..paragraph.end).take_while(is_name).count();
    let signs = paragraph.start == start
        && is_sentence
        && reading.class_from(start, dash) == Class::Dash
        && paragraph.end <= dash + LONGEST
        && matches!(
            reading.class_from(start, name.end),
            Class::Comma | Class::Stop
        );
    (signs && !name.is_empty()).then(|| Reported::labelled(start..dash, None, name))
}
