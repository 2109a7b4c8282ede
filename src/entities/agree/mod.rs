//! Within one article a name means one kind of thing.

mod missed;
mod namesakes;

use std::ops::Range;

use crate::annotations::EntityType;
use crate::entities::Name;
use crate::entities::lists::agree_in_lists;
use crate::entities::surnames::{find_surnames, with_surnames};
use crate::hash::{HashedMap, mix};
use crate::text::Document;
use missed::add_missed;
use namesakes::{find_bearers, find_companies};

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
pub type Votes = [u32; TYPES.len()];
/// The votes of a text that says what initials stand for: more than it has names.
const SPELT_OUT: u32 = 1 << 24;

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
pub fn longer(document: &Document, form: u64, token: usize) -> u64 {
    mix(form ^ document.vocabulary.hash(token))
}

/// The type with the most votes, and these; the first of several.
pub fn winner(votes: &Votes) -> (EntityType, u32) {
    let mut best = (TYPES[0], 0);
    for (&entity_type, &count) in TYPES.iter().zip(votes) {
        if count > best.1 {
            best = (entity_type, count);
        }
    }
    best
}

/// The tokens of initials that stand in brackets behind the name that they stand for, with its
/// type: “World Health Organization (WHO)”.
pub fn initials<'a>(
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
        ];
        for (case, text, before, after) in cases {
            let document = Document::new(text);
            let found = agree(&document, tagged(&document, before));
            assert_eq!(found, tagged(&document, after), "{case}");
        }
    }
}
