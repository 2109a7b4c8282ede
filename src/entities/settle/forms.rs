//! The distinct forms of the names of a text, each with one type.

use super::key;
use crate::annotations::EntityType;
use crate::entities::{Name, Sightings};
use crate::hash::{HashedMap, hash_of};
use crate::text::Document;

/// One way of naming something in this text.
#[derive(Debug)]
pub struct Form {
    /// What all ways of writing it share.
    pub key: String,
    /// What it names most often here, or what the publisher says.
    pub entity_type: EntityType,
    /// The publisher's name that it is.
    pub known: Option<usize>,
    /// The forms by which this one may be mentioned for short.
    pub shorter: Vec<usize>,
    /// The forms that this one may stand for, in order of their first mention.
    pub longer: Vec<usize>,
}

/// The forms of a text and which name has which.
#[derive(Debug)]
pub struct Forms {
    /// The forms, in order of their first mention.
    pub forms: Vec<Form>,
    /// The form of each name.
    pub of_name: Vec<usize>,
}

/// The names that share a key, and how often they are tagged with each type.
struct Group {
    key: String,
    counts: Vec<(EntityType, u32)>,
    known: Option<usize>,
    /// Its form, once its type is known.
    form: Option<usize>,
}

/// The groups of a text, and which key has which.
#[derive(Default)]
struct Groups {
    groups: Vec<Group>,
    of_key: HashedMap<usize>,
}

impl Groups {
    /// The number of the group of a name as it is written.
    fn of(&mut self, surface: &str) -> usize {
        let key = key::key(surface);
        *self.of_key.entry(hash_of(&key)).or_insert_with(|| {
            self.groups.push(Group {
                key,
                counts: Vec::new(),
                known: None,
                form: None,
            });
            self.groups.len() - 1
        })
    }
}

/// The hash of a key and a type.
fn typed_hash(key: &str, entity_type: EntityType) -> u64 {
    hash_of(key) ^ entity_type as u64
}

impl Forms {
    /// Groups names by their keys, gives each group the type that most of its names have, and
    /// finds which of the forms are short for which.
    pub fn collect(document: &Document, names: &[Name], known: &Sightings) -> Self {
        let mut groups = Groups::default();
        let mut of_surface: HashedMap<usize> = HashedMap::default();
        let mut group_of_name = Vec::with_capacity(names.len());
        for name in names {
            let group = match known.at(&name.tokens) {
                Some(entry) => {
                    let group = groups.of(&known.names[entry].name);
                    groups.groups[group].known.get_or_insert(entry);
                    group
                }
                None => {
                    let surface = document.span(name.tokens.clone()).of(document.text);
                    *of_surface
                        .entry(hash_of(surface))
                        .or_insert_with(|| groups.of(surface))
                }
            };
            groups.groups[group].add(name.entity_type);
            group_of_name.push(group);
        }
        let mut forms = Self {
            forms: Vec::new(),
            of_name: Vec::with_capacity(names.len()),
        };
        forms.give_types(groups.groups, &group_of_name, known);
        forms
    }

    /// Makes one form of all groups that share a key once their type is known.
    fn give_types(&mut self, mut groups: Vec<Group>, group_of_name: &[usize], known: &Sightings) {
        let mut form_of_key: HashedMap<usize> = HashedMap::default();
        for &group in group_of_name {
            let group = &mut groups[group];
            let form = *group.form.get_or_insert_with(|| {
                let entity_type = match group.known {
                    Some(entry) => known.names[entry].entity_type,
                    None => majority(&group.counts),
                };
                let key = key::typed_key(std::mem::take(&mut group.key), entity_type);
                let form = *form_of_key
                    .entry(typed_hash(&key, entity_type))
                    .or_insert(self.forms.len());
                if form == self.forms.len() {
                    self.forms.push(Form {
                        key,
                        entity_type,
                        known: None,
                        shorter: Vec::new(),
                        longer: Vec::new(),
                    });
                }
                self.forms[form].known = self.forms[form].known.or(group.known);
                form
            });
            self.of_name.push(form);
        }
        self.find_short_forms(&form_of_key);
    }

    fn find_short_forms(&mut self, form_of_key: &HashedMap<usize>) {
        for form in 0..self.forms.len() {
            let Form {
                key, entity_type, ..
            } = &self.forms[form];
            let entity_type = *entity_type;
            let mut shorter = Vec::new();
            key::short_keys(key, entity_type, |short| {
                if let Some(&found) = form_of_key.get(&typed_hash(short, entity_type))
                    && found != form
                    && !shorter.contains(&found)
                {
                    shorter.push(found);
                }
            });
            for &short in &shorter {
                self.forms[short].longer.push(form);
            }
            self.forms[form].shorter = shorter;
        }
    }

    /// Makes `short` a short form of `long`: the text says so itself.
    pub fn define(&mut self, short: usize, long: usize) {
        if short == long || self.forms[long].longer.contains(&short) {
            return;
        }
        self.forms[short].entity_type = self.forms[long].entity_type;
        if !self.forms[long].shorter.contains(&short) {
            self.forms[long].shorter.push(short);
            self.forms[short].longer.insert(0, long);
        }
    }
}

impl Group {
    fn add(&mut self, entity_type: EntityType) {
        let mut counts = self.counts.iter_mut();
        match counts.find(|(voted, _)| *voted == entity_type) {
            Some((_, count)) => *count += 1,
            None => self.counts.push((entity_type, 1)),
        }
    }
}

/// The type of most names; of types that are equally frequent, the first.
fn majority(counts: &[(EntityType, u32)]) -> EntityType {
    let mut best = counts[0];
    for &next in &counts[1..] {
        if next.1 > best.1 {
            best = next;
        }
    }
    best.0
}
