//! What a page knows of its text, beside the words.

use std::ops::Range;

use super::{Document, TokenKind};
use crate::span::Span;

/// A stretch of a text that its page sets apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands, in bytes.
    pub span: Span,
}

/// What a page sets apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Words of somebody, whether or not within marks: `<blockquote>`, an embedded post.
    Quote,
    /// Who said or wrote the words beside it: `<cite>`, the `<footer>` of a quote.
    Cite,
    /// The caption of a picture, with its credit.
    Caption,
    /// Who wrote the article.
    Byline,
    /// A heading.
    Heading,
}

impl BlockKind {
    /// Every kind, in the order of their numbers.
    pub const ALL: [Self; 5] = [
        Self::Quote,
        Self::Cite,
        Self::Caption,
        Self::Byline,
        Self::Heading,
    ];
}

impl Block {
    /// Blocks as numbers, three each: what a page hands to a worker.
    pub fn to_numbers(blocks: &[Self]) -> Vec<u32> {
        let numbers = |block: &Self| {
            let Span { start, end } = block.span;
            [block.kind as u32, start as u32, end as u32]
        };
        blocks.iter().flat_map(numbers).collect()
    }

    /// The blocks that numbers stand for; others are left out.
    pub fn from_numbers(numbers: &[u32]) -> Vec<Self> {
        let block = |three: &[u32]| {
            let kind = *BlockKind::ALL.get(three[0] as usize)?;
            let [start, end] = [three[1], three[2]].map(|byte| byte as usize);
            (start <= end).then(|| Self {
                kind,
                span: Span::new(start, end),
            })
        };
        numbers.chunks_exact(3).filter_map(block).collect()
    }
}

impl<'t> Document<'t> {
    /// The same document with what its page knows; what does not lie within the text is left out.
    pub fn with_blocks(mut self, blocks: &[Block]) -> Self {
        let is_within =
            |block: &&Block| block.span.start < block.span.end && block.span.end <= self.text.len();
        self.blocks = blocks.iter().filter(is_within).copied().collect();
        crate::order::sort_by_number(&mut self.blocks, |block| block.span.start as u64);
        self
    }

    /// The tokens of a block.
    pub(crate) fn block_tokens(&self, block: &Block) -> Range<usize> {
        let start = self.token_at(block.span.start);
        let end = self
            .tokens
            .partition_point(|token| token.span.start < block.span.end);
        start..end.max(start)
    }

    /// Whether a token lies in a block of one of these kinds.
    pub(crate) fn is_in_block(&self, token: usize, kinds: &[BlockKind]) -> bool {
        let Some(at) = self.tokens.get(token).map(|token| token.span.start) else {
            return false;
        };
        let behind = self.blocks.partition_point(|block| block.span.start <= at);
        self.blocks[..behind]
            .iter()
            .rev()
            .take(DEEPEST)
            .any(|block| at < block.span.end && kinds.contains(&block.kind))
    }
}

impl Document<'_> {
    /// Whether a token stands where the article says who made it: in a byline, be it by markup or by its words alone,
    /// or behind the mark of a picture's credit.
    pub(crate) fn is_credit(&self, token: usize) -> bool {
        let before = token.checked_sub(1);
        let is_behind_mark = matches!(self.word_or_none(before), ":" | "/" | "©" | "(" | "by");
        self.is_in_block(token, &[BlockKind::Byline])
            || is_behind_mark && self.is_in_block(token, &[BlockKind::Caption])
            || self.is_in_byline(token)
    }

    /// Whether a token stands in a line as “By Ana Ruiz in Oslo”.
    fn is_in_byline(&self, token: usize) -> bool {
        const LONGEST: usize = 12;
        let line = self.paragraph(token);
        let last = line.end.checked_sub(1);
        line.len() <= LONGEST
            && matches!(self.word_or_none(line.start), "By" | "BY")
            && self.is_capital(line.start + 1)
            && last.is_some_and(|last| self.tokens[last].kind != TokenKind::Mark)
    }
}

/// How many blocks that begin before a token are looked at: few lie within each other.
const DEEPEST: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_made_an_article_is_told_from_who_is_in_it() {
        let cases = [
            ("By Ana Ruiz in Oslo\n\nIt rained.", true),
            ("By noon Ana Ruiz had left.", false),
            ("By Friday, Ana Ruiz said.", false),
            ("Oslo: Ana Ruiz left.", false),
        ];
        for (text, expected) in cases {
            let document = Document::new(text);
            let name = document.token_at(text.find("Ana").expect("a name"));
            assert_eq!(document.is_credit(name), expected, "{text}");
        }
        let caption = Block {
            kind: BlockKind::Caption,
            span: Span::new(0, 40),
        };
        let document =
            Document::new("Tom Lane on a pier. Photograph: Ana Ruiz").with_blocks(&[caption]);
        assert_eq!([0, 8].map(|token| document.is_credit(token)), [false, true]);
    }

    #[test]
    fn a_token_lies_in_its_blocks_alone() {
        let text = "Rain fell. Photo: Ana Ruiz";
        let caption = Block {
            kind: BlockKind::Caption,
            span: Span::new(11, 26),
        };
        let beyond = Block {
            kind: BlockKind::Quote,
            span: Span::new(11, 99),
        };
        let document = Document::new(text).with_blocks(&[beyond, caption]);
        let within: Vec<bool> = (0..document.tokens.len())
            .map(|token| document.is_in_block(token, &[BlockKind::Caption]))
            .collect();
        assert_eq!(document.blocks, [caption]);
        assert_eq!(within, [false, false, false, true, true, true, true]);
        assert_eq!(document.block_tokens(&caption), 3..7);
        let numbers = Block::to_numbers(&[beyond, caption]);
        assert_eq!(Block::from_numbers(&numbers), [beyond, caption]);
    }
}
