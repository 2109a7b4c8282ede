//! The best labels of a sentence.

use super::Scores;
use super::label::Label;

/// The labels that may follow any other: being outside, and the beginnings of names.
const FREE: [usize; 6] = [0, 1, 3, 5, 7, 9];

/// What each label gets for following each other one: `[previous][next]`.
pub type Transitions = [Scores; Label::COUNT];

/// What a step gets that is not allowed. It is far below any sum of weights, and a sentence of
/// any length adds it up no more than once before another way wins.
const FORBIDDEN: i32 = -(1 << 24);

/// The scores of a token that can only be outside of any name.
pub const OUTSIDE_ONLY: Scores = {
    let mut scores = [FORBIDDEN; Label::COUNT];
    scores[0] = 0;
    scores
};

/// Viterbi's decoder, with its memory kept from sentence to sentence.
#[derive(Clone, Debug)]
pub struct Decoder<'t> {
    transitions: &'t Transitions,
    /// How far the best and the worst transition to the labels that may follow any other lie apart.
    spread: i32,
    /// For each token and label the label before it on the best way.
    back: Vec<[u8; Label::COUNT]>,
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
            back: Vec::new(),
        }
    }

    /// Adds the labels of the best way through `scores` to `labels`, one for each token.
    pub fn decode(&mut self, scores: &[Scores], labels: &mut Vec<Label>) {
        self.back.clear();
        let before = labels.len();
        let Some(first) = scores.first() else { return };
        let mut best = *first;
        for (index, score) in best.iter_mut().enumerate() {
            if !Label(index as u8).may_follow(None) {
                *score = FORBIDDEN;
            }
        }
        let mut was_outside = *first == OUTSIDE_ONLY;
        for token in &scores[1..] {
            let is_outside = *token == OUTSIDE_ONLY;
            let (next, back) = match (was_outside, is_outside) {
                (true, true) => (OUTSIDE_ONLY, [0; Label::COUNT]),
                (true, false) => step_from_outside(token, self.transitions),
                (false, _) => self.step(&best, token, is_outside),
            };
            self.back.push(back);
            best = next;
            was_outside = is_outside;
        }
        let mut label = argmax(&best);
        labels.push(Label(label as u8));
        for back in self.back.iter().rev() {
            label = usize::from(back[label]);
            labels.push(Label(label as u8));
        }
        labels[before..].reverse();
    }

    /// One token further: the best score of each label, and the label that it came from.
    // Inlined it would cost two kilobytes.
    #[inline(never)]
    fn step(
        &self,
        best: &Scores,
        token: &Scores,
        is_outside: bool,
    ) -> (Scores, [u8; Label::COUNT]) {
        // The scores are kept near 0, so that no length of sentence overflows them.
        let ceiling = best[argmax(best)];
        // From a label that lies farther behind no transition makes up for it.
        let mut near = [0; Label::COUNT];
        let mut count = 0;
        for (label, &score) in best.iter().enumerate() {
            if score >= ceiling - self.spread {
                near[count] = label;
                count += 1;
            }
        }
        let best_before = |label: usize| {
            let mut top = (0, i32::MIN);
            for &previous in &near[..count] {
                let score = best[previous] + self.transitions[previous][label];
                if score > top.1 {
                    top = (previous, score);
                }
            }
            top
        };
        if is_outside {
            let (from, score) = best_before(0);
            let mut next = OUTSIDE_ONLY;
            next[0] = score - ceiling;
            return (next, [from as u8; Label::COUNT]);
        }
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
                best_before(label)
            };
            back[label] = from as u8;
            next[label] = (score - ceiling + token[label]).max(FORBIDDEN);
        }
        (next, back)
    }
}

/// The same where the token before can only be outside: there is no other label to come from.
fn step_from_outside(token: &Scores, transitions: &Transitions) -> (Scores, [u8; Label::COUNT]) {
    let mut next = *token;
    for (label, score) in next.iter_mut().enumerate() {
        *score = if Label(label as u8).is_inside() {
            FORBIDDEN
        } else {
            (*score + transitions[0][label]).max(FORBIDDEN)
        };
    }
    (next, [0; Label::COUNT])
}

fn argmax(scores: &Scores) -> usize {
    (1..Label::COUNT).fold(0, |top, label| {
        if scores[label] > scores[top] {
            label
        } else {
            top
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::NameType;

    fn decode(scores: &[Scores]) -> Vec<Label> {
        let mut labels = Vec::new();
        Decoder::new(&[[0; Label::COUNT]; Label::COUNT]).decode(scores, &mut labels);
        labels
    }

    fn token(wanted: &[(Label, i32)]) -> Scores {
        let mut scores = [0; Label::COUNT];
        for &(label, score) in wanted {
            scores[usize::from(label.0)] = score;
        }
        scores
    }

    #[test]
    fn no_name_goes_on_before_it_began() {
        let (begin, inside) = (
            Label::begin(NameType::Place),
            Label::inside(NameType::Place),
        );
        let other = Label::begin(NameType::Person);
        let cases: &[(&str, &[Scores], &[Label])] = &[
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
        let scores = [token(&[(begin, 5)]), OUTSIDE_ONLY, token(&[(begin, 5)])];
        assert_eq!(decode(&scores), [begin, Label::OUTSIDE, begin]);
    }

    #[test]
    fn a_very_long_sentence_does_not_overflow() {
        let scores = vec![token(&[(Label::OUTSIDE, 30_000)]); 200_000];
        assert!(decode(&scores).iter().all(|&label| label == Label::OUTSIDE));
    }
}
