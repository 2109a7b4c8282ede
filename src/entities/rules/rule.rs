//! The shape of a rule.

use crate::ablation;
pub use crate::annotations::EntityType;
pub use crate::entities::name_set::{Edit, Name, NameSet};
pub use crate::lexicon::Tags;
pub use crate::text::Document;

/// One rule.
pub struct Rule {
    /// What it is called by, in `cargo xtask ablate` and in the names of tests.
    pub id: &'static str,
    /// What it is asked about, and its answer.
    pub trigger: Trigger,
    /// What it does, and what it leaves alone.
    #[cfg(test)]
    pub examples: &'static [Example],
}

/// What a rule is asked about.
#[derive(Clone, Copy)]
pub enum Trigger {
    /// Each name of some types.
    Name(&'static [EntityType], fn(&Document, &Name) -> Option<Edit>),
    /// Each token whose word has some tags; the answer is a name, to be put in the place of those
    /// within it.
    Word(Tags, fn(&Document, usize) -> Option<Name>),
    /// The document, with all its names; the answer is how many were changed.
    Document(fn(&Document, &mut NameSet) -> usize),
}

/// Every type that a name can have.
pub const ALL: &[EntityType] = &EntityType::ALL;

impl Rule {
    /// Edits the names by this rule alone.
    pub fn apply(&self, document: &Document, names: &mut NameSet) {
        let changed = match self.trigger {
            Trigger::Name(types, rule) => {
                let bit = |entity_type: EntityType| 1_u32 << entity_type as u32;
                let asked = types.iter().fold(0, |asked, &it| asked | bit(it));
                names.edit(|name| {
                    let is_asked = asked & bit(name.entity_type) != 0;
                    is_asked.then(|| rule(document, name)).flatten()
                })
            }
            Trigger::Word(tags, rule) => {
                let found = document
                    .tokens_tagged(tags)
                    .filter_map(|token| rule(document, token));
                names.put(found.collect())
            }
            Trigger::Document(rule) => rule(document, names),
        };
        (0..changed).for_each(|_| ablation::fired(self.id));
    }
}

/// A text with its names before and behind a rule: `[P Ana Ruiz]` is a person; `O`, `L`, `G`, `E`
/// and `W` are an organization, a place, a group, an event and a work, `?` a thing of another kind.
#[cfg(test)]
pub struct Example {
    /// What it is an example of.
    pub case: &'static str,
    /// The text, with the names that the rule meets.
    pub before: &'static str,
    /// The text, with the names that it leaves.
    pub after: &'static str,
}

#[cfg(test)]
impl Example {
    /// An example.
    pub const fn new(case: &'static str, before: &'static str, after: &'static str) -> Self {
        Self {
            case,
            before,
            after,
        }
    }
}
