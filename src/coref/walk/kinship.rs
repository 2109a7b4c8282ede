//! Who is a relative of whom, as the walk meets it.

use super::Walk;
use crate::coref::discourse::Recent;
use crate::coref::layout::Named;
use crate::coref::rules::Rule;
use crate::coref::{nouns, subject};
use crate::lexicon::Tags;

impl Walk<'_> {
    /// Takes note of whose relative a name says somebody to be: “Reed's wife Ana Ruiz”, “Reed left a son, Bob Lane”.
    pub(super) fn relate(&mut self, name: &Named) {
        const REACH: usize = 4;
        let document = self.document;
        let comma = name.tokens.start.checked_sub(1);
        let is_parted = document.word_or_none(comma) == ",";
        let noun = comma.and_then(|at| at.checked_sub(usize::from(is_parted)));
        let Some(noun) = noun.filter(|&noun| document.tags(noun).has(Tags::RELATION)) else {
            return;
        };
        if !name.is_person || !Rule::Relations.is_on() {
            return;
        }
        let sentence = document.sentence(noun);
        let mut before = (sentence.start.max(noun.saturating_sub(REACH))..noun).rev();
        let owner = before.find_map(|token| {
            if nouns::owns(document, token) {
                let owns = |recent: &Recent| recent.is_person && recent.end == token;
                return Some(self.discourse.latest(owns));
            }
            let is_article = matches!(document.word(token), "a" | "A" | "an" | "one");
            let acts = |recent: &Recent| {
                recent.is_person && recent.is_subject && sentence.contains(&recent.at.token)
            };
            (is_article && is_parted).then(|| self.discourse.latest(acts))
        });
        if let Some(owner) = owner.flatten() {
            let noun = document.plain_word(noun);
            self.discourse.relations.add(owner, &noun, name.entity);
        }
    }

    /// Takes note of who marries whom, so that the text may go on with “his wife”: “Tom Reed married Ana Ruiz”.
    pub(super) fn marry(&mut self, verb: usize, next_name: usize) {
        let one = self
            .discourse
            .latest(|recent| recent.is_person && recent.end == verb);
        let other = self.layout.names.get(next_name).filter(|name| {
            name.is_person && subject::role_start(self.document, name.tokens.start) == verb + 1
        });
        if let (Some(one), Some(other)) = (one, other) {
            for noun in ["wife", "husband"] {
                self.discourse.relations.add(one, noun, other.entity);
            }
        }
    }
}
