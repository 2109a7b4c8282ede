//! Where names stand, as the tagger sees them.

use std::cell::RefCell;
use std::ops::Range;

use crate::annotations::EntityType;
use crate::entities::abbreviations::without_abbreviations;
use crate::entities::addresses::is_in_address;
use crate::entities::agree::agree;
use crate::entities::departments::with_whole_lists;
use crate::entities::draft::Draft;
use crate::entities::kind::entity_type;
use crate::entities::pairs::with_pairs_apart;
use crate::entities::posts::with_posts_apart;
use crate::entities::syllables::with_second_syllable;
use crate::entities::telling::with_told;
use crate::entities::{Name, lists_of};
use crate::lexicon::{Gazetteer, gazetteer, person_word};
use crate::model::{self, Label, Memory, Model};
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
        let kind = labels[start].name_type();
        let tokens = start..before_open_bracket(document, start..token);
        if let Some(entity_type) = kind.and_then(|kind| entity_type(document, tokens.clone(), kind))
            && !is_in_address(document, &tokens)
        {
            let name = Name {
                tokens,
                entity_type,
            };
            let name = with_second_syllable(document, without_title(document, name));
            token = token.max(name.tokens.end);
            let mut name = without_party(document, name);
            if names
                .last()
                .is_none_or(|last| last.tokens.end < name.tokens.start)
            {
                name = with_initials(document, name);
            }
            if let Some(first) = names.pop_if(|first| is_one_person(document, first, &name)) {
                name.tokens.start = first.tokens.start;
            }
            names.push(name);
        }
    }
    let names = with_whole_lists(document, with_pairs_apart(document, names));
    let names = with_told(document, with_posts_apart(document, names));
    with_signatures(document, without_abbreviations(document, names))
}

/// Whether two names are those of one person, cut in two: “Ana Maria” and “Ruiz” behind a blank.
fn is_one_person(document: &Document, first: &Name, second: &Name) -> bool {
    let is_person = |name: &Name| name.entity_type == EntityType::Person;
    is_person(first)
        && is_person(second)
        && is_one_blank(document, second.tokens.start)
        && first.tokens.end == second.tokens.start
}

/// Whether a blank and no more stands before a token that has one before it.
fn is_one_blank(document: &Document, token: usize) -> bool {
    let end = document.tokens[token - 1].span.end;
    document.text[end..document.tokens[token].span.start] == *" "
}

/// A person's name with the initials before it: “J. Ana Ruiz”.
fn with_initials(document: &Document, mut name: Name) -> Name {
    let is_initials = |token: usize| {
        let word = document.word(token);
        word.ends_with('.')
            && word.starts_with(char::is_uppercase)
            && !word.contains(char::is_lowercase)
            && is_one_blank(document, token + 1)
    };
    if name.entity_type == EntityType::Person
        && name.tokens.start > 0
        && is_initials(name.tokens.start - 1)
    {
        name.tokens.start -= 1;
    }
    name
}

/// Adds first names that are a line by themselves, as below a mail.
fn with_signatures(document: &Document, names: Vec<Name>) -> Vec<Name> {
    let mut draft = Draft::new(names);
    for line in document.paragraphs.iter().filter(|line| line.len() < 3) {
        let word = document.word(line.start);
        let name = line.start..line.start + 1;
        let is_alone = matches!(document.word_or_none(line.end - 1), "," | ".") || line.len() == 1;
        if is_alone
            && word.len() > 2
            && word.starts_with(char::is_uppercase)
            && gazetteer(word).intersects(Gazetteer::FIRST_NAME)
            && draft.around(&name).is_empty()
        {
            draft.add(Name {
                tokens: name,
                entity_type: EntityType::Person,
            });
        }
    }
    draft.finish()
}

/// Where a name ends that opens a bracket and does not close it: before the bracket.
fn before_open_bracket(document: &Document, tokens: Range<usize>) -> usize {
    let mut words = tokens.clone().rev().map(|token| document.word(token));
    let mark = words.position(|word| matches!(word, "(" | ")"));
    mark.map(|behind| tokens.end - 1 - behind)
        .filter(|&mark| mark > tokens.start && document.word(mark) == "(")
        .unwrap_or(tokens.end)
}

/// Titles that are names of people as well, but hardly of any who have another name behind it.
const NOBLE: &[&str] = &[
    "Ayatollah",
    "King",
    "MK",
    "MP",
    "Madam",
    "Pope",
    "Prince",
    "Princess",
    "Queen",
    "Sir",
];

/// A person's name without the titles before it, which are no part of it: “Maj. Gen.”, “Ambassador”. A title
/// that is not abbreviated and may be a name is left: “King”.
fn without_title(document: &Document, mut name: Name) -> Name {
    let is_title = |token: usize| {
        let word = document.word(token);
        let told = person_word(word);
        if word.ends_with('.') {
            told.is_title || told.is_courtesy
        } else if NOBLE.iter().any(|title| word.eq_ignore_ascii_case(title)) {
            true
        } else {
            (told.is_title || told.is_role) && !gazetteer(word).intersects(Gazetteer::PEOPLE)
        }
    };
    while name.entity_type == EntityType::Person
        && name.tokens.len() > 1
        && document
            .word(name.tokens.start + 1)
            .starts_with(char::is_alphabetic)
        && is_title(name.tokens.start)
    {
        name.tokens.start += 1;
    }
    name
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
    use crate::entities::tagged;
    use crate::model::features::word_features;
    use crate::model::words::Words;
    use crate::model::{NameType, Scores, Transitions};

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
    fn titles_are_no_part_of_a_persons_name() {
        use EntityType::{Person, Place};
        let cases: &[(&str, &str, EntityType, &str)] = &[
            ("of an office", "Sen. Ana Ruiz", Person, "Ana Ruiz"),
            ("of a rank", "Maj. Gen. Ruiz", Person, "Ruiz"),
            ("a courtesy", "Mrs. Ruiz", Person, "Ruiz"),
            ("a surname", "Sen Ruiz", Person, "Sen Ruiz"),
            ("not abbreviated", "Ambassador Ruiz", Person, "Ruiz"),
            ("a role", "Envoy Ana Ruiz", Person, "Ana Ruiz"),
            ("a relative", "Hubby Ana Ruiz", Person, "Ana Ruiz"),
            ("a first name", "Dean Ruiz", Person, "Dean Ruiz"),
            ("an initial", "J. Ruiz", Person, "J. Ruiz"),
            ("nothing else", "Gen.", Person, "Gen."),
            ("a king", "King Ruiz", Person, "Ruiz"),
            ("a place", "St. Lt. Ana", Place, "St. Lt. Ana"),
        ];
        all_are_cut(cases, without_title);
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

    #[test]
    fn initials_are_a_part_of_a_persons_name() {
        let cases: &[(&str, &str, &str)] = &[
            ("one", "with J. Ana Holm", "J. Ana Holm"),
            ("two", "with J.R. Holm", "J.R. Holm"),
            ("a stop", "with it. Holm", "Holm"),
            ("a title", "with Dr. Holm", "Holm"),
            ("another line", "with J.\nHolm", "Holm"),
        ];
        for (case, text, expected) in cases {
            let document = Document::new(text);
            let start = 2 + usize::from(case == &"a stop");
            let name = Name {
                tokens: start..document.tokens.len(),
                entity_type: EntityType::Person,
            };
            let whole = with_initials(&document, name);
            assert_eq!(document.span(whole.tokens).of(text), *expected, "{case}");
        }
    }

    #[test]
    fn a_person_who_was_cut_in_two_is_one() {
        let cases: &[(&str, &str, &str, bool)] = &[
            ("a blank", "Ana Maria", "Holm", true),
            ("a comma", "Ana,", "Holm", false),
            ("another line", "Ana\n", "Holm", false),
        ];
        for (case, first, second, expected) in cases {
            let text = format!("{first} {second}");
            let document = Document::new(&text);
            let end = document.tokens.len();
            let [first, second] =
                [0..first.split_whitespace().count(), end - 1..end].map(|tokens| Name {
                    tokens,
                    entity_type: EntityType::Person,
                });
            let is_one = is_one_person(&document, &first, &second);
            assert_eq!(is_one, *expected, "{case}");
        }
    }

    #[test]
    fn first_names_that_are_a_line_are_added() {
        let text = "Please call. Thanks,\nAnna\nMaria,\nPost\nEmma Post\nin\nVelm";
        let document = Document::new(text);
        let found = with_signatures(&document, tagged(&document, &[("Velm", EntityType::Place)]));
        let expected = [
            ("Anna", EntityType::Person),
            ("Maria", EntityType::Person),
            ("Velm", EntityType::Place),
        ];
        assert_eq!(found, tagged(&document, &expected));
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
