//! Names that the tagger saw elsewhere in the text and passed over here.

use std::cell::LazyCell;
use std::ops::Range;

use super::{Votes, initials, longer, winner};
use crate::annotations::EntityType;
use crate::entities::Name;
use crate::entities::addresses::is_in_address;
use crate::hash::{HashedMap, hash_of};
use crate::lexicon::{Tags, word_tags};
use crate::order::sort_by_number;
use crate::text::{Document, TokenKind, is_capital, lower_cased};

/// The longest form that is looked for where the tagger saw no name, in tokens.
const LONGEST: usize = 6;

/// Adds the names that stand where the tagger saw none.
pub fn add_missed(document: &Document, names: &mut Vec<Name>, forms: &HashedMap<Votes>) {
    let free = free_sightings(document, names, forms);
    let mut counts: HashedMap<u32> = HashedMap::default();
    let words = LazyCell::new(|| -> HashedMap<()> {
        let words = document.vocabulary.words.iter();
        words.map(|&(_, hash)| (hash, ())).collect()
    });
    let is_word = |word: &str| words.contains_key(&hash_of(word));
    // The capital at the beginning of a sentence says nothing, and that the tagger passed over it little.
    for (form, tokens) in &free {
        let is_told =
            winner(&forms[form]).0 == EntityType::Group || !may_open(document, tokens, is_word);
        *counts.entry(*form).or_default() += u32::from(is_told);
    }
    let before = names.len();
    for (form, tokens) in free {
        let (entity_type, votes) = winner(&forms[&form]);
        // “the Bill” is no Bill.
        let is_noun = entity_type == EntityType::Person
            && tokens.start > 0
            && document.word(tokens.start - 1).eq_ignore_ascii_case("the");
        if votes > counts[&form] && !is_noun {
            names.push(Name {
                tokens,
                entity_type,
            });
        }
    }
    if names.len() > before {
        sort_by_number(names, |name| name.tokens.start as u64);
    }
}

/// Whether some words open a sentence and the first is no other word: the text never has it in small
/// letters, and the next word is none of the same name.
fn may_open(document: &Document, tokens: &Range<usize>, is_word: impl Fn(&str) -> bool) -> bool {
    let mut start = document.sentence(tokens.start).start;
    while start < tokens.start && document.tokens[start].kind == TokenKind::Mark {
        start += 1;
    }
    let word = document.word(tokens.start);
    let small = lower_cased(word);
    let next = document.word_or_none(tokens.end);
    let goes_on = is_capital(next) && !word_tags(next).has(Tags::ROLE);
    start == tokens.start && small != word && !goes_on && !is_word(&small)
}

/// Where the forms stand outside of all names, as whole words.
fn free_sightings(
    document: &Document,
    names: &[Name],
    forms: &HashedMap<Votes>,
) -> Vec<(u64, Range<usize>)> {
    let of_token = &document.vocabulary.of_token;
    let mut begins = vec![false; document.vocabulary.words.len()];
    let mut taken = vec![false; document.tokens.len()];
    for name in names {
        taken[name.tokens.clone()].fill(true);
        let is_capital = document.is_capital(name.tokens.start);
        begins[of_token[name.tokens.start] as usize] |= is_capital;
    }
    for (token, _) in initials(document, names) {
        begins[of_token[token] as usize] = true;
    }
    // “anti-Velm”, but not “the Velm-Tarvo axis”
    let is_bound = |hyphen: usize, other: usize| {
        document.word_or_none(hyphen) == "-"
            && of_token
                .get(other)
                .is_none_or(|&word| !begins[word as usize])
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < of_token.len() {
        let mut next = at + 1;
        if begins[of_token[at] as usize] && !taken[at] {
            let mut hash = 0;
            let mut longest = None;
            for token in (at..of_token.len())
                .take(LONGEST)
                .take_while(|&token| !taken[token])
            {
                hash = longer(document, hash, token);
                if forms.contains_key(&hash) {
                    longest = Some((hash, at..token + 1));
                }
            }
            if let Some((form, tokens)) = longest
                && !is_bound(at.wrapping_sub(1), at.wrapping_sub(2))
                && !is_bound(tokens.end, tokens.end + 1)
                && !is_in_address(document, &tokens)
            {
                next = tokens.end;
                found.push((form, tokens));
            }
        }
        at = next;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::agree::agree;
    use crate::entities::tagged;
    use EntityType::{Organization, Person, Place};

    #[test]
    fn names_that_were_passed_over_are_found() {
        type Names = &'static [(&'static str, EntityType)];
        let cases: &[(&str, &str, Names, Names)] = &[
            (
                "a form that was passed over once",
                "Velm Bay is cold. They like Velm Bay. Few know Velm Bay.",
                &[("Velm Bay", Place), ("Velm Bay", Place)],
                &[
                    ("Velm Bay", Place),
                    ("Velm Bay", Place),
                    ("Velm Bay", Place),
                ],
            ),
            (
                "a form that was passed over as often",
                "The Post is read. They like the Post.",
                &[("Post", Organization)],
                &[("Post", Organization)],
            ),
            (
                "a form that was passed over at the beginning of sentences",
                "They like Velm. “Velm is cold.” Velm is wet. Velm Mayor Ida left.",
                &[("Velm", Place)],
                &[
                    ("Velm", Place),
                    ("Velm", Place),
                    ("Velm", Place),
                    ("Velm", Place),
                ],
            ),
            (
                "a noun",
                "Bill came. Bill spoke. Bill left. Few liked the Bill.",
                &[("Bill", Person), ("Bill", Person), ("Bill", Person)],
                &[("Bill", Person), ("Bill", Person), ("Bill", Person)],
            ),
            (
                "other words at the beginning of sentences",
                "They like Post and Marl. A post came. Post is late. Marl Bay is cold.",
                &[("Post", Organization), ("Marl", Place)],
                &[("Post", Organization), ("Marl", Place)],
            ),
            (
                "two names that a hyphen joins",
                "Velm is cold. Velm is wet. Tarvo is dry. The Velm-Tarvo road.",
                &[("Velm", Place), ("Velm", Place), ("Tarvo", Place)],
                &[
                    ("Velm", Place),
                    ("Velm", Place),
                    ("Tarvo", Place),
                    ("Velm", Place),
                ],
            ),
            (
                "part of an address",
                "Velm came. Velm spoke. Write to Velm.Tarvo@marl.com now.",
                &[("Velm", Person), ("Velm", Person)],
                &[("Velm", Person), ("Velm", Person)],
            ),
            (
                "part of another word",
                "Velm is cold. Velm is wet. A Velm-born man.",
                &[("Velm", Place), ("Velm", Place)],
                &[("Velm", Place), ("Velm", Place)],
            ),
        ];
        for (case, text, before, after) in cases {
            let document = Document::new(text);
            let found = agree(&document, tagged(&document, before));
            assert_eq!(found, tagged(&document, after), "{case}");
        }
    }
}
