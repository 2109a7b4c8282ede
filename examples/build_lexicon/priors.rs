//! What a word alone indicates about the name that it is part of, learnt from labelled corpora and
//! carried over to words that they do not have by the words' vectors.

use std::collections::HashMap;
use std::error::Error;
use std::thread;

use newslight::dev::lexicon::word_key;
use newslight::dev::model::words::Words;
use newslight::dev::model::{Label, NameType};
use newslight::dev::text::Document;

use crate::corpus::{self, Convention};

/// What a word can be: lower-cased, a capital outside of names, a person's first word, a
/// person's further word, or part of a name of another kind.
pub const OUTCOMES: usize = 8;
/// The numbers of a word vector.
const INPUTS: usize = 100;
/// The units between a vector and the outcomes.
const HIDDEN: usize = 48;
/// A word's prior comes from a network that has not seen the word: one of so many.
const FOLDS: u64 = 5;
/// The passes over the words of the corpora.
const PASSES: usize = 12;
/// The learning rate (AdaGrad).
const RATE: f32 = 0.05;

/// How often a word has each outcome.
pub type Counts = HashMap<u64, [f32; OUTCOMES]>;

/// Counts the outcomes of every word of some corpora.
pub fn count(paths: &[String]) -> Result<Counts, Box<dyn Error>> {
    let mut counts = Counts::new();
    for path in paths {
        let convention = Convention::of(path);
        for text in corpus::read(path)? {
            let document = Document::new(&text.text);
            let words = Words::new(&document);
            let allowed = text.allowed(&document, convention);
            for sentence in &document.sentences {
                for token in sentence.clone() {
                    let word = words.at(token);
                    let outcome = match label_of(allowed[token]) {
                        Some(label) => outcome(label),
                        None if !word.shape.is_capital() => Some(0),
                        None => (token > sentence.start).then_some(1),
                    };
                    if let Some(outcome) = outcome {
                        counts.entry(word.key).or_default()[outcome] += 1.0;
                    }
                }
            }
        }
    }
    Ok(counts)
}

/// The one label of a name that is allowed, if it is but one.
fn label_of(allowed: u16) -> Option<Label> {
    let label = Label(allowed.trailing_zeros() as u8);
    (allowed.count_ones() == 1 && label != Label::OUTSIDE).then_some(label)
}

fn outcome(label: Label) -> Option<usize> {
    Some(match label.name_type()? {
        NameType::Person if label.is_inside() => 3,
        NameType::Person => 2,
        NameType::Organization => 4,
        NameType::Place => 5,
        NameType::Group => 6,
        NameType::Miscellaneous => 7,
    })
}

/// The odds of the outcomes of each word, by vectors of unit length.
pub fn predict(words: &[String], vectors: &[Vec<f32>], counts: &Counts) -> Vec<[f32; OUTCOMES]> {
    let keys: Vec<u64> = words.iter().map(|word| word_key(word)).collect();
    let fold = |key: u64| key % FOLDS;
    let networks: Vec<Network> = thread::scope(|scope| {
        let train = |held_out: u64| {
            let mut network = Network::new();
            for _ in 0..PASSES {
                for (key, vector) in keys.iter().zip(vectors) {
                    if let Some(counts) = counts.get(key).filter(|_| fold(*key) != held_out) {
                        network.learn(vector, counts);
                    }
                }
            }
            network
        };
        let all: Vec<_> = (0..FOLDS)
            .map(|held_out| scope.spawn(move || train(held_out)))
            .collect();
        all.into_iter()
            .map(|thread| thread.join().expect("training does not panic"))
            .collect()
    });
    keys.iter()
        .zip(vectors)
        .map(|(&key, vector)| networks[fold(key) as usize].run(vector).1)
        .collect()
}

/// A small network with one hidden layer.
struct Network {
    hidden: Vec<[f32; INPUTS + 1]>,
    output: [[f32; HIDDEN + 1]; OUTCOMES],
    hidden_squares: Vec<[f32; INPUTS + 1]>,
    output_squares: [[f32; HIDDEN + 1]; OUTCOMES],
}

impl Network {
    fn new() -> Self {
        let mut state = 1_u64;
        let mut random = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state % 2001) as f32 / 1000.0 - 1.0
        };
        let hidden = (0..HIDDEN)
            .map(|_| std::array::from_fn(|_| 0.5 * random()))
            .collect();
        Self {
            hidden,
            output: [[0.0; HIDDEN + 1]; OUTCOMES],
            hidden_squares: vec![[1.0; INPUTS + 1]; HIDDEN],
            output_squares: [[1.0; HIDDEN + 1]; OUTCOMES],
        }
    }

    /// The hidden units and the odds of the outcomes.
    fn run(&self, vector: &[f32]) -> ([f32; HIDDEN + 1], [f32; OUTCOMES]) {
        let mut units = [1.0; HIDDEN + 1];
        for (unit, weights) in units.iter_mut().zip(&self.hidden) {
            let sum: f32 = weights.iter().zip(vector).map(|(w, x)| w * x).sum();
            *unit = (3.0 * sum + weights[INPUTS]).tanh();
        }
        let sums = self
            .output
            .map(|weights| -> f32 { weights.iter().zip(&units).map(|(w, x)| w * x).sum() });
        let top = sums.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let odds = sums.map(|sum| (sum - top).exp());
        let total: f32 = odds.iter().sum();
        (units, odds.map(|x| x / total))
    }

    fn learn(&mut self, vector: &[f32], counts: &[f32; OUTCOMES]) {
        let total: f32 = counts.iter().sum();
        let weight = total.min(30.0).sqrt();
        let (units, odds) = self.run(vector);
        let mut back = [0.0; HIDDEN];
        for outcome in 0..OUTCOMES {
            let error = weight * (counts[outcome] / total - odds[outcome]);
            let weights = &mut self.output[outcome];
            let squares = &mut self.output_squares[outcome];
            for (unit, back) in back.iter_mut().enumerate() {
                *back += error * weights[unit];
            }
            for unit in 0..=HIDDEN {
                let gradient = error * units[unit];
                squares[unit] += gradient * gradient;
                weights[unit] += RATE * gradient / squares[unit].sqrt();
            }
        }
        for unit in 0..HIDDEN {
            let error = back[unit] * (1.0 - units[unit] * units[unit]);
            let weights = &mut self.hidden[unit];
            let squares = &mut self.hidden_squares[unit];
            for input in 0..=INPUTS {
                let gradient = error
                    * if input < INPUTS {
                        3.0 * vector[input]
                    } else {
                        1.0
                    };
                squares[input] += gradient * gradient;
                weights[input] += RATE * gradient / squares[input].sqrt();
            }
        }
    }
}
