//! Which names name the same thing.

mod display;
mod forms;
mod join;
mod key;
mod role;
mod rules;
mod stated;
#[cfg(test)]
mod tests;

use crate::annotations::{Entity, EntityType, Mention, MentionKind};
use crate::entities::{Name, Sightings};
use crate::text::Document;
use display::{fullness, name_of};
use forms::Forms;
use join::Joiner;
use stated::are_stated;

/// The ids of all rules that say which names are one thing.
pub fn rule_ids() -> impl Iterator<Item = &'static str> {
    let joins = rules::JOINS.iter().map(|rule| rule.id);
    let parts = rules::PARTS.iter().map(|rule| rule.id);
    joins
        .chain(parts)
        .chain(stated::STATED.iter().map(|rule| rule.id))
}

/// The entities that the names of a text name, in order of first mention, each with its fullest
/// name and the role that the text gives it.
///
/// Names are joined in one walk along the text. A person's short form goes to the bearer of whom the
/// text has spoken most, that of anything else to the fuller form that was named last, as long as a
/// title before it does not indicate another gender; before any fuller form, to the first one that follows.
pub fn link(document: &Document, names: &[Name], known: &Sightings) -> Vec<Entity> {
    let mut forms = Forms::collect(document, names, known);
    define(document, names, &mut forms);
    let entity_of_name = Joiner::new(&forms).join(document, names);
    let mut entities = gather(document, names, &forms, &entity_of_name, known);
    role::assign(document, names, &entity_of_name, &mut entities);
    entities
}

/// The entities of the names, numbered in order.
fn gather(
    document: &Document,
    names: &[Name],
    forms: &Forms,
    entity_of_name: &[usize],
    known: &Sightings,
) -> Vec<Entity> {
    let mut entities: Vec<Entity> = Vec::new();
    for (index, (name, &id)) in names.iter().zip(entity_of_name).enumerate() {
        let span = document.span(name.tokens.clone());
        let words = name_of(span.of(document.text));
        let form = &forms.forms[forms.of_name[index]];
        if id == entities.len() {
            entities.push(Entity {
                id,
                entity_type: form.entity_type,
                name: words.to_owned(),
                role: None,
                url: None,
                mentions: Vec::new(),
            });
        }
        let entity = &mut entities[id];
        // Known by another name, or called so once, nobody is shown under it.
        if words != entity.name
            && !form.is_alias
            && fullness(words, form.entity_type) > fullness(&entity.name, form.entity_type)
        {
            entity.name = words.to_owned();
        }
        if let Some(entry) = form.known
            && entity.url.is_none()
        {
            entity.url.clone_from(&known.names[entry].url);
        }
        entity.mentions.push(Mention {
            span,
            kind: MentionKind::Name,
        });
    }
    entities
}

/// Tells the forms which of them the text itself says to be another name of one before: “European Union (EU)”.
fn define(document: &Document, names: &[Name], forms: &mut Forms) {
    // The index of the name that the last one is stated to be another of.
    let mut stated = None;
    for (index, name) in names.iter().enumerate() {
        let before = stated_before(document, &names[..index], name).or_else(|| {
            // “Ana Ruiz, known as Nita Sol and the Owl of Velm,”
            let last = index.checked_sub(1)?;
            let and = names[last].tokens.end;
            let is_joined = and + 1 == name.tokens.start && document.word(and) == "and";
            let is_alike = names[last].entity_type == name.entity_type;
            stated.filter(|_| is_joined && is_alike)
        });
        if let Some(before) = before {
            forms.define(forms.of_name[index], forms.of_name[before]);
        }
        stated = before;
    }
}

/// The index of the name before another that the text says to be the same: dates, sums and nations may stand
/// between the two.
fn stated_before(document: &Document, before: &[Name], name: &Name) -> Option<usize> {
    const BACK: usize = 4;
    if matches!(
        name.entity_type,
        EntityType::Date | EntityType::Money | EntityType::Group
    ) {
        return None;
    }
    for (index, one) in before.iter().enumerate().rev().take(BACK) {
        match one.entity_type {
            EntityType::Date | EntityType::Money | EntityType::Group => {}
            _ => return are_stated(document, one, name).then_some(index),
        }
    }
    None
}
