//! A linear scorer over hashed features, with weights of one byte.
//!
//! A feature is a number below [`SLOTS`]: which features share a slot is settled before training,
//! so that training makes up for the few that do (the “hashing trick”, Weinberger et al. 2009).
//!
//! # The file
//! | bytes | what |
//! |---|---|
//! | 4 | `NLS1`: the format and its version |
//! | 4 | what one step of a weight is worth, little-endian |
//! | 4 | the number of bytes of the gaps, little-endian |
//! | 4 | FNV-1a of all that follows, little-endian |
//! | gaps | the gaps between the slots that have a weight; 255 and the byte behind it are one gap |
//! | | the weights in steps, a signed byte each |

use std::sync::LazyLock;

use crate::lexicon::{fnv, read_u32};

const MAGIC: &[u8; 4] = b"NLS1";
const HEADER: usize = 16;

/// A gap of so much goes on in the next byte.
const LONG: usize = 255;

/// How many weights there are.
pub const SLOTS: usize = 1 << 18;

/// A decision that the weights are learned for. Its number is part of the slot of each of its features, so that
/// training and reading must agree on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Whether a word reports something.
    Cue = 1,
    /// Where a reported clause begins and ends.
    Clause = 2,
    /// Whether somebody is credited with words within marks.
    Credited = 3,
    /// Whether such words are a quote of their own, rather than part of a clause.
    Whole = 4,
    /// Whether such words go on with the quote before them.
    Continuation = 5,
    /// Which cue reports a direct quote.
    DirectCue = 6,
    /// Who is credited.
    Speaker = 7,
    /// How sure that is.
    Confidence = 8,
}

/// The slot of a feature: its template and up to two values.
#[inline]
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
    weights: Box<[i8; SLOTS]>,
    step: f32,
}

/// No weight for any slot.
fn none() -> Box<[i8; SLOTS]> {
    let weights = vec![0; SLOTS].into_boxed_slice();
    weights.try_into().expect("as many as there are slots")
}

impl Linear {
    /// A scorer from trained weights, one for each slot, rounded to steps.
    ///
    /// Weights past 127 steps are cut to that.
    pub fn new(weights: &[f32], step: f32) -> Self {
        let mut rounded = none();
        for (rounded, weight) in rounded.iter_mut().zip(weights) {
            *rounded = (weight / step).round().clamp(-127.0, 127.0) as i8;
        }
        Self {
            weights: rounded,
            step,
        }
    }

    /// The sum of the weights of some features.
    pub fn score(&self, features: &[u32]) -> f32 {
        self.in_steps(features.iter().map(|&slot| self.weight(slot)).sum())
    }

    /// The weight of a feature, in steps.
    #[inline]
    pub fn weight(&self, slot: u32) -> i32 {
        i32::from(self.weights[slot as usize % SLOTS])
    }

    /// The score that a number of steps comes to.
    pub fn in_steps(&self, steps: i32) -> f32 {
        steps as f32 * self.step
    }

    /// The scorer as a file.
    pub fn write(&self) -> Vec<u8> {
        let mut gaps = Vec::new();
        let mut weights = Vec::new();
        let mut last = 0;
        for (slot, &weight) in self.weights.iter().enumerate().filter(|(_, w)| **w != 0) {
            let mut gap = slot - last;
            last = slot;
            while gap >= LONG {
                gaps.push(LONG as u8);
                gap -= LONG;
            }
            gaps.push(gap as u8);
            weights.push(weight as u8);
        }
        let mut file = MAGIC.to_vec();
        file.extend(self.step.to_le_bytes());
        file.extend((gaps.len() as u32).to_le_bytes());
        let body = [gaps, weights].concat();
        file.extend(fnv(&body).to_le_bytes());
        file.extend(body);
        file
    }

    /// Reads a scorer from its file.
    ///
    /// # Errors
    /// Says what is wrong with a file that is cut short, of another format or damaged.
    pub fn read(file: &[u8]) -> Result<Self, String> {
        let (head, body) = file
            .split_at_checked(HEADER)
            .ok_or("the weights are cut short")?;
        if &head[..4] != MAGIC {
            return Err(String::from("not weights of this version"));
        }
        if fnv(body) != read_u32(&head[12..]) {
            return Err(String::from("the weights' checksum is wrong"));
        }
        let step = f32::from_bits(read_u32(&head[4..]));
        let gaps = read_u32(&head[8..]) as usize;
        if !step.is_finite() || gaps > body.len() {
            return Err(String::from("the weights' header is wrong"));
        }
        let (gaps, values) = body.split_at(gaps);
        let mut weights = none();
        let mut values = values.iter();
        let mut slot = 0;
        for gap in gaps.iter().map(|&gap| usize::from(gap)) {
            slot += gap;
            if gap < LONG {
                let (Some(weight), Some(&value)) = (weights.get_mut(slot), values.next()) else {
                    return Err(String::from("the weights and their slots do not match"));
                };
                *weight = value as i8;
            }
        }
        Ok(Self { weights, step })
    }
}

/// The weights of cues, reported clauses and speakers.
pub fn speaking() -> &'static Linear {
    static SPEAKING: LazyLock<Linear> = LazyLock::new(|| {
        // A test has read the file before it was shipped.
        Linear::read(include_bytes!("../data/en/speakers.bin"))
            .expect("the committed weights are sound")
    });
    &SPEAKING
}

/// The probability that a score stands for, by the logistic function.
pub fn probability(score: f32) -> f32 {
    1.0 / (1.0 + (-score).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linear() -> Linear {
        let mut weights = vec![0.0; SLOTS];
        for (slot, weight) in [(0, 0.5), (1, -12.0), (700, 99.0), (SLOTS - 1, -0.1)] {
            weights[slot] = weight;
        }
        Linear::new(&weights, 0.1)
    }

    #[test]
    fn what_is_written_is_read() {
        let again = Linear::read(&linear().write()).expect("a sound file");
        assert_eq!(again.weights, linear().weights);
        assert_eq!(again.score(&[0, 1, 1, 2]), 0.1 * (5.0 - 240.0));
    }

    /// A file with a sound checksum whose last slot lies beyond the last.
    fn beyond() -> Vec<u8> {
        let mut file = linear().write();
        let gaps = read_u32(&file[8..]) as usize;
        file[HEADER + gaps - 1] += 1;
        let sum = fnv(&file[HEADER..]);
        file[12..HEADER].copy_from_slice(&sum.to_le_bytes());
        file
    }

    #[test]
    fn a_bad_file_says_what_is_wrong() {
        let file = linear().write();
        let changed = |at: usize, byte: u8| {
            let mut file = file.clone();
            file[at] = byte;
            file
        };
        let cases: [(&str, &[u8], &str); 6] = [
            ("empty", &[], "the weights are cut short"),
            (
                "cut",
                &file[..file.len() - 1],
                "the weights' checksum is wrong",
            ),
            (
                "damaged",
                &changed(HEADER, 9),
                "the weights' checksum is wrong",
            ),
            (
                "another version",
                &changed(3, b'0'),
                "not weights of this version",
            ),
            (
                "too many gaps",
                &changed(11, 9),
                "the weights' header is wrong",
            ),
            (
                "a slot that is not there",
                &beyond(),
                "the weights and their slots do not match",
            ),
        ];
        for (name, bytes, message) in cases {
            assert_eq!(Linear::read(bytes).expect_err(name), message, "{name}");
        }
    }
}
