//! A map from 64-bit keys to small numbers, kept as fingerprints.
//!
//! # The file
//! | bytes | what |
//! |---|---|
//! | 4 | `NLT2`: the format and its version |
//! | 1 | the bits of a fingerprint, the top bits of its key |
//! | 1 | the Rice parameter of the gaps |
//! | 2 | 0 |
//! | 4 | the number of entries, little-endian |
//! | 4 | FNV-1a of all that follows, little-endian |
//! | | the values, in the order of the fingerprints, as in `lexicon/palette.rs` |
//! | | the gaps between the sorted fingerprints, Rice-coded: ones up to a zero, then the low bits |
//!
//! The gaps are at their entropy; the values are left as bytes for the transport's compression,
//! which codes them about as well as an arithmetic coder would.
//!
//! A key that was never put in is taken for another with the odds `entries / 2^bits`.

use super::{Fingerprints, read_numbers, write_numbers};

/// What a fingerprint table's file opens with.
const MAGIC: &[u8; 4] = b"NLT2";
/// The bytes before the values.
const HEADER: usize = 16;

/// A map from keys to numbers below 65,536.
#[derive(Clone, Debug)]
pub struct Table {
    fingerprints: Fingerprints,
    values: Vec<u16>,
}

impl Table {
    /// The number kept for a key.
    #[inline]
    pub fn get(&self, key: u64) -> Option<u16> {
        self.fingerprints.rank(key).map(|rank| self.values[rank])
    }

    /// Reads a table from its file.
    ///
    /// # Errors
    /// Says what is wrong with a file that is cut short, of another format or damaged.
    pub fn read(file: &[u8]) -> Result<Self, String> {
        let header = file.get(..HEADER).ok_or("the table is cut short")?;
        if &header[..4] != MAGIC {
            return Err(String::from("not a table of this version"));
        }
        let (bits, rice) = (u32::from(header[4]), u32::from(header[5]));
        let count = read_u32(&header[8..]) as usize;
        let body = &file[HEADER..];
        if fnv(body) != read_u32(&header[12..]) {
            return Err(String::from("the table's checksum is wrong"));
        }
        if !(6..=30).contains(&bits) || rice > 24 || count >= Fingerprints::LIMIT {
            return Err(String::from("the table's header is wrong"));
        }
        let (values, gaps) = read_numbers(body, count).ok_or("the table is cut short")?;
        let sorted =
            read_gaps(gaps, count, rice, 1 << bits).ok_or("the table's fingerprints are wrong")?;
        Ok(Self {
            fingerprints: Fingerprints::new(sorted, bits),
            values,
        })
    }

    /// The file of a table with fingerprints of `bits` bits. Of entries that share a
    /// fingerprint the first is kept.
    pub fn write(entries: &[(u64, u16)], bits: u32) -> Vec<u8> {
        let mut sorted: Vec<(u32, u16)> = Vec::with_capacity(entries.len());
        sorted.extend(
            entries
                .iter()
                .map(|&(key, v)| ((key >> (64 - bits)) as u32, v)),
        );
        sorted.sort_by_key(|&(fingerprint, _)| fingerprint);
        sorted.dedup_by_key(|&mut (fingerprint, _)| fingerprint);
        let values: Vec<u16> = sorted.iter().map(|&(_, value)| value).collect();
        let mut body = write_numbers(&values);
        let fingerprints: Vec<u32> = sorted.iter().map(|&(f, _)| f).collect();
        let rice = rice_parameter(fingerprints.len(), bits);
        body.extend(write_gaps(&fingerprints, rice));
        let mut file = Vec::from(*MAGIC);
        file.extend([bits as u8, rice as u8, 0, 0]);
        file.extend((sorted.len() as u32).to_le_bytes());
        file.extend(fnv(&body).to_le_bytes());
        file.extend(body);
        file
    }
}

/// The Rice parameter that codes `count` random numbers of `bits` bits in the fewest bits.
pub fn rice_parameter(count: usize, bits: u32) -> u32 {
    let mean = (1_u64 << bits) as f64 / count.max(1) as f64;
    // The golden-ratio rule for geometric gaps (Kiely, 2004).
    (mean * 0.69).log2().max(0.0).round() as u32
}

/// Codes the gaps between sorted numbers, the low bit of each byte first.
pub fn write_gaps(sorted: &[u32], rice: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut filled = 0;
    let mut push = |bit: bool| {
        if filled % 8 == 0 {
            bytes.push(0);
        }
        if bit {
            *bytes.last_mut().expect("a byte was pushed") |= 1 << (filled % 8);
        }
        filled += 1;
    };
    let mut next = 0;
    for &number in sorted {
        let gap = number - next;
        next = number + 1;
        (0..gap >> rice).for_each(|_| push(true));
        push(false);
        (0..rice).for_each(|i| push(gap >> i & 1 == 1));
    }
    bytes
}

/// The `count` sorted numbers below `limit` whose gaps are coded in `bytes`; `None` where the
/// bytes end early or a number is too large.
///
/// A page waits for this, in code that is hardly optimized yet: so every number is read from one look
/// at the bytes.
pub fn read_gaps(bytes: &[u8], count: usize, rice: u32, limit: u64) -> Option<Vec<u32>> {
    // Ones behind the end are read on, and make a number that is too large.
    let padded = [bytes, &[0xff; size_of::<u64>()]].concat();
    let mut sorted = Vec::with_capacity(count.min(bytes.len() * 8));
    let mut next = 0_u64;
    let mut at = 0;
    for _ in 0..count {
        let mut ones = 0;
        let mut ahead = look(&padded, at)?;
        while ahead.trailing_ones() >= SEEN {
            ones += SEEN;
            at += SEEN as usize;
            ahead = look(&padded, at)?;
        }
        let here = ahead.trailing_ones();
        ones += here;
        at += here as usize + 1;
        let mut rest = ahead >> here >> 1;
        if here + 1 + rice > SEEN {
            rest = look(&padded, at)?;
        }
        at += rice as usize;
        next += (u64::from(ones) << rice) + (rest & ((1 << rice) - 1));
        if next >= limit {
            return None;
        }
        sorted.push(next as u32);
        next += 1;
    }
    (at <= bytes.len() * 8).then_some(sorted)
}

/// How many bits one look shows at least.
const SEEN: u32 = u64::BITS - 7;

/// The bits from a place on, the low bit of each byte first.
fn look(bytes: &[u8], at: usize) -> Option<u64> {
    let (here, _) = bytes.get(at / 8..)?.split_first_chunk()?;
    Some(u64::from_le_bytes(*here) >> (at % 8))
}

/// The FNV-1a hash of bytes, 32 bits: the checksum of every file of ours.
pub fn fnv(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, &byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// The little-endian number at the head of `bytes`, which are four or more.
pub fn read_u32(bytes: &[u8]) -> u32 {
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::mix;

    fn entries() -> Vec<(u64, u16)> {
        (0..5000).map(|i| (mix(i), (i % 700) as u16)).collect()
    }

    #[test]
    fn what_is_written_is_read() {
        let file = Table::write(&entries(), 28);
        let table = Table::read(&file).expect("a sound file");
        let right = entries()
            .iter()
            .filter(|&&(key, value)| table.get(key) == Some(value))
            .count();
        assert!(right >= 4998, "{right}");
        let strangers = (10_000..110_000)
            .filter(|&i| table.get(mix(i)).is_some())
            .count();
        assert!(strangers < 20, "{strangers}");
    }

    #[test]
    fn gaps_of_every_length_are_read() {
        let close: Vec<u32> = (0..1000).collect();
        let far = vec![0, 57, 58, 1 << 7, 1 << 10, (1 << 16) - 1];
        for sorted in [close, far, vec![1], vec![]] {
            for rice in [0, 1, 7, 24] {
                let (bytes, count) = (write_gaps(&sorted, rice), sorted.len());
                let read = |bytes, limit| read_gaps(bytes, count, rice, limit);
                assert_eq!(read(&bytes, 1 << 16).as_ref(), Some(&sorted), "{rice}");
                let Some((&last, (_, cut))) = sorted.last().zip(bytes.split_last()) else {
                    continue;
                };
                assert_eq!(read(cut, 1 << 16), None, "{last} of {rice} is cut");
                assert_eq!(read(&bytes, u64::from(last)), None, "{last} of {rice}");
            }
        }
    }

    #[test]
    fn no_entries_make_a_table_too() {
        let table = Table::read(&Table::write(&[], 10)).expect("a sound file");
        assert_eq!(table.get(7), None);
    }

    #[test]
    fn a_bad_file_says_what_is_wrong() {
        let file = Table::write(&entries(), 20);
        let mut damaged = file.clone();
        damaged[HEADER + 3] ^= 1;
        let mut other = file.clone();
        other[3] = b'9';
        let cases: [(&str, &[u8], &str); 4] = [
            ("empty", &[], "the table is cut short"),
            (
                "cut",
                &file[..file.len() - 1],
                "the table's checksum is wrong",
            ),
            ("damaged", &damaged, "the table's checksum is wrong"),
            ("another version", &other, "not a table of this version"),
        ];
        for (name, bytes, message) in cases {
            assert_eq!(Table::read(bytes).expect_err(name), message, "{name}");
        }
    }
}
