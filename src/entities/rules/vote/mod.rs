//! Within one article a name means one kind of thing, wherever it stands.

mod missed;
mod surnames;

use std::ops::Range;

use super::*;
use crate::hash::{HashedMap, mix};

/// All names of one form have the type that most of them have; initials that the text spells out
/// have the type of what they stand for.
pub const VOTE: Rule = Rule {
    id: "vote",
    trigger: Trigger::Document(|document, names| {
        let forms = count(document, names.names());
        names.edit(|name| {
            let votes = &forms[&form(document, name.tokens.clone())];
            let (best, count) = winner(votes);
            (count > votes[name.entity_type as usize]).then_some(Edit::Retype(best))
        })
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "most names win",
            "[O Tarvo] grows. [O Tarvo] hires. Men of [L Tarvo] came.",
            "[O Tarvo] grows. [O Tarvo] hires. Men of [O Tarvo] came.",
        ),
        Example::new(
            "of as many each stays",
            "[O Tarvo] grows. Men of [L Tarvo] came.",
            "[O Tarvo] grows. Men of [L Tarvo] came.",
        ),
        Example::new(
            "initials",
            "The [O Harbour Works Union] ([G HWU]) met. The [G HWU] left.",
            "The [O Harbour Works Union] ([O HWU]) met. The [O HWU] left.",
        ),
        Example::new(
            "an agency's credit",
            "[L KIVALA, Narvia] ([O CPS]) said no.",
            "[L KIVALA, Narvia] ([O CPS]) said no.",
        ),
    ],
};

/// The forms of names that stand elsewhere, unless most of them are no names.
pub const MISSED: Rule = missed::RULE;

/// The surnames of people whose full names the text has.
pub const SURNAMES: Rule = surnames::RULE;

/// How often a form is a name of each type, by the type's number.
type Votes = [u32; 8];

/// The votes of a text that says what initials stand for: more than it has names.
const SPELT_OUT: u32 = 1 << 24;

/// The votes for each form.
fn count(document: &Document, names: &[Name]) -> HashedMap<Votes> {
    let mut forms: HashedMap<Votes> = HashedMap::default();
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
fn form(document: &Document, tokens: Range<usize>) -> u64 {
    tokens.fold(0, |form, token| longer(document, form, token))
}

/// The hash of a form and the token behind it.
fn longer(document: &Document, form: u64, token: usize) -> u64 {
    mix(form ^ document.vocabulary.hash(token))
}

/// The type with the most votes, and these; the first of several.
fn winner(votes: &Votes) -> (EntityType, u32) {
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
