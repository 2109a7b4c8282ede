//! Numbers of which a few are frequent, as places in a palette of these.
//!
//! | bytes | what |
//! |---|---|
//! | 1 | how many numbers the palette has |
//! | palette · 2 | its numbers, the most frequent first, little-endian |
//! | numbers | the place of each number in the palette, or the palette's length for a rare one; nothing where the palette is empty |
//! | rare | the low bytes of the rare numbers |
//! | rare | the high bytes of those with the lowest low byte, then of those with the next, and so on |
//!
//! The transport's compression codes a byte by those that stand near: two bytes of one number are best told at
//! once, or the second among those whose first is the same.

use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Codes numbers.
pub fn write_numbers(numbers: &[u16]) -> Vec<u8> {
    let palette = palette_of(numbers);
    let place = |number: &u16| palette.iter().position(|frequent| frequent == number);
    let mut bytes = vec![palette.len() as u8];
    bytes.extend(palette.iter().flat_map(|number| number.to_le_bytes()));
    if !palette.is_empty() {
        let places = numbers.iter().map(place);
        bytes.extend(places.map(|place| place.unwrap_or(palette.len()) as u8));
    }
    let rare = numbers.iter().filter(|number| place(number).is_none());
    let mut rare: Vec<[u8; 2]> = rare.map(|number| number.to_le_bytes()).collect();
    bytes.extend(rare.iter().map(|[low, _]| low));
    rare.sort_by_key(|&[low, _]| low);
    bytes.extend(rare.iter().map(|[_, high]| high));
    bytes
}

/// The numbers that are frequent: none where many are rare all the same.
fn palette_of(numbers: &[u16]) -> Vec<u16> {
    let mut counts = BTreeMap::new();
    for &number in numbers {
        *counts.entry(number).or_insert(0) += 1;
    }
    let mut frequent: Vec<(u16, usize)> = counts.into_iter().collect();
    frequent.sort_by_key(|&(number, count)| (Reverse(count), number));
    frequent.truncate(usize::from(u8::MAX));
    let covered: usize = frequent.iter().map(|&(_, count)| count).sum();
    if covered < numbers.len() * 9 / 10 {
        frequent.clear();
    }
    frequent.into_iter().map(|(number, _)| number).collect()
}

/// Reads `count` numbers, and gives the bytes behind them; `None` where the bytes end early.
pub fn read_numbers(bytes: &[u8], count: usize) -> Option<(Vec<u16>, &[u8])> {
    let (&length, bytes) = bytes.split_first()?;
    let (palette, bytes) = bytes.split_at_checked(2 * usize::from(length))?;
    let (palette, _) = palette.as_chunks();
    let placed = if palette.is_empty() { 0 } else { count };
    let (places, bytes) = bytes.split_at_checked(placed)?;
    let frequent = places.iter().filter(|&&place| place < length).count();
    let (low, bytes) = bytes.split_at_checked(count - frequent)?;
    let (high, bytes) = bytes.split_at_checked(count - frequent)?;
    let mut lengths = [0; 256];
    for &low in low {
        lengths[usize::from(low)] += 1;
    }
    let mut next = starts(lengths);
    let mut rare = low.iter().map(|&low| {
        let next = &mut next[usize::from(low)];
        *next += 1;
        [low, high[*next - 1]]
    });
    let numbers = (0..count).map(|index| {
        let place = places.get(index).map(|&place| usize::from(place));
        let frequent = place.and_then(|place| palette.get(place).copied());
        let number = frequent.or_else(|| rare.next());
        u16::from_le_bytes(number.unwrap_or_default())
    });
    Some((numbers.collect(), bytes))
}

/// Where runs of these lengths begin, one behind the other.
pub fn starts<const N: usize>(lengths: [usize; N]) -> [usize; N] {
    let mut end = 0;
    lengths.map(|length| {
        end += length;
        end - length
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let few = |number: u16| number % 7 * 300;
        let skewed = |number: u16| if number < 950 { few(number) } else { number };
        let cases: &[(&str, Vec<u16>, usize)] = &[
            ("none", vec![], 0),
            ("one", vec![9], 1),
            ("few", (0..1000).map(few).collect(), 7),
            (
                "some of them rare",
                (0..2000).map(|n| skewed(n % 1000)).collect(),
                57,
            ),
            ("many of them rare", (0..1000).collect(), 0),
            ("as many as a palette holds", (0..255).collect(), 255),
        ];
        for (name, numbers, palette) in cases {
            let mut bytes = write_numbers(numbers);
            assert_eq!(usize::from(bytes[0]), *palette, "{name}");
            let cut = &bytes[..bytes.len() - 1];
            assert_eq!(read_numbers(cut, numbers.len()), None, "{name}");
            bytes.push(77);
            let read = read_numbers(&bytes, numbers.len());
            assert_eq!(read, Some((numbers.clone(), &[77][..])), "{name}");
        }
    }

    #[test]
    fn rare_numbers_stand_behind_the_places() {
        let numbers: Vec<u16> = (0..3000).map(|n| if n < 2900 { 5 } else { n }).collect();
        let bytes = write_numbers(&numbers);
        assert_eq!(bytes[0], 101);
        let mut many = vec![4; 4000];
        many.extend(1000..1400);
        let bytes = write_numbers(&many);
        assert_eq!(bytes[0], 255);
        assert_eq!(bytes.len(), 1 + 2 * 255 + 4400 + 2 * 146);
        assert_eq!(read_numbers(&bytes, 4400).map(|(read, _)| read), Some(many));
    }
}
