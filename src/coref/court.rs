//! Court scenes: who is accused, and who speaks of themselves there.

use std::ops::Range;

use crate::text::Document;

/// The role of one who is held, charged or tried.
pub const ACCUSED: &str = "accused";

/// Whether somebody is held, charged or tried.
pub fn is_accused(document: &Document, name: &Range<usize>) -> bool {
    let accuses = |word: &str| {
        matches!(
            word,
            "arrested"
                | "charged"
                | "accused"
                | "convicted"
                | "jailed"
                | "sentenced"
                | "indicted"
                | "acquitted"
                | "remanded"
                | "detained"
                | "prosecuted"
                | "cleared"
        )
    };
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
    let verb = (name.end..name.end + 4)
        .map(|token| document.word_or_none(token))
        .find(|word| !is_auxiliary(word))
        .unwrap_or_default();
    let first = document.word_or_none(name.end);
    let pleads = matches!(first, "pleaded" | "pleads" | "pled" | "denies" | "admits");
    let is_passive = is_auxiliary(first) && accuses(verb);
    accuses(before(1)) && !is_auxiliary(first) || is_tried || pleads || is_passive
}
