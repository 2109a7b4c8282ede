//! A linear-chain conditional random field, trained by AdaGrad with regularised dual averaging
//! (Xiao, 2010; Duchi et al., 2011): weights that do not pay stay exactly 0.

use newslight::dev::hash::mix;
use newslight::dev::model::Label;

use crate::corpus::{LabelSet, Odds, bit};
use crate::example::{Example, Truth};

/// Every label.
const ANY: LabelSet = (1 << N) - 1;
/// The number of labels.
const N: usize = Label::COUNT;
/// One number for each label.
pub type Vector = [f32; N];

/// How a model is trained.
#[derive(Clone, Copy, Debug)]
pub struct Rates {
    /// The learning rate.
    pub rate: f32,
    /// What keeps the first steps small.
    pub delta: f32,
    /// The L1 penalty for each sentence.
    pub penalty: f32,
    /// The share of features that is left out at each step.
    pub dropout: f32,
}

/// The sums of the gradients of one feature's weights, and of their squares.
#[derive(Clone, Copy, Default)]
struct Row {
    sum: Vector,
    squares: Vector,
}

impl Row {
    fn weights(&self, rates: Rates, seen: f32) -> Vector {
        let threshold = rates.penalty * seen;
        // Most features say nothing: their roots need not be taken.
        if self.sum.iter().all(|sum| sum.abs() <= threshold) {
            return [0.0; N];
        }
        std::array::from_fn(|label| {
            let excess = (self.sum[label].abs() - threshold).max(0.0);
            let step = rates.rate / (rates.delta + self.squares[label].sqrt());
            (step * excess).copysign(self.sum[label])
        })
    }

    fn learn(&mut self, gradient: &Vector) {
        for (sum, gradient) in self.sum.iter_mut().zip(gradient) {
            *sum += gradient;
        }
        for (squares, gradient) in self.squares.iter_mut().zip(gradient) {
            *squares += gradient * gradient;
        }
    }
}

/// The model while it is trained.
pub struct Crf<'s> {
    rates: Rates,
    rows: Vec<Row>,
    transitions: [Row; N],
    start: &'s Start,
    seen: f32,
    random: u64,
}

/// The weights that a model starts from, and whose change alone costs: those of a tagger made before, or
/// none.
#[derive(Clone, Default)]
pub struct Start {
    /// Those of each feature; none at all where there are none.
    pub rows: Vec<Vector>,
    /// Whether those of each feature stay as they are.
    pub fixed: Vec<bool>,
    /// Those of the steps.
    pub transitions: [Vector; N],
    /// Whether these stay as they are.
    pub are_steps_fixed: bool,
}

impl<'s> Crf<'s> {
    /// A model of `features` features that knows what it starts from.
    pub fn new(features: usize, rates: Rates, seed: u64, start: &'s Start) -> Self {
        Self {
            rates,
            rows: vec![Row::default(); features],
            transitions: [Row::default(); N],
            start,
            seen: 0.0,
            random: seed << 40,
        }
    }

    /// How far the weights of one feature have moved from where they started.
    pub fn change(&self, feature: usize) -> Vector {
        self.rows[feature].weights(self.rates, self.seen)
    }

    /// The weights of the steps from each label to each other.
    pub fn transitions(&self) -> [Vector; N] {
        let free = Rates {
            penalty: 0.0,
            ..self.rates
        };
        std::array::from_fn(|from| {
            let change = self.transitions[from].weights(free, self.seen);
            std::array::from_fn(|to| self.start.transitions[from][to] + change[to])
        })
    }

    /// The scores of each token's labels.
    fn scores(&self, example: &Example) -> Vec<Vector> {
        let mut scores = vec![[0.0; N]; example.ends.len()];
        for (token, scores) in scores.iter_mut().enumerate() {
            for &feature in example.features_of(token) {
                let weights = self.rows[feature as usize].weights(self.rates, self.seen);
                (0..N).for_each(|label| scores[label] += weights[label]);
                if let Some(start) = self.start.rows.get(feature as usize) {
                    (0..N).for_each(|label| scores[label] += start[label]);
                }
            }
        }
        scores
    }

    /// A sentence without a random share of its features.
    fn thin(&mut self, example: &Example) -> Example {
        let mut thinned = Example::new(example.truth.clone(), example.weight);
        let limit = (f64::from(self.rates.dropout) * u64::MAX as f64) as u64;
        for token in 0..example.ends.len() {
            for &feature in example.features_of(token) {
                self.random += 1;
                if mix(self.random) >= limit {
                    thinned.features.push(feature);
                }
            }
            thinned.end_token();
        }
        thinned
    }

    /// Learns from one sentence and gives its loss.
    pub fn learn(&mut self, example: &Example) -> f32 {
        if self.rates.dropout == 0.0 {
            return self.learn_all(example, 1.0);
        }
        let thinned = self.thin(example);
        self.learn_all(&thinned, 1.0 / (1.0 - self.rates.dropout))
    }

    /// Learns from all features of a sentence, whose scores count `scale` times.
    fn learn_all(&mut self, example: &Example, scale: f32) -> f32 {
        let count = example.ends.len();
        let mut scores = self.scores(example);
        scores
            .as_flattened_mut()
            .iter_mut()
            .for_each(|score| *score *= scale);
        let steps = legal(&self.transitions());
        let free = Marginals::of(&scores, &steps, |_| ANY);
        let held = match &example.truth {
            Truth::Allowed(sets) => Marginals::of(&scores, &steps, |token| sets[token]),
            Truth::Likely(odds) => free.taught(odds),
        };
        let weight = example.weight;
        for token in 0..count {
            let mut gradient = [0.0; N];
            for (label, gradient) in gradient.iter_mut().enumerate() {
                *gradient = weight * (held.tokens[token][label] - free.tokens[token][label]);
            }
            if gradient.iter().all(|g| g.abs() < 1e-4) {
                continue;
            }
            for &feature in example.features_of(token) {
                let fixed = self.start.fixed.get(feature as usize);
                if fixed.is_none_or(|&is_fixed| !is_fixed) {
                    self.rows[feature as usize].learn(&gradient);
                }
            }
        }
        for from in 0..N {
            let mut gradient = [0.0; N];
            for (label, gradient) in gradient.iter_mut().enumerate() {
                *gradient = weight * (held.steps[from][label] - free.steps[from][label]);
            }
            if !self.start.are_steps_fixed {
                self.transitions[from].learn(&gradient);
            }
        }
        self.seen += 1.0;
        free.log_sum - held.log_sum
    }
}

/// How likely each label of each token of a sentence is, by these scores.
#[allow(dead_code, reason = "soft labels are made by it, and no training")]
pub fn posteriors(scores: &[Vector], transitions: &[Vector; N]) -> Vec<Vector> {
    Marginals::of(scores, &legal(transitions), |_| ANY).tokens
}

/// The factors of the steps: 0 for those that are not allowed.
fn legal(transitions: &[Vector; N]) -> [Vector; N] {
    let mut steps = [[0.0; N]; N];
    for (from, row) in transitions.iter().enumerate() {
        for (to, &score) in row.iter().enumerate() {
            if Label(to as u8).may_follow(Some(Label(from as u8))) {
                steps[from][to] = score.exp();
            }
        }
    }
    steps
}

/// What the model expects of a sentence within the labels that are allowed.
struct Marginals {
    tokens: Vec<Vector>,
    /// Summed over the sentence.
    steps: [Vector; N],
    log_sum: f32,
}

impl Marginals {
    /// What a teacher expects of a sentence where the model expects this. The teacher has no opinion
    /// on the steps: the model's own stay as they are. The loss is the cross entropy of the labels.
    fn taught(&self, odds: &[Odds]) -> Self {
        let pairs = odds.as_flattened().iter().zip(self.tokens.as_flattened());
        let agreed: f32 = pairs.map(|(odds, own)| odds * own.max(1e-30).ln()).sum();
        Self {
            tokens: odds.to_vec(),
            steps: self.steps,
            log_sum: self.log_sum + agreed,
        }
    }

    fn of(scores: &[Vector], steps: &[Vector; N], allowed: impl Fn(usize) -> LabelSet) -> Self {
        let count = scores.len();
        let mut factors = vec![[0.0; N]; count];
        let mut log_sum = 0.0_f64;
        for (token, factor) in factors.iter_mut().enumerate() {
            let mut set = allowed(token);
            if token == 0 {
                (0..N as u8)
                    .filter(|&label| !Label(label).may_follow(None))
                    .for_each(|label| set &= !bit(Label(label)));
            }
            let top = scores[token]
                .iter()
                .copied()
                .fold(f32::NEG_INFINITY, f32::max);
            log_sum += f64::from(top);
            for label in 0..N {
                if set >> label & 1 == 1 {
                    factor[label] = (scores[token][label] - top).max(-60.0).exp();
                }
            }
        }
        let mut forward = factors.clone();
        for token in 0..count {
            if token > 0 {
                let before = forward[token - 1];
                for to in 0..N {
                    let sum: f32 = (0..N).map(|from| before[from] * steps[from][to]).sum();
                    forward[token][to] = sum * factors[token][to];
                }
            }
            let total: f32 = forward[token].iter().sum::<f32>().max(1e-30);
            log_sum += f64::from(total.ln());
            forward[token].iter_mut().for_each(|x| *x /= total);
        }
        let mut sums = [[0.0; N]; N];
        let mut tokens = forward;
        let mut backward = [1.0; N];
        for token in (0..count).rev() {
            let ahead = tokens[token];
            let mut total = 0.0;
            for label in 0..N {
                tokens[token][label] = ahead[label] * backward[label];
                total += tokens[token][label];
            }
            tokens[token]
                .iter_mut()
                .for_each(|x| *x /= total.max(1e-30));
            if token == 0 {
                break;
            }
            let weighted: Vector =
                std::array::from_fn(|label| factors[token][label] * backward[label]);
            let before = tokens[token - 1];
            let mut pairs = [[0.0; N]; N];
            let mut pair_total = 0.0;
            let mut next = [0.0; N];
            for from in 0..N {
                for to in 0..N {
                    let step = steps[from][to] * weighted[to];
                    next[from] += step;
                    pairs[from][to] = before[from] * step;
                    pair_total += pairs[from][to];
                }
            }
            for from in 0..N {
                for to in 0..N {
                    sums[from][to] += pairs[from][to] / pair_total.max(1e-30);
                }
            }
            let top = next.iter().copied().fold(1e-30, f32::max);
            backward = next.map(|x| x / top);
        }
        Self {
            tokens,
            steps: sums,
            log_sum: log_sum as f32,
        }
    }
}
