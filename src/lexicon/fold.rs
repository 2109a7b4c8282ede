//! Words to the keys by which every table is read.
//!
//! A key is a 64-bit hash of the folded word: lower-cased, digits to `0`, curly apostrophes
//! straightened, soft hyphens and joiners dropped, accents too: newsrooms write “Bogotá” and “Bogota”.
//! The word itself is never copied.

use crate::hash::mix;
use crate::letters::{is_apostrophe, is_joining, small};

/// The offset basis and the prime of the FNV-1a hash (public domain, Fowler, Noll and Vo).
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// The plain letters of the letters with accents that Latin scripts use, from a first one on; a star
/// where there is no letter.
const PLAIN: [(char, &str); 5] = [
    (
        '\u{c0}',
        "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty\
         aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
         lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs",
    ),
    ('\u{1a0}', "oo"),
    ('\u{1af}', "uu"),
    ('\u{218}', "sstt"),
    (
        '\u{1ea0}',
        "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooo\
         oooouuuuuuuuuuuuuuyyyyyyyy",
    ),
];

/// The key of one word.
pub fn word_key(word: &str) -> u64 {
    let mut hash = BASIS;
    if word.is_ascii() {
        for byte in word.bytes() {
            let folded = match byte {
                b'0'..=b'9' => b'0',
                _ => byte.to_ascii_lowercase(),
            };
            hash = step(hash, folded);
        }
    } else {
        for c in word.chars() {
            hash = step_char(hash, c);
        }
    }
    mix(hash)
}

/// The key of a name of several words, from the keys of its words in order.
pub fn join_keys(first: u64, next: u64) -> u64 {
    mix(first.rotate_left(23).wrapping_mul(PRIME) ^ next)
}

fn step_char(hash: u64, c: char) -> u64 {
    if is_joining(c) {
        return hash;
    }
    if is_apostrophe(c) {
        return step(hash, b'\'');
    }
    if c.is_numeric() {
        return step(hash, b'0');
    }
    if let Some(letter) = plain_letter(c) {
        return step(hash, letter);
    }
    let mut buffer = [0; 4];
    let bytes = small(c).encode_utf8(&mut buffer).bytes();
    bytes.fold(hash, step)
}

/// A letter with an accent without it, in small.
pub fn plain_letter(c: char) -> Option<u8> {
    let mut near = PLAIN.iter().take_while(|&&(first, _)| first <= c);
    near.find_map(|&(first, letters)| {
        let at = c as usize - first as usize;
        letters
            .as_bytes()
            .get(at)
            .copied()
            .filter(|&letter| letter != b'*')
    })
}

const fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(PRIME)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_differ_in_dress_alone_share_a_key() {
        let cases: &[(&str, &str, &str)] = &[
            ("case", "Oslo", "OSLO"),
            ("digits", "Covid19", "covid00"),
            ("apostrophes", "O’Neill", "o'neill"),
            ("soft hyphens", "na\u{ad}tion", "nation"),
            ("accented case", "ÉIRE", "éire"),
            ("accents", "Łódź", "Lodz"),
            ("accents that are characters", "Bogota\u{301}", "Bogotá"),
            ("commas below", "Iași", "Iasi"),
            ("two accents", "Nguyễn Trứ", "Nguyen Tru"),
            ("other scripts' case", "ЛЬВІВ", "львів"),
        ];
        for (name, one, other) in cases {
            assert_eq!(word_key(one), word_key(other), "{name}");
        }
        assert_ne!(word_key("Oslo"), word_key("Olso"));
        assert_ne!(word_key("2×4"), word_key("2÷4"));
    }

    #[test]
    fn the_order_of_words_counts() {
        let (one, other) = (word_key("new"), word_key("york"));
        assert_ne!(join_keys(one, other), join_keys(other, one));
    }
}
