//! How words of a text are told from all others, and where they are found.

use crate::span::Span;

/// Words of a text, as the W3C's TextQuoteSelector and TextPositionSelector say which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selector {
    /// The words themselves.
    pub exact: String,
    /// What stood before them.
    pub prefix: String,
    /// What stood behind them.
    pub suffix: String,
    /// The code points before them.
    pub start: usize,
}

/// A paragraph of the older text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// The code points before it.
    pub start: usize,
    /// The code points up to its end.
    pub end: usize,
    /// Its [`checksum`].
    pub checksum: u32,
}

/// Where words are now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchor {
    /// Their bytes.
    pub span: Span,
    /// How much speaks for it: 1 where words and context are the same, below 0.9 where words have changed.
    pub score: f32,
}
