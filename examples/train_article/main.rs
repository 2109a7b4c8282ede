//! Learns what distinguishes the paragraphs of an article from the rest of a page.
//!
//! ```sh
//! node examples/train_article/outlines.mjs ../shared/data/articles > outlines.jsonl
//! cargo run --release --example train_article -- outlines.jsonl src/data/article.bin
//! ```
//!
//! Prints the scores on pages that were not learned from (halves and quarters of the pages in turn), then
//! learns from all of them and writes the weights. A score counts shingles of four words, every page alike.

mod pages;
mod score;

use newslight::dev::page::article::features::{FEATURES, Features, prior};
use newslight::dev::page::article::group::{GROUP, second_look};
use newslight::dev::page::article::weights::{SCALE, Weights};
use newslight::dev::page::article::{Choice, first_look};

use pages::Page;
use score::Score;

const STEPS: usize = 400;
const RATE: f64 = 0.3;
/// How much the weights are kept near what is thought of them beforehand.
const CALM: f64 = 0.0015;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(from), to) = (arguments.next(), arguments.next()) else {
        eprintln!("train_article OUTLINES.jsonl [article.bin]");
        std::process::exit(2);
    };
    let pages = Page::read_all(&from);
    let all: Vec<&Page> = pages.iter().collect();
    for folds in [2, 4] {
        let mut unseen = Score::default();
        for fold in 0..folds {
            let is_unseen = |at: usize| at % folds == fold;
            let part = |wanted: bool| -> Vec<&Page> {
                let numbered = all.iter().enumerate();
                numbered
                    .filter(|(at, _)| is_unseen(*at) == wanted)
                    .map(|(_, page)| *page)
                    .collect()
            };
            unseen.add(&measure(&part(true), &learn(&part(false))));
        }
        println!("unseen pages, {folds} parts: {unseen}");
    }
    let weights = quantised(&learn(&all));
    println!("the pages learned from: {}", measure(&all, &weights));
    if let Some(to) = to {
        let numbers = weights.first.iter().chain(&weights.second);
        let bytes: Vec<u8> = numbers.map(|weight| (weight * SCALE) as i8 as u8).collect();
        std::fs::write(&to, bytes).expect("the weights can be written");
    }
}

/// The weights as the file can hold them.
fn quantised(weights: &Weights) -> Weights {
    let round = |weight: &f32| (weight * SCALE).round().clamp(-127.0, 127.0) / SCALE;
    Weights {
        first: weights.first.iter().map(round).collect(),
        second: weights.second.iter().map(round).collect(),
    }
}

fn measure(pages: &[&Page], weights: &Weights) -> Score {
    let mut score = Score::default();
    for page in pages {
        let choice = Choice::by(&page.outline, true, weights);
        let one = page.score(|at| choice.left[at].is_none());
        if std::env::var_os("SHOW").is_some() && one.f1() < 93.0 {
            println!("{} {one}", &page.id[..8]);
        }
        score.add(&one);
    }
    score
}

/// The second look learns from what the first thinks of pages that it did not learn from.
fn learn(pages: &[&Page]) -> Weights {
    let half = |wanted: usize| -> Vec<&Page> {
        let numbered = pages.iter().enumerate();
        numbered
            .filter(|(at, _)| at % 2 == wanted)
            .map(|(_, page)| *page)
            .collect()
    };
    let mut examples = Vec::new();
    for (from, to) in [(half(0), half(1)), (half(1), half(0))] {
        let weights = learn_first(&from);
        for page in to {
            let first = first_look(&page.outline, &page.survey, &page.left, &weights);
            examples.push((page, second_look(&page.outline, &first)));
        }
    }
    Weights {
        first: learn_first(pages),
        second: learn_second(&examples),
    }
}

fn learn_first(pages: &[&Page]) -> Vec<f32> {
    let features: Vec<Vec<Vec<usize>>> = pages.iter().map(|page| features_of(page)).collect();
    descend(FEATURES, |weights, slope| {
        for (page, features) in pages.iter().zip(&features) {
            for (at, numbers) in features
                .iter()
                .enumerate()
                .filter(|(at, _)| page.left[*at].is_none())
            {
                let miss = page.miss(at, numbers.iter().map(|&number| weights[number]).sum());
                numbers
                    .iter()
                    .for_each(|&number| slope[number] += miss / pages.len() as f64);
            }
        }
        for (number, slope) in slope.iter_mut().enumerate() {
            *slope += CALM * (weights[number] - f64::from(prior(number)));
        }
    })
}

fn features_of(page: &Page) -> Vec<Vec<usize>> {
    let features = Features::new(&page.outline, &page.survey);
    let of = |at| {
        let mut numbers = Vec::new();
        features.of(at, &mut numbers);
        numbers
    };
    (0..page.outline.paragraphs.len()).map(of).collect()
}

fn learn_second(examples: &[(&Page, Vec<[f32; GROUP]>)]) -> Vec<f32> {
    descend(GROUP, |weights, slope| {
        for (page, looks) in examples {
            for (at, looks) in looks
                .iter()
                .enumerate()
                .filter(|(at, _)| page.left[*at].is_none())
            {
                let sum = looks
                    .iter()
                    .zip(weights)
                    .map(|(look, weight)| f64::from(*look) * weight)
                    .sum();
                let miss = page.miss(at, sum) / examples.len() as f64;
                slope
                    .iter_mut()
                    .zip(looks)
                    .for_each(|(slope, look)| *slope += miss * f64::from(*look));
            }
        }
        slope
            .iter_mut()
            .zip(weights)
            .for_each(|(slope, weight)| *slope += CALM / 3.0 * weight);
    })
}

/// Gradient descent with a rate of its own for every weight (AdaGrad).
fn descend(count: usize, slope_at: impl Fn(&[f64], &mut [f64])) -> Vec<f32> {
    let mut weights = vec![0.0; count];
    let mut squares = vec![1e-6; count];
    for _ in 0..STEPS {
        let mut slope = vec![0.0; count];
        slope_at(&weights, &mut slope);
        for number in 0..count {
            squares[number] += slope[number] * slope[number];
            weights[number] -= RATE * slope[number] / f64::sqrt(squares[number]);
        }
    }
    weights.into_iter().map(|weight| weight as f32).collect()
}
