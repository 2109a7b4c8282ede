//! What a candidate and what stands around it indicate.

use super::candidates::{Candidate, Reference};
use crate::model::templates::SpeakerTemplate as Template;
use crate::quotes::reading::{Features, Reading};
use crate::quotes::terms::Class;

/// What a candidate indicates by itself, whatever is to be credited.
pub fn describe(reading: &Reading, candidate: &Candidate, features: &mut Features) {
    let kind = candidate.reference.number();
    let word = match candidate.reference {
        Reference::Name(_) => kind,
        _ => reading.term(candidate.head).form,
    };
    let start = candidate.tokens.start;
    let before = reading.class(start.checked_sub(1)) as u32;
    features.add(Template::Word, word, 0);
    features.add(Template::ClassBefore, before, kind);
    features.add(
        Template::ClassAfter,
        reading.class(candidate.tokens.end) as u32,
        kind,
    );
    features.add(
        Template::FirstClassLength,
        reading.class(start) as u32,
        candidate.tokens.len().min(6) as u32,
    );
    if candidate.reference == Reference::Description {
        let head = reading.term(candidate.head);
        features.add(Template::HeadStem, head.stem, 0);
        features.add(Template::HeadEnding, head.ending, 0);
        features.add(
            Template::HeadWordClassPerson,
            head.alike,
            u32::from(head.is_person),
        );
        features.add(
            Template::FirstWordClassClassBefore,
            reading.term(start).alike,
            before,
        );
        features.add(
            Template::FirstWordClassHeadClass,
            reading.term(start).alike,
            head.class as u32,
        );
    }
}

/// What stands around the candidate and how its phrase begins.
pub fn describe_place(
    reading: &Reading,
    candidate: &Candidate,
    order: u32,
    features: &mut Features,
) {
    let start = candidate.tokens.start;
    let before = reading.class(start.checked_sub(1)) as u32;
    let after = reading.class(candidate.tokens.end) as u32;
    features.add(
        Template::FormBefore,
        reading.form(start.checked_sub(1)),
        order & 1,
    );
    features.add(
        Template::FormAfter,
        reading.form(candidate.tokens.end),
        order & 1,
    );
    features.add(Template::ClassesAround, before << 8 | after, order);
    let sentence = reading.sentence(candidate.head);
    let is_first = u32::from(sentence.start == start);
    let kind = candidate.reference.number();
    features.add(Template::OpensSentence, is_first << 8 | kind, order);
    if candidate.reference == Reference::Description {
        let head = reading.term(candidate.head);
        features.add(Template::HeadWordClass, head.alike, order);
        features.add(Template::HeadPerson, u32::from(head.is_person), order);
    }
}

/// The kind of the candidate that holds another one, and how its phrase begins: nobody speaks by
/// “Ruiz” alone within “a Ruiz spokesman”. 0 where none does.
pub fn holder(reading: &Reading, all: &[Candidate], index: usize) -> u32 {
    const BESIDE: usize = 3;
    let tokens = &all[index].tokens;
    let beside = &all[index.saturating_sub(BESIDE)..all.len().min(index + BESIDE + 1)];
    let holds = |other: &&Candidate| {
        let outer = &other.tokens;
        outer.start <= tokens.start && outer.end >= tokens.end && outer.len() > tokens.len()
    };
    beside.iter().find(holds).map_or(0, |outer| {
        let follows = reading.class(tokens.end) == Class::Genitive;
        outer.reference.number() << 1 | u32::from(follows)
    })
}
