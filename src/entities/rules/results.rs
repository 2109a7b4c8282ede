//! Firms by their results and by their people: “Velm said that profits had fallen”, “the founder of Velm”.

use std::ops::Range;

use super::capitals::capitals_from;
use super::everywhere::name_free_firms;
use super::known::{BODIES, is_small_word};
use super::rule::*;
use crate::lexicon::Gazetteer;

pub const RULE: Rule = Rule {
    id: "results",
    trigger: Trigger::Document(|document, names| {
        let shares = document.tokens_tagged(Tags::SHARE);
        let posts = document.tokens_tagged(Tags::FIRM_POST);
        let firms = shares
            .filter_map(|share| reporter(document, share).or_else(|| owner(document, share)))
            .chain(posts.filter_map(|post| led(document, post)))
            .filter(|firm| !is_small_word(document, firm.start));
        name_free_firms(document, names, firms)
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "no person",
            "[P Velm] said on Friday that profits had fallen.",
            "[O Velm] said on Friday that profits had fallen.",
        ),
        Example::new(
            "passed over",
            "Velm said revenue rose.",
            "[O Velm] said revenue rose.",
        ),
        Example::new(
            "two words that lists have",
            "[P Goldman Sachs] said profits fell. [P Emma Holm] said revenue rose.",
            "[O Goldman Sachs] said profits fell. [P Emma Holm] said revenue rose.",
        ),
        Example::new(
            "its shares",
            "By noon Velm shares had fallen.",
            "By noon [O Velm] shares had fallen.",
        ),
        Example::new(
            "another's profits",
            "[P Velm] said that the profits of [O Tarvo] fell, and [P Velm] said that [O Tarvo] lost revenue.",
            "[O Velm] said that the profits of [O Tarvo] fell, and [O Velm] said that [O Tarvo] lost revenue.",
        ),
        Example::new(
            "its founder",
            "[P Ida Holm], founder of [L Velm], left.",
            "[P Ida Holm], founder of [O Velm], left.",
        ),
        Example::new(
            "its owner, passed over",
            "the owner of Velm and the mayor",
            "the owner of [O Velm] and the mayor",
        ),
        Example::new(
            "a place that lists know",
            "the owner of [L Oslo]",
            "the owner of [L Oslo]",
        ),
        Example::new(
            "what is called like it",
            "the owner of Velm stables",
            "the owner of Velm stables",
        ),
        Example::new(
            "somebody",
            "[P Ida Velm] left. [P Velm] said that profits had fallen.",
            "[P Ida Velm] left. [P Velm] said that profits had fallen.",
        ),
        Example::new(
            "her profits",
            "[P Velm] said that her profits had fallen.",
            "[P Velm] said that her profits had fallen.",
        ),
        Example::new(
            "a surname",
            "[P Holm] said that profits had fallen.",
            "[P Holm] said that profits had fallen.",
        ),
        Example::new(
            "a place",
            "[L Tokyo] shares fell.",
            "[L Tokyo] shares fell.",
        ),
        Example::new(
            "an everyday word",
            "Energy shares fell.",
            "Energy shares fell.",
        ),
        Example::new(
            "another word of the text",
            "Velm shares fell. It was a velm.",
            "Velm shares fell. It was a velm.",
        ),
    ],
};

/// Who opens the sentence of a word for results and says something of no other name.
fn reporter(document: &Document, share: usize) -> Option<Range<usize>> {
    let firm = capitals_from(document, document.sentence(share).start);
    let is_one = firm.len() == 1 && is_firm(document, firm.start);
    let says = document.tags(firm.end).has(Tags::SAYING) && firm.end < share;
    if !says || !is_one && !is_known(document, &firm) {
        return None;
    }
    let is_other = |token: usize| {
        let word = document.word_or_none(token);
        document.is_capital(token) && !document.tags(token).has(Tags::WEEKDAY)
            || matches!(word, "he" | "she" | "his" | "her")
    };
    let has_other = (firm.end + 1..share).any(is_other);
    let is_elsewhere = document.word_or_none(share + 1) == "in" && document.is_capital(share + 2);
    (!has_other && !is_elsewhere).then_some(firm)
}

/// Whether a list of bodies has a name that is no country's, nor begins as somebody's.
fn is_known(document: &Document, firm: &Range<usize>) -> bool {
    let lists = document.lists(firm.clone());
    let other = Gazetteer::COUNTRY.union(Gazetteer::NATIONALITY);
    let is_full = firm.len() > 1 && document.is_first_name(firm.start);
    lists.intersects(BODIES) && !lists.intersects(other) && !is_full
}

/// Whose shares stand behind its name: “Velm shares”.
fn owner(document: &Document, share: usize) -> Option<Range<usize>> {
    let owner = share.checked_sub(1)?;
    let sentence = document.sentence(share);
    let is_owner = !document.is_capital(share)
        && document.word(share).ends_with('s')
        && !document.is_capital(owner.checked_sub(1))
        && sentence.contains(&owner)
        && (owner > sentence.start || document.is_rare(owner))
        && is_firm(document, owner);
    is_owner.then_some(owner..share)
}

/// Whose founder, owner or head somebody is: “the founder of Velm”.
fn led(document: &Document, post: usize) -> Option<Range<usize>> {
    let firm = post + 2;
    let next = document.word_or_none(firm + 1);
    let goes_on = document.is_capital(firm + 1)
        || next.starts_with(char::is_alphabetic) && !document.tags(firm + 1).has(Tags::STOP);
    let is_led = document.word_or_none(post + 1) == "of" && is_firm(document, firm) && !goes_on;
    is_led.then_some(firm..firm + 1)
}

/// Whether a word may be all of a firm's name: a list has it, or it is no everyday word, and nobody and no place
/// is called so.
fn is_firm(document: &Document, token: usize) -> bool {
    let word = document.word_or_none(token);
    if !document.is_capital(token)
        || word.len() < 3
        || !word.contains(char::is_lowercase)
        || document.tags(token) != Tags::NONE
    {
        return false;
    }
    let lists = document.lists(token..token + 1);
    let other = Gazetteer::PLACE
        .union(Gazetteer::NATIONALITY)
        .union(Gazetteer::FIRST_NAME);
    let is_known = lists.intersects(BODIES);
    let is_nobody = !lists.intersects(Gazetteer::SURNAME);
    !lists.intersects(other) && (is_known || is_nobody && document.is_rare(token))
}
