//! Pronouns of the third person.

use super::cast::salience::Candidate;
use super::cast::{Cast, Recent};
use super::description;
use super::scene::Place;
use super::subject;
use crate::lexicon::Gender;
use crate::text::{Document, TokenKind};

/// A lead below which two people are equally likely.
const CLEAR_LEAD: f32 = 1.0;
/// The same for a speaker, whom the sentence before mostly names.
const SPEAKER_LEAD: f32 = 0.3;
/// A salience below which a person is too far away.
const LEAST_SALIENCE: f32 = 2.0;
/// A lead from which on a pronoun teaches a gender.
const TEACHING_LEAD: f32 = 2.0;

/// A pronoun of the third person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pronoun {
    kind: Kind,
    is_object: bool,
}

impl Pronoun {
    /// Whether the pronoun can mean a person of a gender, if that is known.
    pub fn agrees(&self, known: Option<Gender>) -> bool {
        match self.kind {
            Kind::Person(gender) => known.is_none_or(|known| known == gender),
            Kind::Thing => false,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Person(Gender),
    Thing,
}

/// The pronoun that a token is.
pub fn read(document: &Document, token: usize) -> Option<Pronoun> {
    let person = |gender, is_object| {
        Some(Pronoun {
            kind: Kind::Person(gender),
            is_object,
        })
    };
    match document.word(token) {
        "he" | "He" | "his" | "His" | "himself" => person(Gender::Male, false),
        "she" | "She" | "Her" | "herself" | "hers" => person(Gender::Female, false),
        "him" => person(Gender::Male, true),
        "her" => person(Gender::Female, !is_possessive(document, token)),
        "it" | "It" => Some(Pronoun {
            kind: Kind::Thing,
            is_object: false,
        }),
        _ => None,
    }
}

/// Whether “her” at a token can be the possessive, for which the subject itself may stand: “she saw her son”, but
/// not “she saw her.”
fn is_possessive(document: &Document, her: usize) -> bool {
    let next = document.tokens.get(her + 1);
    next.is_some_and(|next| !description::stops(next.kind, next.word(document.text)))
}

/// Whether a word is a pronoun that a verb can have for its subject, as “his” is not.
pub fn can_be_subject(word: &str) -> bool {
    matches!(word, "he" | "He" | "she" | "She" | "it" | "It")
}

/// Who a pronoun means. “It” is told of speakers alone.
pub fn resolve(
    cast: &mut Cast,
    document: &Document,
    pronoun: &Pronoun,
    at: Place,
    speaks: bool,
) -> Option<usize> {
    let Kind::Person(gender) = pronoun.kind else {
        let meant = || match cast.issuer(at) {
            Some(issuer) => issuer,
            None => cast.last_subject(|_| true, at),
        };
        return speaks.then(meant).flatten();
    };
    let subject = pronoun
        .is_object
        .then(|| cast.latest(|recent| acts_in_clause(document, recent, at)))
        .flatten();
    let excluded = |recent: &Recent| {
        // Within somebody's words, “he” is one whom these words name.
        (at.quote.is_some() && recent.at.quote != at.quote)
            || (speaks && cast.asker == Some(recent.entity))
            // “It is for Ben,” she says.
            || (speaks && at.is_behind(recent.at.quote))
            || subject == Some(recent.entity)
            || (pronoun.is_object && acts_in_clause(document, recent, at))
            || (recent.at.sentence == at.sentence && is_in_opening(document, recent, at))
    };
    if at.quote.is_none() && cast.may_be_unnamed(gender, at, &excluded) {
        if can_be_subject(document.word(at.token)) {
            cast.strangers.go_on(at);
        }
        return None;
    }
    let found = cast.most_salient(at, Some(gender), !pronoun.is_object, &excluded)?;
    if !is_clear(&found, speaks) {
        return None;
    }
    if found.lead >= TEACHING_LEAD {
        cast.learn(found.entity, gender);
    }
    Some(found.entity)
}

/// Whether somebody who may be meant, as a speaker or not, is near enough and likelier than others.
pub fn is_clear(found: &Candidate, speaks: bool) -> bool {
    let needed = if speaks { SPEAKER_LEAD } else { CLEAR_LEAD };
    found.score >= LEAST_SALIENCE && found.lead >= needed
}

/// Whether a mention stands behind a preposition in the words that open a sentence before its subject, the
/// pronoun: “In a note to his rival, Tom Reed, he wrote”, “Asked by Ana Ruiz, she said”.
fn is_in_opening(document: &Document, recent: &Recent, pronoun: Place) -> bool {
    let sentence = &document.sentences[pronoun.sentence];
    let is_comma = |token: usize| document.word(token) == ",";
    let is_subject = pronoun.token > sentence.start && is_comma(pronoun.token - 1);
    let opening = document.word(sentence.start);
    let opens = subject::is_opening(opening) || subject::is_participle(opening);
    let mut between = recent.end..pronoun.token - usize::from(is_subject);
    is_subject
        && opens
        && (recent.end + 1 == pronoun.token || is_comma(recent.end))
        && !recent.is_subject
        && between.all(|token| !subject::is_verb(document.word(token)))
}

/// Whether a mention can be the subject of the clause of an object: “Reed”, but not “Reed's” nor “his”.
fn acts_in_clause(document: &Document, recent: &Recent, object: Place) -> bool {
    let owns = matches!(
        document.word(recent.at.token),
        "his" | "His" | "her" | "Her"
    ) || document
        .tokens
        .get(recent.end)
        .is_some_and(|token| token.kind == TokenKind::Clitic);
    !owns && is_same_clause(document, recent.at, object)
}

/// Whether nothing but plain words stands between two places of one sentence.
fn is_same_clause(document: &Document, first: Place, second: Place) -> bool {
    const FAR: usize = 8;
    first.sentence == second.sentence
        && second.token - first.token <= FAR
        && (first.token..second.token).all(|token| {
            !matches!(
                document.word(token),
                "," | "that" | "and" | "when" | "because" | "if" | ";" | "—"
            )
        })
}
