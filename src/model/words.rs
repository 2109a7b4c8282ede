//! The distinct words of a document, each looked at once.

use crate::hash::HashedMap;
use crate::lexicon::{Entry, Gazetteer, WordClass, word_key};
use crate::text::{Document, Token, TokenKind, Vocabulary};

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
    /// The hash of its last three letters; 0 where it is shorter.
    pub ending: u64,
    /// How it is written.
    pub shape: Shape,
    /// Its classes among words used alike, from the finest grain to the coarsest; a word without
    /// one is told by its shape.
    pub classes: [u32; 4],
    /// What kind of names it is part of, by what is known of it; 63 where nothing is.
    pub prior: u8,
    /// The lists of names that it is in.
    pub gazetteer: Gazetteer,
}

/// What is known of the distinct words of a document.
#[derive(Clone, Debug)]
pub struct Words<'d> {
    /// The words, numbered as the document's vocabulary numbers them.
    pub words: Vec<Word>,
    /// For each token the number of its word.
    pub of_token: &'d [u32],
    /// For each token how its word is written.
    pub shapes: Vec<Shape>,
    /// How many words differ by more than their case.
    pub folded_count: usize,
}

impl<'d> Words<'d> {
    /// Looks at each distinct word of a document.
    pub fn new(document: &'d Document) -> Self {
        Self::told(document, |token, _, entry| {
            Word::new(token.word(document.text), token.kind, entry)
        })
    }

    /// The words of a document, from somebody who may know them already.
    pub fn told(document: &'d Document, mut tell: impl FnMut(Token, u64, &Entry) -> Word) -> Self {
        let Vocabulary {
            of_token,
            words,
            entries,
            ..
        } = &document.vocabulary;
        let mut folded = HashedMap::default();
        folded.reserve(words.len());
        let each = words.iter().zip(entries).map(|(&(token, cased), entry)| {
            let mut word = tell(token, cased, entry);
            let next = folded.len() as u32;
            word.folded = *folded.entry(word.key).or_insert(next);
            word
        });
        let words: Vec<Word> = each.collect();
        let shapes = of_token.iter().map(|&word| words[word as usize].shape);
        Self {
            shapes: shapes.collect(),
            words,
            of_token,
            folded_count: folded.len(),
        }
    }

    /// The word of a token.
    #[inline]
    pub fn at(&self, token: usize) -> &Word {
        &self.words[self.of_token[token] as usize]
    }
}

impl Word {
    /// What is known of a word; its folded number is set by those who know the document's other words.
    pub fn new(text: &str, kind: TokenKind, entry: &Entry) -> Self {
        let known = entry.known;
        let shape = Shape::of(text, kind);
        Self {
            key: entry.key,
            folded: 0,
            ending: suffixes(text)[2],
            shape,
            classes: class_values(known.and_then(|known| known.class()), shape),
            prior: known.map_or(63, |known| known.prior()),
            gazetteer: entry.lists,
        }
    }
}

fn class_values(class: Option<WordClass>, shape: Shape) -> [u32; 4] {
    class.map_or([0x1_0000 + shape as u32; 4], |class| {
        [class.finest, class.fine, class.coarse, class.coarsest].map(u32::from)
    })
}

/// The hashes of a word's first 2, 3 and 4 letters; 0 where it is shorter.
pub fn prefixes(word: &str) -> [u64; 3] {
    let mut ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).skip(1);
    [(); 3].map(|()| ends.next().map_or(0, |end| word_key(&word[..end])))
}

/// The hashes of a word's last 1, 2, 3 and 4 letters; 0 where it is shorter.
pub fn suffixes(word: &str) -> [u64; 4] {
    let mut starts = word.char_indices().rev().map(|(at, _)| at);
    [(); 4].map(|()| starts.next().map_or(0, |start| word_key(&word[start..])))
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
    fn words_that_differ_by_case_share_a_folded_number() {
        let document = Document::new("The war the WAR The");
        let words = Words::new(&document);
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
