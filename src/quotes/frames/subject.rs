//! The noun phrase that is a subject.

use std::ops::Range;

use super::Search;
use crate::quotes::terms::{Class, form, forms};

/// How many tokens a subject may hold.
const LONGEST: usize = 14;

impl Search<'_, '_, '_> {
    /// The noun phrase that begins at a token, if it can mean somebody.
    pub(super) fn noun_phrase(&self, start: usize) -> Option<Range<usize>> {
        let first = self.reading.class(start);
        if matches!(first, Class::Pronoun) {
            let is_there = self.reading.form(start) == const { form("there") };
            return (!is_there && start < self.limit).then_some(start..start + 1);
        }
        let limit = self.limit.min(start + LONGEST);
        let end = (start..limit)
            .find(|&token| !self.is_part(start, token))
            .unwrap_or(limit);
        self.means_somebody(start..end).then_some(start..end)
    }

    /// The subject that begins at a token and goes up to its verb, or the adverb before that.
    pub(super) fn subject_before_verb(&self, start: usize) -> Option<Range<usize>> {
        let reading = self.reading;
        if reading.class(start) == Class::Pronoun {
            return self.noun_phrase(start);
        }
        let limit = self.limit.min(start + LONGEST);
        let mut end = start;
        while end < limit && self.is_part(start, end) {
            end += 1;
        }
        // A participle before a noun belongs to it: “a retired miner muttered”.
        let is_before_noun = |token: usize| {
            reading.class(token) == Class::Ed
                && (reading.class(token + 1).is_open() && !self.is_verb(token + 1))
        };
        while end < limit && is_before_noun(end) {
            end += 1;
            while end < limit && self.is_part(start, end) {
                end += 1;
            }
        }
        self.means_somebody(start..end).then_some(start..end)
    }

    /// Whether a token goes on with the noun phrase that begins at another one.
    fn is_part(&self, start: usize, token: usize) -> bool {
        const LINKS: [u32; 4] = forms(["at", "for", "from", "of"]);
        let reading = self.reading;
        let term = reading.term(token);
        let is_first = token == start;
        let is_verb = term.is_saying || term.is_past();
        match term.class {
            Class::Capital | Class::Upper => true,
            Class::Determiner | Class::Possessive | Class::Indefinite => {
                is_first || self.is_link(token.checked_sub(1), &LINKS)
            }
            Class::Number => is_first || reading.class(token - 1).opens_noun(),
            Class::Genitive => !is_first && reading.class(token + 1).is_open(),
            Class::Dash => !is_first && reading.document.is_within_word(token),
            Class::Preposition => {
                let next = reading.class(token + 1);
                !is_first
                    && self.is_link(token, &LINKS)
                    && (next.opens_noun() || next.is_open() || next == Class::Object)
            }
            Class::Object => self.is_link(token.checked_sub(1), &LINKS),
            class => class.is_open() && !is_verb,
        }
    }

    fn is_link(&self, token: impl Into<Option<usize>>, links: &[u32]) -> bool {
        links.contains(&self.reading.form(token))
    }

    /// Whether a noun phrase has a name, or opens as those of people do.
    fn means_somebody(&self, mut phrase: Range<usize>) -> bool {
        let reading = self.reading;
        let opens = reading.class(phrase.start).opens_noun();
        !phrase.is_empty()
            && phrase.end <= self.limit
            && (opens && phrase.len() > 1
                || reading.class(phrase.start) == Class::Indefinite
                || phrase.any(|token| {
                    let term = reading.term(token);
                    matches!(term.class, Class::Capital | Class::Upper) || term.is_person
                }))
    }
}
