//! Social networks that are called like a letter or a word: “posted on X”.

use super::everywhere::{Forms, is_apart};
use super::rule::*;

pub const RULE: Rule = Rule {
    id: "networks",
    trigger: Trigger::Document(|document, names| {
        let networks = document.tokens_tagged(Tags::NETWORK);
        let known = networks.filter(|&network| is_posted_on(document, network));
        let known = Forms::of(document, known.map(|network| network..network + 1));
        let found = known.places(document).into_iter();
        let found = found.filter(|network| stands_on(document, network.start));
        let network = |tokens| Name {
            tokens,
            entity_type: EntityType::Organization,
        };
        names.put(found.map(network).collect())
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "where somebody wrote",
            "She wrote on X that it rained, and on X nobody knew.",
            "She wrote on [O X] that it rained, and on [O X] nobody knew.",
        ),
        Example::new(
            "where something was put",
            "In a post on Threads, he left.",
            "In a post on [O Threads], he left.",
        ),
        Example::new(
            "a letter",
            "He wrote on X-rays. The line on X is red.",
            "He wrote on X-rays. The line on X is red.",
        ),
        Example::new(
            "somebody's letter",
            "The video of Mr [P X] on Friday.",
            "The video of Mr [P X] on Friday.",
        ),
        Example::new(
            "a longer name",
            "He wrote on X Holm.",
            "He wrote on X Holm.",
        ),
    ],
};

/// How near to the network the word is that says what was put there, in tokens.
const NEAR: usize = 6;

/// Whether something is said or put on a network: “posted on X”.
fn is_posted_on(document: &Document, network: usize) -> bool {
    let sentence = document.sentence(network);
    let earliest = network.saturating_sub(NEAR).max(sentence.start);
    let puts = |token| document.tags(token).has(Tags::SAYING.union(Tags::POSTING));
    stands_on(document, network) && (earliest..network).any(puts)
}

/// Whether “on” stands before a word with a capital that is all of a name.
fn stands_on(document: &Document, network: usize) -> bool {
    document.word_or_none(network.checked_sub(1)) == "on"
        && document.is_capital(network)
        && document.word_or_none(network + 1) != "-"
        && is_apart(document, &(network..network + 1))
}
