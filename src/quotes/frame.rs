//! A frame: a verb beside words within marks, with its subject.

use std::ops::Range;

/// A verb that reports words within marks, and whoever is its subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The verb, or the noun that stands for it: “came the reply from”.
    pub verb: usize,
    /// The words of the subject.
    pub subject: Range<usize>,
}
