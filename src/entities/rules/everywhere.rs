//! What one place shows of a name holds wherever its words stand: all names of a text are looked for at one go.

use std::ops::Range;

use super::rule::*;
use crate::hash::{HashedMap, mix};

/// The most tokens of a name that is looked for.
pub const LONGEST: usize = 12;

/// The words of some names, wherever they stand.
#[derive(Default)]
pub struct Forms {
    /// The hash of each name's words.
    keys: HashedMap<()>,
    /// How many tokens the names have, each number once.
    lengths: Vec<usize>,
    /// The numbers of the names' first words.
    first: Vec<u32>,
}

impl Forms {
    /// The words of some tokens; those of more than [`LONGEST`] are left out.
    pub fn of(document: &Document, names: impl IntoIterator<Item = Range<usize>>) -> Self {
        Self::collect(document, &mut names.into_iter())
    }

    /// One piece of code for all rules: it costs fewer bytes.
    #[inline(never)]
    fn collect(document: &Document, names: &mut dyn Iterator<Item = Range<usize>>) -> Self {
        let mut forms = Self::default();
        for name in names {
            if name.len() <= LONGEST
                && let Some(key) = key_of(document, &name)
            {
                forms.keys.insert(key, ());
                if !forms.lengths.contains(&name.len()) {
                    forms.lengths.push(name.len());
                }
                forms.first.push(document.vocabulary.of_token[name.start]);
            }
        }
        forms
    }

    /// Whether some tokens have the words of one of the names.
    pub fn has(&self, document: &Document, tokens: &Range<usize>) -> bool {
        tokens.len() <= LONGEST
            && key_of(document, tokens).is_some_and(|key| self.keys.contains_key(&key))
    }

    /// Leaves out the name that has the words of some tokens, if one does.
    pub fn remove(&mut self, document: &Document, tokens: &Range<usize>) {
        if let Some(key) = key_of(document, tokens) {
            self.keys.remove(&key);
        }
    }

    /// Where the names stand in a text.
    pub fn places(&self, document: &Document) -> Vec<Range<usize>> {
        if self.keys.is_empty() {
            return Vec::new();
        }
        let mut begins = vec![false; document.vocabulary.words.len()];
        for &first in &self.first {
            begins[first as usize] = true;
        }
        let of_token = document.vocabulary.of_token.iter().enumerate();
        let starts = of_token.filter(|&(_, &word)| begins[word as usize]);
        let ranges =
            starts.flat_map(|(start, _)| self.lengths.iter().map(move |len| start..start + len));
        ranges.filter(|range| self.has(document, range)).collect()
    }
}

/// The hash of the words of some tokens; `None` for no tokens, and past the end of the text.
fn key_of(document: &Document, tokens: &Range<usize>) -> Option<u64> {
    let words = document.vocabulary.of_token.get(tokens.clone())?;
    let add = |hash: u64, &word: &u32| mix(hash ^ u64::from(word));
    (!words.is_empty()).then(|| words.iter().fold(words.len() as u64, add))
}

/// Whether no capital of their own sentence stands beside some tokens, but “The” before them, or a
/// firm's post behind them: “Velm CEO”.
pub fn is_apart(document: &Document, tokens: &Range<usize>) -> bool {
    let sentence = document.sentence(tokens.start);
    let is_capital = |token: usize| sentence.contains(&token) && document.is_capital(token);
    let is_beside = |token: usize| is_capital(token) && document.word(token) != "The";
    let is_post = || document.tags(tokens.end).has(Tags::FIRM_POST);
    !tokens.start.checked_sub(1).is_some_and(is_beside) && (!is_capital(tokens.end) || is_post())
}

/// Makes firms of those that no name stands in the way of, wherever their words stand.
pub fn name_free_firms(
    document: &Document,
    names: &mut NameSet,
    firms: impl Iterator<Item = Range<usize>>,
) -> usize {
    let firms = Forms::of(document, firms.filter(|firm| names.is_free(firm)));
    name_firms(document, names, firms)
}

/// Makes forms firms wherever they stand by themselves, unless a longer name of somebody ends in one.
pub fn name_firms(document: &Document, names: &mut NameSet, firms: Forms) -> usize {
    let others = |name: &Name| name.entity_type != EntityType::Organization;
    name_unlike_people(document, names, firms, EntityType::Organization, &others)
}

/// Makes forms towns wherever they stand by themselves and are no body's, unless a longer name of somebody ends in one.
pub fn name_towns(document: &Document, names: &mut NameSet, towns: Forms) -> usize {
    let others = |name: &Name| matches!(name.entity_type, EntityType::Person | EntityType::Group);
    name_unlike_people(document, names, towns, EntityType::Place, &others)
}

fn name_unlike_people(
    document: &Document,
    names: &mut NameSet,
    mut forms: Forms,
    entity_type: EntityType,
    is_other: &dyn Fn(&Name) -> bool,
) -> usize {
    if forms.keys.is_empty() {
        return 0;
    }
    for name in names.names() {
        if name.entity_type == EntityType::Person {
            let (start, end) = (name.tokens.start, name.tokens.end);
            let earliest = (start + 1).max(end.saturating_sub(LONGEST));
            (earliest..end).for_each(|start| forms.remove(document, &(start..end)));
        }
    }
    let changed = names.edit(|name| {
        let is_one = is_other(name) && forms.has(document, &name.tokens);
        is_one.then_some(Edit::Retype(entity_type))
    });
    let is_free = |tokens: &Range<usize>| {
        // “Velm-Tarvo”, “the Velm 737”
        let next = document.word_or_none(tokens.end);
        is_apart(document, tokens) && !next.starts_with(|c: char| c == '-' || c.is_ascii_digit())
    };
    let found = forms.places(document).into_iter().filter(is_free);
    changed
        + names.add(found.map(|tokens| Name {
            tokens,
            entity_type,
        }))
}
