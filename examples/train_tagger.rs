//! Trains the tagger, scores it, and writes its weights.
//!
//! `src/data/README.md` has the command that made the committed weights.

#[path = "train_tagger/card.rs"]
mod card;
#[path = "train_tagger/corpus.rs"]
mod corpus;
#[path = "train_tagger/crf.rs"]
mod crf;
#[path = "train_tagger/example.rs"]
mod example;
#[path = "train_tagger/features.rs"]
mod features;
#[path = "train_tagger/options.rs"]
mod options;
#[path = "train_tagger/pieces.rs"]
mod pieces;
#[path = "train_tagger/quantise.rs"]
mod quantise;
#[path = "train_tagger/score.rs"]
mod score;

use std::collections::HashSet;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::Instant;

use newslight::dev::model::Weights;

use corpus::{Convention, Text};
use crf::{Crf, Rates, Start};
use example::Example;
use options::Options;
use pieces::Lists;
use score::Report;

/// A text to learn from.
pub struct Labelled {
    text: Text,
    convention: Convention,
    weight: f32,
}

/// Weights in their file, with their scores.
pub struct Trained {
    file: Vec<u8>,
    rows: usize,
    weights: usize,
    reports: Vec<Report>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut options = Options::parse(std::env::args().skip(1))?;
    let main = make(&options, None)?;
    if let Some(out) = &options.out {
        fs::write(out, &main.file)?;
    }
    let Some(path) = options.card.clone() else {
        return Ok(());
    };
    let models = std::mem::replace(&mut options.models, 1);
    let mut others = Vec::new();
    for name in &options.without {
        others.push((name.clone(), make(&options, Some(name))?));
    }
    options.models = models;
    fs::write(path, card::card(&options, &main, &others))?;
    Ok(())
}

/// Trains on all corpora but one, whose file's name begins with `without`, and scores. The corpus
/// that is left out is scored on, too. Soft labels are then left out as well: their teacher has seen it.
fn make(options: &Options, without: Option<&str>) -> Result<Trained, Box<dyn Error>> {
    let began = Instant::now();
    let is_out = |path: &str| without.is_some_and(|without| file_name(path).starts_with(without));
    let lists = match &options.lists {
        Some(path) => Lists::read(path)?,
        None => Lists::default(),
    };
    let mut texts = Vec::new();
    let mut scored = options.dev.clone();
    for (path, weight) in &options.train {
        if is_out(path) {
            scored.push(path.clone());
            continue;
        }
        let convention = Convention::of(path);
        let mut read = corpus::read(path)?;
        if without.is_some() {
            read.retain(|text| text.soft.is_none());
        }
        let labelled = |text, weight| Labelled {
            text,
            convention,
            weight,
        };
        if options.pieces > 0.0 {
            let known = read.iter().filter(|text| text.soft.is_none());
            let pieces = known.flat_map(|text| pieces::of(text, &lists));
            texts.extend(pieces.map(|piece| labelled(piece, weight * options.pieces)));
        }
        texts.extend(read.into_iter().map(|text| labelled(text, *weight)));
    }
    let mut short = HashSet::new();
    let examples = texts.iter();
    let examples = examples.flat_map(|text| features::examples(text, &mut short));
    let mut examples: Vec<Example> = examples.collect();
    if options.short_alone {
        examples.retain(|example| {
            example
                .features
                .iter()
                .any(|feature| short.contains(feature))
        });
    }
    let fingerprints = features::number(&mut examples);
    println!("{} texts, {} sentences", texts.len(), examples.len());
    let mut before = Vec::new();
    let mut start = Start::default();
    if let Some(path) = &options.from {
        let tagger = Weights::read(&fs::read(path)?)?;
        before = quantise::rows_of(&tagger, options.bits);
        start = quantise::start(&tagger, &before, &fingerprints, &short, options);
    }
    let models = train_all(&examples, fingerprints.len(), options, &start);
    let (rows, transitions) = quantise::quantise(&models, &fingerprints, &before, options);
    let file = Weights::write(&rows, &transitions, options.bits);
    println!(
        "{} bytes, {:.0} s",
        file.len(),
        began.elapsed().as_secs_f64()
    );
    let tagger = Weights::read(&file)?;
    let mut reports = Vec::new();
    for path in scored {
        let f1 = score::score(&corpus::read(&path)?, &tagger).map(score::Score::f1);
        println!("  {path}: {f1:.1?}");
        reports.push(Report {
            name: file_name(&path),
            f1,
        });
    }
    let weights = rows
        .iter()
        .flat_map(|row| row.weights)
        .filter(|&weight| weight != 0)
        .count();
    Ok(Trained {
        file,
        rows: rows.len(),
        weights,
        reports,
    })
}

/// The name of a file without its folder.
fn file_name(path: &str) -> String {
    Path::new(path)
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// Trains the models on two threads. Each is the same at every run.
fn train_all<'s>(
    examples: &[Example],
    features: usize,
    options: &Options,
    start: &'s Start,
) -> Vec<Crf<'s>> {
    let seeds: Vec<u64> = (options.seed..options.seed + options.models).collect();
    let train_some = |seeds: &[u64]| -> Vec<Crf<'s>> {
        let train = |&seed: &u64| train(examples, features, options, seed, start);
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
fn train<'s>(
    examples: &[Example],
    features: usize,
    options: &Options,
    seed: u64,
    start: &'s Start,
) -> Crf<'s> {
    let rates = Rates {
        rate: options.rate,
        delta: options.delta,
        penalty: options.l1 / examples.len().max(1) as f32,
        dropout: options.dropout,
    };
    let mut crf = Crf::new(features, rates, seed, start);
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
