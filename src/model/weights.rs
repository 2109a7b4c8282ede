//! The trained weights, as they are shipped.
//!
//! # The file
//! | bytes | what |
//! |---|---|
//! | 4 | `NLW2`: the format and its version |
//! | 1 | the number of labels |
//! | 1 | the bits of a feature's fingerprint, the top bits of its key |
//! | 1 | the Rice parameter of the gaps |
//! | 1 | 0 |
//! | 4 | the number of rows, little-endian |
//! | 4 | FNV-1a of all that follows, little-endian |
//! | labels² · 2 | the transitions, `[previous][next]`, little-endian and signed |
//! | | each row's label mask, as in `lexicon/palette.rs` |
//! | weights | the weights of each row, one signed byte for each label of its mask: of rows with one label first, then of those with two, and so on |
//! | | the gaps between the sorted fingerprints, Rice-coded as in `lexicon/table.rs` |
//!
//! All weights count steps of one size, so that decoding adds whole numbers and gives the same
//! labels on every machine.

use std::sync::OnceLock;

use super::{Label, Model, Scores, Transitions};
use crate::lexicon::{
    Fingerprints, fnv, read_gaps, read_numbers, read_u32, rice_parameter, starts, write_gaps,
    write_numbers,
};

const MAGIC: &[u8; 4] = b"NLW2";
const HEADER: usize = 16;
const TRANSITIONS: usize = Label::COUNT * Label::COUNT * 2;

/// The weights of one feature: its fingerprint, and a weight in steps for each label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The top bits of the feature's key.
    pub fingerprint: u32,
    /// One weight for each label, mostly 0.
    pub weights: [i8; Label::COUNT],
}

/// The weights of a trained tagger.
#[derive(Clone, Debug)]
pub struct Weights {
    features: Fingerprints,
    /// The weights of each feature, by its rank, and last those of a feature that is not known.
    rows: Vec<Packed>,
    transitions: Transitions,
}

/// The weights of a feature for all labels, a byte each, every one [`BIAS`] too high, so that no sum
/// of them borrows from its neighbour.
type Packed = [u8; 12];

/// How much too high a packed weight is.
const BIAS: u8 = 0x80;

/// The weights of a feature that says nothing.
const SILENT: Packed = [BIAS; size_of::<Packed>()];

/// Sums of packed weights, two bytes for each label, so that a feature is added by a few operations:
/// those of labels with even numbers and of labels with odd ones, the first eight and the rest apart.
#[derive(Clone, Copy, Debug, Default)]
struct Lanes {
    even: [u64; 2],
    odd: [u64; 2],
}

impl Lanes {
    /// How many rows are added up at a time: two bytes hold the sum of as many.
    const MOST: usize = 256;

    #[inline]
    fn add(&mut self, row: &Packed) {
        const EVEN: u64 = 0x00ff_00ff_00ff_00ff;
        let first = row.first_chunk().map_or(0, |&row| u64::from_le_bytes(row));
        let rest = row.last_chunk().map_or(0, |&row| u32::from_le_bytes(row));
        let rest = u64::from(rest);
        self.even[0] += first & EVEN;
        self.odd[0] += first >> 8 & EVEN;
        self.even[1] += rest & EVEN;
        self.odd[1] += rest >> 8 & EVEN;
    }

    /// The sums of the labels' packed weights.
    const fn sums(&self) -> Scores {
        const fn at(lanes: u64, place: u32) -> i32 {
            (lanes >> (16 * place)) as i32 & 0xffff
        }
        let ([even, last_even], [odd, last_odd]) = (self.even, self.odd);
        [
            at(even, 0),
            at(odd, 0),
            at(even, 1),
            at(odd, 1),
            at(even, 2),
            at(odd, 2),
            at(even, 3),
            at(odd, 3),
            at(last_even, 0),
            at(last_odd, 0),
            at(last_even, 1),
        ]
    }
}

impl Model for Weights {
    fn add(&self, features: &[u64], scores: &mut Scores) {
        for features in features.chunks(Lanes::MOST) {
            // Two in five features are not known. A processor cannot guess which, so that these are added
            // like the others rather than passed by a branch.
            let mut lanes = Lanes::default();
            for &key in features {
                lanes.add(&self.rows[self.features.find(key)]);
            }
            let bias = i32::from(BIAS) * features.len() as i32;
            for (score, sum) in scores.iter_mut().zip(lanes.sums()) {
                *score += sum - bias;
            }
        }
    }

    fn transitions(&self) -> &Transitions {
        &self.transitions
    }
}

impl Weights {
    /// Reads weights from their file.
    ///
    /// # Errors
    /// Says what is wrong with a file that is cut short, of another format or damaged.
    pub fn read(file: &[u8]) -> Result<Self, String> {
        let header = file.get(..HEADER).ok_or("the weights are cut short")?;
        if &header[..4] != MAGIC || usize::from(header[4]) != Label::COUNT {
            return Err(String::from("not weights of this version"));
        }
        let (bits, rice) = (u32::from(header[5]), u32::from(header[6]));
        let count = read_u32(&header[8..]) as usize;
        let body = &file[HEADER..];
        if fnv(body) != read_u32(&header[12..]) {
            return Err(String::from("the weights' checksum is wrong"));
        }
        if !(6..=30).contains(&bits) || rice > 24 || count >= Fingerprints::LIMIT {
            return Err(String::from("the weights' header is wrong"));
        }
        Self::read_body(body, count, bits, rice)
            .ok_or_else(|| String::from("the weights are cut short"))
    }

    fn read_body(body: &[u8], count: usize, bits: u32, rice: u32) -> Option<Self> {
        let (head, body) = body.split_at_checked(TRANSITIONS)?;
        let mut transitions = [[0; Label::COUNT]; Label::COUNT];
        for (score, bytes) in transitions
            .as_flattened_mut()
            .iter_mut()
            .zip(head.as_chunks().0)
        {
            *score = i32::from(i16::from_le_bytes(*bytes));
        }
        let (masks, body) = read_numbers(body, count)?;
        let mut lengths = [0; u16::BITS as usize + 1];
        for mask in &masks {
            let count = mask.count_ones() as usize;
            lengths[count] += count;
        }
        let (weights, gaps) = body.split_at_checked(lengths.iter().sum())?;
        let fingerprints = read_gaps(gaps, count, rice, 1 << bits)?;
        let mut next = starts(lengths);
        let mut rows = Vec::with_capacity(count + 1);
        for mut mask in masks {
            let mut row = SILENT;
            let next = &mut next[mask.count_ones() as usize];
            while mask != 0 {
                *row.get_mut(mask.trailing_zeros() as usize)? ^= weights[*next];
                *next += 1;
                mask &= mask - 1;
            }
            rows.push(row);
        }
        rows.push(SILENT);
        Some(Self {
            rows,
            features: Fingerprints::new(fingerprints, bits),
            transitions,
        })
    }

    /// The file of rows sorted by fingerprints of `bits` bits, all different.
    pub fn write(rows: &[Row], transitions: &Transitions, bits: u32) -> Vec<u8> {
        let mut body = Vec::new();
        for &score in transitions.as_flattened() {
            let clamped = score.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16;
            body.extend(clamped.to_le_bytes());
        }
        let masks: Vec<u16> = rows.iter().map(|row| label_mask(&row.weights)).collect();
        body.extend(write_numbers(&masks));
        // Weights of rows alike are of a size, which the transport's compression makes use of.
        let mut order: Vec<usize> = (0..rows.len()).collect();
        order.sort_by_key(|&row| masks[row].count_ones());
        for row in order {
            let weights = rows[row].weights.iter().filter(|&&weight| weight != 0);
            body.extend(weights.map(|&weight| weight as u8));
        }
        let fingerprints: Vec<u32> = rows.iter().map(|row| row.fingerprint).collect();
        let rice = rice_parameter(rows.len(), bits);
        body.extend(write_gaps(&fingerprints, rice));
        let mut file = Vec::from(*MAGIC);
        file.extend([Label::COUNT as u8, bits as u8, rice as u8, 0]);
        file.extend((rows.len() as u32).to_le_bytes());
        file.extend(fnv(&body).to_le_bytes());
        file.extend(body);
        file
    }
}

/// A bit for each label that has a weight.
fn label_mask(weights: &[i8]) -> u16 {
    let labels = weights.iter().enumerate();
    let set = labels.filter(|&(_, &weight)| weight != 0);
    set.fold(0, |mask, (label, _)| mask | 1 << label)
}

/// The committed tagger, read at first use.
pub fn tagger() -> &'static Weights {
    static TAGGER: OnceLock<Weights> = OnceLock::new();
    TAGGER.get_or_init(|| {
        // A test has read the file before it was shipped.
        Weights::read(include_bytes!("../data/en/tagger.bin"))
            .expect("the committed weights are sound")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::mix;

    fn rows() -> Vec<Row> {
        let mut rows: Vec<Row> = (1..2000)
            .map(|i| {
                let mut weights = [0; Label::COUNT];
                weights[i % Label::COUNT] = (i % 50) as i8 - 60;
                weights[(i / 7) % Label::COUNT] = 3;
                Row {
                    fingerprint: (mix(i as u64) >> 44) as u32,
                    weights,
                }
            })
            .collect();
        rows.sort_by_key(|row| row.fingerprint);
        rows.dedup_by_key(|row| row.fingerprint);
        rows
    }

    #[test]
    fn what_is_written_is_read() {
        let mut transitions = [[0; Label::COUNT]; Label::COUNT];
        transitions[2][3] = -7;
        let file = Weights::write(&rows(), &transitions, 20);
        let weights = Weights::read(&file).expect("a sound file");
        assert_eq!(weights.transitions(), &transitions);
        for row in rows() {
            let mut scores = [0; Label::COUNT];
            weights.add(&[u64::from(row.fingerprint) << 44], &mut scores);
            assert_eq!(scores, row.weights.map(i32::from));
        }
    }

    #[test]
    fn a_bad_file_says_what_is_wrong() {
        let file = Weights::write(&rows(), &[[0; Label::COUNT]; Label::COUNT], 20);
        let mut damaged = file.clone();
        damaged[HEADER] ^= 1;
        let mut other = file.clone();
        other[3] = b'0';
        let cases: [(&str, &[u8], &str); 4] = [
            ("empty", &[], "the weights are cut short"),
            (
                "cut",
                &file[..file.len() - 1],
                "the weights' checksum is wrong",
            ),
            ("damaged", &damaged, "the weights' checksum is wrong"),
            ("another version", &other, "not weights of this version"),
        ];
        for (name, bytes, message) in cases {
            assert_eq!(Weights::read(bytes).expect_err(name), message, "{name}");
        }
    }
}
