//! Which names name the same thing.

mod forms;
mod key;
mod role;
#[cfg(test)]
mod tests;

use crate::annotations::{Entity, EntityType, Mention, MentionKind};
use crate::entities::{Name, Sightings};
use crate::hash::{HashedMap, mix};
use crate::lexicon::{Gender, Tags, first_name_gender, word_tags};
use crate::text::{Document, is_capital};
use forms::Forms;

/// The entities that the names of a text name, in order of first mention, each with its fullest
/// name and the role that the text gives it.
///
/// Names are joined in one walk along the text. A short form goes to the fuller form that was
/// named last, as long as a title before it does not tell another gender; before any fuller
/// form, to the first one that follows.
pub fn settle(document: &Document, names: &[Name], known: &Sightings) -> Vec<Entity> {
    let mut forms = Forms::collect(document, names, known);
    define_abbreviations(document, names, &mut forms);
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
        let words = without_courtesy(span.of(document.text));
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
        if fullness(words) > fullness(&entity.name) {
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

/// A name without “Mr.” or “Mrs.”.
fn without_courtesy(name: &str) -> &str {
    ["Mr. ", "Mrs. ", "Ms. ", "Mr ", "Mrs ", "Ms "]
        .iter()
        .find_map(|title| name.strip_prefix(title))
        .unwrap_or(name)
}

/// What makes one form of a name fuller than another: not being cried in capitals, its words,
/// its letters, and that the case of these is that of names.
fn fullness(name: &str) -> (bool, usize, usize, bool) {
    let words = name.split_whitespace().count();
    let has_small = name.contains(char::is_lowercase);
    let is_cried = words > 1 && !has_small;
    let is_cased = has_small && is_capital(name);
    (!is_cried, words, name.len(), is_cased)
}

/// Tells the forms which of them the text itself defines as short for another, as in “European
/// Union (EU)”.
fn define_abbreviations(document: &Document, names: &[Name], forms: &mut Forms) {
    for (index, pair) in names.windows(2).enumerate() {
        let [long, short] = pair else { continue };
        let between = long.tokens.end;
        let is_bracketed = short.tokens.start == between + 1
            && short.tokens.len() == 1
            && document.word(between) == "("
            && document.word_or_none(short.tokens.end) == ")";
        if !is_bracketed || long.tokens.len() < 2 || long.entity_type == EntityType::Person {
            continue;
        }
        let letters = document.word(short.tokens.start);
        let capitals = letters.chars().filter(|c| c.is_uppercase()).count();
        let starts_alike = document
            .span(long.tokens.clone())
            .of(document.text)
            .chars()
            .any(|c| letters.starts_with(c));
        if capitals > 1 && starts_alike {
            forms.define(forms.of_name[index + 1], forms.of_name[index]);
        }
    }
}

/// What a title before a name, or at its beginning, tells of a person.
fn title_of(document: &Document, name: &Name) -> Option<Tags> {
    let title = |token: usize| {
        let word = document.word(token);
        if word.len() > 14 || !is_capital(word) {
            return None;
        }
        let word = word_tags(word);
        (word.has(Tags::HONORIFIC) || word.has(Tags::TITLE)).then_some(word)
    };
    let before = name.tokens.start.checked_sub(1).and_then(title);
    before.or_else(|| title(name.tokens.start))
}

/// Which entity a short form means now: the one of any gender, then of none known, of men, of
/// women.
type Latest = [Option<usize>; 4];

const ANY: usize = 0;

const fn slot(gender: Option<Gender>) -> usize {
    match gender {
        None => 1,
        Some(Gender::Male) => 2,
        Some(Gender::Female) => 3,
    }
}

/// Whom a short form has meant so far.
#[derive(Clone, Copy, Debug, Default)]
struct Habit {
    entity: Option<usize>,
    uses: u32,
    paragraph_of_full: usize,
}

/// How often in a row a short form means one entity until it is that one's by habit.
const HABIT: u32 = 2;

/// Joins the names of a text, from its first to its last.
struct Joiner<'f> {
    forms: &'f Forms,
    /// The entity of each form that is nobody's short form.
    entity_of_form: Vec<Option<usize>>,
    /// What each form means when it is used as a short form.
    latest: Vec<Latest>,
    /// Whom each short form has meant, how often in a row, and the paragraph in which a fuller
    /// form was named last.
    habits: Vec<Habit>,
    /// The gender that the first name of each form tells.
    genders: Vec<Option<Gender>>,
    /// The genders that titles before each form tell anywhere in the text, by [`slot`].
    titled: Vec<[bool; 4]>,
    entity_count: usize,
}

impl<'f> Joiner<'f> {
    fn new(forms: &'f Forms) -> Self {
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
            latest: vec![Latest::default(); forms.forms.len()],
            habits: vec![Habit::default(); forms.forms.len()],
            genders,
            titled: vec![[false; 4]; forms.forms.len()],
            entity_count: 0,
        }
    }

    /// The entity of each name, numbered in order of first mention.
    fn join(mut self, document: &Document, names: &[Name]) -> Vec<usize> {
        let mut entity_of_name = Vec::with_capacity(names.len());
        let titles = self.read_titles(document, names);
        let mut paragraph = 0;
        for (index, name) in names.iter().enumerate() {
            let form = self.forms.of_name[index];
            let title = titles[index];
            let gender = title.and_then(|word| word.gender()).or(self.genders[form]);
            while document.paragraphs[paragraph].end <= name.tokens.start {
                paragraph += 1;
            }
            let has_office = title.is_some_and(|word| word.has(Tags::TITLE));
            entity_of_name.push(self.entity(form, gender, has_office, paragraph));
        }
        renumber(entity_of_name)
    }

    /// What the title of each person's name tells.
    fn read_titles(&mut self, document: &Document, names: &[Name]) -> Vec<Option<Tags>> {
        let mut titles = Vec::with_capacity(names.len());
        for (name, &form) in names.iter().zip(&self.forms.of_name) {
            let is_person = self.forms.forms[form].entity_type == EntityType::Person;
            let title = title_of(document, name).filter(|_| is_person);
            if let Some(word) = title {
                self.titled[form][slot(word.gender())] = true;
            }
            titles.push(title);
        }
        titles
    }

    /// Whether a fuller form may be meant by a short one, as far as genders tell.
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
    fn entity(
        &mut self,
        form: usize,
        gender: Option<Gender>,
        has_office: bool,
        paragraph: usize,
    ) -> usize {
        let entity = self
            .habitual(form, gender, paragraph)
            .or_else(|| self.last_meant(form, gender))
            // An office before a surname is seldom that of the first person of this surname
            // whom the text names in full later on.
            .or_else(|| {
                (!has_office)
                    .then(|| self.meant_later(form, gender, 0))
                    .flatten()
            })
            .unwrap_or_else(|| self.new_entity());
        let known_gender = gender.or(self.genders[form]);
        let data = &self.forms.forms[form];
        let habit = &mut self.habits[form];
        habit.uses = if habit.entity == Some(entity) {
            habit.uses + 1
        } else {
            1
        };
        habit.entity = Some(entity);
        if data.longer.is_empty() {
            self.entity_of_form[form].get_or_insert(entity);
        }
        if data.longer.is_empty() || self.latest[form][ANY].is_none() {
            self.latest[form][ANY] = Some(entity);
        }
        self.latest[form][slot(known_gender)] = Some(entity);
        for &short in &data.shorter {
            self.latest[short][ANY] = Some(entity);
            self.latest[short][slot(known_gender)] = Some(entity);
            self.habits[short].paragraph_of_full = paragraph;
        }
        entity
    }

    /// The entity that a short form has meant again and again, unless a fuller form has just
    /// been named in the same paragraph.
    fn habitual(&self, form: usize, gender: Option<Gender>, paragraph: usize) -> Option<usize> {
        let habit = self.habits[form];
        let is_new = habit.paragraph_of_full == paragraph;
        (gender.is_none() && habit.uses >= HABIT && !is_new)
            .then_some(habit.entity)
            .flatten()
    }

    /// The entity that was last named by this form or by one that it is short for.
    fn last_meant(&self, form: usize, gender: Option<Gender>) -> Option<usize> {
        let slots = self.latest[form];
        let data = &self.forms.forms[form];
        let is_surname = data.entity_type == EntityType::Person && !data.key.contains(' ');
        match gender {
            Some(_) if is_surname => slots[slot(gender)].or(slots[slot(None)]),
            _ => slots[ANY],
        }
    }

    /// The entity of the first fuller form that follows.
    fn meant_later(&mut self, form: usize, gender: Option<Gender>, depth: usize) -> Option<usize> {
        let data = &self.forms.forms[form];
        // No chain of short forms is longer than a name has words.
        if data.longer.is_empty() || depth > 4 {
            return None;
        }
        let fits = |&full: &usize| self.agrees(form, full, gender);
        let full = data.longer.iter().copied().find(fits)?;
        if let Some(entity) = self.entity_of_form[full] {
            return Some(entity);
        }
        let entity = self
            .last_meant(full, gender)
            .or_else(|| self.meant_later(full, gender, depth + 1))
            .unwrap_or_else(|| self.new_entity());
        self.latest[full][ANY] = Some(entity);
        Some(entity)
    }

    const fn new_entity(&mut self) -> usize {
        self.entity_count += 1;
        self.entity_count - 1
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
