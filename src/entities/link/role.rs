//! The role that a text gives a person: “US Secretary of State”, “a spokesman for …”.

use std::ops::Range;

use crate::annotations::{Entity, EntityType};
use crate::entities::Name;
use crate::lexicon::Tags;
use crate::text::{Document, TokenKind};

/// The most words that a role has.
const LONGEST: usize = 8;

/// Gives each person the fullest of the first roles that the text states beside its names.
pub fn assign(
    document: &Document,
    names: &[Name],
    entity_of_name: &[usize],
    entities: &mut [Entity],
) {
    for (index, (name, &id)) in names.iter().zip(entity_of_name).enumerate() {
        let entity = &mut entities[id];
        if entity.entity_type != EntityType::Person {
            continue;
        }
        let is_better = |role: &Range<usize>| {
            let words = entity
                .role
                .as_ref()
                .map_or(0, |role| role.split(' ').count());
            words < 2 && words < role.len()
        };
        let role = before(document, names, index)
            .filter(is_better)
            .or_else(|| after(document, name).filter(is_better))
            .or_else(|| apposition(document, names, index).filter(is_better));
        if let Some(role) = role {
            entity.role = Some(document.span(role).of(document.text).to_owned());
        }
    }
}

/// The role that stands before a name: “US Secretary of State”, “foreign ministry spokesman”.
fn before(document: &Document, names: &[Name], index: usize) -> Option<Range<usize>> {
    let mut end = names[index].tokens.start;
    // “Dr Ana Ruiz”, “Water Minister Datuk Seri Ana Ruiz”: a courtesy is no office.
    while end
        .checked_sub(1)
        .is_some_and(|token| is_courtesy(document, token))
    {
        end -= 1;
    }
    let sentence = document.sentences.partition_point(|s| s.end <= end);
    let first = document
        .sentences
        .get(sentence)?
        .start
        .max(end.saturating_sub(LONGEST));
    let noun = (first..end)
        .rev()
        .take(5)
        .find(|&token| is_role(document, token))?;
    // Between the noun and the name stand names and links alone: “Secretary of State Ana Ruiz”.
    let is_whole = (noun + 1..end).all(|token| {
        is_link(document, token)
            || document.is_capital(token) && !document.tags(token).has(Tags::STOP)
    });
    // “A spokeswoman for Ana Ruiz” is somebody else.
    let has_field = noun + 1 < end;
    let is_tied = has_field && (!is_link(document, noun + 1) || is_link(document, end - 1));
    if !is_whole || is_tied {
        return None;
    }
    // “they would judge Ana Ruiz”
    let before = document.tags(noun.checked_sub(1));
    let is_verb = before.has(Tags::MODAL) && !document.is_capital(noun);
    if is_verb {
        return None;
    }
    let mut start = noun;
    while let Some(part) = part_before(document, &names[..index], first, start) {
        // “to impeach South Korean President Ana Ruiz”: nothing in small letters stands before capitals.
        let is_small = document.word(part).starts_with(char::is_lowercase);
        if is_small && document.is_capital(start) && !document.tags(part).has(Tags::BEFORE_TITLE) {
            break;
        }
        start = part;
    }
    while start < noun && !begins_role(document, start) {
        start += 1;
    }
    Some(start..end)
}

/// Whether a word before a name is a title that indicates no office.
fn is_courtesy(document: &Document, token: usize) -> bool {
    let tags = document.tags(token);
    tags.has(Tags::COURTESY) && !tags.has(Tags::ROLE)
        || tags.has(Tags::TITLE_FIRST.union(Tags::TITLE_SECOND))
}

/// Where the part of a role begins that ends at a token, from `first` on: a word, or the whole of an
/// organization's name, “of” too.
fn part_before(document: &Document, earlier: &[Name], first: usize, end: usize) -> Option<usize> {
    let token = end.checked_sub(1).filter(|&token| token >= first)?;
    let at = earlier.partition_point(|name| name.tokens.end <= token);
    if let Some(name) = earlier.get(at) {
        let Range { start, end: behind } = name.tokens;
        match name.entity_type {
            // Another person's name belongs to none: “after Ana Ruiz, Mayor Tom Reed”.
            EntityType::Person | EntityType::Date | EntityType::Money => return None,
            EntityType::Organization if behind == end && start >= first => return Some(start),
            _ => {}
        }
    }
    let word = document.word(token);
    // “to investigate former Vice President Reed”
    let is_infinitive = document.word_or_none(token.checked_sub(1)) == "to"
        && document.tags(token) == Tags::NONE
        && !document.is_capital(token);
    let modifies = match document.tokens[token].kind {
        TokenKind::Word => {
            !document.tags(token).has(Tags::STOP) && !is_verb(word) && !is_infinitive
        }
        TokenKind::Clitic | TokenKind::Number => false,
        TokenKind::Mark => document.is_hyphen(token) || word == "&",
    };
    modifies.then_some(token)
}

fn begins_role(document: &Document, token: usize) -> bool {
    document.tokens[token].kind == TokenKind::Word && !is_link(document, token)
}

/// The role that follows a name behind a comma or as what somebody is: “Ana Ruiz, the mayor of Oslo,”, “Tom
/// Reed is the chief executive of the bank.”
fn after(document: &Document, name: &Name) -> Option<Range<usize>> {
    let mut mark = name.tokens.end;
    // “Ana Ruiz, 61, a midwife”
    let age = document.tokens.get(mark + 1);
    if age.is_some_and(|age| age.kind == TokenKind::Number)
        && document.word_or_none(mark + 2) == ","
    {
        mark += 2;
    }
    let end_of_text = document.tokens.len();
    let is_predicate = matches!(document.word_or_none(mark), "is" | "becomes" | "became");
    if mark + 2 >= end_of_text || !is_predicate && document.word(mark) != "," {
        return None;
    }
    let has_article =
        document.tags(mark + 1).has(Tags::DETERMINER) && document.word(mark + 1) != "whose";
    if is_predicate && !has_article {
        return None;
    }
    let start = mark + 1 + usize::from(has_article);
    // A signing line ends without a mark, but no role goes over the end of its paragraph.
    let paragraph = document.paragraph(mark).end;
    let limit = paragraph.min(start + LONGEST + 1);
    // The noun comes before the first link: in “a night with the mayor” nobody is mayor.
    let is_link = |&token: &usize| is_link(document, token);
    let end = (start..limit).find(|&token| ends_role(document, token));
    let end = end.or((limit == paragraph).then_some(paragraph));
    let head = (start..end.unwrap_or(limit)).find(is_link).or(end)?;
    let has_noun = start < head && is_role(document, head - 1);
    // What is too long to be told is cut to its noun.
    let end = end.unwrap_or(head);
    (has_noun && !document.tags(start).has(Tags::STOP)).then_some(start..end)
}

/// The role that stands before a comma and a name: “the mayor of Oslo, Ana Ruiz,”, “the firm's chief
/// executive, Tom Reed.”
fn apposition(document: &Document, names: &[Name], index: usize) -> Option<Range<usize>> {
    let name = &names[index].tokens;
    let comma = name.start.checked_sub(1)?;
    if document.word(comma) != "," || !matches!(document.word_or_none(name.end), "," | ".") {
        return None;
    }
    let sentence = document.sentence(comma);
    let first = sentence.start.max(comma.saturating_sub(LONGEST + 1));
    let opening = (first..comma).rev().find(|&token| {
        let is_clitic = document.tokens[token].kind == TokenKind::Clitic;
        let before = token.checked_sub(1);
        // “the mayor of the town”: the article of a field is not that of the role; “and” opens a clause.
        let is_of_field =
            document.tags(before).has(Tags::LINK) && document.word_or_none(before) != "and";
        (is_clitic || document.tags(token).has(Tags::DETERMINER)) && !is_of_field
    })?;
    let role = opening + 1..comma;
    let is_link = |&token: &usize| is_link(document, token);
    let head = role.clone().find(is_link).unwrap_or(comma);
    let is_whole = role.clone().all(|token| {
        document.tokens[token].kind == TokenKind::Word && !is_verb(document.word(token))
    });
    let earlier = names[..index].iter().rev();
    let mut within = earlier.take_while(|name| role.start < name.tokens.end);
    let is_other = within.any(|name| name.entity_type == EntityType::Person);
    (is_whole && !is_other && role.start < head && is_role(document, head - 1)).then_some(role)
}

/// Whether a role that follows a name ends before this token.
fn ends_role(document: &Document, token: usize) -> bool {
    let word = document.word(token);
    match document.tokens[token].kind {
        TokenKind::Mark => {
            let joins = document.is_hyphen(token) || matches!(word, "&" | "/");
            !joins && !document.is_genitive(token)
        }
        TokenKind::Word => {
            matches!(word, "who" | "that" | "which" | "said" | "says" | "told") || is_verb(word)
        }
        _ => false,
    }
}

fn is_role(document: &Document, token: usize) -> bool {
    let tags = document.tags(token);
    let is_written_so = || {
        let word = document.word(token);
        word.trim_end_matches('.').len() > 1
            && word.contains(|c: char| c == '.' || c.is_uppercase())
    };
    tags.has(Tags::ROLE) && !tags.has(Tags::RELATION) || tags.has(Tags::TITLE) && is_written_so()
}

/// Whether a small word within a role stands at a token.
fn is_link(document: &Document, token: usize) -> bool {
    document.tags(token).has(Tags::LINK)
}

/// Whether a word in small letters looks like a verb in the past or an adverb: no part of a role.
fn is_verb(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
        && (word.len() > 4 && word.ends_with("ly")
            || word.len() > 4
                && word.ends_with("ed")
                && !matches!(
                    word,
                    "united" | "retired" | "appointed" | "elected" | "renowned" | "acclaimed"
                ))
}
