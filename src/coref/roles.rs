//! The roles that a text gives people, by title, apposition or predicate: the evidence that a description may mean
//! somebody.

use std::ops::Range;

use super::court::{ACCUSED, is_accused};
use super::nouns::{self, is_person, plain, stops};
use super::phrase::{Phrase, Role, noun, phrase};
use crate::lexicon::Tags;
use crate::text::{Document, TokenKind};

/// The mentions of somebody that are looked at.
const MENTIONS: usize = 12;
/// The words that a role may have up to its noun.
const LONGEST: usize = 8;

/// The roles that a text gives somebody around the names at these tokens, and where it does so behind a name.
pub fn around_names(
    document: &Document,
    names: impl Iterator<Item = Range<usize>>,
) -> (Vec<Role>, Vec<Range<usize>>) {
    let mut roles = Vec::new();
    let mut appositions = Vec::new();
    for name in names.take(MENTIONS) {
        roles.extend(title(document, name.start));
        // “Tsar Ivan”, where the title is part of the name.
        if name.len() > 1 && document.tags(name.start).has(Tags::ROLE) {
            roles.push(Role::of(plain(document.word(name.start))));
        }
        roles.extend(apposed_before(document, &name));
        roles.extend(age(document, &name).map(|age| Role::of(format!("{age}-year-old"))));
        if is_accused(document, &name) {
            roles.push(Role::of(ACCUSED));
        }
        roles.extend(self_named(document, name.start));
        let behind = apposed_behind(document, name.end).or_else(|| predicate(document, name.end));
        let behind = behind.or_else(|| appointed(document, &name));
        if let Some(phrase) = behind {
            roles.extend(phrase.roles(document));
            appositions.push(phrase.tokens);
        }
    }
    (roles, appositions)
}

/// The roles in the words of a role: “director and founder of the bank”.
pub fn in_words(role: &str) -> Vec<Role> {
    const LINKS: [&str; 8] = ["of", "for", "at", "to", "in", "on", "with", "from"];
    let words: Vec<String> = role
        .split([' ', '-'])
        .filter(|word| !word.is_empty())
        .map(plain)
        .collect();
    let is_link = |word: &String| LINKS.contains(&word.as_str());
    let end = words.iter().position(is_link).unwrap_or(words.len());
    let is_owner = |word: &String| ["'s", "’s", "s'", "s’"].iter().any(|s| word.ends_with(s));
    let start = words[..end].iter().rposition(is_owner);
    let core = &words[start.map_or(0, |owner| owner + 1)..end];
    let nouns = core.split(|word| word == "and" || word == "&");
    nouns
        .filter_map(|part| {
            let noun = part.last()?.clone();
            // “leads the bank”
            let (noun, rest) = match part.first() {
                Some(verb) if matches!(verb.as_str(), "leads" | "heads" | "runs") => {
                    (String::from("leader"), part)
                }
                _ => (noun, &part[..part.len() - 1]),
            };
            let mut around = rest.to_vec();
            around.extend(words.iter().filter(|word| !part.contains(word)).cloned());
            Some(Role {
                noun,
                words: around,
            })
        })
        .collect()
}

/// The noun that says beside the name of an organization what it is: “the retailer Marlo”, “Marlo, an airline,”,
/// “Marlo is a charity”.
pub fn kind_of_body<'d>(document: &'d Document, name: &Range<usize>) -> Option<&'d str> {
    const LONGEST: usize = 5;
    let is_body = |word: &&str| nouns::is_body(word);
    let before = name.start.checked_sub(1).map(|token| document.word(token));
    if let Some(noun) = before.filter(is_body) {
        return Some(noun);
    }
    let article = name.end + 1;
    let opens = matches!(document.word_or_none(name.end), "," | "is" | "was")
        && matches!(document.word_or_none(article), "a" | "an" | "the");
    let limit = document.tokens.len().min(article + LONGEST);
    let mut words = (article + 1..limit)
        .take_while(|&token| !stops(document, token))
        .map(|token| document.word(token));
    opens.then(|| words.find(is_body)).flatten()
}

/// The role of the words right before a name: “Deputy Mayor”.
fn title(document: &Document, name: usize) -> Option<Role> {
    const REACH: usize = 3;
    let noun = name.checked_sub(1)?;
    let office = Tags::ROLE.union(Tags::TITLE).union(Tags::COURT_OFFICIAL);
    if !document.tags(noun).has(office) {
        return None;
    }
    let before = (noun.saturating_sub(REACH)..noun).rev();
    let words = before.take_while(|&token| !stops(document, token));
    Some(Role {
        noun: plain(document.word(noun)),
        words: words.map(|token| plain(document.word(token))).collect(),
    })
}

/// The role of whoever opens the sentence and gives a name: “A trader, who identified herself as Ana Ruiz,”.
fn self_named(document: &Document, name: usize) -> Option<Role> {
    const REACH: usize = 4;
    let link = name.checked_sub(1)?;
    let mut before = link.saturating_sub(REACH)..link;
    let gives = document.word(link) == "as"
        && before.any(|token| matches!(document.word(token), "identified" | "name"));
    let start = document.sentence(name).start;
    let opens = matches!(document.word(start), "A" | "An" | "The" | "One");
    let (head, first) = (gives && opens).then(|| noun(document, start + 1, false))??;
    Some(Role {
        noun: plain(document.word(head)),
        words: (first..head)
            .map(|word| plain(document.word(word)))
            .collect(),
    })
}

/// The role of the phrase that a comma parts from the name behind it: “The captain, Ana Ruiz, was late.”
fn apposed_before(document: &Document, name: &Range<usize>) -> Option<Role> {
    let comma = name.start.checked_sub(1)?;
    let is_mark = |token: usize| {
        let token = document.tokens.get(token);
        token.is_none_or(|token| token.kind == TokenKind::Mark)
    };
    if document.word(comma) != "," || !is_mark(name.end) {
        return None;
    }
    let opens = |token: &usize| document.tags(*token).has(Tags::DETERMINER);
    let start = (comma.saturating_sub(LONGEST)..comma).rev().find(opens)?;
    let (head, first) = noun(document, start + 1, false)?;
    (head + 1 == comma).then(|| Role {
        noun: plain(document.word(head)),
        words: (first..head)
            .map(|word| plain(document.word(word)))
            .collect(),
    })
}

/// The phrase that marks part from the name before it: “Ana Ruiz, the mayor of Oslo,”.
fn apposed_behind(document: &Document, end: usize) -> Option<Phrase> {
    if !matches!(
        document.word_or_none(end),
        "," | "(" | "–" | "—" | "-" | "--"
    ) {
        return None;
    }
    let mut start = end + 1;
    // “Ana Ruiz, 53, a baker”
    if document.word_or_none(start + 1) == "," && document.tokens[start].kind == TokenKind::Number {
        start += 2;
    }
    let phrase = phrase(document, start)?;
    let next = phrase.tokens.end;
    let closes = document.paragraph(end).end <= next || {
        let word = document.word(next);
        document.tokens[next].kind == TokenKind::Mark && word != "-"
            || matches!(
                word,
                "who" | "whose" | "at" | "in" | "for" | "of" | "with" | "from" | "and" | "said"
            )
    };
    closes.then_some(phrase)
}

/// The phrase that a verb gives its subject, which ends before a token: “is a mayor”, “, who works as a nurse”.
pub fn predicate(document: &Document, end: usize) -> Option<Phrase> {
    const VERBS: usize = 6;
    let is_relative = document.word_or_none(end) == "," && document.word_or_none(end + 1) == "who";
    let first = end + if is_relative { 2 } else { 0 };
    let is_link = |token: &usize| document.tags(*token).has(Tags::BECOMING);
    let start = (first..first + VERBS).find(|token| !is_link(token))?;
    let opens = !document.is_capital(first) && document.tags(first).has(Tags::HOLDING);
    let verb = start.checked_sub(1)?;
    if !opens || start == first || matches!(document.word(verb), "in" | "has" | "had") {
        return None;
    }
    phrase(document, start)
}

/// The phrase that a verb gives its object: “named Ana Ruiz captain”.
fn appointed(document: &Document, name: &Range<usize>) -> Option<Phrase> {
    let verb = name.start.checked_sub(1)?;
    let appoints = !document.is_capital(verb) && document.tags(verb).has(Tags::APPOINTING);
    let is_as = document.word_or_none(name.end) == "as";
    let phrase = appoints.then(|| phrase(document, name.end + usize::from(is_as)))??;
    let head = phrase.heads.first()?.0;
    is_person(document, head).then_some(phrase)
}

/// The age that stands beside a name: “Ana Ruiz, 53,”, “Ana Ruiz (53)”, “53-year-old Ana Ruiz”.
fn age<'d>(document: &Document<'d>, name: &Range<usize>) -> Option<&'d str> {
    let number = |token: usize| {
        let word = document.word_or_none(token);
        let is_age = (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
        is_age.then_some(word)
    };
    let at = name.end + 1;
    let at = at + usize::from(document.word_or_none(at) == "aged");
    let closed = matches!(
        document.word_or_none(at + 1),
        "," | "." | ")" | ";" | "and" | ""
    );
    if matches!(document.word_or_none(name.end), "," | "(")
        && closed
        && let Some(age) = number(at)
    {
        return Some(age);
    }
    const REACH: usize = 8;
    (name.start.saturating_sub(REACH)..name.start)
        .rev()
        .find(|&token| document.word(token) == "old")
        .filter(|&old| (old + 1..name.start).all(|token| !stops(document, token)))
        .and_then(|old| number(old.checked_sub(4)?))
}
