//! The annotations of a file that hold on a page, as `packed.rs` has packed them for the one who annotates the rest.

use wasm_bindgen::prelude::*;

use crate::annotations::{
    Annotations, Entity, EntityType, Mention, MentionKind, Quote, QuoteKind, Speaker,
};
use crate::span::Span;
use crate::utf16::Utf16Index;

#[wasm_bindgen]
extern "C" {
    /// What holds, and which paragraphs have changed; where there is no file, there is no object either.
    pub type Kept;

    #[wasm_bindgen(method, getter)]
    fn numbers(this: &Kept) -> Vec<u32>;

    #[wasm_bindgen(method, getter)]
    fn strings(this: &Kept) -> Vec<String>;

    #[wasm_bindgen(method, getter)]
    fn changed(this: &Kept) -> Vec<u32>;
}

impl Kept {
    /// The annotations and the paragraphs that have changed.
    pub fn read(&self, text: &str) -> (Annotations, Vec<Span>) {
        let index = Utf16Index::new(text);
        let changed = self.changed();
        let changed = changed.chunks_exact(2);
        let changed = changed.map(|two| index.bytes(Span::new(two[0] as usize, two[1] as usize)));
        let changed = changed.collect();
        let mut unpacker = Unpacker {
            index,
            numbers: self.numbers().into_iter(),
            strings: self.strings().into_iter(),
        };
        (unpacker.annotations(), changed)
    }
}

/// Takes apart what `Packer` has put together.
struct Unpacker<'t> {
    index: Utf16Index<'t>,
    numbers: std::vec::IntoIter<u32>,
    strings: std::vec::IntoIter<String>,
}

impl Unpacker<'_> {
    fn number(&mut self) -> usize {
        self.numbers.next().unwrap_or_default() as usize
    }

    fn string(&mut self) -> String {
        self.strings.next().unwrap_or_default()
    }

    fn list<T>(&mut self, mut next: impl FnMut(&mut Self, usize) -> T) -> Vec<T> {
        (0..self.number())
            .map(|number| next(self, number))
            .collect()
    }

    fn optional<T>(&mut self, next: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.number() > 0).then(|| next(self))
    }

    fn span(&mut self) -> Span {
        let (start, end) = (self.number(), self.number());
        self.index.bytes(Span::new(start, end))
    }

    fn spans(&mut self) -> Vec<Span> {
        self.list(|this, _| this.span())
    }

    fn annotations(&mut self) -> Annotations {
        Annotations {
            entities: self.list(Self::entity),
            quotes: self.list(|this, _| this.quote()),
        }
    }

    fn entity(&mut self, id: usize) -> Entity {
        let entity_type = EntityType::ALL.get(self.number()).copied();
        Entity {
            id,
            entity_type: entity_type.unwrap_or(EntityType::Work),
            name: self.string(),
            role: self.optional(Self::string),
            url: self.optional(Self::string),
            mentions: self.list(|this, _| Mention {
                span: this.span(),
                kind: match this.number() {
                    0 => MentionKind::Name,
                    1 => MentionKind::Description,
                    _ => MentionKind::Pronoun,
                },
            }),
        }
    }

    fn quote(&mut self) -> Quote {
        Quote {
            kind: match self.number() {
                0 => QuoteKind::Direct,
                1 => QuoteKind::Mixed,
                2 => QuoteKind::Indirect,
                _ => QuoteKind::Scare,
            },
            content: self.spans(),
            quoted: self.spans(),
            cue: self.optional(Self::span),
            speaker: self.optional(|this| Speaker {
                span: this.span(),
                name: this.string(),
                entity: this.number().checked_sub(1),
            }),
            confidence: self.number() as f32 / 1000.0,
        }
    }
}
