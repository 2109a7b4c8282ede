//! Trained models to the file of their weights in whole steps.

use std::cmp::Reverse;

use newslight::dev::model::{Label, Row, Transitions};

use crate::crf::{Crf, Vector};
use crate::features::TRAINING_BITS;
use crate::options::Options;

/// The average of some models, whose features have these fingerprints, in whole steps.
pub fn quantise(
    models: &[Crf],
    fingerprints: &[u32],
    options: &Options,
) -> (Vec<Row>, Transitions) {
    let mut rows: Vec<Row> = fingerprints
        .iter()
        .enumerate()
        .filter_map(|(feature, &fingerprint)| {
            let weights = mean(models.iter().map(|model| model.weights(feature))).map(|weight| {
                let kept = if weight.abs() < options.cut {
                    0.0
                } else {
                    weight
                };
                steps(kept, options).clamp(-127.0, 127.0) as i8
            });
            (weights != [0; Label::COUNT]).then_some(Row {
                fingerprint: fingerprint >> (TRAINING_BITS - options.bits),
                weights,
            })
        })
        .collect();
    // Of two features that share a fingerprint the one that says more is kept.
    rows.sort_by_key(|row| (row.fingerprint, Reverse(strength(row))));
    rows.dedup_by_key(|row| row.fingerprint);
    let all: Vec<[Vector; Label::COUNT]> = models.iter().map(Crf::transitions).collect();
    let transitions = std::array::from_fn(|from| {
        mean(all.iter().map(|rows| rows[from])).map(|weight| steps(weight, options) as i32)
    });
    (rows, transitions)
}

/// The average of some vectors, one or more.
fn mean(vectors: impl ExactSizeIterator<Item = Vector>) -> Vector {
    let count = vectors.len() as f32;
    vectors.fold([0.0; Label::COUNT], |sum, vector| {
        std::array::from_fn(|label| sum[label] + vector[label] / count)
    })
}

fn steps(weight: f32, options: &Options) -> f32 {
    (weight / options.step).round()
}

fn strength(row: &Row) -> u32 {
    row.weights
        .iter()
        .map(|&weight| u32::from(weight.unsigned_abs()))
        .sum()
}
