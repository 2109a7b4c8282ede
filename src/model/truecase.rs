//! Sentences in small letters or in capitals alone, as prose would have them: “we flew to oslo”, “FLIGHTS
//! TO OSLO END” (“truecasing”, Lita et al. 2003).
//!
//! The tagger learns from texts as they are written: few of their sentences are such, and one that learnt
//! from these as prose was no better.

use std::borrow::Cow;
use std::ops::Range;

use crate::hash::HashedMap;
use crate::lexicon::{known_word, word_key};
use crate::text::{Document, TokenKind, capitalized};

/// Shorter words in small letters are seldom names, and often something else: “us”, “la”.
const SHORTEST: usize = 3;

/// The letters that a sentence has.
#[derive(Clone, Copy, PartialEq)]
enum Letters {
    /// It begins with a small one.
    Small,
    /// Nearly all its words have capitals alone.
    Capitals,
    Both,
}

/// The text with names, and names alone, beginning with capitals in sentences whose letters do not show which they are
/// them. Words are written as the other sentences write them, or else as most texts do. Only letters of
/// ASCII change, so that no byte moves.
pub fn truecased<'t>(document: &Document<'t>) -> Cow<'t, str> {
    let mut text = Cow::Borrowed(document.text);
    let mut usage = None;
    for sentence in &document.sentences {
        let letters = letters(document, sentence);
        if letters == Letters::Both {
            continue;
        }
        let usage = usage.get_or_insert_with(|| Usage::of(document));
        let is_open = |&token: &usize| {
            is_plain(document, token)
                && (letters == Letters::Capitals
                    || document.word(token).len() >= SHORTEST && !has_capital(document, token))
        };
        for token in sentence.clone().filter(is_open) {
            let word = document.word(token);
            let cased = match usage.of_word(word) {
                Some(cased) => Cow::Borrowed(cased),
                None if is_name(word, letters) => Cow::Owned(capitalized(word)),
                None => Cow::Owned(word.to_ascii_lowercase()),
            };
            if cased != word {
                let span = document.tokens[token].span;
                text.to_mut().replace_range(span.start..span.end, &cased);
            }
        }
    }
    text
}

fn letters(document: &Document, sentence: &Range<usize>) -> Letters {
    let mut words = sentence
        .clone()
        .filter(|&token| document.tokens[token].kind == TokenKind::Word);
    // Most sentences are told by their first word.
    match words.next() {
        None => return Letters::Both,
        Some(first) if !has_capital(document, first) => return Letters::Small,
        Some(first) if has_small(document, first) => return Letters::Both,
        Some(_) => {}
    }
    let (mut small, mut capitals) = (0, 0);
    for token in sentence.clone().filter(|&token| is_plain(document, token)) {
        let has_small = has_small(document, token);
        small += usize::from(has_small);
        capitals += usize::from(!has_small);
    }
    if capitals > 2 && capitals > 3 * small {
        Letters::Capitals
    } else {
        Letters::Both
    }
}

fn has_small(document: &Document, token: usize) -> bool {
    document.word(token).contains(char::is_lowercase)
}

fn has_capital(document: &Document, token: usize) -> bool {
    document.word(token).contains(char::is_uppercase)
}

/// Whether a token is a word of two letters or more, all of them ASCII's.
fn is_plain(document: &Document, token: usize) -> bool {
    let word = document.word(token);
    document.tokens[token].kind == TokenKind::Word
        && word.len() > 1
        && word.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Whether a word is likely part of a name; in a heading words that are hardly known are, too.
fn is_name(word: &str, letters: Letters) -> bool {
    known_word(word_key(word)).map_or(letters == Letters::Capitals, |known| known.is_name())
}

/// How the sentences that have letters of both kinds write their words.
struct Usage<'t>(HashedMap<&'t str>);

impl<'t> Usage<'t> {
    fn of(document: &Document<'t>) -> Self {
        let mut words = HashedMap::default();
        for sentence in &document.sentences {
            if letters(document, sentence) != Letters::Both {
                continue;
            }
            // The first word has a capital, whatever it is.
            let others = sentence.start + 1..sentence.end;
            for token in others.filter(|&token| is_plain(document, token)) {
                if let Some(entry) = document.entry(token) {
                    words
                        .entry(entry.key)
                        .or_insert_with(|| document.word(token));
                }
            }
        }
        Self(words)
    }

    fn of_word(&self, word: &str) -> Option<&'t str> {
        let written = self.0.get(&word_key(word)).copied();
        written.filter(|written| written.eq_ignore_ascii_case(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_names_again() {
        let cases: &[(&str, &str, &str)] = &[
            ("nothing", "", ""),
            ("prose", "They met jason there.", "They met jason there."),
            (
                "small letters",
                "she flew to mexico with emily in may",
                "she flew to Mexico with Emily in may",
            ),
            (
                "each sentence by itself",
                "He met jason.\nso did emily",
                "He met jason.\nso did Emily",
            ),
            (
                "as the text writes it",
                "it is velmar again\nThey left Velmar.",
                "it is Velmar again\nThey left Velmar.",
            ),
            (
                "a short word",
                "The US is far. let us go",
                "The US is far. let us go",
            ),
            (
                "a heading",
                "STRIKE CLOSES MEXICO SCHOOLS",
                "strike closes Mexico schools",
            ),
            (
                "a heading's rare word",
                "FIRE NEAR VELMAR BRIDGE",
                "fire near Velmar bridge",
            ),
            (
                "a heading's acronym",
                "MINISTERS LEAVE NATO TALKS\nThe NATO talks failed.",
                "ministers leave NATO talks\nThe NATO talks failed.",
            ),
            (
                "a few capitals",
                "NATO and the EU met.",
                "NATO and the EU met.",
            ),
            ("letters beyond ASCII", "ÉTÉ À LYON", "ÉTÉ À LYON"),
        ];
        for (case, text, expected) in cases {
            assert_eq!(truecased(&Document::new(text)), *expected, "{case}");
        }
    }
}
