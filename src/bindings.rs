//! The same data for JavaScript, whose offsets count UTF-16 code units.
//!
//! This room only translates. Arguments are checked by `www`. Two modules are made of it: the annotator, with its model
//! and tables, and the page's part, which reads, paints and places what was saved.

mod mirror;
mod unpacked;

#[cfg(feature = "annotator")]
mod annotator;
#[cfg(feature = "annotator")]
mod kept;
#[cfg(feature = "page")]
mod packed;
#[cfg(feature = "page")]
mod page;
#[cfg(feature = "page")]
mod reader;
#[cfg(feature = "page")]
mod saved;

use serde::Serialize;
use wasm_bindgen::prelude::*;

fn to_js(value: &impl Serialize) -> Result<JsValue, JsError> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    Ok(value.serialize(&serializer)?)
}
