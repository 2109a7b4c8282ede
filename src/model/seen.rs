//! How a word by itself speaks for the labels of the tokens that see it: what a tagger remembers.

use super::features::{REACH, word_features};
use super::keys::Keys;
use super::label::Label;
use super::scorer::{Model, Scores};
use super::words::Word;

/// How many steps a word must speak for being outside of names, over all other labels, to be plain.
const PLAIN_MARGIN: i32 = 10;

/// How a word is seen.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// What it says to each token that sees it: to the one [`REACH`] tokens before it first, and to the
    /// one as far behind it last.
    pub from: [Opinion; 2 * REACH + 1],
    /// Whether it speaks for being outside of names itself.
    pub is_plain: bool,
}

impl Seen {
    /// Looks at a word, given with its text.
    pub fn new(word: &Word, text: &str, model: &impl Model) -> Self {
        let mut keys = Keys::new();
        let mut is_plain = false;
        let mut offset = -(REACH as isize);
        let from = [(); 2 * REACH + 1].map(|()| {
            let mut scores = [0; Label::COUNT];
            keys.clear();
            word_features(word, text, offset, |key| keys.push(key));
            model.add(keys.all(), &mut scores);
            if offset == 0 {
                let mut others = scores[1..].iter();
                is_plain = others.all(|&other| scores[0] - other >= PLAIN_MARGIN);
            }
            offset += 1;
            Opinion::new(&scores)
        });
        Self { from, is_plain }
    }
}

/// Small scores, two bytes for each label, every one [`Opinion::BIAS`] too high, so that one opinion is
/// added to another by three operations.
#[derive(Clone, Copy, Debug, Default)]
pub struct Opinion([u64; 3]);

impl Opinion {
    /// How much too high each score is: more than a word's twenty features of a byte each can say, and
    /// no more than that two bytes hold the sum of what each word within reach says.
    const BIAS: i32 = 1 << 12;

    fn new(scores: &Scores) -> Self {
        let lane = |label: usize| (scores[label] + Self::BIAS) as u64 & 0xffff;
        let four = |label: usize| {
            lane(label) | lane(label + 1) << 16 | lane(label + 2) << 32 | lane(label + 3) << 48
        };
        let last = lane(8) | lane(9) << 16 | lane(10) << 32;
        Self([four(0), four(4), last])
    }

    /// Adds another one.
    #[inline]
    pub const fn add(&mut self, other: &Self) {
        self.0[0] += other.0[0];
        self.0[1] += other.0[1];
        self.0[2] += other.0[2];
    }

    /// The scores of the sum of so many opinions.
    #[inline]
    pub fn scores(&self, count: usize) -> Scores {
        let bias = Self::BIAS * count as i32;
        let at = |lanes: u64, place: u32| ((lanes >> (16 * place)) as i32 & 0xffff) - bias;
        let [first, middle, last] = self.0;
        [
            at(first, 0),
            at(first, 1),
            at(first, 2),
            at(first, 3),
            at(middle, 0),
            at(middle, 1),
            at(middle, 2),
            at(middle, 3),
            at(last, 0),
            at(last, 1),
            at(last, 2),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opinions_add_up() {
        let all = |score: i32| [score; Label::COUNT];
        let mut mixed = all(0);
        (mixed[0], mixed[4], mixed[10]) = (-2560, 7, 2560);
        let cases: &[(&str, &[Scores], Scores)] = &[
            ("none", &[], all(0)),
            ("one", &[mixed], mixed),
            ("high ones", &[all(2560); 5], all(12_800)),
            ("low ones", &[all(-2560); 5], all(-12_800)),
            ("against each other", &[all(-3), all(2), all(1)], all(0)),
        ];
        for (name, opinions, expected) in cases {
            let mut sum = Opinion::default();
            opinions
                .iter()
                .for_each(|scores| sum.add(&Opinion::new(scores)));
            assert_eq!(sum.scores(opinions.len()), *expected, "{name}");
        }
    }
}
