//! Noun phrases for what somebody is: “a nurse and painter”, “the mayor of Oslo”.

use std::ops::Range;

use super::nouns::{is_person, is_plain, owns, plain, stops};
use crate::lexicon::{Tags, word_tags};
use crate::text::{Document, TokenKind, is_capital};

/// The words that a phrase may have up to its noun.
const LONGEST: usize = 8;

/// What a text says that somebody is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// The noun, in small letters: “mayor”.
    pub noun: String,
    /// What stands around the noun: “deputy”, “oslo”.
    pub words: Vec<String>,
}

impl Role {
    /// A role of one noun alone.
    pub fn of(noun: impl Into<String>) -> Self {
        Self {
            noun: noun.into(),
            words: Vec::new(),
        }
    }

    /// Whether it ranks below what its noun says: “deputy mayor”, “former mayor”.
    pub fn is_lesser(&self) -> bool {
        self.words
            .iter()
            .any(|word| word_tags(word).has(Tags::RANK))
    }
}

/// A noun phrase for what somebody is.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// All of it, from its article on.
    pub tokens: Range<usize>,
    /// Its nouns, each with the words that belong to it before.
    pub heads: Vec<(usize, Range<usize>)>,
}

impl Phrase {
    /// The roles that it gives.
    pub fn roles(&self, document: &Document) -> Vec<Role> {
        let field = self.heads.last().map_or(0, |(head, _)| head + 1)..self.tokens.end;
        let words_in = |tokens: Range<usize>| tokens.map(|token| plain(document.word(token)));
        let role = |(head, before): &(usize, Range<usize>)| Role {
            noun: plain(document.word(*head)),
            words: words_in(before.clone())
                .chain(words_in(field.clone()))
                .collect(),
        };
        self.heads.iter().map(role).collect()
    }
}

/// The phrase from a token on that says what somebody is; behind an article any noun may.
pub fn phrase(document: &Document, start: usize) -> Option<Phrase> {
    let has_article = matches!(document.word_or_none(start), "a" | "an" | "the");
    let mut first = start + usize::from(has_article);
    let mut heads: Vec<(usize, Range<usize>)> = Vec::new();
    let end = document.tokens.len();
    while let Some(head) = noun(document, first, has_article) {
        heads.push((head.0, head.1..head.0));
        // “a nurse and painter”
        if document.word_or_none(head.0 + 1) != "and" {
            break;
        }
        first = head.0 + 2;
        if first >= end || document.is_capital(first) {
            break;
        }
    }
    let last = heads.last()?.0;
    let noun_end = behind_chief(document, last + 1);
    let behind = match document.word_or_none(noun_end) {
        "of" | "for" | "at" | "in" => field_end(document, noun_end + 1),
        _ => None,
    };
    Some(Phrase {
        tokens: start..behind.unwrap_or(noun_end),
        heads,
    })
}

/// The token behind “-in-chief”, where that stands at one: “editor | -in-chief”.
fn behind_chief(document: &Document, at: usize) -> usize {
    const WORDS: [&str; 4] = ["-", "in", "-", "chief"];
    let mut words = WORDS.iter().enumerate();
    let is_chief = words.all(|(index, word)| document.word_or_none(at + index) == *word);
    at + if is_chief { WORDS.len() } else { 0 }
}

/// The end of the names that a role is held at, from a token on: “mayor of | New Oslo”.
fn field_end(document: &Document, from: usize) -> Option<usize> {
    const WORDS: usize = 5;
    let limit = document.tokens.len().min(from + WORDS);
    let named = (from..limit).take_while(|&token| {
        let word = document.word(token);
        document.tokens[token].kind == TokenKind::Word
            && (is_capital(word) || matches!(word, "the" | "state" | "of"))
    });
    let end = named.last()? + 1;
    // “a member of the Norland | swimming team,”
    let is_noun = |&token: &usize| {
        let word = document.word(token);
        is_plain(document, token) && !is_capital(word) && !word.ends_with("ed")
    };
    let limit = document.tokens.len().min(end + WORDS);
    let behind = end + (end..limit).take_while(is_noun).count();
    let next = document.tokens.get(behind);
    let is_closed = next.is_none_or(|next| next.kind == TokenKind::Mark);
    Some(if is_closed { behind } else { end })
}

/// The noun of the phrase that goes on at a token, and where the words begin that belong to it.
pub fn noun(document: &Document, first: usize, any: bool) -> Option<(usize, usize)> {
    let mut start = first;
    let mut found = None;
    let mut last = None;
    for token in first..document.tokens.len().min(first + LONGEST) {
        if owns(document, token) {
            // “the union's leader” is “the union leader”, too.
            let is_noun = token > first && !document.is_capital(token - 1);
            let owner = if is_noun { token - 1 } else { token + 1 };
            (found, last, start) = (None, None, owner);
            continue;
        }
        if stops(document, token) {
            break;
        }
        if is_person(document, token) {
            found = Some(token);
        } else if found.is_some() {
            break;
        }
        let word = document.word(token);
        let is_noun = document.tokens[token].kind == TokenKind::Word
            && word.len() > 2
            && !word.ends_with('s')
            && !document.is_capital(token);
        last = is_noun.then_some(token);
    }
    let found = found.or_else(|| last.filter(|_| any))?;
    Some((found, start))
}
