//! Names with an “and” or a hyphen in them: two names that were taken for one, and one that was taken for two.

use std::ops::Range;

use super::rule::*;
use crate::lexicon::Gazetteer;

/// “Avon and Marl” are two organizations where either is known as one, or stands elsewhere by
/// itself, and “Avon-Marl” where both do; no list has them as one.
pub const PAIRS: Rule = Rule {
    id: "pairs",
    trigger: Trigger::Document(split_pairs),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a known company",
            "[O Adobe and Tarvo]",
            "[O Adobe] and [O Tarvo]",
        ),
        Example::new("both unknown", "[O Velm and Tarvo]", "[O Velm and Tarvo]"),
        Example::new(
            "a name by itself elsewhere",
            "[O Velm and Tarvo] met. [O Velm] left.",
            "[O Velm] and [O Tarvo] met. [O Velm] left.",
        ),
        Example::new(
            "a country",
            "[O Trinidad and Tobago]",
            "[O Trinidad and Tobago]",
        ),
        Example::new(
            "a hyphen",
            "[L Velm-Tarvo]: [L Velm], [L Tarvo], [L Marl-Tarvo]",
            "[L Velm]-[L Tarvo]: [L Velm], [L Tarvo], [L Marl-Tarvo]",
        ),
        Example::new("places", "[L Adobe and Tarvo]", "[L Adobe and Tarvo]"),
    ],
};

/// “the Avon Party and League of Marl”: each part is a body by its own words.
pub const BODIES: Rule = Rule {
    id: "bodies",
    trigger: Trigger::Name(&[EntityType::Organization], |document, name| {
        let mut joints = name
            .tokens
            .clone()
            .filter(|&token| document.word(token) == "and");
        let is_of = |&token: &usize| matches!(document.word(token), "of" | "for");
        let and = joints.find(|&and| {
            let article = document.word_or_none(and + 1) == "the";
            let (first, rest) = (name.tokens.start..and, and + 1..name.tokens.end);
            article
                && rest.len() > 1
                && !first.is_empty()
                && !first.clone().any(|token| is_of(&token))
                || joins_bodies(document, first, rest)
        })?;
        let is_known = document.lists(name.tokens.clone()) != Gazetteer::default();
        let mut parts = parts(name, and);
        parts[1].tokens.start += usize::from(document.word_or_none(and + 1) == "the");
        (!is_known).then(|| Edit::Split(parts.into()))
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "with an article",
            "[O Velm and the Tarvo]",
            "[O Velm] and the [O Tarvo]",
        ),
        Example::new(
            "two parties",
            "[O Velm Party and League of Tarvo]",
            "[O Velm Party] and [O League of Tarvo]",
        ),
        Example::new(
            "a head alone",
            "[O Velm Council of Party and Union]",
            "[O Velm Council of Party and Union]",
        ),
        Example::new(
            "what one cares for",
            "[O Department of Velm Bank and Health]",
            "[O Department of Velm Bank and Health]",
        ),
        Example::new(
            "two fields of one",
            "[O Ministry of Tea Industries and Commodities]",
            "[O Ministry of Tea Industries and Commodities]",
        ),
        Example::new(
            "fields",
            "[O Oak Tea and Exchange Body]",
            "[O Oak Tea and Exchange Body]",
        ),
        Example::new(
            "two companies",
            "[O Velm Mills Inc. and Tarvo]",
            "[O Velm Mills Inc.] and [O Tarvo]",
        ),
        Example::new(
            "one ending",
            "[O Adobe and Velm Inc.]",
            "[O Adobe] and [O Velm Inc.]",
        ),
        Example::new(
            "a known one",
            "[O General Mills and Velm Tarvo]",
            "[O General Mills] and [O Velm Tarvo]",
        ),
        Example::new(
            "a long one",
            "[O Adobe and Tarvo Group]",
            "[O Adobe and Tarvo Group]",
        ),
    ],
};

/// “the Food and Allied Workers Union”, of which the tagger took the second half: the first is a word with a
/// capital that is no name.
pub const WHOLE: Rule = Rule {
    id: "whole-bodies",
    trigger: Trigger::Document(|document, names| {
        let starts: Vec<Option<usize>> = names
            .names()
            .iter()
            .map(|name| whole_start(document, names, name))
            .collect();
        let mut starts = starts.into_iter();
        names.edit(|name| {
            let start = starts.next().flatten()?;
            Some(Edit::Reach(start..name.tokens.end))
        })
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a union",
            "the Food and [O Allied Workers Union] said",
            "the [O Food and Allied Workers Union] said",
        ),
        Example::new(
            "a word that was taken for a place",
            "the [L Coastal] and [O Harbour Agency] said",
            "the [O Coastal and Harbour Agency] said",
        ),
        Example::new(
            "a police force",
            "by [L Velm] and [O Tarvo Police] on",
            "by [O Velm and Tarvo Police] on",
        ),
        Example::new(
            "two bodies",
            "the [O Senate] and [O Velm Workers Union]",
            "the [O Senate] and [O Velm Workers Union]",
        ),
        Example::new(
            "a known company",
            "the Adobe and [O Velm Workers Union]",
            "the Adobe and [O Velm Workers Union]",
        ),
        Example::new(
            "no article",
            "Food and [O Velm Workers Union]",
            "Food and [O Velm Workers Union]",
        ),
        Example::new("the beginning", "and [O Velm Union]", "and [O Velm Union]"),
    ],
};

/// Where the whole name of a body begins whose second half stands as a name.
fn whole_start(document: &Document, names: &NameSet, name: &Name) -> Option<usize> {
    let and = name.tokens.start.checked_sub(1)?;
    let first = and.checked_sub(1)?;
    let article = document.word_or_none(first.checked_sub(1));
    // “Velm and Tarvo Police”
    let is_force = document.word(name.tokens.end - 1) == "Police"
        && name.tokens.len() == 2
        && !article.eq_ignore_ascii_case("both");
    let is_whole = name.entity_type == EntityType::Organization
        && document.word(and) == "and"
        && document.is_capital(first)
        && (article.eq_ignore_ascii_case("the") || is_force)
        && (is_force
            || document
                .tags(name.tokens.end - 1)
                .has(Tags::HEAD.union(Tags::BODY_NOUN))
                && !document
                    .lists(first..and)
                    .intersects(Gazetteer::BODY.union(Gazetteer::COUNTRY)))
        && !names
            .around(&(first..and))
            .iter()
            .any(|name| name.entity_type == EntityType::Organization || name.tokens.len() > 1);
    is_whole.then_some(first)
}

fn parts(name: &Name, joint: usize) -> [Name; 2] {
    [name.tokens.start..joint, joint + 1..name.tokens.end].map(|tokens| Name {
        tokens,
        entity_type: name.entity_type,
    })
}

fn split_pairs(document: &Document, names: &mut NameSet) -> usize {
    let of_token = &document.vocabulary.of_token;
    let mut stands_alone = vec![false; document.vocabulary.words.len()];
    for name in names.names().iter().filter(|name| name.tokens.len() == 1) {
        stands_alone[of_token[name.tokens.start] as usize] = true;
    }
    let is_alone = |token: usize| stands_alone[of_token[token] as usize];
    let is_known = |token: usize| {
        is_alone(token) || document.lists(token..token + 1).intersects(Gazetteer::BODY)
    };
    names.edit(|name| {
        let Range { start, end } = name.tokens;
        if end - start != 3 {
            return None;
        }
        let last = end - 1;
        let is_pair = match document.word(start + 1) {
            "and" => {
                name.entity_type == EntityType::Organization && (is_known(start) || is_known(last))
            }
            "-" => is_alone(start) && is_alone(last),
            _ => false,
        };
        let is_one = document.lists(name.tokens.clone()) != Gazetteer::default();
        (is_pair && !is_one).then(|| Edit::Split(parts(name, start + 1).into()))
    })
}

/// Whether what stands before and behind an “and” are two bodies.
fn joins_bodies(document: &Document, first: Range<usize>, rest: Range<usize>) -> bool {
    if first.is_empty() || rest.is_empty() || is_field(document, &rest) {
        return false;
    }
    let has_head = |tokens: &Range<usize>| {
        let is_last = |token: usize| {
            token + 1 == tokens.end || matches!(document.word(token + 1), "of" | "for" | "in")
        };
        let mut tokens = tokens.clone();
        tokens.len() > 1
            && tokens.any(|token| is_last(token) && document.tags(token).has(Tags::HEAD))
    };
    let is_company = |tokens: &Range<usize>| {
        let lists = document.lists(tokens.clone());
        let last = document.tags(tokens.end - 1);
        tokens.len() > 1 && last.has(Tags::COMPANY_SUFFIX)
            || tokens.len() == 1 && last.has(Tags::FIRM)
            || lists.intersects(Gazetteer::COMPANY)
                && (tokens.len() > 1 || !lists.intersects(Gazetteer::FIRST_NAME))
    };
    let (is_first, is_rest) = (is_company(&first), is_company(&rest));
    let is_named = first.len() == 1 && document.tags(first.start).has(Tags::FIRM);
    (has_head(&first) || is_named) && has_head(&rest)
        || is_first && is_rest
        || first.len() > 1 && is_first && document.tags(first.end - 1).has(Tags::COMPANY_SUFFIX)
        || first.len() > 1 && rest.len() > 1 && (is_first || is_rest)
}

/// Whether what stands behind an “and” may be another field of the same body: it begins with an everyday word, and
/// not with a head, like “Industrial Parks Organization”.
fn is_field(document: &Document, rest: &Range<usize>) -> bool {
    let mut heads = rest.clone().take(2);
    let opens = heads.any(|token| {
        document.tags(token).has(Tags::HEAD)
            && matches!(document.word_or_none(token + 1), "of" | "for")
    });
    // That a list of firms has an everyday word may be an error of the table.
    let lists = document.lists(rest.start..rest.start + 1);
    !document.is_rare(rest.start)
        && !opens
        && lists.without(Gazetteer::COMPANY) == Gazetteer::default()
}
