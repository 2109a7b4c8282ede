//! The distinct words of a document, each looked at once.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::lexicon::{self, Gazetteer, WordClass, mix, word_key};
use crate::text::{Document, Token, TokenKind};

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `word`
    Lower,
    /// `Word`
    Capitalized,
    /// `WORD`, two letters or more
    Capitals,
    /// `W`
    Letter,
    /// `W.`, `U.S.`, `Mr.`
    Dotted,
    /// `McDonald`, `iPhone`
    Mixed,
    /// `1,200`
    Number,
    /// `G20`, `20th`
    Alphanumeric,
    /// `'s`
    Clitic,
    /// Any punctuation mark.
    Mark,
}

impl Shape {
    /// Whether a name may begin with a word so written.
    pub const fn is_capital(self) -> bool {
        matches!(
            self,
            Self::Capitalized | Self::Capitals | Self::Letter | Self::Dotted | Self::Mixed
        )
    }

    fn of(word: &str, kind: TokenKind) -> Self {
        match kind {
            TokenKind::Number => return Self::Number,
            TokenKind::Clitic => return Self::Clitic,
            TokenKind::Mark => return Self::Mark,
            TokenKind::Word => {}
        }
        let (mut upper, mut lower, mut digits) = (0, 0, 0);
        for c in word.chars() {
            upper += usize::from(c.is_uppercase());
            lower += usize::from(c.is_lowercase());
            digits += usize::from(c.is_numeric());
        }
        let begins_upper = word.starts_with(char::is_uppercase);
        match (upper, lower) {
            _ if digits > 0 => Self::Alphanumeric,
            (0, _) => Self::Lower,
            _ if word.ends_with('.') => Self::Dotted,
            (1, 0) => Self::Letter,
            (_, 0) => Self::Capitals,
            (1, _) if begins_upper => Self::Capitalized,
            _ => Self::Mixed,
        }
    }
}

/// One distinct word of a document, case kept, with all that is known of it by itself.
#[derive(Clone, Debug)]
pub struct Word {
    /// The [`word_key`]: the same for every case.
    pub key: u64,
    /// The words of the document that are the same but for their case have the same number.
    pub folded: u32,
    /// Its hash with case.
    pub cased: u64,
    /// The hashes of its first 2, 3 and 4 letters; 0 where it is shorter.
    pub prefixes: [u64; 3],
    /// The hashes of its last 1, 2, 3 and 4 letters; 0 where it is shorter.
    pub suffixes: [u64; 4],
    /// How it is written.
    pub shape: Shape,
    /// Its classes among words used alike, from the finest grain to the coarsest; a word without
    /// one is told by its shape.
    pub classes: [u64; 4],
    /// What kind of names it is part of, by what is known of it; 63 where nothing is.
    pub prior: u8,
    /// The lists of names that it is in.
    pub gazetteer: Gazetteer,
}

/// The distinct words of a document.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// The words, in order of first appearance.
    pub words: Vec<Word>,
    /// For each token the index of its word.
    pub of_token: Vec<u32>,
    /// How many words differ by more than their case.
    pub folded_count: usize,
}

impl Words {
    /// The distinct words of a document.
    pub fn new(document: &Document) -> Self {
        let mut known = KeyMap::default();
        let mut folded = KeyMap::default();
        let mut this = Self::default();
        this.of_token.reserve(document.tokens.len());
        for &token in &document.tokens {
            let text = token.span.of(document.text);
            let next = this.words.len() as u32;
            let index = *known.entry(cased_key(text)).or_insert(next);
            if index == next {
                let mut word = Word::new(text, token);
                let next_folded = folded.len() as u32;
                word.folded = *folded.entry(word.key).or_insert(next_folded);
                this.words.push(word);
            }
            this.of_token.push(index);
        }
        this.folded_count = folded.len();
        this
    }

    /// The word of a token.
    #[inline]
    pub fn at(&self, token: usize) -> &Word {
        &self.words[self.of_token[token] as usize]
    }
}

impl Word {
    fn new(text: &str, token: Token) -> Self {
        let key = word_key(text);
        let known = lexicon::known_word(key);
        let shape = Shape::of(text, token.kind);
        Self {
            key,
            folded: 0,
            cased: cased_key(text),
            prefixes: prefixes(text),
            suffixes: suffixes(text),
            shape,
            classes: class_values(known.and_then(|known| known.class), shape),
            prior: known.map_or(63, |known| known.prior),
            gazetteer: lexicon::gazetteer_of(key),
        }
    }
}

fn class_values(class: Option<WordClass>, shape: Shape) -> [u64; 4] {
    class.map_or([0x1_0000 + shape as u64; 4], |class| {
        [class.finest, class.fine, class.coarse, class.coarsest].map(u64::from)
    })
}

fn prefixes(word: &str) -> [u64; 3] {
    let mut ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).skip(1);
    [(); 3].map(|()| ends.next().map_or(0, |end| word_key(&word[..end])))
}

fn suffixes(word: &str) -> [u64; 4] {
    let mut starts = word.char_indices().rev().map(|(at, _)| at);
    [(); 4].map(|()| starts.next().map_or(0, |start| word_key(&word[start..])))
}

/// The hash of a word, case kept, eight bytes at a time. Curly apostrophes are left as they are:
/// the word's other parts straighten them.
fn cased_key(word: &str) -> u64 {
    let (chunks, rest) = word.as_bytes().as_chunks::<8>();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    let hash = chunks
        .iter()
        .chain([&last])
        .fold(word.len() as u64, |hash, &chunk| {
            (hash.rotate_left(5) ^ u64::from_le_bytes(chunk)).wrapping_mul(0x517c_c1b7_2722_0a95)
        });
    mix(hash)
}

/// A map by keys that are hashes already.
pub type KeyMap = HashMap<u64, u32, BuildHasherDefault<KeyHasher>>;

/// Hands a key through as its own hash.
#[derive(Clone, Copy, Debug, Default)]
pub struct KeyHasher(u64);

impl Hasher for KeyHasher {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_shapes() {
        let text = "word Word WORD W U.S. McDonald 1,200 G20 Mr. Lee's —";
        let document = Document::new(text);
        let words = Words::new(&document);
        let shapes: Vec<Shape> = (0..document.tokens.len())
            .map(|i| words.at(i).shape)
            .collect();
        let expected = [
            Shape::Lower,
            Shape::Capitalized,
            Shape::Capitals,
            Shape::Letter,
            Shape::Dotted,
            Shape::Mixed,
            Shape::Number,
            Shape::Alphanumeric,
            Shape::Dotted,
            Shape::Capitalized,
            Shape::Clitic,
            Shape::Mark,
        ];
        assert_eq!(shapes, expected);
    }

    #[test]
    fn each_word_is_kept_once_by_case_and_once_without() {
        let document = Document::new("The war the WAR The");
        let words = Words::new(&document);
        assert_eq!(words.of_token, [0, 1, 2, 3, 0]);
        assert_eq!(words.folded_count, 2);
        assert_eq!(words.at(1).folded, words.at(3).folded);
    }

    #[test]
    fn affixes_stop_at_the_words_length() {
        assert_eq!(prefixes("ab")[1..], [0, 0]);
        assert_eq!(suffixes("é")[1..], [0, 0, 0]);
        assert_eq!(suffixes("Lagos")[1], word_key("os"));
    }
}
