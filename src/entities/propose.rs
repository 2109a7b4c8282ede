//! Where names stand, as the tagger sees them.

use std::cell::RefCell;
use std::ops::Range;

use crate::annotations::EntityType;
use crate::entities::abbreviations::without_abbreviations;
use crate::entities::addresses::is_in_address;
use crate::entities::agree::agree;
use crate::entities::departments::with_whole_lists;
use crate::entities::kind::entity_type;
use crate::entities::lines::with_lines;
use crate::entities::owners::with_body;
use crate::entities::pairs::with_pairs_apart;
use crate::entities::posts::with_posts_apart;
use crate::entities::syllables::{with_joined, with_second_syllable};
use crate::entities::telling::with_told;
use crate::entities::titles::{is_one_person, with_initials, without_letters, without_title};
use crate::entities::{Name, lists_of};
use crate::lexicon::Gazetteer;
use crate::model::{self, Label, Memory, Model, NameType};
use crate::text::{Document, is_state};

/// The names of a text, in order, none overlapping another.
pub fn propose(document: &Document) -> Vec<Name> {
    thread_local! {
        static MEMORY: RefCell<Memory> = RefCell::default();
    }
    let labels = MEMORY.with_borrow_mut(|memory| model::tag(document, model::tagger(), memory));
    agree(document, names(document, &labels))
}

/// The names of a text by another tagger than the committed one.
pub fn propose_with(document: &Document, model: &impl Model) -> Vec<Name> {
    let labels = model::tag(document, model, &mut Memory::default());
    agree(document, names(document, &labels))
}

/// The names that the labels of all tokens make.
fn names(document: &Document, labels: &[Label]) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let mut token = 0;
    while token < labels.len() {
        let start = token;
        token += 1;
        while token < labels.len() && labels[token].is_inside() {
            token += 1;
        }
        let Some(kind) = labels[start].name_type() else {
            continue;
        };
        let tokens = start..before_open_bracket(document, start..token);
        let tokens = without_neighbours(document, tokens, kind);
        if let Some(entity_type) = entity_type(document, tokens.clone(), kind)
            && !is_in_address(document, &tokens)
        {
            let name = Name {
                tokens,
                entity_type,
            };
            let name = with_second_syllable(document, without_title(document, name));
            let name = with_joined(document, name);
            token = token.max(name.tokens.end);
            let mut name = without_letters(document, without_party(document, name));
            if names
                .last()
                .is_none_or(|last| last.tokens.end < name.tokens.start)
            {
                name = with_initials(document, name);
            }
            if let Some(first) = names.pop_if(|first| is_one_person(document, first, &name)) {
                name.tokens.start = first.tokens.start;
            }
            let name = with_body(document, &mut names, name);
            names.push(name);
        }
    }
    let names = with_whole_lists(document, with_pairs_apart(document, names));
    let names = with_told(document, with_posts_apart(document, names));
    with_lines(document, without_abbreviations(document, names))
}

/// What stands behind names and is no part of them: what a number is of, and the day of what is told.
const TAILS: &[&str] = &[
    "Email",
    "Fax",
    "Phone",
    "Suite",
    "Switchboard",
    "Tel",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// A name without what is no part of it: “Ana Ruiz Phone”, “Marl Council Friday”, “An Army” before a noun. Events
/// and a club are called by days.
fn without_neighbours(
    document: &Document,
    mut tokens: Range<usize>,
    kind: NameType,
) -> Range<usize> {
    let word = |token: usize| document.word(token);
    let last = tokens.end - 1;
    if tokens.len() > 1
        && kind != NameType::Miscellaneous
        && TAILS.contains(&word(last))
        && word(last - 1) != "Sheffield"
    {
        tokens.end = last;
    }
    // “An Post” is Irish.
    let is_article = |first: usize| {
        word(first) == "A"
            || word(first) == "An" && word(first + 1).starts_with(['A', 'E', 'I', 'O'])
    };
    if tokens.len() > 1
        && kind == NameType::Organization
        && document.is_capital(tokens.start + 1)
        && is_article(tokens.start)
        && document
            .word_or_none(tokens.end)
            .starts_with(char::is_lowercase)
    {
        tokens.start += 1;
    }
    tokens
}

/// Where a name ends that opens a bracket and does not close it: before the bracket.
fn before_open_bracket(document: &Document, tokens: Range<usize>) -> usize {
    let mut words = tokens.clone().rev().map(|token| document.word(token));
    let mark = words.position(|word| matches!(word, "(" | ")"));
    mark.map(|behind| tokens.end - 1 - behind)
        .filter(|&mark| mark > tokens.start && document.word(mark) == "(")
        .unwrap_or(tokens.end)
}

/// A politician's state without the party before it: “D-Ohio”.
fn without_party(document: &Document, mut name: Name) -> Name {
    let Range { start, end } = name.tokens;
    let names_place = || {
        name.entity_type == EntityType::Place
            || is_state(document.word(end - 1))
            || lists_of(document, start + 2..end).intersects(Gazetteer::REGION)
            // “(D-Queens)”
            || start > 0
                && document.word(start - 1) == "("
                && document.word_or_none(end) == ")"
    };
    if end - start > 2
        && matches!(document.word(start), "D" | "R" | "I")
        && matches!(document.word(start + 1), "-" | "–")
        && names_place()
    {
        name.tokens.start += 2;
        name.entity_type = EntityType::Place;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::features::word_features;
    use crate::model::words::Words;
    use crate::model::{Scores, Transitions};

    /// Checks what is left of the name that a whole text is: a case's name, its text, the type, the rest.
    fn all_are_cut(
        cases: &[(&str, &str, EntityType, &str)],
        cut: impl Fn(&Document, Name) -> Name,
    ) {
        for (case, text, entity_type, expected) in cases {
            let document = Document::new(text);
            let whole = Name {
                tokens: 0..document.tokens.len(),
                entity_type: *entity_type,
            };
            let name = cut(&document, whole);
            assert_eq!(document.span(name.tokens).of(text), *expected, "{case}");
        }
    }

    #[test]
    fn a_name_closes_the_brackets_that_it_opens() {
        let cases: &[(&str, &str)] = &[
            ("Ana Ruiz (Green", "Ana Ruiz"),
            ("Velm (Tarvo) Bank", "Velm (Tarvo) Bank"),
            ("Velm (Tarvo) Bank (Marl", "Velm (Tarvo) Bank"),
            ("(Velm", "(Velm"),
            ("Velm Bank", "Velm Bank"),
        ];
        for (text, expected) in cases {
            let document = Document::new(text);
            let end = before_open_bracket(&document, 0..document.tokens.len());
            assert_eq!(document.span(0..end).of(text), *expected);
        }
    }

    #[test]
    fn neighbours_are_no_part_of_a_name() {
        use NameType::{Miscellaneous, Organization, Person};
        let cases: &[(&str, &str, NameType, &str)] = &[
            ("a telephone", "Ana Ruiz Phone", Person, "Ana Ruiz"),
            ("nothing else", "Phone", Person, "Phone"),
            ("a day", "Velm Council Friday", Organization, "Velm Council"),
            ("an event", "Good Friday", Miscellaneous, "Good Friday"),
            (
                "a club",
                "Sheffield Wednesday",
                Organization,
                "Sheffield Wednesday",
            ),
            ("an article", "An Army", Organization, "Army"),
            (
                "another one",
                "A Velm Council",
                Organization,
                "Velm Council",
            ),
            ("an Irish one", "An Post", Organization, "An Post"),
            ("an ampersand", "A&E", Organization, "A&E"),
            ("an initial", "A Velm", Person, "A Velm"),
        ];
        for (case, text, kind, expected) in cases {
            let text = format!("{text} spokesman");
            let document = Document::new(&text);
            let end = document.tokens.len() - 1;
            let tokens = without_neighbours(&document, 0..end, *kind);
            assert_eq!(document.span(tokens).of(&text), *expected, "{case}");
        }
        let document = Document::new("A Velm Council.");
        let alone = without_neighbours(&document, 0..3, Organization);
        assert_eq!(alone, 0..3);
    }

    #[test]
    fn parties_are_no_part_of_a_state() {
        let cases: &[(&str, &str, EntityType, &str)] = &[
            ("a party", "D-Ohio", EntityType::Place, "Ohio"),
            (
                "a party that was taken for a name",
                "D-Ohio",
                EntityType::Organization,
                "Ohio",
            ),
            (
                "a shortened state that was taken for a name",
                "R-Ky.",
                EntityType::Person,
                "Ky.",
            ),
            (
                "a dash",
                "R–South Dakota",
                EntityType::Place,
                "South Dakota",
            ),
            ("no party", "A-Ohio", EntityType::Place, "A-Ohio"),
            ("a letter", "D-", EntityType::Place, "D-"),
            ("no place", "D-Link", EntityType::Organization, "D-Link"),
        ];
        all_are_cut(cases, without_party);
    }

    #[test]
    fn parties_in_brackets_are_no_part_of_any_place() {
        let document = Document::new("Ana Holm (R-Velm) and R-Velm");
        let name = |tokens: Range<usize>| Name {
            tokens,
            entity_type: EntityType::Organization,
        };
        let cut = without_party(&document, name(3..6));
        assert_eq!((cut.tokens, cut.entity_type), (5..6, EntityType::Place));
        assert_eq!(without_party(&document, name(8..11)), name(8..11));
    }

    /// A tagger that takes every capital for the beginning of one kind of name.
    struct Capitals(Vec<u64>);

    impl Model for Capitals {
        fn add(&self, features: &[u64], scores: &mut Scores) {
            let seen = features.iter().filter(|feature| self.0.contains(feature));
            scores[usize::from(Label::begin(NameType::Place).0)] += 9 * seen.count() as i32;
        }

        fn transitions(&self) -> &Transitions {
            const { &[[0; Label::COUNT]; Label::COUNT] }
        }
    }

    #[test]
    fn what_the_tagger_labels_becomes_names() {
        let document = Document::new("They met in Oslo and in Bergen.");
        let words = Words::new(&document);
        let mut features = Vec::new();
        for token in [3, 6] {
            let mut last = 0;
            word_features(words.at(token), document.word(token), 0, |key| last = key);
            features.push(last);
        }
        let names = propose_with(&document, &Capitals(features));
        let found: Vec<&str> = names
            .iter()
            .map(|name| document.span(name.tokens.clone()).of(document.text))
            .collect();
        assert_eq!(found, ["Oslo", "Bergen"]);
        assert!(
            names
                .iter()
                .all(|name| name.entity_type == EntityType::Place)
        );
    }
}
