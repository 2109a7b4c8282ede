//! The paragraphs that are as they were.

use super::checksum::{checksum, paragraphs};
use super::selector::Paragraph;
use crate::hash::HashedMap;
use crate::order::sort_by_number;

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
    let (mut byte, mut place) = (0, 0);
    let new = paragraphs(text).map(|span| {
        let start = place + text[byte..span.start].chars().count();
        let end = start + span.of(text).chars().count();
        (byte, place) = (span.end, end);
        Paragraph {
            start,
            end,
            checksum: checksum(span.of(text)),
        }
    });
    let new: Vec<Paragraph> = new.collect();
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

/// The numbers of paragraphs by their checksums.
fn by_checksum(paragraphs: &[Paragraph]) -> HashedMap<Vec<u32>> {
    let mut numbers: HashedMap<Vec<u32>> = HashedMap::default();
    for (number, paragraph) in (0..).zip(paragraphs) {
        let key = u64::from(paragraph.checksum);
        numbers.entry(key).or_default().push(number);
    }
    numbers
}
