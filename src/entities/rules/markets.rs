//! Firms that have shares: “Shares in Velm fell”, “a stake in Velm”.

use std::ops::Range;

use super::everywhere::name_free_firms;
use super::rule::*;
use crate::lexicon::Gazetteer;

pub const RULE: Rule = Rule {
    id: "shares",
    trigger: Trigger::Document(|document, names| {
        let shares = document.tokens_tagged(Tags::SHARE);
        let firms = shares.filter_map(|share| firm(document, share));
        name_free_firms(document, names, firms)
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "another type",
            "Shares in [L Velm] fell.",
            "Shares in [O Velm] fell.",
        ),
        Example::new(
            "passed over",
            "a stake in Velm Foods was sold, and Velm Foods said no",
            "a stake in [O Velm Foods] was sold, and [O Velm Foods] said no",
        ),
        Example::new(
            "what is a firm's",
            "[P Velm]'s profits fell.",
            "[O Velm]'s profits fell.",
        ),
        Example::new(
            "who leads it",
            "[P Velm]’s chief executive left.",
            "[O Velm]’s chief executive left.",
        ),
        Example::new(
            "a first name",
            "Shares in [L Emma] fell.",
            "Shares in [O Emma] fell.",
        ),
        Example::new(
            "a country",
            "no stake in [L Kenya] is",
            "no stake in [L Kenya] is",
        ),
        Example::new(
            "what is somebody's",
            "a stake in [P Velm]'s firm",
            "a stake in [P Velm]'s firm",
        ),
        Example::new(
            "somebody",
            "a stake in [P Emma Holm] was",
            "a stake in [P Emma Holm] was",
        ),
        Example::new(
            "somebody's shares",
            "[P Emma Holm]'s shares fell. [P Holm]'s shares",
            "[P Emma Holm]'s shares fell. [P Holm]'s shares",
        ),
    ],
};

/// “acquired Velm”, “the takeover of Velm”: what a firm buys is a firm.
pub const DEALS: Rule = Rule {
    id: "deals",
    trigger: Trigger::Document(|document, names| {
        // Clubs acquire people.
        if document.vocabulary.has(Tags::SPORT) {
            return 0;
        }
        let deals = document.tokens_tagged(Tags::DEALING);
        let firms = deals.filter_map(|deal| bought(document, deal));
        name_free_firms(document, names, firms)
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "what was bought",
            "It acquired [P Velm] and hired Velm staff.",
            "It acquired [O Velm] and hired [O Velm] staff.",
        ),
        Example::new(
            "a takeover",
            "the takeover of [L Velm] was",
            "the takeover of [O Velm] was",
        ),
        Example::new(
            "what it joins",
            "It merged with Velm on Friday.",
            "It merged with [O Velm] on Friday.",
        ),
        Example::new(
            "a place",
            "the takeover of [L Oslo] was",
            "the takeover of [L Oslo] was",
        ),
        Example::new(
            "a player",
            "It acquired [P Velm], a striker.",
            "It acquired [P Velm], a striker.",
        ),
        Example::new(
            "a surname",
            "It acquired [P Holm] for Oslo.",
            "It acquired [P Holm] for Oslo.",
        ),
        Example::new(
            "somebody's firm",
            "It acquired [P Velm]'s firm.",
            "It acquired [P Velm]'s firm.",
        ),
    ],
};

/// What a firm buys or joins, where the word alone shows what it is.
fn bought(document: &Document, deal: usize) -> Option<Range<usize>> {
    let is_joint = matches!(document.word_or_none(deal + 1), "of" | "with");
    let start = deal + 1 + usize::from(is_joint);
    let lists = document.lists(start..start + 1);
    let other = Gazetteer::PLACE
        .union(Gazetteer::NATIONALITY)
        .union(Gazetteer::PEOPLE);
    let next = document.word_or_none(start + 1);
    let is_firm = (is_joint || document.word(deal).starts_with("acquir"))
        && document.is_capital(start)
        && !document.is_capital(start + 1)
        && !matches!(next, "'s" | "’s" | "-" | "&")
        && document.tags(start) == Tags::NONE
        && !lists.intersects(other)
        && document.is_rare(start);
    is_firm.then_some(start..start + 1)
}

/// The most tokens of a firm's name.
const LONGEST: usize = 4;

/// The firm whose shares a word is about: “shares in Velm”, “Velm's profits”.
fn firm(document: &Document, share: usize) -> Option<Range<usize>> {
    let firm = if document.word_or_none(share + 1) == "in" {
        let start = share + 2;
        let limit = document.sentence(share).end.min(start + LONGEST);
        let run = (start..limit).take_while(|&token| document.is_capital(token));
        start..start + run.count()
    } else {
        // “Velm's chief executive”
        let owned = match document.word(share) {
            "executive" => share.checked_sub(1)?,
            _ => share,
        };
        let end = owned.checked_sub(1)?;
        if !matches!(document.word(end), "'s" | "’s") || document.word(owned) == "executive" {
            return None;
        }
        end.checked_sub(1)?..end
    };
    let next = document.word_or_none(firm.end);
    let is_owner = matches!(next, "'s" | "’s");
    let before = document.word_or_none(firm.start.checked_sub(1));
    let lists = document.lists(firm.clone());
    let mut other = Gazetteer::PLACE.union(Gazetteer::NATIONALITY);
    // “Emma's shares”, but nobody has shares in Emma.
    if is_owner || firm.len() > 1 {
        other = other.union(Gazetteer::FIRST_NAME);
    }
    let is_firm = !firm.is_empty()
        && document.is_capital(firm.start)
        && document.word(firm.start).len() > 2
        && !document.is_capital(firm.end)
        && is_owner == (firm.end <= share)
        && !(is_owner && (document.is_capital(firm.start.checked_sub(1)) || before.ends_with('.')))
        && !matches!(next, "-" | "&" | "and" | "of")
        && !lists.intersects(other)
        && !document
            .tags(firm.start)
            .has(Tags::WEEKDAY.union(Tags::TITLE))
        && (firm.len() == 1 || !document.is_first_name(firm.start));
    is_firm.then_some(firm)
}
