//! Events and works among what the tagger sees as things of other kinds: products, languages and prizes are
//! left out.

use super::*;
use std::ops::Range;

pub const RULE: Rule = Rule {
    id: "works",
    trigger: Trigger::Document(|document, names| {
        let others = names.others().iter();
        let found: Vec<Name> = others
            .filter_map(|tokens| {
                Some(Name {
                    tokens: tokens.clone(),
                    entity_type: event_or_work(document, tokens)?,
                })
            })
            .collect();
        names.add(found)
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "an event",
            "since [? World War II]",
            "since [E World War II]",
        ),
        Example::new("a law", "the [? Velm Treaty]", "the [W Velm Treaty]"),
        Example::new(
            "a title within marks",
            "sang “[? Marl Bay]”",
            "sang “[W Marl Bay]”",
        ),
        Example::new("a product", "a [? Velm 3000]", "a Velm 3000"),
    ],
};

/// What a thing is by one of its words, which is not always the last (“Battle of Hastings”), or by
/// the marks around it.
fn event_or_work(document: &Document, tokens: &Range<usize>) -> Option<EntityType> {
    let has = |any: Tags| tokens.clone().any(|token| document.tags(token).has(any));
    if has(Tags::EVENT.union(Tags::EVENT_END)) {
        return Some(EntityType::Event);
    }
    let opens = matches!(
        document.word_or_none(tokens.start.checked_sub(1)),
        "“" | "\"" | "‘" | "'"
    );
    let closes = matches!(document.word_or_none(tokens.end), "”" | "\"" | "’" | "'");
    (has(Tags::LAW) || opens && closes).then_some(EntityType::Work)
}
