//! Firms by what stands beside their names: “customers of Velm”, “Velm, based in Oslo”, “Velm said it would”.

mod acts;
mod beside;

use std::ops::Range;

use super::capitals::{is_somebody, is_unlisted};
use super::everywhere::{Forms, name_firms};
use super::known::BODIES;
use super::rule::*;
use crate::lexicon::Gazetteer;

pub const RULE: Rule = Rule {
    id: "firms",
    trigger: Trigger::Document(|document, names| {
        let mut firms = beside::named(document, names);
        firms.extend(acts::acting(document, names));
        firms.retain(|(firm, is_sure)| {
            let may_be = may_be_firm(document, firm) || *is_sure && has_surnames(document, firm);
            may_be && names.is_free(firm)
        });
        if firms.is_empty() {
            return 0;
        }
        let mut firms = Forms::of(document, firms.into_iter().map(|(firm, _)| firm));
        for name in names.names() {
            // “in Velm”
            let before = document.word_or_none(name.tokens.start.checked_sub(1));
            if is_somebody(document, name) || matches!(before, "in" | "near") {
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
            "its results",
            "[P Velm] posted a quarterly loss, and [P Marl] won the contract.",
            "[O Velm] posted a quarterly loss, and [O Marl] won the contract.",
        ),
        Example::new(
            "somebody's results",
            "[P Velm] reported his losses and [P Marl] won the race.",
            "[P Velm] reported his losses and [P Marl] won the race.",
        ),
        Example::new(
            "what is called after somebody",
            "the [P Velm] government to continue its work",
            "the [P Velm] government to continue its work",
        ),
        Example::new(
            "an everyday word that opens a sentence",
            "Childcare users left.",
            "Childcare users left.",
        ),
        Example::new(
            "those who lead",
            "Co-Chairs [P Velm] left.",
            "Co-Chairs [P Velm] left.",
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
            "two surnames",
            "Shareholders of [P Taylor Velm] left. [P Taylor Velm]'s shares fell.",
            "Shareholders of [O Taylor Velm] left. [O Taylor Velm]'s shares fell.",
        ),
        Example::new(
            "shares of two surnames, and of somebody",
            "[P Taylor Velm] shares fell. [P Emma Velm] shares hers.",
            "[O Taylor Velm] shares fell. [P Emma Velm] shares hers.",
        ),
        Example::new(
            "what nobody is",
            "[P Taylor Velm], founded in 1987, and [P Morgan Velm], owned by [O Tarvo], left.",
            "[O Taylor Velm], founded in 1987, and [O Morgan Velm], owned by [O Tarvo], left.",
        ),
        Example::new(
            "who speaks for somebody",
            "said a spokesman for [P Taylor Velm]",
            "said a spokesman for [P Taylor Velm]",
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

/// Whether no list and no word says that a name is somebody's or a place's, and it is no everyday word.
fn may_be_firm(document: &Document, firm: &Range<usize>) -> bool {
    let other = Gazetteer::PLACE
        .union(Gazetteer::NATIONALITY)
        .union(Gazetteer::PEOPLE);
    let before = document.word_or_none(firm.start.checked_sub(1));
    is_unlisted(document, firm, other)
        && !before.ends_with('.')
        && (document.lists(firm.clone()).intersects(BODIES) || document.is_rare(firm.start))
}

/// Whether a name is of two words, the first of which is a surname: “Taylor Velm”.
fn has_surnames(document: &Document, firm: &Range<usize>) -> bool {
    let lists = document.lists(firm.clone());
    let first = document.lists(firm.start..firm.start + 1);
    let mut tags = firm.clone().map(|token| document.tags(token));
    firm.len() == 2
        && first.intersects(Gazetteer::SURNAME)
        && !lists.intersects(Gazetteer::PLACE.union(Gazetteer::NATIONALITY))
        && tags.all(|tags| tags == Tags::NONE)
        && document.word(firm.end - 1).contains(char::is_lowercase)
}
