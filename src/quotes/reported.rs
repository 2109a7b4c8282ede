//! What a text reports, before anybody is credited with it.

use std::ops::Range;

use super::direct::shape;
use super::reading::Reading;
use crate::annotations::QuoteKind;

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
    /// The subject of the cue, where the structure of its sentence shows it.
    pub subject: Option<Range<usize>>,
    /// The words that name the speaker where the layout shows it, as in a transcript.
    pub label: Option<Range<usize>>,
    /// How likely somebody is credited with it, from 0 to 1.
    pub probability: f32,
}

impl Reported {
    /// A quotation whose speaker its layout shows.
    pub(super) fn labelled(tokens: Range<usize>, cue: Option<usize>, label: Range<usize>) -> Self {
        Self {
            kind: QuoteKind::Direct,
            content: vec![tokens.clone()],
            quoted: vec![tokens],
            cue,
            subject: None,
            label: Some(label),
            probability: 1.0,
        }
    }

    /// Whether this is an answer in an interview that has neither marks nor labels.
    pub fn is_answer(&self) -> bool {
        self.kind == QuoteKind::Direct && self.quoted.is_empty()
    }

    /// Whether this is a cry without a cue, behind which a sentence of the writer begins.
    pub fn is_cry(&self, reading: &Reading) -> bool {
        let quotation = reading.quotation_of(self.content[0].start);
        self.kind == QuoteKind::Direct
            && self.cue.is_none()
            && self.content.len() == 1
            && quotation.is_some_and(|index| shape::is_cry(reading, index))
    }

    /// Whether this is a quotation that is a sentence of its own.
    pub fn is_utterance(&self, reading: &Reading) -> bool {
        let quotation = reading.quotation_of(self.content[0].start);
        self.kind == QuoteKind::Direct
            && quotation.is_some_and(|index| shape::is_utterance(reading, index))
    }
}
