//! Several who speak together: “Ana Ruiz and her son”. No one of them has said it alone.

use std::ops::Range;

use super::candidates::{Candidate, Reference};
use super::near::{LINKS, Near};
use crate::annotations::EntityType;
use crate::lexicon::Tags;
use crate::quotes::reading::Reading;
use crate::quotes::terms::{Class, form, forms};

/// How many tokens may stand beside a mention, between commas or brackets, before the next one.
const LONGEST_ASIDE: usize = 12;

/// Words that join one who speaks to another.
const JOINS: [u32; 4] = forms(["&", "and", "nor", "or"]);

/// Words of several tokens that do, behind a comma or without one.
const LONG_JOINS: [[u32; 3]; 3] = [
    forms(["as", "well", "as"]),
    forms(["along", "with", ""]),
    forms(["together", "with", ""]),
];

/// All who speak together with a mention, where they are the subject of the cue; `None` where it speaks alone.
pub(super) fn whole(near: &Near, tokens: Range<usize>) -> Option<Range<usize>> {
    let Some(cue) = near.cue else {
        let end = with_next(near, tokens.end)?;
        return Some(tokens.start..end);
    };
    if tokens.start > cue {
        let end = with_next(near, tokens.end)?;
        return ends_subject(near.reading, end).then_some(tokens.start..end);
    }
    if tokens.end > cue {
        return None;
    }
    let behind = with_next(near, tokens.end).filter(|&end| reaches(near, end, cue));
    let end = match behind {
        Some(end) => end,
        None if reaches(near, tokens.end, cue) => tokens.end,
        None => return None,
    };
    match with_first(near, &tokens) {
        Some(start) => Some(start..end),
        None => behind.map(|end| with_both(near.reading, tokens.start)..end),
    }
}

/// The end of the last of those who are joined to one who ends at a token: “Ana Ruiz |, 41, and her son”, “Ana
/// Ruiz |, Bob Lane and Tom Reed”.
fn with_next(near: &Near, end: usize) -> Option<usize> {
    let mut last = None;
    let mut at = end;
    // Of a list, the last alone has a join before it.
    while let Some((next, is_joined)) = next_end(near, at) {
        at = next;
        if is_joined {
            last = Some(at);
        }
    }
    last
}

/// The end of the next who is joined to one who ends at a token, and whether by a word or by a comma alone.
fn next_end(near: &Near, end: usize) -> Option<(usize, bool)> {
    let reading = near.reading;
    let linked = near.linked(end, &LINKS);
    let starts = [
        Some(end),
        behind_aside(near, end),
        Some(linked),
        behind_aside(near, linked),
    ];
    for start in starts.into_iter().flatten() {
        let comma = usize::from(reading.class_from(end, start) == Class::Comma);
        if let Some(next) = join_end(reading, start + comma).and_then(|at| one_from(near, at)) {
            return Some((next, true));
        }
        if comma > 0
            && let Some(next) = near.person_starting_at(start + 1)
            && is_listed(near, next)
        {
            return Some((next.tokens.end, false));
        }
    }
    None
}

/// Whether a name behind a comma can be the next of a list: a comma or a join follows on it.
fn is_listed(near: &Near, next: &Candidate) -> bool {
    let end = next.tokens.end;
    matches!(next.reference, Reference::Name(_))
        && (near.reading.class_from(end - 1, end) == Class::Comma
            || join_end(near.reading, end).is_some())
}

/// The end of the words that join, if they stand at a token.
fn join_end(reading: &Reading, at: usize) -> Option<usize> {
    let form_at = |index: usize| reading.form_from(at, at + index);
    if JOINS.contains(&form_at(0)) || reading.document.word_or_none(at) == "&" {
        return Some(at + 1);
    }
    LONG_JOINS.iter().find_map(|join| {
        let words = join.iter().filter(|&&word| word != const { form("") });
        let count = words.clone().count();
        let stands = words
            .enumerate()
            .all(|(index, &word)| form_at(index) == word);
        stands.then_some(at + count)
    })
}

/// The end of one who can speak and begins at a token, perhaps with a name behind: “her son, Tom Reed,”.
fn one_from(near: &Near, at: usize) -> Option<usize> {
    let reading = near.reading;
    if reading.term(at).tags.has(Tags::FELLOW) {
        return Some(at + 1);
    }
    let is_owned = reading.class(at) == Class::Possessive;
    let one = near.starting_at(at).filter(|one| {
        is_owned && one.reference == Reference::Description
            || near.can_speak(one) && !is_second_role(reading, one)
    })?;
    let end = match one.reference {
        Reference::Description => near.linked(one.tokens.end, &LINKS),
        _ => one.tokens.end,
    };
    Some(near.apposed(end, false).unwrap_or(end))
}

/// Whether a description is what somebody else is, too, rather than another one: “lead author and | chemist Ana Ruiz”.
fn is_second_role(reading: &Reading, one: &Candidate) -> bool {
    let first = reading.class(one.tokens.start);
    let noun = reading.class(one.head);
    let is_one =
        !matches!(noun, Class::Plural) && reading.form(one.head) != const { form("police") };
    one.reference == Reference::Description
        && is_one
        && !first.opens_noun()
        && first != Class::Number
}

/// The token behind what stands beside a mention that ends at a token, between commas or in brackets: “Ana Ruiz, 41|,”,
/// “Ana Ruiz (Oslo)|”. The comma that closes it is not passed.
fn behind_aside(near: &Near, end: usize) -> Option<usize> {
    let reading = near.reading;
    let limit = reading.sentence(end.checked_sub(1)?).end;
    let limit = limit.min(end + 1 + LONGEST_ASIDE);
    let closing = match reading.class_from(end - 1, end) {
        Class::Comma => Class::Comma,
        Class::Opening => Class::Closing,
        _ => return None,
    };
    let close = (end + 1..limit).find(|&token| reading.class(token) == closing)?;
    let has_verb = (end + 1..close).any(|token| {
        let term = reading.term(token);
        term.is_saying && Some(token) == near.cue
            || matches!(
                term.class,
                Class::Auxiliary | Class::Pronoun | Class::Relative
            )
            || reading.quotation_of(token).is_some()
    });
    let behind = close + usize::from(closing == Class::Closing);
    (!has_verb && close > end + 1).then_some(behind)
}

/// Whether nothing but words that belong to the verb, a comma, and what stands beside a mention come between it and
/// its verb.
fn reaches(near: &Near, end: usize, cue: usize) -> bool {
    let reading = near.reading;
    let belongs = |token: usize| {
        matches!(
            reading.class(token),
            Class::Auxiliary | Class::Adverb | Class::Comma
        )
    };
    let linked = near.linked(end, &LINKS);
    let aside = behind_aside(near, linked).unwrap_or(linked);
    [end, linked, aside]
        .into_iter()
        .any(|from| from <= cue && (from..cue).all(belongs))
}

/// Whether a subject behind its verb ends at a token, and no clause has its own there: “said Ana Ruiz, and Tom Reed left”.
fn ends_subject(reading: &Reading, end: usize) -> bool {
    let class = reading.class_from(end - 1, end);
    class.is_mark() || matches!(class, Class::Preposition | Class::Relative | Class::Time)
}

/// Where those begin who are joined to one before a cue: “| Ana Ruiz, Bob Lane and Tom Reed said”, “| Ana Ruiz and
/// her son, Tom Reed, said”.
fn with_first(near: &Near, tokens: &Range<usize>) -> Option<usize> {
    let reading = near.reading;
    let mut start = tokens.start;
    let is_apposed = reading.class(start.checked_sub(1)?) == Class::Comma
        && reading.class(tokens.end) == Class::Comma;
    if is_apposed {
        start = near
            .person_ending_at(start - 1)
            .map_or(start, |one| one.tokens.start);
    }
    start = first_before(near, start)?;
    while let Some(comma) = start.checked_sub(1)
        && reading.class_from(start, comma) == Class::Comma
        && let Some(first) = near.person_ending_at(comma)
    {
        start = first.tokens.start;
    }
    let start = with_both(reading, start);
    opens(reading, start).then_some(start)
}

/// Where the one begins who is joined to one that begins at a token.
fn first_before(near: &Near, start: usize) -> Option<usize> {
    let reading = near.reading;
    let mut join = (1..=3).filter_map(|length| start.checked_sub(length));
    let join = join.rfind(|&join| join_end(reading, join) == Some(start))?;
    let comma = join.checked_sub(1);
    let comma = comma.filter(|&comma| reading.class_from(join, comma) == Class::Comma);
    let end = comma.unwrap_or(join);
    // “Mr and Mrs Reed”
    let title = join.checked_sub(1);
    if title.is_some_and(|title| reading.term(title).tags.has(Tags::HONORIFIC)) {
        return title;
    }
    // “She and her co-author”
    if reading.class_from(join, end.checked_sub(1)) == Class::Pronoun {
        return end.checked_sub(1);
    }
    let one = near.person_ending_at(end).or_else(|| {
        // “Ana Ruiz, 41, and her son”
        let from = end.saturating_sub(LONGEST_ASIDE + 1);
        let close = |at: usize| behind_aside(near, at) == Some(end);
        let mut ends = (from..end).rev().filter(|&at| close(at));
        ends.find_map(|at| near.person_ending_at(at))
    })?;
    // “Ana Ruiz of Northgate and Tom Reed”
    let link = one.tokens.start.checked_sub(1);
    let is_linked = LINKS.contains(&reading.form_from(one.tokens.start, link));
    let holder = link
        .filter(|_| is_linked)
        .and_then(|link| near.person_ending_at(link));
    let one = holder.unwrap_or(one);
    let is_named = matches!(one.reference, Reference::Name(EntityType::Person));
    let is_another = is_named || comma.is_none() && !is_second_role(reading, one);
    is_another.then_some(one.tokens.start)
}

/// A start with the “both”, “either” or “neither” before it.
fn with_both(reading: &Reading, start: usize) -> usize {
    const BOTH: [u32; 3] = forms(["both", "either", "neither"]);
    let before = start.checked_sub(1);
    let both = before.filter(|&before| BOTH.contains(&reading.form_from(start, before)));
    both.unwrap_or(start)
}

/// Whether a clause begins at a token.
fn opens(reading: &Reading, token: usize) -> bool {
    let before = token.checked_sub(1);
    reading.sentence(token).start == token
        || match reading.class_from(token, before) {
            Class::Subordinator | Class::That => true,
            Class::Conjunction => reading.form(before) == const { form("but") },
            class => class.is_mark(),
        }
}

/// Where the names begin that are joined to one that begins at a token: “lawyers for | Ana Ruiz and Tom Reed”.
pub(super) fn first_of(reading: &Reading, start: usize) -> usize {
    let is_name = |&token: &usize| matches!(reading.class(token), Class::Capital | Class::Upper);
    let join = start
        .checked_sub(1)
        .filter(|&join| JOINS.contains(&reading.form(join)));
    let Some(join) = join else { return start };
    let name = (0..join).rev().take_while(is_name).count();
    if name > 0 { join - name } else { start }
}

/// Whether a label holds two names with a join between them: “Ana Ruiz and Tom Reed:”. One alone may be a body's.
pub(super) fn joins(reading: &Reading, label: &Range<usize>) -> bool {
    let is_name = |token: usize| matches!(reading.class(token), Class::Capital | Class::Upper);
    let mut within = label.start + 2..label.end.saturating_sub(2);
    within.any(|join| {
        JOINS.contains(&reading.form(join))
            && [join - 2, join - 1, join + 1, join + 2]
                .into_iter()
                .all(is_name)
    })
}
