//! The options of JavaScript.

use serde::Deserialize;
use wasm_bindgen::prelude::*;

use super::mirror::Type;
use crate::annotate::Annotator;

/// The options of `annotate` and `highlight`.
#[derive(Default, Deserialize)]
pub struct Options {
    types: Option<Vec<Type>>,
    lexicon: Option<Vec<KnownName>>,
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

    pub fn annotator(&self) -> Result<Annotator, JsError> {
        let mut annotator = Annotator::new();
        if let Some(types) = &self.types {
            let entity_types: Vec<_> = types.iter().filter_map(|kind| kind.entity_type()).collect();
            annotator = annotator
                .types(&entity_types)
                .quotes(types.contains(&Type::Quote));
        }
        if let Some(lexicon) = &self.lexicon {
            let names: Vec<_> = lexicon.iter().filter_map(KnownName::read).collect();
            annotator = annotator.lexicon(&names)?;
        }
        Ok(annotator)
    }
}

/// A name of the publisher's lexicon.
#[derive(Deserialize)]
struct KnownName {
    name: String,
    #[serde(rename = "type")]
    name_type: Type,
    #[serde(default)]
    aliases: Vec<String>,
    url: Option<String>,
    id: Option<String>,
}

impl KnownName {
    /// The same for the core; quotes have no names.
    fn read(&self) -> Option<crate::KnownName> {
        Some(crate::KnownName {
            aliases: self.aliases.clone(),
            url: self.url.clone(),
            id: self.id.clone(),
            ..crate::KnownName::new(self.name.clone(), self.name_type.entity_type()?)
        })
    }
}
