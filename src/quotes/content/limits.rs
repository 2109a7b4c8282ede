//! What a report behind its cue ends before, whatever else its sentence holds.

use std::ops::Range;

use super::{attribution, narrator};
use crate::quotes::cues::is_behind_be;
use crate::quotes::reading::Reading;
use crate::quotes::terms::{Class, form, forms};

/// Where what a cue reports ends at the latest.
pub(super) fn end(reading: &Reading, cue: &Range<usize>, window: &Range<usize>) -> usize {
    let limits = [
        attribution::end,
        relative_end,
        deed_behind_noun,
        second_deed,
        opening_end,
        agent,
        accused_end,
        narrator::end,
    ];
    let ends = limits
        .iter()
        .filter_map(|limit| limit(reading, cue, window));
    ends.min().unwrap_or(window.end)
}

/// Where the clause ends that describes somebody or something and holds the cue: “The mayor, who said the plan was bad, |
/// was late.” “The bridge, which officials said was safe, | fell.” “The mayor, who called it ‘a shame,’ | left.”
fn relative_end(reading: &Reading, cue: &Range<usize>, window: &Range<usize>) -> Option<usize> {
    let closes = |token: usize| {
        if reading.class(token) != Class::Comma {
            return None;
        }
        // In American style the comma stands within the mark.
        let (end, behind) = match reading.quotation_of(token) {
            None => (token, token + 1),
            Some(index) => [reading.quotations[index].tokens.end; 2].into(),
        };
        let is_last =
            end == token && reading.form(token + 2) != const { form("by") } || end == token + 2;
        // “who said that the nurses, and the porters, should stay”: the comma parts what is said from its verb.
        let is_whole = reading.class(cue.end) != Class::That
            || (cue.end..token).any(|token| reading.term(token).is_finite());
        (is_last && is_whole && may_be_finite(reading, behind)).then_some(end)
    };
    is_in_relative(reading, cue, window)
        .then(|| (cue.end + 1..window.end).find_map(closes))
        .flatten()
}

/// Whether a word shows a finite verb, or may be one in the present: “plans to”.
fn may_be_finite(reading: &Reading, token: usize) -> bool {
    let term = reading.term(token);
    let is_present = || term.is_saying || reading.document.word_or_none(token).ends_with('s');
    term.is_finite() || term.class.is_open() && !reading.document.is_capital(token) && is_present()
}

/// Whether a cue and its subject stand in a clause, behind a comma, about somebody or something.
pub(super) fn is_in_relative(reading: &Reading, cue: &Range<usize>, window: &Range<usize>) -> bool {
    /// How many tokens the subject of the cue may hold.
    const SUBJECT: usize = 5;
    let earliest = (window.start + 1).max(cue.start.saturating_sub(1 + SUBJECT));
    let mut before = (earliest..cue.start).rev();
    let is_of_clause =
        |class| is_of_noun(class) || matches!(class, Class::Auxiliary | Class::Adverb);
    let relative = before.find(|&token| !is_of_clause(reading.class(token)));
    relative.is_some_and(|relative| {
        reading.class(relative) == Class::Relative
            && reading.class_from(cue.start, relative - 1) == Class::Comma
    })
}

/// Whether a word can be part of a noun phrase.
fn is_of_noun(class: Class) -> bool {
    class.is_open() || class.opens_noun() || matches!(class, Class::Genitive | Class::Pronoun)
}

/// Where a report ends before a second deed of the one who speaks, or one of the writer: “said the wards were
/// full, | and appealed for blood”, “wrote that it rained, | and I agree”.
fn second_deed(reading: &Reading, cue: &Range<usize>, window: &Range<usize>) -> Option<usize> {
    let is_deed = |&comma: &usize| {
        reading.class(comma) == Class::Comma
            && reading.quotation_of(comma).is_none()
            && reading.form(comma + 1) == const { form("and") }
            && (reading.form(comma + 2) == const { form("i") }
                || reading.class(comma + 2) == Class::Ed
                    && reading.form(comma + 3) == const { form("for") })
    };
    (cue.end + 1..window.end).find(is_deed)
}

/// Where a report that is a noun alone ends before another deed of its subject: “called for calm | and got a bottle”.
fn deed_behind_noun(reading: &Reading, cue: &Range<usize>, window: &Range<usize>) -> Option<usize> {
    let is_part = |&token: &usize| {
        let term = reading.term(token);
        let links = matches!(
            term.class,
            Class::Preposition | Class::Object | Class::Number
        );
        (is_of_noun(term.class) && term.class != Class::Pronoun || links) && !term.is_past()
    };
    let length = (cue.end..window.end).take_while(is_part).count();
    let link = cue.end + length;
    let verb = reading.term(link + 1);
    let has_object = matches!(
        reading.class(link + 2),
        Class::Determiner | Class::Possessive | Class::Object | Class::Indefinite | Class::Number
    );
    let acts = verb.class == Class::Auxiliary || verb.is_past() && has_object;
    (length > 0 && link + 1 < window.end && reading.form(link) == const { form("and") } && acts)
        .then_some(link)
}

/// Where the clause ends that opens a sentence and holds the cue: “When Ana Ruiz says the dam is safe, | she
/// means dry.”
fn opening_end(reading: &Reading, cue: &Range<usize>, window: &Range<usize>) -> Option<usize> {
    let is_comma = |&token: &usize| {
        reading.class(token) == Class::Comma && reading.quotation_of(token).is_none()
    };
    // “As Ana Ruiz said, the dam is safe.”
    let opens = reading.class(window.start) == Class::Subordinator
        && reading.form(window.start) != const { form("as") }
        && !(window.start..cue.start).any(|token| reading.class(token).is_mark());
    let mut behind = cue.end + 1..window.end;
    opens.then(|| behind.find(is_comma)).flatten()
}

/// Where the one stands, behind “by”, who says in marks what somebody is called: “was called ‘a liar’ | by Ana
/// Ruiz”.
fn agent(reading: &Reading, cue: &Range<usize>, window: &Range<usize>) -> Option<usize> {
    let is_by = |&token: &usize| {
        reading.form(token) == const { form("by") } && reading.quotation_of(token - 1).is_some()
    };
    let mut behind = cue.end + 1..window.end;
    is_behind_be(reading, cue.start)
        .then(|| behind.find(is_by))
        .flatten()
}

/// Where the verb stands whose subject is accused: “A man accused of theft | has said”.
fn accused_end(reading: &Reading, cue: &Range<usize>, window: &Range<usize>) -> Option<usize> {
    let accused_of = const { forms(["accused", "of"]) };
    let is_verb = |&token: &usize| {
        let before = reading.class(token - 1);
        reading.class(token) == Class::Auxiliary
            && !matches!(before, Class::Relative | Class::That | Class::Pronoun)
    };
    let mut behind = cue.end + 2..window.end;
    let is_accused = [cue.start, cue.end].map(|token| reading.form(token)) == accused_of;
    (is_accused && !is_behind_be(reading, cue.start))
        .then(|| behind.find(is_verb))
        .flatten()
}
