//! What stands before or behind a firm's name, and beside nobody's: “customers of Velm”, “founded Velm”.

use std::ops::Range;

use super::super::capitals::{capitals_before, capitals_from};
use super::super::known::BODIES;
use super::super::rule::*;

/// The firms that stand beside their people, their founders and other firms, and whether it is certain that they are
/// nobody.
pub fn named(document: &Document, names: &NameSet) -> Vec<(Range<usize>, bool)> {
    let mut found = Vec::new();
    for people in document.tokens_tagged(Tags::FIRM_PEOPLE.union(Tags::SHARE)) {
        // Somebody may speak for another person.
        let is_sure = !document.word(people).starts_with("spokes");
        found.extend(employer(document, names, people).map(|firm| (firm, is_sure)));
    }
    for verb in document.tokens_tagged(Tags::FOUNDING) {
        found.extend(founded_by(document, verb).map(|firm| (firm, true)));
    }
    found.retain(|(firm, _)| {
        let mut names = names.around(firm).iter();
        !names.any(|name| name.entity_type == EntityType::Group)
    });
    for pair in names.names().windows(2) {
        found.extend(beside_known(document, pair).map(|firm| (firm, false)));
    }
    found
}

/// The firm beside a word for its people: “customers of Velm”, “Velm employees”.
fn employer(document: &Document, names: &NameSet, people: usize) -> Option<Range<usize>> {
    let word = document.word(people);
    let sentence = document.sentence(people);
    if document.is_capital(people) && sentence.start != people && word.len() > 3 {
        return None;
    }
    let is_people = document.tags(people).has(Tags::FIRM_PEOPLE);
    // “Emma shares”
    let is_plural = word.ends_with('s') && is_noun(document, people);
    if !is_people && !is_plural {
        return None;
    }
    if matches!(document.word_or_none(people + 1), "of" | "for" | "at") {
        let firm = capitals_from(document, people + 2);
        let next = document.word_or_none(firm.end);
        return (!matches!(next, "'s" | "’s" | "-" | "and" | "&")).then_some(firm);
    }
    // “Velm chief executive”
    let chief = people.checked_sub(1);
    let is_chief = document.word_or_none(chief) == "chief";
    if word == "executive" && !is_chief {
        return None;
    }
    let end = chief.filter(|_| is_chief).unwrap_or(people);
    let owner = end.checked_sub(1);
    let is_owner = matches!(document.word_or_none(owner), "'s" | "’s");
    // “Velm's customers” may be somebody's.
    if is_owner && !document.tags(people).has(Tags::SHARE) {
        return None;
    }
    let end = owner.filter(|_| is_owner).unwrap_or(end);
    let firm = capitals_before(document, end);
    // The capital that opens a sentence says nothing.
    let is_seen = firm.start > sentence.start || !names.around(&firm).is_empty();
    is_seen.then_some(firm)
}

/// Whether a word for what one has in a firm is no verb: a verb follows, or its clause ends.
fn is_noun(document: &Document, share: usize) -> bool {
    let next = document.word_or_none(share + 1);
    let verb = Tags::PAST.union(Tags::SAYING).union(Tags::ACTING);
    !next.starts_with(char::is_alphanumeric)
        || document.tags(share + 1).has(verb)
        || matches!(next, "of" | "are" | "were" | "have" | "had" | "will" | "in")
}

/// What somebody founded: “founded Velm”.
fn founded_by(document: &Document, verb: usize) -> Option<Range<usize>> {
    let firm = capitals_from(document, verb + 1);
    let next = document.word_or_none(firm.end);
    let is_whole = !matches!(next, "'s" | "’s" | "-");
    (is_whole && !document.is_capital(verb)).then_some(firm)
}

/// Who is joined to a body that is known: “Velm and Siemens”.
fn beside_known(document: &Document, pair: &[Name]) -> Option<Range<usize>> {
    let [first, second] = pair else {
        return None;
    };
    let is_known = |name: &Name| {
        name.entity_type == EntityType::Organization
            && (document.lists(name.tokens.clone()).intersects(BODIES)
                || document.tags(name.tokens.start).has(Tags::FIRM))
    };
    let is_open = |name: &Name| {
        let is_other = matches!(name.entity_type, EntityType::Person | EntityType::Place);
        is_other && name.tokens.len() == 1
    };
    let is_joined =
        first.tokens.end + 1 == second.tokens.start && document.word(first.tokens.end) == "and";
    match is_joined {
        true if is_known(second) && is_open(first) => Some(first.tokens.clone()),
        true if is_known(first) && is_open(second) => Some(second.tokens.clone()),
        _ => None,
    }
}
