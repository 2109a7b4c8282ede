//! Descriptions: “the US secretary of state”, “the minister”, “the 53-year-old”, “the bank”.

use std::ops::Range;

use super::cast::Cast;
use super::character::plain;
use super::scene::{Named, Place};
use super::words::{
    BODIES, BROADCASTERS, BYSTANDERS, COMPANIES, COUNTRIES, PAPERS, SYNONYMS, WEAK,
};
use crate::lexicon::{Gender, person_word};
use crate::text::{Document, TokenKind};

/// The tokens that a description may have after its article.
const LONGEST: usize = 8;
/// The salience and lead that a person needs to be meant by a role that the text never gave them.
const PRESUMED_SALIENCE: f32 = 6.5;
const PRESUMED_LEAD: f32 = 2.0;

/// A description that has been read.
#[derive(Clone, Debug)]
pub struct Description {
    /// Its tokens.
    pub tokens: Range<usize>,
    kind: Kind,
    /// Its noun in small letters.
    noun: String,
    /// What stands around the noun, in small letters.
    modifiers: Vec<String>,
    /// Whether “his” or “her” stands before it rather than “the”.
    is_possessive: bool,
    /// The person whose name follows at once.
    apposed: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Person(Option<Gender>),
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
    let mut modifiers = Vec::new();
    let mut index = token + 1;
    let limit = document.tokens.len().min(index + LONGEST);
    if let Some(after) = age(document, index) {
        let noun = document.tokens.get(after).map(|_| lower(document, after));
        let kind = noun.as_deref().and_then(person).unwrap_or(None);
        let is_noun = noun.as_deref().and_then(person).is_some();
        return Some(Description {
            tokens: token..after + usize::from(is_noun),
            kind: Kind::Person(kind),
            noun: String::from("old"),
            modifiers,
            is_possessive: false,
            apposed: None,
        });
    }
    let mut noun = None;
    while index < limit {
        let word = lower(document, index);
        let found = kind_of(&word);
        match (&noun, found) {
            (_, Some(kind)) => {
                if let Some((_, _, before)) = noun.replace((index, kind, word)) {
                    modifiers.push(before);
                }
            }
            (Some(_), None) => break,
            (None, None) if stops(document, index, &word) => return None,
            (None, None) => modifiers.push(plain(&word)),
        }
        index += 1;
    }
    let (at, kind, word) = noun?;
    let is_named = names
        .iter()
        .take_while(|name| name.tokens.start <= at)
        .any(|name| name.tokens.contains(&at) || name.is_person);
    if is_named
        || document
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.span.of(document.text) == "-")
    {
        return None;
    }
    let end = field(document, at + 1, &mut modifiers);
    let follower = end + usize::from(end < document.tokens.len() && document.word(end) == ",");
    let apposed = names
        .iter()
        .take_while(|name| name.tokens.start <= follower)
        .find(|name| name.tokens.start == follower && name.is_person);
    Some(Description {
        tokens: token..end,
        kind,
        noun: plain(&word),
        modifiers: modifiers
            .into_iter()
            .filter(|word| word.len() > 1 && !WEAK.contains(&word.as_str()))
            .collect(),
        is_possessive: !article.eq_ignore_ascii_case("the"),
        apposed: apposed.map(|name| name.entity),
    })
}

/// Who a description means.
pub fn resolve(
    cast: &mut Cast,
    description: &Description,
    at: Place,
    speaks: bool,
) -> Option<usize> {
    if let Kind::Person(_) = description.kind
        && let Some(entity) = description.apposed
    {
        cast.remember(description.noun.clone(), entity);
        return Some(entity);
    }
    // What somebody's own words call “the president” is seldom one whom the article has named.
    if description.is_possessive || at.quote.is_some() {
        return None;
    }
    match description.kind {
        Kind::Person(gender) => called(cast, description, gender).or_else(|| {
            speaks
                .then(|| taught(cast, description, gender, at))
                .flatten()
        }),
        Kind::Body => body(cast, description, at, speaks),
    }
}

/// The person last called by the noun, or one that means the same, whose role has all the other
/// words of the description; one of the whole text where several words tell who.
fn called(cast: &Cast, description: &Description, gender: Option<Gender>) -> Option<usize> {
    let nouns = || {
        let synonyms = SYNONYMS
            .iter()
            .filter(|group| group.contains(&description.noun.as_str()))
            .flat_map(|group| group.iter().copied());
        std::iter::once(description.noun.as_str()).chain(synonyms)
    };
    let fits = |entity: &usize| {
        let modifiers = description.modifiers.iter().map(String::as_str);
        let known = cast.gender(*entity);
        let agrees = gender.is_none() || known.is_none() || known == gender;
        agrees && cast.has_words(*entity, modifiers)
    };
    let before = nouns().flat_map(|noun| cast.called(noun).iter().copied());
    before.clone().find(fits).or_else(|| {
        let anywhere = nouns().flat_map(|noun| cast.with_role(noun).iter().copied());
        anywhere
            .clone()
            .find(fits)
            .filter(|_| !description.modifiers.is_empty())
    })
}

/// The one person that the text is speaking of, where the description is of the sort that
/// writers use in turn with a name.
fn taught(
    cast: &mut Cast,
    description: &Description,
    gender: Option<Gender>,
    at: Place,
) -> Option<usize> {
    if BYSTANDERS.contains(&description.noun.as_str()) {
        return None;
    }
    let entity = presumed(cast, gender, at)?;
    cast.remember(description.noun.clone(), entity);
    for word in &description.modifiers {
        cast.remember(word.clone(), entity);
    }
    Some(entity)
}

/// The one person that the text is speaking of outside of quotes, if it is clear who that is.
pub fn presumed(cast: &Cast, gender: Option<Gender>, at: Place) -> Option<usize> {
    let found = cast.most_salient(at, gender, true, |recent| recent.at.quote.is_some())?;
    let is_clear = found.score >= PRESUMED_SALIENCE && found.lead >= PRESUMED_LEAD;
    is_clear.then_some(found.entity)
}

/// The organization last named with the noun in its name, or the last one at all where the noun
/// fits any.
fn body(cast: &Cast, description: &Description, at: Place, speaks: bool) -> Option<usize> {
    let modifiers = || description.modifiers.iter().map(String::as_str);
    let noun = description.noun.as_str();
    let press: &[&str] = match noun {
        "newspaper" | "paper" => PAPERS,
        "network" => BROADCASTERS,
        _ => &[],
    };
    let words = std::iter::once(noun).chain(press.iter().copied());
    let named = words
        .flat_map(|word| cast.called(word).iter().copied())
        .filter(|&entity| cast.has_any_words(entity) && cast.has_words(entity, modifiers()))
        .max_by_key(|&entity| cast.last_seen(entity));
    if named.is_some() || !speaks {
        return named;
    }
    if COUNTRIES.contains(&noun) {
        return cast.last_subject(|entity| !cast.has_any_words(entity), at);
    }
    if !COMPANIES.contains(&noun) {
        return None;
    }
    let is_other_body = |entity: usize| {
        BODIES
            .iter()
            .filter(|body| !COMPANIES.contains(body))
            .any(|body| cast.has_words(entity, std::iter::once(*body)))
    };
    cast.last_subject(
        |entity| cast.has_any_words(entity) && !is_other_body(entity),
        at,
    )
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
            && (word.starts_with(char::is_uppercase) || word == "state" || word == "the")
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
fn person(word: &str) -> Option<Option<Gender>> {
    match word {
        "man" | "boy" | "gentleman" => Some(Some(Gender::Male)),
        "woman" | "girl" | "lady" => Some(Some(Gender::Female)),
        _ => {
            let told = person_word(word);
            (told.is_role || told.is_relative).then_some(told.gender)
        }
    }
}

/// Whether a token ends a description that has no noun yet.
fn stops(document: &Document, token: usize, word: &str) -> bool {
    match document.tokens[token].kind {
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

fn lower(document: &Document, token: usize) -> String {
    document.word(token).trim_end_matches('.').to_lowercase()
}
