//! Within one article a name means one kind of thing.

use std::cell::LazyCell;
use std::ops::Range;

use super::lists::agree_in_lists;
use super::surnames::{find_surnames, with_surnames};
use super::{Name, ends_company, lists_of};
use crate::annotations::EntityType;
use crate::hash::{HashedMap, hash_of, mix};
use crate::lexicon::{Gazetteer, gazetteer_of, person_word, word_class, word_key};
use crate::order::sort_by_number;
use crate::text::{Document, TokenKind, lower_cased};

/// The types that a tagger gives, by their numbers.
const TYPES: [EntityType; 6] = [
    EntityType::Person,
    EntityType::Organization,
    EntityType::Place,
    EntityType::Group,
    EntityType::Event,
    EntityType::Work,
];
/// How often a form is a name of each type.
type Votes = [u32; TYPES.len()];
/// The votes of a text that says what initials stand for: more than it has names.
const SPELT_OUT: u32 = 1 << 24;
/// The longest form that is looked for where the tagger saw no name, in tokens.
const LONGEST: usize = 6;

/// Gives all names of one form the type that most of them have, and finds the form where the
/// tagger saw no name in it, unless it saw none there more often than one.
pub fn agree(document: &Document, mut names: Vec<Name>) -> Vec<Name> {
    agree_in_lists(document, &mut names);
    find_bearers(document, &mut names);
    find_surnames(document, &mut names);
    find_companies(document, &mut names);
    let mut forms: HashedMap<Votes> = HashedMap::default();
    for name in &names {
        let form = form(document, name.tokens.clone());
        forms.entry(form).or_default()[name.entity_type as usize] += 1;
    }
    for (initials, entity_type) in initials(document, &names) {
        let form = form(document, initials..initials + 1);
        forms.entry(form).or_default()[entity_type as usize] += SPELT_OUT;
    }
    for name in &mut names {
        let votes = &forms[&form(document, name.tokens.clone())];
        let (best, count) = winner(votes);
        if count > votes[name.entity_type as usize] {
            name.entity_type = best;
        }
    }
    add_missed(document, &mut names, &forms);
    with_surnames(document, names)
}

/// The hash of some tokens as they are written.
pub fn form(document: &Document, tokens: Range<usize>) -> u64 {
    tokens.fold(0, |form, token| longer(document, form, token))
}

/// The hash of a form and the token behind it.
fn longer(document: &Document, form: u64, token: usize) -> u64 {
    mix(form ^ document.vocabulary.hash(token))
}

/// The type with the most votes, and these; the first of several.
fn winner(votes: &Votes) -> (EntityType, u32) {
    let mut best = (TYPES[0], 0);
    for (&entity_type, &count) in TYPES.iter().zip(votes) {
        if count > best.1 {
            best = (entity_type, count);
        }
    }
    best
}

/// Takes a first name, or a rare word, and the word behind it for a person where that one by itself is a
/// person's name elsewhere, in capitals or not.
fn find_bearers(document: &Document, names: &mut [Name]) {
    let key = |token: usize| word_key(document.word(token));
    let may_be_first_name = |token: usize| {
        let is_rare = word_class(document.word(token)).is_none();
        is_rare || gazetteer_of(key(token)).intersects(Gazetteer::FIRST_NAME)
    };
    let alone = |name: &&Name| name.tokens.len() == 1 && name.entity_type == EntityType::Person;
    let persons: HashedMap<()> = names
        .iter()
        .filter(alone)
        .map(|name| (key(name.tokens.start), ()))
        .collect();
    for name in names.iter_mut().filter(|name| name.tokens.len() == 2) {
        let is_free = matches!(
            name.entity_type,
            EntityType::Organization | EntityType::Place
        );
        if is_free
            && persons.contains_key(&key(name.tokens.start + 1))
            && may_be_first_name(name.tokens.start)
        {
            name.entity_type = EntityType::Person;
        }
    }
}

/// Takes what looks like a person for a company where the text has the company's whole name and nobody of
/// that surname: “Velm” beside “Velm Industries”.
fn find_companies(document: &Document, names: &mut [Name]) {
    let is_company = |name: &&Name| {
        name.entity_type == EntityType::Organization
            && name.tokens.len() > 1
            && ends_company(document, &name.tokens)
    };
    let mut companies: HashedMap<()> = HashedMap::default();
    for name in names.iter().filter(is_company) {
        let Range { start, end } = name.tokens;
        // “Velm Bay Mining” and “Velm Bay” for “Velm Bay Mining Ltd.”
        for end in (end - 1).min(start + 2)..end {
            companies.insert(form(document, start..end), ());
        }
    }
    if companies.is_empty() {
        return;
    }
    let is_person = |name: &Name| name.entity_type == EntityType::Person;
    for name in names.iter().filter(|name| is_person(name)) {
        if name.tokens.len() > 1 {
            companies.remove(&form(document, name.tokens.end - 1..name.tokens.end));
        }
    }
    for name in names.iter_mut() {
        let is_free = match name.entity_type {
            EntityType::Person => name.tokens.len() == 1,
            EntityType::Place => name.tokens.len() > 1,
            _ => false,
        };
        if is_free
            && companies.contains_key(&form(document, name.tokens.clone()))
            && lists_of(document, name.tokens.clone()).without(Gazetteer::PEOPLE)
                == Gazetteer::default()
        {
            name.entity_type = EntityType::Organization;
        }
    }
}

/// The tokens of initials that stand in brackets behind the name that they stand for, with its
/// type: “World Health Organization (WHO)”.
fn initials<'a>(
    document: &'a Document,
    names: &'a [Name],
) -> impl Iterator<Item = (usize, EntityType)> + 'a {
    names.iter().filter_map(|name| {
        let Range { start, end } = name.tokens;
        let is_thing = matches!(
            name.entity_type,
            EntityType::Organization | EntityType::Place
        );
        let stands_for_it = end - start > 1
            && end + 2 < document.tokens.len()
            && document.word(end) == "("
            && document.word(end + 2) == ")"
            && is_initials(document.word(end + 1), document.word(start));
        (is_thing && stands_for_it).then_some((end + 1, name.entity_type))
    })
}

/// Whether a word could be the initials of a name that begins with another word: a news agency's
/// credit behind the place of a report is none.
fn is_initials(word: &str, first: &str) -> bool {
    let initial = word.chars().next().filter(|c| c.is_uppercase());
    (2..=10).contains(&word.len()) && initial.is_some() && initial == first.chars().next()
}

/// Adds the names that stand where the tagger saw none.
fn add_missed(document: &Document, names: &mut Vec<Name>, forms: &HashedMap<Votes>) {
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
    let goes_on = next.starts_with(char::is_uppercase) && !person_word(next).is_role;
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
        let is_capital = document
            .word(name.tokens.start)
            .starts_with(char::is_uppercase);
        begins[of_token[name.tokens.start] as usize] |= is_capital;
    }
    for (token, _) in initials(document, names) {
        begins[of_token[token] as usize] = true;
    }
    let is_hyphen = |token: usize| token < of_token.len() && document.word(token) == "-";
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
                && !is_hyphen(at.wrapping_sub(1))
                && !is_hyphen(tokens.end)
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
    use crate::entities::tagged;
    use EntityType::{Group, Organization, Person, Place};

    #[test]
    fn names_of_one_form_agree() {
        type Names = &'static [(&'static str, EntityType)];
        let cases: &[(&str, &str, Names, Names)] = &[
            (
                "most names win",
                "Tarvo grows. Tarvo hires. Men of Tarvo came.",
                &[
                    ("Tarvo", Organization),
                    ("Tarvo", Organization),
                    ("Tarvo", Place),
                ],
                &[
                    ("Tarvo", Organization),
                    ("Tarvo", Organization),
                    ("Tarvo", Organization),
                ],
            ),
            (
                "of as many each stays",
                "Tarvo grows. Men of Tarvo came.",
                &[("Tarvo", Organization), ("Tarvo", Place)],
                &[("Tarvo", Organization), ("Tarvo", Place)],
            ),
            (
                "a surname is a person's",
                "Ana Holm spoke. In Holm nobody knew.",
                &[("Ana Holm", Person), ("Holm", Place)],
                &[("Ana Holm", Person), ("Holm", Person)],
            ),
            (
                "a first name and a person's surname",
                "Ana Tarvo runs the market. Questions for TARVO. In Old Tarvo nobody knew.",
                &[
                    ("Ana Tarvo", Organization),
                    ("TARVO", Person),
                    ("Old Tarvo", Place),
                ],
                &[
                    ("Ana Tarvo", Person),
                    ("TARVO", Person),
                    ("Old Tarvo", Place),
                ],
            ),
            (
                "a surname that names a street as well is what it was",
                "Ana Holm spoke in Holm Street. In Holm nobody knew.",
                &[
                    ("Ana Holm", Person),
                    ("Holm Street", Place),
                    ("Holm", Place),
                ],
                &[
                    ("Ana Holm", Person),
                    ("Holm Street", Place),
                    ("Holm", Place),
                ],
            ),
            (
                "a company by its whole name",
                "Velm Industries grows. Shares of Velm fell. Holm Motors and Ana Holm: Holm left.",
                &[
                    ("Velm Industries", Organization),
                    ("Velm", Person),
                    ("Holm Motors", Organization),
                    ("Ana Holm", Person),
                    ("Holm", Person),
                ],
                &[
                    ("Velm Industries", Organization),
                    ("Velm", Organization),
                    ("Holm Motors", Organization),
                    ("Ana Holm", Person),
                    ("Holm", Person),
                ],
            ),
            (
                "a company of several words",
                "Velm Bay Mining Ltd. grows. Shares of Velm Bay fell. Hong Kong Airlines left Hong Kong.",
                &[
                    ("Velm Bay Mining Ltd.", Organization),
                    ("Velm Bay", Place),
                    ("Hong Kong Airlines", Organization),
                    ("Hong Kong", Place),
                ],
                &[
                    ("Velm Bay Mining Ltd.", Organization),
                    ("Velm Bay", Organization),
                    ("Hong Kong Airlines", Organization),
                    ("Hong Kong", Place),
                ],
            ),
            (
                "initials are what they stand for",
                "The Harbour Works Union (HWU) met. The HWU left. Mr HWU stayed.",
                &[("Harbour Works Union", Organization), ("HWU", Group)],
                &[
                    ("Harbour Works Union", Organization),
                    ("HWU", Organization),
                    ("HWU", Organization),
                    ("HWU", Organization),
                ],
            ),
            (
                "an agency's credit",
                "KIVALA, Narvia (CPS) said no. The CPS is read.",
                &[
                    ("KIVALA, Narvia", Place),
                    ("CPS", Organization),
                    ("CPS", Organization),
                ],
                &[
                    ("KIVALA, Narvia", Place),
                    ("CPS", Organization),
                    ("CPS", Organization),
                ],
            ),
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
