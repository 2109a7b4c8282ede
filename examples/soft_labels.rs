//! Labels the texts of a corpus, one JSON document a line, as a tagger sees them: how likely it takes
//! each label of each token to be. A new tagger learns from such soft labels of texts that nobody has
//! labelled.

#[path = "train_tagger/corpus.rs"]
#[allow(dead_code, reason = "a training program uses all of it")]
mod corpus;
#[path = "train_tagger/crf.rs"]
#[allow(dead_code, reason = "a training program uses all of it")]
mod crf;
#[path = "train_tagger/example.rs"]
#[allow(dead_code, reason = "a training program uses all of it")]
mod example;

use std::error::Error;
use std::fs;

use newslight::dev::model::context::Context;
use newslight::dev::model::features::View;
use newslight::dev::model::words::Words;
use newslight::dev::model::{Model, Scores, Weights, all_features};
use newslight::dev::text::Document;
use serde_json::{Value, json};

use crf::Vector;

/// A token that is outside of names with this probability is outside.
const SURE: f32 = 0.995;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [corpus, weights, step] = arguments.as_slice() else {
        return Err("usage: soft_labels FILE WEIGHTS STEP".into());
    };
    let weights = Weights::read(&fs::read(weights)?)?;
    let step: f32 = step.parse()?;
    for line in fs::read_to_string(corpus)?.lines() {
        let line: Value = serde_json::from_str(line)?;
        let text = line["text"].as_str().unwrap_or_default();
        let labelled = json!({
            "id": line["id"],
            "text": text,
            "entities": [],
            "soft": soft(text, &weights, step),
        });
        println!("{labelled}");
    }
    Ok(())
}

/// The tokens of a text that are not sure to be outside of names, with the odds of their labels.
fn soft(text: &str, weights: &Weights, step: f32) -> Vec<(usize, Vec<f32>)> {
    let document = Document::new(text);
    let words = Words::new(&document);
    let context = Context::new(&document, &words);
    let view = View {
        document: &document,
        words: &words,
        context: &context,
    };
    let scaled = |scores: &Scores| -> Vector { scores.map(|score| score as f32 * step) };
    let transitions = weights.transitions().each_ref().map(scaled);
    let mut soft = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        let scores: Vec<Vector> = sentence
            .clone()
            .map(|token| {
                let mut features = Vec::new();
                all_features(&view, index, token, |key| features.push(key));
                let mut sum = Scores::default();
                weights.add(&features, &mut sum);
                scaled(&sum)
            })
            .collect();
        let odds = crf::posteriors(&scores, &transitions);
        for (token, odds) in sentence.clone().zip(odds) {
            if odds[0] < SURE {
                let rounded = odds.map(|p| (p * 1e4).round() / 1e4);
                soft.push((token, rounded.to_vec()));
            }
        }
    }
    soft
}
