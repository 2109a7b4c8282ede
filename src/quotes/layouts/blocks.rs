//! Blocks that a page sets apart as quotes: `<blockquote>` with `<cite>`, embedded posts.

use std::ops::Range;

use super::found::Found;
use crate::annotations::QuoteKind;
use crate::quotes::reading::Reading;
use crate::quotes::reported::Reported;
use crate::quotes::terms::Class;
use crate::text::BlockKind;

/// How likely somebody said what a page sets apart as a quote.
const SET_APART: f32 = 0.9;

/// The words of the blocks, without their credits.
pub(super) fn read(reading: &Reading) -> Vec<Found> {
    let quotes = of_kind(reading, BlockKind::Quote);
    quotes
        .filter_map(|block| {
            let cite = credit(reading, &block).unwrap_or(block.end..block.end);
            let content: Vec<Range<usize>> = parts(reading, &block, &cite);
            let label = name(reading, &cite);
            (!content.is_empty()).then(|| Found {
                claimed: block.clone(),
                reported: Reported {
                    kind: QuoteKind::Direct,
                    quoted: content.clone(),
                    content,
                    cue: None,
                    subject: None,
                    label,
                    probability: SET_APART,
                },
            })
        })
        .collect()
}

/// The blocks of a kind, as ranges of tokens.
fn of_kind<'r>(reading: &'r Reading, kind: BlockKind) -> impl Iterator<Item = Range<usize>> + 'r {
    let blocks = reading.document.blocks.iter();
    blocks
        .filter(move |block| block.kind == kind)
        .map(|block| reading.document.block_tokens(block))
        .filter(|tokens| !tokens.is_empty())
}

/// The credit of a block: its `<cite>`, the one right behind it, or a last line that opens with a dash.
fn credit(reading: &Reading, block: &Range<usize>) -> Option<Range<usize>> {
    let cite = of_kind(reading, BlockKind::Cite)
        .find(|cite| cite.start >= block.start && cite.start <= block.end);
    cite.or_else(|| {
        let last = reading.paragraph(block.end - 1);
        let start = last.start.max(block.start);
        let signs = start > block.start && reading.class(start) == Class::Dash;
        signs.then_some(start..block.end)
    })
}

/// The paragraphs of a block without its credit.
fn parts(reading: &Reading, block: &Range<usize>, cite: &Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = block.start;
    while start < block.end {
        let end = reading.paragraph(start).end.min(block.end).max(start + 1);
        let end = match cite.start {
            cut if (start..end).contains(&cut) => cut,
            _ => end,
        };
        if end > start {
            parts.push(start..end);
        }
        start = end.max(if end == cite.start { cite.end } else { end });
    }
    parts
}

/// The name that a credit opens with, behind its dash.
fn name(reading: &Reading, credit: &Range<usize>) -> Option<Range<usize>> {
    let is_dash = |&token: &usize| reading.class(token) == Class::Dash;
    let start = credit.start + credit.clone().take_while(is_dash).count();
    let is_part = |&token: &usize| {
        matches!(
            reading.class(token),
            Class::Capital | Class::Upper | Class::Genitive
        ) || reading.document.is_within_word(token)
    };
    let end = start + (start..credit.end).take_while(is_part).count();
    (end > start).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;
    use crate::text::{Block, Document};

    #[test]
    fn a_block_has_its_words_and_its_credit() {
        let cases = [
            (
                "a cite",
                "It was late.\n\nAna Ruiz, mayor",
                Some("Ana Ruiz, mayor"),
                "It was late. | Ana Ruiz",
            ),
            (
                "a dash",
                "It was late.\n\nI left.\n\n— Ana Ruiz (@ana) May 3",
                None,
                "It was late. I left. | Ana Ruiz",
            ),
            ("no credit", "It was late.", None, "It was late. | "),
        ];
        for (name, text, cite, expected) in cases {
            let block = |kind, part: &str| {
                let start = text.find(part).expect("a part of the text");
                Block {
                    kind,
                    span: Span::new(start, start + part.len()),
                }
            };
            let mut blocks = vec![block(BlockKind::Quote, text)];
            blocks.extend(cite.map(|cite| block(BlockKind::Cite, cite)));
            let document = Document::new(text).with_blocks(&blocks);
            let found = &read(&Reading::new(&document))[0].reported;
            let of = |tokens: &Range<usize>| document.span(tokens.clone()).of(text);
            let words: Vec<&str> = found.content.iter().map(of).collect();
            let label = found.label.as_ref().map_or("", of);
            assert_eq!(format!("{} | {label}", words.join(" ")), expected, "{name}");
        }
    }
}
