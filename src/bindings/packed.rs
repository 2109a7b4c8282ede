//! Annotations as numbers and strings, which `www/core/packed.js` unpacks: much quicker to hand over than as objects.

use js_sys::{Array, JsString, Uint32Array};

use crate::annotations::{Annotations, Entity, Quote};
use crate::span::Span;
use crate::utf16::Utf16Index;

/// Packs what was found in `text`: an array of the numbers, and the strings, a NUL behind each.
pub fn pack(annotations: &Annotations, text: &str) -> Array {
    let mut packer = Packer {
        index: Utf16Index::new(text),
        numbers: Vec::new(),
        strings: String::new(),
    };
    packer.number(annotations.entities.len());
    for entity in &annotations.entities {
        packer.entity(entity);
    }
    packer.number(annotations.quotes.len());
    for quote in &annotations.quotes {
        packer.quote(quote);
    }
    let strings = JsString::from(packer.strings);
    Array::of2(&Uint32Array::from(&packer.numbers[..]), &strings)
}

struct Packer<'t> {
    index: Utf16Index<'t>,
    numbers: Vec<u32>,
    strings: String,
}

impl Packer<'_> {
    fn number(&mut self, number: usize) {
        self.numbers.push(number as u32);
    }

    fn string(&mut self, string: &str) {
        self.strings.extend(string.chars().filter(|c| *c != '\0'));
        self.strings.push('\0');
    }

    fn optional(&mut self, string: Option<&str>) {
        self.number(usize::from(string.is_some()));
        if let Some(string) = string {
            self.string(string);
        }
    }

    fn span(&mut self, span: Span) {
        let Span { start, end } = self.index.span(span);
        self.number(start);
        self.number(end);
    }

    fn spans(&mut self, spans: &[Span]) {
        self.number(spans.len());
        for &span in spans {
            self.span(span);
        }
    }

    fn entity(&mut self, entity: &Entity) {
        self.number(entity.entity_type as usize);
        self.string(&entity.name);
        self.optional(entity.role.as_deref());
        self.optional(entity.url.as_deref());
        self.number(entity.mentions.len());
        for mention in &entity.mentions {
            self.span(mention.span);
            self.number(mention.kind as usize);
        }
    }

    fn quote(&mut self, quote: &Quote) {
        self.number(quote.kind as usize);
        self.spans(&quote.content);
        self.spans(&quote.quoted);
        self.spans(quote.cue.as_slice());
        self.number(usize::from(quote.speaker.is_some()));
        if let Some(speaker) = &quote.speaker {
            self.span(speaker.span);
            self.string(&speaker.name);
            self.number(speaker.entity.map_or(0, |entity| entity + 1));
        }
        self.number((f64::from(quote.confidence) * 1000.0).round() as usize);
    }
}
