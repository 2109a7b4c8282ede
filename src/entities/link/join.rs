//! One walk along a text that finds which entity each of its names means.

use super::forms::Forms;
use crate::annotations::EntityType;
use crate::entities::Name;
use crate::hash::{HashedMap, mix};
use crate::lexicon::{Gender, Tags, first_name_gender};
use crate::text::Document;

/// What a title before a name, or at its beginning, says about a person.
#[derive(Clone, Copy, Default)]
struct Title {
    gender: Option<Gender>,
    /// The number of its word, where it is that of an office.
    office: Option<u32>,
}

impl Title {
    fn of(document: &Document, name: &Name) -> Option<Self> {
        let title = |token: &usize| {
            let tags = document.tags(*token);
            document.is_capital(*token) && tags.has(Tags::HONORIFIC.union(Tags::TITLE))
        };
        let before = name.tokens.start.checked_sub(1).filter(title);
        let token = before.or_else(|| Some(name.tokens.start).filter(title))?;
        let tags = document.tags(token);
        Some(Self {
            gender: tags.gender(),
            office: tags
                .has(Tags::TITLE)
                .then(|| document.vocabulary.of_token[token]),
        })
    }
}

/// The gender of whoever a wife or a husband is named beside: “Tiernan Holt and his wife”.
fn gender_of_kin(document: &Document, name: &Name) -> Option<Gender> {
    let and = name.tokens.end;
    match [and, and + 1, and + 2].map(|token| document.word_or_none(token)) {
        ["and", "his", "wife"] => Some(Gender::Male),
        ["and", "her", "husband"] => Some(Gender::Female),
        _ => None,
    }
}

/// Which entity a short form means now: the one of any gender, then of none known, of men, of
/// women.
type Bearers = [Option<usize>; 4];

const ANY: usize = 0;

const fn slot(gender: Option<Gender>) -> usize {
    match gender {
        None => 1,
        Some(Gender::Male) => 2,
        Some(Gender::Female) => 3,
    }
}

/// Joins the names of a text, from its first to its last.
pub struct Joiner<'f> {
    forms: &'f Forms,
    /// The entity of each form that is nobody's short form.
    entity_of_form: Vec<Option<usize>>,
    /// Whom each form means when it is used as a short form.
    bearers: Vec<Bearers>,
    /// How often each entity has been named.
    uses: Vec<u32>,
    /// The gender that the first name of each form indicates.
    genders: Vec<Option<Gender>>,
    /// The genders that titles before each form indicate anywhere in the text, by [`slot`].
    titled: Vec<[bool; 4]>,
    /// The offices before each form.
    offices: Vec<Vec<u32>>,
}

impl<'f> Joiner<'f> {
    /// A walk that has not begun.
    pub fn new(forms: &'f Forms) -> Self {
        let genders = forms
            .forms
            .iter()
            .map(|form| match form.key.split_once(' ') {
                Some((first, _)) if form.entity_type == EntityType::Person => {
                    first_name_gender(first)
                }
                _ => None,
            })
            .collect();
        Self {
            forms,
            entity_of_form: vec![None; forms.forms.len()],
            bearers: vec![Bearers::default(); forms.forms.len()],
            uses: Vec::new(),
            genders,
            titled: vec![[false; 4]; forms.forms.len()],
            offices: vec![Vec::new(); forms.forms.len()],
        }
    }

    /// The entity of each name, numbered in order of first mention.
    pub fn join(mut self, document: &Document, names: &[Name]) -> Vec<usize> {
        let mut entity_of_name = Vec::with_capacity(names.len());
        let titles = self.read_titles(document, names);
        for (&form, title) in self.forms.of_name.iter().zip(titles) {
            let gender = title.gender.or(self.genders[form]);
            entity_of_name.push(self.entity(form, gender, title.office));
        }
        renumber(entity_of_name)
    }

    /// What the title of each person's name indicates.
    fn read_titles(&mut self, document: &Document, names: &[Name]) -> Vec<Title> {
        let mut titles = Vec::with_capacity(names.len());
        for (name, &form) in names.iter().zip(&self.forms.of_name) {
            let is_person = self.forms.forms[form].entity_type == EntityType::Person;
            let title = Title::of(document, name).filter(|_| is_person);
            if let Some(title) = title {
                self.titled[form][slot(title.gender)] = true;
                self.offices[form].extend(title.office);
            }
            if is_person && name.tokens.len() > 1 && self.genders[form].is_none() {
                self.genders[form] = gender_of_kin(document, name);
            }
            titles.push(title.unwrap_or_default());
        }
        titles
    }

    /// Whether a fuller form may be meant by a short one, as far as genders allow.
    fn agrees(&self, short: usize, full: usize, gender: Option<Gender>) -> bool {
        let Some(known) = self.genders[full] else {
            return true;
        };
        let titled = self.titled[short];
        let is_titled = titled[slot(Some(Gender::Male))] || titled[slot(Some(Gender::Female))];
        match gender {
            Some(gender) => gender == known,
            None => !is_titled || titled[slot(Some(known))],
        }
    }

    /// The entity that a form names here.
    fn entity(&mut self, form: usize, gender: Option<Gender>, office: Option<u32>) -> usize {
        let entity = self
            .meant(form, gender)
            .or_else(|| self.meant_later(form, gender, office, 0))
            .unwrap_or_else(|| self.new_entity());
        self.uses[entity] += 1;
        let known_gender = gender.or(self.genders[form]);
        let data = &self.forms.forms[form];
        if data.longer.is_empty() {
            self.entity_of_form[form].get_or_insert(entity);
        }
        if data.longer.is_empty() || self.bearers[form][ANY].is_none() {
            self.bearers[form][ANY] = Some(entity);
        }
        self.bearers[form][slot(known_gender)] = Some(entity);
        for &short in &data.shorter {
            for slot in [ANY, slot(known_gender)] {
                self.bear(short, slot, entity);
            }
        }
        entity
    }

    /// Lets a short form mean an entity that has just been named in full, unless it is a person's and
    /// the text speaks more of another bearer: relatives are named in passing.
    fn bear(&mut self, short: usize, slot: usize, entity: usize) {
        let is_person = self.forms.forms[short].entity_type == EntityType::Person;
        let now = self.bearers[short][slot];
        if now.is_none_or(|now| !is_person || self.uses[entity] > self.uses[now]) {
            self.bearers[short][slot] = Some(entity);
        }
    }

    /// The entity that is meant by this form, as far as it has been named, by this form or by one that
    /// it is short for.
    fn meant(&self, form: usize, gender: Option<Gender>) -> Option<usize> {
        let slots = self.bearers[form];
        let data = &self.forms.forms[form];
        let is_surname = || data.entity_type == EntityType::Person && !data.key.contains(' ');
        match gender {
            Some(_) if is_surname() => slots[slot(gender)].or(slots[slot(None)]),
            _ => slots[ANY],
        }
    }

    /// The entity of the first fuller form that follows. An office before a surname is seldom that of somebody whom
    /// the text names in full later on, but without it.
    fn meant_later(
        &mut self,
        form: usize,
        gender: Option<Gender>,
        office: Option<u32>,
        depth: usize,
    ) -> Option<usize> {
        let data = &self.forms.forms[form];
        // No chain of short forms is longer than a name has words.
        if data.longer.is_empty() || depth > 4 {
            return None;
        }
        let fits = |&full: &usize| {
            let holds = office.is_none_or(|office| self.offices[full].contains(&office));
            holds && self.agrees(form, full, gender)
        };
        let full = data.longer.iter().copied().find(fits)?;
        if let Some(entity) = self.entity_of_form[full] {
            return Some(entity);
        }
        let entity = self
            .meant(full, gender)
            .or_else(|| self.meant_later(full, gender, None, depth + 1))
            .unwrap_or_else(|| self.new_entity());
        self.bearers[full][ANY] = Some(entity);
        Some(entity)
    }

    fn new_entity(&mut self) -> usize {
        self.uses.push(0);
        self.uses.len() - 1
    }
}

/// Numbers entities in order of their first name.
fn renumber(mut entity_of_name: Vec<usize>) -> Vec<usize> {
    let mut numbers = HashedMap::default();
    for entity in &mut entity_of_name {
        let next = numbers.len();
        *entity = *numbers.entry(mix(*entity as u64)).or_insert(next);
    }
    entity_of_name
}
