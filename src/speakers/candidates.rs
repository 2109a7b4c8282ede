//! Who may be credited with a quote: the names, descriptions and pronouns outside the marks.

use std::ops::Range;

use crate::annotations::EntityType;
use crate::entities::Name;
use crate::quotes::cues::Cue;
use crate::quotes::reading::Reading;
use crate::quotes::terms::{Class, form};

/// How a candidate refers to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// By name, of this type.
    Name(EntityType),
    /// By pronoun.
    Pronoun,
    /// By description: “a spokesman”.
    Description,
}

/// One who may speak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The words of the mention.
    pub tokens: Range<usize>,
    /// The token that carries the meaning: the surname, the noun, the pronoun.
    pub head: usize,
    /// How the mention refers.
    pub reference: Reference,
}

/// All who may speak, in order.
pub fn find(reading: &Reading, names: &[Name], cues: &[Cue]) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let is_date_or_sum =
        |name: &&Name| matches!(name.entity_type, EntityType::Date | EntityType::Money);
    let names: Vec<Name> = names
        .iter()
        .filter(|name| !is_date_or_sum(name))
        .cloned()
        .collect();
    let mut names = names.iter().peekable();
    let mut at = 0;
    let count = reading.terms.len();
    while at < count {
        while names.next_if(|name| name.tokens.end <= at).is_some() {}
        let name = names.peek().copied().filter(|name| name.tokens.start == at);
        if let Some(name) = name {
            found.push(Candidate {
                tokens: name.tokens.clone(),
                head: name.tokens.end - 1,
                reference: Reference::Name(name.entity_type),
            });
            let end = name.tokens.end;
            // “MSNBC host”: a description may begin with a name.
            let chunk = chunk_end(reading, &mut names.clone(), cues, at);
            let last = names.clone().take(4).find(|name| name.tokens.end == chunk);
            let is_body = name.entity_type != EntityType::Person;
            let is_joined = |last: &&Name| {
                let between = end..last.tokens.start;
                let has_cue = between.clone().any(|token| is_cue(cues, token));
                last.entity_type == EntityType::Person && !between.is_empty() && !has_cue
            };
            match last.filter(|last| is_body && last.tokens.start > at && is_joined(last)) {
                // “MSNBC host Chris Matthews”: all of it names one person.
                Some(last) => {
                    found.push(Candidate {
                        tokens: at..chunk,
                        head: chunk - 1,
                        reference: Reference::Name(last.entity_type),
                    });
                    at = chunk;
                }
                None => {
                    if chunk > end {
                        found.push(description(at..chunk));
                    }
                    at = end;
                }
            }
            continue;
        }
        at = match reading.class(at) {
            Class::Pronoun if reading.terms[at].form == form("there") => at + 1,
            Class::Pronoun | Class::Object | Class::Possessive | Class::Indefinite => {
                found.push(Candidate {
                    tokens: at..at + 1,
                    head: at,
                    reference: Reference::Pronoun,
                });
                at + 1
            }
            Class::Relative => {
                if [form("who"), form("which")].contains(&reading.terms[at].form) {
                    found.push(Candidate {
                        tokens: at..at + 1,
                        head: at,
                        reference: Reference::Pronoun,
                    });
                }
                at + 1
            }
            class if class.is_open() || matches!(class, Class::Determiner | Class::Number) => {
                let end = chunk_end(reading, &mut names.clone(), cues, at);
                let last = names.clone().take(4).find(|name| name.tokens.end == end);
                let head = reading.class(end - 1);
                if let Some(name) = last.filter(|name| name.tokens.start > at) {
                    let start = if is_title(reading, cues, at..name.tokens.start) {
                        title_start(reading, &mut found, at)
                    } else {
                        name.tokens.start
                    };
                    inner_names(&mut names, at, name.tokens.start, &mut found);
                    names.next_if(|next| next.tokens == name.tokens);
                    found.push(Candidate {
                        tokens: start..end,
                        head: end - 1,
                        reference: Reference::Name(name.entity_type),
                    });
                    at = end;
                    continue;
                }
                if head.is_open() || head == Class::Number {
                    found.push(description(at..end));
                }
                inner_names(&mut names, at, end, &mut found);
                end.max(at + 1)
            }
            _ => at + 1,
        };
    }
    found.retain(|candidate| reading.quotation_of(candidate.head).is_none());
    found
}

/// Whether the words before a name, to the end of its phrase, can be its title rather than a verb
/// before its object.
fn is_title(reading: &Reading, cues: &[Cue], mut words: Range<usize>) -> bool {
    matches!(
        reading.class(words.start),
        Class::Determiner | Class::Capital | Class::Upper
    ) && !words.any(|token| is_cue(cues, token))
}

/// Where the title before a name begins, whose last words begin at a token: “Secretary of State”
/// is one title, and its first noun nobody else.
fn title_start(reading: &Reading, found: &mut Vec<Candidate>, at: usize) -> usize {
    let is_of = |token: usize| reading.terms[token].form == form("of");
    let begins = |title: &mut Candidate| {
        title.reference == Reference::Description
            && title.tokens.end + 1 == at
            && is_of(title.tokens.end)
            && matches!(reading.class(title.head), Class::Capital | Class::Upper)
    };
    found.pop_if(begins).map_or(at, |title| title.tokens.start)
}

/// Adds the names within a description: “a Clinton spokesman”.
fn inner_names<'n>(
    names: &mut std::iter::Peekable<impl Iterator<Item = &'n Name>>,
    start: usize,
    end: usize,
    found: &mut Vec<Candidate>,
) {
    while let Some(name) = names.next_if(|name| name.tokens.end <= end) {
        if name.tokens.start >= start {
            found.push(Candidate {
                tokens: name.tokens.clone(),
                head: name.tokens.end - 1,
                reference: Reference::Name(name.entity_type),
            });
        }
    }
}

fn description(tokens: Range<usize>) -> Candidate {
    Candidate {
        head: tokens.end - 1,
        tokens,
        reference: Reference::Description,
    }
}

/// How many tokens a description may hold.
const LONGEST: usize = 12;

/// The end of the noun phrase that begins at a token, as far as words of one use tell.
fn chunk_end<'n>(
    reading: &Reading,
    names: &mut std::iter::Peekable<impl Iterator<Item = &'n Name>>,
    cues: &[Cue],
    start: usize,
) -> usize {
    let mut at = start;
    let limit = reading.sentence(start).end.min(start + LONGEST);
    while at < limit {
        while names.next_if(|name| name.tokens.end <= at).is_some() {}
        if let Some(name) = names.peek().filter(|name| name.tokens.start == at) {
            at = name.tokens.end;
            continue;
        }
        let is_after_noun = at > start
            && !matches!(
                reading.class(at - 1),
                Class::Determiner | Class::Genitive | Class::Dash
            );
        let goes_on = match reading.class(at) {
            Class::Determiner | Class::Number => {
                at == start || reading.class(at - 1) == Class::Determiner
            }
            Class::Genitive => at > start && reading.class(at + 1).is_open(),
            Class::Dash => {
                let span = reading.document.tokens[at].span;
                at > start
                    && span.len() == 1
                    && reading.class(at + 1).is_open()
                    && reading.document.tokens[at - 1].span.end == span.start
            }
            Class::Ed | Class::Ing => !is_after_noun || reading.class(at - 1) == Class::Dash,
            class if class.is_open() => !is_after_noun || !is_cue(cues, at),
            _ => false,
        };
        if !goes_on {
            break;
        }
        at += 1;
    }
    at.max(start + 1)
}

fn is_cue(cues: &[Cue], token: usize) -> bool {
    let at = cues.partition_point(|cue| cue.head < token);
    cues.get(at)
        .is_some_and(|cue| cue.head == token && cue.probability > 0.3)
}
