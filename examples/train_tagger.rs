//! Trains the tagger and writes its weights.
//!
//! `src/data/README.md` has the command that made the committed weights.

#[path = "train_tagger/corpus.rs"]
mod corpus;
#[path = "train_tagger/crf.rs"]
mod crf;
#[path = "train_tagger/options.rs"]
mod options;
#[path = "train_tagger/score.rs"]
mod score;

use std::error::Error;
use std::fs;
use std::time::Instant;

use newslight::lexicon::Fingerprints;
use newslight::model::context::Context;
use newslight::model::features::View;
use newslight::model::words::Words;
use newslight::model::{Label, Row, Weights, all_features};
use newslight::text::Document;

use corpus::{Convention, Text};
use crf::{Crf, Example, Rates};
use options::Options;

/// The bits that tell features apart while training.
const TRAINING_BITS: u32 = 28;
/// The times that a feature must be seen to be learnt from.
const SEEN: u8 = 2;

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options::parse(std::env::args().skip(1))?;
    let began = Instant::now();
    let mut examples = Vec::new();
    for (path, weight) in &options.train {
        let convention = Convention::of(path);
        for text in corpus::read(path)? {
            add_examples(&text, convention, *weight, &mut examples);
        }
    }
    let fingerprints = number_features(&mut examples);
    println!(
        "{} sentences, {} features, {:.0} s",
        examples.len(),
        fingerprints.len(),
        began.elapsed().as_secs_f64()
    );
    let dev: Vec<(String, Vec<Text>)> = options
        .dev
        .iter()
        .map(|path| Ok((path.clone(), corpus::read(path)?)))
        .collect::<Result<_, Box<dyn Error>>>()?;
    let rates = Rates {
        rate: options.rate,
        delta: options.delta,
        penalty: options.l1 / examples.len() as f32,
    };
    let mut crf = Crf::new(fingerprints.len(), rates);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = options.seed;
    let mut file = Vec::new();
    for pass in 1..=options.passes {
        shuffle(&mut order, &mut random);
        let loss: f64 = order
            .iter()
            .map(|&i| f64::from(crf.learn(&examples[i])))
            .sum();
        file = quantise(&crf, &fingerprints, &options);
        println!(
            "pass {pass}: loss {:.3}, {} bytes, {:.0} s",
            loss / examples.len() as f64,
            file.len(),
            began.elapsed().as_secs_f64()
        );
        if pass == options.passes || options.verbose {
            let weights = Weights::read(&file)?;
            for (path, texts) in &dev {
                let f1 = score::score(texts, &weights).map(score::Score::f1);
                println!(
                    "  {path}: {:.1} (person {:.1}, organization {:.1}, place {:.1})",
                    f1[0], f1[1], f1[2], f1[3]
                );
            }
        }
    }
    if let Some(out) = &options.out {
        fs::write(out, &file)?;
    }
    Ok(())
}

/// Adds the sentences of a text, their features still fingerprints.
fn add_examples(text: &Text, convention: Convention, weight: f32, examples: &mut Vec<Example>) {
    let document = Document::new(&text.text);
    let words = Words::new(&document);
    let context = Context::new(&document, &words);
    let view = View {
        document: &document,
        words: &words,
        context: &context,
    };
    let allowed = text.allowed(&document, convention);
    for (index, sentence) in document.sentences.iter().enumerate() {
        let mut example = Example {
            features: Vec::new(),
            ends: Vec::new(),
            allowed: allowed[sentence.clone()].to_vec(),
            weight,
        };
        for token in sentence.clone() {
            all_features(&view, index, token, |key| {
                example.features.push((key >> (64 - TRAINING_BITS)) as u32);
            });
            example.ends.push(example.features.len() as u32);
        }
        example.features.shrink_to_fit();
        examples.push(example);
    }
}

/// Replaces fingerprints by numbers from 0, drops the rare ones, and gives the fingerprints by
/// their numbers, sorted.
fn number_features(examples: &mut [Example]) -> Vec<u32> {
    let mut counts = vec![0_u8; 1 << TRAINING_BITS];
    for example in examples.iter() {
        for &feature in &example.features {
            counts[feature as usize] = counts[feature as usize].saturating_add(1);
        }
    }
    let kept: Vec<u32> = (0..1 << TRAINING_BITS)
        .filter(|&f| counts[f as usize] >= SEEN)
        .collect();
    let set = Fingerprints::new(&kept, TRAINING_BITS);
    for example in examples {
        let mut features = Vec::new();
        let mut start = 0;
        for end in &mut example.ends {
            let known = example.features[start..*end as usize]
                .iter()
                .filter_map(|&feature| set.rank(u64::from(feature) << (64 - TRAINING_BITS)));
            features.extend(known.map(|rank| rank as u32));
            start = *end as usize;
            *end = features.len() as u32;
        }
        features.shrink_to_fit();
        example.features = features;
    }
    kept
}

/// The file of the weights in whole steps.
fn quantise(crf: &Crf, fingerprints: &[u32], options: &Options) -> Vec<u8> {
    let in_steps = |weight: f32| (weight / options.step).round();
    let mut rows: Vec<Row> = Vec::new();
    for (feature, &fingerprint) in fingerprints.iter().enumerate() {
        let weights = crf.weights(feature).map(|weight| {
            let kept = if weight.abs() < options.cut {
                0.0
            } else {
                weight
            };
            in_steps(kept).clamp(-127.0, 127.0) as i8
        });
        if weights == [0; Label::COUNT] {
            continue;
        }
        let row = Row {
            fingerprint: fingerprint >> (TRAINING_BITS - options.bits),
            weights,
        };
        match rows.last_mut() {
            // Of two features that share a fingerprint the one that says more is kept.
            Some(last) if last.fingerprint == row.fingerprint => {
                if strength(&row) > strength(last) {
                    *last = row;
                }
            }
            _ => rows.push(row),
        }
    }
    let transitions = crf
        .transitions()
        .map(|row| row.map(|weight| in_steps(weight) as i32));
    println!(
        "{} rows, {} weights",
        rows.len(),
        rows.iter().map(count).sum::<usize>()
    );
    Weights::write(&rows, &transitions, options.bits)
}

fn strength(row: &Row) -> u32 {
    row.weights
        .iter()
        .map(|&weight| u32::from(weight.unsigned_abs()))
        .sum()
}

fn count(row: &Row) -> usize {
    row.weights.iter().filter(|&&weight| weight != 0).count()
}

/// Fisher and Yates' shuffle, driven by a xorshift generator.
fn shuffle(order: &mut [usize], state: &mut u64) {
    for last in (1..order.len()).rev() {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        order.swap(last, (*state % (last as u64 + 1)) as usize);
    }
}
