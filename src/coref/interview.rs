//! Interviews without marks and labels: questions that end with their mark, and answers in the first person.

use std::ops::Range;

use super::nouns::is_speaker;
use super::rules::Rule;
use crate::annotations::{Entity, EntityType, Mention, MentionKind, Quote, QuoteKind, Speaker};
use crate::order::sort_by_number;
use crate::text::Document;

/// The questions that make an interview.
const QUESTIONS: usize = 2;
/// The tokens of a question at most.
const LONGEST: usize = 90;
/// The paragraphs at the beginning that name who is interviewed.
const OPENING: usize = 8;

/// Gives the answers of an interview to the one who is interviewed, and adds “I” in them and “you” in the questions to
/// the mentions of that one. Answers of nobody known are left out.
pub fn add(document: &Document, entities: &mut [Entity], quotes: &mut Vec<Quote>) {
    if Rule::Interviews.is_on() {
        add_mentions(document, entities, quotes);
    }
    quotes.retain(|quote| !is_answer(quote) || quote.speaker.is_some());
}

/// Whether a quote is an answer without marks or label, of which it is not yet known whose it is.
fn is_answer(quote: &Quote) -> bool {
    quote.kind == QuoteKind::Direct && quote.quoted.is_empty()
}

fn add_mentions(document: &Document, entities: &mut [Entity], quotes: &mut [Quote]) {
    let is_question = |paragraph: &Range<usize>| {
        paragraph.len() <= LONGEST && ends_with_question(document, paragraph)
    };
    let mut questions = document.paragraphs.iter().filter(|it| is_question(it));
    let Some(first) = questions.next() else {
        return;
    };
    if questions.count() + 1 < QUESTIONS {
        return;
    }
    let mut people = people_before(document, entities, first.start);
    people.retain(|&(_, person)| entities[person].name.contains(' '));
    let has_answers = quotes.iter().any(is_answer);
    let told = || interviewee(document, entities, document.tokens.len()).flatten();
    let found = match interviewee(document, entities, first.start) {
        Some(stated) => stated,
        None if has_answers => most_named(&people).or_else(told).or_else(|| only(&people)),
        None => told(),
    };
    let Some(person) = found else {
        return;
    };
    let named = people.iter().rev().find(|(_, other)| *other == person);
    if let Some((tokens, _)) = named {
        let speaker = Speaker {
            span: document.span(tokens.clone()),
            name: entities[person].name.clone(),
            entity: Some(person),
        };
        for quote in quotes.iter_mut().filter(|quote| is_answer(quote)) {
            quote.speaker = Some(speaker.clone());
        }
    }
    let is_quoted = |token: usize| {
        let span = document.tokens[token].span;
        let parts = quotes.iter().flat_map(|quote| &quote.quoted);
        parts.into_iter().any(|part| part.overlaps(span))
    };
    let mut found = Vec::new();
    for paragraph in document
        .paragraphs
        .iter()
        .filter(|it| it.start >= first.start)
    {
        let asks = is_question(paragraph);
        for token in paragraph.clone() {
            let is_meant = match document.word(token) {
                "you" | "You" | "your" | "Your" | "yourself" => asks,
                word => !asks && is_speaker(word),
            };
            if is_meant && !is_quoted(token) {
                Rule::Interviews.fires();
                found.push(Mention {
                    span: document.tokens[token].span,
                    kind: MentionKind::Pronoun,
                });
            }
        }
    }
    entities[person].mentions.append(&mut found);
}

fn ends_with_question(document: &Document, paragraph: &Range<usize>) -> bool {
    let last = paragraph.end.checked_sub(1);
    last.is_some_and(|last| document.word_or_none(last) == "?")
}

/// The one person whom the opening of a text, before a token, says to be interviewed: “interviews Ana Ruiz”, “spoke
/// with Ana Ruiz”; nobody where it says that these are several.
fn interviewee(document: &Document, entities: &[Entity], end: usize) -> Option<Option<usize>> {
    let opening = document.paragraphs.get(OPENING);
    let end = opening.map_or(end, |it| it.start.min(end));
    let people = people_before(document, entities, end);
    (0..end)
        .filter(|&token| is_trigger(document, token))
        .find_map(|trigger| object(document, &people, trigger))
}

/// The person who is the only one named in the opening of a text.
fn only(people: &[(Range<usize>, usize)]) -> Option<usize> {
    let (_, first) = people.first()?;
    people
        .iter()
        .all(|(_, other)| other == first)
        .then_some(*first)
}

/// The person whom the opening of a text names more than once, and oftener than anybody else.
fn most_named(people: &[(Range<usize>, usize)]) -> Option<usize> {
    let times = |person: usize| people.iter().filter(|(_, other)| *other == person).count();
    let most = people
        .iter()
        .map(|(_, person)| *person)
        .max_by_key(|&person| times(person))?;
    let rival = people
        .iter()
        .map(|(_, person)| *person)
        .filter(|&person| person != most);
    (times(most) > 1 && rival.map(times).max() < Some(times(most))).then_some(most)
}

/// The names of people before a token, in order, but for those who wrote the article.
fn people_before(
    document: &Document,
    entities: &[Entity],
    end: usize,
) -> Vec<(Range<usize>, usize)> {
    let mut people: Vec<(Range<usize>, usize)> = entities
        .iter()
        .filter(|entity| entity.entity_type == EntityType::Person)
        .flat_map(|entity| entity.mentions.iter().map(move |it| (it, entity.id)))
        .filter(|(mention, _)| mention.kind == MentionKind::Name)
        .map(|(mention, id)| (document.tokens_of(mention.span), id))
        .filter(|(tokens, _)| tokens.start < end && !document.is_credit(tokens.start))
        .collect();
    sort_by_number(&mut people, |(tokens, _)| tokens.start as u64);
    people
}

/// Whether a word says that somebody is interviewed.
fn is_trigger(document: &Document, token: usize) -> bool {
    match &*document.plain_word(token) {
        "interview" | "interviews" | "interviewed" | "interviewee" => true,
        // “sat down with”, “caught up with”, but not “came up to”
        link @ ("with" | "to") => match document.word_or_none(token.checked_sub(1)) {
            "spoke" | "talked" | "speaks" | "talks" => true,
            "down" | "up" => link == "with",
            _ => false,
        },
        _ => false,
    }
}

/// Who is interviewed by a trigger, if it is one person; `None` where the sentence does not say.
fn object(
    document: &Document,
    people: &[(Range<usize>, usize)],
    trigger: usize,
) -> Option<Option<usize>> {
    let end = document.sentence(trigger).end;
    let within = |(tokens, _): &&(Range<usize>, usize)| (trigger..end).contains(&tokens.start);
    let mut behind = people.iter().filter(within);
    let first = behind.next();
    // “interviews experts on …”, “interviewed one of the owners”
    let is_plural = |token: usize| {
        let word = document.word(token);
        word.len() > 4 && word.ends_with('s') && !document.is_capital(token)
    };
    let before = first.map_or(end, |(tokens, _)| tokens.start);
    let mut words = trigger + 1..before.min(trigger + 6);
    let noun = document.plain_word(trigger);
    if noun != "interviewee" && words.any(is_plural) {
        return noun.starts_with("interview").then_some(None);
    }
    let Some((tokens, person)) = first else {
        let before = people.iter().rfind(|(tokens, _)| tokens.end <= trigger)?;
        let is_passive = document.word_or_none(trigger + 1) == "by";
        return is_passive.then_some(Some(before.1));
    };
    let is_shared = behind.next().is_some_and(|(next, _)| {
        next.start == tokens.end + 1 && matches!(document.word(tokens.end), "and" | "," | "&")
    });
    Some((!is_shared).then_some(*person))
}
