//! Which names name the same thing.

mod display;
mod forms;
mod join;
mod key;
mod role;
mod rules;
#[cfg(test)]
mod tests;

use crate::annotations::{Entity, Mention, MentionKind};
use crate::entities::{Name, Sightings};
use crate::text::Document;
use display::{fullness, name_of};
use forms::Forms;
use join::Joiner;
use rules::are_stated;

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
        if words != entity.name
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

/// Tells the forms which of them the text itself says to be another name of the one before: “European
/// Union (EU)”.
fn define(document: &Document, names: &[Name], forms: &mut Forms) {
    for (index, pair) in names.windows(2).enumerate() {
        let [one, other] = pair else { continue };
        if are_stated(document, &one.tokens, &other.tokens, one.entity_type) {
            forms.define(forms.of_name[index + 1], forms.of_name[index]);
        }
    }
}
