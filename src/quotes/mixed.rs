//! Clauses that somebody is credited with, with or without words within marks.

use std::ops::Range;

use super::content::Clause;
use super::cues::Cue;
use super::direct::shape;
use super::introduced::is_introduced;
use super::outermost;
use super::reading::Reading;
use super::reported::Reported;
use super::status::Status;
use super::terms::{Class, form, forms};
use crate::annotations::QuoteKind;
use crate::lexicon::Tags;
use crate::model::linear::Linear;

// The floors were chosen by training on one half of the training articles and scoring the other.

/// How likely a cue must be for a clause with quotations.
const MIXED_FLOOR: f32 = 0.6;

/// How likely a cue must be for a clause whose quotations, taken by themselves, nobody says.
const SCARE_FLOOR: f32 = 0.8;

/// The clauses that cues report which direct quotes leave free; the quotations in them are nobody else's then.
pub(super) fn reports(
    reading: &Reading,
    model: &Linear,
    direct: &[Reported],
    statuses: &mut [(Status, f32)],
) -> Vec<Reported> {
    let mut is_used = vec![false; reading.terms.len()];
    for reported in direct {
        let cue = reported
            .cue
            .filter(|&cue| !is_borrowed(reading, reported, cue));
        if let Some(cue) = cue {
            is_used[cue] = true;
        }
    }
    let is_direct = |token: usize| {
        let quotation = reading.quotation_of(token);
        quotation.is_some_and(|index| statuses[index].0 == Status::Direct)
    };
    let clauses = outermost::clauses(reading, model, |head| !is_used[head], is_direct);
    let reports = clauses.into_iter().filter_map(|(cue, clause)| {
        let within = quotations_within(reading, &cue, &clause);
        if is_apposed(reading, &cue, &clause) || !is_sound(reading, &cue, &within, statuses) {
            return None;
        }
        for &index in &within {
            statuses[index].0 = Status::Direct;
        }
        report(reading, &cue, &clause, &within)
    });
    reports.collect()
}

/// The report that a clause and the quotations within it are.
fn report(reading: &Reading, cue: &Cue, clause: &Clause, within: &[usize]) -> Option<Reported> {
    let content: Vec<_> = clause
        .parts()
        .map(|part| utterance(reading, cue.head, part))
        .map(|part| behind_time(reading, cue.head, part))
        .map(|part| completed(reading, trimmed(reading, part)))
        .filter(|part| !part.is_empty())
        .collect();
    let quoted: Vec<_> = within
        .iter()
        .flat_map(|&index| {
            let tokens = &reading.quotations[index].tokens;
            content
                .iter()
                .map(|part| tokens.start.max(part.start)..tokens.end.min(part.end))
        })
        .filter(|part| !part.is_empty())
        .collect();
    let start = content.first()?.start;
    Some(Reported {
        kind: if quoted.is_empty() {
            QuoteKind::Indirect
        } else if quoted == content && is_introduced(reading, cue.head, start) {
            QuoteKind::Direct
        } else {
            QuoteKind::Mixed
        },
        content,
        quoted,
        cue: Some(cue.head),
        subject: None,
        label: None,
        probability: cue.probability,
    })
}

/// Whether a direct quote has its cue from the sentence before, where it reports words of its own:
/// “Ana Ruiz said she had seen it. ‘It was white.’”
fn is_borrowed(reading: &Reading, reported: &Reported, cue: usize) -> bool {
    let start = reported.content[0].start;
    cue < start
        && reading.sentence_number(cue) < reading.sentence_number(start)
        && reading.class(start - 1) != Class::Colon
}

/// Whether a clause may hold what it holds: no direct quote, words of irony or a title alone only
/// where its cue is likely, and single words alone only where it is a verb of saying, too.
fn is_sound(reading: &Reading, cue: &Cue, within: &[usize], statuses: &[(Status, f32)]) -> bool {
    let is_word = |index: usize| shape::is_word(reading, index);
    let has_status = |index: usize, status| statuses[index].0 == status;
    within.is_empty()
        || !within
            .iter()
            .any(|&index| has_status(index, Status::Direct))
            && cue.probability >= MIXED_FLOOR
            && (cue.probability >= SCARE_FLOOR
                || !within
                    .iter()
                    .all(|&index| is_word(index) || has_status(index, Status::Scare)))
            && (reading.term(cue.head).is_saying || !within.iter().all(|&index| is_word(index)))
}

/// Whether a clause before its cue is a participle and what belongs to it, and the cue has words of its own behind it:
/// “Dubbed ‘the quiet one’, Ana Ruiz said little.”
fn is_apposed(reading: &Reading, cue: &Cue, clause: &Clause) -> bool {
    let start = clause.first.start;
    let word = reading.document.word_or_none(start);
    let is_participle = word.ends_with("ed")
        || const { forms(["known", "seen", "told"]) }.contains(&reading.form(start));
    start < cue.head
        && start == reading.sentence(start).start
        && is_participle
        && !reading.class_from(cue.head, cue.head + 1).is_mark()
}

/// The quotations that a clause holds and that are somebody's words, and no titles or labels.
fn quotations_within(reading: &Reading, cue: &Cue, clause: &Clause) -> Vec<usize> {
    let within = |part: Range<usize>| {
        let from = reading
            .quotations
            .partition_point(|q| q.tokens.end <= part.start);
        let count = reading.quotations[from..]
            .iter()
            .take_while(|q| q.tokens.start < part.end)
            .count();
        from..from + count
    };
    let quotations = clause.parts().flat_map(within);
    quotations
        .filter(|&index| !shape::is_label(reading, index, cue.head))
        .collect()
}

/// A part of a clause, or the words within marks alone that a colon leads to, or that it opens with where a
/// comma or a stop within the marks closes these: “shouted ‘Shame!’ and left”.
fn utterance(reading: &Reading, cue: usize, part: Range<usize>) -> Range<usize> {
    if let Some(last) = reading.quotation_of(part.end - 1) {
        let start = reading.quotations[last].tokens.start;
        if start > part.start && is_introduced(reading, cue, start) {
            return start..part.end;
        }
    }
    let calls = reading.term(cue).stem == const { form("call") };
    let start = part.start + usize::from(calls && reading.quotation_of(part.start).is_none());
    let quotation = reading
        .quotation_of(start)
        .map(|index| &reading.quotations[index])
        .filter(|quotation| quotation.tokens.start == start && start > cue);
    let Some(quotation) = quotation else {
        return part;
    };
    let end = quotation.tokens.end;
    let closes = matches!(
        reading.class(quotation.inner().end.saturating_sub(1)),
        Class::Comma | Class::Stop
    );
    let goes_on = matches!(reading.class(end + 1), Class::That | Class::To);
    let leaves = matches!(
        reading.class(end),
        Class::Conjunction | Class::Preposition | Class::Subordinator
    );
    let is_later = const { forms(["after", "amid", "before", "during", "when", "while"]) }
        .contains(&reading.form(end));
    if (closes && !goes_on && leaves || is_later) && end < part.end {
        part.start..end
    } else {
        part
    }
}

/// A part of a clause without the words for when it was said, behind which its verb follows: “which, she said | last
/// year, | had sold well”.
fn behind_time(reading: &Reading, cue: usize, part: Range<usize>) -> Range<usize> {
    let is_last = const { form("last") } == reading.form(part.start);
    let time = part.start + usize::from(is_last);
    let is_time = part.start == cue + 1
        && reading.class(time) == Class::Time
        && reading.class(time + 1) == Class::Auxiliary
        && time + 1 < part.end;
    if is_time { time + 1..part.end } else { part }
}

/// A part of a clause that ends with an adjective within marks, and the noun behind that: “of ‘catastrophic’ staffing”.
fn completed(reading: &Reading, mut part: Range<usize>) -> Range<usize> {
    const LONGEST: usize = 3;
    let last = reading.quotation_of(part.end.checked_sub(1));
    let Some(quotation) = last.map(|last| &reading.quotations[last]) else {
        return part;
    };
    let before = reading.class(quotation.tokens.start.checked_sub(1));
    let is_adjective = quotation.inner().len() <= 2
        && quotation.tokens.end == part.end
        && quotation.tokens.start > part.start
        && (before.opens_noun() || before == Class::Preposition);
    let is_noun = |&token: &usize| {
        let term = reading.term(token);
        matches!(term.class, Class::Open | Class::Plural)
            && !term.is_saying
            && !term.tags.has(Tags::PAST)
            && reading.is_beside(part.end - 1, token)
    };
    if is_adjective {
        let end = part.end;
        part.end += (end..end + LONGEST).take_while(is_noun).count();
    }
    part
}

/// A part of a clause without the comma or stop at its edges.
fn trimmed(reading: &Reading, mut part: Range<usize>) -> Range<usize> {
    let is_edge = |token: usize| {
        let is_stop = matches!(
            reading.class(token),
            Class::Comma | Class::Stop | Class::Semicolon | Class::Colon | Class::Dash
        );
        is_stop && reading.quotation_of(token).is_none()
    };
    while !part.is_empty() && is_edge(part.end - 1) {
        part.end -= 1;
    }
    while !part.is_empty() && is_edge(part.start) {
        part.start += 1;
    }
    part
}
