//! What a name of several words is by its last word, whatever the tagger took it for.

use super::rule::*;
use crate::lexicon::Gazetteer;

pub const RULE: Rule = Rule {
    id: "heads",
    trigger: Trigger::Name(
        &[
            EntityType::Person,
            EntityType::Organization,
            EntityType::Place,
        ],
        |document, name| {
            let by_word = type_by_first(document, name).or_else(|| type_by_last(document, name))?;
            (by_word != name.entity_type).then_some(Edit::Retype(by_word))
        },
    ),
    #[cfg(test)]
    examples: &[
        Example::new("games", "in [O Velm Games]", "in [E Velm Games]"),
        Example::new(
            "a day",
            "on [P Emma Velm Holm Day] and [P Ida Velm Jr. Day]",
            "on [E Emma Velm Holm Day] and [E Ida Velm Jr. Day]",
        ),
        Example::new(
            "a day's namesakes",
            "by [P Ida Day] and [P Ida A. Day]",
            "by [P Ida Day] and [P Ida A. Day]",
        ),
        Example::new(
            "a paper that is told",
            "told the [L Velm Echo] so, as the [P Velm Bugle] first reported",
            "told the [O Velm Echo] so, as the [O Velm Bugle] first reported",
        ),
        Example::new(
            "what is called like a paper",
            "bought the [L Velm Echo] on",
            "bought the [L Velm Echo] on",
        ),
        Example::new(
            "a firm abroad",
            "at [P Velm Inc. Norway]",
            "at [O Velm Inc. Norway]",
        ),
        Example::new(
            "another language",
            "[P Pakatan Velm] won in [O Taman Velm] and at [O Bukit Velm Hospital].",
            "[O Pakatan Velm] won in [L Taman Velm] and at [O Bukit Velm Hospital].",
        ),
        Example::new(
            "a sheriff's office",
            "the [L Velm County Sheriff's Office] said",
            "the [O Velm County Sheriff's Office] said",
        ),
        Example::new("a law", "the [O Velm Act]", "the [W Velm Act]"),
        Example::new("a surname", "by [P Emma Law]", "by [P Emma Law]"),
        Example::new("a club", "at [L Velm Rovers]", "at [O Velm Rovers]"),
        Example::new("a newspaper", "in [L Velm Gazette]", "in [O Velm Gazette]"),
        Example::new(
            "a company",
            "at [P Velm Tarvo Ltd.]",
            "at [O Velm Tarvo Ltd.]",
        ),
        Example::new("partners", "at [P Velm & Sohn] in", "at [O Velm & Sohn] in"),
        Example::new(
            "a couple",
            "with [P Ida & Emma Holm]",
            "with [P Ida & Emma Holm]",
        ),
        Example::new("letters", "all over [L J&K] on", "all over [L J&K] on"),
        Example::new("a trade", "at [P Velm Bricks] on", "at [O Velm Bricks] on"),
        Example::new("somebody", "by [P Emma Bricks]", "by [P Emma Bricks]"),
        Example::new(
            "called after games",
            "[O Friends of the Velm Games]",
            "[O Friends of the Velm Games]",
        ),
        Example::new("small letters", "[L Velm united]", "[L Velm united]"),
        Example::new("one word", "[L Games]", "[L Games]"),
    ],
};

/// What a name is that begins with a word of another language for a body or a place: “Parti Velm”, “Jalan Velm”.
fn type_by_first(document: &Document, name: &Name) -> Option<EntityType> {
    let first = document.tags(name.tokens.start);
    if name.tokens.len() == 1 || document.tags(name.tokens.end - 1).has(NO_SITE) {
        None
    } else if first.has(Tags::BODY_START) {
        Some(EntityType::Organization)
    } else {
        // “Bandar Velm” may be somebody.
        let is_somebody =
            name.entity_type == EntityType::Person && document.is_first_name(name.tokens.start);
        (first.has(Tags::SITE_START) && !is_somebody).then_some(EntityType::Place)
    }
}

/// What ends the name of a body that is called after a place.
const NO_SITE: Tags = Tags::HEAD
    .union(Tags::BODY_END)
    .union(Tags::BODY_NOUN)
    .union(Tags::COMPANY_SUFFIX)
    .union(Tags::LEGAL_FORM);

fn type_by_last(document: &Document, name: &Name) -> Option<EntityType> {
    let last = name.tokens.end - 1;
    let tags = document.tags(last);
    if name.tokens.len() == 1 || !document.is_capital(last) {
        return None;
    }
    if tags.has(Tags::EVENT_END.union(Tags::LAW_END)) {
        let mut words = name.tokens.clone().map(|token| document.word(token));
        let is_called = words.any(|word| matches!(word, "for" | "For" | "of" | "Of"));
        let is_event = tags.has(Tags::EVENT_END);
        if is_called || !is_event && document.is_first_name(name.tokens.start) {
            return None;
        }
        return Some(if is_event {
            EntityType::Event
        } else {
            EntityType::Work
        });
    }
    if name.entity_type == EntityType::Person && is_holiday(document, name) {
        return Some(EntityType::Event);
    }
    // “Velm Inc. Norway”
    let mut within = name.tokens.start + 1..last;
    let is_abroad = within.any(|token| {
        document.tags(token).has(Tags::LEGAL_FORM)
            && document
                .lists(token + 1..last + 1)
                .intersects(Gazetteer::PLACE)
    });
    let is_body = is_abroad
        || tags.has(Tags::BODY_END.union(Tags::COMPANY_SUFFIX))
        || tags.has(Tags::NEWSPAPER) && is_paper(document, name);
    // “the Velm Sheriff's Office”
    let is_office = document.word(last) == "Office"
        && matches!(document.word(last - 1), "'s" | "’s" | "'" | "’");
    let is_body = is_body || is_office;
    let is_firm = has_partners(document, name)
        || name.entity_type == EntityType::Person && is_trade(document, name);
    (is_body || is_firm).then_some(EntityType::Organization)
}

/// Whether something that is called like a newspaper was told or tells something: “told the Velm Echo”.
fn is_paper(document: &Document, name: &Name) -> bool {
    let (start, end) = (name.tokens.start, name.tokens.end);
    let says = |token: Option<usize>| document.tags(token).has(Tags::SAYING);
    let before = document.word_or_none(start.checked_sub(1));
    before.eq_ignore_ascii_case("the")
        && !document.is_first_name(start)
        && (says(start.checked_sub(2)) || says(Some(end)) || says(Some(end + 1)))
}

/// Whether somebody's supposed name is that of a day called after them: “on Ida Velm Holm Day”.
fn is_holiday(document: &Document, name: &Name) -> bool {
    let last = name.tokens.end - 1;
    let before = document.word_or_none(name.tokens.start.checked_sub(1));
    let is_observed = matches!(
        before,
        "on" | "On" | "for" | "this" | "last" | "next" | "every"
    );
    document.word(last) == "Day"
        && name.tokens.len() > 2
        && (is_observed || matches!(document.word(last - 1), "Jr." | "Sr."))
}

/// Whether the last word of somebody's supposed name is an everyday word for several things, and the first is no
/// first name: “Velm Dairies”.
fn is_trade(document: &Document, name: &Name) -> bool {
    let end = name.tokens.end;
    let last = document.word(end - 1);
    last.ends_with('s')
        && !document.is_rare(end - 1)
        && document.lists(end - 1..end) == Gazetteer::default()
        && !document.is_first_name(name.tokens.start)
        && !last.ends_with('.')
}

/// Whether a name has partners who are no couple: “Velm & Sons”.
fn has_partners(document: &Document, name: &Name) -> bool {
    let mut within = name.tokens.start + 1..name.tokens.end - 1;
    let and = within.find(|&token| document.word(token) == "&");
    and.is_some_and(|and| !document.is_within_word(and) && !document.is_first_name(and + 1))
}
