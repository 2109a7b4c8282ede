//! A linear scorer over hashed features, with weights of one byte.
//!
//! A feature is a number below [`SLOTS`]: which features share a slot is settled before training,
//! so that training makes up for the few that do (the “hashing trick”, Weinberger et al. 2009).

use std::sync::LazyLock;

/// How many weights there are.
pub const SLOTS: usize = 1 << 18;

/// The slot of a feature: its template and up to two values.
pub const fn feature(template: u32, first: u32, second: u32) -> u32 {
    let mut hash = template.wrapping_mul(0x9E37_79B1) ^ first.wrapping_mul(0x85EB_CA6B);
    hash = (hash ^ hash >> 15).wrapping_mul(0x2C1B_3C6D);
    hash ^= second.wrapping_mul(0xC2B2_AE35);
    hash = (hash ^ hash >> 12).wrapping_mul(0x297A_2D39);
    (hash ^ hash >> 15) % SLOTS as u32
}

/// Weights of one byte each, and what one step of them is worth.
#[derive(Clone, Debug)]
pub struct Linear {
    weights: Vec<i8>,
    step: f32,
}

impl Linear {
    /// A scorer from trained weights, one for each slot, rounded to steps.
    ///
    /// Weights past 127 steps are cut to that.
    pub fn new(weights: &[f32], step: f32) -> Self {
        let round = |weight: &f32| (weight / step).round().clamp(-127.0, 127.0) as i8;
        Self {
            weights: weights.iter().map(round).collect(),
            step,
        }
    }

    /// The sum of the weights of some features.
    pub fn score(&self, features: &[u32]) -> f32 {
        let sum: i32 = features
            .iter()
            .map(|&feature| i32::from(self.weights[feature as usize]))
            .sum();
        sum as f32 * self.step
    }

    /// The scorer as bytes: the step, the gaps between the slots that hold a weight, the weights.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut gaps = Vec::new();
        let mut weights = Vec::new();
        let mut last = 0;
        for (slot, &weight) in self.weights.iter().enumerate().filter(|(_, w)| **w != 0) {
            let mut gap = slot - last;
            last = slot;
            while gap >= 255 {
                gaps.push(255);
                gap -= 255;
            }
            gaps.push(gap as u8);
            weights.push(weight as u8);
        }
        let mut bytes = self.step.to_le_bytes().to_vec();
        bytes.extend((gaps.len() as u32).to_le_bytes());
        bytes.extend(gaps);
        bytes.extend(weights);
        bytes
    }

    /// Reads what [`Linear::to_bytes`] wrote; what is missing at the end counts as no weight.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let mut weights = vec![0; SLOTS];
        let head = |at: usize| {
            bytes
                .get(at..at + 4)
                .map_or([0; 4], |b| [b[0], b[1], b[2], b[3]])
        };
        let step = f32::from_le_bytes(head(0));
        let gap_count = u32::from_le_bytes(head(4)) as usize;
        let body = bytes.get(8..).unwrap_or_default();
        let (gaps, values) = body.split_at(gap_count.min(body.len()));
        let mut values = values.iter();
        let mut slot = 0;
        for &gap in gaps {
            slot += usize::from(gap);
            if gap < 255
                && let (Some(weight), Some(&value)) = (weights.get_mut(slot), values.next())
            {
                *weight = value as i8;
            }
        }
        Self { weights, step }
    }
}

/// The weights of cues, reported clauses and speakers.
pub fn speaking() -> &'static Linear {
    static SPEAKING: LazyLock<Linear> =
        LazyLock::new(|| Linear::from_bytes(include_bytes!("../data/speakers.bin")));
    &SPEAKING
}

/// The probability that a score stands for, by the logistic function.
pub fn probability(score: f32) -> f32 {
    1.0 / (1.0 + (-score).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_give_back_the_weights() {
        let mut weights = vec![0.0; SLOTS];
        for (slot, weight) in [(0, 0.5), (1, -12.0), (700, 99.0), (SLOTS - 1, -0.1)] {
            weights[slot] = weight;
        }
        let linear = Linear::new(&weights, 0.1);
        let again = Linear::from_bytes(&linear.to_bytes());
        assert_eq!(again.weights, linear.weights);
        assert_eq!(again.score(&[0, 1, 1, 2]), 0.1 * (5.0 - 240.0));
    }
}
