//! What stands beside a mention.

use super::candidates::{Candidate, Reference};
use crate::annotations::EntityType;
use crate::quotes::reading::Reading;
use crate::quotes::terms::{Class, form};

/// The words that tie a noun to the one before it.
pub(super) const LINKS: [u32; 4] = [form("of"), form("for"), form("from"), form("at")];

/// The candidates beside a mention, but for the cue of what is credited.
pub(super) struct Near<'n, 'd, 't> {
    pub(super) reading: &'n Reading<'d, 't>,
    pub(super) all: &'n [Candidate],
    pub(super) cue: Option<usize>,
}

impl Near<'_, '_, '_> {
    /// The end of the name between marks that says who a description is that ends at a token: “, Ana
    /// Ruiz,” and “, the hydrologist Ana Ruiz,”; a body's name only if nothing hangs on the description.
    pub(super) fn apposed(&self, end: usize, is_linked: bool) -> Option<usize> {
        let reading = self.reading;
        if reading.class(end) != Class::Comma {
            return None;
        }
        let name = self.named(end + 1).or_else(|| self.titled(end + 1))?;
        let fits = match name.reference {
            Reference::Name(EntityType::Person) => true,
            Reference::Name(EntityType::Organization) => !is_linked,
            _ => false,
        };
        let is_closed = reading.class(name.tokens.end).is_mark()
            || LINKS.contains(&reading.form(name.tokens.end));
        (fits && is_closed).then_some(name.tokens.end)
    }

    /// The end of the name between a comma and the cue's that says who a description is that a clause follows:
    /// “The builder that it hired, Northgate, said”.
    pub(super) fn apposed_behind_clause(&self, end: usize) -> Option<usize> {
        let reading = self.reading;
        let closing = self.cue?.checked_sub(1)?;
        let opens = matches!(
            reading.class(end),
            Class::Relative | Class::That | Class::Ed
        );
        if !opens || closing <= end || reading.class(closing) != Class::Comma {
            return None;
        }
        let name = self.person_ending_at(closing)?;
        let comma = (end..closing).find(|&token| reading.class(token).is_mark())?;
        let is_apposed =
            matches!(name.reference, Reference::Name(_)) && name.tokens.start == comma + 1;
        is_apposed.then_some(name.tokens.end)
    }

    /// The longest name that starts at a token.
    pub(super) fn named(&self, token: usize) -> Option<&Candidate> {
        self.starting_at(token)
            .filter(|name| matches!(name.reference, Reference::Name(_)))
    }

    /// The person whose name stands from a token on behind words for what he or she is: “the hydrologist
    /// Ana Ruiz”, “father-of-three Tom Reed”.
    pub(super) fn titled(&self, token: usize) -> Option<&Candidate> {
        const LONGEST: usize = 6;
        let from = self.all.partition_point(|other| other.head < token);
        let mut near = self.all[from..].iter().take(LONGEST);
        let name = near.find(|other| other.reference == Reference::Name(EntityType::Person))?;
        let is_part = |word: usize| match self.reading.class(word) {
            Class::Determiner | Class::Possessive => word == token,
            Class::Dash => self.reading.document.is_within_word(word),
            Class::Preposition | Class::Number => true,
            class => class.is_open() && Some(word) != self.cue,
        };
        let mut words = token..name.tokens.start;
        (words.len() <= LONGEST && words.all(is_part)).then_some(name)
    }

    /// The end of a second noun for a person that follows on a first: “mother and manager”.
    pub(super) fn second_role(&self, end: usize) -> usize {
        let noun = end + 1;
        let is_role = self.reading.class(end) == Class::Conjunction
            && self.reading.class(noun).is_open()
            && self.reading.term(noun).is_person;
        if is_role { noun + 1 } else { end }
    }

    /// The longest candidate that can speak, a name or a noun for a person, and ends at a token.
    pub(super) fn person_ending_at(&self, token: usize) -> Option<&Candidate> {
        const BESIDE: usize = 4;
        let behind = self.all.partition_point(|other| other.head < token);
        let near = self.all[..behind].iter().rev().take(BESIDE);
        near.filter(|other| other.tokens.end == token && self.can_speak(other))
            .min_by_key(|other| other.tokens.start)
    }

    /// The longest candidate that can speak and starts at a token.
    pub(super) fn person_starting_at(&self, token: usize) -> Option<&Candidate> {
        self.starting_at(token)
            .filter(|other| self.can_speak(other))
    }

    pub(super) fn can_speak(&self, candidate: &Candidate) -> bool {
        match candidate.reference {
            Reference::Name(entity_type) => {
                matches!(entity_type, EntityType::Person | EntityType::Organization)
            }
            Reference::Description => {
                let head = self.reading.term(candidate.head);
                head.is_person || head.form == const { form("police") }
            }
            Reference::Pronoun => false,
        }
    }

    /// The longest candidate that starts at a token.
    pub(super) fn starting_at(&self, token: usize) -> Option<&Candidate> {
        let from = self.all.partition_point(|other| other.head < token);
        let near = self.all[from..]
            .iter()
            .take_while(|other| other.tokens.start <= token);
        near.filter(|other| other.tokens.start == token && Some(other.head) != self.cue)
            .max_by_key(|other| other.tokens.end)
    }

    /// The name that stands from a token on behind words for what it is: “the opposition Marl Union”.
    pub(super) fn name_behind(&self, token: usize) -> Option<&Candidate> {
        let from = self.all.partition_point(|other| other.head < token);
        let name = self.all.get(from).filter(|name| {
            matches!(name.reference, Reference::Name(_))
                && name.tokens.start <= token + 2
                && Some(name.head) != self.cue
        })?;
        let mut words = token..name.tokens.start;
        words
            .all(|word| matches!(self.reading.class(word), Class::Determiner | Class::Open))
            .then_some(name)
    }

    /// The end of what hangs on a mention that ends at a token by these words.
    pub(super) fn linked(&self, mut end: usize, links: &[u32]) -> usize {
        let is_link = |token: usize| {
            let term = self.reading.terms.get(token);
            term.is_some_and(|term| links.contains(&term.form))
        };
        while is_link(end)
            && let Some(next) = self
                .starting_at(end + 1)
                .or_else(|| self.name_behind(end + 1))
        {
            end = next.tokens.end;
        }
        end
    }
}
