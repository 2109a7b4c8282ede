//! Names that the tagger saw elsewhere in the text and passed over here.

use std::ops::Range;

use super::forms::{Votes, count, initials, longer, winner};
use crate::entities::rules::addresses::is_in_address;
use crate::entities::rules::headlines::is_title_case;
use crate::entities::rules::known::{BODIES, is_small_word};
use crate::entities::rules::rule::*;
use crate::hash::HashedMap;
use crate::text::{TokenKind, is_capital};

pub const RULE: Rule = Rule {
    id: "missed",
    trigger: Trigger::Document(|document, names| {
        let found = missed(document, names.names());
        names.add(found)
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a form that was passed over once",
            "[L Velm Bay] is cold. They like [L Velm Bay]. Few know Velm Bay.",
            "[L Velm Bay] is cold. They like [L Velm Bay]. Few know [L Velm Bay].",
        ),
        Example::new(
            "a form that was passed over as often",
            "The [O Velm] is read. They like the Velm.",
            "The [O Velm] is read. They like the Velm.",
        ),
        Example::new(
            "the beginning of sentences",
            "They like [L Velm]. “Velm is cold.” Velm is wet. Velm Mayor Ida left.",
            "They like [L Velm]. “[L Velm] is cold.” [L Velm] is wet. [L Velm] Mayor Ida left.",
        ),
        Example::new(
            "a headline in title case",
            "Marl Fears Velm Will Not Pay\n\nThey like [O Velm].",
            "Marl Fears [O Velm] Will Not Pay\n\nThey like [O Velm].",
        ),
        Example::new(
            "a body that lists know",
            "He left [O Twitter]. Few on Twitter wrote, and a Twitter user left.",
            "He left [O Twitter]. Few on [O Twitter] wrote, and a [O Twitter] user left.",
        ),
        Example::new(
            "members at the beginning of sentences",
            "As [G Democrats] they won. Democrats cheered. Democrats sang.",
            "As [G Democrats] they won. [G Democrats] cheered. [G Democrats] sang.",
        ),
        Example::new(
            "a people in longer names",
            "They are [G French]. French Toast is cold. French Days are wet.",
            "They are [G French]. French Toast is cold. French Days are wet.",
        ),
        Example::new(
            "a noun",
            "[P Bill] came. [P Bill] spoke. [P Bill] left. Few liked the Bill.",
            "[P Bill] came. [P Bill] spoke. [P Bill] left. Few liked the Bill.",
        ),
        Example::new(
            "other words at the beginning of sentences",
            "They like [O Post] and [L Marl]. A post came. Post is late. Marl Bay is cold.",
            "They like [O Post] and [L Marl]. A post came. Post is late. Marl Bay is cold.",
        ),
        Example::new(
            "two names that a hyphen joins",
            "[L Velm] is cold. [L Velm] is wet. [L Tarvo] is dry. The Velm-Tarvo road.",
            "[L Velm] is cold. [L Velm] is wet. [L Tarvo] is dry. The [L Velm]-Tarvo road.",
        ),
        Example::new(
            "a month of the same name",
            "Mrs [P May] left in May. May will fly to Oslo.",
            "Mrs [P May] left in May. [P May] will fly to Oslo.",
        ),
        Example::new(
            "part of an address",
            "[P Velm] came. [P Velm] spoke. Write to Velm.Tarvo@marl.com now.",
            "[P Velm] came. [P Velm] spoke. Write to Velm.Tarvo@marl.com now.",
        ),
        Example::new(
            "part of another word",
            "[L Velm] is cold. [L Velm] is wet. A Velm-born man.",
            "[L Velm] is cold. [L Velm] is wet. A Velm-born man.",
        ),
        Example::new(
            "initials",
            "The [O Harbour Works Union] (HWU) met. The HWU left.",
            "The [O Harbour Works Union] ([O HWU]) met. The [O HWU] left.",
        ),
    ],
};

/// The longest form that is looked for where the tagger saw no name, in tokens.
const LONGEST: usize = 6;

/// The longest headline whose case is looked at, in tokens.
const LONGEST_HEADLINE: usize = 30;

/// The names that stand where the tagger saw none.
fn missed(document: &Document, names: &[Name]) -> Vec<Name> {
    let forms = count(document, names);
    let free = free_sightings(document, names, &forms);
    let mut passed_over: HashedMap<u32> = HashedMap::default();
    // The capital at the beginning of a sentence says nothing, and that the tagger passed over it little.
    for (form, tokens) in &free {
        let is_headline = || {
            let sentence = document.sentence(tokens.start);
            sentence.len() <= LONGEST_HEADLINE && is_title_case(document, &sentence)
        };
        let is_open = || {
            may_open(document, tokens) || !is_small_word(document, tokens.start) && is_headline()
        };
        let counts = match winner(&forms[form]).0 {
            // “French” is part of much that has a name.
            EntityType::Group => !document.word(tokens.end - 1).ends_with('s') || !is_open(),
            EntityType::Organization if is_known_body(document, tokens) => false,
            _ => !is_open(),
        };
        *passed_over.entry(*form).or_default() += u32::from(counts);
    }
    let name = |(form, tokens): (u64, Range<usize>)| {
        let (entity_type, votes) = winner(&forms[&form]);
        // “the Bill” is no Bill.
        let is_noun = entity_type == EntityType::Person
            && document
                .word_or_none(tokens.start.checked_sub(1))
                .eq_ignore_ascii_case("the");
        (votes > passed_over[&form] && !is_noun).then_some(Name {
            tokens,
            entity_type,
        })
    };
    free.into_iter().filter_map(name).collect()
}

/// Whether lists have some words as a body, and the text never has the first in small letters.
fn is_known_body(document: &Document, tokens: &Range<usize>) -> bool {
    document.lists(tokens.clone()).intersects(BODIES) && !is_small_word(document, tokens.start)
}

/// Whether some words open a sentence and the first is no other word: the text never has it in small
/// letters, and the next word is none of the same name.
fn may_open(document: &Document, tokens: &Range<usize>) -> bool {
    let mut start = document.sentence(tokens.start).start;
    while start < tokens.start && document.tokens[start].kind == TokenKind::Mark {
        start += 1;
    }
    let next = document.word_or_none(tokens.end);
    let goes_on = is_capital(next) && !document.tags(tokens.end).has(Tags::ROLE);
    start == tokens.start && !goes_on && !is_small_word(document, tokens.start)
}

/// Where the forms stand outside of all names, as whole words.
fn free_sightings(
    document: &Document,
    names: &[Name],
    forms: &HashedMap<Votes>,
) -> Vec<(u64, Range<usize>)> {
    let of_token = &document.vocabulary.of_token;
    let mut begins = vec![false; document.vocabulary.words.len()];
    let mut taken = vec![false; of_token.len()];
    for name in names {
        taken[name.tokens.clone()].fill(true);
        begins[of_token[name.tokens.start] as usize] |= document.is_capital(name.tokens.start);
    }
    for (token, _) in initials(document, names) {
        begins[of_token[token] as usize] = true;
    }
    // “anti-Velm”, but not “the Velm-Tarvo axis”
    let is_bound = |hyphen: Option<usize>, other: Option<usize>| {
        let word = other.and_then(|other| of_token.get(other));
        document.word_or_none(hyphen) == "-" && word.is_none_or(|&word| !begins[word as usize])
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < of_token.len() {
        let mut next = at + 1;
        if begins[of_token[at] as usize]
            && !taken[at]
            && let Some((form, tokens)) = longest_form(document, &taken, forms, at)
            && !is_month(document, &tokens)
            && !is_bound(at.checked_sub(1), at.checked_sub(2))
            && !is_bound(Some(tokens.end), Some(tokens.end + 1))
        {
            let name = Name {
                tokens,
                entity_type: EntityType::Person,
            };
            if !is_in_address(document, &name) {
                next = name.tokens.end;
                found.push((form, name.tokens));
            }
        }
        at = next;
    }
    found
}

/// Whether a word is a month by the word before it: “in May”.
fn is_month(document: &Document, tokens: &Range<usize>) -> bool {
    let before = document.tags(tokens.start.checked_sub(1));
    tokens.len() == 1
        && document.tags(tokens.start).has(Tags::MONTH)
        && before.has(Tags::BEFORE_MONTH)
}

/// The longest form that begins at a token, and where it stands.
fn longest_form(
    document: &Document,
    taken: &[bool],
    forms: &HashedMap<Votes>,
    at: usize,
) -> Option<(u64, Range<usize>)> {
    let free = (at..taken.len())
        .take(LONGEST)
        .take_while(|&token| !taken[token]);
    let mut hash = 0;
    let mut longest = None;
    for token in free {
        hash = longer(document, hash, token);
        if forms.contains_key(&hash) {
            longest = Some((hash, at..token + 1));
        }
    }
    longest
}
