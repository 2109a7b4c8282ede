//! The subject of the clause of a cue, where the structure of its sentence shows it.

use std::ops::Range;

use super::candidates::{Candidate, Reference};
use crate::annotations::EntityType;
use crate::quotes::reading::Reading;
use crate::quotes::terms::{Class, forms};

/// The candidate who is the subject of a cue and has words of his own behind him, up to the cue.
pub(super) fn described(
    reading: &Reading,
    all: &[Candidate],
    cue: usize,
    content: &[Range<usize>],
) -> Option<usize> {
    let leads = cue < content[0].start;
    let opening = || described_subject(reading, all, cue).filter(|_| leads);
    let linked = || linked_subject(reading, all, cue).filter(|_| leads);
    let aside = || subject_with_aside(reading, all, cue, content);
    opening().or_else(linked).or_else(aside)
}

/// The candidate who opens the sentence of a cue, or stands right behind the words within marks before it, and whom
/// what stands between commas up to the cue describes: “The baker, a man in his sixties, told reporters”, “A volunteer
/// who was there, but not on duty, told reporters”.
fn subject_with_aside(
    reading: &Reading,
    all: &[Candidate],
    cue: usize,
    content: &[Range<usize>],
) -> Option<usize> {
    const LONGEST: usize = 32;
    let is_comma = |token: usize| reading.class(token) == Class::Comma;
    let belongs = |&token: &usize| matches!(reading.class(token), Class::Auxiliary | Class::Adverb);
    let helpers = (0..cue).rev().take_while(belongs).count();
    let closing = (cue - helpers).checked_sub(1)?;
    let before = content.iter().rfind(|part| part.end <= closing);
    let start = before.map_or(reading.sentence(cue).start, |part| part.end);
    let subject = longest_at(all, start)?;
    let one = &all[subject];
    let opening = one.tokens.end;
    let is_somebody = match one.reference {
        Reference::Name(entity_type) => {
            matches!(entity_type, EntityType::Person | EntityType::Organization)
        }
        Reference::Description => reading.class(one.head) != Class::Time,
        Reference::Pronoun => reading.class(one.head) == Class::Indefinite,
    };
    let first = reading.term(opening + 1);
    let is_apposed = is_comma(opening)
        && (first.class.opens_noun() && !is_named_next(all, opening + 1)
            || first.class == Class::Relative);
    let is_clause = reading.class(opening) == Class::Relative;
    let aside = opening + 1..closing;
    let is_whole = !aside.is_empty()
        && aside.len() <= LONGEST
        && is_comma(closing)
        && !aside
            .into_iter()
            .any(|token| reading.class(token).is_mark() && !is_comma(token));
    (is_somebody && is_whole && (is_apposed || is_clause)).then_some(subject)
}

/// Whether a person's name ends the phrase that begins at a token: “The mayor, | the Liberal Ana Ruiz, said”.
fn is_named_next(all: &[Candidate], start: usize) -> bool {
    let next = longest_at(all, start);
    next.is_some_and(|next| matches!(all[next].reference, Reference::Name(_)))
}

/// The candidate who is the subject of a cue: one that opens its clause and goes up to the verb, as
/// “Oslo” does in “Danes were angry, but Oslo said …”.
pub(super) fn subject(reading: &Reading, all: &[Candidate], cue: usize) -> Option<usize> {
    let belongs = |token: &usize| matches!(reading.class(*token), Class::Auxiliary | Class::Adverb);
    let verbs = (0..cue).rev().take_while(belongs).count();
    let end = cue - verbs;
    let behind = all.partition_point(|candidate| candidate.head < end);
    let near = all[..behind].iter().enumerate().rev();
    let ending = near.take_while(|(_, candidate)| candidate.head + 1 == end);
    let (index, subject) = ending.min_by_key(|(_, candidate)| candidate.tokens.start)?;
    let start = subject.tokens.start;
    let before = start.checked_sub(1);
    let opens = reading.sentence(cue).start == start
        || match reading.class_from(cue, before) {
            // “during what the ministry called ‘a patrol’”, “which Ana Ruiz said was wrong”
            Class::Relative
            | Class::Subordinator
            | Class::That
            | Class::Semicolon
            | Class::Colon => true,
            Class::Conjunction => const { forms(["but", "yet"]) }.contains(&reading.form(before)),
            _ => false,
        };
    opens.then_some(index)
}

/// The candidate who opens the sentence of a cue and has a participle with more words behind it, and no verb of its
/// own before the cue: “A man accused of theft from a shop told the court”.
fn described_subject(reading: &Reading, all: &[Candidate], cue: usize) -> Option<usize> {
    let subject = longest_at(all, reading.sentence(cue).start)?;
    let participle = all[subject].tokens.end;
    let goes_on = |token: usize| {
        let class = reading.class(token);
        class.is_open()
            || class.opens_noun()
            || matches!(
                class,
                Class::Preposition | Class::To | Class::Time | Class::Number | Class::Mark
            )
    };
    let is_described = participle + 2 < cue
        && reading.term(participle).is_past()
        && matches!(
            reading.class(participle + 1),
            Class::Preposition | Class::To | Class::Time
        );
    // “Traders led by their chair, Ana Ruiz, on Monday vowed”
    let name = (participle..cue).find(|&token| reading.class(token) == Class::Comma);
    let apposed = name.and_then(|comma| apposed_end(reading, all, comma));
    let aside = name.unwrap_or(cue)..apposed.unwrap_or(cue);
    let adds = |token| {
        matches!(
            reading.class(token),
            Class::Preposition | Class::Adverb | Class::Time
        )
    };
    let is_closed = apposed.is_none_or(|end| end == cue || adds(end));
    // “The mayor hoped for a deal critics said was dead.”
    let mut words = (participle..cue).filter(|token| apposed.is_none() || !aside.contains(token));
    let is_whole = reading.class(cue + 1) != Class::Auxiliary && words.all(goes_on);
    (is_described && is_whole && is_closed).then_some(subject)
}

/// The token behind the commas around a person's name, of which the first is given.
fn apposed_end(reading: &Reading, all: &[Candidate], comma: usize) -> Option<usize> {
    let name = &all[longest_at(all, comma + 1)?];
    let is_person = name.reference == Reference::Name(EntityType::Person);
    let closing = name.tokens.end;
    (is_person && reading.class(closing) == Class::Comma).then_some(closing + 1)
}

/// The longest candidate that begins at a token.
fn longest_at(all: &[Candidate], start: usize) -> Option<usize> {
    let from = all.partition_point(|candidate| candidate.head < start);
    let opening = (from..all.len()).take_while(|&index| all[index].tokens.start == start);
    opening.max_by_key(|&index| all[index].tokens.end)
}

/// The candidate who opens the last clause before a cue, behind a word that links clauses, with more words about him
/// up to the cue: “Reed declined to comment, but | a source close to her said”.
fn linked_subject(reading: &Reading, all: &[Candidate], cue: usize) -> Option<usize> {
    /// How many tokens may stand between the word that links and the cue.
    const LONGEST: usize = 32;
    const LINKS: [u32; 6] = forms(["although", "but", "though", "whereas", "while", "yet"]);
    /// Words that link a clause, too, and other words as well.
    const ASIDE_LINKS: [u32; 5] = forms(["after", "as", "before", "because", "when"]);
    let is_closed = reading.class(cue.checked_sub(1)) == Class::Comma;
    let is_finite = |token: usize| {
        let term = reading.term(token);
        let opens = matches!(term.class, Class::Pronoun | Class::Relative | Class::That);
        term.is_finite() || term.is_saying || opens
    };
    let links = |&token: &usize| {
        let form = reading.form(token);
        let is_link = LINKS.contains(&form) || is_closed && ASIDE_LINKS.contains(&form);
        (is_link || reading.class(token) == Class::Semicolon)
            && reading.quotation_of(token).is_none()
    };
    let earliest = (reading.sentence(cue).start + 1).max(cue.saturating_sub(LONGEST));
    let link = (earliest..cue).rev().find(links)?;
    let subject = longest_at(all, link + 1)?;
    let own = all[subject].tokens.clone();
    let first = reading.term(own.start);
    let is_own_sentence = reading.class(link) == Class::Semicolon;
    let opens = first.class.opens_noun() || first.class == Class::Plural || first.is_person;
    // Before a colon things speak as well: “a source close to her said: …”
    let speaks = reading.class(cue + 1) == Class::Colon
        || own.clone().any(|token| reading.term(token).is_person);
    // “a man who answered his phone”, but not “a man who said”
    let told_of = own.end..cue;
    let has_clause =
        reading.class(own.end) == Class::Relative && told_of.clone().skip(1).any(is_finite);
    let is_named = matches!(
        all[subject].reference,
        Reference::Name(EntityType::Person | EntityType::Organization)
    );
    // “but her neighbour, 48, said”, “while a lawyer for the owners, Ana Ruiz, said”
    let is_comma = |&token: &usize| reading.class(token) == Class::Comma;
    let opening = told_of.clone().find(is_comma);
    let commas = opening
        .filter(|opening| is_closed && opening + 1 < cue)
        .map(|opening| [opening, cue - 1]);
    let mut words = told_of
        .clone()
        .filter(|token| !commas.is_some_and(|commas| commas.contains(token)));
    let is_plain =
        words.all(|token| !reading.class(token).is_mark() && (has_clause || !is_finite(token)));
    let is_told_of = !told_of.is_empty() && !reading.class(own.end).opens_noun() && is_plain;
    (is_told_of && (is_own_sentence || is_named || opens && speaks)).then_some(subject)
}
