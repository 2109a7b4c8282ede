//! How well names are linked: which of them are one thing, what it is called and what it is.

use std::ops::AddAssign;

use newslight::{Annotations, EntityType, MentionKind, Span};

use super::gold::Article;
use super::score::Tally;

/// The kinds of things whose names and links are scored.
pub const SCORED: [EntityType; 3] = [
    EntityType::Person,
    EntityType::Organization,
    EntityType::Place,
];

/// The thing that each entity is, by most of its names; `None` where it is none of the article's.
pub fn things_of(article: &Article, found: &Annotations) -> Vec<Option<usize>> {
    let thing_of = |entity: &newslight::Entity| {
        let mut counts = vec![0; article.things.len()];
        let names = entity.mentions.iter();
        for mention in names.filter(|mention| mention.kind == MentionKind::Name) {
            let gold = article.names.iter();
            for name in gold.filter(|name| mention.span.overlaps(name.span)) {
                counts[name.thing] += 2;
            }
        }
        for (count, thing) in counts.iter_mut().zip(&article.things) {
            *count += usize::from(*count > 0 && thing.is_called(&entity.name));
        }
        let best = (0..counts.len()).max_by_key(|&thing| (counts[thing], usize::MAX - thing))?;
        (counts[best] > 0).then_some(best)
    };
    found.entities.iter().map(thing_of).collect()
}

/// B³ over the names that both sides have.
#[derive(Clone, Copy, Default)]
pub struct Links {
    /// The names that both sides have.
    pub names: usize,
    precision: f64,
    recall: f64,
}

impl Links {
    /// Precision, recall and their harmonic mean, in percent.
    #[expect(clippy::cast_precision_loss, reason = "the counts are small")]
    pub fn figures(self) -> [f64; 3] {
        let names = self.names.max(1) as f64;
        let (precision, recall) = (self.precision / names, self.recall / names);
        let sum = (precision + recall).max(f64::MIN_POSITIVE);
        [precision, recall, 2.0 * precision * recall / sum].map(|share| 100.0 * share)
    }
}

impl AddAssign for Links {
    fn add_assign(&mut self, other: Self) {
        self.names += other.names;
        self.precision += other.precision;
        self.recall += other.recall;
    }
}

impl Links {
    /// B³ of names, each with the thing that it is and the entity that it was found to be.
    #[expect(clippy::cast_precision_loss, reason = "the counts are small")]
    pub fn of(pairs: &[(usize, usize)]) -> Self {
        let mut links = Self::default();
        for &(thing, entity) in pairs {
            let count = |is_one: &dyn Fn(&(usize, usize)) -> bool| -> f64 {
                pairs.iter().filter(|pair| is_one(pair)).count() as f64
            };
            let both = count(&|pair| *pair == (thing, entity));
            links.names += 1;
            links.precision += both / count(&|pair| pair.1 == entity);
            links.recall += both / count(&|pair| pair.0 == thing);
        }
        links
    }
}

/// Which names are one thing.
pub fn links(article: &Article, found: &Annotations) -> Links {
    // Of each name that both have: the gold's thing and our entity.
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for name in article
        .names
        .iter()
        .filter(|name| SCORED.contains(&name.entity_type))
    {
        let entity = found.entities.iter().find(|entity| {
            let mut mentions = entity.mentions.iter();
            mentions.any(|mention| mention.kind == MentionKind::Name && mention.span == name.span)
        });
        pairs.extend(entity.map(|entity| (name.thing, entity.id)));
    }
    Links::of(&pairs)
}

/// Whether things that were found are called what the article calls them most fully, and what is
/// said of persons is what the article says that they are.
pub fn shown(article: &Article, found: &Annotations) -> (Tally, Tally) {
    let things = things_of(article, found);
    let (mut display, mut role) = (Tally::default(), Tally::default());
    for (id, thing) in (0..).zip(&article.things) {
        if !SCORED.contains(&thing.entity_type) {
            continue;
        }
        let entities = found.entities.iter().zip(&things);
        let entity = entities
            .filter(|(_, of)| **of == Some(id))
            .map(|(entity, _)| entity)
            .max_by_key(|entity| (entity.mentions.len(), usize::MAX - entity.id));
        if thing.entity_type == EntityType::Person {
            let shown = entity.and_then(|entity| entity.role.as_ref());
            role.gold += usize::from(!thing.roles.is_empty());
            role.found += usize::from(shown.is_some());
            role.right += usize::from(shown.is_some_and(|shown| thing.is_role(shown)));
        }
        if let Some(entity) = entity {
            display.gold += 1;
            display.found += 1;
            display.right += usize::from(thing.is_called(&entity.name));
        }
    }
    (display, role)
}

/// Pairs of names with different words that name one thing, among the names found.
pub fn joined(article: &Article, found: &Annotations) -> Tally {
    let text = &article.text;
    let mut mentions: Vec<(Span, usize)> = Vec::new();
    for entity in &found.entities {
        let names = entity
            .mentions
            .iter()
            .filter(|mention| mention.kind == MentionKind::Name);
        mentions.extend(names.map(|mention| (mention.span, entity.id)));
    }
    let thing = |span: Span| {
        let mut names = article.names.iter();
        names.find(|name| name.span == span).map(|name| name.thing)
    };
    mentions.retain(|(span, _)| thing(*span).is_some());
    let mut tally = Tally::default();
    for (index, (span, entity)) in mentions.iter().enumerate() {
        for (other_span, other_entity) in &mentions[..index] {
            let (words, other_words) = (span.of(text), other_span.of(text));
            if words == other_words {
                continue;
            }
            let same = thing(*span) == thing(*other_span);
            let joined = entity == other_entity;
            tally.gold += usize::from(same);
            tally.found += usize::from(joined);
            tally.right += usize::from(same && joined);
        }
    }
    tally
}
