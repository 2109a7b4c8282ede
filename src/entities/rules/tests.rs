use std::collections::BTreeSet;

use super::RULES;
use super::rule::*;

/// The letters of the types in examples.
const LETTERS: [(&str, EntityType); 6] = [
    ("P", EntityType::Person),
    ("O", EntityType::Organization),
    ("L", EntityType::Place),
    ("G", EntityType::Group),
    ("E", EntityType::Event),
    ("W", EntityType::Work),
];

/// What brackets mark: where each thing begins and ends, in bytes, and its letter.
type Marks = Vec<(usize, usize, String)>;

/// A text without its brackets, and what they mark.
type Marked = (String, Marks);

/// The text of an example without its brackets, and the names and other things that these mark, in bytes.
fn read(marked: &str) -> Marked {
    let mut text = String::new();
    let mut marks = Vec::new();
    let mut rest = marked;
    while let Some((before, behind)) = rest.split_once('[') {
        text += before;
        let (inside, after) = behind.split_once(']').expect("a bracket that closes");
        let (letter, words) = inside.split_once(' ').expect("a letter");
        marks.push((text.len(), text.len() + words.len(), letter.to_owned()));
        text += words;
        rest = after;
    }
    (text + rest, marks)
}

fn name_set(document: &Document, marks: &[(usize, usize, String)]) -> NameSet {
    let tokens = |start, end: usize| document.token_at(start)..document.token_at(end - 1) + 1;
    let mut names = Vec::new();
    let mut others = Vec::new();
    for (start, end, letter) in marks {
        match LETTERS.iter().find(|(known, _)| known == letter) {
            Some(&(_, entity_type)) => names.push(Name {
                tokens: tokens(*start, *end),
                entity_type,
            }),
            None => others.push(tokens(*start, *end)),
        }
    }
    NameSet::new(document.tokens.len(), names, others)
}

fn document((text, marks): &Marked) -> (Document<'_>, Marks) {
    (Document::new(text), marks.clone())
}

/// The text with its names in brackets.
fn write(document: &Document, names: &NameSet) -> String {
    let mut text = String::new();
    let mut at = 0;
    for name in names.names() {
        let span = document.span(name.tokens.clone());
        let mut letters = LETTERS.iter();
        let (letter, _) = letters
            .find(|(_, entity_type)| *entity_type == name.entity_type)
            .expect("a letter");
        text += &document.text[at..span.start];
        text += &format!("[{letter} {}]", span.of(document.text));
        at = span.end;
    }
    text + &document.text[at..]
}

#[test]
fn no_two_rules_have_one_id() {
    let ids: BTreeSet<_> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), RULES.len());
}

#[test]
fn each_rule_does_by_itself_what_its_examples_show() {
    let mut wrong = Vec::new();
    for rule in RULES {
        assert!(!rule.examples.is_empty(), "{} has no example", rule.id);
        let changes = |example: &&Example| !example.before.eq(example.after);
        assert!(
            rule.examples.iter().any(|example| changes(&example)),
            "{} does nothing",
            rule.id
        );
        for Example {
            case,
            before,
            after,
        } in rule.examples
        {
            let (text, marks) = read(before);
            let document = Document::new(&text);
            let mut names = name_set(&document, &marks);
            rule.apply(&document, &mut names);
            let made = write(&document, &names);
            if made != *after {
                wrong.push(format!("{}: {case}: {made}, not {after}", rule.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn any_rule_may_be_off_and_any_two_may_change_places() {
    let texts = RULES
        .iter()
        .map(|rule| rule.examples.iter().map(|example| read(example.before)));
    let texts: Vec<Vec<Marked>> = texts.map(Iterator::collect).collect();
    let examples = RULES.iter().flat_map(|rule| rule.examples);
    let before: Vec<&str> = examples.map(|example| example.before).collect();
    let joined = read(&before.join(" "));
    // Each text is read once, not once for each order of the rules.
    let of_rules: Vec<Vec<_>> = texts
        .iter()
        .map(|texts| texts.iter().map(document).collect())
        .collect();
    let all = document(&joined);
    let run = |order: &[&Rule], (document, marks): &(Document, Marks)| {
        let mut names = name_set(document, marks);
        for rule in order {
            rule.apply(document, &mut names);
            let pairs = names.names().windows(2);
            let in_order = |pair: &[Name]| pair[0].tokens.end <= pair[1].tokens.start;
            let text = document.text;
            assert!(pairs.into_iter().all(in_order), "{}: {text}", rule.id);
        }
    };
    for first in 0..RULES.len() {
        let without = (0..RULES.len()).filter(|&rule| rule != first);
        let without: Vec<&Rule> = without.map(|rule| &RULES[rule]).collect();
        for text in of_rules.iter().flatten().chain([&all]) {
            run(&without, text);
        }
        for second in first + 1..RULES.len() {
            let mut order: Vec<&Rule> = RULES.iter().collect();
            order.swap(first, second);
            let own = of_rules[first].iter().chain(&of_rules[second]);
            own.chain([&all]).for_each(|text| run(&order, text));
        }
    }
}
