//! Bodies by what the text calls them: “the insurer Velm”, “Velm, a maker of lifts”, “Velm, which”.

use std::ops::Range;

use super::everywhere::{Forms, name_firms};
use super::rule::*;
use crate::lexicon::Gazetteer;

pub const RULE: Rule = Rule {
    id: "called",
    trigger: Trigger::Document(|document, names| {
        let opened = names.edit(|name| behind_opener(document, name).map(Edit::Reach));
        let behind = document
            .tokens_tagged(Tags::COMPANY_NOUN.union(Tags::BODY_KIND))
            .filter_map(|noun| behind(document, noun));
        let before = document
            .tokens_tagged(Tags::COMPANY_NOUN)
            .filter_map(|noun| before(document, noun));
        let at = document.tokens_tagged(Tags::AT_FIRM);
        let at = at.filter_map(|who| works_at(document, who));
        let firms = behind.chain(at).chain(before).filter(|firm| {
            document.word(firm.start).len() > 1
                && may_be_body(document, firm)
                && names.is_free(firm)
                && (document.is_rare(firm.start) || !names.around(firm).is_empty())
        });
        let which = names.names().iter();
        let which = which.filter(|name| is_which(document, name));
        let firms: Vec<Range<usize>> = firms.chain(which.map(|name| name.tokens.clone())).collect();
        // The capital before it is that of the sentence.
        let opening = firms.iter().filter(|firm| {
            let noun = firm.start.checked_sub(1);
            noun.is_some_and(|noun| document.sentence(noun).start == noun)
        });
        let opening: Vec<Name> = opening.cloned().map(organization).collect();
        opened + names.add(opening) + name_firms(document, names, Forms::of(document, firms))
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a noun that opens the sentence",
            "[P Drugmaker Velm] won. Insurer Tarvo said so.",
            "Drugmaker [O Velm] won. Insurer [O Tarvo] said so.",
        ),
        Example::new(
            "a noun without an article",
            "She left when rating agency [P Velm] cut it.",
            "She left when rating agency [O Velm] cut it.",
        ),
        Example::new(
            "a noun behind another",
            "and lender [G Velm] rose",
            "and lender [O Velm] rose",
        ),
        Example::new(
            "in commas",
            "The insurer, [P Velm], left. In an airline, [P Velm], [P Holm] and she",
            "The insurer, [O Velm], left. In an airline, [O Velm], [P Holm] and she",
        ),
        Example::new(
            "where somebody was",
            "at the central bank [P Velm] said so",
            "at the central bank [P Velm] said so",
        ),
        Example::new(
            "somebody by trade",
            "Local publisher [P Holm] said so",
            "Local publisher [P Holm] said so",
        ),
        Example::new("a group", "Group [P G] is here.", "Group [P G] is here."),
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
            "[P Taylor Marl], which sells tea, met [P Velm], which sells none.",
            "[O Taylor Marl], which sells tea, met [O Velm], which sells none.",
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

/// An organization.
pub fn organization(tokens: Range<usize>) -> Name {
    Name {
        tokens,
        entity_type: EntityType::Organization,
    }
}

/// The most tokens of a body's name.
const LONGEST: usize = 4;

/// The body whose noun stands before it: “the insurer Velm”.
fn behind(document: &Document, noun: usize) -> Option<Range<usize>> {
    let opens = document.sentence(noun).start == noun && !document.tags(noun).has(Tags::ANY_BODY);
    let is_noun = opens || !document.is_capital(noun);
    let body = capitals_behind(document, noun).filter(|_| is_noun);
    let body = body.or_else(|| in_commas(document, noun))?;
    // “publisher Holm” may be somebody.
    let may_be_somebody = document.tags(noun).has(Tags::ROLE)
        && document.lists(body.clone()).intersects(Gazetteer::PEOPLE);
    if may_be_somebody {
        return None;
    }
    // “the firm Holm founded”, “told the bank Holm”
    let is_told = document.tags(noun).has(Tags::COMPANY_NOUN) && !goes_on(document, body.end);
    (is_told || is_bare(document, noun)).then_some(body)
}

/// The body in commas behind its noun: “The insurer, Velm, said so”.
fn in_commas(document: &Document, noun: usize) -> Option<Range<usize>> {
    let article = noun.checked_sub(1)?;
    let opens = document.sentence(noun).start == article;
    let body = capitals_behind(document, noun + 1)?;
    let is_comma = |token| document.word_or_none(token) == ",";
    (opens && is_comma(noun + 1) && is_comma(body.end)).then_some(body)
}

/// The capitals behind a word.
fn capitals_behind(document: &Document, word: usize) -> Option<Range<usize>> {
    let start = word + 1;
    let limit = document.sentence(word).end.min(start + LONGEST);
    let run = (start..limit).take_while(|&token| document.is_capital(token));
    let end = start + run.count();
    (end > start).then_some(start..end)
}

/// Whether a clause about a noun may go on at a token: “the firm Holm founded”.
fn goes_on(document: &Document, token: usize) -> bool {
    let next = document.word_or_none(token);
    next.starts_with(char::is_lowercase) && !document.tags(token).has(Tags::STOP)
}

/// Whether a noun stands without an article, and one that may be part of a name behind a word for its kind: what
/// follows is called so, “rating agency Velm said”.
fn is_bare(document: &Document, noun: usize) -> bool {
    let sentence = document.sentence(noun);
    let is_kind = |&token: &usize| {
        let word = document.word(token);
        word.starts_with(char::is_alphabetic)
            && (token == sentence.start || !document.is_capital(token))
            && document.tags(token) == Tags::NONE
    };
    let kinds = (sentence.start..noun).rev().take_while(is_kind).count();
    let before = document.tags((noun - kinds).checked_sub(1));
    let tags = document.tags(noun);
    let is_noun = kinds > 0 || tags.has(Tags::COMPANY_NOUN) && !tags.has(Tags::ANY_BODY);
    is_noun && !before.has(Tags::DETERMINER)
}

/// What is left of somebody's supposed name that begins with the noun that opens its sentence: “Drugmaker Velm”.
fn behind_opener(document: &Document, name: &Name) -> Option<Range<usize>> {
    let start = name.tokens.start;
    let tags = document.tags(start);
    let is_noun = tags.has(Tags::COMPANY_NOUN) && !tags.has(Tags::ANY_BODY);
    let is_opener = name.entity_type == EntityType::Person
        && name.tokens.len() > 1
        && is_noun
        && document.sentence(start).start == start;
    is_opener.then_some(start + 1..name.tokens.end)
}

/// The body that somebody works at: “analysts at Velm”, “works at Velm as”.
fn works_at(document: &Document, who: usize) -> Option<Range<usize>> {
    let is_at = document.word_or_none(who + 1) == "at";
    let body = is_at
        .then(|| capitals_behind(document, who + 1))
        .flatten()?;
    (!goes_on(document, body.end)).then_some(body)
}

/// The body that a noun behind it is about: “Velm, a maker of lifts,”.
pub fn before(document: &Document, noun: usize) -> Option<Range<usize>> {
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

/// Whether what was taken for somebody, of one word or opening a sentence, is followed by what nobody is: “Velm, which”.
fn is_which(document: &Document, name: &Name) -> bool {
    let start = name.tokens.start;
    name.entity_type == EntityType::Person
        && (name.tokens.len() == 1 || document.sentence(start).start == start)
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
    let is_somebody = body.len() > 1 && document.is_first_name(body.start);
    !lists.intersects(other) && !tags.has(NO_BODY) && !is_somebody
}
