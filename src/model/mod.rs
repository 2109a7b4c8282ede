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
use words::{Word, Words};

use crate::text::Document;

pub use decode::{Decoder, Transitions};
pub use label::{Label, NameType};
pub use weights::{Row, Weights, tagger};

/// One number for each label, in the model's steps.
pub type Scores = [i32; Label::COUNT];

/// What a tagger needs to know of its weights.
pub trait Model {
    /// Adds what each feature says for and against each label.
    fn add(&self, features: &[u64], scores: &mut Scores);

    /// What each label gets for following each other one.
    fn transitions(&self) -> &Transitions;
}

/// What a word by itself says for and against each label of the tokens that see it: of the one
/// [`REACH`] tokens before it first, and of the one as far behind it last.
type Seen = [[i16; Label::COUNT]; 2 * REACH + 1];

/// What a tagger remembers of each word: what is known of it, and how it is seen.
pub type Memory = crate::hash::Memory<(Word, Seen)>;

/// The words of a document, and how each is seen.
fn look_at_words<'d>(
    document: &'d Document,
    model: &impl Model,
    memory: &mut Memory,
) -> (Words<'d>, Vec<Seen>) {
    let mut seen = Vec::with_capacity(document.vocabulary.words.len());
    let mut features = Vec::new();
    let words = Words::told(document, |token, cased| {
        let (word, made) = memory.recall(cased, || {
            let word = Word::new(document, token, cased);
            let made = look(&word, model, &mut features);
            (word, made)
        });
        seen.push(*made);
        word.clone()
    });
    (words, seen)
}

/// The label of every token of a document. The memory serves one model alone.
pub fn tag(document: &Document, model: &impl Model, memory: &mut Memory) -> Vec<Label> {
    let (words, seen) = look_at_words(document, model, memory);
    let context = Context::new(document, &words);
    let view = View {
        document,
        words: &words,
        context: &context,
    };
    let mut labels = Vec::with_capacity(document.tokens.len());
    let mut decoder = Decoder::new(model.transitions());
    let mut scores = Vec::new();
    let mut features = Vec::new();
    for index in 0..document.sentences.len() {
        scores.clear();
        score_sentence(&view, index, &seen, model, &mut features, &mut scores);
        decoder.decode(&scores, &mut labels);
    }
    labels
}

/// How many steps a word must speak for being outside of names, over all other labels.
const PLAIN_MARGIN: i16 = 10;

/// Whether a token is outside of names without a closer look: no capital stands there or beside,
/// and the word itself speaks for it. Half of all tokens are, and the scores hardly differ.
fn is_plain(view: &View, sentence: &std::ops::Range<usize>, token: usize, seen: &[Seen]) -> bool {
    let near = sentence.start.max(token.saturating_sub(1))..sentence.end.min(token + 2);
    if near.clone().any(|at| view.words.at(at).shape.is_capital()) {
        return false;
    }
    let own = &seen[view.words.of_token[token] as usize][REACH];
    own[1..].iter().all(|&other| own[0] - other >= PLAIN_MARGIN)
}

/// Adds the scores of every token of a sentence.
fn score_sentence(
    view: &View,
    index: usize,
    seen: &[Seen],
    model: &impl Model,
    features: &mut Vec<u64>,
    scores: &mut Vec<Scores>,
) {
    let sentence = &view.document.sentences[index];
    let mode = view.context.modes[index];
    for token in sentence.clone() {
        if is_plain(view, sentence, token, seen) {
            scores.push(OUTSIDE_ONLY);
            continue;
        }
        let mut sum = [0; Label::COUNT];
        features.clear();
        context_features(view, sentence, mode, token, |key| features.push(key));
        model.add(features, &mut sum);
        let first = sentence.start.max(token.saturating_sub(REACH));
        for near in first..sentence.end.min(token + REACH + 1) {
            let part = &seen[view.words.of_token[near] as usize][token + REACH - near];
            sum.iter_mut()
                .zip(part)
                .for_each(|(sum, &part)| *sum += i32::from(part));
        }
        scores.push(sum);
    }
}

/// Scores a word for each of the tokens that see it.
fn look(word: &Word, model: &impl Model, features: &mut Vec<u64>) -> Seen {
    let mut seen = [[0; Label::COUNT]; 2 * REACH + 1];
    for (index, seen) in seen.iter_mut().enumerate() {
        let mut scores = [0; Label::COUNT];
        let offset = index as isize - REACH as isize;
        features.clear();
        word_features(word, offset, |key| features.push(key));
        model.add(features, &mut scores);
        // Some twenty features of a byte each fit in with ease.
        *seen = scores.map(|score| score as i16);
    }
    seen
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
