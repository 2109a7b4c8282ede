//! What the forms of names are, and how often each is a name of each type.

use std::ops::Range;

use crate::entities::rules::rule::*;
use crate::hash::{HashedMap, mix};

/// How often a form is a name of each type, by the type's number.
pub type Votes = [u32; 8];

/// The votes of a text that says what initials stand for: more than it has names.
const SPELT_OUT: u32 = 1 << 24;

/// The votes for each form.
pub fn count(document: &Document, names: &[Name]) -> HashedMap<Votes> {
    let mut forms: HashedMap<Votes> = HashedMap::default();
    forms.reserve(names.len());
    let mut add = |tokens, entity_type: EntityType, votes| {
        let form = forms.entry(form(document, tokens)).or_default();
        form[entity_type as usize] += votes;
    };
    for name in names {
        add(name.tokens.clone(), name.entity_type, 1);
    }
    for (initials, entity_type) in initials(document, names) {
        add(initials..initials + 1, entity_type, SPELT_OUT);
    }
    forms
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
    let mut best = (EntityType::Person, 0);
    for (entity_type, &count) in EntityType::ALL.into_iter().zip(votes) {
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
            && document.word_or_none(end) == "("
            && document.word_or_none(end + 2) == ")"
            && is_initials(document.word_or_none(end + 1), document.word(start));
        (is_thing && stands_for_it).then_some((end + 1, name.entity_type))
    })
}

/// Whether a word could be the initials of a name that begins with another word: a news agency's
/// credit behind the place of a report is none.
fn is_initials(word: &str, first: &str) -> bool {
    let initial = word.chars().next().filter(|c| c.is_uppercase());
    (2..=10).contains(&word.len()) && initial.is_some() && initial == first.chars().next()
}
