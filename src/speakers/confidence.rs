//! How sure it is that the right speaker is credited with a quote.
//!
//! The scores of the decisions on the way promise too much or too little, each in its own way. A
//! decision of its own, learned from articles that the others have not seen, estimates how often such
//! a quote turned out to be right.

use std::ops::Range;

use super::candidates::Reference;
use super::{Credited, paragraphs};
use crate::annotations::QuoteKind;
use crate::model::linear::{Decision, Linear, probability};
use crate::model::templates::ConfidenceTemplate as Template;
use crate::quotes::reading::{Features, Reading, bucket};
use crate::quotes::terms::Class;

/// How sure the label of a turn is: nothing but a transcript looks like one.
const LABELLED: f32 = 0.97;

/// The slope and the intercept that make a score a promise that is kept (Platt 1999): weights fit
/// the articles that they were learned from better than others. `train_speakers` prints them, as
/// fitted to scores of articles that the weights had not seen.
const CALIBRATION: (f32, f32) = (0.93, 0.06);

/// How likely the speaker of a quote is the right one; for words that nobody is credited with,
/// how likely that is right.
pub fn confidence(reading: &Reading, credited: &Credited, model: &Linear) -> f32 {
    let reported = &credited.reported;
    if reported.label.is_some() || reported.is_answer() {
        return LABELLED;
    }
    if reported.kind == QuoteKind::Scare {
        return 1.0 - reported.probability;
    }
    // Only the layout indicates who speaks; the articles learned from hardly have it.
    if credited.speaker.is_some() && paragraphs::is_alone(reading, reported) {
        return credited.certainty;
    }
    let mut features = Features::scored(Decision::Confidence, model);
    describe(reading, credited, &mut features);
    let (slope, intercept) = CALIBRATION;
    probability(slope * features.take_score() + intercept)
}

/// How likely the one who is credited said these words: that they are reported, and end where they should. Our own
/// articles, read with the eyes of a reader, told how far each kind is from what the corpus promises.
pub fn of_words(reading: &Reading, credited: &Credited, speaker: f32) -> f32 {
    /// What is not certain does not become so.
    const CERTAIN: f32 = 0.945;
    let kind = credited.reported.kind;
    let (slope, intercept) = match kind {
        QuoteKind::Direct => (1.15, 1.1),
        QuoteKind::Mixed => (1.45, 0.55),
        QuoteKind::Indirect => (1.95, -0.2),
        QuoteKind::Scare => return speaker,
    };
    let lifted = probability(slope * (speaker / (1.0 - speaker)).ln() + intercept);
    let is_certain = kind == QuoteKind::Direct && is_named_beside(reading, credited);
    lifted.min(if is_certain {
        CERTAIN.max(speaker)
    } else {
        CERTAIN
    })
}

/// Whether a label names the speaker, or a name right beside the verb, in the paragraph of all the words. Of no other
/// kind of quote were enough counted to be certain: here 201 of 202 were right in articles not learned from, which is
/// 0.97 at the least (Wilson 1927); of names farther off 37 of 39, which may be 0.83; and whom a pronoun means, another
/// decision finds.
fn is_named_beside(reading: &Reading, credited: &Credited) -> bool {
    let Credited {
        reported, speaker, ..
    } = credited;
    if reported.label.is_some() {
        return true;
    }
    let (Some(speaker), Some(cue)) = (speaker, reported.cue) else {
        return false;
    };
    let name = &speaker.tokens;
    let mut between = match name.start > cue {
        true => cue + 1..name.start,
        false => name.end..cue,
    };
    let belongs = |token| matches!(reading.class(token), Class::Auxiliary | Class::Adverb);
    let is_here = |part: &Range<usize>| {
        let (first, last) = (
            reading.paragraph_number(part.start),
            reading.paragraph_number(part.end - 1),
        );
        first == last && last == reading.paragraph_number(cue)
    };
    matches!(speaker.reference, Reference::Name(_))
        && between.all(belongs)
        && reported.content.iter().all(is_here)
}

/// What indicates whether the right speaker is credited.
pub fn describe(reading: &Reading, credited: &Credited, features: &mut Features) {
    let reported = &credited.reported;
    // With nobody credited, the reported words alone can be right.
    let is_unsigned = u32::from(credited.speaker.is_none());
    let kind = (reported.kind as u32) << 1 | is_unsigned;
    let reported_step = step(reported.probability);
    let chosen_step = step(credited.certainty);
    let reference = credited
        .speaker
        .as_ref()
        .map_or(0, |speaker| speaker.reference.number());
    let stem = reported.cue.map_or(0, |cue| reading.term(cue).stem);
    features.add(Template::Kind, kind, 0);
    features.add(Template::Reported, kind, reported_step);
    features.add(Template::Chosen, kind, chosen_step);
    let coarse = reported_step / 2;
    features.add(
        Template::ReportedChosen,
        kind << 8 | coarse,
        chosen_step / 2,
    );
    features.add(Template::Reference, kind, reference);
    features.add(Template::Stem, kind, stem);
    features.add(
        Template::HasCue,
        u32::from(reported.cue.is_some()),
        kind << 8 | chosen_step,
    );
    if let Some(cue) = reported.cue.filter(|_| reported.kind != QuoteKind::Direct) {
        describe_report(reading, credited, cue, features);
    }
}

/// What indicates whether a reported clause is one: the cue, the clause, the speaker and how they
/// stand to each other.
fn describe_report(reading: &Reading, credited: &Credited, cue: usize, features: &mut Features) {
    let content = &credited.reported.content;
    let (start, end) = (content[0].start, content[content.len() - 1].end);
    let term = reading.term(cue);
    let class = |token: usize| reading.class_from(cue, token) as u32;
    let side = if content.len() > 1 {
        2
    } else {
        u32::from(start > cue)
    };
    let side = side << 1 | u32::from(credited.speaker.is_none());
    let words = content.iter().map(Range::len).sum();
    let verbs = content.iter().cloned().flatten();
    let verbs = verbs.filter(|&token| reading.class(token) == Class::Auxiliary);
    let shape = side << 3 | (verbs.count().min(2) as u32) << 1 | u32::from(bucket(words) > 4);
    let gap = bucket(if start > cue {
        start - cue
    } else {
        cue.saturating_sub(end)
    })
    .min(5);
    let look = term.class as u32;
    features.add(Template::CueWordClass, term.alike, side << 8 | look);
    features.add(Template::ShapeClass, shape, look);
    features.add(
        Template::ShapeSaying,
        shape,
        u32::from(term.is_saying) << 8 | gap,
    );
    features.add(Template::Opening, side << 8 | class(start), look << 8 | gap);
    features.add(Template::StemOpening, term.stem, side << 8 | class(start));
    features.add(Template::Length, side, bucket(words));
    let before = reading.class_from(cue, cue.checked_sub(1)) as u32;
    features.add(
        Template::ClassesAroundCue,
        look,
        before << 8 | class(cue + 1),
    );
    features.add(Template::Follower, class(end), side);
    features.add(Template::OpeningWordClass, reading.term(start).alike, side);
    let paragraph = reading.paragraph(cue);
    let is_title = reading.class(paragraph.end - 1) != Class::Stop;
    features.add(Template::Title, u32::from(is_title), look);
    features.add(
        Template::TitleLength,
        u32::from(is_title),
        bucket(paragraph.len()),
    );
    let Some(speaker) = &credited.speaker else {
        features.add(Template::NobodyClass, side, look);
        features.add(Template::NobodyStem, 0, term.stem);
        return;
    };
    let head = reading.term(speaker.head);
    let is_before = speaker.head < cue;
    let distance = bucket(cue.abs_diff(speaker.head)).min(6);
    let place = u32::from(is_before) << 3 | distance;
    features.add(Template::SpeakerPlace, place, side << 8 | look);
    features.add(
        Template::SpeakerWordClassPerson,
        head.alike,
        u32::from(head.is_person),
    );
    features.add(
        Template::SpeakerWordClassSide,
        head.alike,
        side << 8 | u32::from(is_before),
    );
    features.add(
        Template::SpeakerShape,
        speaker.reference.number(),
        shape << 4 | place,
    );
    features.add(
        Template::SpeakerClass,
        speaker.reference.number(),
        look << 8 | place,
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
