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
use super::terms::{Class, form};
use crate::annotations::QuoteKind;
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
        if !is_sound(reading, &cue, &within, statuses) {
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
        .map(|part| trimmed(reading, utterance(reading, cue.head, part)))
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
    let calls = reading.term(cue).stem == form("call");
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
    if closes && !goes_on && end < part.end && leaves {
        part.start..end
    } else {
        part
    }
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
