//! Many words of which a few were changed: the part of a text that is most like them.

use std::ops::Range;

use super::context::{Target, weight};
use super::words::Word;

/// So few words are looked for as they are, or not at all.
const FEWEST: usize = 5;

/// The share of the words that may have changed.
const CHANGED: f32 = 0.25;

/// How much worse, as a share of the words, every other part of the text must be.
const MARGIN: f32 = 0.15;

/// The words of a text that are nearly those of a target, between the same first and last words, and how alike
/// they are; none where two parts of the text might be meant. Takes its steps from those that are left.
pub fn find(target: &Target, text: &[Word], steps: &mut usize) -> Option<(Range<usize>, f32)> {
    let words = &target.exact;
    let count = words.iter().filter(|word| word.is_word).count();
    if count < FEWEST {
        return None;
    }
    *steps = steps.checked_sub(words.len().saturating_mul(text.len()))?;
    let ends = alignments(words, text);
    let whole: f32 = words.iter().map(weight).sum();
    let is_bounded =
        |&(end, (start, _)): &(usize, (usize, f32))| is_bounded(words, &text[start..end]);
    let all = || ends.iter().copied().enumerate();
    let (end, (start, cost)) = all()
        .filter(is_bounded)
        .min_by(|(_, (_, one)), (_, (_, other))| one.total_cmp(other))?;
    let is_other = |(other_end, (other_start, other)): (usize, (usize, f32))| {
        (other_end <= start || other_start >= end) && other <= cost + MARGIN * whole
    };
    (cost <= CHANGED * whole && !all().any(is_other)).then(|| (start..end, 1.0 - cost / whole))
}

/// Whether a part begins and ends as the words do: up to their first word, and from their last, marks alike.
fn is_bounded(words: &[Word], part: &[Word]) -> bool {
    let same = |(one, other): (&Word, &Word)| one.folded == other.folded;
    let word = |word: &Word| word.is_word;
    let (Some(first), Some(last)) = (words.iter().position(word), words.iter().rposition(word))
    else {
        return false;
    };
    let behind = words.len() - last;
    part.len() > first.max(behind)
        && part.iter().zip(&words[..=first]).all(same)
        && part[part.len() - behind..]
            .iter()
            .zip(&words[last..])
            .all(same)
}

/// For every end in a text, where the part that is most like the words begins, and what it costs to make one of the
/// other (Sellers's algorithm).
fn alignments(words: &[Word], text: &[Word]) -> Vec<(usize, f32)> {
    // One column at a time: for each number of words the best beginning and its cost.
    let mut column: Vec<(usize, f32)> = vec![(0, 0.0)];
    for word in words {
        let cost = column.last().map_or(0.0, |last| last.1) + weight(word);
        column.push((0, cost));
    }
    let mut ends = vec![column[words.len()]];
    for (at, other) in text.iter().enumerate() {
        let mut diagonal = column[0];
        column[0] = (at + 1, 0.0);
        for (number, word) in words.iter().enumerate() {
            let (left, above) = (column[number + 1], column[number]);
            let changed = if word.folded == other.folded {
                0.0
            } else {
                weight(word).max(weight(other))
            };
            let ways = [
                (diagonal.0, diagonal.1 + changed),
                (left.0, left.1 + weight(other)),
                (above.0, above.1 + weight(word)),
            ];
            diagonal = left;
            column[number + 1] = ways
                .into_iter()
                .reduce(|best, way| if way.1 < best.1 { way } else { best })
                .unwrap_or(left);
        }
        ends.push(column[words.len()]);
    }
    ends
}
