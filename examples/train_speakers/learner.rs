//! Weights in the making.

use std::borrow::Borrow;

use newslight::dev::model::linear::{Decision, Linear, SLOTS};
use newslight::dev::quotes::reading::Features;

/// What one step of a weight is worth in the file.
const STEP: f32 = 0.1;

/// One decision: the features of each option, and which options are right.
///
/// A single option stands for a yes-or-no decision.
pub struct Example {
    pub options: Vec<Vec<u32>>,
    pub right: Vec<bool>,
}

impl Example {
    pub fn yes_or_no(
        decision: Decision,
        right: bool,
        describe: impl FnOnce(&mut Features),
    ) -> Self {
        let mut features = Features::new(decision);
        describe(&mut features);
        Self {
            options: vec![features.slots],
            right: vec![right],
        }
    }
}

/// Weights in the making, by “follow the regularised leader” (McMahan et al. 2013).
pub struct Learner {
    gradients: Vec<f32>,
    squares: Vec<f32>,
}

impl Learner {
    const RATE: f32 = 0.1;
    const SMOOTHING: f32 = 1.0;
    const L1: f32 = 8.0;
    const L2: f32 = 0.5;

    pub fn new() -> Self {
        Self {
            gradients: vec![0.0; SLOTS],
            squares: vec![0.0; SLOTS],
        }
    }

    pub fn weight(&self, slot: u32) -> f32 {
        let gradient = self.gradients[slot as usize];
        if gradient.abs() <= Self::L1 {
            return 0.0;
        }
        let scale = (Self::SMOOTHING + self.squares[slot as usize].sqrt()) / Self::RATE + Self::L2;
        (gradient.signum() * Self::L1 - gradient) / scale
    }

    pub fn linear(&self) -> Linear {
        let weights: Vec<f32> = (0..SLOTS as u32).map(|slot| self.weight(slot)).collect();
        Linear::new(&weights, STEP)
    }

    pub fn score(&self, features: &[u32]) -> f32 {
        features.iter().map(|&slot| self.weight(slot)).sum()
    }

    pub fn push(&mut self, features: &[u32], gradient: f32) {
        if gradient.abs() < 1e-4 {
            return;
        }
        for &slot in features {
            let weight = self.weight(slot);
            let slot = slot as usize;
            let square = self.squares[slot] + gradient * gradient;
            let sigma = (square.sqrt() - self.squares[slot].sqrt()) / Self::RATE;
            self.gradients[slot] += gradient - sigma * weight;
            self.squares[slot] = square;
        }
    }

    /// Goes over the examples and prints how many decisions came out right before each lesson.
    pub fn train<E: Borrow<Example>>(&mut self, name: &str, examples: &[E], passes: usize) {
        for pass in 1..=passes {
            let right = examples
                .iter()
                .filter(|example| self.learn((*example).borrow()))
                .count();
            let share = 100.0 * right as f64 / examples.len().max(1) as f64;
            println!(
                "{name}: pass {pass}: {share:.2} % of {} right",
                examples.len()
            );
        }
    }

    /// Learns one decision; returns whether it was right before.
    pub fn learn(&mut self, example: &Example) -> bool {
        let scores: Vec<f32> = example
            .options
            .iter()
            .map(|option| self.score(option))
            .collect();
        if let [score] = scores[..] {
            let probability = 1.0 / (1.0 + (-score).exp());
            let target = f32::from(u8::from(example.right[0]));
            self.push(&example.options[0], probability - target);
            return (probability > 0.5) == example.right[0];
        }
        let highest = scores.iter().copied().fold(f32::MIN, f32::max);
        let powers: Vec<f32> = scores.iter().map(|score| (score - highest).exp()).collect();
        let total: f32 = powers.iter().sum();
        let good: f32 = powers
            .iter()
            .zip(&example.right)
            .filter(|(_, right)| **right)
            .map(|(p, _)| p)
            .sum();
        let best = (0..scores.len())
            .max_by(|&a, &b| scores[a].total_cmp(&scores[b]))
            .unwrap_or(0);
        for ((option, &right), power) in example.options.iter().zip(&example.right).zip(&powers) {
            let target = if right { power / good.max(1e-9) } else { 0.0 };
            self.push(option, power / total - target);
        }
        example.right[best]
    }
}

/// The slope and the intercept of the logistic function that fits some scores and their outcomes
/// best (Platt 1999), by Newton's method.
pub fn fit_logistic(scores: &[(f32, bool)]) -> (f64, f64) {
    const STEPS: usize = 20;
    let (mut slope, mut intercept) = (1.0, 0.0);
    for _ in 0..STEPS {
        let mut gradient = [0.0; 2];
        // The second derivatives, of which the mixed one stands in the middle.
        let mut curve = [1e-9, 0.0, 1e-9];
        for &(score, right) in scores {
            let score = f64::from(score);
            let probability = 1.0 / (1.0 + (-slope * score - intercept).exp());
            let error = f64::from(u8::from(right)) - probability;
            let weight = probability * (1.0 - probability);
            gradient[0] += error * score;
            gradient[1] += error;
            curve[0] += weight * score * score;
            curve[1] += weight * score;
            curve[2] += weight;
        }
        let determinant = curve[0] * curve[2] - curve[1] * curve[1];
        slope += (curve[2] * gradient[0] - curve[1] * gradient[1]) / determinant;
        intercept += (curve[0] * gradient[1] - curve[1] * gradient[0]) / determinant;
    }
    (slope, intercept)
}
