//! Forms: words as numbers, case and accents aside, that are known when the crate is built.

/// FNV-1a, 32 bits.
pub(super) const fn hash(letters: &[u8]) -> u32 {
    let mut hash = 0x811C_9DC5_u32;
    let mut index = 0;
    while index < letters.len() {
        hash = step(hash, letters[index]);
        index += 1;
    }
    hash
}

pub(super) const fn step(hash: u32, letter: u8) -> u32 {
    (hash ^ letter as u32).wrapping_mul(0x0100_0193)
}

/// The hash by which a term knows a word, given in small letters.
pub const fn form(word: &str) -> u32 {
    hash(word.as_bytes())
}

/// The hashes by which terms know some words, given in small letters.
pub const fn forms<const N: usize>(words: [&str; N]) -> [u32; N] {
    let mut hashes = [0; N];
    let mut index = 0;
    while index < N {
        hashes[index] = form(words[index]);
        index += 1;
    }
    hashes
}
