//! Mirror types of the annotations: the one place where bytes become code units.

use serde::Serialize;

use crate::annotations;
use crate::span;
use crate::utf16::Utf16Index;

/// What can be asked for: the types of entity, and quotes.
#[derive(Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Type {
    Person,
    Organization,
    Place,
    Group,
    Event,
    Work,
    Date,
    Money,
    Quote,
}

impl Type {
    /// The type of a name in JavaScript.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "person" => Self::Person,
            "organization" => Self::Organization,
            "place" => Self::Place,
            "group" => Self::Group,
            "event" => Self::Event,
            "work" => Self::Work,
            "date" => Self::Date,
            "money" => Self::Money,
            "quote" => Self::Quote,
            _ => return None,
        })
    }

    pub const fn entity_type(self) -> Option<annotations::EntityType> {
        use annotations::EntityType;
        Some(match self {
            Self::Person => EntityType::Person,
            Self::Organization => EntityType::Organization,
            Self::Place => EntityType::Place,
            Self::Group => EntityType::Group,
            Self::Event => EntityType::Event,
            Self::Work => EntityType::Work,
            Self::Date => EntityType::Date,
            Self::Money => EntityType::Money,
            Self::Quote => return None,
        })
    }
}

impl From<annotations::EntityType> for Type {
    fn from(entity_type: annotations::EntityType) -> Self {
        use annotations::EntityType;
        match entity_type {
            EntityType::Person => Self::Person,
            EntityType::Organization => Self::Organization,
            EntityType::Place => Self::Place,
            EntityType::Group => Self::Group,
            EntityType::Event => Self::Event,
            EntityType::Work => Self::Work,
            EntityType::Date => Self::Date,
            EntityType::Money => Self::Money,
        }
    }
}

#[derive(Serialize)]
pub struct Annotations<'a> {
    entities: Vec<Entity<'a>>,
    quotes: Vec<Quote<'a>>,
}

#[derive(Serialize)]
struct Entity<'a> {
    id: usize,
    #[serde(rename = "type")]
    entity_type: Type,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    mentions: Vec<Mention>,
}

#[derive(Serialize)]
struct Mention {
    start: usize,
    end: usize,
    #[serde(with = "MentionKind")]
    kind: annotations::MentionKind,
}

/// The kind of a mention. Names of variants become strings of JavaScript once, others each time.
#[derive(Serialize)]
#[serde(remote = "annotations::MentionKind", rename_all = "lowercase")]
enum MentionKind {
    Name,
    Description,
    Pronoun,
}

#[derive(Serialize)]
struct Span {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct Quote<'a> {
    #[serde(with = "QuoteKind")]
    kind: annotations::QuoteKind,
    content: Vec<Span>,
    quoted: Vec<Span>,
    cue: Option<Span>,
    speaker: Option<Speaker<'a>>,
    confidence: f64,
}

#[derive(Serialize)]
#[serde(remote = "annotations::QuoteKind", rename_all = "lowercase")]
enum QuoteKind {
    Direct,
    Mixed,
    Indirect,
    Scare,
}

#[derive(Serialize)]
struct Speaker<'a> {
    start: usize,
    end: usize,
    name: &'a str,
    entity: Option<usize>,
}

impl<'a> Annotations<'a> {
    /// The mirror of what was found in `text`.
    pub fn new(annotations: &'a annotations::Annotations, text: &str) -> Self {
        let index = Utf16Index::new(text);
        Self {
            entities: annotations
                .entities
                .iter()
                .map(|entity| Entity::new(entity, &index))
                .collect(),
            quotes: annotations
                .quotes
                .iter()
                .map(|quote| Quote::new(quote, &index))
                .collect(),
        }
    }
}

impl<'a> Entity<'a> {
    fn new(entity: &'a annotations::Entity, index: &Utf16Index) -> Self {
        let mention = |mention: &annotations::Mention| {
            let span::Span { start, end } = index.span(mention.span);
            Mention {
                start,
                end,
                kind: mention.kind,
            }
        };
        Self {
            id: entity.id,
            entity_type: entity.entity_type.into(),
            name: &entity.name,
            role: entity.role.as_deref(),
            url: entity.url.as_deref(),
            mentions: entity.mentions.iter().map(mention).collect(),
        }
    }
}

impl Span {
    fn new(bytes: span::Span, index: &Utf16Index) -> Self {
        let span::Span { start, end } = index.span(bytes);
        Self { start, end }
    }
}

impl<'a> Quote<'a> {
    fn new(quote: &'a annotations::Quote, index: &Utf16Index) -> Self {
        let span = |&bytes: &span::Span| Span::new(bytes, index);
        Self {
            kind: quote.kind,
            content: quote.content.iter().map(span).collect(),
            quoted: quote.quoted.iter().map(span).collect(),
            cue: quote.cue.as_ref().map(span),
            speaker: quote.speaker.as_ref().map(|speaker| Speaker {
                start: index.offset(speaker.span.start),
                end: index.offset(speaker.span.end),
                name: &speaker.name,
                entity: speaker.entity,
            }),
            confidence: (f64::from(quote.confidence) * 1000.0).round() / 1000.0,
        }
    }
}
