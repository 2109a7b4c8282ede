//! Firms by what stands beside their names: “customers of Velm”, “Velm, based in Oslo”, “Velm said it would”.

use std::ops::Range;

use super::everywhere::{Forms, name_firms};
use super::known::BODIES;
use super::markets::is_free;
use super::rule::*;
use crate::lexicon::Gazetteer;

pub const RULE: Rule = Rule {
    id: "firms",
    trigger: Trigger::Document(|document, names| {
        let people = document.tokens_tagged(Tags::FIRM_PEOPLE);
        let beside = people.filter_map(|people| employer(document, people));
        let founded = document.tokens_tagged(Tags::FIRM_STATE);
        let founded = founded.filter_map(|verb| founded_by(document, verb));
        let joined = names.names().windows(2);
        let joined = joined.filter_map(|pair| beside_known(document, pair));
        let subjects = subjects(document, names).filter(|name| acts_as_firm(document, name));
        let firms: Vec<Range<usize>> = beside
            .chain(founded)
            .filter(|firm| !is_of(names, firm, &[EntityType::Group]))
            .chain(joined)
            .chain(subjects)
            .filter(|firm| may_be_firm(document, firm) && is_free(names, firm))
            .collect();
        if firms.is_empty() {
            return 0;
        }
        let mut firms = Forms::of(document, firms);
        for name in names.names() {
            if is_somebody_or_somewhere(document, name) {
                firms.remove(document, &name.tokens);
            }
        }
        name_firms(document, names, firms)
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "who buys from it",
            "Customers of [P Velm] left, and [P Velm] knew.",
            "Customers of [O Velm] left, and [O Velm] knew.",
        ),
        Example::new(
            "who speaks for it",
            "said a spokesman for [P Velm]",
            "said a spokesman for [O Velm]",
        ),
        Example::new(
            "who works for it",
            "The Velm employees left.",
            "The [O Velm] employees left.",
        ),
        Example::new(
            "who leads it",
            "[P Velm] chief executive [P Ida Holm] and Velm CEO left.",
            "[O Velm] chief executive [P Ida Holm] and [O Velm] CEO left.",
        ),
        Example::new(
            "what it is beside",
            "[P Velm] and [O Siemens] left. [P Holm] and [O Siemens] left.",
            "[O Velm] and [O Siemens] left. [P Holm] and [O Siemens] left.",
        ),
        Example::new(
            "what it is",
            "[P Velm], founded in 1987, left.",
            "[O Velm], founded in 1987, left.",
        ),
        Example::new(
            "whose it is",
            "[P Velm] is owned by [O Tarvo].",
            "[O Velm] is owned by [O Tarvo].",
        ),
        Example::new(
            "who founded it",
            "[P Ida Holm] founded [P Velm] in Oslo.",
            "[P Ida Holm] founded [O Velm] in Oslo.",
        ),
        Example::new(
            "what it calls itself",
            "[P Velm] said on Monday that it would leave.",
            "[O Velm] said on Monday that it would leave.",
        ),
        Example::new(
            "what is its own",
            "[P Velm] has agreed to sell its yard.",
            "[O Velm] has agreed to sell its yard.",
        ),
        Example::new(
            "what it has",
            "[P Velm] will open 40 new stores.",
            "[O Velm] will open 40 new stores.",
        ),
        Example::new(
            "the weather",
            "[P Velm] said it would be wet.",
            "[P Velm] said it would be wet.",
        ),
        Example::new(
            "another's own",
            "[P Velm] told the council to do its work.",
            "[P Velm] told the council to do its work.",
        ),
        Example::new(
            "somebody",
            "[P Ida Velm] came. [P Velm] will open 40 stores.",
            "[P Ida Velm] came. [P Velm] will open 40 stores.",
        ),
        Example::new(
            "somebody with a title",
            "Mr [P Velm] said it would fall. Customers of [P Velm] left.",
            "Mr [P Velm] said it would fall. Customers of [P Velm] left.",
        ),
        Example::new(
            "somebody's age",
            "Customers of [P Velm] left. [P Velm], 43, and [P Velm], who knew, left.",
            "Customers of [P Velm] left. [P Velm], 43, and [P Velm], who knew, left.",
        ),
        Example::new(
            "a producer",
            "[P Velm] executive producer [P Ida Holm]",
            "[P Velm] executive producer [P Ida Holm]",
        ),
        Example::new(
            "a surname",
            "Customers of [P Holm] left.",
            "Customers of [P Holm] left.",
        ),
        Example::new(
            "a town",
            "Customers of [L Velm] left. It is in [L Velm].",
            "Customers of [L Velm] left. It is in [L Velm].",
        ),
    ],
};

/// The most tokens of a firm's name.
const LONGEST: usize = 3;

/// The firm beside a word for its people: “customers of Velm”, “Velm employees”.
fn employer(document: &Document, people: usize) -> Option<Range<usize>> {
    let is_short = document.word(people).len() < 4;
    let sentence = document.sentence(people);
    if document.is_capital(people) && sentence.start != people && !is_short {
        return None;
    }
    if matches!(
        document.word_or_none(people + 1),
        "of" | "for" | "at" | "from"
    ) {
        let firm = capitals_from(document, people + 2);
        let next = document.word_or_none(firm.end);
        return (!matches!(next, "'s" | "’s" | "-" | "and" | "&")).then_some(firm);
    }
    // “Velm chief executive”
    let chief = people.checked_sub(1);
    let is_chief = document.word_or_none(chief) == "chief";
    if document.word(people) == "executive" && !is_chief {
        return None;
    }
    let end = chief.filter(|_| is_chief).unwrap_or(people);
    let before = (sentence.start..end).rev();
    let run = before.take_while(|&token| document.is_capital(token));
    let start = end - run.count();
    // “The Velm employees”
    let article = usize::from(document.tags(start).has(Tags::DETERMINER));
    Some(start + article..end)
}

/// What somebody founded: “founded Velm”.
fn founded_by(document: &Document, verb: usize) -> Option<Range<usize>> {
    let firm = capitals_from(document, verb + 1);
    let next = document.word_or_none(firm.end);
    let is_founded = document.word(verb) == "founded" && !matches!(next, "'s" | "’s" | "-");
    is_founded.then_some(firm)
}

/// Who is joined to a body that is known: “Velm and Siemens”.
fn beside_known(document: &Document, pair: &[Name]) -> Option<Range<usize>> {
    let [first, second] = pair else {
        return None;
    };
    let is_known = |name: &Name| {
        name.entity_type == EntityType::Organization
            && (document.lists(name.tokens.clone()).intersects(BODIES)
                || document.tags(name.tokens.start).has(Tags::FIRM))
    };
    let is_open = |name: &Name| {
        let is_other = matches!(name.entity_type, EntityType::Person | EntityType::Place);
        is_other && name.tokens.len() == 1
    };
    let is_joined =
        first.tokens.end + 1 == second.tokens.start && document.word(first.tokens.end) == "and";
    match is_joined {
        true if is_known(second) && is_open(first) => Some(first.tokens.clone()),
        true if is_known(first) && is_open(second) => Some(second.tokens.clone()),
        _ => None,
    }
}

/// The capitals that begin at a token.
fn capitals_from(document: &Document, start: usize) -> Range<usize> {
    let limit = document.sentence(start).end.min(start + LONGEST + 1);
    let run = (start..limit).take_while(|&token| document.is_capital(token));
    start..start + run.count()
}

/// The names that may be somebody's, and the unknown words that open sentences.
fn subjects<'d>(document: &'d Document, names: &'d NameSet) -> impl Iterator<Item = Range<usize>> {
    let starts = document.sentences.iter().map(|sentence| sentence.start);
    let opening = starts.map(|start| capitals_from(document, start));
    let opening = opening.filter(|opening| {
        let is_new = |token: usize| document.entry(token).is_some_and(|it| it.known.is_none());
        names.around(opening).is_empty() && opening.clone().all(is_new)
    });
    let persons = names.names().iter();
    let persons = persons.filter(|name| name.entity_type == EntityType::Person);
    persons.map(|name| name.tokens.clone()).chain(opening)
}

/// Whether a name is of one of some types.
fn is_of(names: &NameSet, tokens: &Range<usize>, types: &[EntityType]) -> bool {
    let mut names = names.around(tokens).iter();
    names.any(|name| types.contains(&name.entity_type))
}

/// Whether what follows a name is what firms do or are, and people are not.
fn acts_as_firm(document: &Document, name: &Range<usize>) -> bool {
    let word = |behind: usize| document.word_or_none(name.end + behind);
    let is_state = |behind: usize| {
        document.tags(name.end + behind).has(Tags::FIRM_STATE)
            && matches!(word(behind + 1), "in" | "by" | "at" | "on")
    };
    match word(0) {
        "," => is_state(1) && word(1) != "acquired" && word(1) != "bought",
        "is" | "was" => is_state(1) && word(1) != "based",
        _ => says_it(document, name) || has_its_own(document, name),
    }
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

/// How far behind a name is looked for what is its own, in tokens.
const NEAR: usize = 7;

/// Whether somebody does something with what is “its” own, or with many things that firms have: “Velm will close
/// its yard”, “Velm opened 40 stores”.
fn has_its_own(document: &Document, name: &Range<usize>) -> bool {
    let sentence = document.sentence(name.start);
    let verb = document.word_or_none(name.end);
    if matches!(verb, "and" | "or" | "of" | "in" | "with") {
        return false;
    }
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
        let is_number = word.starts_with(|c: char| c.is_ascii_digit());
        has_number |= is_number && token > name.end;
        let is_small = word.starts_with(char::is_lowercase);
        if !is_number && !is_small || document.tags(token).has(Tags::DETERMINER) {
            return false;
        }
    }
    false
}

/// Whether no list and no word says that a name is somebody's or a place's, and it is no everyday word.
fn may_be_firm(document: &Document, firm: &Range<usize>) -> bool {
    if firm.is_empty() || firm.len() > LONGEST {
        return false;
    }
    let other = Gazetteer::PLACE
        .union(Gazetteer::NATIONALITY)
        .union(Gazetteer::PEOPLE);
    let lists = document.lists(firm.clone());
    let first = document.lists(firm.start..firm.start + 1);
    let word = document.word(firm.start);
    let before = document.word_or_none(firm.start.checked_sub(1));
    document.tags(firm.start) == Tags::NONE
        && word.len() > 2
        && word.contains(char::is_lowercase)
        && !before.ends_with('.')
        && !lists.union(first).intersects(other)
        && (lists.intersects(BODIES) || document.is_rare(firm.start))
}

/// Whether a name has a title before it or an age behind it, or shows that something is in what is called so.
fn is_somebody_or_somewhere(document: &Document, name: &Name) -> bool {
    let start = name.tokens.start.checked_sub(1);
    let title = Tags::HONORIFIC.union(Tags::TITLE).union(Tags::ROLE);
    let next = document.word_or_none(name.tokens.end + 1);
    let is_age = next.len() == 2 && next.starts_with(|c: char| c.is_ascii_digit());
    document.tags(start).has(title)
        || matches!(document.word_or_none(start), "in" | "near")
        || document.word_or_none(name.tokens.end) == "," && (is_age || next == "who")
}
