//! Descriptions: “the US secretary of state”, “the minister”, “the 53-year-old”, “the bank”.

use std::ops::Range;

use super::layout::Named;
use super::nouns::{Kind, is_definite, is_plain, kind_by, owns, person, plain, stops};
use super::subject;
use crate::lexicon::{Gender, Tags};
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
    /// The age that it indicates, as a noun: “53-year-old”.
    pub age: Option<String>,
    /// The person or organization whose name follows at once.
    pub apposed: Option<usize>,
}

/// The description that begins at a token; `names` are those from this token on, and `is_role` knows the nouns of
/// the roles that the text gives.
pub fn read(
    document: &Document,
    names: &[Named],
    token: usize,
    is_role: impl Fn(&str) -> bool,
) -> Option<Description> {
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
            noun: behind.unwrap_or_default().into_owned(),
            age: Some(format!("{}-year-old", document.word(first))),
            modifiers: Vec::new(),
            is_possessive: false,
            apposed: None,
        });
    }
    let (at, kind) = find_noun(document, first).or_else(|| find_role(document, first, is_role))?;
    let is_named = names
        .iter()
        .take_while(|name| name.tokens.start <= at)
        .any(|name| name.tokens.contains(&at) || name.is_person);
    // “the Union” is a name.
    let is_proper = kind == Kind::Body && is_capital(document.word(at));
    if is_named || is_proper || document.word_or_none(at + 1) == "-" {
        return None;
    }
    let before = (first..at).filter(|&token| document.tokens[token].kind != TokenKind::Clitic);
    let before = before.map(|token| plain(document.word(token)));
    let mut modifiers: Vec<String> = before.collect();
    let end = field(document, at + 1, &mut modifiers);
    let apposed = apposed(document, names, end, kind);
    Some(Description {
        tokens: token..end,
        kind,
        noun: plain(document.word(at)),
        modifiers: modifiers
            .into_iter()
            .filter(|word| word.len() > 1)
            .collect(),
        age: None,
        is_possessive: !article.eq_ignore_ascii_case("the"),
        apposed,
    })
}

/// The gender, if it is known, of the person who comes in without a name at a token, which opens its
/// sentence or not: “A woman whose son …”, “to my manager”.
pub fn stranger(document: &Document, token: usize, opens: bool) -> Option<Option<Gender>> {
    let article = document.word(token);
    let is_mine = matches!(article, "my" | "My");
    let comes_in = is_mine || opens && matches!(article, "A" | "An" | "One" | "Another");
    // “One of them was less calm.”
    if comes_in && document.word_or_none(token + 1) == "of" {
        return Some(None);
    }
    match comes_in.then(|| find_noun(document, token + 1)).flatten()? {
        // “My neighbour, Ana Ruiz,” has a name.
        (noun, Kind::Person(gender)) if is_mine => {
            (document.word_or_none(noun + 1) != ",").then_some(gender)
        }
        (_, Kind::Person(gender)) => Some(gender),
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
    let end = document.paragraph(first).end.min(first + LONGEST);
    for index in first..end {
        match part_of(document, index) {
            Part::Noun(kind) => noun = Some((index, kind)),
            _ if noun.is_some() => break,
            // “the site's founder”
            Part::Stop if index > first && owns(document, index) => {}
            Part::Stop => return None,
            Part::Modifier => {}
        }
    }
    noun
}

/// The first noun from a token on that is one of a role in this text, whatever lists know of it.
fn find_role(
    document: &Document,
    first: usize,
    is_role: impl Fn(&str) -> bool,
) -> Option<(usize, Kind)> {
    const WORDS: usize = 3;
    let limit = document.paragraph(first).end.min(first + WORDS);
    (first..limit)
        .take_while(|&token| matches!(part_of(document, token), Part::Modifier))
        .find(|&token| is_role(&document.plain_word(token)))
        .map(|token| (token, Kind::Person(None)))
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
    let tags = document.tags(token);
    match kind_by(tags) {
        Some(kind) => Part::Noun(kind),
        // “The Sioux met park ranger Ana Ruiz”
        None if stops(document, token) || tags.has(Tags::PAST) => Part::Stop,
        None => Part::Modifier,
    }
}

/// The person whose name follows a description that ends at a token, perhaps with a title, or the
/// organization whose name stands between commas behind it.
fn apposed(document: &Document, names: &[Named], end: usize, kind: Kind) -> Option<usize> {
    let is_mark = |token: usize| {
        let token = document.tokens.get(token);
        token.is_some_and(|token| token.kind == TokenKind::Mark)
    };
    let end = behind_field(document, end);
    let is_parted = matches!(document.word_or_none(end), "," | "(");
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

/// The end of what a role is for, where a comma stands there: “the cabinet member | for highways,”.
fn behind_field(document: &Document, end: usize) -> usize {
    const LONGEST: usize = 7;
    if !matches!(
        document.word_or_none(end),
        "at" | "for" | "in" | "of" | "on" | "with"
    ) {
        return end;
    }
    let limit = document.paragraph(end).end.min(end + 1 + LONGEST);
    let mut words = end + 1..limit;
    let is_part = |token: usize| {
        let word = document.word(token);
        let joins = matches!(word, "and" | "at" | "for" | "in" | "of" | "the" | "-");
        joins || is_plain(document, token)
    };
    let comma = words.find(|&token| !is_part(token));
    comma
        .filter(|&comma| document.word(comma) == "," && comma > end + 1)
        .unwrap_or(end)
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
        if document.word(token) != "the" {
            end = token + 1;
        }
        modifiers.push(plain(document.word(token)));
    }
    modifiers.retain(|word| word != "the");
    end
}
