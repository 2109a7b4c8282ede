//! Nouns for people and bodies, and the words that end a noun phrase.

use crate::lexicon::{Gender, Tags, spelt_out, word_tags};
use crate::text::{Document, TokenKind, lower_cased};

/// The tags of nouns for a person.
const PERSON: Tags = Tags::ROLE.union(Tags::RELATION).union(Tags::PERSON);

/// What a noun is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A person, of the gender that the noun indicates, if any.
    Person(Option<Gender>),
    /// An organization or a country.
    Body,
}

/// What a word is a noun for, if it is one.
pub fn kind_of(word: &str) -> Option<Kind> {
    kind_by(word_tags(word))
}

/// The same for a word with these tags.
pub fn kind_by(tags: Tags) -> Option<Kind> {
    if tags.has(Tags::BODY_NOUN) {
        return Some(Kind::Body);
    }
    let person = tags.has(PERSON).then(|| tags.gender());
    person.map(Kind::Person)
}

/// Whether a word is a noun for a body, in small letters.
pub fn is_body(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && word_tags(word).has(Tags::BODY_NOUN)
}

/// Whether a word in small letters is a noun for a person, and the gender that it indicates.
pub fn person(word: &str) -> Option<Option<Gender>> {
    let told = word_tags(word);
    told.has(PERSON).then_some(told.gender())
}

/// Whether a noun for a person stands at a token.
pub fn is_person(document: &Document, token: usize) -> bool {
    document.tags(token).has(PERSON)
}

/// Whether a word in small letters has the ending of a noun for what somebody does: “plasterer”.
pub fn is_calling(word: &str) -> bool {
    /// The shortest is “writer”, so that “after” and “under” are none.
    const SHORTEST: usize = 6;
    const ENDINGS: [&str; 5] = ["er", "or", "ist", "ant", "ian"];
    let is_thing = matches!(word, "letter" | "newsletter" | "poster" | "ledger");
    word.len() >= SHORTEST
        && ENDINGS.iter().any(|end| word.ends_with(end))
        && !is_body(word)
        && !is_thing
}

/// A word in small letters, an abbreviated title spelt out.
pub fn plain(word: &str) -> String {
    let word = lower_cased(word.trim_end_matches(['.', ',']));
    match spelt_out(&word) {
        Some(full) => full.to_owned(),
        None => word.into_owned(),
    }
}

/// Whether a word means the one who speaks.
pub fn is_speaker(word: &str) -> bool {
    matches!(word, "I" | "me" | "my" | "My" | "mine" | "myself")
}

/// Whether a word opens a definite description.
pub fn is_definite(word: &str) -> bool {
    matches!(
        word,
        "the" | "The" | "his" | "His" | "her" | "Her" | "their" | "Their" | "its" | "Its"
    )
}

/// Whether a token owns what follows: “'s”, or the apostrophe of a plural.
pub fn owns(document: &Document, token: usize) -> bool {
    let is_clitic = document.tokens.get(token).is_some_and(|clitic| {
        clitic.kind == TokenKind::Clitic && clitic.word(document.text).ends_with(['s', 'S'])
    });
    is_clitic || token < document.tokens.len() && document.is_genitive(token)
}

/// Whether a token ends a noun phrase that has no noun yet.
pub fn stops(document: &Document, token: usize) -> bool {
    match document.tokens[token].kind {
        TokenKind::Mark => !document.is_hyphen(token),
        TokenKind::Clitic => true,
        TokenKind::Number => false,
        TokenKind::Word => document.tags(token).has(Tags::PHRASE_END),
    }
}

/// Whether a word stands at a token that can be part of a noun phrase, or a verb.
pub fn is_plain(document: &Document, token: usize) -> bool {
    let token_at = document.tokens.get(token);
    token_at.is_some_and(|it| it.kind == TokenKind::Word) && !stops(document, token)
}
