//! The names of a text while rules edit them: the one place that says which of two names wins.

use std::ops::Range;

use crate::annotations::EntityType;
use crate::order::sort_by_number;

/// One name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The tokens of the name.
    pub tokens: Range<usize>,
    /// What it names.
    pub entity_type: EntityType,
}

/// What a rule does to a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// The name is these tokens: fewer or more of them.
    Reach(Range<usize>),
    /// It is of another type.
    Retype(EntityType),
    /// It is several names.
    Split(Vec<Name>),
    /// It is no name.
    Drop,
}

impl Edit {
    /// A name is two that meet at a token, each of a type of its own.
    pub fn cut(name: &Name, at: usize, types: [EntityType; 2]) -> Self {
        let parts = [name.tokens.start..at, at..name.tokens.end];
        let parts = parts.into_iter().zip(types);
        let name = |(tokens, entity_type)| Name {
            tokens,
            entity_type,
        };
        Self::Split(parts.map(name).collect())
    }
}

/// The names of a text, in order, none overlapping another, whatever the rules do.
#[derive(Clone, Debug, Default)]
pub struct NameSet {
    names: Vec<Name>,
    /// What rules have added since the names were last brought in order.
    added: Vec<Name>,
    /// Things with a name of another kind, as the tagger saw them: events and works among them.
    others: Vec<Range<usize>>,
    /// How many tokens the text has.
    tokens: usize,
}

impl NameSet {
    /// The names of a text of some tokens, and the things of other kinds in it.
    pub fn new(tokens: usize, names: Vec<Name>, others: Vec<Range<usize>>) -> Self {
        let mut set = Self {
            names: Vec::new(),
            added: names,
            others,
            tokens,
        };
        set.settle();
        set
    }

    /// The names, in order.
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// The names, taken out of the set.
    pub fn into_names(self) -> Vec<Name> {
        self.names
    }

    /// The things of other kinds, in order.
    pub fn others(&self) -> &[Range<usize>] {
        &self.others
    }

    /// The names that share a token with these.
    pub fn around(&self, tokens: &Range<usize>) -> &[Name] {
        let names = &self.names;
        let first = names.partition_point(|name| name.tokens.end <= tokens.start);
        let last = names.partition_point(|name| name.tokens.start < tokens.end);
        names.get(first..last).unwrap_or_default()
    }

    /// Whether no name stands in the way of one: none has its tokens, or exactly these.
    pub fn is_free(&self, tokens: &Range<usize>) -> bool {
        let taken = self.around(tokens).first();
        taken.is_none_or(|name| name.tokens == *tokens)
    }

    /// Edits each name as a rule will have it, and gives how many were changed.
    pub fn edit(&mut self, mut rule: impl FnMut(&Name) -> Option<Edit>) -> usize {
        self.edit_by(&mut rule)
    }

    /// One piece of code for all rules: it costs fewer bytes.
    fn edit_by(&mut self, rule: &mut dyn FnMut(&Name) -> Option<Edit>) -> usize {
        let mut changed = 0;
        for name in &mut self.names {
            let Some(edit) = rule(name) else {
                continue;
            };
            changed += 1;
            match edit {
                Edit::Reach(tokens) => name.tokens = tokens,
                Edit::Retype(entity_type) => name.entity_type = entity_type,
                Edit::Split(parts) => {
                    self.added.extend(parts);
                    name.tokens.end = name.tokens.start;
                }
                Edit::Drop => name.tokens.end = name.tokens.start,
            }
        }
        if changed > 0 {
            self.settle();
        }
        changed
    }

    /// Adds names where there are none, and gives how many were added.
    pub fn add(&mut self, names: impl IntoIterator<Item = Name>) -> usize {
        self.add_all(names.into_iter().collect())
    }

    fn add_all(&mut self, mut names: Vec<Name>) -> usize {
        names.retain(|name| self.around(&name.tokens).is_empty());
        let count = names.len();
        if count > 0 {
            self.added.append(&mut names);
            self.settle();
        }
        count
    }

    /// Puts names in the place of those within their tokens, unless one of these reaches beyond them, and gives how
    /// many were not there before.
    pub fn put(&mut self, mut names: Vec<Name>) -> usize {
        names.retain(|name| {
            let is_within = |other: &Name| {
                name.tokens.start <= other.tokens.start && other.tokens.end <= name.tokens.end
            };
            self.around(&name.tokens).iter().all(is_within)
        });
        self.replace(names)
    }

    /// Puts names in the place of all that share a token with them, and gives how many were not there before.
    pub fn replace(&mut self, mut names: Vec<Name>) -> usize {
        names.retain(|name| !self.around(&name.tokens).contains(name));
        let new = Self::new(self.tokens, names, Vec::new());
        let count = new.names.len();
        if count > 0 {
            self.names
                .retain(|name| new.around(&name.tokens).is_empty());
            self.added = new.names;
            self.settle();
        }
        count
    }

    /// Brings the names in order. Of two that overlap, the one that begins earlier wins, then the
    /// longer one; a name without tokens, or beyond the text, goes.
    fn settle(&mut self) {
        self.names.append(&mut self.added);
        let tokens = self.tokens;
        let names = &mut self.names;
        names.retain(|name| !name.tokens.is_empty() && name.tokens.end <= tokens);
        if !names.is_sorted_by_key(|name| name.tokens.start) {
            sort_by_number(names, |name| name.tokens.start as u64);
        }
        names.dedup_by(|next, name| {
            let overlaps = next.tokens.start < name.tokens.end;
            if overlaps
                && next.tokens.start == name.tokens.start
                && next.tokens.end > name.tokens.end
            {
                std::mem::swap(next, name);
            }
            overlaps
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use EntityType::{Organization, Person, Place};

    fn name(tokens: Range<usize>, entity_type: EntityType) -> Name {
        Name {
            tokens,
            entity_type,
        }
    }

    fn set() -> NameSet {
        let names = vec![name(2..4, Person), name(6..7, Place)];
        NameSet::new(8, names, Vec::new())
    }

    #[test]
    fn names_never_overlap_whatever_the_edit() {
        let parts = vec![name(2..3, Person), name(3..4, Place)];
        let cases: &[(&str, Edit, &str)] = &[
            ("a shorter name", Edit::Reach(3..4), "[3..4, 6..7]"),
            (
                "a name that reaches into the next",
                Edit::Reach(2..7),
                "[2..7]",
            ),
            ("a name without tokens", Edit::Reach(3..3), "[6..7]"),
            ("a name beyond the text", Edit::Reach(3..9), "[6..7]"),
            ("two names", Edit::Split(parts), "[2..3, 3..4, 6..7]"),
            ("no name", Edit::Drop, "[6..7]"),
            ("another type", Edit::Retype(Organization), "[2..4, 6..7]"),
        ];
        for (case, edit, expected) in cases {
            let mut set = set();
            let changed = set.edit(|name| (name.tokens.start == 2).then(|| edit.clone()));
            let found: Vec<_> = set.names().iter().map(|name| &name.tokens).collect();
            assert_eq!(format!("{found:?}"), *expected, "{case}");
            assert_eq!(changed, 1, "{case}");
        }
    }

    #[test]
    fn names_are_added_where_there_are_none() {
        let mut set = set();
        let added = set.add([name(0..1, Place), name(3..5, Place), name(7..9, Place)]);
        assert_eq!(added, 2);
        assert_eq!(set.names()[0], name(0..1, Place));
        assert_eq!(set.names().len(), 3, "the last is beyond the text");
    }

    #[test]
    fn a_name_takes_the_place_of_those_within_it() {
        let cases: &[(&str, Range<usize>, usize)] = &[
            ("a free place", 0..1, 3),
            ("one name", 1..5, 2),
            ("two names", 2..7, 1),
            ("half a name", 3..5, 2),
        ];
        for (case, tokens, expected) in cases {
            let mut set = set();
            set.put(vec![name(tokens.clone(), Organization)]);
            assert_eq!(set.names().len(), *expected, "{case}");
        }
    }

    #[test]
    fn a_name_takes_the_place_of_all_that_it_touches() {
        let mut set = set();
        set.replace(vec![name(3..5, Place), name(4..6, Place)]);
        assert_eq!(set.names(), [name(3..5, Place), name(6..7, Place)]);
    }
}
