//! The same data for JavaScript, whose offsets count UTF-16 code units.
//!
//! This room only translates. Arguments are checked by `www`.

mod annotator;
mod mirror;
mod page;
mod reader;
mod saved;

use serde::Serialize;
use wasm_bindgen::prelude::*;

fn to_js(value: &impl Serialize) -> Result<JsValue, JsError> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    Ok(value.serialize(&serializer)?)
}
