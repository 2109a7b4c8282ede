//! What a tagger learns from, a sentence at a time.

use std::ops::Range;

use crate::corpus::{LabelSet, Odds};

/// What is known of the labels of some tokens.
#[derive(Clone)]
pub enum Truth {
    /// The labels that each token may have.
    Allowed(Vec<LabelSet>),
    /// How likely a teacher takes each label of each token to be (Hinton et al., 2015).
    Likely(Vec<Odds>),
}

impl Truth {
    /// What is known of some of the tokens.
    pub fn part(&self, tokens: Range<usize>) -> Self {
        match self {
            Self::Allowed(sets) => Self::Allowed(sets[tokens].to_vec()),
            Self::Likely(odds) => Self::Likely(odds[tokens].to_vec()),
        }
    }
}

/// A sentence to learn from.
pub struct Example {
    /// The features of all tokens, one after the other.
    pub features: Vec<u32>,
    /// Where each token's features end.
    pub ends: Vec<u32>,
    /// The labels of all tokens.
    pub truth: Truth,
    /// How much the sentence counts.
    pub weight: f32,
}

impl Example {
    /// A sentence without features.
    pub fn new(truth: Truth, weight: f32) -> Self {
        Self {
            features: Vec::new(),
            ends: Vec::new(),
            truth,
            weight,
        }
    }

    /// Closes the features of a token.
    pub fn end_token(&mut self) {
        self.ends.push(self.features.len() as u32);
    }

    /// Gives each feature another number, or drops it.
    pub fn renumber(&mut self, number: impl Fn(u32) -> Option<u32>) {
        let mut features = Vec::new();
        let mut start = 0;
        for end in &mut self.ends {
            let token = &self.features[start..*end as usize];
            features.extend(token.iter().filter_map(|&feature| number(feature)));
            start = *end as usize;
            *end = features.len() as u32;
        }
        features.shrink_to_fit();
        self.features = features;
    }

    /// The features of one token.
    pub fn features_of(&self, token: usize) -> &[u32] {
        let start = token.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.features[start as usize..self.ends[token] as usize]
    }
}
