//! Clauses that an attribution between commas interrupts: “The plan, says Ruiz, is bad.”

use super::{Choice, Clause, adverbial};
use crate::quotes::reading::Reading;
use crate::quotes::terms::Class;

impl Choice {
    /// The whole sentence around an attribution that its grammar shows to be one: “The plan, says Ruiz, is bad”,
    /// “It was clear, Ruiz said, that …”.
    pub(super) fn split(&self, reading: &Reading) -> Option<Clause> {
        const LONGEST: usize = 6;
        if !reading.term(self.cue.start).is_saying {
            return None;
        }
        let clause = self.interrupted(reading)?;
        let second = clause.second.as_ref()?.start;
        let helps = |token: usize| reading.class(token) == Class::Auxiliary;
        let subject = clause.first.end + 1;
        let is_attribution = second - subject <= LONGEST
            && !matches!(
                reading.class(subject),
                Class::Relative | Class::Conjunction | Class::Subordinator | Class::Ing | Class::Ed
            );
        let goes_on = match reading.class(second) {
            Class::Auxiliary => !clause.first.clone().any(helps),
            Class::That => clause.first.clone().any(helps),
            _ => false,
        };
        (is_attribution && goes_on).then_some(clause)
    }

    /// The whole sentence around a cue that stands between commas.
    pub(super) fn interrupted(&self, reading: &Reading) -> Option<Clause> {
        if self.answers {
            return None;
        }
        let comma = |index: &usize| matches!(reading.class(*index), Class::Comma | Class::Dash);
        let before = (self.window.start.max(self.cue.start.saturating_sub(25))..self.cue.start)
            .rev()
            .find(comma)?;
        let after = (self.cue.end..self.window.end.min(self.cue.end + 12)).find(comma)?;
        let is_whole = before > self.window.start
            && after + 1 < self.window.end
            && !adverbial::adds_to_cue(reading, after + 1);
        is_whole.then(|| Clause {
            first: self.window.start..before,
            second: Some(after + 1..self.window.end),
        })
    }
}
