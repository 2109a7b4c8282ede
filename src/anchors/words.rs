//! A text as words and marks that compare alike however they were typed: blanks, kinds of quotation marks and
//! dashes, entities of HTML and characters that are not seen make no difference.

use crate::hash::{HashedMap, hash_of};
use crate::letters::{is_joining, small};
use crate::quotation_marks::Uses;
use crate::span::Span;

/// A word, or one mark beside words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands, in bytes.
    pub span: Span,
    /// The code points before it.
    pub place: usize,
    /// The hash of its letters as they are.
    pub cased: u64,
    /// The hash of its letters as small ones.
    pub folded: u64,
    /// Whether it is made of letters or digits.
    pub is_word: bool,
}

/// All words of a text, and where each stands.
#[derive(Debug)]
pub struct Words {
    /// In order.
    pub all: Vec<Word>,
    places: HashedMap<Vec<u32>>,
}

impl Words {
    /// Reads a text.
    pub fn new(text: &str) -> Self {
        let all = words(text);
        let mut places: HashedMap<Vec<u32>> = HashedMap::default();
        for (number, word) in all.iter().enumerate() {
            places.entry(word.folded).or_default().push(number as u32);
        }
        Self { all, places }
    }

    /// Where the rarest of some words stands, and which that is; none where one of them is nowhere.
    pub fn rarest<'w>(&'w self, words: &[Word]) -> Option<(usize, &'w [u32])> {
        let mut rarest: Option<(usize, &[u32])> = None;
        for (number, word) in words.iter().enumerate() {
            let places = self.places.get(&word.folded)?;
            if rarest.is_none_or(|(_, fewest)| places.len() < fewest.len()) {
                rarest = Some((number, places));
            }
        }
        rarest
    }

    /// The number of the first word that begins at or behind a code point.
    pub fn at(&self, place: usize) -> usize {
        self.all.partition_point(|word| word.place < place)
    }
}

/// The words and marks of a text.
pub fn words(text: &str) -> Vec<Word> {
    let mut reader = Reader {
        text,
        words: Vec::with_capacity(text.len() / 4),
        letters: String::new(),
        start: (0, 0),
        end: 0,
    };
    let (mut byte, mut place) = (0, 0);
    while let Some(rest) = text.get(byte..).filter(|rest| !rest.is_empty()) {
        let (c, len, points) = next(rest);
        reader.take(c, byte..byte + len, place);
        byte += len;
        place += points;
    }
    reader.finish();
    reader.words
}

struct Reader<'t> {
    text: &'t str,
    words: Vec<Word>,
    /// The letters of the word under way.
    letters: String,
    /// Its first byte, and the code points before it.
    start: (usize, usize),
    end: usize,
}

impl Reader<'_> {
    fn take(&mut self, c: char, bytes: std::ops::Range<usize>, place: usize) {
        if is_joining(c) || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}') {
            return;
        }
        if c.is_alphanumeric() {
            // “5m” is two words, so that a sum stands on edges of words.
            let before = self.letters.chars().next_back();
            if before.is_some_and(|before| before.is_numeric() != c.is_numeric()) {
                self.finish();
            }
            if self.letters.is_empty() {
                self.start = (bytes.start, place);
            }
            self.letters.push(c);
            self.end = bytes.end;
            return;
        }
        self.finish();
        if c.is_whitespace() {
            return;
        }
        let shown = plain(c);
        let span = Span::new(bytes.start, bytes.end);
        let last = self.words.last();
        let is_repeated = shown == "-"
            && last.is_some_and(|last| {
                last.span.end == span.start && self.text[last.span.start..].starts_with(is_dash)
            });
        if is_repeated {
            if let Some(last) = self.words.last_mut() {
                last.span.end = span.end;
            }
            return;
        }
        let hash = if shown.is_empty() {
            hash_of(c.encode_utf8(&mut [0; 4]))
        } else {
            hash_of(shown)
        };
        for _ in 0..if c == '…' { 3 } else { 1 } {
            self.words.push(Word {
                span,
                place,
                cased: hash,
                folded: hash,
                is_word: false,
            });
        }
    }

    fn finish(&mut self) {
        if self.letters.is_empty() {
            return;
        }
        let cased = hash_of(&self.letters);
        let folded: String = self.letters.chars().map(small).collect();
        self.words.push(Word {
            span: Span::new(self.start.0, self.end),
            place: self.start.1,
            cased,
            folded: hash_of(&folded),
            is_word: true,
        });
        self.letters.clear();
    }
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐'..='―' | '−')
}

/// How a mark is written where nobody minds; empty for those that have one form.
fn plain(c: char) -> &'static str {
    let uses = Uses::of_char(c);
    if uses.has(Uses::DOUBLE) {
        return "\"";
    }
    if uses.has(Uses::SINGLE) {
        return "'";
    }
    match c {
        '″' => "\"",
        '‛' | 'ʼ' | '´' | '′' => "'",
        '‐'..='―' | '−' | '-' => "-",
        '…' => ".",
        _ => "",
    }
}

/// The first character of a text, or that which an entity of HTML stands for; its bytes and its code points.
fn next(text: &str) -> (char, usize, usize) {
    if text.starts_with('&')
        && let Some((c, len)) = entity(text)
    {
        return (c, len, len);
    }
    let c = text.chars().next().unwrap_or_default();
    (c, c.len_utf8(), 1)
}

/// What an entity at the beginning of a text stands for, and its length: all are ASCII.
fn entity(text: &str) -> Option<(char, usize)> {
    let bytes = text.as_bytes();
    let end = bytes.iter().take(10).position(|&byte| byte == b';')?;
    let name = text.get(1..end)?;
    let c = match name {
        "amp" => '&',
        "quot" => '"',
        "apos" | "rsquo" | "lsquo" => '\'',
        "ldquo" | "rdquo" => '"',
        "nbsp" => ' ',
        "ndash" | "mdash" => '-',
        "hellip" => '…',
        "lt" => '<',
        "gt" => '>',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    };
    Some((c, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_are_typed_alike_have_the_same_words() {
        let cases = [
            ("marks", "“It’s late,” she said", "\"It's late,\" she said"),
            ("blanks", "Ana \u{a0}\n Ruiz", "Ana Ruiz"),
            ("dashes", "now—or never", "now -- or never"),
            (
                "entities",
                "Bread &amp; Roses&#8217; day",
                "Bread & Roses’ day",
            ),
            ("unseen", "har\u{ad}bour\u{200b}master", "harbourmaster"),
            ("dots", "wait…", "wait..."),
        ];
        for (name, one, other) in cases {
            let [one, other] = [one, other].map(|text| {
                words(text)
                    .iter()
                    .map(|word| word.cased)
                    .collect::<Vec<_>>()
            });
            assert_eq!(one, other, "{name}");
        }
    }

    #[test]
    fn words_know_where_they_stand() {
        let text = "Zoë — £5m";
        let found: Vec<_> = words(text)
            .iter()
            .map(|word| (word.span.of(text), word.place))
            .collect();
        assert_eq!(found, [("Zoë", 0), ("—", 4), ("£", 6), ("5", 7), ("m", 8)]);
    }
}
