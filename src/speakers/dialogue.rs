//! Questions and answers in paragraphs of their own, of which only the first say who speaks.

use super::candidates::Candidate;
use crate::quotes::Reported;
use crate::quotes::reading::Reading;

/// One who spoke within marks.
#[derive(Clone, Copy)]
struct Turn {
    speaker: usize,
    paragraph: u32,
    asks: bool,
}

/// The last two who spoke.
#[derive(Default)]
pub struct Dialogue {
    turns: [Option<Turn>; 2],
}

impl Dialogue {
    /// Who speaks that asks or answers in a paragraph of marks alone, where two others speak before it in
    /// turn: the first of them asks again, or answers the second.
    pub fn speaker(&self, reading: &Reading, all: &[Candidate], said: &Reported) -> Option<usize> {
        let [Some(first), Some(second)] = self.turns else {
            return None;
        };
        let quoted = said.quoted.first()?;
        let paragraph = reading.paragraph_number(quoted.start);
        let whole = reading.paragraph(quoted.start);
        let is_alone = said.cue.is_none() && said.quoted.len() == 1 && *quoted == whole;
        let in_turn =
            second.paragraph.abs_diff(first.paragraph) <= 1 && second.paragraph + 1 == paragraph;
        let words = |speaker: usize| {
            reading
                .document
                .span(all[speaker].tokens.clone())
                .of(reading.document.text)
        };
        let are_two = words(first.speaker) != words(second.speaker);
        let alternates = match reading.asks(quoted) {
            true => first.asks && !second.asks,
            false => second.asks && !first.asks,
        };
        (is_alone && in_turn && are_two && alternates).then_some(first.speaker)
    }

    /// Takes note of who said something within marks.
    pub fn note(&mut self, reading: &Reading, said: &Reported, speaker: usize) {
        let Some(last) = said.quoted.last() else {
            return;
        };
        let turn = Turn {
            speaker,
            paragraph: reading.paragraph_number(last.end - 1),
            asks: reading.asks(last),
        };
        self.turns = [self.turns[1], Some(turn)];
    }
}
