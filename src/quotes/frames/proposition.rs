//! Whether a verb and what stands behind it communicate a proposition, rather than a thing that is
//! shown, signed, praised or wished for.

use std::ops::Range;

use crate::ablation;
use crate::lexicon::Tags;
use crate::quotes::content::Clause;
use crate::quotes::cues::Cue;
use crate::quotes::reading::Reading;
use crate::quotes::terms::{Class, form, forms};

/// Stems of verbs that have nothing but a clause behind them, be it without a word that opens it.
const CLAUSAL: [u32; 2] = forms(["say", "insist"]);

/// The same of verbs that may have a thing behind them, too: “claimed the title”, “conceded a goal”.
const MOSTLY_CLAUSAL: [u32; 7] = forms([
    "claim", "argu", "believ", "think", "assert", "conced", "add",
]);

/// Subordinators that open what is asked, told or explained.
const ASKING: [u32; 6] = forms(["how", "if", "when", "where", "whether", "why"]);

/// Whether the clause of a cue is a proposition that somebody communicates: “that it rained”, “whether it
/// rains”, “to leave” behind “vowed”, “the plan as a waste” behind “described”.
pub fn is_proposition(reading: &Reading, cue: &Cue, clause: &Clause) -> bool {
    let is_none = !communicates(reading, cue, clause);
    if is_none {
        ablation::fired(super::PROPOSITION);
    }
    !(is_none && ablation::is_on(super::PROPOSITION))
}

fn communicates(reading: &Reading, cue: &Cue, clause: &Clause) -> bool {
    let term = reading.term(cue.head);
    if term.tags.has(Tags::SHOWING) && (!term.is_saying || !has_person_subject(reading, cue.head)) {
        return false;
    }
    // “denied ever saying that it rained”, “chose not to say that it rained” are no reports of that.
    let mut others = cue.head + 1..clause.first.start;
    if others
        .any(|token| reading.term(token).is_saying || reading.form(token) == const { form("not") })
    {
        return false;
    }
    // What stands before its verb, or around it, is a sentence: “It rained, Reed said.”
    let is_before = clause.first.start < cue.head;
    if is_before && is_deed(reading, cue.head) {
        return false;
    }
    let is_source = term.form == const { form("according") };
    if is_source && is_measure(reading, cue.head) || is_stamp(reading, clause) {
        return false;
    }
    if is_before || is_source || term.class == Class::Colon {
        return true;
    }
    let words = clause.first.clone();
    let opening = opening(reading, &words);
    if stands_for_words(reading, opening) {
        return false;
    }
    match reading.class(opening) {
        Class::That => true,
        // “said while he was in Oslo”
        Class::Subordinator if !ASKING.contains(&reading.form(opening)) => false,
        Class::Subordinator | Class::Relative => term.is_saying || term.tags.has(Tags::THINKING),
        Class::To => term.tags.has(Tags::URGING),
        // “what she said about the plan”
        Class::Preposition
            if term.stem == const { form("say") }
                && !is_clause(reading, &words)
                && !has_participle(reading, &words)
                && !words.clone().any(|token| reading.class(token).is_mark()) =>
        {
            false
        }
        // “which engineers believe could be dug”
        Class::Auxiliary if !term.is_saying => false,
        _ => {
            CLAUSAL.contains(&term.stem)
                || MOSTLY_CLAUSAL.contains(&term.stem)
                    && (is_clause(reading, &words) || has_participle(reading, &words))
                || term.stem != const { form("order") } && urges(reading, term.tags, &words)
                || judges(reading, cue.head, &words)
                || ((term.is_saying || term.tags.has(Tags::THINKING)) && is_clause(reading, &words))
        }
    }
}

/// Whether things are sorted by what stands behind “according to”, and nobody says so: “by size”, and a noun alone.
fn is_measure(reading: &Reading, head: usize) -> bool {
    const SPEAKERS: Tags = Tags::BODY_NOUN.union(Tags::PEOPLE).union(Tags::COURT);
    let can_speak = |token: usize| {
        let term = reading.term(token);
        term.is_person || term.tags.has(SPEAKERS) || term.class != Class::Open
    };
    let noun = head + 2;
    let words = (noun..noun + 3).take_while(|&token| reading.class(token).is_open());
    head > 0
        && !reading.class(head - 1).is_mark()
        && reading.class(noun) == Class::Open
        && !words.into_iter().any(can_speak)
}

/// Whether a clause is but a date or an hour: “Ana Ruiz says: July 26, 2010 at 5:13 pm”.
fn is_stamp(reading: &Reading, clause: &Clause) -> bool {
    let mut words = clause.parts().flatten();
    words.all(|token| {
        let class = reading.class(token);
        matches!(class, Class::Time | Class::Number | Class::Preposition)
            || class.is_mark()
            || const { forms(["am", "pm"]) }.contains(&reading.form(token))
    })
}

/// Whether a verb is one of several that somebody does, and has a thing and not its speaker behind it: “He waved, said
/// a prayer for Reed and left.”
fn is_deed(reading: &Reading, head: usize) -> bool {
    const SPEAKERS: Tags = Tags::BODY_NOUN
        .union(Tags::PEOPLE)
        .union(Tags::CIRCLE)
        .union(Tags::PERSON)
        .union(Tags::MALE)
        .union(Tags::FEMALE);
    const LONGEST: usize = 5;
    const NEAR: usize = 12;
    let is_noun = |&token: &usize| {
        let class = reading.class_from(head, token);
        class.opens_noun() || class.is_open() || matches!(class, Class::Indefinite | Class::Number)
    };
    let words = (head + 1..head + 1 + LONGEST).take_while(is_noun);
    let can_speak = |token: usize| {
        let term = reading.term(token);
        let is_name = matches!(term.class, Class::Capital | Class::Upper);
        term.is_person || is_name || term.tags.has(SPEAKERS)
    };
    let Some(noun) = words.clone().last() else {
        return false;
    };
    let links = matches!(
        reading.class_from(head, noun + 1),
        Class::Preposition | Class::To
    );
    let is_thing = reading.class(noun).is_open() || reading.term(noun).tags.has(Tags::UNSPECIFIC);
    // “said a mourner in Velm”, but “said a prayer for Reed, and lit a candle”
    let is_bare = !words.clone().any(|token| reading.class(token).opens_noun());
    let is_last = |token: usize| {
        reading.form_from(head, token) == const { form("and") } && reading.term(token + 1).is_past()
    };
    let is_listed = || (noun..noun + NEAR).any(is_last);
    reading.class_from(head, head.checked_sub(1)) == Class::Comma
        && links
        && is_thing
        && !words.clone().any(can_speak)
        && (is_bare || is_listed())
}

/// The word that opens a clause, behind whoever hears it: “them | that it rained”.
fn opening(reading: &Reading, words: &Range<usize>) -> usize {
    let is_hearer =
        |&token: &usize| matches!(reading.class(token), Class::Object | Class::Quotation);
    words.start + words.clone().take_while(is_hearer).count()
}

/// “said nothing for an hour”, but not “said nothing was lost”.
fn stands_for_words(reading: &Reading, opening: usize) -> bool {
    let next = reading.term(opening + 1);
    // “told it to the mayor”, but not “expected it to rain”
    let hearer = reading.class(opening + 2);
    let is_hearer = hearer.opens_noun() || hearer == Class::Capital;
    let is_it = const { forms(["it", "this"]) }.contains(&reading.form(opening));
    is_it && next.class == Class::To && is_hearer
        || const { forms(["anything", "little", "nothing", "something"]) }
            .contains(&reading.form(opening))
            && !next.is_finite()
}

/// “drivers to avoid the bypass” behind “urged”; what a court orders is done.
fn urges(reading: &Reading, tags: Tags, words: &Range<usize>) -> bool {
    const LONGEST: usize = 8;
    let is_noun = |&token: &usize| {
        let class = reading.class(token);
        class.is_open()
            || class.opens_noun()
            || matches!(
                class,
                Class::Object | Class::Preposition | Class::Genitive | Class::Number | Class::Dash
            )
    };
    let noun = words.clone().take(LONGEST).take_while(is_noun).count();
    let to = words.start + noun;
    // “a refund to its customers”
    let is_verb = matches!(
        reading.class(to + 1),
        Class::Open | Class::Auxiliary | Class::Adverb
    );
    tags.has(Tags::URGING) && reading.class(to) == Class::To && is_verb
}

/// “the plan as a waste” behind “described”, “the mayor of lying” behind “accused”.
fn judges(reading: &Reading, head: usize, words: &Range<usize>) -> bool {
    let accuses = reading.term(head).stem == const { form("accus") };
    let link = if accuses {
        const { form("of") }
    } else {
        const { form("as") }
    };
    reading.term(head).tags.has(Tags::JUDGING)
        && words.clone().any(|token| reading.form(token) == link)
}

/// Whether words hold a finite verb that no relative clause holds: “the plan had failed”, “it rained”.
fn is_clause(reading: &Reading, words: &Range<usize>) -> bool {
    let is_relative = |token: usize| {
        matches!(
            reading.class(token),
            Class::Relative | Class::That | Class::Subordinator
        )
    };
    let is_finite = |token: usize| {
        let term = reading.term(token);
        let before = reading.class(token.checked_sub(1));
        let behind_noun = token > words.start && !before.opens_noun() && before != Class::To;
        match term.class {
            Class::Auxiliary => behind_noun,
            Class::Pronoun => true,
            Class::Open => term.tags.has(Tags::PAST) && behind_noun,
            _ => false,
        }
    };
    words
        .clone()
        .take_while(|&token| !is_relative(token) && !reading.class(token).is_mark())
        .any(is_finite)
}

/// Whether a past form in -ed stands behind a noun: “claimed the council ignored him”.
fn has_participle(reading: &Reading, words: &Range<usize>) -> bool {
    let mut tokens = words.start + 1..words.end;
    tokens.any(|token| {
        let before = reading.class(token - 1);
        reading.class(token) == Class::Ed && (before.is_open() || before == Class::Adverb)
    })
}

/// Whether somebody, and not a thing, is the subject of a verb, as the word before it shows.
fn has_person_subject(reading: &Reading, head: usize) -> bool {
    let belongs = |&token: &usize| {
        matches!(
            reading.class_from(head, token),
            Class::Auxiliary | Class::Adverb | Class::Comma
        )
    };
    let length = (0..head).rev().take_while(belongs).count();
    let noun = (head - length).checked_sub(1);
    let noun = noun.filter(|&noun| reading.is_beside(head, noun));
    let term = reading.term(noun);
    term.is_person
        || matches!(
            term.class,
            Class::Capital | Class::Upper | Class::Indefinite
        )
        || term.class == Class::Pronoun && term.form != const { form("it") }
        || term.class == Class::Relative && term.form == const { form("who") }
}
