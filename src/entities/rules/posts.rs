//! Posts whose names end in capitals, behind which the name of who holds them stands: “Minister for Women and
//! Equalities Ana Ruiz”.

use super::rule::*;
use crate::lexicon::Gazetteer;

pub const RULE: Rule = Rule {
    id: "posts",
    trigger: Trigger::Document(|document, names| {
        let found = document
            .tokens_tagged(Tags::TITLE.union(Tags::ROLE))
            .filter_map(|post| holder(document, post))
            .filter(|holder| {
                let is_same = |name: &Name| name.tokens == holder.tokens;
                !names.around(&holder.tokens).iter().any(is_same)
            });
        names.replace(found.collect())
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "half of the post in the name",
            "by Minister for Women and [P Equalities Emma Holm] on Monday",
            "by Minister for Women and Equalities [P Emma Holm] on Monday",
        ),
        Example::new(
            "a name that was passed over",
            "by Minister for Children and Families Emma Velmarro on Monday",
            "by Minister for Children and Families [P Emma Velmarro] on Monday",
        ),
        Example::new(
            "a post and its field alone",
            "the Minister for Women and [P Emma Holm] met",
            "the Minister for Women and [P Emma Holm] met",
        ),
        Example::new(
            "a body",
            "the Secretary of State for Emma Holm Hospital",
            "the Secretary of State for Emma Holm Hospital",
        ),
    ],
};

/// “ambassador to Norway Emma Holm”, of which the tagger took the last three words for one name.
pub const ENVOYS: Rule = Rule {
    id: "envoys",
    trigger: Trigger::Name(
        &[EntityType::Place, EntityType::Organization],
        |document, name| {
            let (start, end) = (name.tokens.start, name.tokens.end);
            let to = start.checked_sub(1)?;
            let to = to - usize::from(document.word(to) == "the" && to > 0);
            let is_sent =
                document.word(to) == "to" && document.tags(to.checked_sub(1)).has(Tags::ROLE);
            let envoy = end.checked_sub(2).filter(|&envoy| envoy > start)?;
            let is_listed = |tokens| {
                document
                    .lists(tokens)
                    .intersects(Gazetteer::PLACE.union(Gazetteer::ORGANIZATION))
            };
            let is_two = is_sent && is_listed(start..envoy) && !is_listed(start..end);
            is_two.then(|| Edit::cut(name, envoy, [name.entity_type, EntityType::Person]))
        },
    ),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a country",
            "its ambassador to [L Norway Velm Holm] and its envoy to the [L United States Ida Velm] said",
            "its ambassador to [L Norway] [P Velm Holm] and its envoy to the [L United States] [P Ida Velm] said",
        ),
        Example::new(
            "a country alone",
            "its ambassador to [L Papua New Guinea] said",
            "its ambassador to [L Papua New Guinea] said",
        ),
        Example::new(
            "nobody who is sent",
            "a flight to [L Norway Velm Holm] left",
            "a flight to [L Norway Velm Holm] left",
        ),
    ],
};

/// The most tokens of a post.
const LONGEST: usize = 12;

/// Who holds the post that begins at a token: the last two capitals of the run, a first name and a surname.
fn holder(document: &Document, post: usize) -> Option<Name> {
    let is_link = |token: usize| {
        matches!(
            document.word_or_none(token),
            "for" | "of" | "and" | "the" | "&" | ","
        )
    };
    if !document.is_capital(post) || !matches!(document.word_or_none(post + 1), "for" | "of") {
        return None;
    }
    let limit = document.sentence(post).end.min(post + LONGEST);
    let run = (post + 1..limit).take_while(|&token| document.is_capital(token) || is_link(token));
    let end = post + 1 + run.count();
    let (first, field) = (end.checked_sub(2)?, end.checked_sub(3)?);
    // The field ends in a capital of its own, and a name is no list of two.
    let capitals = (first..end).all(|token| document.is_capital(token));
    let is_name = capitals
        && field > post + 2
        && document.is_capital(field)
        && document.is_first_name(first)
        && !document.is_first_name(field)
        && !document.tags(end - 1).has(Tags::HEAD.union(Tags::SITE))
        && document.lists(first..end) == Gazetteer::default();
    is_name.then_some(Name {
        tokens: first..end,
        entity_type: EntityType::Person,
    })
}
