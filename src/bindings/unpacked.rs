//! Annotations as `www/core/packed.js` packs them, and `packed.rs`: numbers, and strings with a NUL behind each.

use crate::annotations::{
    Annotations, Entity, EntityType, Mention, MentionKind, Quote, QuoteKind, Speaker,
};
use crate::span::Span;

/// Unpacks annotations, every span made another.
pub fn unpack(numbers: &[u32], strings: &str, moved: &dyn Fn(Span) -> Span) -> Annotations {
    let mut unpacker = Unpacker {
        numbers: numbers.iter(),
        strings: strings.split('\0'),
        moved,
    };
    Annotations {
        entities: unpacker.list(Unpacker::entity),
        quotes: unpacker.list(|this, _| this.quote()),
    }
}

/// Takes apart what was packed. What is missing counts as zero or empty.
struct Unpacker<'p> {
    numbers: std::slice::Iter<'p, u32>,
    strings: std::str::Split<'p, char>,
    moved: &'p dyn Fn(Span) -> Span,
}

impl Unpacker<'_> {
    fn number(&mut self) -> usize {
        self.numbers.next().map_or(0, |&number| number as usize)
    }

    fn string(&mut self) -> String {
        self.strings.next().map(String::from).unwrap_or_default()
    }

    fn list<T>(&mut self, mut next: impl FnMut(&mut Self, usize) -> T) -> Vec<T> {
        let count = self.number();
        (0..count).map(|number| next(self, number)).collect()
    }

    fn optional<T>(&mut self, next: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.number() > 0).then(|| next(self))
    }

    fn span(&mut self) -> Span {
        let (start, end) = (self.number(), self.number());
        (self.moved)(Span::new(start, end))
    }

    fn spans(&mut self) -> Vec<Span> {
        self.list(|this, _| this.span())
    }

    fn entity(&mut self, id: usize) -> Entity {
        let entity_type = EntityType::ALL.get(self.number()).copied();
        Entity {
            id,
            entity_type: entity_type.unwrap_or(EntityType::Work),
            name: self.string(),
            role: self.optional(Self::string),
            url: self.optional(Self::string),
            mentions: self.list(|this, _| this.mention()),
        }
    }

    fn mention(&mut self) -> Mention {
        Mention {
            span: self.span(),
            kind: match self.number() {
                0 => MentionKind::Name,
                1 => MentionKind::Description,
                _ => MentionKind::Pronoun,
            },
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
