//! Names that “and” and commas join: two names that were taken for one, and names of one list, which are mostly
//! of one type.

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

/// “Oslo, Bergen and Velm”: what most names of a list are, the others are as well, unless a list
/// or a word of their own indicates another type.
pub const ONE_TYPE: Rule = Rule {
    id: "one-type",
    trigger: Trigger::Document(|document, names| {
        let types = types_in_lists(document, names.names());
        let mut types = types.into_iter();
        names.edit(|_| types.next().flatten().map(Edit::Retype))
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "the last",
            "[L Tarvo], [L Velm] and [P Marlby]",
            "[L Tarvo], [L Velm] and [L Marlby]",
        ),
        Example::new(
            "one between",
            "[L Tarvo], [P Marlby], [L Velm]",
            "[L Tarvo], [L Marlby], [L Velm]",
        ),
        Example::new(
            "a first name",
            "[L Tarvo], [L Velm] and [P Emma]",
            "[L Tarvo], [L Velm] and [P Emma]",
        ),
        Example::new(
            "a list of lines",
            "[P Emma Holm]\n[P Ida Holm]\n[L Velm Tarvo]\nThey left.",
            "[P Emma Holm]\n[P Ida Holm]\n[P Velm Tarvo]\nThey left.",
        ),
        Example::new(
            "no list",
            "[L Tarvo], [L Velm] in [P Marlby]",
            "[L Tarvo], [L Velm] in [P Marlby]",
        ),
        Example::new(
            "two types",
            "[L Tarvo], [O Velm] and [P Marlby]",
            "[L Tarvo], [O Velm] and [P Marlby]",
        ),
        Example::new(
            "one surname",
            "[P Tarvo], [P Velm] and [L Marlby]",
            "[P Tarvo], [P Velm] and [L Marlby]",
        ),
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
    !document.is_rare(rest.start)
        && !opens
        && document.lists(rest.start..rest.start + 1) == Gazetteer::default()
}

/// For each name the type that it takes from its list, if any.
fn types_in_lists(document: &Document, names: &[Name]) -> Vec<Option<EntityType>> {
    let mut types = vec![None; names.len()];
    let mut start = 0;
    while start < names.len() {
        let list = start..start + list_len(document, &names[start..]);
        let count = |wanted: EntityType| {
            let of_list = names[list.clone()].iter();
            of_list.filter(|name| name.entity_type == wanted).count()
        };
        let wanted = [
            EntityType::Person,
            EntityType::Organization,
            EntityType::Place,
        ];
        let most = wanted
            .into_iter()
            .find(|&wanted| 2 * count(wanted) > list.len());
        if list.len() > 2
            && let Some(most) = most
        {
            // The first may be of what stands before the list.
            for at in list.clone().skip(1) {
                let name = &names[at];
                if name.entity_type != most && is_open(document, name, most) {
                    types[at] = Some(most);
                }
            }
        }
        start = list.end;
    }
    types
}

/// How many of the first names are one list: an “and” stands before its last.
fn list_len(document: &Document, names: &[Name]) -> usize {
    let mut len = 1;
    let mut has_and = false;
    for pair in names.windows(2) {
        let between = pair[0].tokens.end..pair[1].tokens.start;
        let is_and = |token: usize| matches!(document.word(token), "and" | "&");
        let mut marks = between.clone();
        // A list of lines, each of which is a name.
        let is_line = between.is_empty() && document.paragraph(between.end).start == between.end;
        let joins = is_line
            || (1..3).contains(&between.len())
                && marks.all(|token| document.word(token) == "," || is_and(token));
        if !joins || has_and {
            break;
        }
        has_and = between.clone().any(is_and);
        len += 1;
    }
    len
}

/// Whether a name may be of the type of its list: no list and no word of its own indicates another.
fn is_open(document: &Document, name: &Name, of_list: EntityType) -> bool {
    let lists = document.lists(name.tokens.clone());
    let first = document.word(name.tokens.start);
    let is_known = match name.entity_type {
        EntityType::Person => {
            lists.intersects(Gazetteer::PEOPLE)
                || name.tokens.len() > 1 && document.is_first_name(name.tokens.start)
        }
        EntityType::Organization => lists.intersects(Gazetteer::BODY),
        EntityType::Place => lists.intersects(Gazetteer::PLACE),
        _ => true,
    };
    let is_one_word = name.tokens.len() == 1;
    let is_acronym = is_one_word && first.len() < 7 && !first.contains(char::is_lowercase);
    // “Elm, Ore.”
    let is_cut = document.word(name.tokens.end - 1).ends_with('.');
    let mut tokens = name.tokens.clone();
    let is_told = tokens.any(|token| document.tags(token).has(Tags::HEAD.union(Tags::SITE)));
    let fits = of_list != EntityType::Person || !is_one_word;
    fits && !(is_known || is_cut || is_acronym || is_told)
}
