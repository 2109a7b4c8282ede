//! What indicates where a reported clause begins and ends.

use std::ops::Range;

use super::census::{Census, Position};
use super::{Choice, Clause};
use crate::model::templates::ClauseTemplate as Template;
use crate::quotes::reading::{Features, Reading, bucket};
use crate::quotes::terms::Class;

impl Choice {
    /// What stands in a range of the window.
    fn census(&self, range: Range<usize>) -> Census {
        let before = |token: usize| self.before[token - self.window.start];
        before(range.end.max(range.start)).without(before(range.start))
    }

    /// The class of a token, as seen from the cue.
    fn class(&self, reading: &Reading, token: impl Into<Option<usize>>) -> Class {
        reading.class_from(self.cue.start, token)
    }

    /// The form of a token, as seen from the cue.
    fn form(&self, reading: &Reading, token: impl Into<Option<usize>>) -> u32 {
        reading.form_from(self.cue.start, token)
    }

    /// Where an edge stands: 0 before the cue or 1 behind it, and how far from it. No edge lies
    /// within the cue.
    fn place(&self, at: usize) -> (u32, u32) {
        match at.checked_sub(self.cue.end) {
            Some(behind) => (1, bucket(behind)),
            None => (0, bucket(self.cue.start - at)),
        }
    }

    pub(super) fn describe_start(&self, reading: &Reading, at: usize, features: &mut Features) {
        let (side, distance) = self.place(at);
        let (class, before) = (
            self.class(reading, at) as u32,
            self.class(reading, at.checked_sub(1)) as u32,
        );
        let look = self.class(reading, self.cue.start) as u32;
        features.add(Template::StartDistance, side, distance);
        features.add(Template::StartClass, side, class);
        features.add(Template::StartForm, side, self.form(reading, at));
        features.add(Template::StartClassBefore, side, before);
        features.add(
            Template::StartFormBefore,
            side,
            self.form(reading, at.checked_sub(1)),
        );
        features.add(Template::StartClasses, side, class << 8 | before);
        features.add(Template::StemStartClass, self.stem, side << 8 | class);
        features.add(
            Template::StemStartDistance,
            self.stem,
            side << 8 | distance.min(4),
        );
        features.add(
            Template::StemStartForm,
            self.stem,
            self.form(reading, at) ^ side,
        );
        features.add(
            Template::CueStartClass,
            look,
            side << 16 | distance << 8 | class,
        );
        features.add(
            Template::CueStartClassBefore,
            look,
            side << 16 | distance << 8 | before,
        );
        let is_first = u32::from(at == self.window.start);
        features.add(Template::StartOfWindow, is_first, side << 8 | look);
        features.add(
            Template::StartClassAfter,
            side << 8 | class,
            self.class(reading, at + 1) as u32,
        );
        let cues = self.cues_between(at);
        let before = at.saturating_sub(1).max(self.window.start);
        let is_beside_cue = u32::from(self.census(before..at).cues > 0);
        features.add(Template::StartCuesBetween, cues, side << 8 | class);
        features.add(Template::StartCueBeside, cues << 1 | is_beside_cue, side);
        if side == 1 {
            features.add(
                Template::SkippedDistance,
                self.skipped(reading, at),
                distance,
            );
            features.add(Template::SkippedStem, self.skipped(reading, at), self.stem);
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

    pub(super) fn describe_end(&self, reading: &Reading, at: usize, features: &mut Features) {
        let (side, distance) = self.place(at);
        let (class, before) = (
            self.class(reading, at) as u32,
            self.class(reading, at.checked_sub(1)) as u32,
        );
        let is_last = u32::from(at == self.window.end);
        features.add(Template::EndDistance, side, distance);
        features.add(Template::EndClass, side, class);
        features.add(
            Template::EndForm,
            side << 1 | is_last,
            self.form(reading, at),
        );
        features.add(Template::EndClassBefore, side, before);
        features.add(Template::EndClasses, side, class << 8 | before);
        features.add(Template::EndOfWindow, is_last, side);
        features.add(Template::StemEndClass, self.stem, side << 8 | class);
        features.add(Template::StemEndOfWindow, self.stem, is_last << 8 | side);
        features.add(
            Template::EndClassAfter,
            class << 8 | self.class(reading, at + 1) as u32,
            side,
        );
        features.add(
            Template::EndForms,
            self.form(reading, at),
            self.form(reading, at + 1),
        );
        features.add(
            Template::EndDistanceClass,
            side << 16 | distance << 8 | class,
            0,
        );
        features.add(
            Template::EndClassFormAfter,
            class,
            self.form(reading, at + 1),
        );
        let is_alone = u32::from(at == self.cue.start);
        features.add(Template::EndAtCue, is_alone, self.stem);
        features.add(
            Template::EndRest,
            bucket(self.window.end - at),
            side << 8 | class,
        );
        features.add(
            Template::EndCuesBetween,
            self.cues_between(at),
            side << 8 | class,
        );
    }

    /// How many other likely cues stand between an edge and the cue, two at most.
    fn cues_between(&self, at: usize) -> u32 {
        let between = if at >= self.cue.end {
            self.cue.end..at
        } else {
            at..self.cue.start
        };
        self.census(between).cues.min(2)
    }

    /// What indicates whether the clause goes on behind the cue: in “…, she said on Monday, a day after
    /// …” it does not.
    fn describe_second(&self, reading: &Reading, start: usize, features: &mut Features) {
        let class = |token: usize| self.class(reading, token) as u32;
        features.add(
            Template::SecondFormClassAfter,
            self.form(reading, start),
            class(start + 1),
        );
        features.add(Template::SecondClasses, class(start), class(start - 2));
        features.add(
            Template::SecondDistance,
            class(start),
            bucket(start - self.cue.end),
        );
        features.add(Template::SecondForm, self.form(reading, start), 0);
        let opening = (start..start + 4).map(|token| self.class(reading, token));
        let seen = opening.fold(0, |seen, class| match class {
            Class::Time => seen | 1,
            Class::Preposition => seen | 2,
            Class::Auxiliary | Class::Pronoun => seen | 4,
            Class::Number => seen | 8,
            Class::Relative | Class::Subordinator => seen | 16,
            _ => seen,
        });
        features.add(Template::SecondOpening, seen, class(start));
    }

    /// How a clause stands to the cue and to the window.
    pub(super) fn position(&self, reading: &Reading, clause: &Clause) -> Position {
        let Range { start, end } = clause.first;
        Position {
            side: match &clause.second {
                Some(_) => 2,
                None => u32::from(start >= self.cue.end),
            },
            is_first: start == self.window.start,
            is_last: end == self.window.end || self.class(reading, end) == Class::Stop,
        }
    }

    /// What indicates whether any clause of a position is reported.
    pub(super) fn describe_position(
        &self,
        reading: &Reading,
        position: &Position,
        features: &mut Features,
    ) {
        let (side, whole) = (position.side, position.whole());
        let class = |token: usize| self.class(reading, token) as u32;
        features.add(Template::Side, side, 0);
        features.add(Template::SideStem, side, self.stem);
        features.add(
            Template::WholeCueClass,
            side << 8 | whole,
            class(self.cue.start),
        );
        features.add(
            Template::WholeClassAfterCue,
            side << 8 | class(self.cue.end),
            whole,
        );
        let before = self.class(reading, self.cue.start.checked_sub(1)) as u32;
        features.add(Template::WholeClassBeforeCue, side << 8 | before, whole);
    }

    /// What the two edges of a clause indicate together.
    pub(super) fn describe_pair(
        &self,
        reading: &Reading,
        clause: &Clause,
        position: &Position,
        features: &mut Features,
    ) {
        let (side, whole) = (position.side, position.whole());
        if let Some(second) = &clause.second {
            self.describe_second(reading, second.start, features);
        }
        let Range { start, end } = clause.first;
        let opening = self.class(reading, start) as u32;
        let follower = self.class(reading, end) as u32;
        let length = bucket(end - start);
        features.add(Template::Length, side, length);
        features.add(Template::StemLength, self.stem, side << 8 | length.min(5));
        features.add(Template::OpeningWhole, side, whole << 8 | opening);
        features.add(Template::OpeningFollower, side << 8 | opening, follower);
        // A mark at the very edge does not part what lies within.
        let inner = self.census(start + 1..end - 1);
        features.add(Template::Commas, side << 8 | inner.commas.min(3), whole);
        features.add(Template::Dashes, side << 8 | inner.dashes.min(2), whole);
        features.add(
            Template::Balanced,
            u32::from(inner.openings == inner.closings),
            side,
        );
        let verbs = self.census(start..end).verbs.min(3);
        features.add(Template::VerbsFollower, verbs, side << 8 | follower);
        features.add(Template::VerbsStem, verbs, self.stem);
        features.add(Template::CuesWithin, inner.cues.min(2), side << 2 | whole);
        let quoted_start = reading.quotation_of(start).is_some();
        let quoted_end = reading.quotation_of(end - 1).is_some();
        features.add(
            Template::QuotedEdges,
            u32::from(quoted_start) << 1 | u32::from(quoted_end),
            side << 2 | whole,
        );
    }
}
