//! Trained models to the file of their weights in whole steps.

use std::cmp::Reverse;
use std::collections::HashSet;

use newslight::dev::model::{Label, Model, Row, Transitions, Weights};

use crate::crf::{Crf, Start, Vector};
use crate::features::TRAINING_BITS;
use crate::options::Options;

/// The average of some models, whose features have these fingerprints, in whole steps: what they started
/// from, in `before`, and how they changed it.
pub fn quantise(
    models: &[Crf],
    fingerprints: &[u32],
    before: &[Row],
    options: &Options,
) -> (Vec<Row>, Transitions) {
    let changed = |(feature, &fingerprint): (usize, &u32)| {
        let weights = mean(models.iter().map(|model| model.change(feature))).map(|weight| {
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
    };
    let mut rows: Vec<Row> = fingerprints
        .iter()
        .enumerate()
        .filter_map(changed)
        .collect();
    // Of two features that share a fingerprint the one that says more is kept.
    rows.sort_by_key(|row| (row.fingerprint, Reverse(strength(row))));
    rows.dedup_by_key(|row| row.fingerprint);
    let rows = with_changes(before, &rows);
    let all: Vec<[Vector; Label::COUNT]> = models.iter().map(Crf::transitions).collect();
    let transitions = std::array::from_fn(|from| {
        mean(all.iter().map(|rows| rows[from])).map(|weight| steps(weight, options) as i32)
    });
    (rows, transitions)
}

/// Rows with changes added, both sorted by their fingerprints.
fn with_changes(before: &[Row], changes: &[Row]) -> Vec<Row> {
    let mut rows = before.to_vec();
    for change in changes {
        match before.binary_search_by_key(&change.fingerprint, |row| row.fingerprint) {
            Ok(at) => {
                let weights = &mut rows[at].weights;
                for (weight, change) in weights.iter_mut().zip(change.weights) {
                    *weight = weight.saturating_add(change).max(-127);
                }
            }
            Err(_) => rows.push(Row {
                fingerprint: change.fingerprint,
                weights: change.weights,
            }),
        }
    }
    rows.retain(|row| row.weights != [0; Label::COUNT]);
    rows.sort_by_key(|row| row.fingerprint);
    rows
}

/// The rows of a tagger made before, by its fingerprints of so many bits.
pub fn rows_of(tagger: &Weights, bits: u32) -> Vec<Row> {
    let row = |fingerprint: u32| {
        let mut scores = [0; Label::COUNT];
        tagger.add(&[u64::from(fingerprint) << (64 - bits)], &mut scores);
        let weights = scores.map(|score| score as i8);
        (weights != [0; Label::COUNT]).then_some(Row {
            fingerprint,
            weights,
        })
    };
    (0..1 << bits).filter_map(row).collect()
}

/// Where the features with these fingerprints start from; `short` are those that short texts alone have.
pub fn start(
    tagger: &Weights,
    before: &[Row],
    fingerprints: &[u32],
    short: &HashSet<u32>,
    options: &Options,
) -> Start {
    let scaled = |weight: i32| weight as f32 * options.step;
    let row = |&fingerprint: &u32| {
        let kept = fingerprint >> (TRAINING_BITS - options.bits);
        let found = before.binary_search_by_key(&kept, |row| row.fingerprint);
        found.map_or([0.0; Label::COUNT], |at| {
            before[at].weights.map(|weight| scaled(i32::from(weight)))
        })
    };
    let is_fixed = |fingerprint: &u32| options.short_alone && !short.contains(fingerprint);
    Start {
        rows: fingerprints.iter().map(row).collect(),
        fixed: fingerprints.iter().map(is_fixed).collect(),
        are_steps_fixed: options.short_alone,
        transitions: tagger.transitions().map(|row| row.map(scaled)),
    }
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
