//! The distinct words of a text: what is to be known of a word is looked up once for each.

use std::cell::RefCell;

use super::Token;
use crate::hash::{Memory, hash_of};
use crate::lexicon::{Entry, Tags};

/// The distinct words of a text as they are written, case kept; marks count as words.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    /// For each token the number of its word; words are numbered in order of first appearance.
    pub of_token: Vec<u32>,
    /// For each word the first token that is it, and its hash.
    pub words: Vec<(Token, u64)>,
    /// For each word what the tables have of it.
    pub entries: Vec<Entry>,
    /// What any word is.
    all_tags: Tags,
    /// One more than the number of the word whose hash leads here, or past others to here; 0 where there is none.
    slots: Vec<u32>,
}

impl Vocabulary {
    pub(super) fn new(words: &[&str], tokens: &[Token]) -> Self {
        thread_local! {
            static MEMORY: RefCell<Memory<Entry>> = RefCell::default();
        }
        MEMORY.with_borrow_mut(|memory| Self::recalled(words, tokens, memory))
    }

    fn recalled(words: &[&str], tokens: &[Token], memory: &mut Memory<Entry>) -> Self {
        let mut vocabulary = Self {
            of_token: Vec::with_capacity(tokens.len()),
            // News repeats itself: a whole article has a new word in every second token or fewer.
            words: Vec::with_capacity(tokens.len() / 2),
            entries: Vec::with_capacity(tokens.len() / 2),
            all_tags: Tags::NONE,
            slots: vec![0; (2 * tokens.len()).next_power_of_two()],
        };
        for (&token, word) in tokens.iter().zip(words) {
            let hash = hash_of(word);
            let slot = vocabulary.slot(hash);
            if vocabulary.slots[slot] == 0 {
                let entry = *memory.recall(hash, || Entry::of(word));
                vocabulary.all_tags = vocabulary.all_tags.union(entry.tags);
                vocabulary.entries.push(entry);
                vocabulary.words.push((token, hash));
                vocabulary.slots[slot] = vocabulary.words.len() as u32;
            }
            vocabulary.of_token.push(vocabulary.slots[slot] - 1);
        }
        vocabulary
    }

    /// The slot of a hash: where its word is, or would be put. At most half of all slots are taken.
    #[inline]
    fn slot(&self, hash: u64) -> usize {
        let last = self.slots.len() - 1;
        let mut slot = hash as usize & last;
        while let Some(number) = self.slots[slot].checked_sub(1)
            && self.words[number as usize].1 != hash
        {
            slot = (slot + 1) & last;
        }
        slot
    }

    /// The number of a word that stands in the text as it is written here.
    pub fn number(&self, word: &str) -> Option<usize> {
        let found = self.slots.get(self.slot(hash_of(word)))?;
        found.checked_sub(1).map(|number| number as usize)
    }

    /// What the tables have of the word of a token; nothing past the end of the text.
    pub fn entry(&self, token: usize) -> Option<&Entry> {
        let word = *self.of_token.get(token)?;
        self.entries.get(word as usize)
    }

    /// The tokens whose words have one of some tags, in order.
    pub fn tokens_tagged(&self, any: Tags) -> impl Iterator<Item = usize> {
        let of_token: &[u32] = if self.has(any) { &self.of_token } else { &[] };
        let tagged = of_token.iter().enumerate();
        tagged
            .filter(move |&(_, &word)| self.entries[word as usize].tags.has(any))
            .map(|(token, _)| token)
    }

    /// The tokens that are a word as it is written here, in order.
    pub fn tokens_of(&self, word: &str) -> impl Iterator<Item = usize> {
        let number = self.number(word);
        let of_token: &[u32] = if number.is_some() {
            &self.of_token
        } else {
            &[]
        };
        let all = of_token.iter().enumerate();
        all.filter(move |&(_, &word)| number == Some(word as usize))
            .map(|(token, _)| token)
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
        self.of_tokens(|token, hash| *memory.recall(hash, || look(token)))
    }

    /// Looks at each word once, given with its hash, and gives what was seen for each token.
    pub fn of_tokens<T: Copy>(&self, mut look: impl FnMut(Token, u64) -> T) -> Vec<T> {
        let words = self.words.iter();
        let seen: Vec<T> = words.map(|&(token, hash)| look(token, hash)).collect();
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

    #[test]
    fn words_have_numbers_as_they_are_written() {
        let document = Document::new("The war the WAR");
        let numbers = ["The", "the", "WAR", "war", "War", ""];
        let numbers = numbers.map(|word| document.vocabulary.number(word));
        assert_eq!(numbers, [Some(0), Some(2), Some(3), Some(1), None, None]);
        assert_eq!(Document::new("").vocabulary.number("The"), None);
    }
}
