//! Descriptions: “the US secretary of state”, “the minister”, “the 53-year-old”, “the bank”.

use std::cell::RefCell;
use std::ops::Range;

use super::character::plain;
use super::scene::Named;
use super::subject;
use super::words::{BODIES, WEAK};
use crate::hash::Memory;
use crate::lexicon::{Gender, Tags, word_tags};
use crate::text::{Document, TokenKind, is_capital};

/// The tokens that a description may have after its article.
const LONGEST: usize = 8;

/// A description that has been read.
#[derive(Clone, Debug)]
pub struct Description {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What its noun is for.
    pub kind: Kind,
    /// Its noun in small letters.
    pub noun: String,
    /// What stands around the noun, in small letters.
    pub modifiers: Vec<String>,
    /// Whether “his” or “her” stands before it rather than “the”.
    pub is_possessive: bool,
    /// Whether it tells an age.
    pub is_aged: bool,
    /// Who “his” or “her” means, if that is known.
    pub owner: Option<usize>,
    /// The person or organization whose name follows at once.
    pub apposed: Option<usize>,
}

/// What the noun of a description is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A person, of the gender that the noun tells, if any.
    Person(Option<Gender>),
    /// An organization or a country.
    Body,
}

/// Whether a word opens a definite description.
pub fn is_definite(word: &str) -> bool {
    matches!(
        word,
        "the" | "The" | "his" | "His" | "her" | "Her" | "their" | "Their" | "its" | "Its"
    )
}

/// The description that begins at a token; `names` are those from this token on.
pub fn read(document: &Document, names: &[Named], token: usize) -> Option<Description> {
    let article = document.word(token);
    if !is_definite(article) {
        return None;
    }
    let first = token + 1;
    if let Some(after) = age(document, first) {
        let noun = document
            .tokens
            .get(after)
            .map(|_| document.plain_word(after));
        let kind = noun.as_deref().and_then(person);
        let behind = noun.filter(|_| kind.is_some());
        return Some(Description {
            tokens: token..after + usize::from(kind.is_some()),
            kind: Kind::Person(kind.unwrap_or(None)),
            // “the 53-year-old” is as good as a noun, and another one is somebody else.
            noun: behind.map_or_else(
                || format!("{}-year-old", document.word(first)),
                |noun| noun.into(),
            ),
            is_aged: true,
            modifiers: Vec::new(),
            is_possessive: false,
            owner: None,
            apposed: None,
        });
    }
    let (at, kind) = find_noun(document, first)?;
    let is_named = names
        .iter()
        .take_while(|name| name.tokens.start <= at)
        .any(|name| name.tokens.contains(&at) || name.is_person);
    if is_named || document.word_or_none(at + 1) == "-" {
        return None;
    }
    let before = (first..at).map(|token| plain(document.word(token)));
    let mut modifiers: Vec<String> = before.collect();
    let end = field(document, at + 1, &mut modifiers);
    let apposed = apposed(document, names, end, kind);
    Some(Description {
        tokens: token..end,
        kind,
        noun: plain(document.word(at)),
        modifiers: modifiers
            .into_iter()
            .filter(|word| word.len() > 1 && !WEAK.contains(&word.as_str()))
            .collect(),
        is_aged: false,
        is_possessive: !article.eq_ignore_ascii_case("the"),
        owner: None,
        apposed,
    })
}

/// The gender, if it is known, of the person who comes in without a name at a token, which opens its
/// sentence or not: “A woman whose son …”, “to my manager”.
pub fn stranger(document: &Document, token: usize, opens: bool) -> Option<Option<Gender>> {
    let article = document.word(token);
    let is_mine = matches!(article, "my" | "My");
    let comes_in = is_mine || opens && matches!(article, "A" | "An" | "One" | "Another");
    match comes_in.then(|| find_noun(document, token + 1)).flatten()? {
        // “My neighbour, Ana Ruiz,” has a name.
        (noun, Kind::Person(gender)) if is_mine => {
            (document.word_or_none(noun + 1) != ",").then_some(gender)
        }
        (_, Kind::Person(gender)) => gender.map(Some),
        (_, Kind::Body) => None,
    }
}

/// The noun, in small letters, of somebody who comes in at a token and is not what somebody named is: “a
/// diplomat said”, but not “Ana Ruiz, a diplomat” nor “she is a diplomat”.
pub fn introduced(document: &Document, token: usize) -> Option<String> {
    if !matches!(
        document.word(token),
        "a" | "A" | "an" | "An" | "one" | "One"
    ) {
        return None;
    }
    let before = token.checked_sub(1).map(|before| document.word(before));
    let tells_of_another = before.is_some_and(|before| {
        matches!(
            before,
            "," | "("
                | "-"
                | "–"
                | "—"
                | "--"
                | "as"
                | "is"
                | "was"
                | "be"
                | "been"
                | "became"
                | "become"
                | "like"
                | "not"
        )
    });
    match find_noun(document, token + 1)? {
        (noun, Kind::Person(_)) if !tells_of_another => Some(plain(document.word(noun))),
        _ => None,
    }
}

/// The last of the nouns that the words from a token on come to, and what it is for.
fn find_noun(document: &Document, first: usize) -> Option<(usize, Kind)> {
    let mut noun = None;
    for index in first..document.tokens.len().min(first + LONGEST) {
        match part_of(document, index) {
            Part::Noun(kind) => noun = Some((index, kind)),
            _ if noun.is_some() => break,
            Part::Stop if document.is_genitive(index) => {}
            Part::Stop => return None,
            Part::Modifier => {}
        }
    }
    noun
}

/// What a word is to a description that it follows on.
#[derive(Clone, Copy)]
enum Part {
    Noun(Kind),
    /// It ends a description that has no noun yet.
    Stop,
    Modifier,
}

fn part_of(document: &Document, token: usize) -> Part {
    thread_local! {
        static MEMORY: RefCell<Memory<Part>> = RefCell::default();
    }
    let look = || {
        let word = document.plain_word(token);
        match kind_of(&word) {
            Some(kind) => Part::Noun(kind),
            None if stops(document.tokens[token].kind, &word) => Part::Stop,
            None => Part::Modifier,
        }
    };
    MEMORY.with_borrow_mut(|memory| *memory.recall(document.vocabulary.hash(token), look))
}

/// The person whose name follows a description that ends at a token, perhaps with a title, or the
/// organization whose name stands between commas behind it.
fn apposed(document: &Document, names: &[Named], end: usize, kind: Kind) -> Option<usize> {
    let is_mark = |token: usize| {
        let token = document.tokens.get(token);
        token.is_some_and(|token| token.kind == TokenKind::Mark)
    };
    let is_parted = end < document.tokens.len() && document.word(end) == ",";
    let follower = end + usize::from(is_parted);
    let name = names.iter().find(|name| name.tokens.start >= follower)?;
    let is_next = name.tokens.start == follower;
    let is_body = is_next && name.is_organization && is_parted && is_mark(name.tokens.end);
    // “the mayor, Dame Ana Ruiz”
    let is_titled = is_parted
        && (subject::role_start(document, name.tokens.start) == follower
            || subject::is_title(document, follower..name.tokens.start));
    // “According to her daughter, Ana Ruiz sang” names two.
    let is_closed = !is_parted || is_mark(name.tokens.end);
    let is_person = (is_next || is_titled) && is_closed && name.is_person && kind != Kind::Body;
    (is_person || is_body).then_some(name.entity)
}

/// The end of an age that begins at a token: “53-year-old”.
fn age(document: &Document, token: usize) -> Option<usize> {
    const WORDS: [&str; 4] = ["-", "year", "-", "old"];
    let is_number = document.tokens.get(token)?.kind == TokenKind::Number;
    let is_age = token + WORDS.len() < document.tokens.len()
        && WORDS
            .iter()
            .enumerate()
            .all(|(index, word)| document.word(token + 1 + index) == *word);
    (is_number && is_age).then_some(token + 1 + WORDS.len())
}

/// The end of what a noun is of: “secretary of state”, “mayor of Oslo”; its words are added to
/// the modifiers.
fn field(document: &Document, from: usize, modifiers: &mut Vec<String>) -> usize {
    if from + 1 >= document.tokens.len() || document.word(from) != "of" {
        return from;
    }
    let words = (from + 1..document.tokens.len().min(from + 5)).take_while(|&token| {
        let word = document.word(token);
        document.tokens[token].kind == TokenKind::Word
            && (is_capital(word) || word == "state" || word == "the")
    });
    let mut end = from;
    for token in words {
        end = token + 1;
        modifiers.push(plain(document.word(token)));
    }
    modifiers.retain(|word| word != "the");
    end
}

fn kind_of(word: &str) -> Option<Kind> {
    if BODIES.binary_search(&word).is_ok() {
        return Some(Kind::Body);
    }
    person(word).map(Kind::Person)
}

/// Whether a word in small letters is a noun for a person, and the gender that it tells.
pub fn person(word: &str) -> Option<Option<Gender>> {
    match word {
        "man" | "boy" | "gentleman" => Some(Some(Gender::Male)),
        "woman" | "girl" | "lady" => Some(Some(Gender::Female)),
        "teenager" | "pensioner" | "resident" => Some(None),
        _ => {
            let told = word_tags(word);
            (told.has(Tags::ROLE) || told.has(Tags::RELATION)).then_some(told.gender())
        }
    }
}

/// Whether a word in small letters ends a description that has no noun yet.
pub fn stops(kind: TokenKind, word: &str) -> bool {
    match kind {
        TokenKind::Mark => word != "-",
        TokenKind::Clitic => true,
        TokenKind::Number => false,
        TokenKind::Word => {
            matches!(
                word,
                "a" | "and"
                    | "are"
                    | "as"
                    | "at"
                    | "but"
                    | "by"
                    | "for"
                    | "from"
                    | "had"
                    | "has"
                    | "have"
                    | "he"
                    | "in"
                    | "into"
                    | "is"
                    | "it"
                    | "not"
                    | "of"
                    | "on"
                    | "or"
                    | "said"
                    | "says"
                    | "she"
                    | "that"
                    | "the"
                    | "they"
                    | "to"
                    | "told"
                    | "was"
                    | "we"
                    | "were"
                    | "when"
                    | "which"
                    | "who"
                    | "will"
                    | "with"
                    | "would"
            )
        }
    }
}
