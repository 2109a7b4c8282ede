//! What a page knows of its text, beside the words.

use std::ops::Range;

use super::Document;
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

/// How many blocks that begin before a token are looked at: few lie within each other.
const DEEPEST: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

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
    }
}
