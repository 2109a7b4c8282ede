//! The trained tagger: a linear-chain conditional random field over sparse features.
//!
//! The same [`features`] are seen in training (`examples/train_tagger.rs`) and here.

pub mod context;
mod decode;
pub mod features;
mod label;
pub mod linear;
mod weights;
pub mod words;

use context::Context;
use decode::OUTSIDE_ONLY;
use features::{REACH, View, context_features, word_features};
use words::Words;

use crate::text::Document;

pub use decode::{Decoder, Transitions};
pub use label::{Label, NameType};
pub use weights::{Row, Weights, tagger};

/// One number for each label, in the model's steps.
pub type Scores = [i32; Label::COUNT];

/// What a tagger needs to know of its weights.
pub trait Model {
    /// Adds what a feature says for and against each label.
    fn add(&self, feature: u64, scores: &mut Scores);

    /// What each label gets for following each other one.
    fn transitions(&self) -> &Transitions;
}

/// The label of every token of a document.
pub fn tag(document: &Document, model: &impl Model) -> Vec<Label> {
    let words = Words::new(document);
    let context = Context::new(document, &words);
    let view = View {
        document,
        words: &words,
        context: &context,
    };
    let by_word = score_words(&words, model);
    let mut labels = Vec::with_capacity(document.tokens.len());
    let mut decoder = Decoder::default();
    let mut scores = Vec::new();
    for index in 0..document.sentences.len() {
        scores.clear();
        score_sentence(&view, index, &by_word, model, &mut scores);
        decoder.decode(&scores, model.transitions(), &mut labels);
    }
    labels
}

/// How many steps a word must speak for being outside of names, over all other labels.
const PLAIN_MARGIN: i32 = 10;

/// Whether a token is outside of names without a closer look: no capital stands there or beside,
/// and the word itself speaks for it. Half of all tokens are, and the scores hardly differ.
fn is_plain(
    view: &View,
    sentence: &std::ops::Range<usize>,
    token: usize,
    by_word: &[[Scores; 2 * REACH + 1]],
) -> bool {
    let near = sentence.start.max(token.saturating_sub(1))..sentence.end.min(token + 2);
    if near.clone().any(|at| view.words.at(at).shape.is_capital()) {
        return false;
    }
    let own = &by_word[view.words.of_token[token] as usize][REACH];
    own[1..].iter().all(|&other| own[0] - other >= PLAIN_MARGIN)
}

/// Adds the scores of every token of a sentence.
fn score_sentence(
    view: &View,
    index: usize,
    by_word: &[[Scores; 2 * REACH + 1]],
    model: &impl Model,
    scores: &mut Vec<Scores>,
) {
    let sentence = &view.document.sentences[index];
    let mode = view.context.modes[index];
    for token in sentence.clone() {
        if is_plain(view, sentence, token, by_word) {
            scores.push(OUTSIDE_ONLY);
            continue;
        }
        let mut sum = [0; Label::COUNT];
        context_features(view, sentence, mode, token, |key| model.add(key, &mut sum));
        let first = sentence.start.max(token.saturating_sub(REACH));
        for near in first..sentence.end.min(token + REACH + 1) {
            let seen_from = &by_word[view.words.of_token[near] as usize];
            let part = &seen_from[token + REACH - near];
            sum.iter_mut()
                .zip(part)
                .for_each(|(sum, part)| *sum += part);
        }
        scores.push(sum);
    }
}

/// The scores of each distinct word as seen from the tokens before, at and after it.
fn score_words(words: &Words, model: &impl Model) -> Vec<[Scores; 2 * REACH + 1]> {
    let score = |word: &words::Word| {
        let mut scores = [[0; Label::COUNT]; 2 * REACH + 1];
        for (index, scores) in scores.iter_mut().enumerate() {
            let offset = index as isize - REACH as isize;
            word_features(word, offset, |key| model.add(key, scores));
        }
        scores
    };
    words.words.iter().map(score).collect()
}

/// Every feature of a token, as a training program needs them.
pub fn all_features(view: &View, sentence: usize, token: usize, mut emit: impl FnMut(u64)) {
    let range = &view.document.sentences[sentence];
    context_features(view, range, view.context.modes[sentence], token, &mut emit);
    let first = range.start.max(token.saturating_sub(REACH));
    for near in first..range.end.min(token + REACH + 1) {
        word_features(
            view.words.at(near),
            token as isize - near as isize,
            &mut emit,
        );
    }
}
