//! The reported clause of a cue: where it begins and where it ends.

use std::ops::Range;

use super::cues::{self, Cue};
use super::reading::{Features, Reading, bucket};
use super::terms::Class;
use crate::model::linear::Linear;

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

    /// Whether a token lies in the clause.
    pub fn contains(&self, token: usize) -> bool {
        self.parts().any(|part| part.contains(&token))
    }
}

/// How far behind its cue a clause may begin, in tokens.
const REACH: usize = 24;
/// How far from its cue a clause may end, in tokens.
const LONGEST: usize = 60;

/// The clauses that a cue may report, each with the score that the model gives it.
pub struct Choice {
    window: Range<usize>,
    cue: Range<usize>,
    stem: u32,
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
        window.start = window.start.max(extent.start.saturating_sub(LONGEST));
        window.end = window.end.min(extent.end + LONGEST);
        let term = reading.terms[cue.head];
        let stem = if term.class == Class::Colon {
            1
        } else {
            term.stem
        };
        Self {
            window,
            cue: extent,
            stem,
        }
    }

    /// The clause that scores best, and its score.
    pub fn best(&self, reading: &Reading, model: &Linear) -> Option<(Clause, f32)> {
        let mut best: Option<(Clause, f32)> = None;
        let mut features = Features::new(2);
        let score = |features: &mut Features, describe: &dyn Fn(&mut Features)| {
            features.slots.clear();
            describe(features);
            model.score(&features.slots)
        };
        let starts: Vec<(usize, f32)> = self
            .starts(reading)
            .map(|at| {
                (
                    at,
                    score(&mut features, &|f| self.describe_start(reading, at, f)),
                )
            })
            .collect();
        let ends: Vec<(usize, f32)> = self
            .ends(reading)
            .map(|at| {
                (
                    at,
                    score(&mut features, &|f| self.describe_end(reading, at, f)),
                )
            })
            .collect();
        let mut consider = |clause: Clause, edges: f32| {
            let total = edges + score(&mut features, &|f| self.describe_pair(reading, &clause, f));
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
            consider(clause, 0.0);
        }
        best
    }

    /// Every clause with its features: what training reads.
    pub fn all(&self, reading: &Reading) -> Vec<(Clause, Vec<u32>)> {
        let mut all = Vec::new();
        let mut add = |clause: Clause, edges: Option<(usize, usize)>| {
            let mut features = Features::new(2);
            if let Some((start, end)) = edges {
                self.describe_start(reading, start, &mut features);
                self.describe_end(reading, end, &mut features);
            }
            self.describe_pair(reading, &clause, &mut features);
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

    fn is_pair(&self, start: usize, end: usize) -> bool {
        start < end && (start >= self.cue.end || end <= self.cue.start)
    }

    fn starts(&self, reading: &Reading) -> impl Iterator<Item = usize> {
        let before = (self.window.start..self.cue.start)
            .filter(move |&at| at == self.window.start || opens_before(reading, at));
        let after = (self.cue.end..self.window.end.min(self.cue.end + REACH))
            .filter(move |&at| at < self.cue.end + 6 || opens_after(reading, at));
        before
            .chain(after)
            .filter(move |&at| !closes(reading.class(at)) && is_free(reading, at))
    }

    fn ends(&self, reading: &Reading) -> impl Iterator<Item = usize> {
        let before = (self.window.start + 1..=self.cue.start)
            .filter(move |&at| at == self.cue.start || ends_here(reading, at));
        let after = (self.cue.end + 1..=self.window.end)
            .filter(move |&at| at == self.window.end || ends_here(reading, at));
        before
            .chain(after)
            .filter(move |&at| at == self.window.end || is_free(reading, at))
    }

    /// The whole sentence around a cue that stands between commas.
    fn interrupted(&self, reading: &Reading) -> Option<Clause> {
        let comma = |index: &usize| matches!(reading.class(*index), Class::Comma | Class::Dash);
        let before = (self.window.start.max(self.cue.start.saturating_sub(25))..self.cue.start)
            .rev()
            .find(comma)?;
        let after = (self.cue.end..self.window.end.min(self.cue.end + 12)).find(comma)?;
        let is_whole = before > self.window.start && after + 1 < self.window.end;
        is_whole.then(|| Clause {
            first: self.window.start..before,
            second: Some(after + 1..self.window.end),
        })
    }

    /// The class of a token, as seen from the cue.
    fn class(&self, reading: &Reading, token: usize) -> Class {
        reading.class_from(self.cue.start, token)
    }

    /// The form of a token, as seen from the cue.
    fn form(&self, reading: &Reading, token: usize) -> u32 {
        reading.form_from(self.cue.start, token)
    }

    fn describe_start(&self, reading: &Reading, at: usize, features: &mut Features) {
        let side = u32::from(at >= self.cue.end);
        let distance = bucket(if side == 1 {
            at - self.cue.end
        } else {
            self.cue.start - at
        });
        let (class, before) = (
            self.class(reading, at) as u32,
            self.class(reading, at.wrapping_sub(1)) as u32,
        );
        let look = self.class(reading, self.cue.start) as u32;
        features.add(0, side, distance);
        features.add(1, side, class);
        features.add(2, side, self.form(reading, at));
        features.add(3, side, before);
        features.add(4, side, self.form(reading, at.wrapping_sub(1)));
        features.add(5, side, class << 8 | before);
        features.add(6, self.stem, side << 8 | class);
        features.add(7, self.stem, side << 8 | distance.min(4));
        features.add(8, self.stem, self.form(reading, at) ^ side);
        features.add(9, look, side << 16 | distance << 8 | class);
        features.add(10, look, side << 16 | distance << 8 | before);
        let is_first = u32::from(at == self.window.start);
        features.add(11, is_first, side << 8 | look);
        features.add(12, side << 8 | class, self.class(reading, at + 1) as u32);
        if side == 1 {
            features.add(13, self.skipped(reading, at), distance);
            features.add(14, self.skipped(reading, at), self.stem);
        }
    }

    /// What stands between the cue and a start behind it: the sum of the classes passed over.
    fn skipped(&self, reading: &Reading, at: usize) -> u32 {
        (self.cue.end..at).fold(0, |seen, index| match self.class(reading, index) {
            Class::Comma => seen | 1,
            Class::Quotation => seen | 2,
            Class::Preposition | Class::To => seen | 4,
            Class::That => seen | 8,
            Class::Conjunction => seen | 16,
            Class::Auxiliary => seen | 32,
            Class::Relative | Class::Subordinator => seen | 64,
            Class::Pronoun | Class::Object => seen | 128,
            Class::Capital | Class::Upper => seen | 256,
            Class::Colon | Class::Semicolon | Class::Stop | Class::Dash => seen | 512,
            _ => seen,
        })
    }

    fn describe_end(&self, reading: &Reading, at: usize, features: &mut Features) {
        let side = u32::from(at > self.cue.start);
        let distance = bucket(if side == 1 {
            at - self.cue.end
        } else {
            self.cue.start - at
        });
        let (class, before) = (
            self.class(reading, at) as u32,
            self.class(reading, at - 1) as u32,
        );
        let is_last = u32::from(at == self.window.end);
        features.add(20, side, distance);
        features.add(21, side, class);
        features.add(22, side << 1 | is_last, self.form(reading, at));
        features.add(23, side, before);
        features.add(24, side, class << 8 | before);
        features.add(25, is_last, side);
        features.add(26, self.stem, side << 8 | class);
        features.add(27, self.stem, is_last << 8 | side);
        features.add(28, class << 8 | self.class(reading, at + 1) as u32, side);
        features.add(29, self.form(reading, at), self.form(reading, at + 1));
        features.add(30, side << 16 | distance << 8 | class, 0);
        features.add(31, class, self.form(reading, at + 1));
        let is_alone = u32::from(at == self.cue.start);
        features.add(32, is_alone, self.stem);
        features.add(33, bucket(self.window.end - at), side << 8 | class);
    }

    fn describe_pair(&self, reading: &Reading, clause: &Clause, features: &mut Features) {
        let side = match &clause.second {
            Some(_) => 2,
            None => u32::from(clause.first.start >= self.cue.end),
        };
        let (start, end) = (clause.first.start, clause.first.end);
        let is_last = end == self.window.end || self.class(reading, end) == Class::Stop;
        let is_first = start == self.window.start;
        let whole = u32::from(is_first) << 1 | u32::from(is_last);
        features.add(40, side, 0);
        features.add(41, side, self.stem);
        features.add(42, side, bucket(end - start));
        features.add(43, self.stem, side << 8 | bucket(end - start).min(5));
        features.add(44, side, whole << 8 | self.class(reading, start) as u32);
        features.add(
            45,
            side << 8 | self.class(reading, start) as u32,
            self.class(reading, end) as u32,
        );
        features.add(
            46,
            side << 8 | whole,
            self.class(reading, self.cue.start) as u32,
        );
        features.add(
            47,
            side << 8 | self.class(reading, self.cue.end) as u32,
            whole,
        );
        features.add(
            48,
            side << 8 | self.class(reading, self.cue.start.wrapping_sub(1)) as u32,
            whole,
        );
        let inner = |class: Class| {
            (start + 1..end.saturating_sub(1))
                .filter(|&i| self.class(reading, i) == class)
                .count()
        };
        let commas = inner(Class::Comma).min(3) as u32;
        let dashes = inner(Class::Dash).min(2) as u32;
        features.add(49, side << 8 | commas, whole);
        features.add(50, side << 8 | dashes, whole);
        let opens = inner(Class::Opening) as u32;
        let closes = inner(Class::Closing) as u32;
        features.add(51, u32::from(opens == closes), side);
        let verbs = (start..end)
            .filter(|&i| matches!(self.class(reading, i), Class::Auxiliary | Class::Pronoun))
            .count()
            .min(3) as u32;
        features.add(52, verbs, side << 8 | self.class(reading, end) as u32);
        features.add(53, verbs, self.stem);
        let quoted_start = reading.quotation_of(start).is_some();
        let quoted_end = reading.quotation_of(end - 1).is_some();
        features.add(
            54,
            u32::from(quoted_start) << 1 | u32::from(quoted_end),
            side << 2 | whole,
        );
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
