//! Who was mentioned last and fits.

use super::discourse::{Discourse, Recent};
use super::layout::Place;
use crate::text::Document;

impl Discourse {
    /// What “who” or “which” at a token refers to: the name right before it, or the person
    /// before a comma and an age or a town.
    pub fn antecedent(&self, document: &Document, at: Place) -> Option<usize> {
        const NEAR: usize = 16;
        let before = at.token.checked_sub(1)?;
        let near = |recent: &&Recent| {
            recent.at.sentence == at.sentence && recent.at.token + NEAR > at.token
        };
        let mut near = self.recent().rev().filter(near);
        if document.word(at.token) == "who" && document.word(before) == "," {
            // “Senator Ana Ruiz (Oslo West), who”
            let opening = bracket_before(document, before).unwrap_or(before);
            return near
                .find(|recent| recent.is_person && recent.at.token < opening)
                .map(|recent| recent.entity);
        }
        let last = near.next()?;
        if document.word(at.token) == "who" && !last.is_person {
            // “Ana Ruiz, a clerk at the bank who”: the person whom the comma sets apart.
            let apposed = |recent: &&Recent| recent.is_person && document.word(recent.end) == ",";
            return near.find(apposed).map(|recent| recent.entity);
        }
        let parts = matches!(document.word(before), "," | "(" | "-" | "--" | "–" | "—");
        let is_adjacent = last.end == at.token || (last.end == before && parts);
        is_adjacent.then_some(last.entity)
    }

    /// The last organization or place that was the subject of this sentence or the one before.
    pub fn last_subject(&self, entities_fit: impl Fn(usize) -> bool, at: Place) -> Option<usize> {
        self.recent()
            .rev()
            .take_while(|recent| at.sentence.saturating_sub(recent.at.sentence) <= 1)
            .filter(|recent| !recent.is_person && recent.is_subject && at.quote == recent.at.quote)
            .find(|recent| entities_fit(recent.entity))
            .map(|recent| recent.entity)
    }

    /// The one whose mention fits and was the last that did.
    pub fn latest(&self, fits: impl Fn(&Recent) -> bool) -> Option<usize> {
        let mut recent = self.recent().rev();
        recent
            .find(|recent| fits(recent))
            .map(|recent| recent.entity)
    }
}

/// Where the brackets open that close right before a token.
fn bracket_before(document: &Document, token: usize) -> Option<usize> {
    const LONGEST: usize = 12;
    let closing = token
        .checked_sub(1)
        .filter(|&at| document.word(at) == ")")?;
    let mut within = (closing.saturating_sub(LONGEST)..closing).rev();
    within.find(|&at| document.word(at) == "(")
}
