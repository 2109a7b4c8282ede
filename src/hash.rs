//! Hashes of words, and maps by them.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Spreads every bit of a hash over all others (the finalizer of MurmurHash3, public domain).
pub const fn mix(mut hash: u64) -> u64 {
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

/// The hash of a word as it is written, eight bytes at a time (the scheme of Firefox's FxHash).
#[inline]
pub fn hash_of(word: &str) -> u64 {
    let (chunks, rest) = word.as_bytes().as_chunks::<8>();
    let whole = chunks.iter().map(|&chunk| u64::from_le_bytes(chunk));
    mix(add(whole.fold(word.len() as u64, add), padded(rest)))
}

/// The hash that a word has in small letters; `None` for one with letters beyond ASCII.
#[inline]
pub fn hash_of_small(word: &str) -> Option<u64> {
    let (chunks, rest) = word.as_bytes().as_chunks::<8>();
    let rest = padded(rest);
    let mut all = rest;
    let mut hash = word.len() as u64;
    for &chunk in chunks {
        let chunk = u64::from_le_bytes(chunk);
        all |= chunk;
        hash = add(hash, small(chunk));
    }
    (all & HIGH_BITS == 0).then(|| mix(add(hash, small(rest))))
}

/// Adds eight bytes to a hash.
const fn add(hash: u64, bytes: u64) -> u64 {
    (hash.rotate_left(5) ^ bytes).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// The bit of each byte that no letter of ASCII has.
const HIGH_BITS: u64 = u64::from_le_bytes([0x80; 8]);

/// Eight letters of ASCII in small ones, all at once.
const fn small(bytes: u64) -> u64 {
    const fn each(byte: u8) -> u64 {
        u64::from_le_bytes([byte; 8])
    }
    let bytes_of_ascii = bytes & !HIGH_BITS;
    let from_a = bytes_of_ascii + each(0x80 - b'A');
    let behind_z = bytes_of_ascii + each(0x7f - b'Z');
    bytes | (from_a & !behind_z & HIGH_BITS) >> 2
}

/// Fewer than eight bytes as the low bytes of a number. They are read by parts that overlap rather than
/// copied: most words are that short.
#[inline]
const fn padded(bytes: &[u8]) -> u64 {
    match *bytes {
        [] => 0,
        [a] => a as u64,
        [a, b] => u16::from_le_bytes([a, b]) as u64,
        [a, b, c] => u32::from_le_bytes([a, b, c, 0]) as u64,
        [a, b, c, d, ..] => {
            let [.., w, x, y, z] = *bytes else { return 0 };
            let last = u32::from_le_bytes([w, x, y, z]) as u64;
            u32::from_le_bytes([a, b, c, d]) as u64 | last << (8 * (bytes.len() - 4))
        }
    }
}

/// A map by keys that are hashes already.
pub type HashedMap<V> = HashMap<u64, V, BuildHasherDefault<KeptHash>>;

/// Hands a key through as its own hash.
#[derive(Clone, Copy, Debug, Default)]
pub struct KeptHash(u64);

impl Hasher for KeptHash {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = mix(self.0 ^ u64::from(byte));
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

/// The place of a hash, which is the next one where it has none yet.
#[inline(never)]
fn place_in(places: &mut HashedMap<usize>, hash: u64, next: usize) -> usize {
    *places.entry(hash).or_insert(next)
}

/// What was made of the words that were met lately, by their hashes: the next text has most of them
/// again.
#[derive(Clone, Debug)]
pub struct Memory<T> {
    /// Where what was made of each word is kept. The map is the same, whatever that is.
    places: HashedMap<usize>,
    kept: Vec<T>,
}

impl<T> Default for Memory<T> {
    fn default() -> Self {
        Self {
            places: HashedMap::default(),
            kept: Vec::new(),
        }
    }
}

impl<T> Memory<T> {
    /// How many words are kept before all are forgotten.
    const WORDS: usize = 32_768;

    /// What is remembered of a word, or else is made of it now.
    #[inline]
    pub fn recall(&mut self, hash: u64, make: impl FnOnce() -> T) -> &T {
        self.forget();
        let place = self.place(hash, make);
        &self.kept[place]
    }

    /// Forgets all words where there are too many.
    pub fn forget(&mut self) {
        if self.kept.len() >= Self::WORDS {
            self.places.clear();
            self.kept.clear();
        }
    }

    /// The place of what is remembered of a word, or else is made of it now: the same until all is forgotten.
    #[inline]
    pub fn place(&mut self, hash: u64, make: impl FnOnce() -> T) -> usize {
        let next = self.kept.len();
        let place = place_in(&mut self.places, hash, next);
        if place == next {
            self.kept.push(make());
        }
        place
    }

    /// What is kept at a place.
    #[inline]
    pub fn at(&self, place: usize) -> &T {
        &self.kept[place]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_hashed_as_if_in_small_letters() {
        let cases: &[(&str, Option<&str>)] = &[
            ("", Some("")),
            ("Word", Some("word")),
            ("@AZ[`az{", Some("@az[`az{")),
            (
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                Some("abcdefghijklmnopqrstuvwxyz"),
            ),
            ("Été", None),
            ("Longer than that, é", None),
        ];
        for (word, small) in cases {
            assert_eq!(hash_of_small(word), small.map(hash_of), "{word}");
        }
    }

    #[test]
    fn short_words_are_padded_with_zeros() {
        let word = b"abcdefg";
        for length in 0..=word.len() {
            let mut expected = [0; 8];
            expected[..length].copy_from_slice(&word[..length]);
            assert_eq!(padded(&word[..length]), u64::from_le_bytes(expected));
        }
    }
}
