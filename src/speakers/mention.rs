//! The whole of a mention: the noun that is chosen, and what hangs on it.

use super::candidates::{Candidate, Reference};
use crate::annotations::EntityType;
use crate::quotes::reading::Reading;
use crate::quotes::terms::{Class, form};

/// The words that tie a noun to the one before it.
const LINKS: [u32; 4] = [form("of"), form("for"), form("from"), form("at")];

/// The words that may tie a noun to the one before it, or to the verb: “people familiar with the
/// matter”, “said in a statement”.
const LOOSE_LINKS: [u32; 10] = [
    form("of"),
    form("for"),
    form("from"),
    form("at"),
    form("with"),
    form("in"),
    form("on"),
    form("by"),
    form("to"),
    form("near"),
];

/// A candidate with the whole of its mention: “a spokesman for the mayor”, “the mayor, Ana Ruiz”.
/// The cue of what is credited does not belong to it.
pub fn whole(reading: &Reading, all: &[Candidate], index: usize, cue: Option<usize>) -> Candidate {
    let mut candidate = all[index].clone();
    if candidate.reference != Reference::Description {
        return candidate;
    }
    let near = Near { reading, all, cue };
    candidate.tokens.end = near.linked(candidate.tokens.end, &LINKS);
    // Whatever else stands between a subject and its verb belongs to the subject, and whatever stands
    // between “according to” and the next mark to the source.
    let subject_end = near.linked(candidate.tokens.end, &LOOSE_LINKS);
    let is_source = cue.is_some_and(|cue| {
        reading.form(cue) == form("according") && candidate.tokens.start == cue + 2
    });
    let goes_on_in_clause = [subject_end, subject_end + 1].map(|token| reading.class(token));
    let has_clause = goes_on_in_clause[0] == Class::Relative
        || goes_on_in_clause == [Class::Comma, Class::Relative];
    if cue.is_some_and(|cue| subject_end == cue || (subject_end < cue && has_clause))
        || (is_source && reading.class(subject_end).is_mark())
    {
        candidate.tokens.end = subject_end;
    }
    let end = behind_initials(reading, candidate.tokens.end);
    // “The builder, Kaldvik”, but not “a guide at the builder, Kaldvik”.
    let is_linked = end > all[index].tokens.end;
    if reading.class(end) == Class::Comma
        && let Some(name) = near.starting_at(end + 1)
        && (name.reference == Reference::Name(EntityType::Person)
            || (name.reference == Reference::Name(EntityType::Organization) && !is_linked))
        && reading.class(name.tokens.end).is_mark()
    {
        candidate.tokens.end = name.tokens.end;
    }
    candidate
}

/// The candidates beside a mention, but for the cue of what is credited.
struct Near<'n, 'd, 't> {
    reading: &'n Reading<'d, 't>,
    all: &'n [Candidate],
    cue: Option<usize>,
}

impl Near<'_, '_, '_> {
    /// The longest candidate that starts at a token.
    fn starting_at(&self, token: usize) -> Option<&Candidate> {
        let from = self.all.partition_point(|other| other.head < token);
        let near = self.all[from..]
            .iter()
            .take_while(|other| other.tokens.start <= token);
        near.filter(|other| other.tokens.start == token && Some(other.head) != self.cue)
            .max_by_key(|other| other.tokens.end)
    }

    /// The name that stands from a token on behind words for what it is: “the opposition Marl Union”.
    fn name_behind(&self, token: usize) -> Option<&Candidate> {
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
    fn linked(&self, mut end: usize, links: &[u32]) -> usize {
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

/// The token behind the initials in brackets that stand at one: “the Marl Union (MU)”.
fn behind_initials(reading: &Reading, at: usize) -> usize {
    let is_closed = reading.class(at) == Class::Opening && reading.class(at + 2) == Class::Closing;
    if is_closed && reading.class(at + 1) == Class::Upper {
        at + 3
    } else {
        at
    }
}
