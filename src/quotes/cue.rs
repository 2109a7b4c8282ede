//! A cue: the word that reports.

/// A word that may report.
#[derive(Clone, Copy, Debug)]
pub struct Cue {
    /// The token of the word that carries the meaning: “said” in “has also said”.
    pub head: usize,
    /// How likely it reports, from 0 to 1.
    pub probability: f32,
}
