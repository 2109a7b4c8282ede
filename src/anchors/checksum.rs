//! The checksums of paragraphs: CRC-32 as in zip files, over the words with one blank between them.

use crate::span::Span;

/// The paragraphs of a text, in bytes: its lines that hold more than blanks.
pub fn paragraphs(text: &str) -> impl Iterator<Item = Span> {
    let mut end = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        let start = end;
        end += line.len();
        Span::new(start, start + line.trim_end_matches('\n').len())
    });
    lines.filter(|line| !line.of(text).trim().is_empty())
}

/// The checksum of a paragraph.
pub fn checksum(paragraph: &str) -> u32 {
    let mut crc = !0;
    for (number, word) in paragraph.split_whitespace().enumerate() {
        if number > 0 {
            crc = add(crc, b' ');
        }
        crc = word.bytes().fold(crc, add);
    }
    !crc
}

const fn add(crc: u32, byte: u8) -> u32 {
    let mut crc = crc ^ byte as u32;
    let mut bit = 0;
    while bit < 8 {
        crc = crc >> 1 ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 };
        bit += 1;
    }
    crc
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_are_those_of_zip() {
        assert_eq!(checksum("123456789"), 0xcbf4_3926);
        assert_eq!(checksum(" 12 \t 3\n"), checksum("12 3"));
    }

    #[test]
    fn paragraphs_are_lines_with_words() {
        let text = "One.\n\n  \nTwo\nThree";
        let found: Vec<_> = paragraphs(text).map(|span| span.of(text)).collect();
        assert_eq!(found, ["One.", "Two", "Three"]);
    }
}
