//! Bodies by what the text calls them: “the insurer Velm”, “Velm, a maker of lifts”, “Velm, which”.

use std::ops::Range;

use super::everywhere::{Forms, name_firms};
use super::markets::is_free;
use super::results::is_rare;
use super::rule::*;
use crate::lexicon::{Gazetteer, is_first_name};

pub const RULE: Rule = Rule {
    id: "called",
    trigger: Trigger::Document(|document, names| {
        let nouns = || document.tokens_tagged(Tags::COMPANY_NOUN);
        let behind = nouns().filter_map(|noun| behind(document, noun));
        let at = (1..document.tokens.len()).filter_map(|at| works_at(document, at));
        let firms = behind
            .chain(at)
            .chain(nouns().filter_map(|noun| before(document, noun)))
            .filter(|firm| {
                may_be_body(document, firm)
                    && is_free(names, firm)
                    && (is_rare(document, firm.start) || !names.around(firm).is_empty())
            });
        let which = names.names().iter();
        let which = which.filter(|name| is_which(document, name));
        let firms = firms.chain(which.map(|name| name.tokens.clone()));
        let firms = Forms::of(document, firms);
        name_firms(document, names, firms)
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a noun before it",
            "the airline [P Velm] said so, and Velm was right",
            "the airline [O Velm] said so, and [O Velm] was right",
        ),
        Example::new(
            "a noun behind it",
            "[P Velm], a small carmaker, left.",
            "[O Velm], a small carmaker, left.",
        ),
        Example::new(
            "who works there",
            "analysts at [L Velm] said no",
            "analysts at [O Velm] said no",
        ),
        Example::new(
            "what nobody is",
            "[P Velm], which sells tea, left.",
            "[O Velm], which sells tea, left.",
        ),
        Example::new(
            "what somebody founded",
            "the charity [P Holm] founded",
            "the charity [P Holm] founded",
        ),
        Example::new(
            "somebody with a title",
            "told the company Mr [P Holm] had left",
            "told the company Mr [P Holm] had left",
        ),
        Example::new("a day", "the company Friday", "the company Friday"),
        Example::new(
            "where it was",
            "In [L Velm], a company, small as it is, left.",
            "In [L Velm], a company, small as it is, left.",
        ),
        Example::new(
            "a country",
            "the airline [L Kenya] has",
            "the airline [L Kenya] has",
        ),
        Example::new(
            "an everyday word",
            "Yet, the company that left",
            "Yet, the company that left",
        ),
        Example::new(
            "somebody's full name",
            "the retailer [P Emma Holm] met",
            "the retailer [P Emma Holm] met",
        ),
    ],
};

/// The most tokens of a body's name.
const LONGEST: usize = 4;

/// The body whose noun stands before it: “the insurer Velm”.
fn behind(document: &Document, noun: usize) -> Option<Range<usize>> {
    let start = noun + 1;
    let limit = document.sentence(noun).end.min(start + LONGEST);
    let run = (start..limit).take_while(|&token| document.is_capital(token));
    let end = start + run.count();
    // “the firm Holm founded”, “told the firm Holm had”
    let next = document.word_or_none(end);
    let goes_on = next.starts_with(char::is_lowercase) && !document.tags(end).has(Tags::STOP);
    let is_body = document.word(noun).starts_with(char::is_lowercase) && end > start && !goes_on;
    is_body.then_some(start..end)
}

/// The body that somebody works at: “analysts at Velm”, “works at Velm as”.
fn works_at(document: &Document, at: usize) -> Option<Range<usize>> {
    let is_post = document.word(at) == "at"
        && matches!(
            document.word(at - 1),
            "analyst"
                | "analysts"
                | "economist"
                | "economists"
                | "strategist"
                | "strategists"
                | "trader"
                | "traders"
                | "broker"
                | "brokers"
                | "consultant"
                | "works"
                | "worked"
        );
    is_post.then(|| behind(document, at)).flatten()
}

/// The body that a noun behind it is about: “Velm, a maker of lifts,”.
fn before(document: &Document, noun: usize) -> Option<Range<usize>> {
    let next = document.word_or_none(noun + 1);
    let ends = !next.starts_with(char::is_alphanumeric)
        && next != "'s"
        && next != "’s"
        && next != "-"
        || matches!(
            next,
            "which" | "that" | "based" | "in" | "of" | "and" | "with" | "owned" | "behind" | "for"
        );
    let is_small = |token: &usize| document.word(*token).starts_with(char::is_lowercase);
    if !ends || !is_small(&noun) {
        return None;
    }
    let earliest = noun.saturating_sub(5);
    let article = (earliest..noun)
        .rev()
        .take_while(is_small)
        .find(|&token| matches!(document.word(token), "a" | "an" | "the"))?;
    let end = article.checked_sub(1)?;
    if document.word(end) != "," {
        return None;
    }
    let earliest = end.saturating_sub(LONGEST + 1);
    let run = (earliest..end)
        .rev()
        .take_while(|&token| document.is_capital(token));
    let start = end - run.count();
    let ahead = document.word_or_none(start.checked_sub(1));
    let is_where = matches!(ahead, "in" | "at" | "near" | "from" | "," | "and");
    (start < end && end - start <= LONGEST && !is_where).then_some(start..end)
}

/// Whether a name of one word that was taken for somebody's is followed by what nobody is: “Velm, which”.
fn is_which(document: &Document, name: &Name) -> bool {
    name.entity_type == EntityType::Person
        && name.tokens.len() == 1
        && document.word_or_none(name.tokens.end) == ","
        && document.word_or_none(name.tokens.end + 1) == "which"
}

/// What no body's name begins with.
const NO_BODY: Tags = Tags::WEEKDAY
    .union(Tags::TITLE)
    .union(Tags::HONORIFIC)
    .union(Tags::ROLE)
    .union(Tags::OPENING)
    .union(Tags::STOP)
    .union(Tags::PRONOUN);

/// Whether no list and no word of a name says that it is somebody's or a place's.
fn may_be_body(document: &Document, body: &Range<usize>) -> bool {
    let lists = document.lists(body.clone());
    let other = Gazetteer::COUNTRY
        .union(Gazetteer::NATIONALITY)
        .union(Gazetteer::REGION);
    let tags = document.tags(body.start);
    let is_somebody = body.len() > 1 && is_first_name(document.word(body.start));
    !lists.intersects(other) && !tags.has(NO_BODY) && !is_somebody
}
