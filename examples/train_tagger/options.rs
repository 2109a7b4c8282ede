//! The command line.

use std::error::Error;
use std::str::FromStr;

/// What the command line asks for.
pub struct Options {
    /// The corpora to train on, each with the weight of its sentences.
    pub train: Vec<(String, f32)>,
    /// The corpora to score on.
    pub dev: Vec<String>,
    /// Where to write the weights.
    pub out: Option<String>,
    /// Where to write the model card.
    pub card: Option<String>,
    /// The corpora, by the beginning of their files' names, that the card's further models are
    /// trained without, one corpus after the other.
    pub without: Vec<String>,
    /// The passes over the corpora.
    pub passes: usize,
    /// The L1 penalty, summed over a pass.
    pub l1: f32,
    /// The learning rate.
    pub rate: f32,
    /// What keeps the first steps small.
    pub delta: f32,
    /// Weights below this are dropped.
    pub cut: f32,
    /// The size of a weight's step.
    pub step: f32,
    /// The bits of a feature's fingerprint.
    pub bits: u32,
    /// The models that are trained, each with a seed of its own, and averaged.
    pub models: u64,
    /// The share of a token's features that is left out at each step, so that no feature is
    /// relied on alone.
    pub dropout: f32,
    /// The weights of a tagger to start from, made with the same `step` and `bits`: what has changed since,
    /// in the tables or the corpora, is learnt in a few passes.
    pub from: Option<String>,
    /// Whether only the features that short texts alone have change what the tagger starts from: it reads
    /// articles as it did.
    pub short_alone: bool,
    /// The weight of the corpora's texts in pieces of one or two sentences, besides the whole
    /// texts; 0 for none.
    pub pieces: f32,
    /// The lists of names that `build_lexicon` has written, some of which take the place of those in
    /// the pieces.
    pub lists: Option<String>,
    /// The first model's seed, of the order of the sentences and of what is left out.
    pub seed: u64,
}

const USAGE: &str = "usage: train_tagger [--train FILE[=WEIGHT]]… [--dev FILE]… [--out FILE] \
    [--card FILE] [--without NAME]… \
    [--passes N] [--l1 X] [--rate X] [--delta X] [--cut X] [--step X] [--bits N] \
    [--models N] [--dropout X] [--seed N] [--from FILE] [--short-alone BOOL] [--pieces X] [--lists FILE]";

impl Options {
    /// Reads the arguments.
    pub fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let mut options = Self {
            train: Vec::new(),
            dev: Vec::new(),
            out: None,
            card: None,
            without: Vec::new(),
            passes: 6,
            l1: 4.0,
            rate: 0.15,
            delta: 0.3,
            cut: 0.1,
            step: 0.1,
            bits: 22,
            models: 4,
            dropout: 0.0,
            from: None,
            short_alone: false,
            pieces: 0.0,
            lists: None,
            seed: 1,
        };
        while let Some(name) = arguments.next() {
            let value = arguments.next().ok_or(USAGE)?;
            match name.as_str() {
                "--train" => options.train.push(match value.split_once('=') {
                    Some((path, weight)) => (path.to_owned(), number(weight)?),
                    None => (value, 1.0),
                }),
                "--dev" => options.dev.push(value),
                "--card" => options.card = Some(value),
                "--without" => options.without.push(value),
                "--out" => options.out = Some(value),
                "--passes" => options.passes = number(&value)?,
                "--l1" => options.l1 = number(&value)?,
                "--rate" => options.rate = number(&value)?,
                "--delta" => options.delta = number(&value)?,
                "--cut" => options.cut = number(&value)?,
                "--step" => options.step = number(&value)?,
                "--bits" => options.bits = number(&value)?,
                "--models" => options.models = number(&value)?,
                "--dropout" => options.dropout = number(&value)?,
                "--lists" => options.lists = Some(value),
                "--from" => options.from = Some(value),
                "--short-alone" => options.short_alone = number(&value)?,
                "--pieces" => options.pieces = number(&value)?,
                "--seed" => options.seed = number(&value)?,
                _ => return Err(format!("{name} is no option\n{USAGE}").into()),
            }
        }
        Ok(options)
    }
}

fn number<T: FromStr>(text: &str) -> Result<T, Box<dyn Error>> {
    text.parse()
        .map_err(|_| format!("{text} is no number\n{USAGE}").into())
}
