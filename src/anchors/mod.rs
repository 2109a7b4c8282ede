//! Finds words of an older text in a newer one: where saved annotations belong now.
//!
//! A [`Selector`] says what the words were, what stood around them and where. They are looked for where the
//! text says the same as before, then among all places that have the same words, by what stands around them and
//! by where their neighbours went, and last, if they are many, by most of their words. What cannot be told is
//! left open: words in a wrong place are worse than none.

mod checksum;
mod context;
mod fuzzy;
mod homes;
mod place;
mod renew;
mod saved;
mod selector;
mod words;

pub use checksum::{checksum, paragraphs};
pub use homes::changed;
pub use place::place;
pub use renew::renew;
pub use saved::{Restored, Saved, restore};
pub use selector::{Anchor, Paragraph, Selector};
