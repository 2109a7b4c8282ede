//! Court scenes: who is accused, and who speaks of themselves there.

use std::ops::Range;

use crate::lexicon::Tags;
use crate::text::Document;

/// The role of one who is held, charged or tried.
pub const ACCUSED: &str = "accused";

/// Whether somebody is held, charged or tried.
pub fn is_accused(document: &Document, name: &Range<usize>) -> bool {
    let accuses = |token: Option<usize>| document.tags(token).has(Tags::ACCUSING);
    let before = |back: usize| {
        name.start
            .checked_sub(back)
            .map_or("", |at| document.word(at))
    };
    let is_tried = before(1) == "against" && matches!(before(2), "case" | "charges" | "trial")
        || before(1) == "of" && before(2) == "trial";
    let is_auxiliary = |word: &str| {
        matches!(
            word,
            "was" | "were" | "is" | "has" | "had" | "been" | "being" | "later"
        )
    };
    let mut behind = name.end..name.end + 4;
    let verb = behind.find(|&token| !is_auxiliary(document.word_or_none(token)));
    let first = document.word_or_none(name.end);
    let pleads = matches!(first, "pleaded" | "pleads" | "pled" | "denies" | "admits");
    let is_passive = is_auxiliary(first) && accuses(verb);
    accuses(name.start.checked_sub(1)) && !is_auxiliary(first) || is_tried || pleads || is_passive
}
