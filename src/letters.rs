//! Letters and what stands among them: capitals, apostrophes, characters that are not seen.

use std::borrow::Cow;

/// A word in small letters, copied only where it has others.
pub(crate) fn lower_cased(word: &str) -> Cow<'_, str> {
    if word
        .bytes()
        .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
    {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.chars().map(small).collect())
    }
}

/// Whether a word begins with a capital.
pub(crate) fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether a word has a capital and small letters behind it.
pub(crate) fn is_capitalized(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
}

/// Whether a letter, or a mark, is of the Latin script.
pub(crate) const fn is_latin(letter: char) -> bool {
    (letter as u32) < 0x250
}

/// A word of ASCII's letters with a capital and small letters; others stay as they are.
pub(crate) fn capitalized(word: &str) -> String {
    let mut capitalized = word.to_ascii_lowercase();
    if let Some(first) = capitalized.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    capitalized
}

/// A letter as a small one, in Latin, Greek and Cyrillic. The tables of all alphabets weigh as much as a tenth of what
/// reads and paints a page.
pub(crate) const fn small(c: char) -> char {
    let code = c as u32;
    let (is_even, is_odd) = (code.is_multiple_of(2), !code.is_multiple_of(2));
    let by = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde => 32,
        0x100..=0x12f | 0x132..=0x137 | 0x14a..=0x177 if is_even => 1,
        0x139..=0x148 | 0x179..=0x17e | 0x1cd..=0x1dc if is_odd => 1,
        0x1de..=0x1ef | 0x1f8..=0x21f | 0x222..=0x233 if is_even => 1,
        0x386 => 38,
        0x388..=0x38a => 37,
        0x38c => 64,
        0x38e | 0x38f => 63,
        0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => 32,
        0x400..=0x40f => 80,
        0x4c1..=0x4ce if is_odd => 1,
        0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x52f if is_even => 1,
        0x1e00..=0x1e95 | 0x1ea0..=0x1eff if is_even => 1,
        0x178 => return 'ÿ',
        _ => 0,
    };
    match char::from_u32(code + by) {
        Some(small) => small,
        None => c,
    }
}

/// The capital of a letter of these alphabets, where it is one letter.
pub(crate) fn capital(c: char) -> char {
    let capital = |by| char::from_u32((c as u32).checked_sub(by)?);
    let mut capitals = [32, 1, 80, 37, 38, 63, 64].into_iter().filter_map(capital);
    match c {
        'ÿ' => 'Ÿ',
        _ => capitals.find(|&capital| small(capital) == c).unwrap_or(c),
    }
}

/// Whether a character is a small letter.
pub(crate) fn is_small(c: char) -> bool {
    c.is_ascii_lowercase() || c == 'ß' || !c.is_ascii() && capital(c) != c
}

/// Whether a character is one of the marks used as an apostrophe.
pub(crate) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '＇')
}

/// Whether a character continues a word without being seen: soft hyphens, joiners, accents.
pub(crate) const fn is_joining(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}')
}

/// Whether a character is part of a word.
pub(crate) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || is_joining(c)
}

/// Whether a byte is a character that a word is made of.
static IS_ASCII_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < table.len() {
        table[byte] = (byte as u8).is_ascii_alphanumeric() || byte as u8 == b'_';
        byte += 1;
    }
    table
};

/// The end of the run of word characters that begins at `start`.
pub(crate) fn run_end(text: &str, start: usize) -> usize {
    let mut end = start;
    // Nearly all letters are a byte each, and such need not be decoded.
    while let Some(&byte) = text.as_bytes().get(end) {
        if IS_ASCII_WORD[usize::from(byte)] {
            end += 1;
            continue;
        }
        match text[end..].chars().next() {
            Some(c) if !byte.is_ascii() && is_word(c) => end += c.len_utf8(),
            _ => break,
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the tables have it, but for what becomes two letters and for pairs that newspapers never print.
    #[test]
    fn letters_have_the_sizes_of_the_tables() {
        let alphabets = ['\0'..='ſ', 'Ǎ'..='ȳ', 'Ά'..='ώ', 'Ѐ'..='ԯ', 'Ḁ'..='ỿ'];
        let odd = "µßİıŉſǝǰǱǲǳǴǵǶǷȠẖẗẘẙẚẛẞΐΰςӀӏ";
        for c in alphabets
            .into_iter()
            .flatten()
            .filter(|&c| !odd.contains(c))
        {
            let one = |mut letters: Box<dyn Iterator<Item = char>>| letters.next().unwrap_or(c);
            assert_eq!(
                small(c),
                one(Box::new(c.to_lowercase())),
                "{c} {:x}",
                c as u32
            );
            assert_eq!(
                capital(c),
                one(Box::new(c.to_uppercase())),
                "{c} {:x}",
                c as u32
            );
        }
    }
}
