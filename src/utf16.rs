//! Bytes to UTF-16 code units: the unit that JavaScript and the DOM count in.

use crate::span::Span;

/// How many bytes lie between two entries of the index: small enough that counting the rest is
/// quick, large enough that the index is a small fraction of the text.
const STEP: usize = 64;

/// Finds the UTF-16 offset of any byte of one text.
///
/// Building reads the text once; a look-up then counts at most 64 bytes.
#[derive(Clone, Debug)]
pub struct Utf16Index<'t> {
    bytes: &'t [u8],
    /// The code units before every 64th byte; empty where the text is ASCII and nothing moves.
    units: Vec<u32>,
}

impl<'t> Utf16Index<'t> {
    /// Reads a text.
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut units = Vec::new();
        if !text.is_ascii() {
            let mut before = 0;
            for chunk in bytes.chunks(STEP) {
                units.push(before);
                before += count(chunk);
            }
            units.push(before);
        }
        Self { bytes, units }
    }

    /// The code units before a byte, which must be at a character's boundary.
    pub fn offset(&self, byte: usize) -> usize {
        match self.units.get(byte / STEP) {
            None => byte,
            Some(&before) => (before + count(&self.bytes[byte / STEP * STEP..byte])) as usize,
        }
    }

    /// The byte before which there are so many code units, or the nearest boundary before it.
    pub fn byte(&self, offset: usize) -> usize {
        if self.units.is_empty() {
            return offset.min(self.bytes.len());
        }
        let step = self
            .units
            .partition_point(|&units| units as usize <= offset)
            .saturating_sub(1);
        let mut units = self.units[step] as usize;
        let mut byte = (step * STEP).min(self.bytes.len());
        // A step may begin within a character, which was counted before it.
        while self.bytes.get(byte).is_some_and(|byte| byte & 0xC0 == 0x80) {
            byte += 1;
        }
        while let Some(&first) = self.bytes.get(byte) {
            let next = units + count(&[first]) as usize;
            if next > offset {
                break;
            }
            units = next;
            byte += match first {
                0..0x80 => 1,
                0x80..0xE0 => 2,
                0xE0..0xF0 => 3,
                0xF0.. => 4,
            };
        }
        byte.min(self.bytes.len())
    }

    /// A span in code units, in bytes.
    pub fn bytes(&self, span: Span) -> Span {
        let start = self.byte(span.start);
        Span::new(start, self.byte(span.end).max(start))
    }

    /// The same span, in code units.
    pub fn span(&self, span: Span) -> Span {
        Span::new(self.offset(span.start), self.offset(span.end))
    }
}

/// The code units that begin in these bytes: one a character, and one more where four bytes
/// become a surrogate pair.
fn count(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .map(|&byte| u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Every boundary of any text has the offset that encoding the text before it gives.
        #[test]
        fn every_offset_is_the_length_of_what_stands_before(text in "[a-zé“”漢😀\u{301}]{0,300}") {
            let index = Utf16Index::new(&text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                prop_assert_eq!(index.offset(byte), text[..byte].encode_utf16().count());
                prop_assert_eq!(index.byte(index.offset(byte)), byte);
            }
        }
    }
}
