//! Quoted words: where quotation marks open and close, who is likely credited with them, and
//! which clauses report without marks.

mod closed;
pub mod content;
pub mod continuation;
pub mod cues;
mod dateline;
pub mod direct;
mod fate;
pub mod frames;
mod inscription;
pub mod marks;
mod outermost;
pub mod reading;
pub mod terms;
mod transcript;
mod verdict;

use std::ops::Range;

use crate::annotations::QuoteKind;
use crate::model::linear::Linear;
use crate::order::sort_by_number;
use crate::text::Document;
use content::Clause;
use cues::Cue;
use fate::Fate;
use reading::Reading;
use terms::{Class, form};

/// What a text reports or puts within marks, before anybody is credited with it; in tokens.
#[derive(Clone, Debug, PartialEq)]
pub struct Reported {
    /// How it is reported.
    pub kind: QuoteKind,
    /// The reported words, marks included, in order.
    pub content: Vec<Range<usize>>,
    /// The parts of them within marks.
    pub quoted: Vec<Range<usize>>,
    /// The head of the cue.
    pub cue: Option<usize>,
    /// The subject of the cue, where the structure of its sentence shows it.
    pub subject: Option<Range<usize>>,
    /// The words that name the speaker where the layout tells it, as in a transcript.
    pub label: Option<Range<usize>>,
    /// How likely somebody is credited with it, from 0 to 1.
    pub probability: f32,
}

impl Reported {
    /// A quotation whose speaker the words before it tell by themselves.
    fn labelled(tokens: Range<usize>, cue: Option<usize>, label: Range<usize>) -> Self {
        Self {
            kind: QuoteKind::Direct,
            content: vec![tokens.clone()],
            quoted: vec![tokens],
            cue,
            subject: None,
            label: Some(label),
            probability: 1.0,
        }
    }

    /// Whether this is a quotation that is a sentence of its own.
    pub fn is_utterance(&self, reading: &Reading) -> bool {
        let quotation = reading.quotation_of(self.content[0].start);
        self.kind == QuoteKind::Direct
            && quotation.is_some_and(|index| direct::shape::is_utterance(reading, index))
    }
}

/// Reads a document for the stages of quotes and speakers.
pub fn read<'d, 't>(document: &'d Document<'t>, model: &Linear) -> Reading<'d, 't> {
    let mut reading = Reading::new(document);
    reading.frames = frames::find(&reading);
    reading.cues = cues::find(&reading, model);
    reading
}

// The floors were chosen by training on one half of the training articles and scoring the other.

/// How likely a cue must be for a clause with quotations.
const MIXED_FLOOR: f32 = 0.6;

/// How likely a cue must be for a clause whose quotations, taken by themselves, nobody says.
const SCARE_FLOOR: f32 = 0.8;

/// How likely a part of a clause must be credited to somebody where no clause was found.
const PART_FLOOR: f32 = 0.92;

/// How many tokens a single word has with its two marks: more often a term than what somebody said.
const LONGEST_WORD: usize = 3;

/// What a text reports or puts within marks, in order.
pub fn find(reading: &Reading, model: &Linear) -> Vec<Reported> {
    let (mut fates, mut found) = fate::quotations(reading, model);
    let mut is_used = vec![false; reading.terms.len()];
    for reported in &found {
        let cue = reported
            .cue
            .filter(|&cue| !is_borrowed(reading, reported, cue));
        if let Some(cue) = cue {
            is_used[cue] = true;
        }
    }
    let is_free = |head: usize| !is_used[head];
    let is_direct = |token: usize| {
        let quotation = reading.quotation_of(token);
        quotation.is_some_and(|index| fates[index].0 == Fate::Direct)
    };
    for (cue, clause) in outermost::clauses(reading, model, is_free, is_direct) {
        let within = quotations_within(reading, &clause);
        if !is_sound(reading, &cue, &within, &fates) {
            continue;
        }
        let content: Vec<_> = clause
            .parts()
            .map(|part| trimmed(reading, utterance(reading, cue.head, part)))
            .filter(|part| !part.is_empty())
            .collect();
        let quotations = within.into_iter().flatten();
        let quoted: Vec<_> = quotations
            .inspect(|&index| fates[index].0 = Fate::Direct)
            .flat_map(|index| {
                let tokens = &reading.quotations[index].tokens;
                content
                    .iter()
                    .map(|part| tokens.start.max(part.start)..tokens.end.min(part.end))
            })
            .filter(|part| !part.is_empty())
            .collect();
        if content.is_empty() {
            continue;
        }
        found.push(Reported {
            kind: if quoted.is_empty() {
                QuoteKind::Indirect
            } else if quoted == content && is_introduced(reading, cue.head, content[0].start) {
                QuoteKind::Direct
            } else {
                QuoteKind::Mixed
            },
            content,
            quoted,
            cue: Some(cue.head),
            subject: None,
            label: None,
            probability: cue.probability,
        });
    }
    for (quotation, &(fate, probability)) in reading.quotations.iter().zip(&fates) {
        if fate != Fate::Direct {
            let is_word = quotation.tokens.len() <= LONGEST_WORD;
            let is_credited = fate == Fate::Part && probability >= PART_FLOOR && !is_word;
            found.push(alone(
                reading,
                quotation.tokens.clone(),
                is_credited,
                probability,
            ));
        }
    }
    transcript::add(reading, &mut found);
    sort_by_number(&mut found, |reported| reported.content[0].start as u64);
    found
}

/// Whether a direct quote has its cue from the sentence before, where it reports words of its own:
/// “Ana Ruiz said she had seen it. ‘It was white.’”
fn is_borrowed(reading: &Reading, reported: &Reported, cue: usize) -> bool {
    let start = reported.content[0].start;
    cue < start
        && reading.sentence_number(cue) < reading.sentence_number(start)
        && reading.class(start - 1) != Class::Colon
}

/// Whether a clause may hold what it holds: no direct quote, words of irony or a title alone only
/// where its cue is likely, and single words alone only where it is a verb of saying, too.
fn is_sound(reading: &Reading, cue: &Cue, within: &[Range<usize>], fates: &[(Fate, f32)]) -> bool {
    let mut within = within.iter().cloned().flatten().peekable();
    if within.peek().is_none() {
        return true;
    }
    let (mut holds_direct, mut is_all_scare, mut is_all_words) = (false, true, true);
    for index in within {
        holds_direct |= fates[index].0 == Fate::Direct;
        let is_word = reading.quotations[index].tokens.len() <= LONGEST_WORD;
        is_all_words &= is_word;
        is_all_scare &= is_word || fates[index].0 == Fate::Scare;
    }
    let reports = || reading.term(cue.head).is_saying;
    !holds_direct
        && cue.probability >= MIXED_FLOOR
        && (!is_all_scare || cue.probability >= SCARE_FLOOR)
        && (!is_all_words || reports())
}

/// Whether nothing but a comma or a colon stands between a cue and words behind it, and perhaps the one who
/// hears: “she replied, ‘A bag of flour.’”, “asked the witness: ‘Why?’”
fn is_introduced(reading: &Reading, cue: usize, start: usize) -> bool {
    let Some(mark) = start.checked_sub(1) else {
        return false;
    };
    match reading.class(mark) {
        Class::Comma => cues::extent(reading, cue).end == mark,
        Class::Colon => fate::verb_before(reading, mark) == Some(cue),
        _ => false,
    }
}

/// A quotation that no clause and no direct quote holds.
fn alone(reading: &Reading, tokens: Range<usize>, is_credited: bool, probability: f32) -> Reported {
    let cue = is_credited.then(|| nearest_cue(reading, &tokens)).flatten();
    Reported {
        kind: if cue.is_some_and(|cue| is_introduced(reading, cue, tokens.start)) {
            QuoteKind::Direct
        } else if is_credited {
            QuoteKind::Mixed
        } else {
            QuoteKind::Scare
        },
        content: vec![tokens.clone()],
        cue,
        quoted: vec![tokens],
        subject: None,
        label: None,
        probability,
    }
}

/// The quotations that a clause holds, as ranges of their numbers.
fn quotations_within(reading: &Reading, clause: &Clause) -> Vec<Range<usize>> {
    let within = |part: Range<usize>| {
        let from = reading
            .quotations
            .partition_point(|q| q.tokens.end <= part.start);
        let count = reading.quotations[from..]
            .iter()
            .take_while(|q| q.tokens.start < part.end)
            .count();
        from..from + count
    };
    clause.parts().map(within).collect()
}

/// A part of a clause, or the words within marks alone that a colon leads to, or that it opens with where a
/// comma or a stop within the marks closes these: “shouted ‘Shame!’ and left”.
fn utterance(reading: &Reading, cue: usize, part: Range<usize>) -> Range<usize> {
    if let Some(last) = reading.quotation_of(part.end - 1) {
        let start = reading.quotations[last].tokens.start;
        if start > part.start && is_introduced(reading, cue, start) {
            return start..part.end;
        }
    }
    let calls = reading.term(cue).stem == form("call");
    let start = part.start + usize::from(calls && reading.quotation_of(part.start).is_none());
    let quotation = reading
        .quotation_of(start)
        .map(|index| &reading.quotations[index])
        .filter(|quotation| quotation.tokens.start == start && start > cue);
    let Some(quotation) = quotation else {
        return part;
    };
    let end = quotation.tokens.end;
    let closes = matches!(
        reading.class(quotation.inner().end.saturating_sub(1)),
        Class::Comma | Class::Stop
    );
    let goes_on = matches!(reading.class(end + 1), Class::That | Class::To);
    let leaves = matches!(
        reading.class(end),
        Class::Conjunction | Class::Preposition | Class::Subordinator
    );
    if closes && !goes_on && end < part.end && leaves {
        part.start..end
    } else {
        part
    }
}

/// A part of a clause without the comma or stop at its edges.
fn trimmed(reading: &Reading, mut part: Range<usize>) -> Range<usize> {
    let is_edge = |token: usize| {
        let is_stop = matches!(
            reading.class(token),
            Class::Comma | Class::Stop | Class::Semicolon | Class::Colon | Class::Dash
        );
        is_stop && reading.quotation_of(token).is_none()
    };
    while !part.is_empty() && is_edge(part.end - 1) {
        part.end -= 1;
    }
    while !part.is_empty() && is_edge(part.start) {
        part.start += 1;
    }
    part
}

/// The likeliest cue in the sentence of a quotation, or right before it: “speaking of a ‘window of hope’”.
fn nearest_cue(reading: &Reading, tokens: &Range<usize>) -> Option<usize> {
    const NEAR: usize = 4;
    let sentence = reading.sentence(tokens.start);
    let near = sentence.start.max(tokens.start.saturating_sub(NEAR))..tokens.start;
    let all = cues::within(&reading.cues, sentence);
    let likely = |range: &[Cue]| range.iter().any(|cue| cue.probability > 0.1);
    let before = cues::within(&reading.cues, near);
    let cues = if likely(before) { before } else { all };
    cues.iter()
        .filter(|cue| cue.probability > 0.1 && !cues::is_formula(reading, cue.head))
        .max_by(|a, b| a.probability.total_cmp(&b.probability))
        .map(|cue| cue.head)
}
