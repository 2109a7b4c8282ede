//! Coreference: which entity a description or a pronoun means, and who each speaker is.
//!
//! One walk along the text keeps the state of the discourse: who was named, and what the text says of them. A
//! description means somebody by evidence alone: the text gives them its role. A
//! pronoun means the likeliest of those who fit, if likely enough. Else nobody is named: a wrong name is worse
//! than none.

mod antecedents;
mod candidates;
mod court;
mod described;
mod description;
mod discourse;
mod evidence;
mod first_person;
mod head;
mod interview;
mod layout;
mod nouns;
mod phrase;
mod possession;
mod profile;
mod pronoun;
mod relative;
mod roles;
mod rules;
mod subject;
#[cfg(test)]
mod tests;
mod unnamed;
mod walk;

use crate::annotations::{Entity, Quote, renumber};
use crate::order::{pair, sort_by_number};
use crate::span::Span;
use crate::text::Document;
use discourse::Discourse;
use layout::Layout;
use walk::Walk;

pub use rules::ids as rule_ids;

/// Adds the descriptions and pronouns that mean an entity to its mentions, finds the entity of each speaker, and
/// makes each quote's confidence that in the person shown. `groups` are the speakers that are several together, and
/// none of them alone.
pub fn resolve(
    document: &Document,
    entities: &mut [Entity],
    quotes: &mut Vec<Quote>,
    groups: &[Span],
) {
    possession::complete(document, quotes);
    let layout = Layout::new(document, entities, quotes, groups);
    let mut discourse = Discourse::new(document, entities);
    // What the first walk learns of genders holds for the whole text.
    let mut walk = Walk::new(document, entities, &layout, discourse.clone());
    walk.run();
    if discourse.learn_from(&walk.discourse) {
        walk = Walk::new(document, entities, &layout, discourse);
        walk.run();
    }
    walk.name_speakers(quotes);
    for (entity, mention) in walk.mentions() {
        entities[entity].mentions.push(mention);
    }
    first_person::add(document, entities, quotes);
    interview::add(document, entities, quotes);
    put_in_order(entities, quotes);
}

/// Sorts the mentions of each entity, the first of two that overlap alone, and numbers the
/// entities anew in order of their first mention, which may now be a description.
fn put_in_order(entities: &mut [Entity], quotes: &mut [Quote]) {
    for entity in entities.iter_mut() {
        sort_by_number(&mut entity.mentions, |mention| {
            pair(mention.span.start, mention.kind as usize)
        });
        let mut free = 0;
        entity.mentions.retain(|mention| {
            let is_apart = free <= mention.span.start;
            if is_apart {
                free = mention.span.end;
            }
            is_apart
        });
    }
    // An entity without a mention comes first, and of the spans from one start the shortest.
    sort_by_number(entities, |entity| {
        let first = entity.mentions.first().map(|mention| mention.span);
        first.map_or(0, |span| pair(span.start, span.end))
    });
    renumber(entities, quotes);
}
