//! Names that the tagger took for one across a comma: “Avon, Marl”.

use super::called::organization;
use super::known::BODIES;
use super::rule::*;
use crate::lexicon::Gazetteer;

/// The organizations of a list, a place and what it is in, or a body there. A comma stands within
/// the names of firms and departments that have an “and”, and before “Inc.”.
pub const RULE: Rule = Rule {
    id: "commas",
    trigger: Trigger::Name(
        &[EntityType::Organization, EntityType::Place],
        |document, name| {
            let parts = parts(document, name)?;
            (parts.len() > 1).then_some(Edit::Split(parts))
        },
    ),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a town and its country",
            "in [L Velm, Narvia]",
            "in [L Velm], [L Narvia]",
        ),
        Example::new(
            "two firms",
            "[O Velm Bank, Tarvo] and",
            "[O Velm Bank], [O Tarvo] and",
        ),
        Example::new(
            "a known body",
            "[L Avon, White House]",
            "[L Avon], [O White House]",
        ),
        Example::new(
            "a list of firms",
            "supplies [O Unilever, Tesco and Tarvo] with",
            "supplies [O Unilever], [O Tesco] and [O Tarvo] with",
        ),
        Example::new("a firm's ending", "[O Velm, Inc.]", "[O Velm, Inc.]"),
        Example::new(
            "partners",
            "[O Velm, Marl and Tarvo]",
            "[O Velm, Marl and Tarvo]",
        ),
        Example::new("nothing behind it", "[L Velm,] too", "[L Velm,] too"),
    ],
};

fn parts(document: &Document, name: &Name) -> Option<Vec<Name>> {
    if let Some(firms) = firms(document, name) {
        return Some(firms);
    }
    let is_comma = |&token: &usize| document.word(token) == ",";
    let is_whole = |token: usize| {
        matches!(document.word(token), "and" | "&" | "of" | "for")
            || is_comma(&token) && document.tags(token + 1).has(Tags::COMPANY_SUFFIX)
    };
    let mut tokens = name.tokens.clone();
    if name.entity_type == EntityType::Organization && tokens.clone().any(is_whole)
        || !tokens.any(|token| is_comma(&token))
    {
        return None;
    }
    let commas = name.tokens.clone().filter(is_comma);
    let mut start = name.tokens.start;
    let ends = commas.chain([name.tokens.end]);
    let parts = ends.map(|end| std::mem::replace(&mut start, end + 1)..end);
    let part = |tokens: std::ops::Range<usize>| Name {
        entity_type: if document.lists(tokens.clone()) == Gazetteer::ORGANIZATION {
            EntityType::Organization
        } else {
            name.entity_type
        },
        tokens,
    };
    Some(parts.filter(|part| !part.is_empty()).map(part).collect())
}

/// The firms and bodies of a list with an “and”, nearly all of which are known: “Avon, Marl and Tarvo”.
fn firms(document: &Document, name: &Name) -> Option<Vec<Name>> {
    let is_joint = |&token: &usize| matches!(document.word(token), "," | "and");
    let joints: Vec<usize> = name.tokens.clone().filter(is_joint).collect();
    if name.entity_type != EntityType::Organization || joints.len() < 2 {
        return None;
    }
    let mut start = name.tokens.start;
    let ends = joints.into_iter().chain([name.tokens.end]);
    let parts = ends.map(|end| std::mem::replace(&mut start, end + 1)..end);
    let firms: Vec<Name> = parts
        .filter(|part| !part.is_empty())
        .map(organization)
        .collect();
    let is_known = |firm: &&Name| {
        document.tags(firm.tokens.start).has(Tags::FIRM)
            || document.is_rare(firm.tokens.start)
                && document.lists(firm.tokens.clone()).intersects(BODIES)
    };
    let known = firms.iter().filter(is_known).count();
    (known > 1 && known + 1 >= firms.len()).then_some(firms)
}
