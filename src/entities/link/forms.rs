//! The distinct forms of the names of a text, each with one type.

use std::ops::Range;

use super::key;
use super::rules::{Pair, are_apart, short_keys};
use crate::annotations::EntityType;
use crate::entities::{Name, Sightings};
use crate::hash::{HashedMap, hash_of, mix};
use crate::lexicon::Tags;
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
    /// Whether the text states it to be another name of somebody or something.
    pub is_alias: bool,
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
    /// Whether a title stands before one of its names.
    is_titled: bool,
    /// Whether each of its names keeps its own type.
    is_mixed: bool,
    /// Its form for each type that its names have, once that is known.
    forms: Vec<(EntityType, usize)>,
}

/// The groups of a text, and which key has which.
struct Groups {
    groups: Vec<Group>,
    of_key: HashedMap<usize>,
}

impl Groups {
    /// Lets months and towns keep their type beside persons who are called like them: a surname that is short for
    /// a longer name of a person is explained by that, and says nothing about the town.
    fn find_namesakes(&mut self) {
        let mut surnames: HashedMap<()> = HashedMap::default();
        for group in &self.groups {
            if majority(&group.counts) == EntityType::Person
                && let Some((_, surname)) = group.key.rsplit_once(' ')
            {
                surnames.insert(hash_of(surname), ());
            }
        }
        for group in &mut self.groups {
            let has = |wanted| group.counts.iter().any(|&(found, _)| found == wanted);
            let is_surname = || group.is_titled || surnames.contains_key(&hash_of(&group.key));
            group.is_mixed = has(EntityType::Person)
                && (has(EntityType::Date) || has(EntityType::Place) && is_surname());
        }
    }

    /// The number of the group of a name as it is written.
    fn of(&mut self, surface: &str) -> usize {
        let key = key::key(surface);
        *self.of_key.entry(hash_of(&key)).or_insert_with(|| {
            self.groups.push(Group {
                key,
                counts: Vec::new(),
                known: None,
                is_titled: false,
                is_mixed: false,
                forms: Vec::new(),
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
        let mut groups = Groups {
            groups: Vec::with_capacity(names.len() / 2),
            of_key: HashedMap::default(),
        };
        groups.of_key.reserve(names.len() / 2);
        let mut of_surface: HashedMap<usize> = HashedMap::default();
        of_surface.reserve(names.len() / 2);
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
            let before = document.tags(name.tokens.start.checked_sub(1));
            groups.groups[group].is_titled |= before.has(Tags::HONORIFIC);
            groups.groups[group].add(name.entity_type);
            group_of_name.push(group);
        }
        let mut forms = Self {
            forms: Vec::new(),
            of_name: Vec::with_capacity(names.len()),
        };
        groups.find_namesakes();
        forms.give_types(groups.groups, names, &group_of_name, known);
        forms.part(document, names);
        forms
    }

    /// Makes one form of all groups that share a key once their type is known.
    fn give_types(
        &mut self,
        mut groups: Vec<Group>,
        names: &[Name],
        group_of_name: &[usize],
        known: &Sightings,
    ) {
        let mut form_of_key: HashedMap<usize> = HashedMap::default();
        for (name, &group) in names.iter().zip(group_of_name) {
            let group = &mut groups[group];
            let entity_type = match group.known {
                Some(entry) => known.names[entry].entity_type,
                None if group.is_mixed => name.entity_type,
                None => majority(&group.counts),
            };
            let mut made = group.forms.iter();
            let form = match made.find(|(made, _)| *made == entity_type) {
                Some(&(_, form)) => form,
                None => {
                    let key = key::typed_key(group.key.clone(), entity_type);
                    let form = *form_of_key
                        .entry(typed_hash(&key, entity_type))
                        .or_insert(self.forms.len());
                    if form == self.forms.len() {
                        self.forms.push(Form {
                            key,
                            entity_type,
                            known: None,
                            is_alias: false,
                            shorter: Vec::new(),
                            longer: Vec::new(),
                        });
                    }
                    group.forms.push((entity_type, form));
                    form
                }
            };
            self.forms[form].known = self.forms[form].known.or(group.known);
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
            short_keys(key, entity_type, |short| {
                let found = form_of_key.get(&typed_hash(short, entity_type));
                let found = found.filter(|&&found| found != form && !shorter.contains(&found));
                shorter.extend(found);
                found.is_some()
            });
            for &short in &shorter {
                self.forms[short].longer.push(form);
            }
            self.forms[form].shorter = shorter;
        }
    }

    /// Parts the forms that go together but name two things here.
    fn part(&mut self, document: &Document, names: &[Name]) {
        // Where each form stands: its sentence, and the first outside of headings.
        let mut in_sentence: HashedMap<()> = HashedMap::default();
        in_sentence.reserve(names.len());
        let mut first_in_body = vec![usize::MAX; self.forms.len()];
        let mut first = vec![usize::MAX; self.forms.len()];
        let mut sentences = Vec::with_capacity(names.len());
        let mut sentence = 0;
        let place = |sentence: usize, form: usize| mix((sentence as u64) << 32 | form as u64);
        for (name, &form) in names.iter().zip(&self.of_name) {
            let is_before = |range: &Range<usize>| range.end <= name.tokens.start;
            while document.sentences.get(sentence).is_some_and(is_before) {
                sentence += 1;
            }
            sentences.push(sentence);
            in_sentence.insert(place(sentence, form), ());
            first[form] = first[form].min(name.tokens.start);
            let is_body = document
                .sentences
                .get(sentence)
                .is_some_and(|range| document.word(range.end - 1) == ".");
            if is_body {
                first_in_body[form] = first_in_body[form].min(name.tokens.start);
            }
        }
        let mut together: HashedMap<()> = HashedMap::default();
        for (&form, &sentence) in self.of_name.iter().zip(&sentences) {
            for &short in &self.forms[form].shorter {
                if in_sentence.contains_key(&place(sentence, short)) {
                    together.insert(place(form, short), ());
                }
            }
        }
        for (long, &first_long) in first.iter().enumerate() {
            let shorter = std::mem::take(&mut self.forms[long].shorter);
            let (apart, joined): (Vec<usize>, Vec<usize>) =
                shorter.into_iter().partition(|&short| {
                    are_apart(&Pair {
                        keys: (&self.forms[short].key, &self.forms[long].key),
                        entity_type: self.forms[long].entity_type,
                        is_short_first: first_in_body[short] < first_long,
                        in_one_sentence: together.contains_key(&place(long, short)),
                    })
                });
            self.forms[long].shorter = joined;
            for short in apart {
                self.forms[short].longer.retain(|&form| form != long);
            }
        }
    }

    /// Makes `short` a short form of `long`: the text says so itself.
    pub fn define(&mut self, short: usize, long: usize) {
        if short == long || self.forms[long].longer.contains(&short) {
            return;
        }
        self.forms[short].entity_type = self.forms[long].entity_type;
        self.forms[short].is_alias = true;
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
