//! The group of paragraphs that belong together: a second look, at what the first thought of the
//! paragraphs beside and around each.

use super::outline::Outline;

/// How many features the second look has.
pub const GROUP: usize = 16;

/// No paragraph is surer than that.
const SUREST: f32 = 4.0;

/// How far to the neighbours the looks reach.
const REACHES: [usize; 3] = [1, 3, 8];

/// The features of the second look at every paragraph, from what the first thought of it.
pub fn second_look(outline: &Outline, first: &[f32]) -> Vec<[f32; GROUP]> {
    let scores: Vec<f32> = first
        .iter()
        .map(|score| score.clamp(-SUREST, SUREST))
        .collect();
    let weights: Vec<f32> = outline
        .paragraphs
        .iter()
        .map(|paragraph| (paragraph.shape.letters as f32).sqrt())
        .collect();
    let weighed: Vec<f32> = scores
        .iter()
        .zip(&weights)
        .map(|(score, weight)| score * weight)
        .collect();
    let run = best_run(&weighed);
    let core = Core::of(outline, &scores);
    let masses = Masses::of(outline, &scores);
    let roots = [masses.descend(outline, 0.9), masses.descend(outline, 0.6)];
    (0..scores.len())
        .map(|at| {
            let own = outline.paragraphs[at].container as usize;
            let parent = outline.containers[own].parent as usize;
            let beside = REACHES.map(|reach| around(&weighed, &weights, at, reach));
            let within = roots.map(|root| f32::from(u8::from(outline.is_within(own, root))));
            let right = f32::from(u8::from([own, parent].contains(&roots[1])));
            [
                1.0,
                scores[at],
                beside[0],
                beside[1],
                beside[2],
                f32::from(u8::from(run.contains(&at))),
                masses.average(own),
                masses.average(parent),
                masses.share(parent),
                within[0],
                within[1],
                right,
                (scores[at] - core.score).clamp(-SUREST, SUREST),
                f32::from(u8::from(core.container == own || core.container == parent)),
                f32::from(u8::from(outline.is_within(own, core.container))),
                f32::from(u8::from(outline.is_within(
                    own,
                    outline.containers[core.container].parent as usize,
                ))),
            ]
        })
        .collect()
}

/// Where most of the likely article stands side by side.
struct Core {
    container: usize,
    /// What the first look thought of it: on some pages all is unlikely, and yet one is the article.
    score: f32,
}

impl Core {
    fn of(outline: &Outline, scores: &[f32]) -> Self {
        let mut sums = vec![(0.0, 0.0); outline.containers.len()];
        for (paragraph, score) in outline.paragraphs.iter().zip(scores) {
            let own = paragraph.container as usize;
            let parent = outline.containers[own].parent as usize;
            let mass = paragraph.shape.letters as f32 / (1.0 + (-score).exp());
            for container in [own, parent] {
                sums[container].0 += mass;
                sums[container].1 += mass * score;
                if own == parent {
                    break;
                }
            }
        }
        let best = sums
            .iter()
            .enumerate()
            .max_by(|one, other| one.1.0.total_cmp(&other.1.0));
        best.map_or(
            Self {
                container: 0,
                score: 0.0,
            },
            |(container, (mass, sum))| Self {
                container,
                score: sum / (mass + 1e-6),
            },
        )
    }
}

/// The run of paragraphs with the highest sum.
fn best_run(weighed: &[f32]) -> std::ops::Range<usize> {
    let mut best = (0.0, 0..0);
    let (mut sum, mut start) = (0.0, 0);
    for (at, score) in weighed.iter().enumerate() {
        if sum <= 0.0 {
            (sum, start) = (0.0, at);
        }
        sum += score;
        if sum > best.0 {
            best = (sum, start..at + 1);
        }
    }
    best.1
}

/// The mean of the neighbours, so far to both sides.
fn around(weighed: &[f32], weights: &[f32], at: usize, reach: usize) -> f32 {
    let range = at.saturating_sub(reach)..(at + reach + 1).min(weights.len());
    let sum: f32 = weighed[range.clone()].iter().sum::<f32>() - weighed[at];
    let weight: f32 = weights[range].iter().sum::<f32>() - weights[at];
    sum / (weight + 1.0)
}

/// How much of the likely article the containers hold.
struct Masses {
    /// The letters that are likely the article's.
    mass: Vec<f32>,
    letters: Vec<f32>,
}

impl Masses {
    fn of(outline: &Outline, scores: &[f32]) -> Self {
        let count = outline.containers.len();
        let mut masses = Self {
            mass: vec![0.0; count],
            letters: vec![0.0; count],
        };
        for (paragraph, score) in outline.paragraphs.iter().zip(scores) {
            let container = paragraph.container as usize;
            let letters = paragraph.shape.letters as f32;
            masses.mass[container] += letters / (1.0 + (-score).exp());
            masses.letters[container] += letters;
        }
        for number in (1..count).rev() {
            let parent = outline.containers[number].parent as usize;
            masses.mass[parent] += masses.mass[number];
            masses.letters[parent] += masses.letters[number];
        }
        masses
    }

    /// The share of a container's letters that are likely the article's.
    fn average(&self, container: usize) -> f32 {
        self.mass[container] / (self.letters[container] + 10.0)
    }

    /// The share of what is likely the article's that a container holds.
    fn share(&self, container: usize) -> f32 {
        self.mass[container] / (self.mass[0] + 1.0)
    }

    /// From the outermost container down to where this share is no longer in one.
    fn descend(&self, outline: &Outline, share: f32) -> usize {
        let mut best = 0;
        for (number, container) in outline.containers.iter().enumerate().skip(1) {
            if container.parent as usize == best
                && self.mass[number] >= share * self.mass[0]
                && self.mass[number] > 0.0
            {
                best = number;
            }
        }
        best
    }
}
