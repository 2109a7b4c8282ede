//! Tokens to sentences.

use std::ops::Range;

use super::abbreviation::is_state;
use super::token::{Token, TokenKind};
use crate::lexicon::{Tags, word_tags};
use crate::quotation_marks::closes;

/// Adds the sentences of one paragraph to `sentences`.
pub(super) fn split(
    text: &str,
    tokens: &[Token],
    paragraph: Range<usize>,
    sentences: &mut Vec<Range<usize>>,
) {
    let word = |index: usize| tokens[index].span.of(text);
    let mut start = paragraph.start;
    let mut index = paragraph.start;
    while index < paragraph.end {
        let Token { span, kind, .. } = tokens[index];
        let before = (index > start).then(|| word(index - 1));
        index += 1;
        let is_abbreviation = kind == TokenKind::Word && text.as_bytes()[span.end - 1] == b'.';
        let is_stop = kind == TokenKind::Mark
            && matches!(span.of(text).chars().next(), Some('.' | '!' | '?' | '…'));
        if !is_stop && !is_abbreviation {
            continue;
        }
        // Closing marks and further stops belong to the sentence that they close.
        while index < paragraph.end && is_closing(text, tokens, index) {
            index += 1;
        }
        let Some(next) = tokens.get(index).filter(|_| index < paragraph.end) else {
            break;
        };
        let is_apart = tokens[index - 1].span.end < next.span.start;
        let next_word = word(index);
        let opens = if is_abbreviation {
            let stop = span.of(text);
            let is_within = before.is_none_or(|word| word.starts_with(char::is_uppercase));
            // “vitamin C. “It helps”, but “George W. “Dubya” Bush”
            let is_quoted = next.kind == TokenKind::Mark && !is_within;
            let is_letter = stop.len() == 2;
            let ends = is_letter || stop.matches('.').count() > 1 || is_state(stop);
            ends && is_opener(next_word) || is_letter && is_quoted
        } else {
            starts_sentence(next_word, next.kind)
        };
        if is_apart && opens {
            sentences.push(start..index);
            start = index;
        }
    }
    if start < paragraph.end {
        sentences.push(start..paragraph.end);
    }
}

/// Whether a word with a capital, and no second one, opens a sentence more often than it goes on in one.
fn is_opener(word: &str) -> bool {
    let mut letters = word.bytes();
    letters
        .next()
        .is_some_and(|first| first.is_ascii_uppercase())
        && letters.all(|letter| letter.is_ascii_lowercase())
        && word_tags(word).has(Tags::SENTENCE_OPENER)
}

/// Whether the token is a mark that closes what stands before it, without a blank between.
fn is_closing(text: &str, tokens: &[Token], index: usize) -> bool {
    let token = tokens[index];
    token.kind == TokenKind::Mark
        && tokens[index - 1].span.end == token.span.start
        && matches!(
            token.span.of(text).chars().next(),
            Some(c) if matches!(c, ')' | ']' | '.' | '!' | '?' | '…') || closes(c)
        )
}

fn starts_sentence(word: &str, kind: TokenKind) -> bool {
    kind != TokenKind::Word || !word.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use crate::text::Document;

    #[test]
    fn sentences_end_at_stops_and_not_at_abbreviations() {
        let cases: &[(&str, &str, &[&str])] = &[
            ("stops", "It is. Is it? Yes!", &["It is.", "Is it?", "Yes!"]),
            (
                "titles",
                "Mr. Lee met J. Ruiz. He left.",
                &["Mr. Lee met J. Ruiz.", "He left."],
            ),
            (
                "country",
                "in the U.S. Senate. It is the U.S. The end",
                &["in the U.S. Senate.", "It is the U.S.", "The end"],
            ),
            (
                "state",
                "in Elm, Calif. She left Elm, Mass. Senate leaders",
                &["in Elm, Calif.", "She left Elm, Mass. Senate leaders"],
            ),
            (
                "closing marks",
                "“It is.” She left. “No!”",
                &["“It is.”", "She left.", "“No!”"],
            ),
            (
                "a stop inside",
                "Yahoo! said so. it went on",
                &["Yahoo! said so. it went on"],
            ),
            (
                "a letter",
                "She wrote so on X. “No!” They met Malcolm X. He left. Vitamin C. It is.",
                &[
                    "She wrote so on X.",
                    "“No!”",
                    "They met Malcolm X.",
                    "He left.",
                    "Vitamin C.",
                    "It is.",
                ],
            ),
            (
                "initials",
                "They met J. R. Lee and Tom W. “Dub” Lee. He left.",
                &["They met J. R. Lee and Tom W. “Dub” Lee.", "He left."],
            ),
            ("paragraphs", "A heading\nIt is.", &["A heading", "It is."]),
        ];
        for (name, text, expected) in cases {
            let document = Document::new(text);
            let found: Vec<&str> = document
                .sentences
                .iter()
                .map(|sentence| document.span(sentence.clone()).of(text))
                .collect();
            assert_eq!(&found, expected, "{name}");
        }
    }
}
