//! Where a noun phrase ends, as far as words of one use show.

use super::{Search, is_date_or_sum, is_of_time};
use crate::lexicon::Tags;
use crate::quotes::terms::{Class, form, forms};

/// How many tokens a noun phrase may hold.
const LONGEST: usize = 12;

impl Search<'_, '_, '_> {
    /// The end of the noun phrase that begins at a token, as far as words of one use show.
    pub(super) fn phrase_end(&self, start: usize) -> usize {
        let limit = self.reading.sentence(start).end.min(start + LONGEST);
        let mut names = self.names.iter().peekable();
        let mut at = start;
        while at < limit {
            while names
                .next_if(|name| name.tokens.end <= at || is_date_or_sum(name))
                .is_some()
            {}
            if let Some(name) = names.peek().filter(|name| name.tokens.start == at) {
                at = name.tokens.end;
            } else if self.goes_on(start, at) {
                at += 1;
            } else {
                break;
            }
        }
        at -= usize::from(self.is_verb(start, at));
        at.max(start + 1)
    }

    /// Whether the last word of a noun phrase with a name is a verb, since a noun phrase follows on it: “Northgate
    /// cut its forecast”.
    fn is_verb(&self, start: usize, end: usize) -> bool {
        let reading = self.reading;
        let Some(verb) = end.checked_sub(1) else {
            return false;
        };
        let has_object = match reading.class(end) {
            Class::Determiner | Class::Possessive => true,
            // “The board shut two locks”
            class => class == Class::Number && reading.term(verb).tags.has(Tags::PAST),
        };
        end > start + 1
            && has_object
            && reading.class(verb) == Class::Open
            && !reading.term(verb).is_person
            && match reading.class(verb.checked_sub(1)) {
                Class::Capital | Class::Upper => true,
                class => class.is_open() && end > start + 2,
            }
    }

    /// Whether a participle stands before the one who does it.
    fn is_done_by(&self, at: usize) -> bool {
        self.reading.term(at).tags.has(Tags::PAST)
            && self.reading.form_from(at, at + 1) == const { form("by") }
    }

    /// Whether a past form stands behind a noun for a person, and a small word behind it: “A boy | ran out”.
    fn is_moved(&self, at: usize) -> bool {
        let reading = self.reading;
        let next = reading.term_from(at, at + 1);
        let noun = reading.term(at.checked_sub(1));
        reading.term(at).tags.has(Tags::PAST)
            && (noun.is_person || noun.tags.has(Tags::PERSON.union(Tags::PEOPLE)))
            && (matches!(next.class, Class::Preposition | Class::To | Class::Adverb)
                || next.tags.has(Tags::PARTICLE))
    }

    /// Whether a noun phrase goes on with a token that no name holds.
    fn goes_on(&self, start: usize, at: usize) -> bool {
        let reading = self.reading;
        let before = reading.class(at.checked_sub(1));
        let is_joined =
            |class: Class| class.is_open() || matches!(class, Class::Number | Class::Indefinite);
        if at == start + 1 && self.stands_for_noun(start) {
            return false;
        }
        let is_after_noun =
            at > start && !before.opens_noun() && !matches!(before, Class::Genitive | Class::Dash);
        match reading.class(at) {
            Class::Number if before == Class::Time && at > start => true,
            // “Fifty-one councillors”
            Class::Number | Class::Indefinite if at > start && before == Class::Dash => true,
            Class::Determiner | Class::Number => at == start || before == Class::Determiner,
            Class::Possessive | Class::Indefinite => at == start,
            Class::Genitive => at > start && reading.class(at + 1).is_open(),
            Class::Dash => {
                let span = reading.document.tokens[at].span;
                at > start
                    && span.len() == 1
                    && (is_joined(reading.class(at + 1)) || self.is_age(at))
                    && reading.document.tokens[at - 1].span.end == span.start
            }
            // “A Year 9 girl”
            Class::Time if before == Class::Determiner => {
                reading.document.is_capital(at)
                    && reading.class(at + 1) == Class::Number
                    && reading.class(at + 2).is_open()
            }
            Class::Time => before == Class::Dash && self.is_age(at - 1),
            Class::Ed | Class::Ing => !is_after_noun || before == Class::Dash,
            _ if is_of_time(reading, at) => false,
            // “Drivers | led by Ana Ruiz”
            Class::Open if is_after_noun && (self.is_done_by(at) || self.is_moved(at)) => false,
            class => class.is_open() && !(is_after_noun && self.is_cue[at]),
        }
    }

    /// Whether a dash is the first one of an age: “the 23-year-old”.
    fn is_age(&self, dash: usize) -> bool {
        self.reading.class(dash - 1) == Class::Number
            && self.reading.class(dash + 2) == Class::Dash
            && self.is_one_of(dash + 1, const { &forms(["year", "month", "week", "day"]) })
    }

    /// Whether a determiner that opens a clause is the subject of the cue behind it, as in “Another called
    /// it mad”, but not in “some calls”.
    fn stands_for_noun(&self, start: usize) -> bool {
        let reading = self.reading;
        let opens = || {
            let before = reading.class_from(start, start.checked_sub(1));
            let parts = matches!(
                before,
                Class::Conjunction | Class::That | Class::Subordinator
            );
            parts || (before.is_mark() && before != Class::Closing)
        };
        reading.class(start) == Class::Determiner
            && self.is_cue[start + 1]
            && !self.is_article(start)
            && (reading.class(start + 1) != Class::Plural
                || self.is_one_of(start, const { &forms(["another"]) }))
            && opens()
    }
}
