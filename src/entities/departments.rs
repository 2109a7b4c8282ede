//! Departments whose names list what they are for: “the Ministry of Trade, Industry and Energy”.

use std::ops::Range;

use crate::annotations::EntityType;
use crate::entities::Name;
use crate::text::Document;

/// The words by which a department's name begins, or begins after the name of its state, in small
/// letters.
const DEPARTMENTS: &[&str] = &[
    "agency",
    "bureau",
    "center",
    "centre",
    "commission",
    "committee",
    "council",
    "department",
    "directorate",
    "faculty",
    "institute",
    "ministry",
    "office",
    "school",
    "secretariat",
    "subcommittee",
];

/// The most words that one thing in such a list has.
const LONGEST_THING: usize = 3;

/// The most things in such a list.
const MOST_THINGS: usize = 6;

/// Lets the name of a department reach to the end of the list that it breaks off in.
///
/// The tagger sees a few words at a time, and a comma ends most names.
pub fn with_whole_lists(document: &Document, names: Vec<Name>) -> Vec<Name> {
    let mut whole: Vec<Name> = Vec::with_capacity(names.len());
    let mut rest = names.into_iter().peekable();
    while let Some(mut name) = rest.next() {
        if lists_things(document, &name)
            && let Some(end) = list_end(document, name.tokens.end)
        {
            let mut within = rest.clone().take_while(|other| other.tokens.start < end);
            // What the tagger sees as an organization from a comma to the end is the rest of the list;
            // any other name there stands for itself.
            let is_free = within.all(|other| {
                other.entity_type == EntityType::Organization
                    && other.tokens.end == end
                    && other.tokens.clone().any(|token| is_and(document, token))
            });
            if is_free {
                while rest.next_if(|other| other.tokens.start < end).is_some() {}
                name.tokens.end = end;
            }
        }
        whole.push(name);
    }
    whole
}

/// Whether a name is that of a department, and tells what it is for.
fn lists_things(document: &Document, name: &Name) -> bool {
    let is = |token: usize, words: &[&str]| {
        let word = document.word(token);
        words.iter().any(|other| word.eq_ignore_ascii_case(other))
    };
    let mut tokens = name.tokens.clone();
    name.entity_type == EntityType::Organization
        && tokens.any(|token| is(token, DEPARTMENTS))
        && tokens.any(|token| is(token, &["of", "for", "on"]))
}

/// The end of the list that goes on at a comma: “, Industry and Energy”.
fn list_end(document: &Document, comma: usize) -> Option<usize> {
    let mut at = comma;
    for _ in 0..MOST_THINGS {
        let has_comma = document.word_or_none(at) == ",";
        at += usize::from(has_comma);
        // A comma may stand before the “and”, too: “Health, Education, and Welfare”.
        let is_last = at > comma && is_and(document, at);
        at += usize::from(is_last);
        if !has_comma && !is_last {
            return None;
        }
        let thing = thing(document, at);
        if thing.is_empty() {
            return None;
        }
        at = thing.end;
        if is_last {
            return Some(at);
        }
    }
    None
}

/// The words of one thing in a list: a few that begin with capitals.
fn thing(document: &Document, start: usize) -> Range<usize> {
    let words = (start..start + LONGEST_THING + 1).take_while(|&token| document.is_capital(token));
    match words.count() {
        count if count > LONGEST_THING => start..start,
        count => start..start + count,
    }
}

fn is_and(document: &Document, token: usize) -> bool {
    matches!(document.word_or_none(token), "and" | "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of a text after those between marks were tagged, as their words.
    fn whole(marked: &str) -> Vec<String> {
        let text = marked.replace(['[', ']'], "");
        let document = Document::new(&text);
        let mut names = Vec::new();
        let (mut at, mut start) = (0, 0);
        for c in marked.chars() {
            match c {
                '[' => start = at,
                ']' => names.push(Name {
                    tokens: document.token_at(start)..document.token_at(at - 1) + 1,
                    entity_type: EntityType::Organization,
                }),
                c => at += c.len_utf8(),
            }
        }
        let names = with_whole_lists(&document, names);
        let words = names
            .iter()
            .map(|name| document.span(name.tokens.clone()).of(&text));
        words.map(String::from).collect()
    }

    #[test]
    fn the_names_of_departments_reach_to_the_end_of_their_lists() {
        let cases: &[(&str, &str, &[&str])] = &[
            (
                "cut at the first comma",
                "the [Ministry of Farms], Forests and Rivers said",
                &["Ministry of Farms, Forests and Rivers"],
            ),
            (
                "cut in two",
                "the [Department for Roads], [Rail and Inland Ports] said",
                &["Department for Roads, Rail and Inland Ports"],
            ),
            (
                "a comma before the and",
                "the [Avon Committee on Health], Schools, and Welfare met",
                &["Avon Committee on Health, Schools, and Welfare"],
            ),
            (
                "whole already",
                "the [Ministry of Farms and Forests], Ana said and left",
                &["Ministry of Farms and Forests"],
            ),
            (
                "a list of organizations",
                "the [Department of Law], [Congress] and Parliament",
                &["Department of Law", "Congress"],
            ),
            (
                "organizations side by side",
                "the [Commission of Judges], Rights Now, and [Open Prisons Watch] said",
                &["Commission of Judges", "Open Prisons Watch"],
            ),
            (
                "no department",
                "the [Bank of Avon], Trade and Industry said",
                &["Bank of Avon"],
            ),
            (
                "at the end",
                "the [Ministry of Farms],",
                &["Ministry of Farms"],
            ),
        ];
        for (name, text, expected) in cases {
            assert_eq!(&whole(text), expected, "{name}");
        }
    }
}
