//! Runs of capitals that may be names, and what shows that they are somebody's.

use std::ops::Range;

use super::rule::*;
use crate::lexicon::Gazetteer;

/// The most tokens of a name that is known from what stands beside it.
const LONGEST: usize = 3;

/// Words that are verbs of what somebody does.
pub const VERB: Tags = Tags::SAYING
    .union(Tags::ACTING)
    .union(Tags::PAST)
    .union(Tags::MODAL);

/// What goes on behind a name that is whole.
pub const GOES_ON: Tags = VERB.union(Tags::STOP);

/// The capitals that begin at a token; one more than a name may have shows that they are none.
pub fn capitals_from(document: &Document, start: usize) -> Range<usize> {
    let limit = document.sentence(start).end.min(start + LONGEST + 1);
    let run = (start..limit).take_while(|&token| document.is_capital(token));
    start..start + run.count()
}

/// The capitals that end before a token, without an article that opens the sentence.
pub fn capitals_before(document: &Document, end: usize) -> Range<usize> {
    let sentence = document.sentence(end);
    let before = (sentence.start..end).rev().take(LONGEST + 1);
    let run = before.take_while(|&token| document.is_capital(token));
    let start = end - run.count();
    let article = usize::from(start < end && document.tags(start).has(Tags::DETERMINER));
    start + article..end
}

/// Whether some capitals may be the name of something that is on none of some lists: neither they nor their first word,
/// which no rule knows.
pub fn is_unlisted(document: &Document, name: &Range<usize>, lists: Gazetteer) -> bool {
    if name.is_empty() || name.len() > LONGEST {
        return false;
    }
    let whole = document.lists(name.clone());
    let first = document.lists(name.start..name.start + 1);
    let word = document.word(name.start);
    document.tags(name.start) == Tags::NONE
        && word.len() > 2
        && word.contains(char::is_lowercase)
        && !whole.union(first).intersects(lists)
}

/// Whether a name has a title before it, or an age or “who” behind it.
pub fn is_somebody(document: &Document, name: &Name) -> bool {
    let title = Tags::HONORIFIC.union(Tags::TITLE).union(Tags::ROLE);
    let before = document.tags(name.tokens.start.checked_sub(1));
    let is_who = document.word_or_none(name.tokens.end + 1) == "who";
    let is_comma = document.word_or_none(name.tokens.end) == ",";
    before.has(title) || is_comma && (is_who || is_age(document, name.tokens.end + 1))
}

/// Whether a token is a number that may be somebody's age.
pub fn is_age(document: &Document, token: usize) -> bool {
    let word = document.word_or_none(token);
    word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit())
}
