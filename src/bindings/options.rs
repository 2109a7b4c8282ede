//! The options of JavaScript.

use serde::Deserialize;
use wasm_bindgen::prelude::*;

use super::mirror::Type;
use crate::annotate::Annotator;

/// The options of `annotate` and `highlight`.
#[derive(Default, Deserialize)]
pub struct Options {
    types: Option<Vec<Type>>,
    pub painter: Option<String>,
    pub skip: Option<String>,
    pub frames: Option<bool>,
}

impl Options {
    pub fn read(options: JsValue) -> Result<Self, JsError> {
        if options.is_undefined() {
            return Ok(Self::default());
        }
        Ok(serde_wasm_bindgen::from_value(options)?)
    }

    pub fn annotator(&self) -> Annotator {
        let Some(types) = &self.types else {
            return Annotator::new();
        };
        let entity_types: Vec<_> = types.iter().filter_map(|kind| kind.entity_type()).collect();
        Annotator::new()
            .types(&entity_types)
            .quotes(types.contains(&Type::Quote))
    }
}
