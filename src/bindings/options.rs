//! The options of JavaScript, as `www/newslight.js` lets them through.
//!
//! They are read by the properties that they are known to have: to deserialize what may be anything brings
//! twelve kilobytes of messages that nobody would ever see.

use wasm_bindgen::prelude::*;

use super::mirror::Type;
use crate::annotate::Annotator;

#[wasm_bindgen]
extern "C" {
    /// The options of `annotate` and `highlight`; where there are none, there is no object either.
    pub type Options;

    #[wasm_bindgen(method, getter)]
    fn types(this: &Options) -> Option<Vec<String>>;

    #[wasm_bindgen(method, getter)]
    fn lexicon(this: &Options) -> Option<Vec<KnownName>>;

    #[wasm_bindgen(method, getter)]
    fn ignore(this: &Options) -> Option<Vec<String>>;

    /// Which painter is asked for.
    #[wasm_bindgen(method, getter)]
    pub fn painter(this: &Options) -> Option<String>;

    /// The selector of what is not to be read.
    #[wasm_bindgen(method, getter)]
    pub fn skip(this: &Options) -> Option<String>;

    /// Whether frames are read, too.
    #[wasm_bindgen(method, getter)]
    pub fn frames(this: &Options) -> Option<bool>;

    /// A name of the publisher's lexicon.
    type KnownName;

    #[wasm_bindgen(method, getter)]
    fn name(this: &KnownName) -> String;

    #[wasm_bindgen(method, getter, js_name = type)]
    fn name_type(this: &KnownName) -> String;

    #[wasm_bindgen(method, getter)]
    fn aliases(this: &KnownName) -> Option<Vec<String>>;

    #[wasm_bindgen(method, getter)]
    fn url(this: &KnownName) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    fn id(this: &KnownName) -> Option<String>;
}

/// The annotator that the options ask for.
pub fn annotator(options: Option<&Options>) -> Result<Annotator, JsError> {
    let mut annotator = Annotator::new();
    if let Some(types) = options.and_then(Options::types) {
        let types: Vec<_> = types.iter().filter_map(|name| Type::named(name)).collect();
        let entity_types: Vec<_> = types.iter().filter_map(|kind| kind.entity_type()).collect();
        annotator = annotator
            .types(&entity_types)
            .quotes(types.contains(&Type::Quote));
    }
    if let Some(lexicon) = options.and_then(Options::lexicon) {
        let names: Vec<_> = lexicon.iter().filter_map(KnownName::read).collect();
        annotator = annotator.lexicon(&names)?;
    }
    if let Some(names) = options.and_then(Options::ignore) {
        annotator = annotator.ignore(&names);
    }
    Ok(annotator)
}

impl KnownName {
    /// The same for the core; quotes have no names.
    fn read(&self) -> Option<crate::KnownName> {
        let name_type = Type::named(&self.name_type())?.entity_type()?;
        Some(crate::KnownName {
            aliases: self.aliases().unwrap_or_default(),
            url: self.url(),
            id: self.id(),
            ..crate::KnownName::new(self.name(), name_type)
        })
    }
}
