//! Learns the weights of cues, reported clauses and speakers from articles in which every
//! attribution is marked.
//!
//! `cargo run --release --example train_speakers -- TRAIN.jsonl OUT.bin`

mod decisions;
mod gold;
mod learner;

use std::{env, fs};

use newslight::dev::quotes::cues;
use newslight::dev::text::Document;
use serde_json::Value;

use gold::Article;
use learner::{Example, Learner, fit_logistic};

/// How often training goes over the articles.
const PASSES: usize = 5;

/// How many parts the articles are dealt into for confidence, which is learned from what weights of
/// all other parts make of each: weights nearly as good as those that are shipped.
const FOLDS: usize = 5;

fn main() {
    let arguments: Vec<String> = env::args().collect();
    let [_, train, out] = &arguments[..] else {
        eprintln!("usage: train_speakers TRAIN.jsonl OUT.bin");
        std::process::exit(2);
    };
    let text = fs::read_to_string(train).expect("the training articles can be read");
    let values: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("each line is a JSON object"))
        .collect();
    let documents: Vec<Document> = values
        .iter()
        .map(|value| Document::new(value["text"].as_str().unwrap_or_default()))
        .collect();
    let mut articles: Vec<Article> = values
        .iter()
        .zip(&documents)
        .map(|(value, document)| Article::new(value, document))
        .collect();
    find_cues_by_halves(&mut articles);
    let all: Vec<&Article> = articles.iter().collect();
    let mut learner = learn(&all);
    let folds = confidence_by_folds(&articles);
    let (slope, intercept) = fit_logistic(&scores_by_folds(&folds));
    println!("calibration: slope {slope:.3}, intercept {intercept:.3}");
    let examples: Vec<Example> = folds.into_iter().flatten().collect();
    learner.train("confidence", &examples, PASSES);
    let bytes = learner.linear().write();
    println!("{} bytes", bytes.len());
    fs::write(out, bytes).expect("the weights can be written");
}

/// Learns every decision but that of confidence.
fn learn(articles: &[&Article]) -> Learner {
    type Maker = fn(&Article) -> Vec<Example>;
    let decisions: [(&str, Maker); 7] = [
        ("cue", decisions::cue_examples),
        ("credited", decisions::credited_examples),
        ("whole", decisions::whole_examples),
        ("continuation", decisions::continuation_examples),
        ("cue of a direct quote", decisions::cue_choice_examples),
        ("clause", decisions::clause_examples),
        ("speaker", decisions::speaker_examples),
    ];
    let mut learner = Learner::new();
    for (name, make) in decisions {
        let examples: Vec<Example> = articles.iter().flat_map(|article| make(article)).collect();
        learner.train(name, &examples, PASSES);
    }
    learner
}

/// The articles of a fold, or all others.
fn of_fold<T>(articles: &[T], fold: usize, within: bool) -> impl Iterator<Item = &T> {
    let numbered = articles.iter().enumerate();
    let chosen = numbered.filter(move |(index, _)| (index % FOLDS == fold) == within);
    chosen.map(|(_, article)| article)
}

/// The quotes of each fold of the articles, found with weights learned from the others, so that
/// confidence learns from quotes as they are found in unseen articles.
fn confidence_by_folds(articles: &[Article]) -> Vec<Vec<Example>> {
    let of = |fold| {
        let others: Vec<&Article> = of_fold(articles, fold, false).collect();
        let model = learn(&others).linear();
        let unseen = of_fold(articles, fold, true);
        unseen
            .flat_map(|article| decisions::confidence_examples(article, &model))
            .collect()
    };
    (0..FOLDS).map(of).collect()
}

/// The confidence in the quotes of each fold, as scored by weights learned from the others, and
/// whether they were right.
fn scores_by_folds(folds: &[Vec<Example>]) -> Vec<(f32, bool)> {
    let mut scores = Vec::new();
    for fold in 0..FOLDS {
        let mut learner = Learner::new();
        let others: Vec<&Example> = of_fold(folds, fold, false).flatten().collect();
        learner.train("confidence, other folds", &others, PASSES);
        let model = learner.linear();
        let unseen = folds[fold].iter();
        scores.extend(unseen.map(|e| (model.score(&e.options[0]), e.right[0])));
    }
    scores
}

/// Finds the cues of each half of the articles with weights learned from the other half, so that
/// later decisions learn from cues as they are found in unseen articles.
fn find_cues_by_halves(articles: &mut [Article]) {
    for half in 0..2 {
        let mut learner = Learner::new();
        let others = articles.iter().skip(1 - half).step_by(2);
        let examples: Vec<Example> = others.flat_map(decisions::cue_examples).collect();
        learner.train("cue, one half", &examples, PASSES);
        let linear = learner.linear();
        for article in articles.iter_mut().skip(half).step_by(2) {
            article.reading.cues = cues::find(&article.reading, &linear);
        }
    }
}
