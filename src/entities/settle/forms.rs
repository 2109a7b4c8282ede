//! The distinct forms of the names of a text, each with one type.

use foldhash::HashMap;

use super::key;
use crate::annotations::EntityType;
use crate::entities::{Name, Sightings};
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

/// How often a key is tagged with each type.
#[derive(Default)]
struct Votes {
    counts: Vec<(EntityType, u32)>,
    known: Option<usize>,
}

impl Forms {
    /// Groups names by their keys, gives each group the type that most of its names have, and
    /// finds which of the forms are short for which.
    pub fn collect(document: &Document, names: &[Name], known: &Sightings) -> Self {
        let mut keys: HashMap<String, usize> = HashMap::default();
        let mut votes: Vec<Votes> = Vec::new();
        let mut of_surface: HashMap<&str, usize> = HashMap::default();
        let mut group_of = |surface: &str, votes: &mut Vec<Votes>| {
            *keys.entry(key::key(surface)).or_insert_with(|| {
                votes.push(Votes::default());
                votes.len() - 1
            })
        };
        let mut groups = Vec::with_capacity(names.len());
        for name in names {
            let group = match known.at(&name.tokens) {
                Some(entry) => {
                    let group = group_of(&known.names[entry].name, &mut votes);
                    votes[group].known.get_or_insert(entry);
                    group
                }
                None => {
                    let surface = document.span(name.tokens.clone()).of(document.text);
                    *of_surface
                        .entry(surface)
                        .or_insert_with(|| group_of(surface, &mut votes))
                }
            };
            votes[group].add(name.entity_type);
            groups.push((group, name.entity_type));
        }
        let mut forms = Self {
            forms: Vec::new(),
            of_name: Vec::with_capacity(names.len()),
        };
        forms.give_types(keys, &votes, &groups, known);
        forms
    }

    /// Makes one form of all groups that share a key once their type is known.
    fn give_types(
        &mut self,
        keys: HashMap<String, usize>,
        votes: &[Votes],
        groups: &[(usize, EntityType)],
        known: &Sightings,
    ) {
        let mut key_of_group = vec![String::new(); votes.len()];
        for (key, group) in keys {
            key_of_group[group] = key;
        }
        let mut form_of_group: Vec<Option<usize>> = vec![None; votes.len()];
        let mut form_of_key: HashMap<(String, EntityType), usize> = HashMap::default();
        for &(group, first_type) in groups {
            let form = form_of_group[group].unwrap_or_else(|| {
                let votes = &votes[group];
                let entity_type = match votes.known {
                    Some(entry) => known.names[entry].entity_type,
                    None => votes.majority().unwrap_or(first_type),
                };
                let key = key::typed_key(std::mem::take(&mut key_of_group[group]), entity_type);
                let form = *form_of_key
                    .entry((key.clone(), entity_type))
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
                self.forms[form].known = self.forms[form].known.or(votes.known);
                form
            });
            form_of_group[group] = Some(form);
            self.of_name.push(form);
        }
        self.find_short_forms(&form_of_key);
    }

    fn find_short_forms(&mut self, form_of_key: &HashMap<(String, EntityType), usize>) {
        for form in 0..self.forms.len() {
            let Form {
                key, entity_type, ..
            } = &self.forms[form];
            let entity_type = *entity_type;
            let mut shorter = Vec::new();
            let mut wanted = (String::new(), entity_type);
            key::short_keys(key, entity_type, |short| {
                wanted.0.clear();
                wanted.0.push_str(short);
                if let Some(&found) = form_of_key.get(&wanted)
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

impl Votes {
    fn add(&mut self, entity_type: EntityType) {
        match self
            .counts
            .iter_mut()
            .find(|(voted, _)| *voted == entity_type)
        {
            Some((_, count)) => *count += 1,
            None => self.counts.push((entity_type, 1)),
        }
    }

    /// The type of most names; of types that are equally frequent, the first.
    fn majority(&self) -> Option<EntityType> {
        let most = self.counts.iter().map(|&(_, count)| count).max()?;
        let (first, _) = self.counts.iter().find(|&&(_, count)| count == most)?;
        Some(*first)
    }
}
