//! The trained tagger: a linear-chain conditional random field over sparse features.
//!
//! The same [`features`] are seen in training (`examples/train_tagger.rs`) and here.

pub mod context;
mod decode;
pub mod features;
mod keys;
mod label;
pub mod linear;
mod scorer;
mod seen;
mod short;
pub mod templates;
mod truecase;
mod weights;
pub mod words;

use std::borrow::Cow;
use std::ops::Range;

use context::Context;
use features::{REACH, View, context_features, word_features};
use keys::Keys;
use seen::{Opinion, Seen};
use truecase::truecased;
use words::{Word, Words};

use crate::text::Document;

pub use decode::Decoder;
pub use label::{Label, NameType};
pub use scorer::{Model, Scores, Transitions};
pub use weights::{Row, Weights, tagger};

/// What a tagger remembers of each word: what is known of it, and how it is seen.
pub type Memory = crate::hash::Memory<(Word, Seen)>;

/// The words of a document, and how each is seen.
fn look_at_words<'d, 'm>(
    document: &'d Document,
    model: &impl Model,
    memory: &'m mut Memory,
) -> (Words<'d>, Vec<&'m Seen>) {
    let mut places = Vec::with_capacity(document.vocabulary.words.len());
    memory.forget();
    let words = Words::told(document, |token, hash, entry| {
        let place = memory.place(hash, || {
            let text = token.word(document.text);
            let word = Word::new(text, token.kind, entry);
            let seen = Seen::new(&word, text, model);
            (word, seen)
        });
        places.push(place);
        memory.at(place).0.clone()
    });
    let memory = &*memory;
    let seen = places.into_iter().map(|place| &memory.at(place).1);
    (words, seen.collect())
}

/// The label of every token of a document. The memory serves one model alone.
pub fn tag(document: &Document, model: &impl Model, memory: &mut Memory) -> Vec<Label> {
    match truecased(document) {
        Cow::Borrowed(_) => tag_as_written(document, model, memory),
        Cow::Owned(text) => tag_as_written(&document.recased(&text), model, memory),
    }
}

fn tag_as_written(document: &Document, model: &impl Model, memory: &mut Memory) -> Vec<Label> {
    let (words, seen) = look_at_words(document, model, memory);
    let context = Context::new(document, &words);
    let view = View {
        document,
        words: &words,
        context: &context,
    };
    let mut labels = Vec::with_capacity(document.tokens.len());
    let mut decoder = Decoder::new(model.transitions());
    let mut keys = Keys::new();
    for (sentence, &mode) in document.sentences.iter().zip(&context.modes) {
        for token in sentence.clone() {
            if is_plain(&view, sentence, token, &seen) {
                decoder.pass(&mut labels);
                continue;
            }
            keys.clear();
            context_features(&view, sentence, mode, token, |key| keys.push(key));
            short::features(&view, sentence, mode, token, |key| keys.push(key));
            let mut scores = told_by_words(&view, sentence, token, &seen);
            model.add(keys.all(), &mut scores);
            decoder.step(&scores);
        }
        decoder.finish(&mut labels);
    }
    labels
}

/// Whether a token is outside of names without a closer look: no capital stands there or beside,
/// and the word itself speaks for it. Half of all tokens are, and the scores hardly differ.
#[inline]
fn is_plain(view: &View, sentence: &Range<usize>, token: usize, seen: &[&Seen]) -> bool {
    let near = sentence.start.max(token.saturating_sub(1))..sentence.end.min(token + 2);
    let mut shapes = view.words.shapes[near].iter();
    !shapes.any(|shape| shape.is_capital()) && seen[view.words.of_token[token] as usize].is_plain
}

/// What the words within reach of a token say.
#[inline]
fn told_by_words(view: &View, sentence: &Range<usize>, token: usize, seen: &[&Seen]) -> Scores {
    let mut sum = Opinion::default();
    let first = sentence.start.max(token.saturating_sub(REACH));
    let near = first..sentence.end.min(token + REACH + 1);
    for at in near.clone() {
        let word = view.words.of_token[at] as usize;
        sum.add(&seen[word].from[token + REACH - at]);
    }
    sum.scores(near.len())
}

/// The features of a token that short texts alone have, as a training program needs them.
pub fn short_features(view: &View, sentence: usize, token: usize, emit: impl FnMut(u64)) {
    let (range, mode) = (
        &view.document.sentences[sentence],
        view.context.modes[sentence],
    );
    short::features(view, range, mode, token, emit);
}

/// Every feature of a token, as a training program needs them.
pub fn all_features(view: &View, sentence: usize, token: usize, mut emit: impl FnMut(u64)) {
    let range = &view.document.sentences[sentence];
    context_features(view, range, view.context.modes[sentence], token, &mut emit);
    short_features(view, sentence, token, &mut emit);
    let first = range.start.max(token.saturating_sub(REACH));
    for near in first..range.end.min(token + REACH + 1) {
        word_features(
            view.words.at(near),
            view.document.word(near),
            token as isize - near as isize,
            &mut emit,
        );
    }
}
