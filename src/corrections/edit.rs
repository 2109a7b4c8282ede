//! What can be put right.

use crate::annotations::{EntityType, QuoteKind};
use crate::span::Span;

/// Whom or what an edit means: numbers would not outlive a new reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The name, or words by which the text names it.
    pub name: String,
    /// What kind of thing it is.
    pub entity_type: EntityType,
}

/// One thing put right.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// It is of another type.
    Type {
        /// Which.
        entity: Key,
        /// The type.
        to: EntityType,
    },
    /// Two are one: the first is the second.
    Merge {
        /// The first.
        entity: Key,
        /// The second.
        into: Key,
    },
    /// It has this address, or none.
    Link {
        /// Which.
        entity: Key,
        /// The address.
        url: Option<String>,
    },
    /// These words, written like this, name nothing anywhere.
    Ignore {
        /// The words.
        name: String,
    },
    /// These words name something.
    AddName {
        /// The words.
        span: Span,
        /// What they name.
        entity: Key,
    },
    /// These words name nothing here.
    RemoveName {
        /// The words.
        span: Span,
    },
    /// These words are somebody's.
    AddQuote {
        /// The words.
        content: Vec<Span>,
        /// How they are reported.
        kind: QuoteKind,
        /// Whose they are.
        speaker: Option<Key>,
    },
    /// These words are nobody's.
    RemoveQuote {
        /// The words.
        content: Vec<Span>,
    },
    /// This quote is of another speaker, or of nobody who is known.
    Speaker {
        /// The words.
        content: Vec<Span>,
        /// Whose they are.
        speaker: Option<Key>,
    },
}
