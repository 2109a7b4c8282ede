//! Words that a cue and a mark lead to.

use super::cues;
use super::reading::Reading;
use super::terms::Class;

/// Whether nothing but a comma or a colon stands between a cue and words behind it, and perhaps the one who
/// hears: “she replied, ‘A bag of flour.’”, “asked the witness: ‘Why?’”
pub(super) fn is_introduced(reading: &Reading, cue: usize, start: usize) -> bool {
    let Some(mark) = start.checked_sub(1) else {
        return false;
    };
    match reading.class(mark) {
        Class::Comma => cues::extent(reading, cue).end == mark,
        Class::Colon => verb_before(reading, mark) == Some(cue),
        _ => false,
    }
}

/// The verb of saying before a colon, between which two none but the one stands who hears: “told the judge,
/// Ana Ruiz: ‘No.’”
pub(super) fn verb_before(reading: &Reading, colon: usize) -> Option<usize> {
    const LONGEST: usize = 10;
    let start = reading.sentence(colon).start;
    let is_hearer = |token: usize| match reading.class(token) {
        Class::Comma => reading.term(token.checked_sub(1)).is_person,
        Class::Dash => reading.document.is_within_word(token),
        class => {
            class.is_open()
                || class.opens_noun()
                || matches!(
                    class,
                    Class::Genitive | Class::Preposition | Class::To | Class::Object
                )
        }
    };
    let from = start.max(colon.saturating_sub(LONGEST));
    let mut words = (from..colon).rev();
    let verb = words.find(|&token| reading.term(token).is_saying || !is_hearer(token))?;
    (reading.term(verb).is_saying && verb > start).then_some(verb)
}
