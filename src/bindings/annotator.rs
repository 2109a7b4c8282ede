//! Annotating, and its options, as `www/newslight.js` lets them through.
//!
//! Options are read by the properties that they are known to have: to deserialize what may be anything brings
//! twelve kilobytes of messages that nobody would ever see.

use js_sys::{Array, Uint32Array};
use wasm_bindgen::prelude::*;

use super::kept::Kept;
use super::mirror::{Annotations, Type};
use super::to_js;
use crate::anchors::renew;
use crate::annotate::{Annotator, Block};
use crate::page::marks::Mark;

/// Annotates a text; `options` and the result are those of `newslight.d.ts`.
#[wasm_bindgen]
pub fn annotate(text: &str, options: Option<Options>) -> Result<JsValue, JsError> {
    let annotations = annotator(options.as_ref())?.annotate(text);
    to_js(&Annotations::new(&annotations, text))
}

/// The annotations of a page's text and of what the page sets apart of it, with the marks to paint them: what a
/// worker sends back. What was kept of a file wins wherever the text has not changed.
#[wasm_bindgen(js_name = annotatePage)]
pub fn annotate_page(
    text: &str,
    apart: &[u32],
    options: Option<Options>,
    kept: Option<Kept>,
) -> Result<Array, JsError> {
    let annotator = annotator(options.as_ref())?;
    let mut annotations = annotator.annotate_blocks(text, &Block::from_numbers(apart));
    if let Some(kept) = kept {
        let (saved, changed) = kept.read(text);
        annotations = renew(saved, annotations, changed);
    }
    let marks = Mark::to_numbers(&Mark::of(&annotations, text));
    let mirror = to_js(&Annotations::new(&annotations, text))?;
    Ok(Array::of2(&mirror, &Uint32Array::from(&marks[..])))
}

#[wasm_bindgen]
extern "C" {
    /// The options of `annotate`; where there are none, there is no object either.
    pub type Options;

    #[wasm_bindgen(method, getter)]
    fn types(this: &Options) -> Option<Vec<String>>;

    #[wasm_bindgen(method, getter)]
    fn lexicon(this: &Options) -> Option<Vec<KnownName>>;

    #[wasm_bindgen(method, getter)]
    fn ignore(this: &Options) -> Option<Vec<String>>;

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
fn annotator(options: Option<&Options>) -> Result<Annotator, JsError> {
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
