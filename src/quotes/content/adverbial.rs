//! Words behind an attribution that say when, how or amid what something was said.

use crate::quotes::reading::Reading;
use crate::quotes::terms::{Class, form, forms};

/// Whether a token begins words about the saying rather than what is said.
pub(super) fn adds_to_cue(reading: &Reading, start: usize) -> bool {
    tells_when(reading, start) || tells_how(reading, start) || tells_meanwhile(reading, start)
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
    UNITS.contains(&reading.form(unit)) && TURNS.contains(&reading.form(unit + 1))
}

/// Whether a token begins a clause about what went on meanwhile: “…, she said, as rescuers waded through the streets”.
fn tells_meanwhile(reading: &Reading, start: usize) -> bool {
    let links = const { forms(["amid", "as", "while"]) }.contains(&reading.form(start));
    let subject = reading.class(start + 1);
    // “…, she said, as it would be too late”, “as well as”
    links && (subject.is_open() || subject.opens_noun()) && reading.form(start + 1) != form("well")
}

/// Whether a token begins words about how something was said: “…, she said, without giving
/// details”.
fn tells_how(reading: &Reading, start: usize) -> bool {
    reading.form(start) == form("without") && reading.class(start + 1) == Class::Ing
}
