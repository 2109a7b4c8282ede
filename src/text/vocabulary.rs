//! The distinct words of a text: what is to be known of a word is looked up once for each.

use super::Token;
use crate::hash::{HashedMap, Memory, hash_of};
use crate::lexicon::{Tags, tags_of};

/// The distinct words of a text as they are written, case kept; marks count as words.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// For each token the number of its word; words are numbered in order of first appearance.
    pub of_token: Vec<u32>,
    /// For each word the first token that is it, and its hash.
    pub words: Vec<(Token, u64)>,
    /// For each word what the lists of words have it as.
    tags: Vec<Tags>,
    /// What any word is.
    all_tags: Tags,
}

impl Vocabulary {
    pub(super) fn new(text: &str, tokens: &[Token]) -> Self {
        let mut numbers = HashedMap::default();
        // News repeats itself: a whole article has a new word in every second token or fewer.
        numbers.reserve(tokens.len() / 2);
        let mut words = Vec::new();
        let number = |&token: &Token| {
            let hash = hash_of(token.word(text));
            *numbers.entry(hash).or_insert_with(|| {
                words.push((token, hash));
                words.len() as u32 - 1
            })
        };
        let of_token = tokens.iter().map(number).collect();
        let tags = words
            .iter()
            .map(|(token, hash)| tags_of(token.word(text), *hash));
        let tags: Vec<Tags> = tags.collect();
        Self {
            of_token,
            words,
            all_tags: tags.iter().fold(Tags::NONE, |all, &tags| all.union(tags)),
            tags,
        }
    }

    /// What the word of a token is, as the lists of words have it; nothing past the end of the text.
    pub fn tags(&self, token: usize) -> Tags {
        let word = self.of_token.get(token);
        word.map_or(Tags::default(), |&word| self.tags[word as usize])
    }

    /// Whether any word has one of some tags.
    pub fn has(&self, any: Tags) -> bool {
        self.all_tags.has(any)
    }

    /// The hash of a token's word.
    pub fn hash(&self, token: usize) -> u64 {
        self.words[self.of_token[token] as usize].1
    }

    /// Looks at each word that is not remembered once, and gives what was seen for each token.
    pub fn map<T: Copy>(&self, memory: &mut Memory<T>, mut look: impl FnMut(Token) -> T) -> Vec<T> {
        let words = self.words.iter();
        let seen: Vec<T> = words
            .map(|&(token, hash)| *memory.recall(hash, || look(token)))
            .collect();
        let of_token = self.of_token.iter();
        of_token.map(|&word| seen[word as usize]).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::hash::Memory;
    use crate::text::Document;

    #[test]
    fn each_word_is_looked_at_once() {
        let document = Document::new("The war the WAR, The end,");
        assert_eq!(document.vocabulary.of_token, [0, 1, 2, 3, 4, 0, 5, 4]);
        let mut looks = 0;
        let mut memory = Memory::default();
        let lengths = document.vocabulary.map(&mut memory, |token| {
            looks += 1;
            token.span.len()
        });
        assert_eq!(looks, 6);
        let next = Document::new("The end of the war");
        next.vocabulary.map(&mut memory, |token| {
            looks += 1;
            token.span.len()
        });
        assert_eq!(looks, 7, "“of” is new");
        assert_eq!(lengths, [3, 3, 3, 3, 1, 3, 3, 1]);
    }
}
