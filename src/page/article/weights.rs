//! What was learned from saved pages: how much each feature counts.
//!
//! `cargo run --release --example train_article` writes the file anew.

use super::features::FEATURES;
use super::group::GROUP;

/// The steps of a weight: the file holds one byte for each.
pub const SCALE: f32 = 16.0;

/// First the weights of the first look, then those of the second.
static BYTES: &[u8] = include_bytes!("../../data/article.bin");

/// The weights of both looks.
#[derive(Clone, Debug)]
pub struct Weights {
    /// Those of the features of a paragraph.
    pub first: Vec<f32>,
    /// Those of the features of its group.
    pub second: Vec<f32>,
}

impl Weights {
    /// The weights that were learned.
    pub fn learned() -> Self {
        let mut all = BYTES.iter().map(|&byte| f32::from(byte as i8) / SCALE);
        Self {
            first: all.by_ref().take(FEATURES).collect(),
            second: all.take(GROUP).collect(),
        }
    }
}
