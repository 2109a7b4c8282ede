//! Pronouns of the third person.

use super::candidates::{Candidate, Question};
use super::discourse::{Discourse, Recent};
use super::layout::Place;
use super::nouns::stops;
use super::rules::Rule;
use super::subject;
use crate::lexicon::{Gender, Tags};
use crate::text::Document;

/// How likely somebody must be for a pronoun to mean them, elsewhere and where it speaks.
const FLOOR: f32 = 0.7;
const SPEAKING_FLOOR: f32 = 0.6;
/// How likely somebody must be for a pronoun to teach their gender.
const TEACHING: f32 = 0.85;
/// How likely the body is meant by “it” that acted last.
const IT: f32 = 0.85;

/// A pronoun of the third person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pronoun {
    kind: Kind,
    is_object: bool,
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

/// Whether a pronoun at a token owns what follows.
pub fn is_owner(document: &Document, token: usize) -> bool {
    match document.word(token) {
        "his" | "His" | "Her" => true,
        "her" => is_possessive(document, token),
        _ => false,
    }
}

/// Whether “her” at a token can be the possessive, for which the subject itself may stand: “she saw her son”, but
/// not “she saw her.”
fn is_possessive(document: &Document, her: usize) -> bool {
    her + 1 < document.tokens.len() && !stops(document, her + 1)
}

/// Whether a word is a pronoun that a verb can have for its subject, as “his” is not.
pub fn can_be_subject(word: &str) -> bool {
    matches!(word, "he" | "He" | "she" | "She" | "it" | "It")
}

/// Who a pronoun means, and how likely. “It” is resolved for speakers alone. `below` are those whom the words that
/// it governs name.
pub fn resolve(
    discourse: &mut Discourse,
    document: &Document,
    pronoun: &Pronoun,
    at: Place,
    speaks: bool,
    is_tried: bool,
    below: &[usize],
) -> Option<(usize, f32)> {
    let Kind::Person(gender) = pronoun.kind else {
        let body = speaks
            .then(|| discourse.last_subject(|_| true, at))
            .flatten();
        return body.map(|body| (body, IT));
    };
    let subject = pronoun
        .is_object
        .then(|| discourse.latest(|recent| acts_in_clause(document, recent, at)))
        .flatten();
    let barred = barred(discourse, document, at, speaks);
    let excluded = |recent: &Recent| {
        if !Rule::Exclusions.is_on() {
            return false;
        }
        // Within somebody's words, “he” is one whom these words name.
        let is_excluded = (at.quote.is_some() && recent.at.quote != at.quote)
            || (speaks && discourse.asker == Some(recent.entity))
            // “It is for Ben,” she says.
            || (speaks && at.is_behind(recent.at.quote))
            || subject == Some(recent.entity)
            || (pronoun.is_object && acts_in_clause(document, recent, at))
            || barred.contains(&recent.entity)
            || below.contains(&recent.entity);
        if is_excluded {
            Rule::Exclusions.fires();
        }
        is_excluded
    };
    let is_unnamed = Rule::Unnamed.is_on()
        && at.quote.is_none()
        && discourse.may_be_unnamed(gender, at, speaks, &excluded);
    if is_unnamed {
        Rule::Unnamed.fires();
        if can_be_subject(document.word(at.token)) {
            discourse.unnamed_people.go_on(at);
        }
        return None;
    }
    let question = Question {
        at,
        gender: Some(gender),
        is_subject: !pronoun.is_object,
        speaks,
        is_tried: is_tried && Rule::Court.is_on(),
    };
    if question.is_tried {
        Rule::Court.fires();
    }
    let found = discourse.likeliest(&question, &excluded)?;
    if !is_clear(&found, speaks) {
        return None;
    }
    if found.probability >= TEACHING {
        discourse.learn(found.entity, gender);
    }
    // Who speaks by a pronoun is clearer than whom others mean: a fifth as many are wrong.
    let doubt = (1.0 - found.probability) * if speaks { 0.2 } else { 1.0 };
    Some((found.entity, 1.0 - doubt))
}

/// Those whom a pronoun cannot mean, however near they are: who is named in the opening of its sentence, and who asked
/// where it replies.
fn barred(discourse: &Discourse, document: &Document, at: Place, speaks: bool) -> Vec<usize> {
    let replies = speaks && document.tags(at.token + 1).has(Tags::REPLYING);
    let asks = |recent: &Recent| {
        let addresses = || document.tags(recent.end).has(Tags::ADDRESSING);
        replies && recent.is_subject && addresses()
    };
    let is_barred = |recent: &&Recent| {
        recent.at.sentence == at.sentence && is_in_opening(document, recent, at)
            || at.sentence.saturating_sub(recent.at.sentence) <= 2 && asks(recent)
    };
    let barred = discourse.recent().filter(is_barred);
    barred.map(|recent| recent.entity).collect()
}

/// Whether somebody is likely enough to be meant, as a speaker or not.
pub fn is_clear(found: &Candidate, speaks: bool) -> bool {
    found.probability >= if speaks { SPEAKING_FLOOR } else { FLOOR }
}

/// Whether a mention stands behind a preposition in the words that open a sentence before its subject, the
/// pronoun: “In a note to his rival, Tom Reed, he wrote”, “Asked by Ana Ruiz, she said”.
fn is_in_opening(document: &Document, recent: &Recent, pronoun: Place) -> bool {
    let sentence = &document.sentences[pronoun.sentence];
    let is_comma = |token: usize| document.word(token) == ",";
    let before = pronoun.token.checked_sub(1);
    if pronoun.token == sentence.start || !before.is_some_and(is_comma) {
        return false;
    }
    let opening = document.word(sentence.start);
    let is_participle = subject::is_participle(opening);
    let opens = is_participle || document.tags(sentence.start).has(Tags::OPENING);
    let mut between = recent.end..pronoun.token.saturating_sub(1);
    // “Asked by Ana Ruiz whether it rained, she replied”
    let role = subject::role_start(document, recent.at.token);
    let asks = is_participle
        && role
            .checked_sub(1)
            .is_some_and(|by| document.word(by) == "by");
    if asks && role > sentence.start {
        return true;
    }
    opens
        && (recent.end + 1 == pronoun.token || is_comma(recent.end))
        && !recent.is_subject
        && between.all(|token| !subject::is_verb(document.word(token)))
}

/// Whether a mention can be the subject of the clause of an object: “Reed”, but not “Reed's” nor “his”.
fn acts_in_clause(document: &Document, recent: &Recent, object: Place) -> bool {
    !recent.owns && is_same_clause(document, recent.at, object)
}

/// Whether nothing but plain words stands between two places of one sentence.
fn is_same_clause(document: &Document, first: Place, second: Place) -> bool {
    const FAR: usize = 8;
    first.sentence == second.sentence
        && second.token.saturating_sub(first.token) <= FAR
        && (first.token..second.token).all(|token| {
            !matches!(
                document.word(token),
                "," | "that" | "and" | "when" | "because" | "if" | ";" | "—"
            )
        })
}
