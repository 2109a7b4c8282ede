//! Names of one list, which are mostly of one type.

use super::rule::*;
use crate::lexicon::Gazetteer;

/// “Oslo, Bergen and Velm”: what most names of a list are, the others are as well, unless a list
/// or a word of their own indicates another type.
pub const RULE: Rule = Rule {
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
