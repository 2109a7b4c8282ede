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
        Cow::Owned(word.to_lowercase())
    }
}

/// Whether a word begins with a capital.
pub(crate) fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
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
