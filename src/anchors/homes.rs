//! The paragraphs that are as they were.

use super::checksum::{checksum, paragraphs};
use super::selector::Paragraph;
use crate::hash::HashedMap;
use crate::order::sort_by_number;
use crate::span::Span;

/// A paragraph that is as it was: where it was, and where it is.
#[derive(Clone, Copy, Debug)]
pub struct Home {
    /// In the older text.
    pub old: Paragraph,
    /// In that of now.
    pub new: Paragraph,
}

/// The paragraphs that did not change, in the order of the older text. One that comes several times is known by its turn.
pub fn homes(text: &str, old: &[Paragraph]) -> Vec<Home> {
    let new: Vec<Paragraph> = counted(text).map(|(_, paragraph)| paragraph).collect();
    let (then, now) = (by_checksum(old), by_checksum(&new));
    let mut homes = Vec::new();
    for (number, &paragraph) in (0..).zip(old) {
        let key = u64::from(paragraph.checksum);
        let (Some(then), Some(now)) = (then.get(&key), now.get(&key)) else {
            continue;
        };
        let turn = then.binary_search(&number).ok();
        if let Some(&home) = turn.and_then(|turn| now.get(turn))
            && then.len() == now.len()
        {
            homes.push(Home {
                old: paragraph,
                new: new[home as usize],
            });
        }
    }
    sort_by_number(&mut homes, |home| home.old.start as u64);
    homes
}

/// The paragraphs that are new or not as they were, in bytes.
pub fn changed(text: &str, old: &[Paragraph]) -> Vec<Span> {
    let homes = homes(text, old);
    let starts = homes.iter().map(|home| (home.new.start as u64, ()));
    let known: HashedMap<()> = starts.collect();
    let is_known = |paragraph: &Paragraph| known.contains_key(&(paragraph.start as u64));
    let new = counted(text).filter(|(_, paragraph)| !is_known(paragraph));
    new.map(|(span, _)| span).collect()
}

/// The paragraphs of a text, in bytes and as a file has them.
fn counted(text: &str) -> impl Iterator<Item = (Span, Paragraph)> {
    let (mut byte, mut place) = (0, 0);
    paragraphs(text).map(move |span| {
        let start = place + text[byte..span.start].chars().count();
        let end = start + span.of(text).chars().count();
        (byte, place) = (span.end, end);
        let checksum = checksum(span.of(text));
        let paragraph = Paragraph {
            start,
            end,
            checksum,
        };
        (span, paragraph)
    })
}

/// The numbers of paragraphs by their checksums.
fn by_checksum(paragraphs: &[Paragraph]) -> HashedMap<Vec<u32>> {
    let mut numbers: HashedMap<Vec<u32>> = HashedMap::default();
    for (number, paragraph) in (0..).zip(paragraphs) {
        let key = u64::from(paragraph.checksum);
        numbers.entry(key).or_default().push(number);
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_change_that_are_new_or_not_as_they_were() {
        let old = "One é.\n\nTwo.\n\nTwice.\n\nTwice.";
        let cases: &[(&str, &str, &[&str])] = &[
            ("as they were", old, &[]),
            ("another order", "Two.\nTwice.\nOne é.\nTwice.", &[]),
            ("other blanks", "One  é.\n\n\nTwo. \nTwice.\nTwice.", &[]),
            (
                "another word",
                "One é.\nThree.\nTwice.\nTwice.",
                &["Three."],
            ),
            ("one more", "One é.\nNew.\nTwo.\nTwice.\nTwice.", &["New."]),
            ("one less", "Two.\nTwice.\nTwice.", &[]),
            ("once, not twice", "One é.\nTwo.\nTwice.", &["Twice."]),
            ("nothing", "", &[]),
        ];
        let paragraphs: Vec<Paragraph> = counted(old).map(|(_, paragraph)| paragraph).collect();
        for (name, text, expected) in cases {
            let changed = changed(text, &paragraphs);
            let words: Vec<_> = changed.iter().map(|span| span.of(text)).collect();
            assert_eq!(words, *expected, "{name}");
        }
    }
}
