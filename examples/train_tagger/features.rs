//! Texts to sentences to learn from.

use std::collections::HashSet;

use newslight::dev::lexicon::Fingerprints;
use newslight::dev::model::context::Context;
use newslight::dev::model::features::View;
use newslight::dev::model::words::Words;
use newslight::dev::model::{Label, all_features, short_features};
use newslight::dev::text::Document;

use crate::Labelled;
use crate::example::{Example, Truth};

/// The bits that distinguish features while training.
pub const TRAINING_BITS: u32 = 28;
/// The times that a feature must be seen to be learnt from.
const SEEN: u8 = 2;

/// The sentences of a text. The features are fingerprints; those that short texts alone have go to `short`, too.
pub fn examples(labelled: &Labelled, short: &mut HashSet<u32>) -> Vec<Example> {
    let document = Document::new(&labelled.text.text);
    let words = Words::new(&document);
    let context = Context::new(&document, &words);
    let view = View {
        document: &document,
        words: &words,
        context: &context,
    };
    let truth = truth(labelled, &document);
    let mut example = |(index, sentence): (usize, &std::ops::Range<usize>)| {
        let mut example = Example::new(truth.part(sentence.clone()), labelled.weight);
        for token in sentence.clone() {
            all_features(&view, index, token, |key| {
                example.features.push(fingerprint(key))
            });
            short_features(&view, index, token, |key| {
                short.insert(fingerprint(key));
            });
            example.end_token();
        }
        example
    };
    document
        .sentences
        .iter()
        .enumerate()
        .map(&mut example)
        .collect()
}

/// What is known of the labels of a text's tokens.
fn truth(labelled: &Labelled, document: &Document) -> Truth {
    let Some(soft) = &labelled.text.soft else {
        return Truth::Allowed(labelled.text.allowed(document, labelled.convention));
    };
    let mut outside = [0.0; Label::COUNT];
    outside[usize::from(Label::OUTSIDE.0)] = 1.0;
    let mut likely = vec![outside; document.tokens.len()];
    for &(token, odds) in soft {
        likely[token] = odds;
    }
    Truth::Likely(likely)
}

fn fingerprint(key: u64) -> u32 {
    (key >> (64 - TRAINING_BITS)) as u32
}

/// Replaces fingerprints by numbers from 0, drops the rare ones, and gives the fingerprints by
/// their numbers, sorted.
pub fn number(examples: &mut [Example]) -> Vec<u32> {
    let mut counts = vec![0_u8; 1 << TRAINING_BITS];
    for feature in examples.iter().flat_map(|example| &example.features) {
        counts[*feature as usize] = counts[*feature as usize].saturating_add(1);
    }
    let kept: Vec<u32> = (0..1 << TRAINING_BITS)
        .filter(|&feature| counts[feature as usize] >= SEEN)
        .collect();
    assert!(kept.len() < Fingerprints::LIMIT, "too many features");
    let set = Fingerprints::new(kept.clone(), TRAINING_BITS);
    let rank = |feature: u32| set.rank(u64::from(feature) << (64 - TRAINING_BITS));
    for example in examples {
        example.renumber(|feature| rank(feature).map(|rank| rank as u32));
    }
    kept
}
