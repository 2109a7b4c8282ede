//! What to paint: the annotations as a flat list of spans, each with its look and its owner.

use crate::annotations::{Annotations, EntityType, MentionKind, QuoteKind};
use crate::utf16::Utf16Index;

/// The looks, by the names that follow `newslight-` in highlights and classes. Quotes come first:
/// what comes later is painted above.
pub const KINDS: [&str; 12] = [
    "direct",
    "mixed",
    "indirect",
    "scare",
    "person",
    "organization",
    "place",
    "group",
    "event",
    "work",
    "date",
    "money",
];

/// Whether a look is one of quotes, not of entities.
pub const fn is_quote(kind: u32) -> bool {
    kind < 4
}

/// One span to paint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The first code unit of the passage's text.
    pub start: u32,
    /// The code unit after the last.
    pub end: u32,
    /// The index of its look in [`KINDS`].
    pub kind: u32,
    /// The index of its quote or entity, as [`is_quote`] says.
    pub owner: u32,
}

impl Mark {
    /// The marks of everything that is painted: the words of quotes, and the names and
    /// descriptions of entities. Pronouns stay plain.
    pub fn of(annotations: &Annotations, text: &str) -> Vec<Mark> {
        let index = Utf16Index::new(text);
        let mark = |span, kind, owner: usize| {
            let span = index.span(span);
            Mark {
                start: span.start as u32,
                end: span.end as u32,
                kind,
                owner: owner as u32,
            }
        };
        let mut marks = Vec::new();
        for (number, quote) in annotations.quotes.iter().enumerate() {
            let kind = quote_kind(quote.kind);
            marks.extend(quote.content.iter().map(|&span| mark(span, kind, number)));
        }
        for entity in &annotations.entities {
            let kind = entity_kind(entity.entity_type);
            let painted = entity
                .mentions
                .iter()
                .filter(|mention| mention.kind != MentionKind::Pronoun);
            marks.extend(painted.map(|mention| mark(mention.span, kind, entity.id)));
        }
        marks
    }

    /// The marks as numbers, four each: what a worker can hand over.
    pub fn to_numbers(marks: &[Mark]) -> Vec<u32> {
        marks
            .iter()
            .flat_map(|mark| [mark.start, mark.end, mark.kind, mark.owner])
            .collect()
    }

    /// The marks that numbers stand for.
    pub fn from_numbers(numbers: &[u32]) -> Vec<Mark> {
        let mark = |four: &[u32]| Mark {
            start: four[0],
            end: four[1],
            kind: four[2],
            owner: four[3],
        };
        numbers.chunks_exact(4).map(mark).collect()
    }
}

const fn quote_kind(kind: QuoteKind) -> u32 {
    match kind {
        QuoteKind::Direct => 0,
        QuoteKind::Mixed => 1,
        QuoteKind::Indirect => 2,
        QuoteKind::Scare => 3,
    }
}

const fn entity_kind(entity_type: EntityType) -> u32 {
    match entity_type {
        EntityType::Person => 4,
        EntityType::Organization => 5,
        EntityType::Place => 6,
        EntityType::Group => 7,
        EntityType::Event => 8,
        EntityType::Work => 9,
        EntityType::Date => 10,
        EntityType::Money => 11,
    }
}
