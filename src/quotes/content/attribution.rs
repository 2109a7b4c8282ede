//! Attributions whose place in the sentence alone shows what they report: “…, said Ana Ruiz, who …”
//! and “…, the mayor said.”

use std::ops::Range;

use crate::lexicon::Tags;
use crate::quotes::reading::Reading;
use crate::quotes::terms::{Class, form, forms};

/// How many tokens the noun phrase of such an attribution may hold.
const LONGEST: usize = 10;

/// Whether a cue stands between what is said and who says it: “…, said Ana Ruiz, who …”, but not
/// in “Reed, who was late, said Ana Ruiz was ill”.
pub fn is_inverted(reading: &Reading, head: usize) -> bool {
    let class = |token: usize| reading.class_from(head, token);
    let is_parted = head > 0 && matches!(class(head - 1), Class::Comma | Class::Quotation);
    let is_name = |token: usize| {
        matches!(
            class(token),
            Class::Capital | Class::Upper | Class::Determiner | Class::Indefinite
        )
    };
    let said = const { forms(["said", "say", "says"]) };
    let is_people = |token: usize| reading.terms.get(token).is_some_and(|term| term.is_person);
    if !is_parted
        || !said.contains(&reading.form(head))
        || !(is_name(head + 1) || is_people(head + 1))
    {
        return false;
    }
    if closes_clause(reading, head - 1) {
        return true;
    }
    if closes_aside(reading, head - 1) {
        return false;
    }
    // A past form behind the noun has it for its subject: “said Ana Ruiz lied”, “said the men wore lamps”.
    let is_past = |token: usize| reading.term(token).tags.has(Tags::PAST);
    let holds = |token: usize| match class(token) {
        Class::Ed => false,
        Class::Open if is_past(token) => false,
        Class::Dash => reading.document.is_within_word(token),
        // “said Ana Ruiz and Tom Reed”, but not “said Ana Ruiz and left”.
        Class::Conjunction => is_name(token + 1),
        class => is_part(class) || matches!(class, Class::Preposition | Class::Number),
    };
    let phrase = (head + 1..head + 1 + LONGEST).take_while(|&token| holds(token));
    matches!(class(head + 1 + phrase.count()), Class::Comma | Class::Stop)
}

/// Whether nothing but somebody and what is said of them between commas stands before a comma: “Ana Ruiz, the station
/// commander, | said Tom Reed, 37, swam”, “The cook, who came late, | said”.
fn closes_aside(reading: &Reading, comma: usize) -> bool {
    let start = reading.sentence(comma).start;
    let is_comma = |token: &usize| reading.class(*token) == Class::Comma;
    let Some(opening) = (start..comma).find(is_comma).filter(|_| is_comma(&comma)) else {
        return false;
    };
    let is_finite = |token: usize| reading.term(token).is_finite();
    let first = reading.class(opening + 1);
    let describes = first.opens_noun() || matches!(first, Class::Number | Class::Relative);
    let last = opening.checked_sub(1);
    let is_one = reading.term(last).is_person
        || matches!(reading.class(last), Class::Capital | Class::Upper);
    let has_verb = (start..opening).any(is_finite)
        || first != Class::Relative && (opening..comma).any(is_finite);
    opening > start && is_one && describes && !has_verb
}

/// Whether the words from the beginning of a sentence to its first comma, at or before this one, are a clause with a
/// verb of its own: “The plant will close, | said the union”, but not “Reed, who is late, | said the union was”.
fn closes_clause(reading: &Reading, comma: usize) -> bool {
    let start = reading.sentence(comma).start;
    let mut words = (start..comma)
        .map(|token| reading.class(token))
        .take_while(|&class| !matches!(class, Class::Comma | Class::Relative | Class::Quotation));
    reading.class(comma) == Class::Comma && words.any(|class| class == Class::Auxiliary)
}

/// Whether a sentence opens with what somebody was asked or does meanwhile, which is not what is said: “Asked
/// whether he knew, Reed said no”, “Speaking in Oslo, Reed said no”.
pub(super) fn answers(reading: &Reading, sentence: usize) -> bool {
    reading.class(sentence) == Class::Capital && reading.term(sentence).tags.has(Tags::MEANWHILE)
}

/// Where what is said ends before the attribution that closes a window, if one does, and does so
/// behind a cue: “Lane said the talks had been frank, her spokesman said.”
pub(super) fn end(reading: &Reading, cue: &Range<usize>, window: &Range<usize>) -> Option<usize> {
    const NEAREST: usize = 4;
    let said = const { forms(["said", "says", "added"]) };
    let from = reading
        .cues
        .partition_point(|other| other.head < cue.end + NEAREST);
    let behind = reading.cues[from..]
        .iter()
        .take_while(|other| other.head < window.end);
    let last = behind
        .filter(|other| said.contains(&reading.form(other.head)))
        .last()?
        .head;
    let start = closing(reading, last, window).filter(|&start| start > cue.end)?;
    let comma = start - 1;
    let end = if reading.class(comma) == Class::Comma {
        comma
    } else {
        start
    };
    (end > cue.end).then_some(end)
}

/// Where the noun phrase before a verb begins, where these two close their sentence as an
/// attribution does: “…, the mayor said on Monday.”
pub fn closing(reading: &Reading, head: usize, sentence: &Range<usize>) -> Option<usize> {
    if !closes(reading, head, sentence.end) {
        return None;
    }
    if let Some(comma) = described_from(reading, head, sentence.start) {
        return Some(comma + 1);
    }
    let phrase = (head.saturating_sub(LONGEST)..head).rev();
    let length = phrase
        .take_while(|&token| is_part(reading.class_from(head, token)))
        .count();
    let start = head - length;
    let comma = start.checked_sub(1)?;
    let is_parted = match reading.class_from(head, comma) {
        Class::Comma => reading.quotation_of(comma).is_none(),
        Class::Quotation => comma > 0 && reading.class(comma - 1) == Class::Comma,
        _ => false,
    };
    (length > 0 && is_parted).then_some(start)
}

/// Where what is said begins behind a source that opens the sentence: behind the first comma, where
/// nothing that follows on it can be about the source: “According to the Friends of Oslo, its …”
pub(super) fn opening(
    reading: &Reading,
    cue: &Range<usize>,
    window: &Range<usize>,
) -> Option<usize> {
    if cue.start != window.start || cue.len() == 1 {
        return as_told(reading, cue, window);
    }
    let comma = (cue.end..window.end).find(|&token| reading.class(token).is_mark())?;
    if reading.term(comma - 1).is_person
        && let Some(end) = apposed_end(reading, comma)
    {
        return Some(end);
    }
    let tells_of_it = matches!(
        reading.class(comma + 1),
        Class::Determiner
            | Class::Indefinite
            | Class::Relative
            | Class::Conjunction
            | Class::Preposition
            | Class::Upper
            | Class::Capital
    );
    (reading.class(comma) == Class::Comma && !tells_of_it).then_some(comma + 1)
}

/// Where what is said begins behind the clause with “as” that opens the sentence and holds the cue: “As Ana Ruiz
/// told me on Monday, | the dam is safe.”
fn as_told(reading: &Reading, cue: &Range<usize>, window: &Range<usize>) -> Option<usize> {
    let is_mark = |&token: &usize| reading.class(token).is_mark();
    let opens =
        reading.term(cue.start).is_saying && reading.form(window.start) == const { form("as") };
    let comma = (window.start..window.end)
        .find(is_mark)
        .filter(|&comma| comma >= cue.end)?;
    let is_hearer = |token: usize| {
        let class = reading.class(token);
        is_part(class) && class != Class::Pronoun
            || matches!(class, Class::Object | Class::Preposition | Class::Time)
    };
    let is_closed = reading.class(comma) == Class::Comma && (cue.end..comma).all(is_hearer);
    (opens && is_closed).then_some(comma + 1)
}

/// The token behind the name between commas that says who a description is: “the coach, Ana Ruiz, | …”.
fn apposed_end(reading: &Reading, comma: usize) -> Option<usize> {
    let is_name = |&token: &usize| matches!(reading.class(token), Class::Capital | Class::Upper);
    let words = (comma + 1..).take_while(is_name).count();
    let end = comma + 1 + words;
    let is_closed = [comma, end].map(|mark| reading.class(mark)) == [Class::Comma; 2];
    (words > 0 && is_closed && reading.class(end + 1) != Class::Relative).then_some(end + 1)
}

/// Where what is said begins behind the one who says it of somebody else: “was described by farmers as …”,
/// “was accused by farmers of …”.
pub(super) fn behind_agent(
    reading: &Reading,
    cue: &Range<usize>,
    window: &Range<usize>,
) -> Option<usize> {
    let is = |token: usize, word: &str| reading.form_from(cue.start, token) == form(word);
    let helps = |verb: usize| reading.class_from(cue.start, verb) == Class::Auxiliary;
    if !is(cue.end, "by") || !cue.start.checked_sub(1).is_some_and(helps) {
        return None;
    }
    let link = if is(cue.start, "accused") { "of" } else { "as" };
    let mut agent = cue.end + 1..window.end.min(cue.end + 1 + LONGEST);
    let at = agent.find(|&token| is(token, link) || !is_agent(reading.class(token)))?;
    is(at, link).then_some(at)
}

/// Where a clause begins that nothing but whom somebody tells stands before: “told the jury | the door was shut”,
/// “told an old friend | she would leave”.
pub(super) fn behind_hearer(reading: &Reading, cue: usize, window: &Range<usize>) -> Option<usize> {
    const TELLS: [u32; 4] = forms(["assur", "inform", "remind", "tell"]);
    const LONGEST_SUBJECT: usize = 12;
    // “said despite all that, …”
    let is_that =
        |token: usize| reading.class(token) == Class::That && !reading.class(token + 1).is_mark();
    let begins = |token: usize| {
        let class = reading.class(token);
        class == Class::Pronoun
            || is_that(token)
            || class.opens_noun()
                && reading.class(token - 1) != Class::Preposition
                // “told the radio this month that”
                && reading.class(token + 1) != Class::Time
                && !reading.term(token + 1).tags.has(Tags::TIME_UNIT)
    };
    // “said on the show ‘Late Night’ | that”
    let says = reading.term(cue).stem == const { form("say") }
        && reading.class(cue + 1) == Class::Preposition;
    let is_hearer = |token: usize| {
        let class = reading.class(token);
        is_part(class)
            || matches!(class, Class::Preposition | Class::Object | Class::Time)
            || says && class == Class::Quotation
    };
    if !says && !TELLS.contains(&reading.term(cue).stem) {
        return None;
    }
    let mut behind = cue + 2..window.end.min(cue + 2 + LONGEST);
    let start = behind.find(|&token| begins(token) || !is_hearer(token))?;
    let is_whole = (cue + 1..start).all(is_hearer) && begins(start);
    if says || is_that(start) {
        return (is_whole && is_that(start)).then_some(start);
    }
    let mut clause = start + 1..window.end.min(start + 1 + LONGEST_SUBJECT);
    let is_end = |token: usize| reading.class(token).is_mark() || reading.class(token) == Class::To;
    let verb = clause.find(|&token| reading.term(token).is_finite() || is_end(token))?;
    (is_whole && !is_end(verb)).then_some(start)
}

/// Whether a word can be part of the noun phrase behind “by”.
fn is_agent(class: Class) -> bool {
    is_part(class) || matches!(class, Class::Preposition | Class::Conjunction)
}

/// Where the comma before a cue's subject stands whom a relative clause describes: “…, the source, who
/// had spoken to both, told the Post.”
pub(super) fn described_from(reading: &Reading, head: usize, from: usize) -> Option<usize> {
    let is_comma = |token: usize| reading.class(token) == Class::Comma;
    if head == from || !is_comma(head - 1) || reading.form(head) == const { form("according") } {
        return None;
    }
    let relative = (from + 1..head)
        .rev()
        .find(|&token| reading.class(token) == Class::Relative && is_comma(token - 1))?;
    let phrase = (from..relative - 1).rev();
    let length = phrase
        .take_while(|&token| is_part(reading.class(token)))
        .count();
    let comma = (relative - 1 - length).checked_sub(1)?;
    (length > 0 && comma > from && is_comma(comma)).then_some(comma)
}

/// Whether nothing stands behind a cue but the end of its sentence, and perhaps where or when, or
/// whom somebody told: “in a statement”, “on Monday”, “told the Post”.
fn closes(reading: &Reading, cue: usize, end: usize) -> bool {
    const LONGEST: usize = 5;
    let rest = cue + 1..end;
    let is_told = || reading.term(cue).stem == const { form("tell") };
    let is_adverbial = rest.len() <= LONGEST
        && (matches!(
            reading.class_from(cue, cue + 1),
            Class::Preposition | Class::Time
        ) || is_told());
    let mut words = rest.filter(|&token| reading.class(token) != Class::Stop);
    words.next().is_none()
        || is_adverbial
            && words.all(|token| {
                let class = reading.class(token);
                is_part(class) || matches!(class, Class::Preposition | Class::Time)
            })
}

/// Whether a word can be part of the noun phrase that names a speaker.
fn is_part(class: Class) -> bool {
    class.is_open()
        || matches!(
            class,
            Class::Determiner
                | Class::Indefinite
                | Class::Genitive
                | Class::Possessive
                | Class::Dash
                | Class::Number
                | Class::Pronoun
        )
}
