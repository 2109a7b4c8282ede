//! Quotes in paragraphs of their own, which the press of many countries writes behind a paragraph that reports
//! the same person: “Ana Ruiz said that the pier was safe.⏎ ‘We have tried it.’”
//!
//! They belong to whom the paragraph before reports or quotes, or else is about; never to whoever opens the next.

use std::ops::Range;

use super::Credited;
use super::candidates::{Candidate, Reference};
use crate::annotations::{EntityType, QuoteKind};
use crate::quotes::Reported;
use crate::quotes::introduced::{item_start, lead};
use crate::quotes::reading::Reading;
use crate::quotes::terms::{Class, forms};
use crate::text::BlockKind;

/// How likely the one speaks whom the paragraph before reports.
const REPORTED: f32 = 0.92;

/// How likely the one speaks whom the paragraph before is about.
const TOLD_OF: f32 = 0.6;

/// How many captions, headings and the like may stand between the two paragraphs.
const ASIDES: usize = 2;

/// Whether a quote opens a paragraph that holds nothing but quotes, and has no cue there or behind.
pub fn is_alone(reading: &Reading, reported: &Reported) -> bool {
    let start = reported.content[0].start;
    let paragraph = reading.paragraph(start);
    let own = item_start(reading, &paragraph);
    let is_led = lead(reading, paragraph.start).is_some();
    let has_cue = || {
        let cue = reported.cue;
        cue.is_some_and(|cue| {
            cue >= paragraph.start || !is_led && reading.class(cue) == Class::Colon
        })
    };
    let is_quoted = |token: usize| {
        reading.class(token).is_mark()
            || reading.quotation_of(token).is_some()
            || reading.document.is_in_block(token, &[BlockKind::Quote])
    };
    reported.kind == QuoteKind::Direct
        && reported.label.is_none()
        && start == own
        && paragraph.start > 0
        && !has_cue()
        && (own..paragraph.end).all(is_quoted)
}

/// Blocks of a page that interrupt its prose.
const ASIDE_BLOCKS: [BlockKind; 4] = [
    BlockKind::Quote,
    BlockKind::Caption,
    BlockKind::Byline,
    BlockKind::Heading,
];

/// Who says a quote that stands alone in its paragraph, and how likely; `before` are the reports before it, in
/// order.
pub fn speaker(
    reading: &Reading,
    all: &[Candidate],
    reported: &Reported,
    before: &[Credited],
) -> Option<(usize, f32)> {
    let start = reported.content[0].start;
    let own = reading.paragraph(start).start;
    if let Some(verb) = lead(reading, own) {
        return Some((leader(reading, all, verb)?, REPORTED));
    }
    // “The key points of Ana Ruiz:⏎‘It is late.’”
    if reading.class(own.checked_sub(1)) == Class::Colon {
        return None;
    }
    if reading
        .quotation_of(start)
        .is_some_and(|index| reading.is_turn(index))
    {
        return None;
    }
    let paragraph = prose_before(reading, own)?;
    let reporter = before
        .iter()
        .rev()
        .take_while(|said| reported_in(&said.reported, &paragraph))
        .filter(|said| said.reported.kind != QuoteKind::Scare)
        .find(|said| said.candidate.is_some())
        .filter(|said| !names_speaker(reading, all, reported, said))
        .and_then(|said| said.candidate);
    match reporter {
        Some(reporter) => Some((reporter, REPORTED)),
        None => Some((told_of(reading, all, &paragraph)?, TOLD_OF)),
    }
}

/// Whether words speak of the one who is credited with others by a name, as nobody does of themselves.
fn names_speaker(reading: &Reading, all: &[Candidate], words: &Reported, said: &Credited) -> bool {
    let Some(speaker) = &said.speaker else {
        return false;
    };
    let (start, end) = (speaker.tokens.start, speaker.tokens.end);
    let from = all.partition_point(|other| other.head < start);
    let within = all[from..].iter().take_while(|other| other.head < end);
    let people = within.filter(|other| other.reference == Reference::Name(EntityType::Person));
    let is_name =
        |&token: &usize| reading.class(token) == Class::Capital && !reading.term(token).is_person;
    let names = people
        .flat_map(|person| person.tokens.clone())
        .filter(is_name);
    let names: Vec<u32> = names.map(|token| reading.form(token)).collect();
    let mut spoken = words.content.iter().cloned().flatten();
    spoken.any(|token| is_name(&token) && names.contains(&reading.form(token)))
}

/// The subject of the verb of a line that leads to a list: the one right before it, or whom the line opens with.
fn leader(reading: &Reading, all: &[Candidate], verb: usize) -> Option<usize> {
    let belongs = |&token: &usize| matches!(reading.class(token), Class::Auxiliary | Class::Adverb);
    let line = reading.sentence(verb);
    let end = verb - (line.start..verb).rev().take_while(belongs).count();
    let behind = all.partition_point(|candidate| candidate.head < end);
    let beside = (0..behind)
        .rev()
        .take_while(|&index| all[index].head + 1 >= end)
        .filter(|&index| all[index].tokens.end == end && may_lead(reading, &all[index]))
        .min_by_key(|&index| all[index].tokens.start);
    beside.or_else(|| opening(reading, all, line.start))
}

/// Whether a candidate may be the one who says what is listed.
fn may_lead(reading: &Reading, candidate: &Candidate) -> bool {
    is_somebody(reading, candidate) || matches!(candidate.reference, Reference::Name(_))
}

/// Whether a report ends in a paragraph.
fn reported_in(reported: &Reported, paragraph: &Range<usize>) -> bool {
    let end = reported.content.iter().map(|part| part.end).max();
    end.max(reported.cue) > Some(paragraph.start)
}

/// The paragraph of prose before a paragraph that begins at a token, past captions and headings.
fn prose_before(reading: &Reading, start: usize) -> Option<Range<usize>> {
    let mut paragraph = reading.paragraph(start.checked_sub(1)?);
    for _ in 0..ASIDES {
        if !is_aside(reading, &paragraph) {
            break;
        }
        paragraph = reading.paragraph(paragraph.start.checked_sub(1)?);
    }
    (!is_aside(reading, &paragraph)).then_some(paragraph)
}

/// Whether a paragraph is a line without a sentence: a heading, a caption, “read more”.
fn is_aside(reading: &Reading, paragraph: &Range<usize>) -> bool {
    const LONGEST: usize = 24;
    let last = paragraph.end.checked_sub(1);
    let is_sentence = reading.class(last) == Class::Stop || reading.quotation_of(last).is_some();
    let is_set_apart = reading.document.is_in_block(paragraph.start, &ASIDE_BLOCKS);
    is_set_apart || !is_sentence && paragraph.len() <= LONGEST
}

/// The one whom the last sentence of a paragraph about somebody is about.
fn told_of(reading: &Reading, all: &[Candidate], paragraph: &Range<usize>) -> Option<usize> {
    let from = reading.sentence_number(paragraph.start) as usize;
    let to = reading.sentence_number(paragraph.end.checked_sub(1)?) as usize;
    let sentences = reading.document.sentences.get(from..=to)?;
    let mut sentences = sentences.iter().rev();
    sentences.find_map(|sentence| {
        // “When the rain stopped, Ana Ruiz went home.”
        let opens_clause = matches!(
            reading.class(sentence.start),
            Class::Subordinator | Class::Preposition | Class::Ing
        );
        let comma = sentence
            .clone()
            .find(|&token| opens_clause && reading.class(token) == Class::Comma);
        opening(reading, all, sentence.start)
            .or_else(|| opening(reading, all, comma.map(|comma| comma + 1)?))
    })
}

/// The longest candidate for somebody that starts at a token, and owns nothing that its sentence is about.
fn opening(reading: &Reading, all: &[Candidate], start: usize) -> Option<usize> {
    let first = all.partition_point(|candidate| candidate.head < start);
    (first..all.len())
        .take_while(|&index| all[index].tokens.start <= start)
        .filter(|&index| all[index].tokens.start == start && is_somebody(reading, &all[index]))
        .max_by_key(|&index| all[index].tokens.end)
        .filter(|&index| reading.class(all[index].tokens.end) != Class::Genitive)
}

/// Whether a candidate is a person, or a pronoun for one.
fn is_somebody(reading: &Reading, candidate: &Candidate) -> bool {
    const PEOPLE: [u32; 3] = forms(["he", "she", "they"]);
    match candidate.reference {
        Reference::Name(entity_type) => entity_type == EntityType::Person,
        Reference::Pronoun => PEOPLE.contains(&reading.form(candidate.head)),
        Reference::Description => reading.term(candidate.head).is_person,
    }
}
