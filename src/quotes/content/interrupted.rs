//! Clauses that an attribution between commas interrupts: “The plan, says Ruiz, is bad.”

use super::{Choice, Clause};
use crate::quotes::reading::Reading;
use crate::quotes::terms::{Class, form, forms};

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
            && !tells_when(reading, after + 1)
            && !tells_how(reading, after + 1);
        is_whole.then(|| Clause {
            first: self.window.start..before,
            second: Some(after + 1..self.window.end),
        })
    }
}

/// Whether a token begins words that say when something was said: “…, she said, two days after
/// the storm”.
fn tells_when(reading: &Reading, start: usize) -> bool {
    const UNITS: [u32; 12] = forms([
        "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
        "year", "years",
    ]);
    const TURNS: [u32; 3] = forms(["after", "before", "since"]);
    let counts = |class: Class| {
        matches!(
            class,
            Class::Determiner | Class::Number | Class::Indefinite | Class::Adverb
        )
    };
    let count = (start..start + 2).take_while(|&token| counts(reading.class(token)));
    let unit = start + count.count();
    unit > start && UNITS.contains(&reading.form(unit)) && TURNS.contains(&reading.form(unit + 1))
}

/// Whether a token begins words about how something was said: “…, she said, without giving
/// details”.
fn tells_how(reading: &Reading, start: usize) -> bool {
    reading.form(start) == form("without") && reading.class(start + 1) == Class::Ing
}
