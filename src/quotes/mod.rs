//! Quoted words: where quotation marks open and close, who is likely credited with them, and
//! which clauses report without marks.

mod closed;
pub mod content;
pub mod cues;
pub mod direct;
pub mod marks;
pub mod reading;
mod saying;
pub mod terms;

use std::ops::Range;

use crate::annotations::QuoteKind;
use crate::model::linear::{Linear, probability, speaking};
use crate::text::Document;
use content::{Choice, Clause};
use cues::Cue;
use reading::{Features, Reading};
use terms::Class;

/// What a text reports or puts within marks, before anybody is credited with it; in tokens.
#[derive(Clone, Debug, PartialEq)]
pub struct Reported {
    /// How it is reported.
    pub kind: QuoteKind,
    /// The reported words, marks included, in order.
    pub content: Vec<Range<usize>>,
    /// The parts of them within marks.
    pub quoted: Vec<Range<usize>>,
    /// The head of the cue.
    pub cue: Option<usize>,
    /// How likely somebody is credited with it, from 0 to 1.
    pub probability: f32,
}

/// Reads a document for the stages of quotes and speakers.
pub fn read<'d, 't>(document: &'d Document<'t>) -> Reading<'d, 't> {
    let mut reading = Reading::new(document);
    reading.cues = cues::find(&reading, speaking());
    reading
}

/// How likely a cue must be for a clause without a quotation of its own.
const CLAUSE_FLOOR: f32 = 0.4;

/// How likely a part of a clause must be credited to somebody where no clause was found.
const PART_FLOOR: f32 = 0.9;

/// What a text reports or puts within marks, in order.
pub fn find(reading: &Reading) -> Vec<Reported> {
    let model = speaking();
    let (mut found, mut mixed) = quotations(reading, model);
    let used: Vec<usize> = found.iter().filter_map(|reported| reported.cue).collect();
    for (cue, clause) in clauses(reading, model, &used) {
        let quoted: Vec<Range<usize>> = quoted_parts(reading, &clause);
        if quoted.iter().any(|part| {
            found
                .iter()
                .any(|other| other.kind == QuoteKind::Direct && other.quoted.contains(part))
        }) {
            continue;
        }
        mixed.retain(|(index, _)| !clause.contains(reading.quotations[*index].tokens.start));
        let kind = if quoted.is_empty() {
            QuoteKind::Indirect
        } else {
            QuoteKind::Mixed
        };
        found.retain(|other| {
            other.kind != QuoteKind::Scare || !clause.contains(other.content[0].start)
        });
        found.push(Reported {
            kind,
            content: clause
                .parts()
                .map(|part| trimmed(reading, part))
                .filter(|part| !part.is_empty())
                .collect(),
            quoted,
            cue: Some(cue.head),
            probability: cue.probability,
        });
    }
    found.extend(mixed.into_iter().map(|(index, probability)| {
        let tokens = reading.quotations[index].tokens.clone();
        let is_credited = probability >= PART_FLOOR;
        Reported {
            kind: if is_credited {
                QuoteKind::Mixed
            } else {
                QuoteKind::Scare
            },
            content: vec![tokens.clone()],
            cue: is_credited.then(|| nearest_cue(reading, &tokens)).flatten(),
            quoted: vec![tokens],
            probability,
        }
    }));
    found.retain(|reported| !reported.content.is_empty());
    found.sort_by_key(|reported| reported.content[0].start);
    found
}

/// The direct quotes and the scare quotes, and the quotations that are parts of clauses, each
/// with how likely somebody is credited.
fn quotations(reading: &Reading, model: &Linear) -> (Vec<Reported>, Vec<(usize, f32)>) {
    let mut found: Vec<Reported> = Vec::new();
    let mut mixed = Vec::new();
    let mut groups: Vec<(Range<usize>, f32)> = Vec::new();
    for index in 0..reading.quotations.len() {
        let tokens = reading.quotations[index].tokens.clone();
        let credited = judge(model, 3, |f| {
            direct::describe(reading, &reading.cues, index, f)
        });
        let whole = judge(model, 4, |f| {
            direct::describe(reading, &reading.cues, index, f)
        });
        if credited < 0.5 {
            found.push(Reported {
                kind: QuoteKind::Scare,
                content: vec![tokens.clone()],
                quoted: vec![tokens],
                cue: None,
                probability: credited,
            });
        } else if whole < 0.5 {
            mixed.push((index, credited));
        } else if let Some((group, least)) = groups.last_mut()
            && group.end == index
            && judge(model, 5, |f| {
                direct::describe_continuation(reading, &reading.cues, index, f)
            }) >= 0.5
        {
            group.end = index + 1;
            *least = least.max(credited);
        } else {
            groups.push((index..index + 1, credited));
        }
    }
    found.extend(groups.into_iter().map(|(group, probability)| {
        let content: Vec<_> = reading.quotations[group.clone()]
            .iter()
            .map(|q| q.tokens.clone())
            .collect();
        Reported {
            kind: QuoteKind::Direct,
            quoted: content.clone(),
            content,
            cue: choose_cue(reading, model, &group),
            probability,
        }
    }));
    (found, mixed)
}

/// The probability of one yes-or-no decision.
fn judge(model: &Linear, decision: u32, describe: impl FnOnce(&mut Features)) -> f32 {
    let mut features = Features::new(decision);
    describe(&mut features);
    probability(model.score(&features.slots))
}

/// The cue of a direct quote, if it has one.
fn choose_cue(reading: &Reading, model: &Linear, group: &Range<usize>) -> Option<usize> {
    let score = |cue: Option<usize>| {
        let mut features = Features::new(6);
        direct::describe_cue(reading, &reading.cues, group, cue, &mut features);
        model.score(&features.slots)
    };
    let none = score(None);
    let candidates = direct::cue_candidates(reading, &reading.cues, group);
    let best = candidates
        .map(|cue| (cue, score(Some(cue))))
        .max_by(|a, b| a.1.total_cmp(&b.1));
    best.filter(|&(_, score)| score > none)
        .map(|(cue, _)| reading.cues[cue].head)
}

/// The clauses that cues report, the outermost alone: within what is reported, nothing is
/// reported anew.
fn clauses(reading: &Reading, model: &Linear, used: &[usize]) -> Vec<(Cue, Clause)> {
    let mut likely: Vec<(Cue, Clause)> = reading
        .cues
        .iter()
        .filter(|cue| cue.probability >= CLAUSE_FLOOR && !used.contains(&cue.head))
        .filter_map(|cue| {
            let (clause, _) = Choice::new(reading, cue).best(reading, model)?;
            Some((*cue, clause))
        })
        .collect();
    likely.sort_by(|a, b| b.0.probability.total_cmp(&a.0.probability));
    let mut kept: Vec<(Cue, Clause)> = Vec::new();
    for (cue, clause) in likely {
        let is_inside = kept.iter().any(|(_, other)| other.contains(cue.head));
        if is_inside {
            continue;
        }
        kept.retain(|(inner, _)| !clause.contains(inner.head));
        kept.push((cue, clause));
    }
    kept
}

/// The quotations within a clause.
fn quoted_parts(reading: &Reading, clause: &Clause) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    for part in clause.parts() {
        let from = reading
            .quotations
            .partition_point(|q| q.tokens.end <= part.start);
        let within = reading.quotations[from..]
            .iter()
            .take_while(|q| q.tokens.start < part.end);
        parts.extend(within.map(|q| q.tokens.start.max(part.start)..q.tokens.end.min(part.end)));
    }
    parts
}

/// A part of a clause without the comma or stop at its edges.
fn trimmed(reading: &Reading, mut part: Range<usize>) -> Range<usize> {
    let is_edge = |token: usize| {
        matches!(
            reading.class(token),
            Class::Comma | Class::Stop | Class::Semicolon | Class::Colon | Class::Dash
        )
    };
    while !part.is_empty() && is_edge(part.end - 1) {
        part.end -= 1;
    }
    while !part.is_empty() && is_edge(part.start) {
        part.start += 1;
    }
    part
}

/// The likeliest cue in the sentence of a quotation.
fn nearest_cue(reading: &Reading, tokens: &Range<usize>) -> Option<usize> {
    let sentence = reading.sentence(tokens.start);
    let from = reading
        .cues
        .partition_point(|cue| cue.head < sentence.start);
    reading.cues[from..]
        .iter()
        .take_while(|cue| cue.head < sentence.end)
        .filter(|cue| cue.probability > 0.1)
        .max_by(|a, b| a.probability.total_cmp(&b.probability))
        .map(|cue| cue.head)
}
