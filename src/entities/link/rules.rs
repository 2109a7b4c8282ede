//! What joins the forms of a name, and what parts them: every rule with its id and examples.
//!
//! A [`Join`] says by which keys a longer form may be mentioned for short. A [`Part`] says of two
//! forms that so go together that the text means two things by them after all.

use crate::ablation::{fired, is_on};
use crate::annotations::EntityType;
use crate::lexicon::{Tags, nicknames, word_tags};

/// Gives the short keys of a key of several words.
type Shorten = fn(&Words, &mut dyn FnMut(&str));

/// A rule by which a longer form may be mentioned for short.
pub struct Join {
    /// What the rule is called.
    pub id: &'static str,
    /// Whose names it shortens.
    pub types: &'static [EntityType],
    /// Calls a function with each short key of a key of several words.
    pub shorts: Shorten,
    /// A long key and a short one.
    #[cfg(test)]
    pub examples: &'static [(&'static str, &'static str)],
}

/// A key of several words, and where its first blank and its last are.
pub struct Words<'k> {
    key: &'k str,
    first: usize,
    last: usize,
}

impl<'k> Words<'k> {
    /// The words of a key; nothing where it has but one.
    pub fn of(key: &'k str) -> Option<Self> {
        let mut blanks = blanks(key);
        let first = blanks.next()?;
        let last = blanks.last().unwrap_or(first);
        Some(Self { key, first, last })
    }

    fn first(&self) -> &'k str {
        &self.key[..self.first]
    }

    fn last(&self) -> &'k str {
        &self.key[self.last + 1..]
    }

    /// The words between the first and the last.
    fn middle(&self) -> impl Iterator<Item = &'k str> {
        let middle = self.key.get(self.first + 1..self.last);
        middle.into_iter().flat_map(|middle| middle.split(' '))
    }

    /// Whether there are more words than two.
    const fn has_middle(&self) -> bool {
        self.first < self.last
    }

    /// Where the words stand apart. Names of more words than these have no short form that is worth
    /// the time.
    fn cuts(&self) -> impl Iterator<Item = (&'k str, &'k str)> {
        let key = self.key;
        let cuts = blanks(key).take(8);
        cuts.map(move |at| (&key[..at], &key[at + 1..]))
    }
}

/// Where the blanks of a key are.
fn blanks(key: &str) -> impl Iterator<Item = usize> {
    let bytes = key.bytes().enumerate();
    bytes.filter(|&(_, byte)| byte == b' ').map(|(at, _)| at)
}

const PERSON: &[EntityType] = &[EntityType::Person];
const ORGANIZATION: &[EntityType] = &[EntityType::Organization];
const NOT_PERSONS: &[EntityType] = &[
    EntityType::Organization,
    EntityType::Place,
    EntityType::Group,
    EntityType::Event,
    EntityType::Work,
    EntityType::Date,
    EntityType::Money,
];

/// Every rule that joins forms.
pub const JOINS: &[Join] = &[
    Join {
        id: "the last words of a person",
        types: PERSON,
        shorts: |words, each| words.cuts().for_each(|(_, last)| each(last)),
        #[cfg(test)]
        examples: &[
            ("ana maria ruiz", "ruiz"),
            ("joke van der berg", "van der berg"),
        ],
    },
    Join {
        id: "the first words of a person",
        types: PERSON,
        shorts: |words, each| words.cuts().for_each(|(first, _)| each(first)),
        #[cfg(test)]
        examples: &[("ana maria ruiz", "ana"), ("lu wenhua", "lu")],
    },
    Join {
        id: "a given name of several",
        types: PERSON,
        shorts: |words, each| {
            // “George H. W.” is not short for “George W.”: what ends with an initial lacks its surname.
            if words.has_middle() && words.last().len() > 1 {
                let given = [words.first()].into_iter().chain(words.middle());
                given.for_each(|given| each(&two(given, words.last())));
            }
        },
        #[cfg(test)]
        examples: &[
            ("ana maria ruiz", "ana ruiz"),
            ("jan otto hein voss", "otto voss"),
        ],
    },
    Join {
        id: "a nickname",
        types: PERSON,
        shorts: |words, each| {
            for nickname in nicknames(words.first()) {
                each(&two(nickname, words.last()));
                each(nickname);
            }
        },
        #[cfg(test)]
        examples: &[("robert hein voss", "bob voss"), ("robert voss", "bob")],
    },
    Join {
        id: "the family name first",
        types: PERSON,
        shorts: |words, each| {
            // One of the two orders stands for both.
            if !words.has_middle() && words.first() > words.last() {
                each(&two(words.last(), words.first()));
            }
        },
        #[cfg(test)]
        examples: &[("wenhua lu", "lu wenhua")],
    },
    Join {
        id: "the first who rules",
        types: PERSON,
        shorts: |words, each| each(&two(words.last(), "i")),
        #[cfg(test)]
        examples: &[("otto voss", "voss i")],
    },
    Join {
        id: "initials of given names",
        types: PERSON,
        shorts: |words, each| {
            each(&two(initial(words.first()), words.last()));
            if words.has_middle() {
                let middle: String = words
                    .middle()
                    .flat_map(|word| [" ", initial(word)])
                    .collect();
                each(&[words.first(), &middle, " ", words.last()].concat());
            }
        },
        #[cfg(test)]
        examples: &[("ana maria ruiz", "ana m ruiz"), ("ana ruiz", "a ruiz")],
    },
    Join {
        id: "the first words of a body",
        types: ORGANIZATION,
        shorts: |words, each| {
            let ends_small = |first: &str| {
                let last = first.rsplit(' ').next().unwrap_or_default();
                is_link(last)
            };
            let cuts = words.cuts().filter(|(first, _)| !ends_small(first));
            cuts.for_each(|(first, _)| each(first));
        },
        #[cfg(test)]
        examples: &[("northgate bank", "northgate")],
    },
    Join {
        id: "the last words of a body",
        types: ORGANIZATION,
        shorts: |words, each| {
            // What is behind “of” is another thing: the town of a university, the league of a club.
            // “The House” is the parliament's, and hardly ever the White House.
            let mut cuts = words.cuts().filter(|(first, last)| {
                let before = first.rsplit(' ').next().unwrap_or_default();
                !is_link(before)
                    && !last
                        .split_once(' ')
                        .is_some_and(|(first, _)| is_link(first))
                    && *last != "house"
            });
            cuts.by_ref().for_each(|(_, last)| each(last));
        },
        #[cfg(test)]
        examples: &[
            ("ruritanian foreign ministry", "foreign ministry"),
            ("velm red owls", "red owls"),
        ],
    },
    Join {
        id: "the initials of what is no person",
        types: NOT_PERSONS,
        shorts: |words, each| {
            let (mut all, mut named) = (String::new(), String::new());
            for word in words.key.split([' ', '-']) {
                let initial = initial(word);
                all.push_str(initial);
                if !is_link(word) {
                    named.push_str(initial);
                }
            }
            if named.len() > 1 {
                each(&named);
            }
            if all.len() > named.len().max(1) {
                each(&all);
            }
        },
        #[cfg(test)]
        examples: &[
            ("northern fishing union", "nfu"),
            ("bank of northgate", "bn"),
            ("bank of northgate", "bon"),
        ],
    },
];

/// Whether a word is a small one within names.
fn is_link(word: &str) -> bool {
    word_tags(word).has(Tags::LINK)
}

/// Two words with a blank between them.
fn two(first: &str, last: &str) -> String {
    [first, " ", last].concat()
}

/// Whether a key begins with a word.
fn begins(key: &str, word: &str) -> bool {
    key.strip_prefix(word)
        .is_some_and(|rest| rest.starts_with(' '))
}

/// The first letter of a word.
fn initial(word: &str) -> &str {
    word.chars().next().map_or("", |c| &word[..c.len_utf8()])
}

/// Calls `each` with every key by which a name may be mentioned for short; the answer is whether any name of the text
/// has it.
pub fn short_keys(key: &str, entity_type: EntityType, mut each: impl FnMut(&str) -> bool) {
    let Some(words) = Words::of(key) else { return };
    let rules = JOINS
        .iter()
        .filter(|join| is_on(join.id) && join.types.contains(&entity_type));
    rules.for_each(|join| {
        (join.shorts)(&words, &mut |key| {
            if each(key) {
                fired(join.id);
            }
        });
    });
}

/// Two forms one of which may be short for the other, and where the text has them.
#[derive(Debug)]
pub struct Pair<'p> {
    /// The key of the short form and of the long one.
    pub keys: (&'p str, &'p str),
    /// What both name.
    pub entity_type: EntityType,
    /// Whether the short form stands in a sentence of the body before the long one does anywhere.
    pub is_short_first: bool,
    /// Whether both stand in one sentence.
    pub in_one_sentence: bool,
}

/// A rule by which two forms that go together name two things.
pub struct Part {
    /// What the rule is called.
    pub id: &'static str,
    /// Whether it parts a pair of forms.
    pub parts: fn(&Pair) -> bool,
}

/// Every rule that parts forms.
pub const PARTS: &[Part] = &[
    Part {
        // “Norvane sold Norvane Foods”: who is named for short beside the longer name owns it.
        id: "a body beside what belongs to it",
        parts: |pair| {
            is_head(pair) && pair.in_one_sentence && (pair.is_short_first || !is_generic(pair))
        },
    },
    Part {
        // A text gives the full name first, and then the short one.
        id: "a body named before what belongs to it",
        parts: |pair| is_head(pair) && pair.is_short_first && !is_generic(pair),
    },
];

/// Whether the short form is what the long form of a body begins with.
fn is_head(pair: &Pair) -> bool {
    let (short, long) = pair.keys;
    pair.entity_type == EntityType::Organization && begins(long, short)
}

/// Whether the long form goes on with but a word for such bodies.
fn is_generic(pair: &Pair) -> bool {
    let (short, long) = pair.keys;
    let rest = long.strip_prefix(short).unwrap_or_default();
    rest.split_whitespace()
        .all(|word| word_tags(word).has(Tags::GENERIC))
}

/// Whether a rule parts two forms.
pub fn are_apart(pair: &Pair) -> bool {
    let mut rules = PARTS.iter().filter(|part| is_on(part.id));
    let found = rules.find(|part| (part.parts)(pair));
    found.inspect(|part| fired(part.id)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_join_makes_its_examples() {
        for join in JOINS {
            assert!(!join.examples.is_empty(), "{}", join.id);
            for &(long, short) in join.examples {
                let mut made = Vec::new();
                let words = Words::of(long).expect("several words");
                (join.shorts)(&words, &mut |key| made.push(key.to_owned()));
                assert!(made.iter().any(|key| key == short), "{}: {made:?}", join.id);
            }
        }
    }

    #[test]
    fn rules_have_names_of_their_own() {
        let joins = JOINS.iter().map(|rule| rule.id);
        let parts = PARTS.iter().map(|rule| rule.id);
        let mut ids: Vec<_> = joins.chain(parts).collect();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]));
    }

    #[test]
    fn what_no_rule_makes_is_not_short() {
        use EntityType::{Organization, Person, Place};
        let cases: &[(&str, EntityType, &str)] = &[
            ("university of velm", Organization, "velm"),
            ("velm owls of great harbour league", Organization, "ghl"),
            ("white house", Organization, "house"),
            ("velm bay", Place, "velm"),
            ("ana b c", Person, "ana c"),
            ("lu wenhua", Person, "wenhua lu"),
        ];
        for &(long, entity_type, short) in cases {
            short_keys(long, entity_type, |made| {
                assert_ne!(made, short, "{long}");
                false
            });
        }
    }
}
