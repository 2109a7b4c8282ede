//! The same data for JavaScript, whose offsets count UTF-16 code units.
//!
//! This room only translates. Arguments are checked by `www/newslight.js`.

mod mirror;
mod options;
mod page;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use mirror::Annotations;
use options::{Options, annotator};

/// Annotates a text; `options` and the result are those of `newslight.d.ts`.
#[wasm_bindgen]
pub fn annotate(text: &str, options: Option<Options>) -> Result<JsValue, JsError> {
    let annotations = annotator(options.as_ref())?.annotate(text);
    to_js(&Annotations::new(&annotations, text))
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsError> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    Ok(value.serialize(&serializer)?)
}
