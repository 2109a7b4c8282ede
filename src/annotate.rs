//! The story of newslight: the only place that knows the order of the stages.

use crate::annotations::Annotations;
use crate::text::Document;
use crate::{coref, entities, quotes, speakers};

/// Finds the names and the quotes of a news text and who said what.
///
/// Any string is welcome; the time grows linearly with its length.
pub fn annotate(text: &str) -> Annotations {
    let document = Document::new(text);
    let names = entities::propose(&document);
    let mut entities = entities::settle(&document, &names);
    let mut quotes = speakers::attribute(&document, &names, quotes::find(&document));
    coref::resolve(&document, &mut entities, &mut quotes);
    Annotations { entities, quotes }
}
