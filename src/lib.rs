//! Newslight finds the **names** and the **quotes** in English news text and works out
//! **who said what**.
//!
//! ```
//! use newslight::{EntityType, QuoteKind};
//!
//! let text = "“The bridge is safe,” Ana Ruiz, the mayor of Leeds, said on Monday.";
//! let annotations = newslight::annotate(text);
//!
//! let quote = &annotations.quotes[0];
//! assert_eq!(quote.kind, QuoteKind::Direct);
//! assert_eq!(quote.quoted[0].of(text), "“The bridge is safe,”");
//!
//! let speaker = quote.speaker.as_ref().expect("somebody said it");
//! let ana = &annotations.entities[speaker.entity.expect("she is named")];
//! assert_eq!(ana.entity_type, EntityType::Person);
//! assert_eq!(ana.name, "Ana Ruiz");
//! ```
//!
//! # What comes out
//!
//! [`annotate`] gives [`Annotations`]: plain data.
//!
//! - An [`Entity`] is one thing that the text names: a person, an organization, a place, a group,
//!   an event, a work, a date or a sum of money. Its [`Mention`]s are the places where the text
//!   speaks of it by name, description or pronoun.
//! - A [`Quote`] is what somebody is reported to have said: direct (within marks), mixed (partly
//!   within marks) or indirect (without marks); words within marks that nobody is credited with are
//!   scare quotes. It has the words that report it (its cue), a [`Speaker`] where the text has
//!   one, and a confidence from 0 to 1.
//!
//! A [`Span`] is a half-open range of bytes of the text, on character boundaries.
//!
//! # Options
//!
//! An [`Annotator`] keeps options from text to text: which types of entities to keep, whether to
//! look for quotes, and the names that a publisher knows. Annotating cannot fail: any string has a
//! result, in time that grows linearly with its length. Only a publisher's names can be wrong
//! ([`LexiconError`]).
//!
//! ```
//! use newslight::{Annotator, EntityType, KnownName};
//!
//! let known = KnownName::new("Harbour Trust", EntityType::Organization);
//! let annotator = Annotator::new().lexicon(&[known]).expect("a name has letters");
//! let annotations = annotator.annotate("They asked the Harbour Trust for help.");
//! assert_eq!(annotations.entities[0].name, "Harbour Trust");
//! ```
//!
//! # Features
//!
//! `dev` shows the rooms of the house (in the module `dev`) to training, benchmarks and fuzzing, and lets rules be
//! switched off one by one. Nothing in it is stable.

#![cfg_attr(
    not(feature = "dev"),
    allow(
        dead_code,
        unused_imports,
        reason = "training and its tests use what no reader needs"
    )
)]

mod ablation;
mod anchors;
mod annotate;
mod annotations;
#[cfg(target_arch = "wasm32")]
mod bindings;
mod coref;
mod corrections;
mod entities;
mod hash;
mod letters;
mod lexicon;
mod model;
mod order;
mod page;
mod quotation_marks;
mod quotes;
mod span;
mod speakers;
mod text;
mod utf16;

pub use annotate::{Annotator, Block, BlockKind, annotate};
pub use annotations::{
    Annotations, Entity, EntityType, Mention, MentionKind, Quote, QuoteKind, Speaker,
};
pub use entities::{KnownName, LexiconError};
pub use span::Span;

/// The rooms of the house, for training, benchmarks and fuzzing: nothing here is stable.
#[cfg(feature = "dev")]
#[allow(missing_docs, reason = "each room says itself what it is")]
pub mod dev {
    pub mod ablation {
        pub use crate::ablation::*;
    }
    pub mod anchors {
        pub use crate::anchors::*;
    }
    pub mod coref {
        pub use crate::coref::*;
    }
    pub mod corrections {
        pub use crate::corrections::*;
    }
    pub mod entities {
        pub use crate::entities::*;
    }
    pub mod hash {
        pub use crate::hash::*;
    }
    pub mod lexicon {
        pub use crate::lexicon::*;
    }
    pub mod model {
        pub use crate::model::*;
    }
    pub mod page {
        pub use crate::page::*;
    }
    pub mod quotation_marks {
        pub use crate::quotation_marks::*;
    }
    pub mod quotes {
        pub use crate::quotes::*;
    }
    pub mod speakers {
        pub use crate::speakers::*;
    }
    pub mod text {
        pub use crate::text::*;
    }
    pub mod utf16 {
        pub use crate::utf16::*;
    }
}
