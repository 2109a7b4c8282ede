//! Who is credited with a quote: the candidates, and the choice among them.

pub mod alone;
pub mod candidates;
pub mod choose;
pub mod confidence;
mod coordination;
mod dialogue;
mod floor;
mod mention;
mod near;
mod paragraphs;
mod passive;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::annotations::{EntityType, Quote, QuoteKind, Speaker};
use crate::entities::Name;
use crate::lexicon::Tags;
use crate::model::linear::{Decision, Linear};
use crate::order::sort_by_number;
use crate::quotes::reading::{Features, Reading};
use crate::quotes::terms::{Class, form, forms};
use crate::quotes::{Reported, cues};
use crate::span::Span;
use crate::text::BlockKind;
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

/// What is reported, and who is credited with it.
pub struct Credited {
    /// What is reported.
    pub reported: Reported,
    /// The speaker, if one was chosen.
    pub speaker: Option<Candidate>,
    /// The number of the candidate who was chosen, of whom the speaker is the whole mention.
    pub candidate: Option<usize>,
    /// How much likelier the choice is than the others, from 0 to 1.
    pub certainty: f32,
}

impl Credited {
    /// The words for several who speak together, if several do.
    fn group(&self, reading: &Reading) -> Option<Range<usize>> {
        let speaker = self.speaker.as_ref().filter(|who| who.is_group);
        let label = self.reported.label.clone();
        let joins = |label: &Range<usize>| coordination::joins(reading, label);
        let label = label.filter(joins);
        label.or_else(|| speaker.map(|group| group.tokens.clone()))
    }
}

/// The quotes with the mentions of their speakers, and those of these in which several speak together.
pub fn attribute(
    reading: &Reading,
    names: &[Name],
    reported: Vec<Reported>,
    model: &Linear,
) -> (Vec<Quote>, Vec<Span>) {
    let mut quotes = Vec::with_capacity(reported.len());
    let mut groups = Vec::new();
    for credited in credit(reading, names, reported, model) {
        let confidence = confidence::confidence(reading, &credited, model);
        let is_sure = confidence >= floor::floor(reading, &credited);
        groups.extend(
            credited
                .group(reading)
                .map(|tokens| reading.document.span(tokens)),
        );
        if is_sure && floor::says_enough(reading, &credited.reported) {
            let confidence = confidence::of_words(credited.reported.kind, confidence);
            quotes.push(quote(reading, credited, confidence));
        } else {
            quotes.extend(scare_quotes(reading, credited.reported.quoted, confidence));
        }
    }
    // The marks of a report that is none may stand behind the next report.
    sort_by_number(&mut quotes, |quote| quote.content[0].start as u64);
    (quotes, groups)
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
        let is_cry = reported.is_cry(reading);
        let may_be_credited =
            reported.kind != QuoteKind::Scare && reported.label.is_none() && !reported.is_answer();
        let in_paragraph = paragraphs::is_alone(reading, &reported);
        let mut chosen = if in_paragraph {
            paragraphs::speaker(reading, &all, &reported, &credited)
        } else {
            may_be_credited
                .then(|| choose(reading, &all, &mut alone, &reported, last, model))
                .flatten()
        };
        let is_utterance = reported.is_utterance(reading);
        let is_led = match reported.cue {
            Some(_) => chosen.is_none() && reported.kind == QuoteKind::Direct,
            None => is_utterance,
        };
        if may_be_credited
            && !in_paragraph
            && is_led
            && let Some(subject) = leading_subject(reading, &all, &reported)
        {
            chosen = Some((subject, BY_SUBJECT));
        }
        let credit = reported.probability * chosen.map_or(0.0, |(_, probability)| probability);
        let before = credited.last().map(|credited| credited.reported.kind);
        let is_alone = reported.cue.is_none()
            && reported.label.is_none()
            && !goes_on(reading, &reported, before);
        if reported.kind == QuoteKind::Direct
            && is_alone
            && credit < CREDIT_FLOOR
            && !is_utterance
            && !in_paragraph
            && !reported.is_answer()
        {
            chosen = None;
            if !is_cry {
                reported.kind = QuoteKind::Scare;
            }
        }
        if let Some(speaker) = dialogue.speaker(reading, &all, &reported) {
            reported.kind = QuoteKind::Direct;
            chosen = Some((speaker, IN_TURN));
        }
        if let Some((speaker, _)) = chosen {
            dialogue.note(reading, &reported, speaker);
        }
        last = chosen.map(|(index, _)| index).or(last);
        // Who goes on speaking is meant as before.
        let spoke = |index: usize| {
            let said = credited.last().filter(|said| said.candidate == Some(index));
            said.and_then(|said| said.speaker.clone())
        };
        let speaker = chosen.map(|(index, _)| match reported.cue {
            None if let Some(speaker) = spoke(index) => speaker,
            _ => {
                let speaker = mention::whole(reading, &all, index, reported.cue);
                apart(speaker, &all[index], &reported)
            }
        });
        credited.push(Credited {
            speaker,
            reported,
            candidate: chosen.map(|(index, _)| index),
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
    let is_beside = reading.paragraph_number(before) == reading.paragraph_number(quote);
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
        Reference::Description => reading.term(candidate.head).is_person,
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

/// Whether a candidate stands behind the colon of a heading that announces what follows, and not who speaks:
/// “‘We drift’: five minutes with Ana Ruiz”.
fn heads_nobody(reading: &Reading, cue: usize, candidate: &Candidate) -> bool {
    reading.class(cue) == Class::Colon
        && candidate.head > cue
        && match candidate.reference {
            Reference::Description => !reading.term(candidate.head).is_person,
            Reference::Pronoun => reading.class(candidate.head) == Class::Relative,
            Reference::Name(_) => false,
        }
}

/// Whether a candidate stands in a caption or a byline, and what is reported does not: who took a picture or
/// wrote the article does not speak.
fn is_credit(reading: &Reading, candidate: &Candidate, found: &Reported) -> bool {
    let document = reading.document;
    let is_caption = |token| document.is_in_block(token, &[BlockKind::Caption]);
    document.is_credit(candidate.head)
        || is_caption(candidate.head) && !is_caption(found.content[0].start)
}

/// Whether a candidate is a pronoun for a thing: “nothing”, or “which” where the verb is none of saying.
fn is_thing(reading: &Reading, candidate: &Candidate, cue: Option<usize>) -> bool {
    const NOTHING: [u32; 4] = forms(["anything", "everything", "nothing", "something"]);
    let form_of = reading.form(candidate.head);
    candidate.reference == Reference::Pronoun
        && (NOTHING.contains(&form_of)
            || form_of == const { form("which") }
                && !cue.is_some_and(|cue| reading.term(cue).is_saying))
}

/// Whether a candidate right before its cue hangs by a preposition on the noun phrase that opens the sentence: “Sources
/// close to | Reed said”, “One of | the nurses said”.
fn hangs_on_subject(reading: &Reading, candidate: &Candidate, cue: usize) -> bool {
    let start = reading.sentence(cue).start;
    let Range { start: own, end } = candidate.tokens;
    let Some(link) = coordination::first_of(reading, own)
        .checked_sub(1)
        .filter(|&link| link > start && end <= cue)
    else {
        return false;
    };
    let belongs = |token: usize| matches!(reading.class(token), Class::Auxiliary | Class::Adverb);
    let is_part = |token: usize| {
        let term = reading.term(token);
        match term.class {
            Class::Preposition | Class::To | Class::Genitive | Class::Number => true,
            Class::Dash => reading.document.is_within_word(token),
            class => {
                class.opens_noun()
                    || class.is_open() && !term.is_saying && !term.tags.has(Tags::PAST)
            }
        }
    };
    let opens = |class: Class| {
        class.opens_noun()
            || class == Class::Number
            || class.is_open() && !matches!(class, Class::Ing | Class::Ed | Class::Adverb)
    };
    matches!(
        reading.class_from(cue, link),
        Class::Preposition | Class::To
    ) && opens(reading.class(start))
        && !subject_opening(reading, start)
        && (start..link).all(is_part)
        && (end..cue).all(belongs)
}

/// Whether a sentence opens with a participle in a capital, which is no noun: “Speaking to Reed”.
fn subject_opening(reading: &Reading, start: usize) -> bool {
    let word = reading.document.word_or_none(start);
    word.ends_with("ing") || word.ends_with("ed")
}

/// The candidates within the subject of the cue, where the structure of its sentence shows it; else all.
fn of_subject(candidates: Vec<usize>, all: &[Candidate], found: &Reported) -> Vec<usize> {
    let Some(subject) = &found.subject else {
        return candidates;
    };
    let is_within = |index: &&usize| subject.contains(&all[**index].head);
    let within: Vec<usize> = candidates.iter().filter(is_within).copied().collect();
    if within.is_empty() {
        candidates
    } else {
        within
    }
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
    let mut features = Features::new(Decision::Speaker);
    question.describe_none(reading, &mut features);
    let none = model.score(&features.slots);
    let mut total = none.exp();
    let mut best: Option<(usize, f32)> = None;
    let is_passive = found
        .cue
        .is_some_and(|cue| passive::is_passive(reading, cue));
    for index in of_subject(question.candidates(reading, all), all, found) {
        let before = all[index].tokens.start.checked_sub(1);
        if is_passive && reading.form(before) != form("by") {
            continue;
        }
        if is_credit(reading, &all[index], found) {
            continue;
        }
        if is_thing(reading, &all[index], found.cue) {
            continue;
        }
        if found
            .cue
            .is_some_and(|cue| hangs_on_subject(reading, &all[index], cue))
        {
            continue;
        }
        if found
            .cue
            .is_some_and(|cue| Some(cue) == before && passive::tells(reading, cue))
        {
            continue;
        }
        if found
            .cue
            .is_some_and(|cue| heads_nobody(reading, cue, &all[index]))
        {
            continue;
        }
        let known = alone[index].get_or_insert_with(|| {
            features.slots.clear();
            alone::describe(reading, &all[index], &mut features);
            Alone {
                steps: model.steps(&features.slots),
                holder: alone::holder(reading, all, index),
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
