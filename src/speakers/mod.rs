//! Who is credited with a quote: the candidates, and the choice among them.

pub mod candidates;
pub mod choose;
pub mod confidence;
mod coordination;
mod dialogue;
mod mention;
mod passive;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::annotations::{EntityType, Quote, QuoteKind, Speaker};
use crate::entities::Name;
use crate::model::linear::Linear;
use crate::quotes::direct::is_utterance;
use crate::quotes::reading::{Features, Reading};
use crate::quotes::terms::{Class, form};
use crate::quotes::{Reported, cues};
use candidates::{Candidate, Reference};
use choose::Question;
use dialogue::Dialogue;

/// How likely a quotation without a cue must be somebody's and its speaker the right one. Chosen
/// by training on one half of the training articles and scoring the other.
const CREDIT_FLOOR: f32 = 0.3;

/// How likely the one speaks whom the sentence before begins with.
const BY_SUBJECT: f32 = 0.5;

/// How likely the one speaks whose turn it is in questions and answers.
const IN_TURN: f32 = 0.7;

/// How sure a report without marks must be where its cue is a verb of saying and what is said has
/// a verb of its own, and where it has none: “posted a picture”. Chosen in the same way, as are the
/// two below.
const REPORT_FLOORS: (f32, f32) = (0.4, 0.5);

/// The same where the cue is no verb of saying, but one of thinking or doing: a reader misses
/// “considers” and “opposes” less, and least with a noun alone.
const BELIEF_FLOORS: (f32, f32) = (0.5, 0.55);

/// The same where the one who writes or reads is credited: an essay's “we believe” is the essay.
const NARRATOR_FLOOR: f32 = 0.9;

/// How sure a report with marks must be.
const MIXED_FLOOR: f32 = 0.33;

/// How sure a report without marks must be where nobody is credited with it.
const UNSIGNED_FLOOR: f32 = 0.9;

/// What is reported, and who is credited with it.
pub struct Credited {
    /// What is reported.
    pub reported: Reported,
    /// The speaker, if one was chosen.
    pub speaker: Option<Candidate>,
    /// How much likelier the choice is than the others, from 0 to 1.
    pub certainty: f32,
}

/// The quotes with the mentions of their speakers.
pub fn attribute(
    reading: &Reading,
    names: &[Name],
    reported: Vec<Reported>,
    model: &Linear,
) -> Vec<Quote> {
    let mut quotes = Vec::with_capacity(reported.len());
    for credited in credit(reading, names, reported, model) {
        let confidence = confidence::confidence(reading, &credited, model);
        let is_sure = confidence >= floor(reading, &credited);
        if is_sure && says_enough(reading, &credited.reported) {
            quotes.push(quote(reading, credited, confidence));
        } else {
            quotes.extend(scare_quotes(reading, credited.reported.quoted, confidence));
        }
    }
    quotes
}

/// How sure it must be that something is credited to the right speaker.
fn floor(reading: &Reading, credited: &Credited) -> f32 {
    let says = says(reading, credited);
    match (credited.reported.kind, &credited.speaker) {
        (QuoteKind::Direct | QuoteKind::Scare, _) => 0.0,
        (_, Some(speaker)) if is_reader(reading, speaker) => NARRATOR_FLOOR,
        (_, Some(speaker)) if !says && is_writer(reading, speaker) => NARRATOR_FLOOR,
        (QuoteKind::Indirect, None) => UNSIGNED_FLOOR,
        (QuoteKind::Indirect, Some(_)) => {
            let (clause, noun) = if says { REPORT_FLOORS } else { BELIEF_FLOORS };
            let is_clause = has_verb(reading, &credited.reported);
            if is_clause { clause } else { noun }
        }
        (QuoteKind::Mixed, _) => MIXED_FLOOR,
    }
}

/// Whether a speaker is the one who writes: “we believe”.
fn is_writer(reading: &Reading, speaker: &Candidate) -> bool {
    const PERSONS: [u32; 4] = [form("i"), form("we"), form("my"), form("our")];
    speaker.reference == Reference::Pronoun && PERSONS.contains(&reading.form(speaker.head))
}

/// Whether a speaker is the one who reads, or whom the writer asks: “you said no at first”.
fn is_reader(reading: &Reading, speaker: &Candidate) -> bool {
    const PERSONS: [u32; 2] = [form("you"), form("your")];
    speaker.reference == Reference::Pronoun && PERSONS.contains(&reading.form(speaker.head))
}

/// Whether the cue of a report is a verb of saying or “according to”.
fn says(reading: &Reading, credited: &Credited) -> bool {
    let cue = credited.reported.cue;
    cue.is_some_and(|cue| reading.terms[cue].is_saying || reading.form(cue) == form("according"))
}

/// Whether what is reported has a word that tells of a verb: it opens with “that”, “to” or
/// “whether”, or has an auxiliary or a pronoun before a verb.
fn has_verb(reading: &Reading, reported: &Reported) -> bool {
    let opens = matches!(
        reading.class(reported.content[0].start),
        Class::That | Class::To | Class::Subordinator | Class::Relative
    );
    let tells = |token: usize| match reading.class(token) {
        Class::Auxiliary => true,
        Class::Pronoun => reading.class(token + 1).is_open(),
        _ => false,
    };
    opens || reported.content.iter().cloned().flatten().any(tells)
}

/// Whether a report has enough words to be one: “asked how”, “told him so at supper” and “declined
/// comment” tell that somebody spoke, but not what was said.
fn says_enough(reading: &Reading, reported: &Reported) -> bool {
    const FEWEST: usize = 3;
    let words = reported.content.iter().cloned().flatten();
    let words = words.filter(|&token| !reading.class(token).is_mark());
    let start = reported.content[0].start;
    let hearer = matches!(reading.class(start), Class::Object | Class::Possessive);
    let start = start + usize::from(hearer);
    let stands_for_words = reading.form(start) == form("so")
        && (reading.class(start + 1).is_mark()
            || matches!(
                reading.class(start + 1),
                Class::Object | Class::Preposition | Class::Time
            ));
    reported.kind != QuoteKind::Indirect || (words.count() >= FEWEST && !stands_for_words)
}

/// The words within the marks of a report that is none.
fn scare_quotes(
    reading: &Reading,
    quoted: Vec<Range<usize>>,
    confidence: f32,
) -> impl Iterator<Item = Quote> {
    quoted.into_iter().map(move |part| {
        let span = reading.document.span(part);
        Quote {
            kind: QuoteKind::Scare,
            content: vec![span],
            quoted: vec![span],
            cue: None,
            speaker: None,
            confidence: 1.0 - confidence,
        }
    })
}

/// Credits what is reported to its speakers.
pub fn credit(
    reading: &Reading,
    names: &[Name],
    reported: Vec<Reported>,
    model: &Linear,
) -> Vec<Credited> {
    let heads = reported.iter().filter_map(|reported| reported.cue);
    let all = candidates::find(reading, names, heads);
    let mut alone = vec![None; all.len()];
    let mut last = None;
    let mut dialogue = Dialogue::default();
    let mut credited: Vec<Credited> = Vec::with_capacity(reported.len());
    for mut reported in reported {
        let may_be_credited = reported.kind != QuoteKind::Scare && reported.label.is_none();
        let mut chosen = may_be_credited
            .then(|| choose(reading, &all, &mut alone, &reported, last, model))
            .flatten();
        let quotation = reading.quotation_of(reported.content[0].start);
        let is_utterance = reported.kind == QuoteKind::Direct
            && quotation.is_some_and(|index| is_utterance(reading, &reading.quotations[index]));
        let is_led = match reported.cue {
            Some(_) => chosen.is_none() && reported.kind == QuoteKind::Direct,
            None => is_utterance,
        };
        if may_be_credited
            && is_led
            && let Some(subject) = leading_subject(reading, &all, &reported)
        {
            chosen = Some((subject, BY_SUBJECT));
        }
        let credit = reported.probability * chosen.map_or(0.0, |(_, probability)| probability);
        let before = credited.last().map(|credited| credited.reported.kind);
        let is_alone = reported.cue.is_none() && !goes_on(reading, &reported, before);
        if reported.kind == QuoteKind::Direct && is_alone && credit < CREDIT_FLOOR && !is_utterance
        {
            reported.kind = QuoteKind::Scare;
            chosen = None;
        }
        if let Some(speaker) = dialogue.speaker(reading, &all, &reported) {
            reported.kind = QuoteKind::Direct;
            chosen = Some((speaker, IN_TURN));
        }
        if let Some((speaker, _)) = chosen {
            dialogue.note(reading, &reported, speaker);
        }
        last = chosen.map(|(index, _)| index).or(last);
        credited.push(Credited {
            speaker: chosen.map(|(index, _)| {
                let speaker = mention::whole(reading, &all, index, reported.cue);
                apart(speaker, &all[index], &reported)
            }),
            reported,
            certainty: chosen.map_or(0.0, |(_, probability)| probability),
        });
    }
    credited
}

/// The one whom the sentence begins with that leads to a direct quote, whether it has the quote's cue or
/// none: “Tom Reed was blunt. ‘No.’”
fn leading_subject(reading: &Reading, all: &[Candidate], reported: &Reported) -> Option<usize> {
    let quote = reported.content[0].start;
    let before = reported.cue.or(quote.checked_sub(1))?;
    let sentence = reading.sentence(before);
    let is_beside = reading.paragraph_of[before] == reading.paragraph_of[quote];
    if !is_beside || passive::is_passive(reading, before) {
        return None;
    }
    let from = all.partition_point(|candidate| candidate.head < sentence.start);
    let mut opening = all[from..]
        .iter()
        .take_while(|candidate| candidate.head < sentence.end);
    let can_speak = |candidate: &Candidate| match candidate.reference {
        Reference::Name(entity_type) => entity_type == EntityType::Person,
        Reference::Pronoun => reading.class(candidate.head) == Class::Pronoun,
        Reference::Description => reading.terms[candidate.head].is_person,
    };
    let found = opening
        .position(|candidate| candidate.tokens.start == sentence.start && can_speak(candidate));
    found.map(|at| from + at)
}

/// A speaker's whole mention as far as it does not run into what is said: “by farmers | of lying”.
fn apart(mut speaker: Candidate, alone: &Candidate, reported: &Reported) -> Candidate {
    let runs_into =
        |part: &Range<usize>| (alone.tokens.end..speaker.tokens.end).contains(&part.start);
    if let Some(part) = reported.content.iter().find(|part| runs_into(part)) {
        speaker.tokens.end = part.start;
    }
    speaker
}

/// The quote that comes out, in bytes.
fn quote(reading: &Reading, credited: Credited, confidence: f32) -> Quote {
    let document = reading.document;
    let Credited {
        reported, speaker, ..
    } = credited;
    let spans = |ranges: Vec<Range<usize>>| {
        let ranges = ranges.into_iter();
        ranges.map(|range| document.span(range)).collect()
    };
    let speaker = reported.label.or(speaker.map(|speaker| speaker.tokens));
    Quote {
        kind: reported.kind,
        content: spans(reported.content),
        quoted: spans(reported.quoted),
        cue: reported
            .cue
            .map(|head| document.span(cues::extent(reading, head))),
        speaker: speaker.map(|tokens| {
            let span = document.span(tokens);
            Speaker {
                span,
                name: span.of(document.text).to_owned(),
                entity: None,
            }
        }),
        confidence,
    }
}

/// Whether a quote goes on with the one before it, which its paragraph left open.
fn goes_on(reading: &Reading, found: &Reported, before: Option<QuoteKind>) -> bool {
    let quotation = reading.quotation_of(found.content[0].start);
    quotation.is_some_and(|index| reading.quotations[index].continues)
        && before == Some(QuoteKind::Direct)
}

/// What a candidate comes to by itself, whatever is to be credited.
#[derive(Clone, Copy)]
struct Alone {
    steps: i32,
    holder: u32,
}

/// The likeliest candidate and how likely it is; `None` where nobody is likelier.
fn choose(
    reading: &Reading,
    all: &[Candidate],
    alone: &mut [Option<Alone>],
    found: &Reported,
    last: Option<usize>,
    model: &Linear,
) -> Option<(usize, f32)> {
    let is_direct = found.kind == QuoteKind::Direct;
    let question = Question::new(reading, all, &found.content, found.cue, is_direct, last);
    let mut features = Features::new(7);
    question.describe_none(reading, &mut features);
    let none = model.score(&features.slots);
    let mut total = none.exp();
    let mut best: Option<(usize, f32)> = None;
    let is_passive = found
        .cue
        .is_some_and(|cue| passive::is_passive(reading, cue));
    for index in question.candidates(reading, all) {
        let before = all[index].tokens.start.wrapping_sub(1);
        if is_passive && reading.form(before) != form("by") {
            continue;
        }
        if found
            .cue
            .is_some_and(|cue| cue == before && passive::tells(reading, cue))
        {
            continue;
        }
        let known = alone[index].get_or_insert_with(|| {
            features.slots.clear();
            choose::describe_alone(reading, &all[index], &mut features);
            Alone {
                steps: model.steps(&features.slots),
                holder: choose::holder(reading, all, index),
            }
        });
        features.slots.clear();
        question.describe(reading, all, index, known.holder, &mut features);
        let mut score = model.in_steps(known.steps + model.steps(&features.slots));
        if is_passive && passive::is_agent(reading, found.cue, &all[index]) {
            score = score.max(none + passive::AGENT);
        }
        total += score.exp();
        if best.is_none_or(|(_, highest)| score > highest) {
            best = Some((index, score));
        }
    }
    best.filter(|&(_, score)| score > none)
        .map(|(index, score)| (index, score.exp() / total))
}
