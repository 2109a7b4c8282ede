//! The best labels of a sentence.

use super::label::Label;
use super::scorer::{Scores, Transitions};

/// The labels that may follow any other: being outside, and the beginnings of names.
const FREE: [usize; 6] = [0, 1, 3, 5, 7, 9];

/// What a step gets that is not allowed. It is far below any sum of weights, and a sentence of
/// any length adds it up no more than once before another way wins.
const FORBIDDEN: i32 = -(1 << 24);

/// Viterbi's decoder, with its memory kept from sentence to sentence.
#[derive(Clone, Debug)]
pub struct Decoder<'t> {
    transitions: &'t Transitions,
    /// How far the best and the worst transition to the labels that may follow any other lie apart.
    spread: i32,
    /// What stands before the next token.
    before: Before,
    /// The best score of each label at the last token, where that may be in a name.
    best: Scores,
    /// For each token that may be in a name, but the first of a run, and each label the label before it
    /// on the best way.
    back: Vec<[u8; Label::COUNT]>,
}

/// What stands before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    /// Nothing: it opens its sentence.
    Nothing,
    /// A token outside of any name.
    Outside,
    /// A token that may be in a name.
    Open,
}

impl<'t> Decoder<'t> {
    /// A decoder for these transitions.
    pub fn new(transitions: &'t Transitions) -> Self {
        let rows = transitions.iter();
        let free = rows.flat_map(|row| FREE.map(|label| row[label]));
        let (least, most) = free.fold((i32::MAX, i32::MIN), |(least, most), score| {
            (least.min(score), most.max(score))
        });
        Self {
            transitions,
            spread: most - least,
            before: Before::Nothing,
            best: [0; Label::COUNT],
            back: Vec::new(),
        }
    }

    /// Goes on to a token that is outside of any name.
    pub fn pass(&mut self, labels: &mut Vec<Label>) {
        if self.before == Before::Open {
            let (last, _) = top(0..Label::COUNT, |label| {
                self.best[label] + self.transitions[label][0]
            });
            self.go_back(last, labels);
        }
        self.before = Before::Outside;
        labels.push(Label::OUTSIDE);
    }

    /// Goes on to a token with these scores; its label is known once the way behind it is.
    pub fn step(&mut self, token: &Scores) {
        match self.before {
            Before::Nothing => self.best = opening(token, &[0; Label::COUNT]),
            Before::Outside => self.best = opening(token, &self.transitions[0]),
            Before::Open => self.step_on(token),
        }
        self.before = Before::Open;
    }

    /// Ends a sentence.
    pub fn finish(&mut self, labels: &mut Vec<Label>) {
        if self.before == Before::Open {
            let (last, _) = top(0..Label::COUNT, |label| self.best[label]);
            self.go_back(last, labels);
        }
        self.before = Before::Nothing;
    }

    /// Adds the labels of the best way to the last label of a run of tokens that may be in names.
    fn go_back(&mut self, last: usize, labels: &mut Vec<Label>) {
        let before = labels.len();
        let mut label = last;
        labels.push(Label(label as u8));
        for back in self.back.iter().rev() {
            label = usize::from(back[label]);
            labels.push(Label(label as u8));
        }
        labels[before..].reverse();
        self.back.clear();
    }

    /// One token further behind one that may be in a name: the best score of each label, and the label
    /// that it came from.
    // Inlined it would cost two kilobytes.
    #[inline(never)]
    fn step_on(&mut self, token: &Scores) {
        let best = &self.best;
        // The scores are kept near 0, so that no length of sentence overflows them.
        let (_, ceiling) = top(0..Label::COUNT, |label| best[label]);
        // From a label that lies farther behind no transition makes up for it.
        let mut near = [0; Label::COUNT];
        let mut count = 0;
        for (label, &score) in best.iter().enumerate() {
            if score >= ceiling - self.spread {
                near[count] = label;
                count += 1;
            }
        }
        let near = &near[..count];
        let mut next = [0; Label::COUNT];
        let mut back = [0; Label::COUNT];
        for label in 0..Label::COUNT {
            let (from, score) = if Label(label as u8).is_inside() {
                // Inside a name there are but two labels to come from.
                let begun = best[label - 1] + self.transitions[label - 1][label];
                let gone_on = best[label] + self.transitions[label][label];
                if begun >= gone_on {
                    (label - 1, begun)
                } else {
                    (label, gone_on)
                }
            } else {
                top(near.iter().copied(), |previous| {
                    best[previous] + self.transitions[previous][label]
                })
            };
            back[label] = from as u8;
            next[label] = (score - ceiling + token[label]).max(FORBIDDEN);
        }
        self.best = next;
        self.back.push(back);
    }
}

/// The scores of a token that follows what gives each label these scores: it is in no name that began
/// before.
fn opening(token: &Scores, given: &Scores) -> Scores {
    let mut scores = *token;
    for (label, score) in scores.iter_mut().enumerate() {
        *score = if Label(label as u8).is_inside() {
            FORBIDDEN
        } else {
            (*score + given[label]).max(FORBIDDEN)
        };
    }
    scores
}

/// The label with the highest score, the first of several, and that score.
#[inline]
fn top(labels: impl Iterator<Item = usize>, score: impl Fn(usize) -> i32) -> (usize, i32) {
    labels.fold((0, i32::MIN), |top, label| {
        let score = score(label);
        if score > top.1 { (label, score) } else { top }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::NameType;

    /// The labels of a sentence; a token without scores is outside.
    fn decode(sentence: &[Option<Scores>]) -> Vec<Label> {
        let mut labels = Vec::new();
        let mut decoder = Decoder::new(&[[0; Label::COUNT]; Label::COUNT]);
        for token in sentence {
            match token {
                Some(scores) => decoder.step(scores),
                None => decoder.pass(&mut labels),
            }
        }
        decoder.finish(&mut labels);
        labels
    }

    fn token(wanted: &[(Label, i32)]) -> Option<Scores> {
        let mut scores = [0; Label::COUNT];
        for &(label, score) in wanted {
            scores[usize::from(label.0)] = score;
        }
        Some(scores)
    }

    #[test]
    fn no_name_goes_on_before_it_began() {
        let (begin, inside) = (
            Label::begin(NameType::Place),
            Label::inside(NameType::Place),
        );
        let other = Label::begin(NameType::Person);
        type Sentence<'s> = &'s [Option<Scores>];
        let cases: &[(&str, Sentence, &[Label])] = &[
            ("nothing", &[], &[]),
            ("outside", &[token(&[])], &[Label::OUTSIDE]),
            ("alone", &[token(&[(inside, 9), (begin, 1)])], &[begin]),
            (
                "going on",
                &[token(&[(begin, 3)]), token(&[(inside, 3)])],
                &[begin, inside],
            ),
            (
                "a weak beginning under a strong end",
                &[token(&[(other, 3)]), token(&[(inside, 9)])],
                &[begin, inside],
            ),
        ];
        for (name, scores, expected) in cases {
            assert_eq!(&decode(scores), expected, "{name}");
        }
    }

    #[test]
    fn what_can_only_be_outside_is() {
        let begin = Label::begin(NameType::Group);
        let scores = [token(&[(begin, 5)]), None, token(&[(begin, 5)])];
        assert_eq!(decode(&scores), [begin, Label::OUTSIDE, begin]);
    }

    #[test]
    fn a_very_long_sentence_does_not_overflow() {
        let scores = vec![token(&[(Label::OUTSIDE, 30_000)]); 200_000];
        assert!(decode(&scores).iter().all(|&label| label == Label::OUTSIDE));
    }
}
