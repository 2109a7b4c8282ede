//! Whom a clause about somebody is about, who has no name: “The mayor of the town, who said so, left.”

use std::ops::Range;

use crate::lexicon::Tags;
use crate::text::{Document, TokenKind};

/// The most words of a noun phrase.
const LONGEST: usize = 8;

/// The most words of one that has no article and opens a sentence: “Council officers”.
const LONGEST_BARE: usize = 2;

/// The noun phrase that “who” or “which” stands for, if that is the whole of a mention.
pub fn antecedent(document: &Document, mention: &Range<usize>) -> Option<Range<usize>> {
    let is_relative = matches!(document.word_or_none(mention.start), "who" | "which");
    if mention.len() != 1 || !is_relative {
        return None;
    }
    let comma = mention.start.checked_sub(1)?;
    let end = comma + usize::from(document.word(comma) != ",");
    let first = document.sentence(comma).start;
    let earliest = first.max(end.saturating_sub(LONGEST));
    let is_part = |token: &usize| {
        document.tokens[*token].kind != TokenKind::Mark || document.is_within_word(*token)
    };
    let words = (earliest..end).rev().take_while(is_part);
    let opens = |&token: &usize| {
        let is_bare = token == first && end - token <= LONGEST_BARE;
        let is_of_field = document.word_or_none(token.checked_sub(1)) == "of";
        let tags = document.tags(token);
        (is_bare && !tags.has(Tags::OPENER) || tags.has(Tags::DETERMINER)) && !is_of_field
    };
    let start = words.into_iter().find(opens)?;
    Some(start..end)
}

#[cfg(test)]
mod tests {
    use super::antecedent;
    use crate::text::Document;

    #[test]
    fn whom_a_clause_is_about_is_told() {
        let cases: &[(&str, Option<&str>)] = &[
            (
                "The mayor of the town, who said so, left.",
                Some("The mayor of the town"),
            ),
            ("They met the union, which said so.", Some("the union")),
            ("A man who said so left.", Some("A man")),
            ("Then her lawyer, who said so, left.", Some("her lawyer")),
            ("Officials, who said so, left.", Some("Officials")),
            (
                "Council officers, who said so, left.",
                Some("Council officers"),
            ),
            ("Storms angered officials, who said so.", None),
            ("It angered officials, who said so.", None),
            ("Who said so?", None),
            ("It was late; who said so?", None),
        ];
        for (text, expected) in cases {
            let document = Document::new(text);
            let mut tokens = 0..document.tokens.len();
            let is_relative =
                |&token: &usize| matches!(document.word(token), "Who" | "who" | "which");
            let who = tokens.find(is_relative).unwrap_or_default();
            let found = antecedent(&document, &(who..who + 1));
            let found = found.map(|tokens| document.span(tokens).of(text));
            assert_eq!(found, *expected, "{text}");
        }
    }
}
