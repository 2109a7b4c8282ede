//! What a layout finds.

use std::ops::Range;

use crate::quotes::reading::Reading;
use crate::quotes::reported::Reported;

/// A quote, and the tokens of which nothing else is made.
pub struct Found {
    pub(in crate::quotes) reported: Reported,
    pub(in crate::quotes) claimed: Range<usize>,
}

/// What a layout reads quotation by quotation.
pub(super) fn by_quotation(
    reading: &Reading,
    read: impl Fn(&Reading, usize) -> Option<Reported>,
) -> Vec<Found> {
    let all = 0..reading.quotations.len();
    let found = all.filter_map(|index| {
        Some(Found {
            reported: read(reading, index)?,
            claimed: reading.quotations[index].tokens.clone(),
        })
    });
    found.collect()
}
