//! What firms are, say and do: “Velm, based in Oslo”, “Velm said it would”, “Velm opened 40 stores”.

use std::ops::Range;

use super::super::capitals::{VERB, capitals_from};
use super::super::rule::*;

/// The names that may be somebody's, and the unknown words that open sentences, which do what firms do, and whether it
/// is certain that they are nobody.
pub fn acting(document: &Document, names: &NameSet) -> Vec<(Range<usize>, bool)> {
    let persons = names.names().iter();
    let persons = persons.filter(|name| name.entity_type == EntityType::Person);
    let mut subjects: Vec<Range<usize>> = persons.map(|name| name.tokens.clone()).collect();
    for sentence in &document.sentences {
        let opening = capitals_from(document, sentence.start);
        let is_new = |token| document.entry(token).is_some_and(|it| it.known.is_none());
        let is_free = !opening.is_empty() && names.around(&opening).is_empty();
        if is_free && opening.clone().all(is_new) {
            subjects.push(opening);
        }
    }
    let acts = |name: Range<usize>| {
        let is_firm = is_nobody(document, &name);
        (is_firm || acts_as_firm(document, &name)).then_some((name, is_firm))
    };
    subjects.into_iter().filter_map(acts).collect()
}

/// Whether what follows a name is what nobody is: “founded in”, “is owned by”.
fn is_nobody(document: &Document, name: &Range<usize>) -> bool {
    let word = |behind: usize| document.word_or_none(name.end + behind);
    match word(0) {
        "," => is_state(document, name.end + 1) && word(1) != "based",
        "is" | "was" => is_state(document, name.end + 1) && word(1) != "based",
        _ => false,
    }
}

/// Whether what follows a name is what firms do, and people seldom.
fn acts_as_firm(document: &Document, name: &Range<usize>) -> bool {
    let is_based =
        || document.word_or_none(name.end + 1) == "based" && is_state(document, name.end + 1);
    match document.word_or_none(name.end) {
        "," => is_based(),
        _ => says_it(document, name) || has_its_own(document, name),
    }
}

/// Whether a word for what firms are stands at a token, with its preposition: “owned by”.
fn is_state(document: &Document, token: usize) -> bool {
    let next = document.word_or_none(token + 1);
    document.tags(token).has(Tags::FIRM_STATE) && matches!(next, "in" | "by" | "at" | "on")
}

/// Whether somebody says what “it” did or will do: “Velm said on Monday that it would”.
fn says_it(document: &Document, name: &Range<usize>) -> bool {
    if !document.tags(name.end).has(Tags::SAYING) {
        return false;
    }
    let word = |token: usize| document.word_or_none(token);
    let mut at = name.end + 1;
    if word(at) == "on" && document.tags(at + 1).has(Tags::WEEKDAY) {
        at += 2;
    }
    at += usize::from(word(at) == "that");
    let does = matches!(
        word(at + 1),
        "had" | "would" | "will" | "has" | "plans" | "expects" | "planned" | "expected"
    );
    // “said it would rain”
    let is_weather = matches!(
        word(at + 2),
        "be" | "been" | "take" | "make" | "not" | "rain" | "depend"
    );
    word(at) == "it" && does && !is_weather
}

/// Whether a word may be a verb by its tags or its end: “Velm opened”, but not “the Velm government”.
fn is_verb(document: &Document, token: usize) -> bool {
    let word = document.word_or_none(token);
    document.tags(token).has(VERB)
        || word.ends_with("ed")
        || word.ends_with('s') && word.starts_with(char::is_lowercase)
        || matches!(word, "had" | "to" | "would" | "will" | "have")
}

/// How far behind a name is looked for what is its own, in tokens.
const NEAR: usize = 7;

/// Whether somebody does something with what is “its” own, or with many things that firms have, or has results: “Velm
/// will close its yard”, “Velm opened 40 stores”, “Velm posted a loss”.
fn has_its_own(document: &Document, name: &Range<usize>) -> bool {
    let sentence = document.sentence(name.start);
    if !is_verb(document, name.end) {
        return false;
    }
    // “posted a loss”
    let is_reported = matches!(document.word(name.end), "posted" | "reported" | "won");
    // “Holm praised its work”
    let says = document.tags(name.end).has(Tags::SAYING);
    let end = sentence.end.min(name.end + NEAR);
    let mut has_number = false;
    for token in name.end..end {
        let word = document.word(token);
        if word == "its" {
            return token > name.end && !says;
        }
        if has_number && document.tags(token).has(Tags::FIRM_THING) {
            return true;
        }
        if is_reported && matches!(word, "loss" | "profit" | "contract") {
            return true;
        }
        let is_number = word.starts_with(|c: char| c.is_ascii_digit());
        has_number |= is_number && token > name.end;
        let is_small = word.starts_with(char::is_lowercase);
        let is_somebodys = document.tags(token).has(Tags::DETERMINER);
        if !is_number && !is_small || is_somebodys && !(is_reported && matches!(word, "a" | "the"))
        {
            return false;
        }
    }
    false
}
