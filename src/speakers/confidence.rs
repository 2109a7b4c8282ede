//! How sure it is that the right speaker is credited with a quote.
//!
//! The scores of the decisions on the way promise too much or too little, each in its own way. A
//! decision of its own, learned from articles that the others have not seen, tells how often such
//! a quote turned out to be right.

use super::Credited;
use super::candidates::Reference;
use crate::annotations::QuoteKind;
use crate::model::linear::{Linear, probability};
use crate::quotes::reading::{Features, Reading};

/// How sure the label of a turn is: nothing but a transcript looks like one.
const LABELLED: f32 = 0.97;

/// How likely the speaker of a quote is the right one; for words that nobody is credited with,
/// how likely that is right.
pub fn confidence(reading: &Reading, credited: &Credited, model: &Linear) -> f32 {
    let reported = &credited.reported;
    if reported.label.is_some() {
        return LABELLED;
    }
    if reported.kind == QuoteKind::Scare {
        return 1.0 - reported.probability;
    }
    let mut features = Features::new(8);
    describe(reading, credited, &mut features);
    probability(model.score(&features.slots))
}

/// What tells whether the right speaker is credited (decision 8).
pub fn describe(reading: &Reading, credited: &Credited, features: &mut Features) {
    let reported = &credited.reported;
    let kind = reported.kind as u32;
    let reported_step = step(reported.probability);
    let chosen_step = step(credited.certainty);
    let reference = credited
        .speaker
        .as_ref()
        .map_or(0, |speaker| match speaker.reference {
            Reference::Name(entity_type) => 1 + entity_type as u32,
            Reference::Pronoun => 20,
            Reference::Description => 21,
        });
    let stem = reported.cue.map_or(0, |cue| reading.terms[cue].stem);
    features.add(0, kind, 0);
    features.add(1, kind, reported_step);
    features.add(2, kind, chosen_step);
    let coarse = reported_step / 2;
    features.add(3, kind << 8 | coarse, chosen_step / 2);
    features.add(4, kind, reference);
    features.add(5, kind, stem);
    features.add(
        6,
        u32::from(reported.cue.is_some()),
        kind << 8 | chosen_step,
    );
}

/// A probability in steps that grow finer towards 0 and 1.
fn step(probability: f32) -> u32 {
    const WIDEST: f32 = 7.0;
    let odds = (probability / (1.0 - probability)).ln();
    ((odds.clamp(-WIDEST, WIDEST) + WIDEST) * 2.0).round() as u32
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn steps_rise_with_the_probability_and_end() {
        let steps: Vec<u32> = [0.0, 0.01, 0.3, 0.5, 0.9, 0.99, 1.0].map(step).to_vec();
        assert!(steps.is_sorted_by(|a, b| a < b), "{steps:?}");
        assert_eq!((step(0.0), step(1.0)), (0, 28));
    }
}
