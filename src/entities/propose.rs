//! Where names stand, as the tagger sees them.

use std::cell::RefCell;
use std::ops::Range;

use crate::annotations::EntityType;
use crate::entities::agree::agree;
use crate::entities::departments::with_whole_lists;
use crate::entities::pairs::with_pairs_apart;
use crate::entities::posts::with_posts_apart;
use crate::entities::states::with_states;
use crate::entities::syllables::with_second_syllable;
use crate::entities::telling::with_told;
use crate::entities::{Name, lists_of};
use crate::lexicon::{Gazetteer, gazetteer, person_word};
use crate::model::{self, Label, Memory, Model, NameType};
use crate::text::{Document, is_state, lower_cased};

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
        if let Some(entity_type) = kind.and_then(|kind| entity_type(document, start..token, kind)) {
            let name = Name {
                tokens: start..token,
                entity_type,
            };
            let name = with_second_syllable(document, without_title(document, name));
            token = name.tokens.end;
            names.push(without_party(document, name));
        }
    }
    let names = with_whole_lists(document, with_pairs_apart(document, names));
    let names = with_posts_apart(document, with_states(document, names));
    with_told(document, names)
}

/// A person's name without the titles before it, which are no part of it: “Maj. Gen.”, “Ambassador”. A title
/// that is not abbreviated and may be a name is left: “King”.
fn without_title(document: &Document, mut name: Name) -> Name {
    let is_title = |token: usize| {
        let word = document.word(token);
        let told = person_word(word);
        if word.ends_with('.') {
            told.is_title || told.is_courtesy
        } else {
            (told.is_title || told.is_role) && !gazetteer(word).intersects(PEOPLE)
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

/// The lists of people's names.
const PEOPLE: Gazetteer = Gazetteer::FIRST_NAME.union(Gazetteer::SURNAME);

/// The last words of the names of events, lower-cased.
const EVENTS: &[&str] = &[
    "awards",
    "battle",
    "bowl",
    "campaign",
    "championship",
    "championships",
    "conference",
    "congress",
    "crisis",
    "cup",
    "derby",
    "election",
    "elections",
    "expo",
    "festival",
    "final",
    "finals",
    "forum",
    "games",
    "holocaust",
    "marathon",
    "massacre",
    "olympics",
    "open",
    "paralympics",
    "prix",
    "referendum",
    "revolution",
    "riots",
    "series",
    "summit",
    "tour",
    "tournament",
    "trial",
    "trials",
    "uprising",
    "war",
    "wars",
];

/// What a name is by its last word, whatever the tagger took it for: an event, unless somebody is called
/// after one (“Friends of the Velm Games”); a company, a club or a newspaper.
fn told_by_last(document: &Document, mut tokens: Range<usize>) -> Option<EntityType> {
    match document.word(tokens.end - 1) {
        "Battle" | "Championship" | "Championships" | "Crisis" | "Cup" | "Election"
        | "Elections" | "Festival" | "Final" | "Finals" | "Games" | "Marathon" | "Massacre"
        | "Olympics" | "Paralympics" | "Prix" | "Referendum" | "Revolution" | "Riots"
        | "Summit" | "Tournament" | "Uprising" | "War" | "Wars" => {
            let is_called =
                tokens.any(|token| matches!(document.word(token), "for" | "For" | "of" | "Of"));
            (!is_called).then_some(EntityType::Event)
        }
        "AFC" | "Airlines" | "Airways" | "Albion" | "Athletic" | "Consulate" | "Corp" | "Corp."
        | "Embassy" | "FC" | "Gazette" | "GmbH" | "Herald" | "Holding" | "Holdings" | "Hotspur"
        | "Inc" | "Inc." | "LLC" | "LLP" | "Ltd" | "Ltd." | "PLC" | "Plc" | "Rovers"
        | "Telegraph" | "Times" | "Tribune" | "United" | "Wanderers" => {
            Some(EntityType::Organization)
        }
        _ => None,
    }
}

/// The last words of the names of laws and treaties, lower-cased.
const LAWS: &[&str] = &[
    "accord",
    "accords",
    "act",
    "agreement",
    "amendment",
    "bill",
    "charter",
    "code",
    "constitution",
    "convention",
    "declaration",
    "law",
    "pact",
    "protocol",
    "treaty",
];

fn entity_type(document: &Document, tokens: Range<usize>, kind: NameType) -> Option<EntityType> {
    if is_demonym(document, &tokens) {
        return Some(EntityType::Group);
    }
    if tokens.len() > 1
        && !matches!(kind, NameType::Group | NameType::Miscellaneous)
        && let Some(told) = told_by_last(document, tokens.clone())
    {
        return Some(told);
    }
    if is_aged(document, &tokens) && matches!(kind, NameType::Place | NameType::Organization) {
        return Some(EntityType::Person);
    }
    match kind {
        NameType::Person if is_company(document, &tokens) => Some(EntityType::Organization),
        NameType::Place if is_speaking(document, &tokens) => Some(EntityType::Person),
        NameType::Place | NameType::Person if is_employer(document, &tokens) => {
            Some(EntityType::Organization)
        }
        NameType::Person => Some(EntityType::Person),
        NameType::Organization => Some(EntityType::Organization),
        NameType::Place => Some(EntityType::Place),
        NameType::Group => Some(EntityType::Group),
        NameType::Miscellaneous => event_or_work(document, tokens),
    }
}

/// Whether a name of several words is that of a company as a whole, though its words are those of
/// people: “Morgan Stanley”.
fn is_company(document: &Document, tokens: &Range<usize>) -> bool {
    tokens.len() > 1 && lists_of(document, tokens.clone()) == Gazetteer::COMPANY
}

/// Whether a name of several words that is no known place stands where somebody is said to speak:
/// “said Ana Marsh,”.
fn is_speaking(document: &Document, tokens: &Range<usize>) -> bool {
    let is_said = |before: usize| matches!(document.word(before), "said" | "says");
    tokens.len() > 1
        && tokens.start.checked_sub(1).is_some_and(is_said)
        && lists_of(document, tokens.clone()) == Gazetteer::default()
}

/// Whether analysts work there: “an analyst at Holm”, who may be a company's founder or town as well.
fn is_employer(document: &Document, tokens: &Range<usize>) -> bool {
    tokens.start > 1
        && document.word(tokens.start - 1) == "at"
        && matches!(
            &*lower_cased(document.word(tokens.start - 2)),
            "analyst" | "analysts" | "economist" | "economists" | "strategist" | "strategists"
        )
}

/// Whether an age stands behind a name that is in no list: “Ana Marsh, 38,”.
fn is_aged(document: &Document, tokens: &Range<usize>) -> bool {
    let end = tokens.end;
    let is = |token: usize, mark: &str| {
        document.tokens.get(token).is_some() && document.word(token) == mark
    };
    is(end, ",")
        && is(end + 2, ",")
        && is_age(document.word(end + 1))
        && lists_of(document, tokens.clone()).without(PEOPLE) == Gazetteer::default()
}

/// “38” or “seven”
fn is_age(word: &str) -> bool {
    const SMALL: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    word.parse().is_ok_and(|age: u8| (1..=110).contains(&age)) || SMALL.contains(&word)
}

/// Whether a name is no more than what somebody from a country is called, as its article tells: “the
/// Dane”, but not “Dane”, who may be a person.
fn is_demonym(document: &Document, tokens: &Range<usize>) -> bool {
    tokens.len() == 1
        && tokens.start.checked_sub(1).is_some_and(|before| {
            matches!(
                &*lower_cased(document.word(before)),
                "the" | "a" | "an" | "another" | "fellow"
            )
        })
        && person_word(document.word(tokens.start)).is_demonym
}

/// What a name that is none of the tagger's other kinds names, where its words or the marks
/// around it tell: products, languages and prizes are left out.
fn event_or_work(document: &Document, tokens: Range<usize>) -> Option<EntityType> {
    let is_in = |list: &[&str], token: usize| {
        let word = lower_cased(document.word(token));
        list.binary_search(&&*word).is_ok()
    };
    // “World War II”, “the Olympics 2012”, “Battle of Hastings”: the telling word is not always
    // the last one.
    if tokens.clone().any(|token| is_in(EVENTS, token)) {
        return Some(EntityType::Event);
    }
    if tokens.clone().any(|token| is_in(LAWS, token)) {
        return Some(EntityType::Work);
    }
    let mark = |token: Option<usize>, marks: [&str; 4]| {
        token.is_some_and(|at| at < document.tokens.len() && marks.contains(&document.word(at)))
    };
    let is_quoted = mark(tokens.start.checked_sub(1), ["“", "\"", "‘", "'"])
        && mark(Some(tokens.end), ["”", "\"", "’", "'"]);
    is_quoted.then_some(EntityType::Work)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::features::word_features;
    use crate::model::words::Words;
    use crate::model::{Scores, Transitions};

    #[test]
    fn the_last_word_and_what_is_behind_correct_the_tagger() {
        use NameType::{Miscellaneous, Organization, Person, Place};
        let cases: &[(&str, &str, NameType, Option<EntityType>)] = &[
            (
                "games",
                "in Velm Games",
                Organization,
                Some(EntityType::Event),
            ),
            ("a bowl", "in Velm Bowl", Place, Some(EntityType::Place)),
            (
                "a club",
                "in Velm Rovers",
                Place,
                Some(EntityType::Organization),
            ),
            (
                "a newspaper",
                "in Velm Gazette",
                Place,
                Some(EntityType::Organization),
            ),
            (
                "a work of that name",
                "in Velm Gazette",
                Miscellaneous,
                None,
            ),
            (
                "an age",
                "in Velm Tarvo, 38, who",
                Place,
                Some(EntityType::Person),
            ),
            (
                "a small age",
                "in Velm Tarvo, seven, who",
                Place,
                Some(EntityType::Person),
            ),
            (
                "a number",
                "in Velm Tarvo, 380, who",
                Place,
                Some(EntityType::Place),
            ),
            (
                "a known place",
                "in South Korea, 38, who",
                Place,
                Some(EntityType::Place),
            ),
            ("a town", "at Velm Tarvo", Person, Some(EntityType::Person)),
        ];
        for (case, text, kind, expected) in cases {
            let document = Document::new(text);
            assert_eq!(entity_type(&document, 1..3, *kind), *expected, "{case}");
        }
        let document = Document::new("Analysts at Velm Tarvo");
        let found = entity_type(&document, 2..4, Place);
        assert_eq!(found, Some(EntityType::Organization));
        let document = Document::new("Friends of the Velm Games");
        let found = entity_type(&document, 0..5, Organization);
        assert_eq!(found, Some(EntityType::Organization));
    }

    #[test]
    fn lists_are_sorted_for_the_binary_search() {
        assert!(EVENTS.is_sorted());
        assert!(LAWS.is_sorted());
    }

    #[test]
    fn other_names_are_events_or_works_by_their_words() {
        let cases: &[(&str, &str, Option<EntityType>)] = &[
            ("war", "World War II", Some(EntityType::Event)),
            ("law", "the Clean Rivers Act", Some(EntityType::Work)),
            ("title", "“Winter Light”", Some(EntityType::Work)),
            ("language", "Swahili", None),
        ];
        for (name, text, expected) in cases {
            let document = Document::new(text);
            let end = document.tokens.len();
            let tokens = if *name == "title" { 1..end - 1 } else { 0..end };
            assert_eq!(event_or_work(&document, tokens), *expected, "{name}");
        }
    }

    #[test]
    fn those_who_are_called_by_their_country_are_groups() {
        let cases: &[(&str, &str, EntityType)] = &[
            ("one of them", "the Dane", EntityType::Group),
            ("anyone of them", "A Briton", EntityType::Group),
            ("a name", "Mr. Dane", EntityType::Organization),
            ("another word", "the Mall", EntityType::Organization),
        ];
        for (name, text, expected) in cases {
            let document = Document::new(text);
            let found = entity_type(&document, 1..2, NameType::Organization);
            assert_eq!(found, Some(*expected), "{name}");
        }
    }

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
    fn lists_and_verbs_of_saying_correct_the_tagger() {
        use NameType::{Person, Place};
        let cases: &[(&str, &str, NameType, EntityType)] = &[
            (
                "a company",
                "in Goldman Sachs",
                Person,
                EntityType::Organization,
            ),
            ("a person", "in Tarvo Sachs", Person, EntityType::Person),
            (
                "a speaker",
                "said Velma Strand, a nurse",
                Place,
                EntityType::Person,
            ),
            (
                "a place that speaks",
                "said Saudi Arabia, which",
                Place,
                EntityType::Place,
            ),
            (
                "a place",
                "by Velma Strand, a street",
                Place,
                EntityType::Place,
            ),
        ];
        for (case, text, kind, expected) in cases {
            let document = Document::new(text);
            let found = entity_type(&document, 1..3, *kind);
            assert_eq!(found, Some(*expected), "{case}");
        }
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
