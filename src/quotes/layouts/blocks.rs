//! Blocks that a page sets apart as quotes: `<blockquote>` with `<cite>`, embedded posts.

use std::ops::Range;

use super::found::Found;
use crate::annotations::QuoteKind;
use crate::quotes::reading::Reading;
use crate::quotes::reported::Reported;
use crate::quotes::terms::{Class, form};
use crate::text::BlockKind;

/// How likely somebody said what a page sets apart as a quote.
const SET_APART: f32 = 0.9;

/// The words of the blocks, without their credits. Marks within a block without a credit are read as anywhere.
pub(super) fn read(reading: &Reading) -> Vec<Found> {
    let quotes = of_kind(reading, BlockKind::Quote);
    let found = quotes.filter_map(|block| {
        let credit = credit(reading, &block);
        let has_marks = |token| reading.quotation_of(token).is_some();
        if credit.is_none() && block.clone().any(has_marks) {
            return None;
        }
        let cite = credit.unwrap_or(block.end..block.end);
        let content = parts(reading, &block, &cite);
        let label = name(reading, &cite);
        (!content.is_empty()).then(|| Found {
            claimed: block.start..block.end.max(cite.end),
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
    });
    found.collect()
}

/// The blocks of a kind, as ranges of tokens.
fn of_kind<'r>(reading: &'r Reading, kind: BlockKind) -> impl Iterator<Item = Range<usize>> + 'r {
    let blocks = reading.document.blocks.iter();
    blocks
        .filter(move |block| block.kind == kind)
        .map(|block| reading.document.block_tokens(block))
        .filter(|tokens| !tokens.is_empty())
}

/// The credit of a block: its `<cite>`, a last line in it that opens with a dash, or such a line right behind it.
fn credit(reading: &Reading, block: &Range<usize>) -> Option<Range<usize>> {
    const LONGEST: usize = 16;
    let cites = of_kind(reading, BlockKind::Cite);
    let mut cites = cites.skip_while(|cite| cite.start < block.start);
    let is_line = |line: &Range<usize>| {
        let opens = reading.paragraph(line.start).start == line.start;
        opens && line.len() <= LONGEST
    };
    let cite = cites.next().filter(|cite| {
        cite.end <= block.end || cite.start == block.end && is_line(&reading.paragraph(cite.start))
    });
    let signs = |line: &Range<usize>| {
        let name = reading.class(line.start + 1);
        is_line(line)
            && reading.class(line.start) == Class::Dash
            && matches!(name, Class::Capital | Class::Upper)
    };
    let last = reading.paragraph(block.end - 1);
    let last = last.start.max(block.start)..block.end;
    let behind = reading.paragraph(block.end);
    let signed = || Some(last).filter(|last| last.start > block.start && signs(last));
    let behind = || Some(behind).filter(|behind| behind.start == block.end && signs(behind));
    cite.or_else(signed).or_else(behind)
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

/// Whom a credit names, behind its dash: a name, or else the words up to the next mark.
fn name(reading: &Reading, credit: &Range<usize>) -> Option<Range<usize>> {
    const LONGEST: usize = 8;
    let opens = |&token: &usize| {
        reading.class(token).is_mark() || reading.form(token) == const { form("by") }
    };
    let start = credit.start + credit.clone().take_while(opens).count();
    let is_part = |&token: &usize| {
        let class = reading.class(token);
        matches!(class, Class::Capital | Class::Upper | Class::Genitive)
            || reading.document.is_within_word(token)
    };
    let is_word =
        |&token: &usize| !reading.class(token).is_mark() || reading.document.is_within_word(token);
    let name = (start..credit.end).take_while(is_part).count();
    let words = (start..credit.end).take_while(is_word).count();
    let length = if name > 0 { name } else { words };
    (1..=LONGEST)
        .contains(&length)
        .then_some(start..start + length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;
    use crate::text::{Block, Document};

    #[test]
    fn a_line_behind_a_block_may_sign_it() {
        let signed = |behind: &str| {
            let text = format!("It was late.\n\n{behind}");
            let block = Block {
                kind: BlockKind::Quote,
                span: Span::new(0, 12),
            };
            let document = Document::new(&text).with_blocks(&[block]);
            let found = read(&Reading::new(&document));
            let label = found[0].reported.label.clone();
            label.map(|label| document.span(label).of(&text).to_owned())
        };
        assert_eq!(signed("— Ana Ruiz, mayor").as_deref(), Some("Ana Ruiz"));
        assert_eq!(signed("— but nobody left."), None);
        assert_eq!(signed("Ana Ruiz left."), None);
    }

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
            (
                "a credit without a name",
                "It was late.\n\n— a nurse of the night shift, 40",
                Some("— a nurse of the night shift, 40"),
                "It was late. | a nurse of the night shift",
            ),
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
