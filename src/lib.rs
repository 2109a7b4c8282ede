//! Newslight finds the **names** and the **quotes** in English news text and works out
//! **who said what**.

pub mod ablation;
mod annotate;
pub mod annotations;
#[cfg(target_arch = "wasm32")]
mod bindings;
pub mod coref;
pub mod entities;
pub mod hash;
mod letters;
pub mod lexicon;
pub mod model;
pub mod order;
pub mod page;
pub mod quotes;
mod span;
pub mod speakers;
pub mod text;
pub mod utf16;

pub use annotate::{Annotator, annotate};
pub use annotations::{
    Annotations, Entity, EntityType, Mention, MentionKind, Quote, QuoteKind, Speaker,
};
pub use entities::{KnownName, LexiconError};
pub use span::Span;
