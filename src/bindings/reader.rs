//! Corrections as JavaScript has them, and selectors, for the core.
//!
//! `www/core/file.js` has checked them. What is missing all the same counts as empty.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::mirror::Type;
use crate::anchors::{Paragraph, Selector};
use crate::annotations::{EntityType, QuoteKind};
use crate::corrections::{Edit, Key};
use crate::span::Span;

#[wasm_bindgen]
extern "C" {
    /// Any object whose parts are known by name: one import for all of them.
    pub type Part;

    #[wasm_bindgen(method, structural, indexing_getter)]
    fn get(this: &Part, name: &str) -> JsValue;
}

impl Part {
    /// A part, unless it is missing or null.
    fn part(&self, name: &str) -> Option<Self> {
        let value = self.get(name);
        value.is_object().then(|| value.unchecked_into())
    }

    fn parts(&self, name: &str) -> impl Iterator<Item = Self> + use<> {
        let list: Option<Array> = self.get(name).dyn_into().ok();
        let parts = list.map(|list| list.to_vec()).unwrap_or_default();
        parts.into_iter().map(JsCast::unchecked_into)
    }

    fn text(&self, name: &str) -> String {
        self.get(name).as_string().unwrap_or_default()
    }

    fn number(&self, name: &str) -> usize {
        self.get(name).as_f64().unwrap_or_default() as usize
    }

    fn span(&self) -> Span {
        Span::new(self.number("start"), self.number("end"))
    }

    fn spans(&self, name: &str) -> Vec<Span> {
        self.parts(name).map(|span| span.span()).collect()
    }

    fn entity_type(&self, name: &str) -> EntityType {
        let named = Type::named(&self.text(name)).and_then(Type::entity_type);
        named.unwrap_or(EntityType::Work)
    }

    fn key(&self, name: &str) -> Option<Key> {
        self.part(name).map(|key| Key {
            name: key.text("name"),
            entity_type: key.entity_type("type"),
        })
    }

    fn quote_kind(&self) -> QuoteKind {
        match &*self.text("kind") {
            "direct" => QuoteKind::Direct,
            "mixed" => QuoteKind::Mixed,
            "indirect" => QuoteKind::Indirect,
            _ => QuoteKind::Scare,
        }
    }

    /// A correction, where all of its spans could be placed.
    pub fn edit(&self, place: impl Fn(Span) -> Option<Span>) -> Option<Edit> {
        let spans = self.spans("spans").into_iter().map(place);
        let content: Option<Vec<Span>> = spans.collect();
        let content = content?;
        let entity = self.key("entity");
        let speaker = self.key("speaker");
        Some(match &*self.text("action") {
            "type" => Edit::Type {
                entity: entity?,
                to: self.entity_type("type"),
            },
            "merge" => Edit::Merge {
                entity: entity?,
                into: self.key("into")?,
            },
            "link" => Edit::Link {
                entity: entity?,
                url: self.get("url").as_string(),
            },
            "ignore" => Edit::Ignore {
                name: self.text("name"),
            },
            "add-name" => Edit::AddName {
                span: *content.first()?,
                entity: entity?,
            },
            "remove-name" => Edit::RemoveName {
                span: *content.first()?,
            },
            "add-quote" => Edit::AddQuote {
                content,
                kind: self.quote_kind(),
                speaker,
            },
            "remove-quote" => Edit::RemoveQuote { content },
            "speaker" => Edit::Speaker { content, speaker },
            _ => return None,
        })
    }
}

/// Selectors: of every one its words, those before and those behind it, a NUL behind each; and its place.
pub fn selectors(words: &str, starts: &[u32]) -> Vec<Selector> {
    let mut words = words.split('\0').map(String::from);
    let mut next = || words.next().unwrap_or_default();
    let selector = |start: &u32| Selector {
        exact: next(),
        prefix: next(),
        suffix: next(),
        start: *start as usize,
    };
    starts.iter().map(selector).collect()
}

/// Paragraphs, of three numbers each.
pub fn paragraphs(numbers: &[u32]) -> Vec<Paragraph> {
    let paragraph = |three: &[u32]| Paragraph {
        start: three[0] as usize,
        end: three[1] as usize,
        checksum: three[2],
    };
    numbers.chunks_exact(3).map(paragraph).collect()
}
