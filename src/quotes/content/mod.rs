//! The reported clause of a cue: where it begins and where it ends.

mod adverbial;
pub(super) mod attribution;
mod census;
mod describe;
mod interrupted;
mod limits;
mod narrator;

use std::ops::Range;

use super::cues::{self, Cue};
use super::dateline;
use super::reading::{Features, Reading};
use super::terms::{Class, form};
use crate::model::linear::{Decision, Linear};
use crate::order::sort_by_number;
use census::{Census, Position};

/// A clause that a cue may report. Where the cue interrupts it, it has two parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The first part, in tokens.
    pub first: Range<usize>,
    /// The part behind the cue, where the first one stands before it and the clause goes on.
    pub second: Option<Range<usize>>,
}

impl Clause {
    /// The parts in order.
    pub fn parts(&self) -> impl Iterator<Item = Range<usize>> {
        [Some(self.first.clone()), self.second.clone()]
            .into_iter()
            .flatten()
    }

    /// Whether the clause is what is done by a cue in the passive, and not what is said: “the visit
    /// was announced by the palace”.
    pub fn is_subject_of(&self, reading: &Reading, cue: &Cue) -> bool {
        let mut between = self.first.end.min(cue.head)..cue.head;
        let adverbs = |&token: &usize| reading.class(token) == Class::Adverb;
        let verb = (0..cue.head).rev().find(|token| !adverbs(token));
        self.second.is_none()
            && self.first.end <= cue.head
            && !between.any(|token| reading.class(token).is_mark())
            && !reading.class(self.first.end - 1).is_mark()
            && verb.is_some_and(|verb| reading.class(verb) == Class::Auxiliary)
    }

    /// Whether the clause ends with a noun that a cue behind it has for its object: “he had an offer, which he refused”.
    pub fn holds_object_of(&self, reading: &Reading, cue: &Cue) -> bool {
        let end = self.first.end.min(cue.head);
        let which = end + usize::from(reading.class(end) == Class::Comma);
        self.second.is_none()
            && which > end
            && which < cue.head
            && reading.form(which) == const { form("which") }
    }

    /// Whether the clause is the subject of a cue behind it, with a clause about that: “The plan, which critics call
    /// ‘a joke’, | passed”, but not “It passed, which was a surprise, said Reed”.
    pub fn holds_subject_of(&self, reading: &Reading, cue: &Cue) -> bool {
        let links = |token: usize| {
            let class = reading.class(token);
            class.is_mark() || class == Class::Adverb
        };
        let is_finite = |token: usize| {
            let term = reading.term(token);
            term.is_finite() || matches!(term.class, Class::Pronoun | Class::Time)
        };
        let opens_clause = |&token: &usize| {
            reading.class(token) == Class::Relative
                && reading.class(token.checked_sub(1)) == Class::Comma
        };
        let relative = self.first.clone().find(opens_clause);
        let behind = reading.class(cue.head + 1);
        let has_subject =
            behind.is_open() || behind.opens_noun() || matches!(behind, Class::Pronoun | Class::To);
        self.second.is_none()
            && self.first.end <= cue.head
            && (self.first.end..cue.head).all(links)
            && relative.is_some_and(|relative| !(self.first.start..relative).any(is_finite))
            && !has_subject
    }

    /// Whether two clauses share words.
    pub fn overlaps(&self, other: &Self) -> bool {
        let shares = |part: Range<usize>| {
            other
                .parts()
                .any(|o| o.start < part.end && part.start < o.end)
        };
        self.parts().any(shares)
    }

    /// Whether a token lies in the clause.
    pub fn contains(&self, token: usize) -> bool {
        self.parts().any(|part| part.contains(&token))
    }
}

/// How far behind its cue a clause may begin, in tokens.
const REACH: usize = 24;
/// How many starts and ends are paired on either side of a cue.
const KEPT: usize = 8;
/// How likely another cue must be to part what is reported.
const LIKELY: f32 = 0.4;
/// How far from its cue a clause may end, in tokens.
const LONGEST: usize = 60;

/// The clauses that a cue may report, each with the score that the model gives it.
pub struct Choice {
    window: Range<usize>,
    cue: Range<usize>,
    stem: u32,
    /// Whether the speaker, or nothing that could be said, stands right behind the cue, so that the
    /// clause does not.
    is_behind: bool,
    /// Whether what stands before the cue is a question that is answered, or whom something is said of.
    answers: bool,
    /// Where the clause begins behind a source that opens the sentence, where that is clear.
    opening: Option<usize>,
    /// Where a clause before the cue may end at the latest: where its speaker begins.
    latest: usize,
    /// For each token of the window, and its end, what stands in the window before it.
    before: Vec<Census>,
}

impl Choice {
    /// The choice for one cue.
    pub fn new(reading: &Reading, cue: &Cue) -> Self {
        let extent = cues::extent(reading, cue.head);
        let mut window = reading.sentence(cue.head);
        // A quotation of several sentences belongs to the sentence in which it opens.
        for edge in [window.start, window.end - 1] {
            if let Some(quotation) = reading.quotation_of(edge) {
                let tokens = &reading.quotations[quotation].tokens;
                window.start = window.start.min(reading.sentence(tokens.start).start);
                window.end = window.end.max(reading.sentence(tokens.end - 1).end);
            }
        }
        if let Some(start) = dateline::end(reading, window.start).filter(|&end| end <= cue.head) {
            window.start = start;
        }
        window.start = window.start.max(extent.start.saturating_sub(LONGEST));
        window.end = window.end.min(extent.end + LONGEST);
        window.end = limits::end(reading, &extent, &window);
        let closing = attribution::closing(reading, cue.head, &window);
        let term = reading.term(cue.head);
        let stem = if term.class == Class::Colon {
            1
        } else {
            term.stem
        };
        let mut before = vec![Census::default()];
        let mut census = Census::default();
        let from = reading.cues.partition_point(|cue| cue.head < window.start);
        let mut cues = reading.cues[from..].iter().peekable();
        for token in window.clone() {
            let here = cues.next_if(|cue| cue.head == token);
            let is_cue = here.is_some_and(|cue| cue.probability >= LIKELY);
            census.add(reading.class_from(cue.head, token), is_cue);
            before.push(census);
        }
        let behind_agent = attribution::behind_agent(reading, &extent, &window);
        Self {
            answers: behind_agent.is_some()
                || attribution::answers(reading, window.start)
                || limits::is_in_relative(reading, &extent, &window),
            is_behind: closing.is_some() || attribution::is_inverted(reading, cue.head),
            opening: behind_agent
                .or_else(|| attribution::opening(reading, &extent, &window))
                .or_else(|| attribution::behind_hearer(reading, cue.head, &window)),
            latest: closing.unwrap_or(extent.start),
            window,
            cue: extent,
            stem,
            before,
        }
    }

    /// Where a clause may begin at the earliest.
    pub fn earliest(&self) -> usize {
        self.window.start
    }

    /// The clause that scores best.
    pub fn best(&self, reading: &Reading, model: &Linear) -> Option<Clause> {
        if let Some(clause) = self.split(reading) {
            return Some(clause);
        }
        let mut best: Option<(Clause, i32)> = None;
        let mut features = Features::scored(Decision::Clause, model);
        let mut score = |describe: &dyn Fn(&mut Features)| {
            describe(&mut features);
            features.take_steps()
        };
        let starts = self.starts(reading);
        let starts = starts.map(|at| (at, score(&|f| self.describe_start(reading, at, f))));
        let starts = self.likeliest(starts.collect());
        let ends = self.ends(reading);
        let ends = ends.map(|at| (at, score(&|f| self.describe_end(reading, at, f))));
        let ends = self.likeliest(ends.collect());
        let mut by_position = [None; Position::COUNT];
        let mut consider = |clause: Clause, edges: i32| {
            let position = self.position(reading, &clause);
            let of_position = *by_position[position.number()]
                .get_or_insert_with(|| score(&|f| self.describe_position(reading, &position, f)));
            let pair = score(&|f| self.describe_pair(reading, &clause, &position, f));
            let total = edges + of_position + pair;
            if best.as_ref().is_none_or(|(_, score)| total > *score) {
                best = Some((clause, total));
            }
        };
        for &(start, start_score) in &starts {
            for &(end, end_score) in ends.iter().filter(|(end, _)| self.is_pair(start, *end)) {
                let clause = Clause {
                    first: start..end,
                    second: None,
                };
                consider(clause, start_score + end_score);
            }
        }
        if let Some(clause) = self.interrupted(reading) {
            consider(clause, 0);
        }
        best.map(|(mut clause, _)| {
            if self.is_within_phrase(reading, clause.first.start) {
                clause.first.start = self.cue.end;
            }
            clause
        })
    }

    /// Every clause with its features: what training reads.
    pub fn all(&self, reading: &Reading) -> Vec<(Clause, Vec<u32>)> {
        let mut all = Vec::new();
        let mut add = |clause: Clause, edges: Option<(usize, usize)>| {
            let mut features = Features::new(Decision::Clause);
            if let Some((start, end)) = edges {
                self.describe_start(reading, start, &mut features);
                self.describe_end(reading, end, &mut features);
            }
            let position = self.position(reading, &clause);
            self.describe_position(reading, &position, &mut features);
            self.describe_pair(reading, &clause, &position, &mut features);
            all.push((clause, features.slots));
        };
        for start in self.starts(reading) {
            for end in self.ends(reading).filter(|&end| self.is_pair(start, end)) {
                add(
                    Clause {
                        first: start..end,
                        second: None,
                    },
                    Some((start, end)),
                );
            }
        }
        if let Some(clause) = self.interrupted(reading) {
            add(clause, None);
        }
        all
    }

    /// The edges that score best on either side of the cue: what the pair indicates seldom
    /// makes up for more.
    fn likeliest(&self, mut edges: Vec<(usize, i32)>) -> Vec<(usize, i32)> {
        sort_by_number(&mut edges, |&(_, steps)| i32::MAX.abs_diff(steps).into());
        let mut room = [KEPT; 2];
        edges.retain(|&(at, _)| {
            let room = &mut room[usize::from(at > self.cue.start)];
            let is_kept = *room > 0;
            *room = room.saturating_sub(1);
            is_kept
        });
        edges
    }

    fn is_pair(&self, start: usize, end: usize) -> bool {
        start < end && (start >= self.cue.end || end <= self.cue.start)
    }

    fn starts(&self, reading: &Reading) -> impl Iterator<Item = usize> {
        let first = if self.answers {
            self.cue.start
        } else {
            self.window.start
        };
        let before = (first..self.cue.start)
            .filter(move |&at| at == self.window.start || opens_before(reading, at));
        let reach = if self.is_behind { 0 } else { REACH };
        let after = (self.cue.end..self.window.end.min(self.cue.end + reach))
            .filter(move |&at| at < self.cue.end + 6 || opens_after(reading, at))
            .filter(move |&at| self.opening.is_none_or(|opening| at == opening))
            // “…, she said, hours after the storm”
            .filter(move |&at| {
                reading.class(at - 1) != Class::Comma || !adverbial::adds_to_cue(reading, at)
            });
        before
            .chain(after)
            .filter(move |&at| !closes(reading.class(at)) && is_free(reading, at))
            // “He said, according to a transcript” names the source anew.
            .filter(move |&at| {
                at == self.window.start || reading.form(at) != const { form("according") }
            })
    }

    /// Whether a token stands behind a preposition that opens what is said: “said after | the storm, nobody came”.
    fn is_within_phrase(&self, reading: &Reading, at: usize) -> bool {
        at == self.cue.end + 1
            && self.stem == const { form("say") }
            && matches!(
                reading.class(at - 1),
                Class::Preposition | Class::Subordinator
            )
            && reading.class(at) != Class::Quotation
    }

    fn ends(&self, reading: &Reading) -> impl Iterator<Item = usize> {
        let before = (self.window.start + 1..=self.latest)
            .filter(move |&at| at == self.latest || ends_here(reading, at));
        let after = (self.cue.end + 1..=self.window.end)
            .filter(move |&at| at == self.window.end || ends_here(reading, at));
        before
            .chain(after)
            .filter(move |&at| at == self.window.end || is_free(reading, at))
    }
}

/// Whether a boundary does not cut a quotation.
fn is_free(reading: &Reading, at: usize) -> bool {
    at == 0
        || reading.quotation_of(at).is_none()
        || reading.quotation_of(at) != reading.quotation_of(at - 1)
}

const fn closes(class: Class) -> bool {
    matches!(
        class,
        Class::Comma | Class::Stop | Class::Semicolon | Class::Closing | Class::Genitive
    )
}

fn opens_before(reading: &Reading, at: usize) -> bool {
    let before = reading.class(at - 1);
    before.is_mark()
        || matches!(before, Class::Conjunction | Class::That)
        || matches!(
            reading.class(at),
            Class::Determiner
                | Class::Possessive
                | Class::That
                | Class::Relative
                | Class::Subordinator
                | Class::Quotation
        )
}

fn opens_after(reading: &Reading, at: usize) -> bool {
    reading.class(at - 1).is_mark()
        || matches!(
            reading.class(at),
            Class::Determiner
                | Class::Possessive
                | Class::That
                | Class::Relative
                | Class::Subordinator
                | Class::Quotation
                | Class::To
                | Class::Pronoun
                | Class::Preposition
        )
}

fn ends_here(reading: &Reading, at: usize) -> bool {
    let class = reading.class(at);
    class.is_mark()
        || reading.class(at - 1).is_mark()
        || matches!(
            class,
            Class::Conjunction
                | Class::Subordinator
                | Class::Relative
                | Class::Preposition
                | Class::To
                | Class::That
                | Class::Auxiliary
                | Class::Time
                | Class::Adverb
        )
}
