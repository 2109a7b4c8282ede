//! What people put right: edits of annotations, which win over what was found and outlive a new reading.
//!
//! [`apply`] is a pure function. Later edits win over earlier ones; edits of what is no longer there change
//! nothing.

mod apply;
mod edit;
mod names;
mod quotes;

pub use apply::apply;
pub use edit::{Edit, Key};

#[cfg(test)]
mod tests;
