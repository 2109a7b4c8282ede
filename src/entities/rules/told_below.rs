//! Names in headlines in title case that the text below has for short.

use std::ops::Range;

use super::everywhere::Forms;
use super::headlines::is_title_case;
use super::known::BODIES;
use super::rule::*;
use crate::lexicon::Gazetteer;

/// “Velm Foods Cuts Jobs”: of a headline's name, which the text below never has, the beginning that it has.
pub const RULE: Rule = Rule {
    id: "told-below",
    trigger: Trigger::Document(|document, names| {
        let lines = document.sentences.iter();
        // “Velm Foods Bhd founder Tom Hale left.” is none.
        let ends = |line: &Range<usize>| document.word_or_none(line.end.checked_sub(1)) == ".";
        let lines = lines.filter(|line| !ends(line) && is_title_case(document, line));
        let lines: Vec<usize> = lines.map(|line| line.start).collect();
        if lines.is_empty() {
            return 0;
        }
        let is_headline = |name: &Name| {
            let line = document.sentence(name.tokens.start).start;
            lines.binary_search(&line).is_ok()
        };
        // Bodies are called after places: “Oslo Evening Herald”.
        let told = [EntityType::Person, EntityType::Organization].map(|entity_type| {
            let names = names.names().iter();
            let told = names.filter(|name| name.entity_type == entity_type && !is_headline(name));
            let told = told.flat_map(|name| {
                let Range { start, end } = name.tokens;
                let is_surname = entity_type == EntityType::Person && !is_suffix(document, end - 1);
                let surname = is_surname.then_some(end - 1..end);
                std::iter::once(start..end).chain(surname)
            });
            (entity_type, Forms::of(document, told))
        });
        names.edit(|name| {
            let names = is_headline(name).then(|| told_below(document, name, &told))?;
            (!names.is_empty()).then_some(Edit::Split(names))
        })
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a firm",
            "[O Velm Foods Cuts Rates For Some]\n\nAt [O Velm Foods] nobody knew.",
            "[O Velm Foods] Cuts Rates For Some\n\nAt [O Velm Foods] nobody knew.",
        ),
        Example::new(
            "somebody",
            "Mayor [O Holm Vetoes] Plan\n\nIn May [P Holm] had not known.",
            "Mayor [P Holm] Vetoes Plan\n\nIn May [P Holm] had not known.",
        ),
        Example::new(
            "two surnames",
            "[P Holm Picks Velm] To Lead\n\nThen [P Ida Holm] had met [P Tom Velm] twice.",
            "[P Holm] Picks [P Velm] To Lead\n\nThen [P Ida Holm] had met [P Tom Velm] twice.",
        ),
        Example::new(
            "a name that the text has",
            "[O Velm Arms] Shuts Its Doors\n\nThe [O Velm Arms] in [L Velm] is old.",
            "[O Velm Arms] Shuts Its Doors\n\nThe [O Velm Arms] in [L Velm] is old.",
        ),
        Example::new(
            "a body of a town",
            "[O Oslo Bank] Shuts Its Doors\n\nIt is the oldest in [L Oslo].",
            "[O Oslo Bank] Shuts Its Doors\n\nIt is the oldest in [L Oslo].",
        ),
        Example::new(
            "a body that lists have",
            "The [O New York Times] Reports So\n\nThen [O New York] shut.",
            "The [O New York Times] Reports So\n\nThen [O New York] shut.",
        ),
        Example::new(
            "a law about a body",
            "[W Velm Data Act] Is Passed\n\nBut [O Velm] knew.",
            "[W Velm Data Act] Is Passed\n\nBut [O Velm] knew.",
        ),
        Example::new(
            "what is called after a town",
            "[O Oslo Evening Herald] Shuts Its Doors\n\nIt is the oldest in [L Oslo].",
            "[O Oslo Evening Herald] Shuts Its Doors\n\nIt is the oldest in [L Oslo].",
        ),
        Example::new(
            "a first name",
            "[P Emma Holm] Wins Again Today\n\nThen [P Emma] wept.",
            "[P Emma Holm] Wins Again Today\n\nThen [P Emma] wept.",
        ),
        Example::new(
            "no headline",
            "The [O Velm Foods Cuts] were over, and [O Velm Foods] knew it.",
            "The [O Velm Foods Cuts] were over, and [O Velm Foods] knew it.",
        ),
    ],
};

/// The name of the text below that a headline's name begins with, and somebody's that it ends with.
fn told_below(document: &Document, name: &Name, told: &[(EntityType, Forms)]) -> Vec<Name> {
    let Range { start, end } = name.tokens;
    let last = document.tags(end - 1);
    let lists = document.lists(start..end);
    let is_told = |tokens: Range<usize>| {
        let (entity_type, _) = told
            .iter()
            .find(|(_, forms)| forms.has(document, &tokens))?;
        let entity_type = *entity_type;
        Some(Name {
            tokens,
            entity_type,
        })
    };
    if last.has(WHOLE)
        || lists.intersects(BODIES.union(Gazetteer::PLACE))
        || is_told(start..end).is_some()
    {
        return Vec::new();
    }
    let first = (start + 1..end).rev().find_map(|cut| is_told(start..cut));
    let first = first.filter(|first| match first.entity_type {
        // “Ana Ruiz” or “Ana Ruiz Jr.” above, “Ana” or “Ana Ruiz” below
        EntityType::Person => {
            let is_more = first.tokens.len() + 1 < end - start || !document.is_first_name(start);
            name.entity_type != EntityType::Person
                || is_more && !is_suffix(document, first.tokens.end)
        }
        // “Velm Data Act” above, “Velm” below
        _ => !last.has(Tags::LAW),
    });
    let Some(first) = first else {
        return Vec::new();
    };
    let second = (first.tokens.end + 1..end).find_map(|cut| is_told(cut..end));
    let second = second.filter(|second| second.entity_type == EntityType::Person);
    [first].into_iter().chain(second).collect()
}

/// Whether a word behind a name, or at its end, is no surname: “Jr.”, “III”.
fn is_suffix(document: &Document, token: usize) -> bool {
    let word = document.word(token);
    word.ends_with('.') || !word.contains(char::is_lowercase)
}

/// What ends a name: what stands before it is another.
const WHOLE: Tags = Tags::HEAD
    .union(Tags::SITE)
    .union(Tags::EVENT)
    .union(Tags::COMPANY_SUFFIX);
