//! The evidence that a pronoun means somebody, and what each piece of it weighs.

/// One piece of evidence about a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Evidence {
    /// Mentioned in the same sentence.
    ThisSentence,
    /// Mentioned last in the sentence before.
    LastSentence,
    /// Mentioned last two sentences before.
    TwoBefore,
    /// Mentioned last three sentences before.
    ThreeBefore,
    /// Mentioned last farther away.
    Farther,
    /// A subject in the same sentence.
    SubjectHere,
    /// A subject in the sentence before.
    SubjectBefore,
    /// A subject farther away.
    SubjectFarther,
    /// A subject for a pronoun that is none.
    SubjectForObject,
    /// Mentioned last in a sentence whose subject is another person: that it was a subject before counts no more.
    BesideSubject,
    /// Mentioned in the same paragraph.
    Paragraph,
    /// Mentioned last within somebody's words, and the pronoun is not, or the other way round.
    OtherVoice,
    /// Spoke last.
    Spoke,
    /// Spoke last, and the pronoun speaks.
    SpeaksOn,
    /// A subject in the same sentence or the one before, and the pronoun speaks.
    SubjectSpeaks,
    /// Of the pronoun's gender, by name, title, kin or an earlier pronoun.
    Gender,
    /// Whom the text names most often.
    Topic,
    /// How often it was mentioned so far, by its logarithm.
    Often,
    /// The last mention of any person.
    Latest,
    /// Mentioned last by a pronoun.
    Pronoun,
    /// Mentioned last as an owner: “Reed's”.
    Owner,
    /// Accused, where the pronoun speaks of itself in court.
    Accused,
    /// An official of the court or the police, where the pronoun speaks of itself there.
    Official,
}

/// How many pieces of evidence there are.
pub const PIECES: usize = Evidence::Official as usize + 1;

/// What a piece of evidence adds to the score of a candidate, in the order of [`Evidence`].
#[rustfmt::skip]
const WEIGHTS: [(Evidence, f32); PIECES] = [
    (Evidence::ThisSentence, 3.0),
    (Evidence::LastSentence, 2.3),
    (Evidence::TwoBefore, 1.5),
    (Evidence::ThreeBefore, 0.9),
    (Evidence::Farther, 0.3),
    (Evidence::SubjectHere, 1.7),
    (Evidence::SubjectBefore, 1.3),
    (Evidence::SubjectFarther, 0.8),
    (Evidence::SubjectForObject, -0.8),
    (Evidence::BesideSubject, -0.4),
    (Evidence::Paragraph, 0.5),
    (Evidence::OtherVoice, -1.4),
    (Evidence::Spoke, 1.2),
    (Evidence::SpeaksOn, 0.3),
    (Evidence::SubjectSpeaks, 0.8),
    (Evidence::Gender, 0.7),
    (Evidence::Topic, 1.3),
    (Evidence::Often, 0.3),
    (Evidence::Latest, 0.2),
    (Evidence::Pronoun, 0.2),
    (Evidence::Owner, 0.0),
    (Evidence::Accused, 3.0),
    (Evidence::Official, -3.0),
];

/// The score of nobody who is named, and how much lower it is where somebody speaks: whom a text quotes it mostly
/// names.
const NOBODY: f32 = 2.7;
const NOBODY_SPEAKS: f32 = 0.8;

/// How much evidence of each kind there is for a candidate.
#[derive(Clone, Debug)]
pub struct Weighed(pub [f32; PIECES]);

impl Default for Weighed {
    fn default() -> Self {
        Self([0.0; PIECES])
    }
}

impl Weighed {
    /// Adds a piece of evidence if it is there.
    pub fn add(&mut self, piece: Evidence, is_there: bool) {
        self.0[piece as usize] = f32::from(u8::from(is_there));
    }

    /// Adds a piece of evidence of which there is more or less.
    pub fn measure(&mut self, piece: Evidence, amount: f32) {
        self.0[piece as usize] = amount;
    }

    /// The score that all of it comes to.
    pub fn score(&self) -> f32 {
        let pairs = self.0.iter().zip(&WEIGHTS);
        pairs.map(|(amount, (_, weight))| amount * weight).sum()
    }
}

/// How likely the one with the highest of these scores is meant, rather than another or nobody who is named.
pub fn probability(scores: &[f32], speaks: bool) -> f32 {
    let nobody = NOBODY - if speaks { NOBODY_SPEAKS } else { 0.0 };
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    let total: f32 = scores.iter().map(|score| (score - highest).exp()).sum();
    1.0 / (total + (nobody - highest).exp())
}

#[cfg(test)]
mod tests {
    use super::{WEIGHTS, probability};

    #[test]
    fn weights_stand_in_the_order_of_their_names() {
        for (index, (piece, _)) in WEIGHTS.iter().enumerate() {
            assert_eq!(*piece as usize, index, "{piece:?}");
        }
    }

    #[test]
    fn two_alike_are_less_likely_than_one() {
        assert!(probability(&[6.0], false) > 0.9);
        assert!(probability(&[6.0, 6.0], false) < 0.5);
        assert!(probability(&[6.0, 3.0], false) > probability(&[6.0, 5.0], false));
    }
}
