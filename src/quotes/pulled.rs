//! Pull quotes: words that a page sets apart to show them once more. The text has them already, with who said them.

use super::reading::Reading;
use super::reported::Reported;
use crate::hash::{HashedMap, mix};
use crate::order::sort_by_number;
use crate::text::BlockKind;

/// How many words at least are shown once more.
const FEWEST: usize = 5;

/// How many parts that open with the same words are looked at.
const ALIKE: usize = 4;

/// Part of what is reported.
struct Part {
    start: usize,
    words: Vec<u32>,
    /// Whether it stands apart from any sentence that could say whose it is.
    is_apart: bool,
}

/// Takes out what is a pull quote.
pub(super) fn drop(reading: &Reading, found: &mut Vec<Reported>) {
    let pulled = pulled(&parts(reading, found));
    if pulled.is_empty() {
        return;
    }
    let is_kept = |part: &std::ops::Range<usize>| pulled.binary_search(&part.start).is_err();
    found.retain_mut(|reported| {
        reported.content.retain(is_kept);
        reported.quoted.retain(is_kept);
        !reported.content.is_empty()
    });
}

/// The parts of all that is within marks or set apart, in order.
fn parts(reading: &Reading, found: &[Reported]) -> Vec<Part> {
    let mut parts = Vec::new();
    for reported in found {
        for (index, part) in reported.quoted.iter().enumerate() {
            let paragraph = reading.paragraph(part.start);
            let is_free = index > 0 || reported.cue.is_none() || reported.label.is_some();
            let is_set_apart = reading
                .document
                .is_in_block(part.start, &[BlockKind::Quote]);
            let words = part
                .clone()
                .filter(|&token| !reading.class(token).is_mark());
            parts.push(Part {
                start: part.start,
                words: words.map(|token| reading.form(token)).collect(),
                is_apart: is_free
                    && part.start == paragraph.start
                    && (is_set_apart || part.end == paragraph.end),
            });
        }
    }
    sort_by_number(&mut parts, |part| part.start as u64);
    parts
}

/// Where those parts start that stand apart and are said elsewhere, in order.
fn pulled(parts: &[Part]) -> Vec<usize> {
    let key = |words: &[u32]| {
        words
            .iter()
            .fold(0, |key, &word| mix(key ^ u64::from(word)))
    };
    let mut by_opening: HashedMap<Vec<usize>> = HashedMap::default();
    for (index, part) in parts.iter().enumerate() {
        if part.is_apart && part.words.len() >= FEWEST {
            let alike = by_opening.entry(key(&part.words[..FEWEST])).or_default();
            if alike.len() < ALIKE {
                alike.push(index);
            }
        }
    }
    let mut pulled = Vec::new();
    for (index, part) in parts.iter().enumerate().filter(|_| !by_opening.is_empty()) {
        for (at, opening) in part.words.windows(FEWEST).enumerate() {
            let Some(alike) = by_opening.get(&key(opening)) else {
                continue;
            };
            let is_pulled = |&&other: &&usize| {
                let words = &parts[other].words;
                let is_first = !part.is_apart || index < other;
                let is_whole = words.len() == part.words.len();
                other != index && (is_first || !is_whole) && part.words[at..].starts_with(words)
            };
            pulled.extend(
                alike
                    .iter()
                    .filter(is_pulled)
                    .map(|&other| parts[other].start),
            );
        }
    }
    pulled.sort_unstable();
    pulled
}

#[cfg(test)]
mod tests {
    use crate::annotate;

    #[test]
    fn words_that_are_shown_once_more_are_no_second_quote() {
        let said = "“We have never seen waves like these. It was loud,” said Lina Moreau.";
        let cases = [
            (
                "behind",
                format!("{said}\n\n“We have never seen waves like these.”"),
                1,
            ),
            (
                "before",
                format!("“We have never seen waves like these.”\n\n{said}"),
                1,
            ),
            (
                "between",
                format!(
                    "Rain fell.\n\n{said}\n\n“It was dark. We have never seen waves like these.”"
                ),
                2,
            ),
            ("short", format!("{said}\n\n“It was loud.”"), 2),
        ];
        for (name, text, expected) in cases {
            let quotes = annotate(&text).quotes;
            let direct = quotes.iter().filter(|quote| !quote.quoted.is_empty());
            let parts: usize = direct.map(|quote| quote.content.len()).sum();
            assert_eq!(parts, expected, "{name}: {quotes:?}");
        }
    }
}
