//! Damaged files, as the readers of tables and models might be given them.

use newslight::dev::lexicon::fnv;

/// Keys to ask a table for: the ends of their range and some between.
pub const KEYS: [u64; 5] = [0, 1, u64::MAX, u64::MAX / 2, 0x9e37_79b9_7f4a_7c15];

/// Where the checksum of every kind stands, and where what it sums begins.
const CHECKSUM: usize = 12;
const BODY: usize = 16;

/// Gives a damaged file the magic bytes (`NLT2` of a table, `NLW2` of the tagger's weights, `NLS1` of the choices') and
/// the checksum of a sound one, so that the damage reaches the reader's other checks.
pub fn stamp(file: &mut [u8], magic: &[u8; 4]) {
    if file.len() >= BODY {
        file[..4].copy_from_slice(magic);
        let sum = fnv(&file[BODY..]);
        file[CHECKSUM..BODY].copy_from_slice(&sum.to_le_bytes());
    }
}
