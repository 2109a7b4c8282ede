//! A text cut into paragraphs, sentences and tokens: what every later stage reads.

mod abbreviation;
mod block;
mod language;
mod sentence;
mod token;
mod vocabulary;
mod wrap;

use std::borrow::Cow;
use std::ops::Range;

use crate::lexicon::{Entry, Gazetteer, Tags, gazetteer_of, join_keys};
use crate::span::Span;

pub(crate) use crate::letters::{capitalized, is_capital, is_capitalized, is_latin, lower_cased};
pub use block::{Block, BlockKind};
pub use language::is_english;
pub use token::{Token, TokenKind};
pub use vocabulary::Vocabulary;
pub use wrap::unwrapped;

/// A text with its tokens, grouped into sentences and paragraphs.
///
/// Every group is a range of token indices; the groups of one kind follow each other without
/// a gap, and every sentence lies within one paragraph.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    /// The text itself.
    pub text: &'t str,
    /// The tokens, in order. White space belongs to none.
    pub tokens: Vec<Token>,
    /// The sentences, as ranges of token indices.
    pub sentences: Vec<Range<usize>>,
    /// The paragraphs, as ranges of token indices. A line break ends a paragraph.
    pub paragraphs: Vec<Range<usize>>,
    /// The word of each token: rules ask for some of them again and again.
    words: Vec<&'t str>,
    /// The distinct words.
    pub vocabulary: Vocabulary,
    /// What its page sets apart, in order; nothing in plain text.
    pub blocks: Vec<Block>,
}

impl<'t> Document<'t> {
    /// Cuts a text, in one pass over its characters and two over its tokens.
    pub fn new(text: &'t str) -> Self {
        let (tokens, paragraphs) = token::tokenize(text);
        let mut sentences = Vec::new();
        for paragraph in &paragraphs {
            sentence::split(text, &tokens, paragraph.clone(), &mut sentences);
        }
        let words = words_of(text, &tokens);
        Self {
            text,
            vocabulary: Vocabulary::new(&words, &tokens),
            words,
            tokens,
            sentences,
            paragraphs,
            blocks: Vec::new(),
        }
    }

    /// The same cut of a text that differs in the case of letters alone, none of them longer or shorter
    /// for it.
    pub fn recased<'o>(&self, text: &'o str) -> Document<'o> {
        let words = words_of(text, &self.tokens);
        Document {
            text,
            tokens: self.tokens.iter().map(|it| it.recased(text)).collect(),
            sentences: self.sentences.clone(),
            paragraphs: self.paragraphs.clone(),
            vocabulary: Vocabulary::new(&words, &self.tokens),
            words,
            blocks: self.blocks.clone(),
        }
    }

    /// The words of one token.
    pub fn word(&self, token: usize) -> &'t str {
        self.words[token]
    }

    /// The words of one token; none outside of the text. A neighbour is asked for with
    /// `token.checked_sub(1)`, which need not be there.
    pub(crate) fn word_or_none(&self, token: impl Into<Option<usize>>) -> &'t str {
        self.word_if_any(token.into())
    }

    // Asked from hundreds of places: one piece of code for all of them.
    #[inline(never)]
    fn word_if_any(&self, token: Option<usize>) -> &'t str {
        let word = token.and_then(|token| self.words.get(token));
        word.copied().unwrap_or_default()
    }

    /// What the word of one token is, as the lists of words have it; nothing outside of the text.
    pub fn tags(&self, token: impl Into<Option<usize>>) -> Tags {
        *self.tags_if_any(token.into())
    }

    // By reference: who asks for one tag need not be handed all of them.
    #[inline(never)]
    fn tags_if_any(&self, token: Option<usize>) -> &Tags {
        self.entry(token).map_or(&Tags::NONE, |entry| &entry.tags)
    }

    /// What the tables have of the word of one token; nothing outside of the text.
    pub fn entry(&self, token: impl Into<Option<usize>>) -> Option<&Entry> {
        self.vocabulary.entry(token.into()?)
    }

    /// Whether the word of one token is known as a first name.
    #[inline(never)]
    pub fn is_first_name(&self, token: usize) -> bool {
        let entry = self.entry(token);
        entry.is_some_and(|entry| entry.lists.intersects(Gazetteer::FIRST_NAME))
    }

    /// Whether the word of one token is no everyday word.
    #[inline(never)]
    pub fn is_rare(&self, token: usize) -> bool {
        self.entry(token).is_none_or(Entry::is_rare)
    }

    /// The tokens whose words have one of some tags, in order.
    pub fn tokens_tagged(&self, any: Tags) -> impl Iterator<Item = usize> {
        self.vocabulary.tokens_tagged(any)
    }

    /// The lists of names that have some tokens as a whole; none past the end of the text.
    #[inline(never)]
    pub fn lists(&self, tokens: Range<usize>) -> Gazetteer {
        let vocabulary = &self.vocabulary;
        match vocabulary.of_token.get(tokens) {
            None | Some([]) => Gazetteer::default(),
            Some(&[only]) => vocabulary.entries[only as usize].lists,
            Some(words) => {
                let keys = words
                    .iter()
                    .map(|&word| vocabulary.entries[word as usize].key);
                keys.reduce(join_keys)
                    .map_or(Gazetteer::default(), gazetteer_of)
            }
        }
    }

    /// Whether a token begins with a capital; none does outside of the text.
    pub(crate) fn is_capital(&self, token: impl Into<Option<usize>>) -> bool {
        self.is_capital_if_any(token.into())
    }

    #[inline(never)]
    fn is_capital_if_any(&self, token: Option<usize>) -> bool {
        let token = token.and_then(|token| self.tokens.get(token));
        token.is_some_and(|token| token.is_capital)
    }

    /// The sentence of a token; empty past the end of the text.
    #[inline(never)]
    pub(crate) fn sentence(&self, token: usize) -> Range<usize> {
        let at = self.sentences.partition_point(|it| it.end <= token);
        self.sentences.get(at).cloned().unwrap_or_default()
    }

    /// The paragraph of a token; empty past the end of the text.
    pub(crate) fn paragraph(&self, token: usize) -> Range<usize> {
        let at = self.paragraphs.partition_point(|it| it.end <= token);
        self.paragraphs.get(at).cloned().unwrap_or_default()
    }

    /// Whether a mark stands within a word, as the hyphen of “Reyes-Lane” does.
    pub fn is_within_word(&self, token: usize) -> bool {
        let tokens = &self.tokens;
        let meets = |left: usize| {
            tokens
                .get(left + 1)
                .is_some_and(|right| tokens[left].span.end == right.span.start)
        };
        token > 0 && meets(token - 1) && meets(token)
    }

    /// Whether a token is a hyphen within a word.
    pub(crate) fn is_hyphen(&self, token: usize) -> bool {
        self.word_or_none(token) == "-" && self.is_within_word(token)
    }

    /// Whether a token is the apostrophe that a plural owns something by: “the drivers’ union”.
    pub(crate) fn is_genitive(&self, token: usize) -> bool {
        let is_plural = |before: usize| self.word(before).ends_with('s');
        matches!(self.word_or_none(token), "'" | "’") && token.checked_sub(1).is_some_and(is_plural)
    }

    /// The word of one token in small letters and without the dot of an abbreviation.
    pub(crate) fn plain_word(&self, token: usize) -> Cow<'t, str> {
        lower_cased(self.word(token).trim_end_matches('.'))
    }

    /// The bytes from the first token of a range to its last; empty for an empty range.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match self.tokens.get(tokens.clone()) {
            Some([first, .., last]) => Span::new(first.span.start, last.span.end),
            Some([only]) => only.span,
            _ => {
                let at = self
                    .tokens
                    .get(tokens.start)
                    .map_or(self.text.len(), |token| token.span.start);
                Span::new(at, at)
            }
        }
    }

    /// The tokens that some bytes touch: the next one where they touch none.
    pub(crate) fn tokens_of(&self, span: Span) -> Range<usize> {
        let start = self.token_at(span.start);
        start..self.token_at(span.end.saturating_sub(1)).max(start) + 1
    }

    /// The index of the first token that ends after `byte`.
    pub fn token_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.span.end <= byte)
    }
}

fn words_of<'t>(text: &'t str, tokens: &[Token]) -> Vec<&'t str> {
    tokens.iter().map(|token| token.word(text)).collect()
}
