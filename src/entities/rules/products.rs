//! Products by what the text calls them, which are neither somebody's names nor a place's: “Velm is a drug”.

use std::ops::Range;

use super::capitals::{GOES_ON, capitals_before, capitals_from, is_unlisted};
use super::everywhere::Forms;
use super::known::BODIES;
use super::rule::*;
use crate::lexicon::Gazetteer;

pub const RULE: Rule = Rule {
    id: "products",
    trigger: Trigger::Document(|document, names| {
        let nouns = document.tokens_tagged(Tags::PRODUCT.union(Tags::OWN_PRODUCT));
        let called = nouns.filter_map(|noun| called(document, noun));
        let products = called.filter(|name| {
            let is_person = name.len() > 1 && document.is_first_name(name.start);
            is_unlisted(document, name, BODIES.union(Gazetteer::PLACE)) && !is_person
        });
        let products = Forms::of(document, products);
        names.edit(|name| products.has(document, &name.tokens).then_some(Edit::Drop))
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "in apposition",
            "[P Velm], a smart watch, is out. Fans of [O Velm] came.",
            "Velm, a smart watch, is out. Fans of Velm came.",
        ),
        Example::new(
            "said to be one",
            "[L Velm Marl] is the drug that they take.",
            "Velm Marl is the drug that they take.",
        ),
        Example::new(
            "a firm's own",
            "[P Velm], Tarvo's new gaming app, and [P Marl], its website, are out.",
            "Velm, Tarvo's new gaming app, and Marl, its website, are out.",
        ),
        Example::new(
            "called so",
            "a vaccine called [O Velm] and an app named [P Marl]",
            "a vaccine called Velm and an app named Marl",
        ),
        Example::new(
            "a firm that is an app",
            "[O Velm], an app, grew.",
            "[O Velm], an app, grew.",
        ),
        Example::new(
            "a firm that is a country's",
            "[O Velm] is Norway's first app.",
            "[O Velm] is Norway's first app.",
        ),
        Example::new(
            "who makes them",
            "[O Velm], a drug maker, left. [O Velm] is a vaccine firm.",
            "[O Velm], a drug maker, left. [O Velm] is a vaccine firm.",
        ),
        Example::new(
            "somebody",
            "[P Ida Velm], the face of the drug, left. [P Ida Holm] is a drug.",
            "[P Ida Velm], the face of the drug, left. [P Ida Holm] is a drug.",
        ),
        Example::new(
            "a known firm",
            "[O Adobe] is a drug.",
            "[O Adobe] is a drug.",
        ),
        Example::new(
            "another's",
            "They met in [L Velm]. A drug was there. In [L Velm] the car broke.",
            "They met in [L Velm]. A drug was there. In [L Velm] the car broke.",
        ),
    ],
};

/// The most words between a product's noun and what opens its phrase.
const LONGEST: usize = 6;

/// What is called by a noun for a product: “Velm, a drug”, “Velm is the firm's new drug”, “a drug called Velm”. What may be
/// a firm as well, as an app may, is a product where somebody owns it or calls it so.
fn called(document: &Document, noun: usize) -> Option<Range<usize>> {
    let next = document.word_or_none(noun + 1);
    if matches!(next, "called" | "named" | "dubbed") {
        return Some(capitals_from(document, noun + 2));
    }
    let goes_on = next.starts_with(char::is_alphanumeric) && !document.tags(noun + 1).has(GOES_ON);
    if document.is_capital(noun) || goes_on || matches!(next, "'s" | "’s" | "-") {
        return None;
    }
    let sentence = document.sentence(noun).start;
    let is_opener = |&token: &usize| {
        let is_owner = matches!(document.word(token), "'s" | "’s");
        is_owner || document.tags(token).has(Tags::DETERMINER)
    };
    let opener = (sentence..noun).rev().take(LONGEST).find(is_opener)?;
    let is_owned = !matches!(document.word(opener), "a" | "an" | "the");
    let is_product = document.tags(noun).has(Tags::PRODUCT);
    if !is_owned && !is_product {
        return None;
    }
    let is_link = |&token: &usize| match document.word(token) {
        "," => true,
        // “Velm is the country's largest platform” is a firm.
        "is" | "was" => is_product,
        _ => false,
    };
    let link = match document.word(opener) {
        "'s" | "’s" => (sentence..opener).rev().take(LONGEST).find(is_link),
        _ => opener.checked_sub(1).filter(is_link),
    };
    let name = capitals_before(document, link?);
    (!name.is_empty()).then_some(name)
}
