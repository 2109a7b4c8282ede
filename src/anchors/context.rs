//! What stands around words, and how much of it stands around a place of another text.

use super::selector::Selector;
use super::words::{Word, words};

/// How many words of a text are looked at for those of a context, beyond their number.
const ROOM: usize = 4;

/// A context of less weight than this says too little by itself.
pub const ENOUGH: f32 = 2.5;

/// What it counts that words of a context follow at once.
const NEXT: f32 = 0.25;

/// One side of this weight that is the same to the last word says nearly as much as both.
const WHOLE: f32 = 3.3;
const ONE_SIDE: f32 = 0.82;

/// As long as this a context may have been cut within a word.
const CUT: usize = 30;

/// A selector, taken apart into words.
#[derive(Clone, Debug)]
pub struct Target {
    /// The words that are looked for.
    pub exact: Vec<Word>,
    /// The words before them, the nearest first; and how many of these are of the same paragraph.
    before: (Vec<Word>, usize),
    /// The words behind them.
    after: (Vec<Word>, usize),
}

/// The weight of a word for telling places apart: marks stand everywhere.
pub const fn weight(word: &Word) -> f32 {
    if word.is_word { 1.0 } else { 0.35 }
}

impl Target {
    /// Takes a selector apart.
    pub fn new(selector: &Selector) -> Self {
        let own = |line: Option<&str>| words(line.unwrap_or_default()).len();
        let mut before = words(&selector.prefix);
        before.reverse();
        let mut after = words(&selector.suffix);
        for (context, words) in [
            (&selector.prefix, &mut before),
            (&selector.suffix, &mut after),
        ] {
            let is_cut = words.len() > 1 && context.chars().count() >= CUT;
            words.truncate(words.len() - usize::from(is_cut));
        }
        let own_before = own(selector.prefix.rsplit('\n').next()).min(before.len());
        let own_after = own(selector.suffix.split('\n').next()).min(after.len());
        Self {
            exact: words(&selector.exact),
            before: (before, own_before),
            after: (after, own_after),
        }
    }

    /// Whether the words stand at a place of a text.
    pub fn is_at(&self, text: &[Word], at: usize, is_cased: bool) -> bool {
        let found = text.get(at..).and_then(|text| text.get(..self.exact.len()));
        let same = |(one, other): (&Word, &Word)| match is_cased {
            true => one.cased == other.cased,
            false => one.folded == other.folded,
        };
        found.is_some_and(|found| found.iter().zip(&self.exact).all(same))
    }

    /// The share of the context that stands around a range of words of a text, and its weight. Only what is of the
    /// same paragraph counts, if that is enough: the paragraph may have moved.
    pub fn context(&self, text: &[Word], start: usize, end: usize) -> (f32, f32) {
        let own = self.sides(self.before.1, self.after.1);
        let sides = if sum(own.0) + sum(own.1) >= ENOUGH {
            own
        } else {
            self.sides(self.before.0.len(), self.after.0.len())
        };
        let (before, after) = (sum(sides.0), sum(sides.1));
        if before + after == 0.0 {
            return (0.0, 0.0);
        }
        let first = start.saturating_sub(sides.0.len() + ROOM);
        let last = text.len().min(end + sides.1.len() + ROOM);
        let found_before = shared(sides.0, text[first..start].iter().rev());
        let found_after = shared(sides.1, text[end..last].iter());
        let next = run(sides.0, text[..start].iter().rev()) + run(sides.1, text[end..].iter());
        let found = found_before + found_after;
        let score = (found + NEXT * (next - found)) / (before + after);
        // What stood on the other side may have been cut, or something put there.
        let has_side = (before >= WHOLE && is_next(sides.0, text[..start].iter().rev()))
            || (after >= WHOLE && is_next(sides.1, text[end..].iter()));
        let floor = if has_side { ONE_SIDE } else { 0.0 };
        (score.max(floor), before + after)
    }

    fn sides(&self, before: usize, after: usize) -> (&[Word], &[Word]) {
        (&self.before.0[..before], &self.after.0[..after])
    }

    /// What beside the words stands beside a place, too: one for a mark, two for a word.
    pub fn touches(&self, text: &[Word], start: usize, end: usize) -> u8 {
        let beside = |context: &[Word], found: Option<&Word>| match (context.first(), found) {
            (Some(one), Some(other)) if one.folded == other.folded => 1 + u8::from(one.is_word),
            (None, None) => 1,
            _ => 0,
        };
        let before = start.checked_sub(1).and_then(|before| text.get(before));
        beside(&self.before.0, before) + beside(&self.after.0, text.get(end))
    }
}

/// The weight of the words that a text begins with, too.
fn run<'w>(words: &[Word], text: impl Iterator<Item = &'w Word>) -> f32 {
    let pairs = words.iter().zip(text);
    let same = pairs.take_while(|(one, other)| one.folded == other.folded);
    same.map(|(word, _)| weight(word)).sum()
}

/// Whether words come one after the other in a text, from its beginning.
fn is_next<'w>(words: &[Word], text: impl Iterator<Item = &'w Word>) -> bool {
    words
        .iter()
        .map(|word| word.folded)
        .eq(text.take(words.len()).map(|word| word.folded))
}

fn sum(words: &[Word]) -> f32 {
    words.iter().map(weight).sum()
}

/// The weight of the longest common subsequence.
fn shared<'w>(words: &[Word], text: impl Iterator<Item = &'w Word>) -> f32 {
    let mut best = vec![0.0_f32; words.len() + 1];
    for other in text {
        let mut diagonal = 0.0;
        for (number, word) in words.iter().enumerate() {
            let above = best[number + 1];
            let mut now = above.max(best[number]);
            if word.folded == other.folded {
                now = now.max(diagonal + weight(word));
            }
            diagonal = above;
            best[number + 1] = now;
        }
    }
    best[words.len()]
}
