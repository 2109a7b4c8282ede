//! Trains the tagger, scores it, and writes its weights.
//!
//! `src/data/README.md` has the command that made the committed weights.

#[path = "train_tagger/corpus.rs"]
mod corpus;
#[path = "train_tagger/crf.rs"]
mod crf;
#[path = "train_tagger/features.rs"]
mod features;
#[path = "train_tagger/options.rs"]
mod options;
#[path = "train_tagger/quantise.rs"]
mod quantise;
#[path = "train_tagger/score.rs"]
mod score;

use std::error::Error;
use std::fs;
use std::thread;
use std::time::Instant;

use newslight::model::Weights;

use corpus::{Convention, Text};
use crf::{Crf, Example, Rates};
use options::Options;

/// A text to learn from.
pub struct Labelled {
    text: Text,
    convention: Convention,
    weight: f32,
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options::parse(std::env::args().skip(1))?;
    let began = Instant::now();
    let mut texts = Vec::new();
    for (path, weight) in &options.train {
        let convention = Convention::of(path);
        let read = corpus::read(path)?.into_iter();
        texts.extend(read.map(|text| Labelled {
            text,
            convention,
            weight: *weight,
        }));
    }
    let mut examples: Vec<Example> = texts.iter().flat_map(features::examples).collect();
    let fingerprints = features::number(&mut examples);
    println!(
        "{} texts, {} sentences, {} features",
        texts.len(),
        examples.len(),
        fingerprints.len()
    );
    let models = train_all(&examples, fingerprints.len(), &options);
    let file = quantise::quantise(&models, &fingerprints, &options);
    println!(
        "{} bytes, {:.0} s",
        file.len(),
        began.elapsed().as_secs_f64()
    );
    let weights = Weights::read(&file)?;
    for path in &options.dev {
        let f1 = score::score(&corpus::read(path)?, &weights).map(score::Score::f1);
        println!(
            "  {path}: {:.1} (person {:.1}, organization {:.1}, place {:.1})",
            f1[0], f1[1], f1[2], f1[3]
        );
    }
    if let Some(out) = &options.out {
        fs::write(out, &file)?;
    }
    Ok(())
}

/// Trains the models on two threads. Each is the same at every run.
fn train_all(examples: &[Example], features: usize, options: &Options) -> Vec<Crf> {
    let seeds: Vec<u64> = (options.seed..options.seed + options.models).collect();
    let train_some = |seeds: &[u64]| -> Vec<Crf> {
        let train = |&seed: &u64| train(examples, features, options, seed);
        seeds.iter().map(train).collect()
    };
    let (one, other) = seeds.split_at(seeds.len() / 2);
    thread::scope(|scope| {
        let other = scope.spawn(|| train_some(other));
        let mut models = train_some(one);
        models.extend(other.join().expect("training does not panic"));
        models
    })
}

/// Trains a model in several passes, each in another order.
fn train(examples: &[Example], features: usize, options: &Options, seed: u64) -> Crf {
    let rates = Rates {
        rate: options.rate,
        delta: options.delta,
        penalty: options.l1 / examples.len().max(1) as f32,
        dropout: options.dropout,
    };
    let mut crf = Crf::new(features, rates, seed);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = seed;
    for pass in 1..=options.passes {
        shuffle(&mut order, &mut random);
        let loss: f64 = order
            .iter()
            .map(|&i| f64::from(crf.learn(&examples[i])))
            .sum();
        println!(
            "model {seed}, pass {pass}: loss {:.3}",
            loss / examples.len() as f64
        );
    }
    crf
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
