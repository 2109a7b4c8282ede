//! What a tagger gives each label of a token.

use super::label::Label;

/// One number for each label, in the model's steps.
pub type Scores = [i32; Label::COUNT];

/// What each label gets for following each other one: `[previous][next]`.
pub type Transitions = [Scores; Label::COUNT];

/// What a tagger needs to know of its weights.
pub trait Model {
    /// Adds what each feature says for and against each label.
    fn add(&self, features: &[u64], scores: &mut Scores);

    /// What each label gets for following each other one.
    fn transitions(&self) -> &Transitions;
}
