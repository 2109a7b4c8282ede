//! Quotations that no clause and no direct quote holds.

use std::ops::Range;

use super::cues::{self, Cue};
use super::direct::shape;
use super::frames;
use super::introduced::is_introduced;
use super::reading::Reading;
use super::reported::Reported;
use super::status::Status;
use super::terms::{Class, forms};
use crate::annotations::QuoteKind;
use crate::lexicon::Tags;

/// How likely a part of a clause must be credited to somebody where no clause was found.
const PART_FLOOR: f32 = 0.92;

/// How likely at least words within marks are somebody's of which a verb of speaking says that somebody speaks of them.
const SPOKEN_OF: f32 = 0.9;

/// The quotations that nothing else holds.
pub(super) fn quotations(reading: &Reading, statuses: &[(Status, f32)]) -> Vec<Reported> {
    let mut found = Vec::new();
    for (index, &(status, probability)) in statuses.iter().enumerate() {
        if status == Status::Direct {
            continue;
        }
        let tokens = reading.quotations[index].tokens.clone();
        if let Some(verb) = speaks_of(reading, &tokens) {
            found.push(Reported {
                cue: Some(verb),
                kind: QuoteKind::Mixed,
                ..alone(reading, tokens, false, probability.max(SPOKEN_OF))
            });
            continue;
        }
        let is_credited =
            status == Status::Part && probability >= PART_FLOOR && !shape::is_word(reading, index);
        found.push(alone(reading, tokens, is_credited, probability));
    }
    found
}

/// The verb of speaking right before words within marks, as what somebody speaks of: “spoke of ‘a dark day’”, “warned of
/// an ‘endless’ winter”.
fn speaks_of(reading: &Reading, tokens: &Range<usize>) -> Option<usize> {
    let before = |back: usize| tokens.start.checked_sub(back);
    let has_article = reading.class_from(tokens.start, before(1)) == Class::Determiner;
    let link = before(1 + usize::from(has_article))?;
    let is_link = const { forms(["about", "of"]) }.contains(&reading.form_from(tokens.start, link));
    let verb = link.checked_sub(1)?;
    let is_verb =
        reading.tags_from(link, verb).has(Tags::SPEAKING) && reading.quotation_of(verb).is_none();
    let is_passive = cues::is_behind_be(reading, verb);
    (is_link && is_verb && !is_passive && !frames::is_unsaid(reading, verb)).then_some(verb)
}

/// A quotation that no clause and no direct quote holds.
fn alone(reading: &Reading, tokens: Range<usize>, is_credited: bool, probability: f32) -> Reported {
    let cue = is_credited.then(|| nearest_cue(reading, &tokens)).flatten();
    Reported {
        kind: if cue.is_some_and(|cue| is_introduced(reading, cue, tokens.start)) {
            QuoteKind::Direct
        } else if is_credited {
            QuoteKind::Mixed
        } else {
            QuoteKind::Scare
        },
        content: vec![tokens.clone()],
        cue,
        quoted: vec![tokens],
        subject: None,
        label: None,
        probability,
    }
}

/// The likeliest cue in the sentence of a quotation, or right before it: “speaking of a ‘window of hope’”.
fn nearest_cue(reading: &Reading, tokens: &Range<usize>) -> Option<usize> {
    const NEAR: usize = 4;
    let sentence = reading.sentence(tokens.start);
    let near = sentence.start.max(tokens.start.saturating_sub(NEAR))..tokens.start;
    let all = cues::within(&reading.cues, sentence);
    let likely = |range: &[Cue]| range.iter().any(|cue| cue.probability > 0.1);
    let before = cues::within(&reading.cues, near);
    let cues = if likely(before) { before } else { all };
    cues.iter()
        .filter(|cue| cue.probability > 0.1 && !cues::is_formula(reading, cue.head))
        .max_by(|a, b| a.probability.total_cmp(&b.probability))
        .map(|cue| cue.head)
}
