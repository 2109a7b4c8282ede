//! The trained weights, as they are shipped.
//!
//! # The file
//! | bytes | what |
//! |---|---|
//! | 4 | `NLW1`: the format and its version |
//! | 1 | the number of labels |
//! | 1 | the bits of a feature's fingerprint, the top bits of its key |
//! | 1 | the Rice parameter of the gaps |
//! | 1 | 0 |
//! | 4 | the number of rows, little-endian |
//! | 4 | FNV-1a of all that follows, little-endian |
//! | labels² · 2 | the transitions, `[previous][next]`, little-endian and signed |
//! | rows | the low byte of each row's label mask |
//! | rows | the high byte of each row's label mask |
//! | weights | the weights of each row, one signed byte for each label of its mask |
//! | | the gaps between the sorted fingerprints, Rice-coded as in `lexicon/table.rs` |
//!
//! All weights count steps of one size, so that decoding adds whole numbers and gives the same
//! labels on every machine.

use std::sync::OnceLock;

use super::{Label, Model, Scores, Transitions};
use crate::lexicon::{fnv, read_gaps, read_u32, rice_parameter, write_gaps};

const MAGIC: &[u8; 4] = b"NLW1";
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

/// The low bits of a fingerprint that tell it within its bucket.
const WITHIN: u32 = 7;

/// The weights of a trained tagger.
///
/// The rows lie in buckets by the high bits of their fingerprints, about one in each. A bucket
/// knows its first row's low bits, so that a feature without weights, as most are, is told by
/// one look at memory, and any other by two.
#[derive(Clone, Debug)]
pub struct Weights {
    /// How far a key is shifted to its fingerprint.
    shift: u32,
    buckets: Vec<Head>,
    /// For each row the head of the row behind it in the same bucket, if there is one.
    next: Vec<Head>,
    rows: Vec<[i8; Label::COUNT]>,
    transitions: Transitions,
}

/// The number of a row in the high bits, and in the low ones those that tell its fingerprint
/// within the bucket. The bit between tells whether the bucket has another row behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Head(u32);

impl Head {
    /// The head of a bucket without rows.
    const NONE: Self = Self(u32::MAX << (WITHIN + 1));
    /// How many rows can be numbered.
    const ROWS: usize = (Self::NONE.0 >> (WITHIN + 1)) as usize;

    const fn new(row: usize, fingerprint: u32) -> Self {
        Self((row as u32) << (WITHIN + 1) | fingerprint & ((1 << WITHIN) - 1))
    }

    const fn row(self) -> usize {
        (self.0 >> (WITHIN + 1)) as usize
    }

    const fn is_of(self, fingerprint: u64) -> bool {
        let differs = (self.0 ^ fingerprint as u32) & ((1 << WITHIN) - 1);
        (differs == 0) & (self.row() != Self::ROWS)
    }

    const fn has_next(self) -> bool {
        self.0 >> WITHIN & 1 == 1
    }

    const fn with_next(self) -> Self {
        Self(self.0 | 1 << WITHIN)
    }
}

impl Model for Weights {
    #[inline]
    fn add(&self, feature: u64, scores: &mut Scores) {
        let fingerprint = feature >> self.shift;
        let mut head = self.buckets[(fingerprint >> WITHIN) as usize];
        while !head.is_of(fingerprint) {
            if !head.has_next() {
                return;
            }
            head = self.next[head.row()];
        }
        for (score, &weight) in scores.iter_mut().zip(&self.rows[head.row()]) {
            *score += i32::from(weight);
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
        if !(6..=30).contains(&bits) || rice > 24 || count >= Head::ROWS {
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
        let (low, body) = body.split_at_checked(count)?;
        let (high, body) = body.split_at_checked(count)?;
        let masks = low
            .iter()
            .zip(high)
            .map(|(&low, &high)| u16::from_le_bytes([low, high]) & ((1 << Label::COUNT) - 1));
        let weight_count = masks.clone().map(|mask| mask.count_ones() as usize).sum();
        let (weights, gaps) = body.split_at_checked(weight_count)?;
        let fingerprints = read_gaps(gaps, count, rice, 1 << bits)?;
        let mut weights = weights.iter();
        let rows = masks.map(|mask| {
            let mut row = [0; Label::COUNT];
            for (label, value) in row.iter_mut().enumerate() {
                if mask >> label & 1 == 1 {
                    *value = weights.next().map_or(0, |&weight| weight as i8);
                }
            }
            row
        });
        let rows = rows.collect();
        let (buckets, next) = in_buckets(&fingerprints, bits);
        Some(Self {
            shift: 64 - bits,
            buckets,
            next,
            rows,
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
        let mask = |row: &Row| {
            let set = row
                .weights
                .iter()
                .enumerate()
                .filter(|&(_, &weight)| weight != 0);
            set.fold(0_u16, |mask, (label, _)| mask | 1 << label)
        };
        body.extend(rows.iter().map(|row| mask(row) as u8));
        body.extend(rows.iter().map(|row| (mask(row) >> 8) as u8));
        for row in rows {
            let weights = row.weights.iter().filter(|&&weight| weight != 0);
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

/// The heads of the buckets of sorted fingerprints of `bits` bits, and for each fingerprint the
/// head of the next one in its bucket.
fn in_buckets(fingerprints: &[u32], bits: u32) -> (Vec<Head>, Vec<Head>) {
    let mut buckets = vec![Head::NONE; 1 << bits.saturating_sub(WITHIN)];
    let mut next = vec![Head::NONE; fingerprints.len()];
    // The last row of a bucket is put in first, so that each head knows whether one follows.
    for (row, &fingerprint) in fingerprints.iter().enumerate().rev() {
        let head = Head::new(row, fingerprint);
        let first = &mut buckets[(fingerprint >> WITHIN) as usize];
        if *first == Head::NONE {
            *first = head;
        } else {
            next[row] = *first;
            *first = head.with_next();
        }
    }
    (buckets, next)
}

/// The committed tagger, read at first use.
pub fn tagger() -> &'static Weights {
    static TAGGER: OnceLock<Weights> = OnceLock::new();
    TAGGER.get_or_init(|| {
        // A test has read the file before it was shipped.
        Weights::read(include_bytes!("../data/tagger.bin"))
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
            weights.add(u64::from(row.fingerprint) << 44, &mut scores);
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
