//! Edits of names.

use super::edit::Key;
use crate::annotations::{Annotations, Entity, EntityType, Mention, MentionKind};
use crate::span::Span;

/// The entity that is meant: by name and type, else by its name or by words that name it, if only one has them.
pub fn find(annotations: &Annotations, key: &Key, text: &str) -> Option<usize> {
    exactly(annotations, key).or_else(|| {
        only(annotations, |entity| entity.name == key.name)
            .or_else(|| only(annotations, |entity| is_named(entity, &key.name, text)))
    })
}

fn exactly(annotations: &Annotations, key: &Key) -> Option<usize> {
    let is_meant = |entity: &Entity| {
        !entity.mentions.is_empty()
            && entity.name == key.name
            && entity.entity_type == key.entity_type
    };
    annotations.entities.iter().position(is_meant)
}

fn only(annotations: &Annotations, is_meant: impl Fn(&Entity) -> bool) -> Option<usize> {
    let entities = annotations.entities.iter().enumerate();
    let mut found = entities.filter(|(_, entity)| !entity.mentions.is_empty() && is_meant(entity));
    let (number, _) = found.next()?;
    found.next().is_none().then_some(number)
}

/// Whether the text has these words as a name of an entity.
fn is_named(entity: &Entity, words: &str, text: &str) -> bool {
    let mut names = entity
        .mentions
        .iter()
        .filter(|mention| mention.kind == MentionKind::Name);
    names.any(|mention| mention.span.of(text) == words)
}

/// Gives an entity another type; if there is one of that name and type, they are one.
pub fn retype(annotations: &mut Annotations, key: &Key, to: EntityType, text: &str) {
    let wanted = Key {
        name: key.name.clone(),
        entity_type: to,
    };
    let same = exactly(annotations, &wanted);
    let meant = match same {
        Some(_) => exactly(annotations, key),
        None => find(annotations, key, text),
    };
    let Some(meant) = meant else { return };
    match same {
        Some(same) if same != meant => unite(annotations, meant, same),
        Some(_) => {}
        None => annotations.entities[meant].entity_type = to,
    }
}

/// Makes two entities one. Where there is no second, the first takes its name.
pub fn merge(annotations: &mut Annotations, key: &Key, into: &Key, text: &str) {
    let Some(meant) = find(annotations, key, text) else {
        return;
    };
    match find(annotations, into, text) {
        Some(other) => unite(annotations, meant, other),
        None => {
            let entity = &mut annotations.entities[meant];
            entity.name.clone_from(&into.name);
            entity.entity_type = into.entity_type;
            rename_speakers(annotations, meant, meant);
        }
    }
}

fn unite(annotations: &mut Annotations, one: usize, into: usize) {
    if one == into {
        return;
    }
    let mentions = std::mem::take(&mut annotations.entities[one].mentions);
    let (role, url) = (
        annotations.entities[one].role.take(),
        annotations.entities[one].url.take(),
    );
    let entity = &mut annotations.entities[into];
    entity.mentions.extend(mentions);
    entity.role = entity.role.take().or(role);
    entity.url = entity.url.take().or(url);
    rename_speakers(annotations, one, into);
}

/// Lets quotes of one entity be another's.
fn rename_speakers(annotations: &mut Annotations, one: usize, other: usize) {
    let Annotations { entities, quotes } = annotations;
    for speaker in quotes.iter_mut().flat_map(|quote| &mut quote.speaker) {
        if speaker.entity == Some(one) {
            speaker.entity = Some(other);
            speaker.name.clone_from(&entities[other].name);
        }
    }
}

/// Forgets a name wherever it stands; an entity that has no other goes with it.
pub fn ignore(annotations: &mut Annotations, name: &str, text: &str) {
    for entity in &mut annotations.entities {
        if !is_named(entity, name, text) {
            continue;
        }
        entity
            .mentions
            .retain(|mention| mention.kind != MentionKind::Name || mention.span.of(text) != name);
        drop_nameless(entity);
    }
}

/// An entity that nothing names any more is none.
fn drop_nameless(entity: &mut Entity) {
    let is_name = |mention: &Mention| mention.kind == MentionKind::Name;
    if !entity.mentions.iter().any(is_name) {
        entity.mentions.clear();
    }
}

/// Takes a span for a name, in place of whatever was found in it.
pub fn add(annotations: &mut Annotations, span: Span, key: &Key) {
    if span.is_empty() {
        return;
    }
    remove(annotations, span);
    let mention = Mention {
        span,
        kind: MentionKind::Name,
    };
    match exactly(annotations, key) {
        Some(found) => annotations.entities[found].mentions.push(mention),
        None => annotations.entities.push(Entity {
            id: annotations.entities.len(),
            entity_type: key.entity_type,
            name: key.name.clone(),
            role: None,
            url: None,
            mentions: vec![mention],
        }),
    }
}

/// Takes what is in a span for no mention.
pub fn remove(annotations: &mut Annotations, span: Span) {
    for entity in &mut annotations.entities {
        let had_name = entity
            .mentions
            .iter()
            .any(|mention| mention.kind == MentionKind::Name);
        let before = entity.mentions.len();
        entity
            .mentions
            .retain(|mention| !mention.span.overlaps(span));
        if had_name && entity.mentions.len() < before {
            drop_nameless(entity);
        }
    }
}
