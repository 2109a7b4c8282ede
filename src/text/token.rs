//! Characters to tokens.
//!
//! Words are cut where a name can begin or end: at hyphens, slashes and before a possessive
//! `'s`. An apostrophe inside a word stays (“O'Neill”, “didn't”), as do the dots of an
//! abbreviation (“U.S.”, “Mr.”) and the separators of a number (“1,200.50”).

use std::ops::Range;

use super::abbreviation::dotted_end;
use crate::letters::{is_apostrophe, is_capital, is_joining, is_word, run_end};
use crate::quotation_marks::is_doubled;
use crate::span::Span;

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// The bytes of the token.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether it begins with a capital.
    pub is_capital: bool,
}

impl Token {
    /// The word of a token in its text; a hyphen of Unicode's own is read as the “-” of all keyboards.
    #[inline]
    pub fn word<'t>(&self, text: &'t str) -> &'t str {
        match self.span.of(text) {
            "\u{2010}" | "\u{2011}" => "-",
            word => word,
        }
    }

    /// The same token of a text that differs in the case of letters alone.
    pub(super) fn recased(&self, text: &str) -> Self {
        let is_capital = is_capital(self.word(text));
        Self {
            is_capital,
            ..*self
        }
    }
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, perhaps with digits, inner apostrophes or the dots of an abbreviation.
    Word,
    /// What stands after an apostrophe at a word's end: `'s`, `'ll`, `'re`…
    Clitic,
    /// Digits, with their separators.
    Number,
    /// One punctuation mark or symbol, or a run of dots or of hyphens.
    Mark,
}

/// What may follow an apostrophe as a token of its own, lower-cased.
const CLITICS: &[&str] = &["s", "re", "ve", "ll", "d", "m"];

const fn is_line_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// The tokens of a text and its paragraphs as ranges of tokens.
pub(super) fn tokenize(text: &str) -> (Vec<Token>, Vec<Range<usize>>) {
    let mut tokens = Vec::with_capacity(text.len() / 5 + 1);
    let mut paragraphs = Vec::new();
    let mut paragraph_start = 0;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if c == ' ' {
            at += 1;
            continue;
        }
        if c.is_ascii_alphabetic() {
            // Most tokens begin so, and need not be asked whether they are anything else.
            let span = Span::new(at, word_end(text, at));
            at = span.end;
            tokens.push(Token {
                span,
                kind: TokenKind::Word,
                is_capital: c.is_ascii_uppercase(),
            });
            continue;
        }
        if is_line_break(c) && paragraph_start < tokens.len() {
            paragraphs.push(paragraph_start..tokens.len());
            paragraph_start = tokens.len();
        }
        if c.is_whitespace() || is_joining(c) {
            at += c.len_utf8();
            continue;
        }
        let token = next_token(text, at, c);
        at = token.span.end;
        tokens.push(token);
    }
    if paragraph_start < tokens.len() {
        paragraphs.push(paragraph_start..tokens.len());
    }
    (tokens, paragraphs)
}

fn next_token(text: &str, start: usize, first: char) -> Token {
    let (end, kind) = if first.is_ascii_digit() {
        number_end(text, start)
    } else if is_word(first) {
        (word_end(text, start), TokenKind::Word)
    } else if let Some(end) = clitic_end(text, start, first) {
        (end, TokenKind::Clitic)
    } else {
        (mark_end(text, start, first), TokenKind::Mark)
    };
    Token {
        span: Span::new(start, end),
        kind,
        is_capital: first.is_uppercase(),
    }
}

/// Digits with inner separators; letters right behind make it a word (“20th”, “5G”).
fn number_end(text: &str, start: usize) -> (usize, TokenKind) {
    let mut end = run_end(text, start);
    while let Some(separator) = text[end..].chars().next()
        && matches!(separator, ',' | '.' | ':')
        && text[..end].ends_with(|c: char| c.is_ascii_digit())
        && text[end + 1..].starts_with(|c: char| c.is_ascii_digit())
    {
        end = run_end(text, end + 1);
    }
    let kind = if text[start..end]
        .bytes()
        .any(|b| b.is_ascii_alphabetic() || !b.is_ascii())
    {
        TokenKind::Word
    } else {
        TokenKind::Number
    };
    (end, kind)
}

fn word_end(text: &str, start: usize) -> usize {
    let mut end = run_end(text, start);
    let goes_on = |&byte: &u8| !byte.is_ascii() || matches!(byte, b'\'' | b'.');
    if !text.as_bytes().get(end).is_some_and(goes_on) {
        return end;
    }
    // An apostrophe between letters stays in the word, unless what follows is a clitic.
    while let Some(mark) = text[end..].chars().next()
        && is_apostrophe(mark)
        && text[end + mark.len_utf8()..].starts_with(char::is_alphabetic)
        && clitic_end(text, end, mark).is_none()
    {
        end = run_end(text, end + mark.len_utf8());
    }
    if text[end..].starts_with('.') {
        dotted_end(text, start, end).unwrap_or(end)
    } else {
        end
    }
}

/// The end of a clitic that begins with the apostrophe at `start`, if it is one.
fn clitic_end(text: &str, start: usize, mark: char) -> Option<usize> {
    if !is_apostrophe(mark) || !text[..start].ends_with(is_word) {
        return None;
    }
    let letters = start + mark.len_utf8();
    let end = run_end(text, letters);
    let follows = &text[letters..end];
    CLITICS
        .iter()
        .any(|clitic| follows.eq_ignore_ascii_case(clitic))
        .then_some(end)
}

/// A run of dots, of hyphens or of what a doubled quotation mark is made of is one mark; any other character stands
/// alone.
fn mark_end(text: &str, start: usize, first: char) -> usize {
    if matches!(first, '.' | '-') || is_doubled(&text[start..]) {
        let rest = text[start..].trim_start_matches(first);
        return text.len() - rest.len();
    }
    start + first.len_utf8()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let (tokens, _) = tokenize(text);
        tokens.iter().map(|token| token.word(text)).collect()
    }

    #[test]
    fn texts_are_cut_where_names_begin_and_end() {
        let cases: &[(&str, &str, &[&str])] = &[
            ("a fort", "in Ft. Velm", &["in", "Ft.", "Velm"]),
            ("feet", "of 20 ft. They", &["of", "20", "ft", ".", "They"]),
            ("hyphens", "Sino-US talks", &["Sino", "-", "US", "talks"]),
            (
                "other hyphens",
                "Sino‑US, Sino‐US",
                &["Sino", "-", "US", ",", "Sino", "-", "US"],
            ),
            ("possessive", "China’s plan", &["China", "’s", "plan"]),
            (
                "plural possessive",
                "the Giants' win",
                &["the", "Giants", "'", "win"],
            ),
            ("inner apostrophe", "O’Neill didn't", &["O’Neill", "didn't"]),
            (
                "clitics",
                "he'll say it’s",
                &["he", "'ll", "say", "it", "’s"],
            ),
            (
                "initials",
                "George W. Bush of the U.S. said",
                &["George", "W.", "Bush", "of", "the", "U.S.", "said"],
            ),
            (
                "titles",
                "Mr. Lee and Sen. Ruiz.",
                &["Mr.", "Lee", "and", "Sen.", "Ruiz", "."],
            ),
            (
                "states",
                "Elm, Calif., and (D-Pa.) but Miss. Lee",
                &[
                    "Elm", ",", "Calif.", ",", "and", "(", "D", "-", "Pa.", ")", "but", "Miss",
                    ".", "Lee",
                ],
            ),
            (
                "a sentence's end is no abbreviation",
                "He said no. It was I.",
                &["He", "said", "no", ".", "It", "was", "I", "."],
            ),
            (
                "numbers",
                "$1,200.50, 10:30 and 5.",
                &["$", "1,200.50", ",", "10:30", "and", "5", "."],
            ),
            (
                "letters and digits",
                "the G20’s 20th",
                &["the", "G20", "’s", "20th"],
            ),
            (
                "marks",
                "“Well…” -- (no)...",
                &["“", "Well", "…", "”", "--", "(", "no", ")", "..."],
            ),
            (
                "accents and soft hyphens",
                "Re\u{301}my na\u{ad}tion",
                &["Re\u{301}my", "na\u{ad}tion"],
            ),
            ("astral", "𝒜 😀!", &["𝒜", "😀", "!"]),
            ("nothing", " \n\t", &[]),
        ];
        for (name, text, expected) in cases {
            assert_eq!(&words(text), expected, "{name}");
        }
    }

    #[test]
    fn a_line_break_ends_a_paragraph() {
        let (_, paragraphs) = tokenize("One two.\n\nThree.\r\nFour");
        assert_eq!(paragraphs, [0..3, 3..5, 5..6]);
    }
}
